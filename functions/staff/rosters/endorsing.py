"""Endorsements (批改) of an accepted list: proposed by one person, confirmed by another.

That a gap in somebody's cover is let pass (宽限) may be said before acceptance, too.

A name without its number, or the number of the policy, change neither money nor cover: they hold
at once. The same request sent again, because its answer was lost, is answered again.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from http import HTTPStatus
from typing import Any, Final, NamedTuple

from functions.platform.problems import Problem, refuse_if
from functions.records.rosters import endorsements, store
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.models import People, Roster
from functions.records.rosters.roster_events import (
    Acceptance,
    Endorsement,
    Event,
    Happening,
    Leaver,
    Reason,
    State,
    label,
)
from functions.records.submissions import fingerprint_of
from functions.staff.decision import Decision
from functions.staff.rosters import cases, contradictions, decisions, gaps, renewing_still
from functions.staff.rosters.deciding import decided, event
from functions.staff.rosters.endorsement_models import (
    DeclineChangeRequest,
    DeclineEndorsementRequest,
    EndorsementLook,
    EndorseRequest,
    GapIn,
    NotAcceptedIn,
    PeopleOutIn,
    PersonIn,
    PolicyIn,
)
from functions.staff.rosters.models import Case
from functions.staff.rosters.row_decisions import Candidates, RowDecisions
from shared_rules import plans
from shared_rules.findings import Finding
from shared_rules.roster import judging
from shared_rules.roster.entries import Entries, Entry
from shared_rules.roster.form import OWN
from shared_rules.roster.form.rows import Insured, in_order


class _PutRight(NamedTuple):
    """Somebody's row before her name or number is put right, and after; all people as of then."""

    before: Insured
    after: Insured
    people: People


class _Asked(NamedTuple):
    """An endorsement that is asked for, the rows that it is about, and who is put right by it.

    `waits_until` is the last day on which somebody waits by it who renewed before.
    """

    endorsement: Endorsement
    rows: list[int]
    put_right: _PutRight | None = None
    waits_until: date | None = None

    def to_keep(self, roster: Roster) -> Endorsement:
        """The same with its people kept, which no number of theirs stands in the table for."""
        if self.put_right is None:
            return self.endorsement
        kept = store.put_people(self.put_right.people)
        objects = {"rows_object": kept, "rows_before": roster.rows_object}
        return self.endorsement.model_copy(update=objects)


_ACCEPTED: Final[State] = "accepted"
_ENDORSED_IN: Final = (_ACCEPTED,)
_GRANTED_IN: Final[tuple[State, ...]] = ("submitted", _ACCEPTED)
_OPEN_CLAIM: Final = "endorsement.open_claim"
_RENEWAL: Final = "endorsement.renewal_rests"
_DECIDED_CLAIM: Final = "endorsement.decided_claim"
_RENEWS_NO_MORE: Final = "endorsement.renews_no_more"


def look(decision: Decision, request: EndorseRequest) -> EndorsementLook:
    """What proposing an endorsement would come to; nothing is stored.

    Raises:
        Problem: as `propose`.
        RuleError: a day is out of range.
    """
    kept = cases.decidable(decision.staff, decision.receipt)
    roster = kept.roster
    is_open = roster.state in _open_to(request)
    decision.check(kept.events, roster.revision, label(roster.state), is_open=is_open)
    asked = _read(decision, kept, request)
    found = asked.endorsement
    return EndorsementLook(
        needs_second=_needs_second(roster, asked),
        open_claims=found.open_claims,
        decided_claims=found.decided_claims,
        renewals=contradictions.lists_in_words(decision.staff, found.renewals),
        waits_until=asked.waits_until,
    )


def propose(decision: Decision, request: EndorseRequest) -> Case:
    """Propose an endorsement; one that changes neither money nor cover holds at once.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: the list is not
            accepted, another proposal waits, or a paid claim rests on what would change; 422: it
            cannot be right, or nobody has confirmed that an open claim may rest on it.
        RuleError: a day is out of range.
    """

    def decide(kept: KeptCase) -> Event:
        asked = _read(decision, kept, request)
        happening: Happening = (
            "endorsement_proposed" if _needs_second(kept.roster, asked) else "endorsed"
        )
        said = {
            "reasons": [Reason(text=request.reason, rows=asked.rows)],
            "endorsement": asked.to_keep(kept.roster),
            "answers": request.answers,
        }
        return event(decision, kept, happening, kept.roster.state, **said)

    return decided(decision, fingerprint_of(request, "propose"), _open_to(request), decide)


def confirm(decision: Decision) -> Case:
    """A second person confirms what was proposed, which holds from then on.

    Raises:
        Problem: 404, 412; 409: nothing waits, it is her own proposal, or a claim was paid or
            reported, or people renewed meanwhile, which it contradicts.
    """

    def decide(kept: KeptCase) -> Event:
        proposed, endorsement = _proposed(kept)
        if proposed.by and proposed.by.subject == decision.staff.subject:
            raise Problem(HTTPStatus.CONFLICT, "endorsement.second_person")
        _refuse_since(decision, kept.roster, endorsement)
        said = {
            "reasons": proposed.reasons,
            "endorsement": endorsement,
            "answers": proposed.answers,
        }
        if endorsement.change == "acceptance_withdrawn":
            return event(decision, kept, "acceptance_withdrawn", "submitted", **said)
        return event(decision, kept, "endorsed", kept.roster.state, **said)

    return decided(decision, fingerprint_of(None, "confirm"), _GRANTED_IN, decide)


def decline(decision: Decision, request: DeclineEndorsementRequest) -> Case:
    """Somebody says no to what was proposed, or takes her own proposal back: nothing changes.

    Raises:
        Problem: 404, 412; 409: nothing waits.
    """

    def decide(kept: KeptCase) -> Event:
        _proposed(kept)
        reasons = [Reason(text=request.reason)]
        return event(decision, kept, "endorsement_declined", kept.roster.state, reasons=reasons)

    return decided(decision, fingerprint_of(request, "decline"), _GRANTED_IN, decide)


def decline_request(decision: Decision, request: DeclineChangeRequest) -> Case:
    """Tell a unit why what it has asked for is not done.

    Raises:
        Problem: 404, 412; 409: the request does not wait.
    """

    def decide(kept: KeptCase) -> Event:
        _check_waiting(kept, request.number)
        said = {"reasons": [Reason(text=request.reason)], "answers": request.number}
        return event(decision, kept, "change_declined", _ACCEPTED, **said)

    return decided(decision, fingerprint_of(request, "decline request"), _ENDORSED_IN, decide)


# ---- what waits ----


def _proposed(kept: KeptCase) -> tuple[Event, Endorsement]:
    proposed = endorsements.proposed(kept.events)
    if proposed is None or proposed.endorsement is None:
        raise Problem(HTTPStatus.CONFLICT, "endorsement.none_waits")
    return proposed, proposed.endorsement


def _check_waiting(kept: KeptCase, number: int) -> None:
    waiting = [
        each.number for each in endorsements.requested(kept.events) if each.state == "waiting"
    ]
    if number not in waiting:
        raise Problem(HTTPStatus.CONFLICT, "change_request.not_waiting")


def _accepted(roster: Roster) -> Acceptance:
    if roster.acceptance is None:
        raise LookupError("an accepted list without its acceptance")
    return roster.acceptance


# ---- what is asked for ----


def _open_to(request: EndorseRequest) -> tuple[State, ...]:
    """The states of a list in which it may be asked for."""
    return _GRANTED_IN if isinstance(request.what, GapIn) else _ENDORSED_IN


def _read(decision: Decision, kept: KeptCase, request: EndorseRequest) -> _Asked:
    """The endorsement that is asked for, with what was confirmed of it.

    Raises:
        Problem: with what stands in the way.
    """
    if endorsements.proposed(kept.events):
        raise Problem(HTTPStatus.CONFLICT, "endorsement.waits")
    asked = _asked(decision, kept, request)
    people = asked.put_right.people.people if asked.put_right else None
    resting = contradictions.resting(kept.roster, asked.endorsement, decision.today, people)
    refuse_if(
        found
        for found in (*_to_confirm(decision, resting), *_renewing_no_more(asked))
        if found.code not in request.confirmations
    )
    if request.answers is not None:
        _check_waiting(kept, request.answers)
    return asked._replace(endorsement=asked.endorsement.model_copy(update=resting._asdict()))


def _asked(decision: Decision, kept: KeptCase, request: EndorseRequest) -> _Asked:
    roster = kept.roster
    match request.what:
        case PeopleOutIn() as what:
            return _Asked(_people_out(decision, roster, _accepted(roster), what), what.rows)
        case PersonIn() as what:
            right = _put_right(roster, _accepted(roster), what)
            waits = renewing_still.waits_until(roster, right.before, right.after)
            return _Asked(Endorsement(change="person"), [what.row], right, waits)
        case PolicyIn() as what:
            return _Asked(_policy(decision, kept, _accepted(roster), what), [])
        case GapIn() as what:
            return _Asked(gaps.grant(roster, what.rows, decision.today), what.rows)
        case NotAcceptedIn():
            return _Asked(Endorsement(change="acceptance_withdrawn"), [])


def _to_confirm(decision: Decision, resting: contradictions.Resting) -> Iterator[Finding]:
    """What whoever proposes an endorsement must have seen."""
    if resting.open_claims:
        yield Finding.of(_OPEN_CLAIM, receipts=contradictions.in_words(resting.open_claims))
    if resting.renewals:
        receipts = contradictions.lists_in_words(decision.staff, resting.renewals)
        yield Finding.of(_RENEWAL, receipts=receipts)
    if resting.decided_claims:
        yield Finding.of(_DECIDED_CLAIM, receipts=contradictions.in_words(resting.decided_claims))


def _renewing_no_more(asked: _Asked) -> Iterator[Finding]:
    if asked.waits_until:
        [row] = asked.rows
        found = Finding.of(_RENEWS_NO_MORE, row=row, waits_until=asked.waits_until.isoformat())
        yield found.at(row=row)


def _refuse_since(decision: Decision, roster: Roster, endorsement: Endorsement) -> None:
    """What was confirmed of claims and renewals was confirmed of those that there were."""
    resting = contradictions.resting(roster, endorsement, decision.today)
    if new := [each for each in resting.open_claims if each not in endorsement.open_claims]:
        params = {"receipts": contradictions.in_words(new)}
        raise Problem(HTTPStatus.CONFLICT, "endorsement.claim_meanwhile", params=params)
    if new := [each for each in resting.renewals if each not in endorsement.renewals]:
        params = {"receipts": contradictions.lists_in_words(decision.staff, new)}
        raise Problem(HTTPStatus.CONFLICT, "endorsement.renewal_meanwhile", params=params)
    if new := [each for each in resting.decided_claims if each not in endorsement.decided_claims]:
        params = {"receipts": contradictions.in_words(new)}
        raise Problem(HTTPStatus.CONFLICT, "endorsement.decided_meanwhile", params=params)


def _people_out(
    decision: Decision, roster: Roster, accepted: Acceptance, what: PeopleOutIn
) -> Endorsement:
    """Who leaves, and until when she is covered; no refund is reckoned, as the text knows none."""
    has_died = what.change == "died"

    def judged() -> Iterator[Finding]:
        staying = _staying(store.people(roster), accepted)
        for row in what.rows:
            if row not in staying:
                yield Finding.of("endorsement.not_insured", field="what.rows", row=row).at(row=row)
        last_day = what.last_day
        if has_died and (last_day is None or last_day > decision.today):
            yield Finding.of("endorsement.day_of_death", field="what.last_day")
        if last_day and not accepted.first_day <= last_day < accepted.last_day:
            days = {
                "first_day": accepted.first_day.isoformat(),
                "last_day": accepted.last_day.isoformat(),
            }
            yield Finding.of("endorsement.day_outside", field="what.last_day", **days)

    refuse_if(judged())
    leavers = [
        Leaver(row=row, last_day=what.last_day, has_died=has_died)
        for row in dict.fromkeys(what.rows)
    ]
    return Endorsement(change=what.change, leavers=leavers)


def _put_right(roster: Roster, accepted: Acceptance, what: PersonIn) -> _PutRight:
    """Somebody's name or number put right, and the people of her list with it."""
    listed = store.kept_people(roster.rows_object)
    people = listed.people
    place = next((place for place, each in enumerate(people) if each.row == what.row), None)
    if place is None or what.row not in _staying(people, accepted):
        refuse_if([Finding.of("endorsement.not_insured", field="what.row", row=what.row)])
    before = people[place or 0]
    corrected = _corrected(before, what, accepted)
    others = (each.id_number for each in people if each.row != what.row)
    if corrected.id_number in others:
        refuse_if([Finding.of("endorsement.number_in_list", field="what.id_number")])
    if corrected == before:
        refuse_if([Finding.of("endorsement.nothing_changes", field="what.name")])
    after = [corrected if each.row == what.row else each for each in people]
    kept = People(
        receipt=roster.receipt, version=roster.version, people=after, erased=listed.erased
    )
    return _PutRight(before, corrected, kept)


def _corrected(before: Insured, what: PersonIn, accepted: Acceptance) -> Insured:
    """Somebody as she should have stood in the list, judged as any row on the first day."""
    fields: Collection[str] = OWN
    given = {field: text for field, text in what.model_dump().items() if field in fields and text}
    entry = Entry(before.row, *in_order(before)).changed(given)
    plan = plans.in_force(accepted.policy_issued_date)
    report = judging.judge(Entries((entry,)), plan=plan, cover_from=accepted.first_day)
    refuse_if(_of_what(each) for each in report.findings if each.severity == "error")
    [corrected] = report.people
    kept: Mapping[str, Any] = {"name_written": before.name_written} if not what.name else {}
    return replace(corrected, **kept)


def _of_what(finding: Finding) -> Finding:
    return finding.model_copy(update={"field": f"what.{finding.field}"})


def _policy(
    decision: Decision, kept: KeptCase, accepted: Acceptance, what: PolicyIn
) -> Endorsement:
    """The acceptance with other dates, or another number; who was refused or left stays so."""
    if what.premium_holds is None and accepted.two_sums:
        what = what.model_copy(update={"premium_holds": accepted.two_sums.holds})
    candidates = Candidates.of(kept.roster)
    rows = RowDecisions.kept(accepted)
    after = decisions.accepted(kept, candidates, what, rows, decision.today)
    kept_as_was = {
        "leavers": accepted.leavers,
        "confirmations": accepted.confirmations,
        # A list that renews this one is not the cover that it renews itself.
        "old_last_day": after.old_last_day or accepted.old_last_day,
    }
    after = after.model_copy(update=kept_as_was)
    if after == accepted:
        refuse_if([Finding.of("endorsement.nothing_changes", field="what.policy_number")])
    return Endorsement(change="policy", acceptance=after)


def _staying(people: Iterable[Insured], accepted: Acceptance) -> set[int]:
    """The rows of those who are insured, and whom nobody has taken out."""
    return {each.row for each in people} - accepted.rows_out


def _needs_second(roster: Roster, asked: _Asked) -> bool:
    """Whether money or cover changes."""
    if asked.put_right:
        return asked.put_right.before.id_number != asked.put_right.after.id_number
    if asked.endorsement.change == "policy":
        after = asked.endorsement.acceptance
        number = {"policy_number": after.policy_number if after else ""}
        return after != _accepted(roster).model_copy(update=number)
    return True
