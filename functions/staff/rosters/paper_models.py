"""The papers of a list: policy and invoice that the desk attaches (第十三条), those of its unit."""

from datetime import datetime

from functions.platform.request_values import Request, UploadId, Words
from functions.records import kept_papers
from functions.records.rosters.signed_consents import ConsentsAttested, ConsentsMissing
from functions.staff.models import By
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
    or its list is not accepted after all. `is_scanned`: a virus scanner has found nothing in it.
    """

    number: int
    kind: PaperKind
    format: PaperFormat
    size: int
    sha256: str
    is_scanned: bool
    at: datetime
    by: By
    opened_at: datetime | None
    stands: bool


class BroughtPaper(Model):
    """A scan or photo that a unit has brought to a version of its list."""

    document_id: str
    filename: str
    received_at: datetime
    version: int
    media_type: str | None
    pages: int | None
    state: kept_papers.State
    state_label: str
    findings: list[Finding]


class CaseSheet(BroughtPaper):
    """Of stamped sheets; `is_current`: of the list as it stands.

    `check_text` stands on each of them; where `is_printed_offline`, before the list was submitted.
    """

    is_current: bool
    check_text: str
    is_printed_offline: bool


class ConsentsPaper(BroughtPaper):
    """Of signed consents (本人同意书): of everybody in that version, or of `rows`."""

    rows: list[int]


class CaseConsents(Model):
    """What has become of the signed consents: brought, or kept by the unit as it attests."""

    papers: list[ConsentsPaper]
    attested: list[ConsentsAttested]
    missing: ConsentsMissing
