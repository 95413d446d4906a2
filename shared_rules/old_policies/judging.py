"""Judging a workbook of old policies: which may be taken, and what is wrong with the others.

A policy is taken whole or not at all: one row that must be mended keeps all of it out.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final, Literal, NamedTuple, get_args

from shared_rules import cover, plans
from shared_rules.findings import Finding, RuleError, column_letters
from shared_rules.funding import UnitKind
from shared_rules.identity import credit_code
from shared_rules.identity.writing import bare, capitals
from shared_rules.old_policies import cells
from shared_rules.old_policies.columns import HEADERS, NEEDED, OF_PAYMENT, OF_POLICY, Field
from shared_rules.old_policies.reading import Written
from shared_rules.plans import ItemName, Plan
from shared_rules.records import Record
from shared_rules.roster import judging as roster_judging
from shared_rules.roster.columns import RecognisedColumn
from shared_rules.roster.entries import Entries, Entry
from shared_rules.roster.form import OWN
from shared_rules.roster.form.rows import Insured
from shared_rules.roster.sheets import Cell, is_blank, text_of

PaidAs = Literal["lump_sum", "allowance", "refund"]

PAID_AS: Final[Mapping[str, PaidAs]] = {
    "保险金": "lump_sum",
    "津贴": "allowance",
    "退保险费": "refund",
}
"""What a payment is called in the workbook."""

_KINDS: Final[Mapping[str, UnitKind]] = {kind: kind for kind in get_args(UnitKind)}
_LONGEST_UNIT: Final = 100
_LONGEST_NUMBER: Final = 60
_SEPARATORS: Final = re.compile("[、，,；;/]")
_OTHER: Final = str.maketrans("他", "它")
_ONE_DAY: Final = timedelta(days=1)


class Payment(Record):
    """What was paid, or which premium was given back, for which items, when, and to whom."""

    items: tuple[ItemName, ...]
    paid_as: PaidAs
    paid_on: date
    amount: int
    paid_to: str


def ends_items(paid_as: PaidAs) -> bool:
    """第五条: whether a payment ends the items that it was made for, as a settled claim does."""
    return paid_as != "allowance"


class OldPerson(NamedTuple):
    """Somebody under an old policy, and what was paid to her under it."""

    insured: Insured
    payment: Payment | None


@dataclass(frozen=True, slots=True)
class OldPolicy:
    """A policy that may be taken. `issued` is the last day on which it can have been."""

    number: str
    unit: str
    county: str
    kind: UnitKind
    first_day: date
    last_day: date
    issued: date
    plan: date
    people: tuple[OldPerson, ...]
    credit_code: str = ""


@dataclass(slots=True)
class Group:
    """The rows of one policy in the workbook; `policy` is None where it must be mended.

    `row` is its first one; `unit` is what the unit is called there.
    """

    number: str
    row: int
    unit: str = ""
    rows: list[tuple[int, dict[Field, Cell]]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    policy: OldPolicy | None = None


def judge(written: Written, today: date) -> list[Group]:
    """Every policy of a workbook, in its order, with what was found in its rows.

    `today` is for days that cannot have come yet.
    """
    groups = _grouped(written)
    for group in groups:
        _Judging(written, group, today).judge()
    return groups


def _grouped(written: Written) -> list[Group]:
    """The rows by policy: who has no number of a policy belongs to the row above."""
    groups: dict[str, Group] = {}
    group: Group | None = None
    for row, said in written.rows:
        number = _number(said.get("policy_number"))
        if number or group is None:
            group = groups.setdefault(number, Group(number, row))
        elif any(not is_blank(said.get(name)) for name in OF_POLICY):
            group.findings.append(_missing(written, "policy_number", row))
        group.rows.append((row, said))
    return list(groups.values())


def _number(cell: Cell) -> str:
    if is_blank(cell):
        return ""
    return capitals(bare(text_of(cell)))


def _missing(written: Written, name: Field, row: int) -> Finding:
    found = Finding.of("old_policies.missing", field=name, header=HEADERS[name])
    return written.finding(found, row)


@dataclass(frozen=True, slots=True)
class _Judging:
    """The judging of one policy: each method adds to the findings of its group."""

    written: Written
    group: Group
    today: date

    def judge(self) -> None:
        said = self._policy()
        first = said.get("first_day")
        plan = self._plan(first, said.get("plan")) if first else None
        if first and plan:
            self._judge_days(first, said.get("last_day"), plan)
            people = tuple(self._people(first, plan))
            if not any(each.severity == "error" for each in self.group.findings):
                self.group.policy = OldPolicy(
                    number=said["policy_number"],
                    unit=said["unit"],
                    county=said["county"],
                    kind=said["kind"],
                    first_day=first,
                    last_day=said["last_day"],
                    issued=_issued(first, plan),
                    plan=plan.valid_from,
                    people=people,
                    credit_code=said.get("credit_code", ""),
                )

    def _policy(self) -> dict[str, Any]:
        """What the rows say of the policy: each thing once, or every time the same."""
        said: dict[str, Any] = {}
        readers = _readers()
        for name in OF_POLICY:
            first_row = 0
            for row, written in self.group.rows:
                if is_blank(written.get(name)):
                    continue
                value = self._read(row, name, readers[name], written[name])
                if value is None:
                    first_row = first_row or row
                elif name not in said:
                    said[name], first_row = value, row
                elif said[name] != value:
                    self._tell("old_policies.differs", row, name, first_row=first_row)
            if not first_row and name in NEEDED:
                self.group.findings.append(_missing(self.written, name, self.group.row))
        self.group.unit = said.get("unit", "")
        return said

    def _plan(self, first: date, asked: date | None) -> Plan | None:
        """第二十条: the plan that is named; otherwise the one of the day before the first one."""
        latest = plans.of_policy(first - _ONE_DAY)
        if asked is None:
            return latest
        known = (each for each in plans.load() if each.valid_from == asked)
        plan = next(known, None)
        if plan is None or plan.valid_from > latest.valid_from:
            valid = "、".join(each.valid_from.isoformat() for each in plans.load())
            self._tell("old_policies.plan", self.group.row, "plan", plans=valid)
            return None
        return plan

    def _judge_days(self, first: date, last: date | None, plan: Plan) -> None:
        if first > self.today:
            today = self.today.isoformat()
            self._tell("old_policies.not_begun", self.group.row, "first_day", today=today)
        expected = cover.last_day(first, plan)
        if last and last != expected:
            self._tell(
                "old_policies.last_day",
                self.group.row,
                "last_day",
                first_day=first.isoformat(),
                last_day=expected.isoformat(),
            )

    def _people(self, first: date, plan: Plan) -> Iterator[OldPerson]:
        """第三条: the people as a list's are judged, on the first day of their cover."""
        columns = tuple(
            RecognisedColumn(
                field=name,
                header=HEADERS[name],
                column=self.written.columns[name],
                letters=column_letters(self.written.columns[name]),
            )
            for name in OWN
            if name in self.written.columns
        )
        listed = tuple(Entry(row, *map(said.get, OWN)) for row, said in self.group.rows)
        entries = Entries(listed, columns, self.written.sheet)
        report = roster_judging.judge(entries, plan=plan, cover_from=first)
        self.group.findings += [each for each in report.findings if _matters(each)]
        by_row = dict(self.group.rows)
        for insured in report.people:
            yield OldPerson(insured, self._payment(insured.row, by_row[insured.row], first, plan))

    def _payment(
        self, row: int, said: Mapping[Field, Cell], first: date, plan: Plan
    ) -> Payment | None:
        filled = [name for name in OF_PAYMENT if not is_blank(said.get(name))]
        if not filled:
            return None
        for name in OF_PAYMENT:
            if name not in filled:
                self._tell("old_policies.payment_incomplete", row, name, header=HEADERS[name])
        if len(filled) < len(OF_PAYMENT):
            return None
        readers = _payment_readers(plan)
        items, paid_as, paid_on, amount, paid_to = (
            self._read(row, name, readers[name], said[name]) for name in OF_PAYMENT
        )
        if paid_on and not first <= paid_on <= self.today:
            self._tell(
                "old_policies.paid_on",
                row,
                "paid_on",
                first_day=first.isoformat(),
                today=self.today.isoformat(),
            )
        if not (items and paid_as and paid_on and amount and paid_to):
            return None
        return Payment(
            items=items, paid_as=paid_as, paid_on=paid_on, amount=amount, paid_to=paid_to
        )

    def _read(self, row: int, name: Field, read: Callable[[Cell], Any], cell: Cell) -> Any:
        """What a cell says; None where it cannot be read, which is told."""
        try:
            return read(cell)
        except RuleError as error:
            self.group.findings.append(self.written.finding(error.finding(name), row))
            return None

    def _tell(self, code: str, row: int, name: Field, **params: str | int) -> None:
        found = Finding.of(code, field=name, **params)
        self.group.findings.append(self.written.finding(found, row))


def _readers() -> Mapping[str, Callable[[Cell], Any]]:
    return {
        "unit": lambda cell: cells.text(cell, _LONGEST_UNIT),
        "county": lambda cell: bare(cells.text(cell, _LONGEST_UNIT)),
        "kind": lambda cell: cells.word(cell, _KINDS, "old_policies.kind"),
        "policy_number": lambda cell: capitals(bare(cells.text(cell, _LONGEST_NUMBER))),
        "first_day": cells.day,
        "last_day": cells.day,
        "plan": cells.day,
        "credit_code": lambda cell: credit_code.parse(cells.text(cell, _LONGEST_NUMBER)),
    }


def _payment_readers(plan: Plan) -> Mapping[str, Callable[[Cell], Any]]:
    return {
        "paid_items": lambda cell: _items(cell, plan),
        "paid_as": lambda cell: cells.word(cell, PAID_AS, "old_policies.paid_as"),
        "paid_on": cells.day,
        "amount": cells.amount,
        "paid_to": lambda cell: cells.text(cell, _LONGEST_UNIT),
    }


def _items(cell: Cell, plan: Plan) -> tuple[ItemName, ...]:
    names: dict[str, ItemName] = {
        item.name.translate(_OTHER): name for name, item in plan.items.items()
    }
    words = [each for each in _SEPARATORS.split(bare(text_of(cell)).translate(_OTHER)) if each]
    if not words or not names.keys() >= set(words):
        raise RuleError("old_policies.paid_items", words="、".join(names))
    return tuple(dict.fromkeys(names[each] for each in words))


def _issued(first: date, plan: Plan) -> date:
    """The last day on which a policy under this plan can have been issued."""
    later = [each.valid_from for each in plans.load() if each.valid_from > plan.valid_from]
    return min([first, *later]) - _ONE_DAY


def _matters(finding: Finding) -> bool:
    """Whether a finding is about what is written; what is to be asked when joining is over."""
    return finding.severity == "error" or not finding.code.startswith("eligibility.")
