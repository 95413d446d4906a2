"""What stands beside each row of a list: 状态, 原因, 条款, 怎么改, in the catalogue's words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Final, Literal, NamedTuple

from shared_rules.findings import Finding
from shared_rules.messages import Message, catalogue
from shared_rules.roster import rows_to_mend
from shared_rules.roster.entries import Entries
from shared_rules.roster.mends import Mend
from shared_rules.roster.several_sheets import part_of
from shared_rules.roster.sheets import MARKS

Only = Literal["all", "to_mend"]
Status = Literal["error", "warning", "info", "ready"]
_MESSAGES: Final[Mapping[Status, str]] = {
    "error": "marked_up.error",
    "warning": "marked_up.warning",
    "info": "marked_up.info",
    "ready": "marked_up.ready",
}
_ENDINGS: Final[Mapping[Only, str]] = {"all": "已标注", "to_mend": "要改的行"}

STATUSES: Final[tuple[Status, ...]] = ("error", "warning", "info", "ready")
"""The worst first."""
LIST_NAME: Final = "参保人员名单"
"""What a marked-up list is called that was no file."""
HEADERS: Final = MARKS
WIDTHS: Final = (10.0, 52.0, 12.0, 52.0)
"""Of the columns under them, in digits."""


class Mark(NamedTuple):
    """What was found in one row, in the order of the list."""

    findings: tuple[Finding, ...] = ()

    @property
    def status(self) -> Status:
        """The worst that was found."""
        found = {finding.severity for finding in self.findings}
        return next((status for status in STATUSES if status in found), "ready")

    @property
    def texts(self) -> tuple[str, str, str, str]:
        """The cells under `HEADERS`."""
        return (
            about(self.status).title,
            _lines(f"{each.title}：{each.message}" for each in self.findings),
            _lines(each.article_label or "" for each in self.findings),
            _lines(each.fix for each in self.findings),
        )

    def cells(self, column_of: Callable[[Finding], int | None]) -> dict[int, Status]:
        """The worst that was found in each cell, by its column."""
        found: dict[int, Status] = {}
        for status in reversed(STATUSES):
            columns = [column_of(each) for each in self.findings if each.severity == status]
            found.update({column: status for column in columns if column})
        return found


@dataclass(frozen=True)
class Marking:
    """The people of a list, all that was found in it, which rows are wanted, and what was mended.

    The mends stand in `entries` already; they are told again for files that are hers. By
    `list_mark` only some rows of the list are known again.
    """

    entries: Entries
    findings: Sequence[Finding]
    only: Only = "all"
    mends: Sequence[Mend] = ()
    list_mark: str = ""

    @cached_property
    def mended(self) -> dict[int, dict[int, str]]:
        """What was put right, by row and column."""
        places = self.entries.positions
        cells: defaultdict[int, dict[int, str]] = defaultdict(dict)
        for mend in self.mends:
            if mend.field in places:
                cells[mend.row][places[mend.field]] = mend.value
        return dict(cells)

    @property
    def fits_her_file(self) -> bool:
        """Whether her file has a column for everything that was put right."""
        return all(mend.field in self.entries.positions for mend in self.mends)

    @cached_property
    def rows(self) -> dict[int, Mark]:
        """Every row to write something beside, by its number in her list, ascending."""
        found: defaultdict[int, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            if self._is_beside(finding):
                found[finding.row or 0].append(finding)
        numbers = {entry.row for entry in self.entries.people} | found.keys()
        marks = {number: Mark(tuple(found.get(number, ()))) for number in sorted(numbers)}
        if self.only == "all":
            return marks
        return {number: mark for number, mark in marks.items() if mark.status == "error"}

    @property
    def of_sheets(self) -> tuple["Marking", ...]:
        """The marking of each sheet of the list, with the rows as they are there."""
        entries = self.entries
        if not entries.parts:
            return (self,)
        part = partial(part_of, entries.parts)
        return tuple(
            replace(
                self,
                entries=entries.alone(each),
                findings=[each.alone(f) for f in self.findings if f.row and part(f.row) == each],
                mends=[
                    mend.model_copy(update={"row": mend.row - each.added})
                    for mend in self.mends
                    if part(mend.row) == each
                ],
            )
            for each in entries.parts
        )

    @property
    def row_header(self) -> str:
        """Of the column that says which row of her list this was, marked where some are left."""
        if self.only == "to_mend" and self.list_mark:
            return rows_to_mend.heading(self.list_mark)
        return rows_to_mend.ROW_HEADER

    @property
    def elsewhere(self) -> list[Finding]:
        """What was found about the file as a whole, the unit, or another sheet."""
        return [finding for finding in self.findings if not self._is_beside(finding)]

    def _is_beside(self, finding: Finding) -> bool:
        return finding.row is not None and finding.sheet in self.entries.sheets


class MarkedFile(NamedTuple):
    """A file to be downloaded: its bytes, what its name ends with, and what it does not hold."""

    data: bytes
    ending: str
    told: tuple[str, ...] = ()


def about(status: Status) -> Message:
    """The word for a status, and what the legend says of it."""
    return catalogue()[_MESSAGES[status]]


def name_ending(only: Only, made: MarkedFile) -> str:
    """What the name of a marked-up file ends with, behind that of her own."""
    return f"-{_ENDINGS[only]}{made.ending}"


def in_her_file(finding: Finding) -> int | None:
    """The column of her own file that a finding is about."""
    return finding.column


def _lines(texts: Iterable[str]) -> str:
    """Each different text on a line of its own."""
    return "\n".join(dict.fromkeys(text for text in texts if text))
