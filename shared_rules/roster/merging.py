"""Rows to mend, brought back mended, put into the list that they came from (并入原名单).

What differs becomes mends of that list, by the rows' numbers in it; the list itself stays as it is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from shared_rules.findings import Finding, RuleError
from shared_rules.roster import mends
from shared_rules.roster.entries import Entries
from shared_rules.roster.form import OWN, Own
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.mends import Mend
from shared_rules.roster.sheets import Cell, text_of

_LONGEST: Final = 200  # of a mend: more than any value that could be right
_NAMED: Final = 20


class Merged(NamedTuple):
    """What rows brought back change in their list.

    `mends` are all of the list's, also those that it had before; `rows` are those of the list that
    came back; `findings` say what was merged, and what could not be.
    """

    mends: tuple[Mend, ...]
    rows: frozenset[int]
    findings: tuple[Finding, ...]


def merge(base: Entries, earlier: Sequence[Mend], brought: Entries, mark: str) -> Merged:
    """Put the rows of one list into another.

    Args:
        base: the list as it was read.
        earlier: the mends that it had before; a row that says what the list itself says keeps them.
        brought: the rows.
        mark: of the list, which the rows must bear.

    Raises:
        RuleError: `merge.…`: the rows bear no mark, or another one; one of them came twice; as of
            `mends.apply`.
    """
    pairs, added = _paired(base, brought, mark)
    mended = mends.apply(base, earlier)
    now = {entry.row: entry for entry in mended.people}
    changes = {(each.row, each.field): each for each in earlier}
    fields = [field for field in OWN if not brought.columns or field in brought.positions]
    for read, entry in pairs:
        for mend in _changed(read, now[read.row], entry, fields):
            changes[mend.row, mend.field] = mend
    rows = frozenset(read.row for read, _ in pairs)
    findings = (
        Finding.of("merge.merged", count=len(rows), rows=len(base.people)),
        *_told_added(added),
        *_others(pairs, base),
    )
    return Merged(tuple(changes.values()), rows, findings)


def left_out(merged: Merged, wrong: Iterable[Finding]) -> tuple[Finding, ...]:
    """Which rows have an error that did not come back; none where there are none."""
    rows = sorted({each.row for each in wrong if each.row is not None} - merged.rows)
    if not rows:
        return ()
    return (Finding.of("merge.left_out", rows=_listed(map(str, rows)), count=len(rows)),)


def _paired(
    base: Entries, brought: Entries, mark: str
) -> tuple[list[tuple[Entry, Entry]], list[Entry]]:
    """Each row of the list with the one that was brought for it; and those that are not in it."""
    said = brought.rows_to_mend
    if said is None:
        raise RuleError("merge.no_mark")
    if said.mark != mark:
        raise RuleError("merge.other_list")
    numbers = dict(said.numbers)
    if not any(numbers.values()):
        raise RuleError("merge.no_row_numbers")
    repeated = [row for row, times in Counter(numbers.values()).items() if row and times > 1]
    if repeated:
        raise RuleError("merge.row_twice", row=min(repeated))
    read = {entry.row: entry for entry in base.people}
    known = [(read.get(numbers[entry.row] or 0), entry) for entry in brought.people]
    pairs = [(there, entry) for there, entry in known if there]
    return pairs, [entry for there, entry in known if not there]


def _changed(read: Entry, now: Entry, brought: Entry, fields: Sequence[Own]) -> Iterator[Mend]:
    for field in fields:
        value = _text(getattr(brought, field))
        if value not in (_text(getattr(read, field)), _text(getattr(now, field))):
            yield Mend(row=read.row, field=field, value=value)


def _told_added(added: Sequence[Entry]) -> Iterator[Finding]:
    if added:
        people = (f"第 {entry.row} 行 {_text(entry.name)}".rstrip() for entry in added)
        yield Finding.of("merge.added", people=_listed(people), count=len(added))


def _others(pairs: Iterable[tuple[Entry, Entry]], base: Entries) -> Iterator[Finding]:
    """The rows in which somebody else stands than before: name and number are both others."""
    column = base.positions.get("name")
    for read, brought in pairs:
        before, after = _text(read.name), _text(brought.name)
        if before != after and _text(read.id_number) != _text(brought.id_number):
            told = Finding.of("merge.person_changed", field="name", before=before, after=after)
            yield base.placed(told, read.row, column)


def _text(cell: Cell) -> str:
    return text_of(cell).strip()[:_LONGEST]


def _listed(texts: Iterable[str]) -> str:
    named = list(texts)
    more = "等" if len(named) > _NAMED else ""
    return "、".join(named[:_NAMED]) + more
