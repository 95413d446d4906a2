"""Mends (网页上的改动): cells of a list as the unit has put them right; its file stays as it is."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from shared_rules.findings import Finding, RuleError
from shared_rules.records import Record
from shared_rules.roster.entries import Entries
from shared_rules.roster.form import NEEDED, OWN
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.limits import MAX_PEOPLE

MAX_MENDS: Final = len(OWN) * MAX_PEOPLE
"""Every cell of everybody."""

# They ask whether a row is a person's at all; who writes her name or number says that it is.
_ASKING: Final = frozenset({"roster.row_in_doubt", "roster.row_above_header", "roster.row_example"})


class Mend(Record):
    """What one person's cell shall say; `row` is Excel's row number."""

    row: int
    field: str
    value: str


def apply(entries: Entries, mends: Sequence[Mend]) -> Entries:
    """The same list with its mends in place, each told as `roster.mended`.

    What reading found in a cell goes with what stood there. A row that was left out is a person's
    once something was put right in it.

    Raises:
        RuleError: `roster.mend_field`, `roster.mend_twice`, `roster.mend_unknown`.
    """
    if not mends:
        return entries
    changes = _by_row(mends)
    _check_rows(changes, entries)
    rows = _people(entries, changes)
    people = tuple(entry.changed(changes.get(entry.row, {})) for entry in rows)
    left = tuple(each for each in entries.findings if not _is_answered(each, changes))
    told = tuple(_told(mend, entries) for mend in mends)
    left_out = tuple(each for each in entries.left_out if each.row not in changes)
    return entries._replace(people=people, findings=(*left, *told), left_out=left_out)


def _people(entries: Entries, changes: Collection[int]) -> list[Entry]:
    """Everybody, and those whose rows had been left out."""
    added = (each.row for each in entries.left_out if each.row in changes)
    unread = (Entry(row) for row in added)
    return sorted((*entries.people, *unread), key=lambda entry: entry.row)


def _by_row(mends: Iterable[Mend]) -> dict[int, dict[str, str]]:
    changes: dict[int, dict[str, str]] = {}
    for mend in mends:
        if mend.field not in OWN:
            raise RuleError("roster.mend_field", row=mend.row)
        of_row = changes.setdefault(mend.row, {})
        if mend.field in of_row:
            raise RuleError("roster.mend_twice", row=mend.row)
        of_row[mend.field] = mend.value
    return changes


def _check_rows(rows: Collection[int], entries: Entries) -> None:
    known = {each.row for each in entries.people} | {each.row for each in entries.left_out}
    unknown = set(rows) - known
    if unknown:
        raise RuleError("roster.mend_unknown", row=min(unknown))


def _is_answered(finding: Finding, changes: dict[int, dict[str, str]]) -> bool:
    if finding.code in _ASKING:
        return not changes.get(finding.row or 0, {}).keys().isdisjoint(NEEDED)
    if finding.code == "roster.row_left_out":
        return finding.row in changes
    return finding.row in changes and finding.field in changes[finding.row]


def _told(mend: Mend, entries: Entries) -> Finding:
    column = next((each.column for each in entries.columns if each.field == mend.field), None)
    told = Finding.of("roster.mended", field=mend.field)
    return entries.placed(told, mend.row, column)
