"""Whether a file may be sent, and the ticket to send it with."""

from datetime import datetime

from functions.common import uploads
from functions.uploads.models import UploadRequest, UploadTicket
from shared_rules.findings import RuleError
from shared_rules.roster.limits import MAX_FILE_BYTES, MIB


def issue_ticket(request: UploadRequest, now: datetime) -> UploadTicket:
    """A ticket for one file of at most `MAX_FILE_BYTES`.

    Raises:
        RuleError: `file.empty` or `file.too_large`.
    """
    if request.size == 0:
        raise RuleError("file.empty")
    if request.size > MAX_FILE_BYTES:
        raise RuleError("file.too_large", limit_mb=MAX_FILE_BYTES // MIB)
    upload = uploads.create(request.purpose, request.filename, now)
    content_type = request.content_type or "application/octet-stream"
    form = uploads.presigned_post(upload, content_type, MAX_FILE_BYTES)
    return UploadTicket(
        upload_id=upload.upload_id,
        url=form["url"],
        fields=form["fields"],
        max_size=MAX_FILE_BYTES,
        expires_at=upload.expires_at,
    )
