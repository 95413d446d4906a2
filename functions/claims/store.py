"""Claims as they are kept.

The table holds, under `CLAIM#<receipt>`, the head, one item an event and one a paper; the head has
its place in the desk's queue. S3 holds the report word for word, and the papers: in quarantine
until the follow-up has looked at them. One transaction makes a claim, papers that came later, or a
decision of the desk visible; objects of one that died before it are seen by nobody.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from functions.claims.models import Claim, KeptReport
from functions.platform import objects, table
from functions.records import outbox, submissions, summary_facts, uploads
from functions.records.claims import claim_course, claim_documents
from functions.records.claims.claim_course import Standing
from functions.records.claims.claim_documents import Document
from functions.records.claims.claim_events import Event
from functions.records.record_keys import folder, item_key
from functions.records.submissions import SubmissionKey
from functions.records.summary_facts import Reported
from functions.records.uploads import Upload
from shared_rules import plans

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef


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


class Brought(NamedTuple):
    """A paper that comes with a claim, and the upload that brings it."""

    document: Document
    upload: Upload


def put_report(report: KeptReport) -> str:
    """Keep the report, whole; the key of its object."""
    place = f"{folder(report.receipt, 1)}/report"
    return objects.put(place, report.model_dump_json(round_trip=True).encode(), "application/json")


def get_report(claim: Claim) -> KeptReport:
    """The report as it was submitted."""
    return KeptReport.model_validate_json(objects.get(claim.report_object))


def put_in_quarantine(upload: Upload, receipt: str, document_id: str) -> str:
    """Keep a paper's bytes where nobody opens them; the key of the object.

    Raises:
        RuleError: `upload.unknown`, nothing was sent.
    """
    return uploads.copy_to_records(upload, claim_documents.quarantine_place(receipt, document_id))


def save(claim: Claim, disease: str, brought: "Sequence[Brought]", key: SubmissionKey) -> None:
    """Make a claim visible: head, first event, idempotency key, papers and uploads, or nothing.

    That there is one more of its disease is kept under a name by which nobody finds the claim.

    Raises:
        Taken: any of `claim`, `event`, `submission`, `document.…`, `upload.…` was there already.
    """
    now = claim.reported_at
    event = Event(at=now, state="reported", version=claim.version, revision=claim.revision)
    new = _with(KeptClaim(claim, [], []), claim, event, brought)
    fact = summary_facts.claim_part(Reported(disease=disease), claim.unit.county, now.date())
    table.transact(
        {
            "claim": table.put_new(_head(new)),
            "fact": fact,
            "submission": submissions.remember(key, claim.receipt, now),
            **_with_every_version(claim, event, brought),
        }
    )


def supplement(old: KeptClaim, brought: "Sequence[Brought]", now: datetime) -> None:
    """Add papers to a claim, or nothing.

    Raises:
        Taken: the claim was changed meanwhile, or an upload was used.
    """
    version, revision = old.claim.version + 1, old.claim.revision + 1
    claim = old.claim.model_copy(update={"version": version, "revision": revision})
    event = Event(at=now, state="supplemented", version=version, revision=revision)
    table.transact(
        {
            "claim": _put_over(old, _with(old, claim, event, brought)),
            **_with_every_version(claim, event, brought),
        }
    )


def decide(old: KeptClaim, event: Event, besides: "Mapping[str, TransactWriteItemTypeDef]") -> None:
    """Keep what the desk decided on a claim, with what else must be written, or nothing.

    Raises:
        Taken: the claim was changed meanwhile, or the condition of something else fails.
    """
    claim = old.claim.model_copy(update={"revision": event.revision})
    table.transact(
        {
            "claim": _put_over(old, _with(old, claim, event)),
            "event": table.put_new(_event_item(claim.receipt, event)),
            **besides,
        }
    )


def _with(
    old: KeptClaim, claim: Claim, event: Event, brought: "Sequence[Brought]" = ()
) -> KeptClaim:
    """A claim after an event."""
    documents = [each.document for each in brought]
    return KeptClaim(claim, [*old.events, event], [*old.documents, *documents])


def _put_over(old: KeptClaim, new: KeptClaim) -> "TransactWriteItemTypeDef":
    # Claims from before the desk have no revision.
    held = {":version": old.claim.version, ":revision": old.claim.revision}
    still = "version = :version AND (attribute_not_exists(revision) OR revision = :revision)"
    return table.put_where(still, _head(new), held)


def _event_item(receipt: str, event: Event) -> dict[str, Any]:
    sort = f"EVENT#{event.at.isoformat()}#{event.revision:06d}"
    return {**item_key(receipt, sort), **event.model_dump(mode="json", exclude_none=True)}


def _with_every_version(
    claim: Claim, event: Event, brought: "Sequence[Brought]"
) -> "dict[str, TransactWriteItemTypeDef]":
    waiting = outbox.entry(claim.receipt, claim.version, event.at, version=claim.version)
    parts = {"event": table.put_new(_event_item(claim.receipt, event)), "outbox": waiting}
    for number, (document, upload) in enumerate(brought):
        kept = claim_documents.to_item(claim.receipt, document)
        parts[f"document.{number}"] = table.put_new(kept)
        parts[f"upload.{number}"] = uploads.use(upload.upload_id, claim.receipt)
    return parts


def find(receipt: str) -> KeptClaim | None:
    """A claim, its events and its papers."""
    items = table.between(item_key(receipt, claim_documents.SORT), "HEAD")
    head = next((item for item in items if item["sk"] == "HEAD"), None)
    if head is None:
        return None
    return KeptClaim(
        Claim.model_validate(head),
        [Event.model_validate(each) for each in _sorted(items, "EVENT#")],
        [Document.model_validate(each) for each in _sorted(items, claim_documents.SORT)],
    )


def _sorted(items: list[dict[str, Any]], sort: str) -> list[dict[str, Any]]:
    return [item for item in items if item["sk"].startswith(sort)]


def _head(kept: KeptClaim) -> dict[str, Any]:
    """The head of a claim, with its place in the desk's queue."""
    claim = kept.claim
    placed = claim_course.place(claim.receipt, claim.unit.name, kept.stands)
    return {**item_key(claim.receipt, "HEAD"), **claim.model_dump(mode="json"), **placed}
