"""Claims as they are kept.

The table holds, under `CLAIM#<receipt>`, the head, one item an event and one a paper. S3 holds the
report word for word, and the papers: in quarantine until the follow-up has looked at them. One
transaction makes a claim, or papers that came later, visible; objects of one that died before it
are seen by nobody.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from functions.claims.models import Claim, Event, Happening, KeptReport
from functions.common import (
    claim_documents,
    outbox,
    records,
    submissions,
    summary_facts,
    table,
    uploads,
)
from functions.common.claim_documents import Document
from functions.common.record_keys import folder, item_key
from functions.common.records import StoredObject
from functions.common.submissions import SubmissionKey
from functions.common.summary_facts import Reported
from functions.common.uploads import Upload

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef


class KeptClaim(NamedTuple):
    """A claim, its events, the first first, and its papers in the order they came."""

    claim: Claim
    events: list[Event]
    documents: list[Document]

    @property
    def access_hash(self) -> str:
        """By which the access code is known."""
        return self.claim.access_hash


class Brought(NamedTuple):
    """A paper that comes with a claim, and the upload that brings it."""

    document: Document
    upload: Upload


def put_report(report: KeptReport) -> StoredObject:
    """Keep the report, whole."""
    key = _report_object(report.receipt)
    return records.put(key, report.model_dump_json(round_trip=True).encode(), "application/json")


def get_report(claim: Claim) -> KeptReport:
    """The report, in the very version of the object that was submitted."""
    data = records.get(_report_object(claim.receipt), claim.report_version)
    return KeptReport.model_validate_json(data)


def put_in_quarantine(upload: Upload, receipt: str, document_id: str) -> str:
    """Keep a paper's bytes where nobody opens them; the version of the object.

    Raises:
        RuleError: `upload.unknown`, nothing was sent.
    """
    return uploads.copy_to_records(upload, claim_documents.quarantine_object(receipt, document_id))


def save(claim: Claim, disease: str, brought: "Sequence[Brought]", key: SubmissionKey) -> None:
    """Make a claim visible: head, first event, idempotency key, papers and uploads, or nothing.

    That there is one more of its disease is kept under a name by which nobody finds the claim.

    Raises:
        Taken: any of `claim`, `event`, `submission`, `document.…`, `upload.…` was there already.
    """
    fact = summary_facts.claim_part(
        Reported(disease=disease), claim.unit.county, claim.reported_at.date()
    )
    table.transact(
        {
            "claim": table.put_new(_head(claim)),
            "fact": fact,
            "submission": submissions.remember(key, claim.receipt, claim.reported_at),
            **_with_every_version(claim, "reported", brought, claim.reported_at),
        }
    )


def supplement(old: Claim, new: Claim, brought: "Sequence[Brought]", now: datetime) -> None:
    """Add papers to a claim, or nothing.

    Raises:
        Taken: the claim has another version by now, or an upload was used.
    """
    table.transact(
        {
            "claim": table.put_over(_head(new), version=old.version),
            **_with_every_version(new, "supplemented", brought, now),
        }
    )


def _with_every_version(
    claim: Claim, happening: Happening, brought: "Sequence[Brought]", now: datetime
) -> "Mapping[str, TransactWriteItemTypeDef]":
    event = Event(at=now, state=happening, version=claim.version)
    item = {
        **item_key(claim.receipt, f"EVENT#{event.at.isoformat()}#{event.version:06d}"),
        **event.model_dump(mode="json"),
    }
    parts = {
        "event": table.put_new(item),
        "outbox": outbox.entry(claim.receipt, claim.version, now, version=claim.version),
    }
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


def _report_object(receipt: str) -> str:
    return f"{folder(receipt, 1)}/report.json"


def _head(claim: Claim) -> dict[str, Any]:
    return {**item_key(claim.receipt, "HEAD"), **claim.model_dump(mode="json")}
