"""Papers that are brought to a claim: their uploads found, and their bytes put into quarantine."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from functions.claims.models import DocumentIn
from functions.claims.open_claims import refuse_ended
from functions.platform.problems import of_rule
from functions.records import brought_papers
from functions.records.brought_file import Upload
from functions.records.claims import store
from functions.records.claims.claim_documents import Document
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.store import Supplemented
from functions.records.paper_store import Brought
from shared_rules.claim.limits import MAX_DOCUMENTS
from shared_rules.findings import RuleError

_FIELD: Final = "documents.{}.upload_id"


def uploads_of(documents: Sequence[DocumentIn], now: datetime) -> list[Upload]:
    """The upload of each paper.

    Raises:
        Problem: one is not there, or is named twice.
    """
    return brought_papers.uploads_of([each.upload_id for each in documents], _FIELD, now)


def refuse_used(found: Sequence[Upload]) -> None:
    """Refuse the first one that was submitted before.

    Raises:
        Problem: one was.
    """
    brought_papers.refuse_used(found, _FIELD)


def add(
    kept: KeptClaim, documents: Sequence[DocumentIn], found: Sequence[Upload], how: Supplemented
) -> KeptClaim:
    """The claim after papers that came later were kept with it.

    Raises:
        Problem: 409: it is not open, or one was submitted before; 422: there would be too many, or
            the bytes of one never arrived.
        Taken: the claim was changed meanwhile, or an upload was used.
    """
    refuse_used(found)
    _refuse_more(kept, found)
    claim = kept.claim
    papers = put(claim.receipt, claim.version + 1, documents, found, how.at)
    return store.supplement(kept, papers, how)


def _refuse_more(kept: KeptClaim, found: Sequence[Upload]) -> None:
    """Refuse papers of a claim that takes no more, or not so many."""
    refuse_ended(kept)
    if len(kept.documents) + len(found) > MAX_DOCUMENTS:
        error = RuleError("claim.documents_full", limit=MAX_DOCUMENTS)
        raise of_rule(error, "documents")


def put(
    receipt: str,
    version: int,
    documents: Sequence[DocumentIn],
    found: Sequence[Upload],
    now: datetime,
) -> list[Brought[Document]]:
    """The papers of a version of a claim, after their bytes were written to S3.

    Raises:
        Problem: the bytes of one never arrived.
    """
    brought = []
    lying = brought_papers.put(found, receipt, version, _FIELD)
    for about, each in zip(documents, lying, strict=True):
        document = Document(
            document_id=each.document_id,
            version=version,
            kind=about.kind,
            filename=each.upload.filename,
            received_at=now,
            quarantine_object=each.place,
        )
        brought.append(Brought(document, each.upload))
    return brought
