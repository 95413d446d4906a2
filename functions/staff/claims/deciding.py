"""How the desk decides on a claim: what it adds to the events, once.

The same decision sent again, because its answer was lost, is answered again.
"""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, Self

from pydantic import BaseModel

from functions.platform import table
from functions.platform.problems import Problem
from functions.records import person_index, submissions
from functions.records.claims import claim_events, store
from functions.records.claims.claim_course import Standing
from functions.records.claims.claim_events import Event, State
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.models import KeptReport
from functions.records.claims.supplements import CaseFile
from functions.records.person_index import Known
from functions.records.person_places import Person
from functions.staff import untold
from functions.staff.claims import cases
from functions.staff.claims.case_models import ClaimCase
from functions.staff.decision import Decision

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

PERSON: Final = "person"
"""The part of a decision that fails where something else became of the person meanwhile."""

Parts = Mapping[str, "TransactWriteItemTypeDef"]


@dataclass(frozen=True)
class OpenCase:
    """A claim that is decided on: what is kept of it, where it stands, and what was reported."""

    kept: KeptClaim
    stands: Standing
    file: CaseFile

    @property
    def report(self) -> KeptReport:
        """What was reported, with all that was said later."""
        return self.file.now

    @property
    def insured(self) -> Person:
        """Whom it is about."""
        return person_index.insured_of(self.kept.claim, self.file.report)

    @cached_property
    def known(self) -> Known:
        """What is known of the person, read once: what rests on it fails where it has moved."""
        return person_index.known(self.insured)


@dataclass(frozen=True, slots=True)
class Asked(Decision):
    """A decision with the digest of what is asked for, by which it is known when it comes again."""

    asked: str

    @classmethod
    def of(cls, decision: Decision, what: str, request: BaseModel | None = None) -> Self:
        """A decision with what is asked for."""
        digest = submissions.fingerprint_of(request, what)
        return cls(decision.staff, decision.receipt, decision.revision, decision.now, digest)

    def event(self, kept: KeptClaim, state: claim_events.Happening, **said: Any) -> Event:
        """The event that the decision is, with the state that it leads to."""
        event = Event(
            at=self.now,
            state=state,
            version=kept.claim.version,
            revision=self.revision + 1,
            by=self.staff.actor,
            before=kept.stands.state,
            asked=self.asked,
            **said,
        )
        if event.after:
            return event
        return event.model_copy(update={"after": kept.after(event).stands.state})

    def is_kept(self, kept: KeptClaim) -> bool:
        """Whether this very decision was made before."""
        return self.is_among(kept.events, self.asked)

    def check_claim(self, kept: KeptClaim, stands: Standing, *, is_open: bool) -> None:
        """Refuse a decision on a claim that comes too late, as `check`."""
        label = claim_events.label(stands.state)
        self.check(kept.events, kept.claim.revision, label, is_open=is_open)


def _nothing(_: OpenCase, __: Event) -> Parts:
    return {}


def decided(
    decision: Asked,
    allowed: Container[State],
    decide: Callable[[OpenCase], Event],
    besides: Callable[[OpenCase, Event], Parts] = _nothing,
) -> ClaimCase:
    """The case after a decision that may be made in these states, with what it leaves `besides`.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: it is in another
            state, or something else became of the person meanwhile.
    """
    staff = decision.staff
    kept = cases.decidable(staff, decision.receipt)
    if decision.is_kept(kept):
        return cases.shown(staff, *store.whole(kept), decision.now)
    stands = kept.stands
    decision.check_claim(kept, stands, is_open=stands.state in allowed)
    file = store.case_file(kept)
    case = OpenCase(kept, stands, file)
    event = decide(case)
    taken: set[str] = set()
    try:
        store.decide(kept, event, besides(case, event))
    except table.Taken as error:
        taken |= error.what
    found = cases.find(kept.claim.receipt)
    # Ours may be there although it was refused: the first answer was lost, and the SDK asked again.
    if decision.is_kept(found):
        if event.undoes is not None:
            untold.leave_if_told(store.course(found))  # of what was undone nobody is told
        return cases.shown(staff, found, file, decision.now)
    if taken == {PERSON}:
        raise Problem(HTTPStatus.CONFLICT, "claim_desk.item_ended")
    raise decision.conflict(found.events)
