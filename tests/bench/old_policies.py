"""What old policies cost: calls to AWS and write units, for as many people as there are."""

from typing import Final, NamedTuple

from functions.local import samples
from functions.platform import clock
from functions.worker import old_policies
from shared_rules.roster.limits import MAX_PEOPLE
from tests.bench.write_units import counted
from tests.functional.old_policies_requests import begin, policy, workbook
from tests.functional.rosters_requests import TODAY
from tests.functional.wire import wire

PEOPLE: Final = 50_000
PER_POLICY: Final = 55
"""As many as a unit has, of 900 with 50 000 people."""


class Cost(NamedTuple):
    """Of bringing in all of the people, for each of them."""

    calls: float
    units: float


def per_person(people: int = PEOPLE) -> Cost:
    """The cost of policies of one year, in as few workbooks as take them."""
    everybody = samples.people(people, seed=19, today=TODAY)
    calls, all_units = 0, 0
    for start in range(0, people, MAX_PEOPLE):
        some = everybody[start : start + MAX_PEOPLE]
        groups = [some[at : at + PER_POLICY] for at in range(0, len(some), PER_POLICY)]
        data = workbook(*(policy(group) for group in groups))
        with counted() as units, wire() as sent:
            answer = begin(data, "admin")
            old_policies.bring_in(answer.body["receipt"], clock.now())
        calls += sent.sent
        all_units += sum(units)
    return Cost(calls / people, all_units / people)
