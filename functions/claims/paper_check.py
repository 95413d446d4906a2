"""An uploaded paper looked at before it goes with a claim, so that she can take another photo."""

from datetime import datetime
from typing import Final

from functions.claims.models import DocumentCheckRequest, DocumentReport
from functions.documents import reading
from functions.documents.reading import Kind
from functions.platform.problems import of_rule
from functions.records import uploads
from shared_rules.claim.limits import MAX_DOCUMENT_BYTES
from shared_rules.findings import RuleError

_LABELS: Final[dict[Kind, str]] = {
    "pdf": "PDF 文件",
    "jpeg": "照片（JPEG）",
    "png": "图片（PNG）",
    "heic": "照片（HEIC）",
}


def check(request: DocumentCheckRequest, now: datetime) -> DocumentReport:
    """What the file is, and what to beware of; nothing is stored.

    Raises:
        Problem: it is not there, or cannot be taken.
    """
    try:
        upload = uploads.find(request.upload_id, "claim-document", now)
        paper = reading.inspect(uploads.read(upload, MAX_DOCUMENT_BYTES))
    except RuleError as error:
        raise of_rule(error, "upload_id") from error
    return DocumentReport(
        kind=paper.kind,
        label=_LABELS[paper.kind],
        pages=paper.pages,
        findings=list(paper.findings),
    )
