"""What old policies cost: calls to AWS and write units, for as many people as there are.

Brought in by as few workbooks as take them, and by one for each unit, as 900 units send theirs.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple, TypeVar

import pytest

from functions.local import samples
from functions.local.samples import Person
from functions.platform import clock, rate_limits
from functions.uploads import service
from functions.worker import old_policies
from shared_rules.roster.limits import MAX_PEOPLE
from tests.bench.write_units import counted
from tests.functional.old_policies_requests import begin, policy, workbook
from tests.functional.rosters_requests import TODAY
from tests.functional.wire import wire

PEOPLE: Final = 50_000
PER_POLICY: Final = 55
"""As many as a unit has, of 900 with 50 000 people."""

T = TypeVar("T")
MOST_UNITS: Final = 1.5
"""Of each person: her own write, and her share of what a policy and a workbook take."""

Groups = Sequence[Sequence[Person]]


class Cost(NamedTuple):
    """Of bringing in all of the people: the workbooks, and what each person takes of the rest."""

    workbooks: int
    calls: float
    units: float


def per_person(people: int = PEOPLE) -> tuple[Cost, Cost]:
    """The cost of policies of one year in as few workbooks as take them, and in one for each."""
    everybody = samples.people(people, seed=19, today=TODAY)
    groups = list(_batches(everybody, PER_POLICY))
    few = list(_batches(groups, MAX_PEOPLE // PER_POLICY))
    return _cost(few, people), _cost([[each] for each in groups], people)


def _cost(workbooks: Sequence[Groups], people: int) -> Cost:
    """Each policy gets a number of its own: the same people have one more policy each time."""
    calls, units = 0, 0
    with pytest.MonkeyPatch.context() as patch:
        # An office that sends 900 workbooks takes its time; here they come one after the other.
        many = rate_limits.LIST_UPLOADS._replace(most=people)
        patch.setattr(service, "limit_of", lambda _: many)
        for groups in workbooks:
            made = _bring_in(groups)
            calls, units = calls + made.calls, units + made.units
    return Cost(len(workbooks), calls / people, units / people)


class _Made(NamedTuple):
    calls: int
    units: int


def _bring_in(groups: Groups) -> _Made:
    data = workbook(*map(policy, groups))
    with counted() as units, wire() as sent:
        answer = begin(data, "admin")
        old_policies.bring_in(answer.body["receipt"], clock.now())
    return _Made(sent.sent, sum(units))


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
