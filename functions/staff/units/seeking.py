"""Units by how a list of somebody else's names them, many at once: by 统一社会信用代码, or by name.

A line may be a row of a spreadsheet: what is neither a code nor a county may be the name. Who it
is, somebody says who sees what was found.
"""

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Final, NamedTuple

from functions.platform.aws import CALLS_AT_ONCE
from functions.records import areas, industries
from functions.records.units import store
from functions.records.units.models import Named
from functions.records.units.store import Family
from functions.staff.models import IndustryTold
from functions.staff.units.models import LineFound, UnitFound, UnitsFound, UnitsSought
from shared_rules.findings import RuleError
from shared_rules.identity import credit_code
from shared_rules.identity.writing import bare

_MOST_NAMES: Final = 4
_SHORTEST_NAME: Final = 2
_ANY: Final = next(iter(areas.contact_ids()))
"""A county: of who has a code none is asked for."""
_NUMBERED: Final = re.compile(r"^\s*[0-9]{1,4}\s*[.．、)）]\s*")
_PARTS: Final = re.compile(r"[\t,，;；|]+")


class _Line(NamedTuple):
    """How a line names a unit: by its code, and by what may be its name, in these counties."""

    by_code: list[Named]
    by_name: list[Named]


def find(sought: UnitsSought) -> UnitsFound:
    """The units that each line may mean, as they are now; none of who is not known.

    A read for each hundred names in a county, and those of `units.store.family` for each unit.
    """
    lines = [_read(each) for each in sought.lines]
    led = store.led_by(each for line in lines for each in (*line.by_code, *line.by_name))
    meant = [_meant(line, led) for line in lines]
    found = _families({receipt for receipts in meant for receipt in receipts})
    told = [{found[each].root.unit.receipt: found[each] for each in those} for those in meant]
    return UnitsFound(
        industries=IndustryTold.every(industries.every().values()),
        lines=[LineFound(units=list(map(_told, those.values()))) for those in told],
    )


def _read(line: str) -> _Line:
    parts = [part for part in map(str.strip, _PARTS.split(_NUMBERED.sub("", line))) if part]
    counties = [each for each in parts if each in areas.contact_ids()] or list(areas.contact_ids())
    codes = {part: code for part in parts if (code := _code(part))}
    names = [bare(part) for part in parts if part not in codes and part not in counties]
    names = [name for name in names if len(name) >= _SHORTEST_NAME][:_MOST_NAMES]
    return _Line(
        [Named(name="", county=_ANY, credit_code=code) for code in codes.values()],
        [Named(name=name, county=county) for name in names for county in counties],
    )


def _code(part: str) -> str:
    try:
        return credit_code.parse(part)
    except RuleError:
        return ""


def _meant(line: _Line, led: dict[Named, set[str]]) -> list[str]:
    """The receipts of the units: a code that is known decides."""
    for named in (line.by_code, line.by_name):
        if receipts := {receipt for each in named for receipt in led.get(each, ())}:
            return sorted(receipts)
    return []


def _families(receipts: set[str]) -> dict[str, Family]:
    """The units as they are now, by each of these receipts."""
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        return dict(zip(receipts, pool.map(_family, receipts), strict=True))


def _family(receipt: str) -> Family:
    found = store.family(receipt)
    if found is None:
        raise LookupError("a key without its unit")
    return found


def _told(family: Family) -> UnitFound:
    unit = family.root.unit
    return UnitFound(
        receipt=unit.receipt,
        revision=unit.revision,
        name=unit.named.name,
        county=unit.named.county,
        credit_code=family.root.credit_code,
        industry=unit.industry,
        industry_name=industries.name_of(unit.industry),
    )
