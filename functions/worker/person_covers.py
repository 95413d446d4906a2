"""What follows an acceptance: everybody gets her cover, by all policies she has had: 第四、五条.

The index of people gets the real first and last day. Whoever was refused, or left the list before,
is written as not in it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from functions.records import cover_history, other_lists
from functions.records.person_index import Ended, Known, Listing
from functions.records.receipts import kind_of
from functions.records.rosters import policies, store
from functions.records.rosters.models import Roster
from functions.records.rosters.policies import PersonCover
from functions.records.rosters.roster_events import Acceptance
from functions.worker import accepted_facts, people_index
from functions.worker.accepted_facts import Ending
from shared_rules import cover, eligibility, plans
from shared_rules.cover import Policy
from shared_rules.findings import Finding
from shared_rules.identity import id_number
from shared_rules.plans import ItemName
from shared_rules.roster.judging import Insured

_ONE_DAY: Final = timedelta(days=1)


class _Given(NamedTuple):
    cover: PersonCover
    elsewhere: list[str]
    continues: Ending | None


def give_cover(version: Roster, accepted_on: date, now: datetime) -> None:
    """Index the people of an accepted roster and keep the cover of each; may be done again.

    Raises:
        LookupError: the roster is not accepted.
    """
    accepted = version.acceptance
    if accepted is None:
        raise LookupError("not accepted")
    people = store.people(version)
    insured = [person for person in people if person.row not in accepted.refused_rows]
    refused = [person for person in people if person.row in accepted.refused_rows]
    _take_out(version, accepted, [*refused, *people_index.removed(version, people)])
    listing = Listing(
        version=version.version,
        cover_from=accepted.first_day,
        cover_until=accepted.last_day,
        policy_issued=accepted.policy_issued_date,
    )

    known_of = people_index.put_listings(version.receipt, insured, listing)

    def give(person: Insured) -> _Given:
        known = known_of[person.row]
        elsewhere = other_lists.elsewhere(version.receipt, listing, known.lists)
        covered = _cover(person, version.receipt, accepted, known)
        return _Given(covered, elsewhere, _continued(covered, version.receipt, known.lists))

    given = list(map(give, insured))
    lists_of = {each.cover.row: each.elsewhere for each in given}
    store.put_duplicates(version, lists_of, now)
    covers = [each.cover for each in given]
    policies.put(version, covers, now)
    continued = Counter(each.continues for each in given if each.continues)
    accepted_facts.keep(version, accepted_on, covers, continued)


def _take_out(version: Roster, accepted: Acceptance, people: Iterable[Insured]) -> None:
    # With the day of the policy, so that nothing that comes late puts her back.
    out = Listing(version=version.version, policy_issued=accepted.policy_issued_date)
    people_index.put_listings(version.receipt, people, out)


def _cover(person: Insured, receipt: str, accepted: Acceptance, known: Known) -> PersonCover:
    """What a new policy adds to those that a person has had before it."""
    own = Policy(accepted.policy_issued_date, accepted.first_day)
    others = set(cover_history.policies(known, without=receipt).values())
    earlier = [each for each in others if _order(each) < _order(own)]
    before, after = cover.timeline(earlier), cover.timeline([*earlier, own])
    period = next((each for each in after.periods if each.policy == own), None)
    is_continuous = period is not None and period.continuous
    remarks = after.findings[len(before.findings) :]
    return PersonCover(
        row=person.row,
        first_day=period.first_day if period else None,
        last_day=period.last_day if period else None,
        is_continuous=is_continuous,
        waiting_last_day=period.waiting_last_day if period else None,
        findings=[
            *remarks,
            *_judge_age(person, accepted, is_continuous=is_continuous),
            *_judge_ended(known.ended, accepted),
        ],
    )


def _continued(covered: PersonCover, receipt: str, lists: Mapping[str, Listing]) -> Ending | None:
    """The list whose cover of a person goes on with this one.

    Old policies that were brought in are none: the summary does not count them.
    """
    if not (covered.is_continuous and covered.first_day):
        return None
    ended = covered.first_day - _ONE_DAY
    before = [
        (each.cover_from, name)
        for name, each in lists.items()
        if name != receipt
        and kind_of(name) == "AK"
        and each.policy_issued
        and each.cover_from
        and each.cover_until == ended
    ]
    return Ending(min(before)[1], ended) if before else None


def _judge_ended(ended: Mapping[ItemName, Ended], accepted: Acceptance) -> Iterator[Finding]:
    """第五条: what was paid to her ended that item; the other one goes on."""
    items = plans.in_force(accepted.policy_issued_date).items
    for item, each in ended.items():
        paid_on = each.paid_on.isoformat()
        yield Finding.of("cover.item_ended", item=items[item].name, paid_on=paid_on)


def _order(policy: Policy) -> tuple[date, date]:
    return policy.first_day, policy.issued


def _judge_age(
    person: Insured, accepted: Acceptance, *, is_continuous: bool
) -> tuple[Finding, ...]:
    """Whether she is too old on the first day, now that it is known whether she renews."""
    born = id_number.parse(person.id_number).birth_date
    plan = plans.in_force(accepted.policy_issued_date)
    return tuple(
        finding.model_copy(update={"field": "id_number"})
        for finding in eligibility.judge_age(born, accepted.first_day, plan, renewal=is_continuous)
        if finding.severity == "error"
    )
