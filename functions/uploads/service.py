"""Whether a file may be sent, and the ticket to send it with."""

from datetime import datetime
from pathlib import PurePath
from typing import Final

from functions.platform import rate_limits
from functions.platform.rate_limits import Limit
from functions.records import uploads
from functions.records.brought_file import Purpose
from functions.uploads.models import UploadRequest, UploadTicket
from shared_rules import policy_papers
from shared_rules.claim.limits import MAX_DOCUMENT_BYTES
from shared_rules.findings import RuleError
from shared_rules.roster.limits import MAX_FILE_BYTES, MIB

MAX_FILENAME_LENGTH: Final = 200
_LONGEST_ENDING: Final = 10
_EMPTY: Final[dict[Purpose, str]] = {
    "roster": "file.empty",
    "claim-document": "document.empty",
    "policy-paper": "policy_paper.empty",
}
_TOO_LARGE: Final[dict[Purpose, str]] = {
    "roster": "file.too_large",
    "claim-document": "document.too_large",
    "policy-paper": "policy_paper.too_large",
}
MAX_BYTES: Final[dict[Purpose, int]] = {
    "roster": MAX_FILE_BYTES,
    "claim-document": MAX_DOCUMENT_BYTES,
    "policy-paper": policy_papers.MAX_BYTES,
}
_LIMITS: Final[dict[Purpose, Limit]] = {
    "roster": rate_limits.LIST_UPLOADS,
    "claim-document": rate_limits.PAPER_UPLOADS,
    "policy-paper": rate_limits.PAPER_UPLOADS,
}
_LIMITS_OF_BYTES: Final[dict[Purpose, Limit]] = {
    "roster": rate_limits.LIST_BYTES,
    "claim-document": rate_limits.PAPER_BYTES,
    "policy-paper": rate_limits.PAPER_BYTES,
}


def limit_of(request: UploadRequest) -> Limit:
    """How many such files an address may send."""
    return _LIMITS[request.purpose]


def issue_ticket(request: UploadRequest, address: str, now: datetime) -> UploadTicket:
    """A ticket for one file of the bytes that were named, which are counted for the address.

    Raises:
        RuleError: `file.…`, `document.…` or `policy_paper.…`: `empty` or `too_large`;
            `upload.filename`.
        Problem: that is more than an address may send in a day.
    """
    most = MAX_BYTES[request.purpose]
    if not request.filename:
        raise RuleError("upload.filename")
    if request.size == 0:
        raise RuleError(_EMPTY[request.purpose])
    if request.size > most:
        raise RuleError(_TOO_LARGE[request.purpose], limit_mb=most // MIB)
    rate_limits.take(_LIMITS_OF_BYTES[request.purpose], address, now, request.size)
    upload = uploads.create(request.purpose, _shortened(request.filename), now)
    content_type = request.content_type or "application/octet-stream"
    form = uploads.presigned_post(upload, content_type, request.size)
    return UploadTicket(
        upload_id=upload.upload_id,
        url=form["url"],
        fields=form["fields"],
        max_size=request.size,
        expires_at=now + uploads.POST_LIFETIME,
    )


def _shortened(filename: str) -> str:
    """A name as long as is kept, with its ending; phones make names of whole sentences."""
    ending = PurePath(filename).suffix
    if len(ending) > _LONGEST_ENDING:
        return filename[:MAX_FILENAME_LENGTH]
    return filename.removesuffix(ending)[: MAX_FILENAME_LENGTH - len(ending)] + ending
