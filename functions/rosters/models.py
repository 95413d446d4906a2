"""What goes in and out where a list is submitted or corrected, or more is asked for."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from functions.platform.downloads import Download
from functions.platform.request_values import Email, Phone, Request, Text, UploadId, Words
from functions.records.areas import Contact
from functions.records.consent import Consent
from functions.records.whereabouts import Whereabouts
from functions.rosters.check_models import (
    ContactName,
    NamedRows,
    RosterCheckReport,
    RosterCheckRequest,
    RosterUnitIn,
)
from shared_rules.claim.limits import MAX_DOCUMENTS_AT_ONCE
from shared_rules.findings import Finding
from shared_rules.plans import Payment
from shared_rules.premium import Premium
from shared_rules.records import Model
from shared_rules.roster.difference import Difference


class EarlierListIn(Request):
    """An accepted list that is referred to, with its code."""

    receipt: Text
    access_code: Text


class RosterSubmitRequest(RosterCheckRequest):
    """A list to keep, with what the person confirmed and agreed to.

    Where it `supplements` an accepted list (补充名单) its people get a year of their own; where it
    `renews` one (续保名单) both know of each other. A correction keeps what the first version said.
    By the text of version `attestation`, where it is given, the unit attests that it keeps what
    everybody has signed (本人同意书).
    """

    unit: RosterUnitIn
    confirmations: list[Text] = Field(default_factory=list, max_length=100)
    consent: Consent
    attestation: Text = ""
    supplements: EarlierListIn | None = None
    renews: EarlierListIn | None = None


class ChangeRequest(Request):
    """What a unit asks to have changed in its accepted list; `rows` where it is about some."""

    reason: Words
    rows: NamedRows = Field(default=[])


class SheetIn(Request):
    """What stands on a printed sheet: its receipt and its check text (核对码)."""

    receipt: Text
    check_text: Text


class StampedSheetsIn(Request):
    """Scans or photos of stamped sheets, and the check text that stands on each of them."""

    check_text: Text
    upload_ids: Annotated[list[UploadId], Field(min_length=1, max_length=MAX_DOCUMENTS_AT_ONCE)]


class SignedConsentsIn(Request):
    """Scans or photos of signed consents (本人同意书), or that the unit keeps them.

    It attests that by the text of version `attestation`. Without `rows` they are everybody's.
    """

    rows: NamedRows = Field(default=[])
    upload_ids: Annotated[list[UploadId], Field(max_length=MAX_DOCUMENTS_AT_ONCE)] = Field(
        default=[]
    )
    attestation: Text = ""


class ClerkIn(Request):
    """Who is the clerk (经办人) of a list from now on; without `email` none is sent any more."""

    contact_name: ContactName
    phone: Phone
    email: Email = ""


class MarkedUpList(Download):
    """Where the marked-up list is; `findings` say what of the own file is not in it, and why."""

    findings: list[Finding]


class CorrectionReport(RosterCheckReport):
    """What was found in a corrected list, and what it changes in version `version`."""

    version: int
    difference: Difference


class Receipt(Model):
    """Proof that a list is kept; `access_code` is shown this once.

    By `list_mark` a device knows the same list when it comes again.
    """

    receipt: str
    access_code: str
    version: int
    submitted_at: datetime
    people: int
    premium: Premium
    whereabouts: Whereabouts
    contact: Contact
    payment: Payment
    print_url: str
    list_mark: str
