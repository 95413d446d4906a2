"""How long judging a list takes: every name, number, age, occupation, and who is on it twice."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from time import process_time
from typing import Final

from stdnum.cn import ric

from functions.local import samples
from shared_rules import plans
from shared_rules.roster import entries, judging

PEOPLE: Final = 10_000
ROUNDS: Final = 5
COVER_FROM: Final = date(2026, 3, 1)
# python-stdnum fails on codes that were never given to a county, and takes this one since 1960.
COUNTY: Final = "640121"


def ratio() -> float:
    """Seconds to judge the whole rows ÷ seconds of python-stdnum on their numbers alone."""
    rows = _rows()
    plan = plans.in_force(COVER_FROM)
    listed = entries.typed(rows)
    seconds = [
        (
            _seconds(lambda: judging.judge(listed, plan=plan, cover_from=COVER_FROM)),
            _seconds(lambda: all(ric.is_valid(number) for _, number, _ in rows)),
        )
        for _ in range(ROUNDS)
    ]
    return min(ours for ours, _ in seconds) / min(theirs for _, theirs in seconds)


def _rows() -> list[tuple[str, str, str]]:
    chance = random.Random(10)  # noqa: S311 - a repeatable sample, not a secret
    invented = samples.people(PEOPLE, seed=10, today=COVER_FROM)
    return [
        (person.name, samples.id_number(_birth(chance), order % 500 * 2, COUNTY), person.occupation)
        for order, person in enumerate(invented)
    ]


def _birth(chance: random.Random) -> date:
    return COVER_FROM - timedelta(days=chance.randint(20 * 366, 55 * 365))


def _seconds(work: Callable[[], object]) -> float:
    begin = process_time()
    work()
    return process_time() - begin
