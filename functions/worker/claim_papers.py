"""The papers of a claim: looked at, cleaned, and moved out of quarantine (第十四条).

Done again it does no harm: what has its final state is left alone.
"""

from datetime import datetime

from functions.documents import reading, scanner
from functions.records.claims import document_store, store
from functions.records.claims.claim_documents import Document
from functions.records.outbox import Work
from shared_rules.findings import Finding, RuleError


def look_at_all(work: Work, now: datetime) -> None:
    """Look at every paper that came with a version of a claim, and say so in its story."""
    receipt = work.entry.receipt
    documents = document_store.documents_of(receipt, work.version)
    for document in documents:
        if document.is_in_check:
            _look_at(receipt, document)
        elif document.clean_object:
            # Where the last attempt ended before it could.
            document_store.leave_quarantine(document)
    if documents:
        store.put_checked(receipt, work.version, now)


def _look_at(receipt: str, document: Document) -> None:
    document_store.put_state(receipt, document.model_copy(update={"state": "scanning"}))
    data = document_store.from_quarantine(document)
    verdict = scanner.scan(data)
    if verdict == "infected":
        _reject(receipt, document, Finding.of("document.infected"))
        return
    try:
        clean = reading.clean(data)
    except RuleError as error:
        _reject(receipt, document, error.finding())
        return
    kept = document_store.put_clean(receipt, document.document_id, clean.data, clean.media_type)
    found = {
        "state": "accepted" if verdict == "clean" else "unscanned",
        "media_type": clean.media_type,
        "pages": clean.paper.pages,
        "clean_object": kept,
        "thumbnail_object": _kept_thumbnail(receipt, document, clean.thumbnail),
        "findings": list(clean.paper.findings),
    }
    document_store.put_state(receipt, document.model_copy(update=found))
    document_store.leave_quarantine(document)


def _kept_thumbnail(receipt: str, document: Document, data: bytes | None) -> str | None:
    if data is None:
        return None
    return document_store.put_thumbnail(receipt, document.document_id, data)


def _reject(receipt: str, document: Document, reason: Finding) -> None:
    """It stays in quarantine, where nobody opens it."""
    rejected = document.model_copy(update={"state": "rejected", "findings": [reason]})
    document_store.put_state(receipt, rejected)
