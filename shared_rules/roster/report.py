"""What is reported of a roster: who is in it, who is not, what was found, what it costs."""

from datetime import date

from shared_rules.findings import Finding
from shared_rules.premium import Premium
from shared_rules.records import Model, Record
from shared_rules.roster.columns import RecognisedColumn
from shared_rules.roster.form.rows import Insured
from shared_rules.roster.listed_rows import ListedRow


class RowCounts(Model):
    """What became of every row that the list has, and how many findings there are.

    No row is lost: `seen` = `people` + `to_mend` + `left_out` + `template` + `excluded`; those of
    people, `rows`, are `people` + `to_mend`.

    `people` have no error, `to_mend` have one, `left_out` are no people's, `template` holds only
    what the form came with, `excluded` were left out by her who brought the list.
    """

    seen: int
    rows: int
    people: int
    to_mend: int
    left_out: int
    template: int
    excluded: int
    errors: int
    warnings: int


class Report(Record):
    """What was found in a roster; each list of rows that `counts` counts, `people` in full."""

    sheet: str | None
    columns: tuple[RecognisedColumn, ...]
    counts: RowCounts
    premium: Premium
    cover_from: date
    findings: tuple[Finding, ...]
    people: tuple[Insured, ...]
    to_mend: tuple[ListedRow, ...]
    left_out: tuple[ListedRow, ...]
    template: tuple[int, ...]
    excluded: tuple[ListedRow, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that must be mended."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that a person must confirm."""
        return tuple(finding for finding in self.findings if finding.severity == "warning")
