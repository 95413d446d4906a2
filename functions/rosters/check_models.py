"""What goes in and out where a list is checked: on the service, or in her browser."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from functions.platform.problems import ProblemDocument
from functions.platform.request_values import Day, Email, Phone, Request, Text, UploadId
from functions.records.areas import County
from functions.rosters.marking.marks import Only
from shared_rules.findings import Finding
from shared_rules.funding import Funding, UnitKind
from shared_rules.identity import credit_code
from shared_rules.premium import Premium
from shared_rules.records import Model
from shared_rules.roster.columns import ChosenColumns, RecognisedColumn
from shared_rules.roster.form import OWN
from shared_rules.roster.form.rows import Values
from shared_rules.roster.limits import MAX_FIELD_LENGTH, MAX_PEOPLE
from shared_rules.roster.listed_rows import ListedRow
from shared_rules.roster.mends import MAX_MENDS, Mend
from shared_rules.roster.report import RowCounts
from shared_rules.roster.unclear import SheetBeginning


def _optional_credit_code(text: str) -> str:
    return credit_code.parse(text) if text.strip() else ""


ContactName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50)]
UnitName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=100)]


class RosterUnitIn(Request):
    """The unit (单位) whose union sends the list: 第三、十一、十九条.

    `old_last_day` is the last day of the cover that the list renews, as far as the unit knows. To
    `email`, where it is left, goes what happens to the list.
    """

    name: UnitName
    kind: UnitKind
    county: County
    union: Annotated[bool, Field(strict=True)]
    contact_name: ContactName
    phone: Phone
    funding: Funding
    credit_code: Annotated[
        str, StringConstraints(max_length=40), AfterValidator(_optional_credit_code)
    ] = ""
    old_last_day: Day | None = None
    email: Email = ""


def _bounded(schema: dict[str, Any]) -> None:
    """Of each text it is documented how long it may be."""
    for each in schema["properties"].values():
        if each.get("type") == "string" and "const" not in each:
            each["maxLength"] = MAX_FIELD_LENGTH


class RowIn(Values, Request):
    """What a person's row says, where the list is not a file; the rules say what is missing."""

    model_config = ConfigDict(str_max_length=MAX_FIELD_LENGTH, json_schema_extra=_bounded)

    name: str = ""
    id_number: str = ""


class MendIn(Request):
    """A cell as the page has put it right; the rule says of an unknown field what is wrong."""

    row: Annotated[int, Field(ge=1)]
    field: Annotated[Text, WithJsonSchema({"type": "string", "enum": list(OWN)})]
    value: Text


class WholeListIn(Request):
    """A list: the id of an upload, rows, or the text of rows copied from a spreadsheet.

    `columns` say which column is which, where the list does not; `mends` stand in the place of
    what the list says in these cells.
    """

    upload_id: UploadId | None = None
    rows: Annotated[list[RowIn], Field(max_length=MAX_PEOPLE)] | None = None
    # The constraint also refuses halves of characters, which no store could take.
    text: Annotated[str, StringConstraints(min_length=1)] | None = None
    columns: ChosenColumns | None = None
    mends: Annotated[list[MendIn], Field(max_length=MAX_MENDS)] = Field(default=[])


class ListIn(WholeListIn):
    """A whole list, or with `base` the rows to mend of that list (要改的行), brought back mended.

    The rows know theirs by the mark that they were given out with; without `base` they are refused.
    What they change becomes mends of the base, which is the list from then on: it is what is
    judged, kept and marked, `mends` and `exclude_rows` are of its rows, and to send it with the
    mends that the report gives under `merged` says the same.
    """

    base: WholeListIn | None = None


NamedRows = Annotated[list[Annotated[int, Field(ge=1)]], Field(max_length=MAX_PEOPLE)]
"""Rows of some people of a list."""


class RosterCheckRequest(ListIn):
    """A list to look at; `exclude_rows` are of people who are not to be insured this time."""

    unit: RosterUnitIn | None = None
    exclude_rows: NamedRows = Field(default=[])


class MarkUpRequest(RosterCheckRequest):
    """A list to be marked up: all of it, or only the rows that must be mended."""

    only: Only = "all"


class RowRead(Values):
    """One person's row as the list has it, before any mend."""

    row: int


class MergedRows(Model):
    """What came of rows to mend that were put into their base.

    `mends` are all of the base's, its earlier ones too: sent with the base alone, they make the
    same list. `rows` are those of the base that came back. What could not be put in is an error
    among the findings (`merge.…`).
    """

    mends: list[Mend]
    rows: list[int]


class RosterCheckReport(Model):
    """What was found in a list; nothing was stored.

    `names` says who stands in each row; `rows` what those rows say that have an error or a
    warning, or were mended. `names_read` are the names that are read otherwise than they are
    written. `left_out` and `template` are the rows that `counts` counts as such. `marking` tells
    before a download what a marked-up file will not hold; `merged` is there where rows to mend
    were put into their base. `list_mark` is that of the receipt of a list with the same people.
    """

    ready: bool
    sheet: str | None
    counts: RowCounts
    premium: Premium
    columns: list[RecognisedColumn]
    cover_from: date
    findings: list[Finding]
    names: dict[int, str]
    names_read: dict[int, str]
    left_out: list[ListedRow]
    template: list[int]
    rows: list[RowRead]
    marking: list[Finding]
    list_mark: str
    merged: MergedRows | None = None


def _sometimes(schema: dict[str, Any]) -> None:
    """Only a refusal about columns has `sheets`, only one about rows `names`."""
    required = schema.get("required", [])
    schema["required"] = [name for name in required if name not in {"sheets", "names"}]


class ListDocument(ProblemDocument):
    """The refusal of a list, for her who sent it.

    `sheets` are what her own list begins with, where it is not clear which column is which; `names`
    say who stands in the rows that findings are about.
    """

    model_config = ConfigDict(json_schema_extra=_sometimes)

    names: dict[int, str] = Field(default={})
    sheets: list[SheetBeginning] = Field(default=[])
