"""The papers of a list: policy and invoice that the desk attaches (第十三条), stamped sheets."""

from datetime import datetime

from functions.platform.request_values import Request, UploadId
from functions.records import kept_papers
from functions.staff.models import By, Words
from shared_rules.findings import Finding
from shared_rules.policy_papers import PaperFormat, PaperKind
from shared_rules.records import Model


class AttachRequest(Request):
    """The policy or the invoice of a list; `reason` says why it takes the place of another one."""

    kind: PaperKind
    upload_id: UploadId
    reason: Words | None = None


class AttachedPaper(Model):
    """A policy or invoice that was attached, by its `number`.

    `opened_at` is when the unit first downloaded it; it `stands` until another one takes its place,
    or its list is not accepted after all.
    """

    number: int
    kind: PaperKind
    format: PaperFormat
    size: int
    sha256: str
    at: datetime
    by: By
    opened_at: datetime | None
    stands: bool


class CaseSheet(Model):
    """A scan or photo of stamped sheets; `is_current`: of the list as it stands."""

    document_id: str
    filename: str
    received_at: datetime
    version: int
    is_current: bool
    media_type: str | None
    pages: int | None
    state: kept_papers.State
    state_label: str
    findings: list[Finding]
