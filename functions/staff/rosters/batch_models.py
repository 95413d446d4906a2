"""What goes in and out where many lists are handed off, or accepted, in one go (批量承保)."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Final

from pydantic import Field

from functions.platform.downloads import Download
from functions.platform.request_values import Request, Text
from functions.records.rosters.roster_events import Acceptance
from functions.staff.models import ArchiveFile
from functions.staff.rosters.models import AcceptRequest, RowStates
from shared_rules.findings import Finding
from shared_rules.records import Model

MOST_LISTS: Final = 100
"""So many are read in a few seconds."""


class AcceptLookRequest(AcceptRequest):
    """An acceptance that is only looked at; `version` is the one that was chosen, or handed off."""

    version: Annotated[int, Field(ge=1, strict=True)] | None = None


class AcceptLook(Model):
    """What accepting a list would decide, and what stands in the way; nothing is stored.

    `acceptance` is null where errors leave it open; warnings among `findings` wait to be confirmed.
    An acceptance names `revision`, so that what was looked at is what is decided on. `received` is
    what has come of the premium as far as payments were recorded, `complete_on` since when it is
    all there.
    """

    receipt: str
    unit_name: str
    version: int
    revision: int
    people: int
    received: Decimal
    complete_on: date | None
    acceptance: Acceptance | None
    findings: list[Finding]


class HandedOffList(Request):
    """A list that was handed off; `number` counts how often."""

    receipt: Text
    number: Annotated[int, Field(ge=1, strict=True)]


class HandOffsRequest(Request):
    """The lists that were handed off one by one, and go out as one file."""

    lists: Annotated[list[HandedOffList], Field(min_length=1, max_length=MOST_LISTS)]


class HandOffsMade(Download):
    """Where the archive of many lists is to be fetched from, until when, and what is in it."""

    people: int
    files: list[ArchiveFile]
    sha256: str


class BroughtList(RowStates):
    """What the insurer's file says of one list, and of its policy; what it leaves open is null.

    `version` is that of the list as it is now; that the file is about another one is in `findings`.
    """

    receipt: str
    unit_name: str
    version: int
    people: int
    policy_number: str | None
    consent_date: date | None
    premium_received_date: date | None
    policy_issued_date: date | None
    agreed_first_day: date | None


class BroughtLists(Model):
    """The lists of a file that she decides on; `findings` are about lines of no such list."""

    lists: list[BroughtList]
    findings: list[Finding]
