"""Papers at the desk: each, and its small picture, through a link for minutes."""

from collections.abc import Iterable
from datetime import datetime
from http import HTTPStatus
from typing import Final, TypeVar

from functions.platform import downloads
from functions.platform.downloads import Download
from functions.platform.problems import Problem
from functions.records.kept_papers import KeptPaper
from functions.staff.models import Thumbnail, Thumbnails

_ENDINGS: Final = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
Paper = TypeVar("Paper", bound=KeptPaper)


def find(papers: Iterable[Paper], document_id: str) -> Paper:
    """One of the papers of a record.

    Raises:
        Problem: 404: it has no such paper.
    """
    for each in papers:
        if each.document_id == document_id:
            return each
    raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")


def link(paper: KeptPaper, now: datetime) -> Download:
    """Where a paper is to be looked at.

    Raises:
        Problem: 409: it is in quarantine.
    """
    if paper.clean_object is None:
        raise Problem(HTTPStatus.CONFLICT, "claim_paper.not_clean")
    return downloads.record(paper.clean_object, f"{paper.document_id}{ending(paper)}", now)


def thumbnails(papers: Iterable[KeptPaper], now: datetime) -> Thumbnails:
    """Where the small pictures of papers are, of those that have one."""
    small = [
        Thumbnail(
            document_id=each.document_id,
            url=downloads.record(each.thumbnail_object, f"{each.document_id}.jpg", now).url,
        )
        for each in papers
        if each.thumbnail_object
    ]
    return Thumbnails(thumbnails=small, expires_at=now + downloads.LIFETIME)


def ending(paper: KeptPaper) -> str:
    """With what the name of its file ends."""
    return _ENDINGS.get(paper.media_type or "", ".bin")
