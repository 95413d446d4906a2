"""The hand-off of a list to the insurer: one line a person, for the insurer's import.

Each line says what became of the person since the list was handed off last; what the insurer finds
comes back in the columns 审核结果, 拒保原因 and 条款, which `row_states` reads. Number and days of
the policy may come back with it, which `brought_lists` reads.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from functions.records.rosters.models import Roster
from functions.records.rosters.policies import PersonCover
from functions.records.rosters.roster_events import Refusal
from shared_rules.identity import id_number
from shared_rules.identity.id_number import Sex
from shared_rules.roster.form import BY_FIELD, OWN_COLUMNS, Column
from shared_rules.roster.form.rows import Insured

Change = Literal["added", "removed", "died", "changed", "same"]

CHANGES: Final[dict[Change, str]] = {
    "added": "新增",
    "removed": "删除",
    "died": "身故",
    "changed": "更正",
    "same": "不变",
}
SEXES: Final[dict[Sex, str]] = {"female": "女", "male": "男"}
_OUT: Final[tuple[Change, ...]] = ("removed", "died")
RECEIPT: Final = "回执号"
VERSION: Final = "名单版本"
ROW: Final = "行号"
NUMBER: Final = BY_FIELD["id_number"].handed_off
RESULT: Final = "审核结果"
REASON: Final = "拒保原因"
ARTICLE: Final = "条款"
ACCEPTED: Final = "承保"
REFUSED: Final = "拒保"
POLICY_NUMBER: Final = "保险单号"
BEGINS: Final = "保险起期"
ACTS: Final = {
    "consent_date": "同意承保日期",
    "premium_received_date": "收到保险费日期",
    "policy_issued_date": "签发保险单日期",
}
"""The three acts of 第四条, by the fields of an acceptance."""
_WHO: Final = tuple(each for each in OWN_COLUMNS if each.handed_off and each.is_needed)
_MORE: Final = tuple(each for each in OWN_COLUMNS if each.handed_off and not each.is_needed)
HEADERS: Final = (
    *(RECEIPT, VERSION, ROW, "单位名称", "统一社会信用代码", "县区"),
    *(column.handed_off for column in _WHO),
    *("性别", "出生日期"),
    *(column.handed_off for column in _MORE),
    *("变化", RESULT, REASON, ARTICLE),
    *(POLICY_NUMBER, BEGINS, "保险止期", "等待期止"),
    *ACTS.values(),
)


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody, and what became of her since the last time."""

    insured: Insured
    change: Change


@dataclass(frozen=True)
class HandedOff:
    """A list as it goes out: who is in it or left it, and her cover where it is accepted."""

    roster: Roster
    lines: tuple[Line, ...]
    covers: Mapping[int, PersonCover]

    def lines_told(self) -> list[tuple[str, ...]]:
        """Everybody who is in it, a line of texts each, as under `HEADERS`."""
        return [self._texts(line) for line in self.lines if line.change not in _OUT]

    def changes_told(self) -> list[tuple[str, ...]]:
        """What has changed since the last time, those who left among it, in the same way."""
        return [self._texts(line) for line in self.lines if line.change != "same"]

    def count(self, change: Change) -> int:
        """How many people there are of a change."""
        return sum(line.change == change for line in self.lines)

    @cached_property
    def _left(self) -> frozenset[int]:
        return frozenset(self.roster.acceptance.left) if self.roster.acceptance else frozenset()

    @cached_property
    def _refusals(self) -> dict[int, Refusal]:
        refusals = self.roster.acceptance.refusals if self.roster.acceptance else []
        return {each.row: each for each in refusals}

    def _texts(self, line: Line) -> tuple[str, ...]:
        unit, insured = self.roster.unit, line.insured
        parsed = id_number.parse(insured.id_number)
        return (
            *(self.roster.receipt, str(self.roster.version), str(insured.row)),
            *(unit.name, unit.credit_code, unit.county),
            *_said(insured, _WHO),
            *(SEXES[parsed.sex], parsed.birth_date.isoformat()),
            *_said(insured, _MORE),
            CHANGES[line.change],
            *self._decided(line),
        )

    def _decided(self, line: Line) -> Iterator[str]:
        accepted = self.roster.acceptance
        row = line.insured.row
        if accepted is None or (line.change in _OUT and row not in self._left):
            yield from [""] * (len(HEADERS) - HEADERS.index(RESULT))
            return
        refusal = self._refusals.get(row)
        yield REFUSED if refusal else ACCEPTED
        yield refusal.reason if refusal else ""
        yield refusal.article_label if refusal else ""
        cover = self.covers.get(row)
        days = (cover.first_day, cover.last_day, cover.waiting_last_day) if cover else [None] * 3
        yield "" if refusal else accepted.policy_number
        yield from (day.isoformat() if day else "" for day in days)
        yield from ("" if refusal else getattr(accepted, act).isoformat() for act in ACTS)


def compared(people: Sequence[Insured], before: Sequence[Insured] | None) -> tuple[Line, ...]:
    """Everybody of a list, then whoever left it, by what changed; `before` is None the first time.

    People are known by their ID numbers; a row that only moved is no change.
    """
    known = {each.id_number: each for each in before or ()}
    staying = {each.id_number for each in people}
    return (
        *(Line(each, _change(each, known.get(each.id_number))) for each in people),
        *(Line(each, "removed") for number, each in known.items() if number not in staying),
    )


def _change(insured: Insured, before: Insured | None) -> Change:
    if before is None:
        return "added"
    told = (*_WHO, *_MORE)
    return "same" if _said(insured, told) == _said(before, told) else "changed"


def _said(insured: Insured, columns: Iterable[Column]) -> tuple[str, ...]:
    return tuple(getattr(insured, column.field) for column in columns)
