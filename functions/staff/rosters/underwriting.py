"""Who of a list renews and who does not, and of whom something must be decided first (核保).

All of it is reckoned from cover history as acceptance will reckon it, before anything is decided:
who is 61 to 64 without history (第三、四条), who has other cover, whose item has ended (第五条).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from functions.records import cover_history, new_cover, other_lists
from functions.records.person_index import Known, Listing
from functions.records.receipts import kind_of
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from functions.records.rosters.policies import PersonCover
from functions.records.rosters.roster_events import label
from functions.staff.decision import not_open
from functions.staff.people import Staff
from functions.staff.rosters import cases
from functions.staff.rosters.underwriting_models import (
    OtherList,
    Standing,
    Underwriting,
    UnderwrittenRow,
)
from shared_rules import cover, days, first_day, plans
from shared_rules.cover import Policy
from shared_rules.findings import Finding
from shared_rules.roster.form.rows import Insured

TOO_OLD_AT_FIRST: Final = "eligibility.first_time_too_old"
"""Only papers of old cover help here, or refusing her; what else is found takes a reason."""

_TO_DECIDE: Final = (
    *(TOO_OLD_AT_FIRST, "eligibility.too_old"),
    *("eligibility.too_young", "cover.item_ended", "cover.item_refunded"),
)
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Offer:
    """The cover that a list is to get: its policy, and what it follows of old cover, by row.

    That is as `Roster.old_last_days`: papers were seen, or a gap was let pass.
    """

    receipt: str
    issued: date
    first_day: date
    old_last_days: Mapping[int, date]

    @property
    def listing(self) -> Listing:
        """What the list will say of everybody."""
        ends = cover.last_day(self.first_day, plans.in_force(self.issued))
        return Listing(
            version=1, cover_from=self.first_day, cover_until=ends, policy_issued=self.issued
        )


class Underwritten(NamedTuple):
    """One person under an offer; `others` are the lists that cover her at the same time."""

    person: Insured
    cover: PersonCover
    old_last_day: date | None
    others: dict[str, Listing]
    to_decide: list[Finding]

    @property
    def standing(self) -> Standing:
        """Whether she renews, had cover once, or never."""
        if self.cover.is_continuous:
            return "continuous"
        return "lapsed" if self.old_last_day else "first_time"


def view(staff: Staff, receipt_text: str, begins: date | None, now: datetime) -> Underwriting:
    """The people of a list that waits; that they were looked at is logged.

    Args:
        staff: who looks.
        receipt_text: of the list.
        begins: the first day of cover; None stands for the one that is proposed if all is done
            today.
        now: of the look.

    Raises:
        Problem: 404: it is not hers to decide on; 409: it does not wait for a decision.
        RuleError: the day is out of range.
    """
    kept = cases.decidable(staff, receipt_text)
    roster = kept.roster
    if roster.state != "submitted":
        raise not_open(label(roster.state))
    people = store.people(roster)
    histories = cover_history.of_people(people)
    tomorrow = now.date() + _ONE_DAY
    proposed = cover_history.proposal(histories, tomorrow, without=roster.receipt).day
    # No policy was issued before there was a list.
    earliest = kept.events[0].at.date() + _ONE_DAY
    first = max(days.check(begins), earliest) if begins else proposed
    issued = min(now.date(), first - _ONE_DAY)
    offer = Offer(roster.receipt, issued, first, roster.gaps_passed(first))
    everybody = list(underwrite(people, histories, offer))
    cases.note(staff, roster, "viewed_rows", now, rows=(people[0].row, people[-1].row))
    return _shown(staff, offer, everybody)


def underwrite(
    people: Iterable[Insured], histories: Mapping[int, Known], offer: Offer
) -> Iterable[Underwritten]:
    """Everybody under an offer; `histories` are by row."""
    listing = offer.listing
    last_days = cover_history.last_days(histories, without=offer.receipt)
    for person in people:
        known = histories[person.row]
        old_last_day = offer.old_last_days.get(person.row)
        own = Policy(offer.issued, offer.first_day, old_last_day=old_last_day)
        given = new_cover.give(person, known, own, without=offer.receipt)
        names = other_lists.elsewhere(offer.receipt, listing, known.lists)
        others = {name: known.lists[name] for name in names}
        to_decide = [each for each in given.findings if each.code in _TO_DECIDE]
        to_decide += _judge_others(others, offer.first_day)
        yield Underwritten(person, given, last_days.get(person.row), others, to_decide)


def _judge_others(others: Mapping[str, Listing], begins: date) -> Iterable[Finding]:
    """Other cover that runs for long yet; what is renewed early is none, nor what only waits."""
    ends = [
        each.cover_until
        for each in others.values()
        if each.policy_issued
        and each.cover_until
        and not first_day.renews(each.cover_until, begins)
    ]
    if ends:
        last_day = max(ends).isoformat()
        yield Finding.of("underwriting.covered_elsewhere", last_day=last_day)


def _shown(staff: Staff, offer: Offer, everybody: list[Underwritten]) -> Underwriting:
    visible = _visible(staff, {name for each in everybody for name in each.others})
    standings = [each.standing for each in everybody]
    return Underwriting(
        first_day=offer.first_day,
        continuous=standings.count("continuous"),
        lapsed=standings.count("lapsed"),
        first_time=standings.count("first_time"),
        rows=[
            _row(each, visible)
            for each in everybody
            if each.standing != "continuous" or each.to_decide or each.others
        ],
    )


def _row(each: Underwritten, visible: Mapping[str, Roster]) -> UnderwrittenRow:
    return UnderwrittenRow(
        row=each.person.row,
        name=each.person.name,
        id_number=each.person.id_number,
        standing=each.standing,
        old_last_day=each.old_last_day,
        waiting_last_day=each.cover.waiting_last_day,
        to_decide=[finding.at(row=each.person.row) for finding in each.to_decide],
        others=[_other(name, listing, visible.get(name)) for name, listing in each.others.items()],
    )


def _other(receipt: str, listing: Listing, roster: Roster | None) -> OtherList:
    return OtherList(
        receipt=receipt if roster else None,
        unit_name=roster.unit.name if roster else None,
        is_accepted=listing.policy_issued is not None,
        cover_from=listing.cover_from,
        cover_until=listing.cover_until,
    )


def _visible(staff: Staff, receipts: Iterable[str]) -> dict[str, Roster]:
    """The lists among these that she may see; a read for each hundred.

    An old policy that was brought in is no list: of it only its days are told.
    """
    found = store.many(each for each in receipts if kind_of(each) == "AK")
    return {each.receipt: each for each in found if each.unit.county in staff.counties}
