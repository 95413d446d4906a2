"""A claim as it is known: its head, its events and its papers, and all that was said of it.

Nothing is read or written here, see `store`.
"""

from collections.abc import Iterable
from typing import NamedTuple, Self

from functions.records.claims import claim_course, claim_events
from functions.records.claims.claim_course import Standing
from functions.records.claims.claim_documents import Document
from functions.records.claims.claim_events import Event
from functions.records.claims.models import Claim
from functions.records.claims.supplements import CaseFile
from shared_rules import plans
from shared_rules.deadlines import Deadline


class KeptClaim(NamedTuple):
    """A claim, its events, the first first, and its papers in the order they came."""

    claim: Claim
    events: list[Event]
    documents: list[Document]

    @property
    def stands(self) -> Standing:
        """Where it stands."""
        plan, in_hospital = plans.in_force(self.claim.plan), self.claim.in_hospital
        return claim_course.standing(
            self.events, self.documents, in_hospital=in_hospital, plan=plan
        )

    @property
    def access_hash(self) -> str:
        """By which the access code is known."""
        return self.claim.access_hash

    def after(self, event: Event, documents: Iterable[Document] = (), /, **changes: object) -> Self:
        """The same after an event, with the papers that came, and what changes in the head."""
        head = {"version": event.version, "revision": event.revision, **changes}
        return self._replace(
            claim=self.claim.model_copy(update=head),
            events=[*self.events, event],
            documents=[*self.documents, *documents],
        ).holding()

    def holding(self) -> Self:
        """The same without the papers of a claim that it took in and that was parted from it."""
        gone = _taken_in(self.events) - _taken_in(claim_events.holding(self.events))
        return self._replace(
            documents=[each for each in self.documents if each.version not in gone]
        )

    def clock_begun_by(self, version: int) -> Deadline | None:
        """The last day to pay, where it was with this version that the papers became complete."""
        stands, before = self._up_to(version).stands, self._up_to(version - 1)
        waited = before.events and before.stands.state == "papers_complete"
        return stands.pay_by if stands.state == "papers_complete" and not waited else None

    def _up_to(self, version: int) -> Self:
        """The same, of which nothing is known that came after a version."""
        return self._replace(
            events=[each for each in self.events if each.version <= version],
            documents=[each for each in self.documents if each.version <= version],
        )


class WholeClaim(NamedTuple):
    """A claim with all that was said of it."""

    kept: KeptClaim
    file: CaseFile


def _taken_in(events: Iterable[Event]) -> set[int]:
    """The versions of a claim by which it took another one in."""
    return {each.version for each in events if each.state == "took_in"}
