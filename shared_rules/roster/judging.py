"""Judging a roster: what is wrong with each row, by which article, and what it would cost."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from shared_rules import eligibility
from shared_rules.findings import Finding, RuleError
from shared_rules.identity import id_number, name
from shared_rules.identity.name import Name
from shared_rules.messages import catalogue
from shared_rules.plans import Plan
from shared_rules.premium import premium
from shared_rules.roster import examples, lost_digits
from shared_rules.roster.entries import Entries, Entry
from shared_rules.roster.limits import MAX_OCCUPATION_LENGTH
from shared_rules.roster.listed_rows import ListedRow
from shared_rules.roster.report import Insured, Report, RowCounts
from shared_rules.roster.sheets import Cell, CellFault

__all__ = ["TOO_OLD", "Insured", "Report", "RowCounts", "comparable", "judge", "text_of"]

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
    judged = list(_judge_entries(considered, plan, cover_from))
    lost_digits.tell(judged)
    examples.tell(judged)
    people: list[Insured] = []
    for entry, insured, found in judged:
        if found:
            findings += [_placed(finding, entry, entries) for finding in found]
        if not _any_error(found) and entry.row not in refused:
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
    considered = (entry for entry in entries.people if entry.row not in exclude_rows)
    refused = _rows_in_error(entries.findings)
    return tuple(
        insured
        for entry, insured, found in _judge_entries(considered, plan, cover_from)
        if entry.row not in refused
        and not any(each.severity == "error" and each.code not in TOO_OLD for each in found)
    )


def _rows_in_error(findings: Iterable[Finding]) -> set[int | None]:
    """The rows of which the reader knows that they are not in order."""
    return {finding.row for finding in findings if finding.severity == "error"}


def _listed(entry: Entry) -> ListedRow:
    return ListedRow.of(entry.row, entry.name, entry[1:])


def _any_error(findings: list[Finding]) -> bool:
    return bool(findings) and any(finding.severity == "error" for finding in findings)


def _check_exclusions(entries: Entries, exclude_rows: Collection[int]) -> None:
    people = {entry.row for entry in entries.people}
    others = {row.row for row in entries.left_out} | set(entries.template)
    if unknown := set(exclude_rows) - people - others:
        raise RuleError("roster.exclude_unknown", row=min(unknown))
    if people.issubset(exclude_rows):
        raise RuleError("roster.all_excluded")


def _excluded(row: int, entries: Entries) -> Finding:
    return Finding.of("roster.row_excluded").at(row=row, sheet=entries.sheet)


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
    return finding.at(row=entry.row, column=column, sheet=entries.sheet)


def _judge_entries(
    people: Iterable[Entry], plan: Plan, cover_from: date
) -> Iterator[tuple[Entry, Insured, list[Finding]]]:
    """Each row, who stands in it if none of its findings is an error, and the findings."""
    first_rows: dict[str, int] = {}
    for entry in people:
        yield entry, *_judge_entry(entry, plan, cover_from, first_rows)


def _judge_entry(
    entry: Entry, plan: Plan, cover_from: date, first_rows: dict[str, int]
) -> tuple[Insured, list[Finding]]:
    findings: list[Finding] = []
    read = _name(entry.name, findings)
    number = _id_number(entry, plan, cover_from, findings)
    occupation = _occupation(entry.occupation, findings)
    if number:
        first = first_rows.setdefault(number, entry.row)
        if first != entry.row:
            findings.append(
                Finding.of("roster.duplicate", field="id_number", first_row=first, row=entry.row)
            )
    written = text_of(entry.name).strip() if read.changes else ""
    return Insured(entry.row, read.value, number, occupation, written), findings


def _name(cell: Cell, findings: list[Finding]) -> Name:
    try:
        read = name.read(_legible(cell))
    except RuleError as error:
        findings.append(error.finding("name"))
        return Name("")
    if read.changes or read.doubts:
        findings.extend(_about_name(read))
    return read


def _about_name(read: Name) -> Iterator[Finding]:
    """What was changed in the writing of a name, and what she is asked about it."""
    pairs = "、".join(read.pairs)
    if read.changes:
        words = [catalogue()[name.CHANGE_MESSAGES[change]].title for change in read.changes]
        changed = "、".join(words) + (f"（{pairs}）" if pairs else "")
        yield Finding.of("name.normalised", field="name", changed=changed)
    for doubt in read.doubts:
        about = {"pairs": pairs} if doubt == "name.private_use_read" else {}
        yield Finding.of(doubt, field="name", **about)


def _id_number(entry: Entry, plan: Plan, cover_from: date, findings: list[Finding]) -> str:
    try:
        if lost_digits.is_number(entry.id_number):
            raise RuleError("id_number.lost_digits")  # noqa: TRY301 - as any other refusal
        text = _legible(entry.id_number)
        parsed = id_number.parse(text)
    except RuleError as error:
        findings.append(error.finding("id_number"))
        return ""
    if text != parsed.value:
        findings.append(_normalised(text))
    for finding in (
        *eligibility.judge_sex(parsed.sex),
        *eligibility.judge_age(parsed.birth_date, cover_from, plan, renewal=None),
    ):
        findings.append(finding.model_copy(update={"field": "id_number"}))  # noqa: PERF401
    return parsed.value


def _normalised(number: str) -> Finding:
    words = [
        catalogue()[id_number.CHANGE_MESSAGES[change]].title for change in id_number.changes(number)
    ]
    return Finding.of("id_number.normalised", field="id_number", changed="、".join(words))


def _occupation(cell: Cell, findings: list[Finding]) -> str:
    try:
        text = _standard_occupation(_legible(cell))
    except RuleError as error:
        findings.append(error.finding("occupation"))
        return ""
    if not text:
        findings.append(Finding.of("roster.occupation_missing", field="occupation"))
    if len(text) > MAX_OCCUPATION_LENGTH:
        finding = Finding.of(
            "roster.occupation_length",
            field="occupation",
            maximum=MAX_OCCUPATION_LENGTH,
            length=len(text),
        )
        findings.append(finding)
    return text


@lru_cache(maxsize=256)
def _standard_occupation(text: str) -> str:
    """One of the few words that a list repeats on its thousands of rows."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _legible(cell: Cell) -> str:
    """The text of a cell; refuses one to which the reader could not give a value."""
    if isinstance(cell, CellFault):
        raise cell.refusal()
    return text_of(cell)


def text_of(cell: Cell) -> str:
    """A cell as the text that a person sees in it.

    A number that has lost digits is shown in a way that says so, as spreadsheets do.

    >>> text_of(64.0), text_of(None), text_of("王芳"), text_of(649901199003070021.0)
    ('64', '', '王芳', '6.49901199003070E+17')
    """
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, CellFault):
        return cell.shown
    if isinstance(cell, int | float) and abs(cell) >= 10**lost_digits.DIGITS_OF_A_NUMBER:
        return f"{cell:.{lost_digits.DIGITS_OF_A_NUMBER - 1}E}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
