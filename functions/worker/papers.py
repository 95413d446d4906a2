"""Papers of a claim or a roster: looked at, cleaned, and moved out of quarantine.

Done again it does no harm: what has its final state is left alone.
"""

from collections.abc import Iterable

from functions.documents import reading, scanner
from functions.records import paper_store
from functions.records.kept_papers import KeptPaper
from shared_rules.findings import Finding, RuleError


def look_at_all(receipt: str, papers: Iterable[KeptPaper]) -> None:
    """Look at each of them."""
    for paper in papers:
        if paper.is_in_check:
            _look_at(receipt, paper)
        elif paper.clean_object:
            # Where the last attempt ended before it could.
            paper_store.leave_quarantine(paper)


def _look_at(receipt: str, paper: KeptPaper) -> None:
    paper_store.put_state(receipt, paper.model_copy(update={"state": "scanning"}))
    data = paper_store.from_quarantine(paper)
    verdict = scanner.scan(data)
    if verdict == "infected":
        _reject(receipt, paper, Finding.of("document.infected"))
        return
    try:
        clean = reading.clean(data)
    except RuleError as error:
        _reject(receipt, paper, error.finding())
        return
    kept = paper_store.put_clean(receipt, paper.document_id, clean.data, clean.media_type)
    found = {
        "state": "accepted" if verdict == "clean" else "unscanned",
        "media_type": clean.media_type,
        "pages": clean.paper.pages,
        "clean_object": kept,
        "thumbnail_object": _kept_thumbnail(receipt, paper, clean.thumbnail),
        "findings": list(clean.paper.findings),
    }
    paper_store.put_state(receipt, paper.model_copy(update=found))
    paper_store.leave_quarantine(paper)


def _kept_thumbnail(receipt: str, paper: KeptPaper, data: bytes | None) -> str | None:
    if data is None:
        return None
    return paper_store.put_thumbnail(receipt, paper.document_id, data)


def _reject(receipt: str, paper: KeptPaper, reason: Finding) -> None:
    """It stays in quarantine, where nobody opens it."""
    paper_store.put_state(
        receipt, paper.model_copy(update={"state": "rejected", "findings": [reason]})
    )
