"""Days near which a rule may answer otherwise."""

from calendar import isleap
from datetime import date, timedelta
from itertools import product
from typing import Any, Final

from shared_rules import days

Facts = dict[str, Any]
Edge = tuple[str, Facts]
AROUND: Final = (-1, 0, 1)
YEAR_EDGES: Final = ("01-01", "02-27", "02-28", "03-01", "03-02", "12-30", "12-31")
# Common, leap, and the centuries that are the one and the other.
YEARS: Final = (1900, 2000, 2019, 2023, 2024, 2026, 2027, 2028, 2100)
COVER_FROM: Final = (
    *("2026-03-01", "2026-12-31", "2027-01-01", "2027-02-28", "2027-03-01"),
    *("2028-02-28", "2028-02-29", "2028-03-01", "2100-02-28", "2100-03-01"),
)
BEYOND: Final = tuple(
    (edge + timedelta(days=step)).isoformat()
    for edge, step in product((days.EARLIEST, days.LATEST), AROUND)
)


def shifted(day: date | str, step: int) -> str:
    """The ISO date some days later."""
    start = date.fromisoformat(day) if isinstance(day, str) else day
    return (start + timedelta(days=step)).isoformat()


def edge_days() -> list[str]:
    """Year ends, the ends of February, and the first and last days to reckon with."""
    common = [f"{year}-{edge}" for year, edge in product(YEARS, YEAR_EDGES)]
    leap = [f"{year}-02-29" for year in YEARS if isleap(year)]
    return sorted({*common, *leap, *BEYOND})
