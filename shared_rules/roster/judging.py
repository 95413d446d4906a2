"""Judging a roster: what is wrong with each row, by which article, and what it would cost."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

from shared_rules.findings import Finding, RuleError
from shared_rules.identity import id_number
from shared_rules.plans import Plan
from shared_rules.premium import premium
from shared_rules.roster import examples, lost_digits
from shared_rules.roster.entries import Entries, Entry
from shared_rules.roster.form import OWN, OWN_COLUMNS, Column, Terms
from shared_rules.roster.form.rows import Insured
from shared_rules.roster.listed_rows import ListedRow
from shared_rules.roster.lost_digits import Judged
from shared_rules.roster.report import Report, RowCounts
from shared_rules.roster.sheets import Cell, CellFault, text_of

__all__ = ["TOO_OLD", "Insured", "Report", "RowCounts", "comparable", "judge"]

TOO_OLD: Final = frozenset({"eligibility.too_old", "eligibility.first_time_too_old"})


def judge(
    entries: Entries, *, plan: Plan, cover_from: date, exclude_rows: Collection[int] = ()
) -> Report:
    """Judge every row that is not excluded, as if cover began on `cover_from` (Asia/Shanghai).

    Raises:
        RuleError: `roster.exclude_unknown`: the list has no such row; `roster.all_excluded`:
            nobody is left.
    """
    _check_exclusions(entries, exclude_rows)
    considered = [entry for entry in entries.people if entry.row not in exclude_rows]
    findings = [found for found in entries.findings if found.row not in exclude_rows]
    findings += [_excluded(row, entries) for row in sorted(exclude_rows)]
    refused = _rows_in_error(findings)
    judged = _judge_entries(considered, Terms(plan, cover_from))
    lost_digits.tell(judged)
    examples.tell(judged)
    people: list[Insured] = []
    for entry, insured, found in judged:
        if found:
            findings += [_placed(finding, entry, entries) for finding in found]
        if not (found and _any_error(found)) and entry.row not in refused:
            people.append(insured)
    sound = {insured.row for insured in people}
    to_mend = [_listed(entry) for entry in considered if entry.row not in sound]
    excluded = [_listed(entry) for entry in entries.people if entry.row in exclude_rows]
    return Report(
        sheet=entries.sheet,
        columns=entries.columns,
        counts=_counts(entries, len(people), len(excluded), findings),
        premium=premium(len(people), plan),
        cover_from=cover_from,
        findings=tuple(findings),
        people=tuple(people),
        to_mend=tuple(to_mend),
        left_out=entries.left_out,
        template=entries.template,
        excluded=tuple(excluded),
    )


def comparable(
    entries: Entries, *, plan: Plan, cover_from: date, exclude_rows: Collection[int] = ()
) -> tuple[Insured, ...]:
    """Everybody with nothing wrong but that she is too old, which a comparison judges by itself.

    Raises:
        RuleError: as of `judge`.
    """
    _check_exclusions(entries, exclude_rows)
    considered = [entry for entry in entries.people if entry.row not in exclude_rows]
    refused = _rows_in_error(entries.findings)
    return tuple(
        insured
        for entry, insured, found in _judge_entries(considered, Terms(plan, cover_from))
        if entry.row not in refused
        and not any(each.severity == "error" and each.code not in TOO_OLD for each in found)
    )


def _rows_in_error(findings: Iterable[Finding]) -> set[int | None]:
    """The rows of which the reader knows that they are not in order."""
    return {finding.row for finding in findings if finding.severity == "error"}


def _listed(entry: Entry) -> ListedRow:
    return ListedRow.of(entry.row, entry.name, entry[1:])


def _any_error(findings: list[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


def _check_exclusions(entries: Entries, exclude_rows: Collection[int]) -> None:
    people = {entry.row for entry in entries.people}
    others = {row.row for row in entries.left_out} | set(entries.template)
    if unknown := set(exclude_rows) - people - others:
        raise RuleError("roster.exclude_unknown", row=min(unknown))
    if people.issubset(exclude_rows):
        raise RuleError("roster.all_excluded")


def _excluded(row: int, entries: Entries) -> Finding:
    return entries.placed(Finding.of("roster.row_excluded"), row)


def _counts(entries: Entries, people: int, excluded: int, findings: list[Finding]) -> RowCounts:
    severities = [finding.severity for finding in findings]
    rows = len(entries.people) - excluded
    return RowCounts(
        seen=len(entries.people) + len(entries.left_out) + len(entries.template),
        rows=rows,
        people=people,
        to_mend=rows - people,
        left_out=len(entries.left_out),
        template=len(entries.template),
        excluded=excluded,
        errors=severities.count("error"),
        warnings=severities.count("warning"),
    )


def _placed(finding: Finding, entry: Entry, entries: Entries) -> Finding:
    column = entries.positions.get(finding.field) if finding.field else None
    placed = entries.placed(finding, entry.row, column)
    if entries.parts and finding.code == "roster.duplicate":
        return _on_sheets(placed, entries)
    return placed


def _on_sheets(duplicate: Finding, entries: Entries) -> Finding:
    """The same of a list of several sheets, where the number of a row does not say enough."""
    first = entries.placed(duplicate, int(duplicate.params["first_row"]), duplicate.column)
    params = {"first": first.cell or "", "again": duplicate.cell or ""}
    told = Finding.of("roster.duplicate_on_sheets", field=duplicate.field, **params)
    return duplicate.model_copy(update={"code": told.code, "params": told.params})


def _judge_entries(people: Sequence[Entry], terms: Terms) -> list[Judged]:
    """Each row, who stands in it if none of its findings is an error, and the findings."""
    if not people:
        return []
    findings: list[list[Finding]] = [[] for _ in people]
    rows, *columns = zip(*people, strict=True)
    values = [
        _judge_column(column, cells, terms, findings)
        for column, cells in zip(OWN_COLUMNS, columns, strict=True)
    ]
    name = OWN.index("name")
    written = map(_name_written, values[name], columns[name])
    insured = list(map(Insured, rows, *values, written))
    _tell_duplicates(insured, findings)
    _tell_names_in_letters(insured, findings)
    _tell_names_of_occupations(insured, findings)
    return list(zip(people, insured, findings, strict=True))


def _judge_column(
    column: Column, cells: Iterable[Cell], terms: Terms, findings: Iterable[list[Finding]]
) -> list[str]:
    """The value of each cell, "" where it has none; what is found goes to the list of its row."""
    is_plain = column.plain(terms)
    return [
        cell if is_plain(cell) else _judge_cell(column, cell, terms, found)
        for cell, found in zip(cells, findings, strict=True)
    ]


def _judge_cell(column: Column, cell: Cell, terms: Terms, found: list[Finding]) -> str:
    try:
        if isinstance(cell, CellFault):
            raise cell.refusal()
        return column.judge(cell, terms, found)
    except RuleError as error:
        found.append(error.finding(column.field))
        return ""


def _name_written(name: str, cell: Cell) -> str:
    """What a name was written as, where it was read otherwise."""
    if name in ("", cell):
        return ""
    written = text_of(cell).strip()
    return "" if written == name else written


def _tell_duplicates(people: Iterable[Insured], findings: Iterable[list[Finding]]) -> None:
    first_rows: dict[str, int] = {}
    for insured, found in zip(people, findings, strict=True):
        first, row = first_rows.setdefault(insured.id_number, insured.row), insured.row
        if first != row and insured.id_number:
            about = {"first_row": first, "row": row}
            found.append(Finding.of("roster.duplicate", field="id_number", **about))


def _tell_names_of_occupations(
    people: Sequence[Insured], findings: Iterable[list[Finding]]
) -> None:
    """Ask about a name that is what another one does: cells of her row may have moved."""
    occupations = Counter(insured.occupation for insured in people if insured.occupation)
    for insured, found in zip(people, findings, strict=True):
        if occupations[insured.name] > (insured.occupation == insured.name):
            found.append(Finding.of("name.others_occupation", field="name", text=insured.name))


def _tell_names_in_letters(people: Iterable[Insured], findings: Iterable[list[Finding]]) -> None:
    for insured, found in zip(people, findings, strict=True):
        if insured.name.isascii() and insured.name and id_number.is_residents(insured.id_number):
            found.append(Finding.of("name.in_letters", field="name"))
