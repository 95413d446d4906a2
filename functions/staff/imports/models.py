"""What goes in and out of the desk's routes of old policies (补录)."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from functions.platform.request_values import Request, Words
from functions.records.old_policies.models import State
from functions.staff.models import By
from shared_rules.findings import Finding
from shared_rules.records import Model

Standing = Literal["new", "same", "to_mend"]
"""What will become of a policy: it is brought in, is there already, or must be mended first."""


class WorkbookRequest(Request):
    """A workbook of old policies that was uploaded as a list is."""

    upload_id: str


class ReverseRequest(Request):
    """Why all that an import brought in is taken back."""

    reason: Words


class CheckedPolicy(Model):
    """A policy in a workbook; `row` is its first one, days are None where they must be mended."""

    row: int
    number: str
    unit_name: str
    county: str
    first_day: date | None
    last_day: date | None
    people: int
    paid: int
    standing: Standing
    errors: int


class Checked(Model):
    """What a workbook holds, and every finding by its cell; nothing was stored."""

    sheet: str | None
    policies: list[CheckedPolicy]
    findings: list[Finding]
    names: Annotated[dict[str, str], Field(description="who stands in the rows of the findings")]
    new_policies: int
    new_people: int


class ImportedPolicy(Model):
    """A policy that an import brings in; `receipt` is what claims and lists name it by."""

    receipt: str
    number: str
    unit_name: str
    county: str
    first_day: date
    last_day: date
    people: int
    paid: int
    is_skipped: bool


class ImportStep(Model):
    """Something that happened to an import; `by` is None where the service did it."""

    at: datetime
    label: str
    by: By | None
    reason: str


class ImportLine(Model):
    """An import among others; `done` counts those of its policies that the work is through with."""

    receipt: str
    revision: int
    state: State
    state_label: str
    at: datetime
    by: By
    filename: str
    counties: list[str]
    policies: int
    people: int
    done: int
    may_reverse: bool


class ImportCase(ImportLine):
    """An import with all its policies, and what happened to it; `findings` are what follows."""

    lines: list[ImportedPolicy]
    timeline: list[ImportStep]
    findings: list[Finding]


class Imports(Model):
    """The imports of one's counties, the newest first.

    `unreadable` are the receipts of those that cannot be read, of whatever county.
    """

    imports: list[ImportLine]
    unreadable: list[str]
