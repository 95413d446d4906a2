"""Somebody's cover history, from all her policies: one place for desk, claims and renewal.

Policies come from accepted lists only, as the index of people has them; what follows from them the
rules say (`shared_rules.cover.timeline`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from functions.records import person_index
from functions.records.person_index import Known
from functions.records.person_places import person_of
from functions.records.receipts import kind_of
from shared_rules import cover, first_day
from shared_rules.cover import Policy, Timeline
from shared_rules.first_day import Proposal
from shared_rules.roster.form.rows import Insured


def policies(known: Known, *, without: str = "") -> dict[str, Policy]:
    """Her policies, by the receipts of the accepted lists that they come from.

    Args:
        known: what is known of her.
        without: the receipt of a list that does not count, as it is looked at itself.
    """
    return {
        receipt: Policy(
            issued=listing.policy_issued,
            first_day=listing.cover_from,
            ends=listing.cover_until,
            old_last_day=listing.old_last_day,
            premium=listing.premium,
        )
        for receipt, listing in known.lists.items()
        if receipt != without and listing.policy_issued and listing.cover_from
    }


def accepted_lists(known: Known, since: date = date.min) -> Iterator[str]:
    """The accepted lists that she is in whose cover begins on a day or later, by receipt.

    Old policies that were brought in are no lists.
    """
    for receipt, policy in policies(known).items():
        if kind_of(receipt) == "AK" and policy.first_day >= since:
            yield receipt


def timeline(known: Known, *, without: str = "") -> Timeline:
    """Her cover over all her policies; arguments as of `policies`."""
    return timeline_of(policies(known, without=without))


def timeline_of(policies: Mapping[str, Policy]) -> Timeline:
    """The cover of policies by receipt; of two from one day, always the same comes first."""
    return cover.timeline(policy for _, policy in sorted(policies.items()))


def of_people(people: Iterable[Insured]) -> dict[int, Known]:
    """What is known of everybody of a list, by row; a read for each hundred of them."""
    persons = {each.row: person_of(each.id_number) for each in people}
    found = person_index.known_of(persons.values())
    return {row: found[person] for row, person in persons.items()}


def last_days(
    histories: Mapping[int, Known], *, without: str = "", before: date | None = None
) -> dict[int, date]:
    """The last day of the cover that each has had, by row; who never had any is not there.

    Args:
        histories: what is known of each, by row.
        without: the receipt of a list that does not count, as it is looked at itself.
        before: the day on which its cover began, where it was accepted: what began later renews it.
    """
    found = {}
    for row, known in histories.items():
        earlier = {
            receipt: each
            for receipt, each in policies(known, without=without).items()
            if before is None or each.first_day < before
        }
        periods = timeline_of(earlier).periods
        if periods:
            found[row] = periods[-1].last_day
    return found


def last_lists(histories: Mapping[int, Known], *, without: str = "") -> Counter[str]:
    """How many people were last insured by each list, by receipt; old policies are no lists."""
    found = Counter[str]()
    for known in histories.values():
        before = policies(known, without=without)
        if last := max(before, key=lambda each: (before[each].first_day, each), default=""):
            found[last] += 1
    return Counter({each: found[each] for each in found if kind_of(each) == "AK"})


def old_covers(histories: Mapping[int, Known], *, without: str = "") -> Counter[date]:
    """How many people have cover that ends on each day; arguments as of `last_days`."""
    return Counter(last_days(histories, without=without).values())


def proposal(histories: Mapping[int, Known], earliest: date, *, without: str = "") -> Proposal:
    """The first day that is proposed for a list of these people; arguments as of `last_days`.

    Raises:
        RuleError: `date.out_of_range`, as `first_day.propose`.
    """
    return first_day.propose(earliest, old_covers(histories, without=without).items())
