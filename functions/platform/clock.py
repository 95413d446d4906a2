"""The one place that reads the clock. A day is a day in Asia/Shanghai."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Final

SHANGHAI: Final = timezone(timedelta(hours=8), "Asia/Shanghai")  # no daylight saving since 1991


def now() -> datetime:
    """This moment in Asia/Shanghai, to the second."""
    return datetime.now(UTC).astimezone(SHANGHAI).replace(microsecond=0)
