"""Until when a benefit may be sued for (诉讼时效): 《保险法》第二十六条; the 办法 is silent."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import ConfigDict

from shared_rules import days, yaml_file
from shared_rules.findings import Finding
from shared_rules.records import Record

_FILE: Final = Path(__file__).with_name("limitation.yaml")
_ONE_DAY: Final = timedelta(days=1)


class _Limitation(Record):
    model_config = ConfigDict(strict=True, extra="forbid")

    law: str
    text: str
    years: int


@cache
def _limitation() -> _Limitation:
    return _Limitation.model_validate(yaml_file.read(_FILE))


def told(diagnosed: date) -> Finding:
    """How to object to a decision, and by when at the earliest reckoning: from the diagnosis on.

    Raises:
        RuleError: `date.out_of_range`.
    """
    years = _limitation().years
    until = days.anniversary(days.check(diagnosed), years)
    if until.day != diagnosed.day:  # 民法典 第二百零二条: else the last day of the month
        until -= _ONE_DAY
    return Finding.of("claim_decision.limitation", years=years, until=until.isoformat())
