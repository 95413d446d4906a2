"""What the rows of a checked list say, for the page where they are put right; never logged."""

from collections.abc import Iterable
from typing import Final

from functions.rosters.check_models import RowRead
from shared_rules.findings import Finding
from shared_rules.roster.entries import Entries
from shared_rules.roster.form import OWN
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.mends import Mend
from shared_rules.roster.sheets import Cell, text_of

# More than any value that could be right, and no more than a mend may hold.
_LONGEST: Final = 200


def names(entries: Entries) -> dict[int, str]:
    """Who stands in each row, as it is mended."""
    return {entry.row: _shown(entry.name) for entry in entries.people}


def names_of(findings: Iterable[Finding], entries: Entries) -> dict[int, str]:
    """Who stands in the rows that findings are about: a phone shows no cells."""
    rows = {finding.row for finding in findings}
    return {row: name for row, name in names(entries).items() if row in rows}


def wanting(
    as_read: Entries, mended: Entries, mends: Iterable[Mend], findings: Iterable[Finding]
) -> list[RowRead]:
    """The rows that have an error or a warning, or were mended: as they were read."""
    wanted = {found.row for found in findings if found.severity != "info"}
    wanted |= {mend.row for mend in mends}
    read = {entry.row: entry for entry in as_read.people}
    # A row that was left out, and is a person's now, had nothing in these columns.
    return [
        _row(read.get(entry.row) or Entry(entry.row))
        for entry in mended.people
        if entry.row in wanted
    ]


def _row(entry: Entry) -> RowRead:
    return RowRead(row=entry.row, **dict(zip(OWN, map(_shown, entry[1:]), strict=True)))


def _shown(cell: Cell) -> str:
    return text_of(cell)[:_LONGEST]
