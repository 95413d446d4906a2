"""What the insurer found, read back from the file of a hand-off: who is refused, and why.

Nothing is stored: the desk looks at it and then accepts the list with these refusals.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from functions.rosters import parsing
from functions.staff.rosters.hand_off import (
    ACCEPTED,
    ACTS,
    ARTICLE,
    BEGINS,
    NUMBER,
    POLICY_NUMBER,
    REASON,
    RECEIPT,
    REFUSED,
    RESULT,
    ROW,
    VERSION,
)
from functions.staff.rosters.models import RefusalIn, RowStates
from shared_rules import articles
from shared_rules.findings import Finding, RuleError
from shared_rules.identity import id_number
from shared_rules.roster.form.rows import Insured

_NEEDED: Final = (RECEIPT, ROW, NUMBER, RESULT)
_READ: Final = (*_NEEDED, REASON, ARTICLE, VERSION, POLICY_NUMBER, BEGINS, *ACTS.values())
_WORDS: Final = {
    **dict.fromkeys((ACCEPTED, "同意", "通过", "同意承保", "审核通过"), True),
    **dict.fromkeys((REFUSED, "拒绝", "不通过", "不同意", "拒绝承保", "审核不通过"), False),
}
_LABELS: Final = {
    articles.label(f"article-{number}"): f"article-{number}"
    for number in range(1, articles.ARTICLE_COUNT + 1)
}
_SCIENTIFIC: Final = re.compile(r"[0-9](?:\.[0-9]+)?[Ee]\+?[0-9]+")
_KEPT_DIGITS: Final = 15
_REASON_LENGTH: Final = range(2, 501)
Line = Mapping[str, str]
"""What a line says, by the header of the column; empty where it says nothing."""


def lines_of(data: bytes) -> list[tuple[int, Line]]:
    """The lines of an .xlsx or .csv with the columns of a hand-off, by their number in the file.

    Raises:
        RuleError: the file cannot be read, or its columns are missing.
    """
    return list(_lines(parsing.tables(data)))


def of_list(
    lines: Iterable[tuple[int, Line]], receipt: str, people: Sequence[Insured]
) -> RowStates:
    """The states of a list's rows.

    Args:
        lines: as `lines_of` gives them.
        receipt: of the list.
        people: those in it.
    """
    by_row = {str(each.row): each for each in people}
    refusals: dict[int, RefusalIn] = {}
    accepted: set[int] = set()
    findings: list[Finding] = []
    for number, line in lines:
        if not line[RESULT]:
            continue
        wrong = _judge(line, receipt, by_row)
        if wrong:
            findings.append(Finding.of(wrong).at(row=number))
            continue
        insured = by_row[line[ROW]]
        if _WORDS[line[RESULT]]:
            accepted.add(insured.row)
        else:
            refusals[insured.row] = _refusal(insured, line)
    return RowStates(
        refusals=[refusals[row] for row in sorted(refusals)],
        accepted=len(accepted),
        without_state=len(by_row) - len(accepted | refusals.keys()),
        findings=findings,
    )


def _lines(tables: Iterable[list[list[str]]]) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines under the first header that has what is needed, by their number in the file.

    A reason stays as it is written, to the letter; all else is brought into usual signs.
    """
    for rows in tables:
        header: list[str] = []
        for number, cells in enumerate(rows, start=1):
            texts = list(map(_compact, cells))
            if header:
                line = dict(zip(header, texts, strict=False))
                line[REASON] = dict(zip(header, cells, strict=False)).get(REASON, "").strip()
                yield number, {name: line.get(name, "") for name in _READ}
            elif set(_NEEDED) <= set(texts):
                header = texts
        if header:
            return
    raise RuleError("row_states.no_header")


def _compact(text: str) -> str:
    """A cell as it was meant: without the apostrophe of text cells, and in usual signs."""
    return unicodedata.normalize("NFKC", text).strip().lstrip("'").strip()


def _judge(line: Line, receipt: str, people: Mapping[str, Insured]) -> str | None:
    """The code of what is wrong with a line, if anything is."""
    insured = people.get(line[ROW])
    if line[RECEIPT] != receipt:
        return "row_states.other_list"
    if insured is None or insured.id_number != line[NUMBER].upper():
        return (
            "row_states.lost_digits"
            if _has_lost_digits(line[NUMBER], insured)
            else "row_states.other_person"
        )
    if line[RESULT] not in _WORDS:
        return "row_states.unknown_state"
    if _WORDS[line[RESULT]]:
        return None
    if len(line[REASON]) not in _REASON_LENGTH or _article(line[ARTICLE]) is None:
        return "row_states.no_reason"
    return None


def _has_lost_digits(number: str, insured: Insured | None) -> bool:
    """Whether a spreadsheet made a number of an ID number that is not this person's as written."""
    if _SCIENTIFIC.fullmatch(number):
        return True
    begins_alike = insured is not None and insured.id_number[:_KEPT_DIGITS] == number[:_KEPT_DIGITS]
    return number.endswith("000") and (begins_alike or not id_number.is_valid(number))


def _article(text: str) -> str | None:
    """The name of an article, as people write it: 第三条, 第3条, 3."""
    if digits := re.fullmatch(r"第?([0-9]{1,2})条?", text):
        text = f"article-{int(digits[1])}"
        return text if text in _LABELS.values() else None
    return _LABELS.get(text)


def _refusal(insured: Insured, line: Line) -> RefusalIn:
    return RefusalIn(row=insured.row, reason=line[REASON], article=_article(line[ARTICLE]) or "")
