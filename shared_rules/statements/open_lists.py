"""The lists that money may come for, and what is missing of each while a statement is read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Final

from shared_rules.identity.writing import bare
from shared_rules.records import Record
from shared_rules.statements.lines import Line

# So long before a list was submitted its premium may have come already.
_BEFORE: Final = timedelta(days=31)
# So many days a payment that somebody wrote down may differ from the bank's day.
_SAME_PAYMENT: Final = timedelta(days=3)
_MOST_COMBINED: Final = 6


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list that money may come for: `due` is what is missing of its premium, in yuan.

    `names` are those that its unit bears or has borne, `clerk` is its 经办人, who may pay from her
    own account. `by_hand` are the days and amounts of payments that somebody wrote down.
    """

    receipt: str
    county: str
    names: tuple[str, ...]
    due: Decimal
    submitted: date
    clerk: str = ""
    by_hand: tuple[tuple[date, Decimal], ...] = ()

    def may_be_paid_by(self, line: Line) -> bool:
        """Whether the line's day is not too early for it."""
        return line.day >= self.submitted - _BEFORE

    def is_by_hand(self, line: Line) -> bool:
        """Whether somebody may have written down this very payment before."""
        return any(
            amount == line.amount and abs(day - line.day) <= _SAME_PAYMENT
            for day, amount in self.by_hand
        )


class LinePart(Record):
    """What of a line's money is for a list."""

    receipt: str
    amount: Decimal


Proposal = tuple[LinePart, ...]
"""What a line may be for: the parts add up to it."""


class OpenLists:
    """All of them; what is settled lessens what is missing."""

    def __init__(self, lists: Iterable[OpenList]) -> None:
        self.by_receipt = {each.receipt: each for each in lists}
        self.by_name: dict[str, list[OpenList]] = {}
        for each in self.by_receipt.values():
            for name in dict.fromkeys(each.names):
                self.by_name.setdefault(name, []).append(each)
        self._left = {each.receipt: each.due for each in self.by_receipt.values()}

    def settle(self, proposal: Proposal) -> None:
        """Let so much less be missing of its lists."""
        for part in proposal:
            self._left[part.receipt] -= part.amount

    def left(self, each: OpenList) -> Decimal:
        """What is still missing of a list."""
        return self._left[each.receipt]

    def unpaid(self, lists: Iterable[OpenList]) -> list[OpenList]:
        """Those of which something is missing."""
        return [each for each in lists if self.left(each) > 0]

    def of_names(self, names: Iterable[str], line: Line) -> list[OpenList]:
        """The lists of the units that bear one of these names, as far as the line may pay them."""
        found = {each.receipt: each for name in sorted(names) for each in self.by_name[name]}
        return [each for each in found.values() if each.may_be_paid_by(line)]

    def of_same_unit(self, named: OpenList) -> list[OpenList]:
        """The unpaid lists of a list's unit, itself first."""
        others = (each for name in named.names for each in self.by_name[name])
        found = {each.receipt: each for each in (named, *others) if each.county == named.county}
        return self.unpaid(found.values())

    def of_amount(self, line: Line) -> list[OpenList]:
        """Those of which just so much is missing as the line has, first those of who pays."""
        payer = bare(line.payer)
        fitting = [
            each
            for each in self.by_receipt.values()
            if self.left(each) == line.amount and each.may_be_paid_by(line)
        ]
        return sorted(
            fitting, key=lambda each: (bare(each.clerk) != payer, abs(each.submitted - line.day))
        )

    def nearest(self, line: Line, lists: Iterable[OpenList]) -> list[OpenList]:
        """Lists by how far what is missing of them is from the line's money, then by the day."""

        def far(each: OpenList) -> tuple[Decimal, timedelta]:
            return abs(self.left(each) - line.amount), abs(each.submitted - line.day)

        return sorted(lists, key=far)

    def fitting(self, amount: Decimal, lists: Sequence[OpenList]) -> list[tuple[OpenList, ...]]:
        """Those of the lists, one or several, of which just so much is missing."""
        lists = self.unpaid(lists)
        sizes = range(1, len(lists) + 1) if len(lists) <= _MOST_COMBINED else (1, len(lists))
        return [
            chosen
            for size in sizes
            for chosen in combinations(lists, size)
            if sum(map(self.left, chosen)) == amount
        ]

    def each_its_own(self, lists: Iterable[OpenList]) -> Proposal:
        """To each what is missing of it."""
        return tuple(
            LinePart(receipt=each.receipt, amount=self.left(each)) for each in self.unpaid(lists)
        )

    def spread(self, line: Line, lists: Sequence[OpenList]) -> Proposal:
        """The line's money as far as it goes; what is left over is with the last."""
        parts: list[LinePart] = []
        rest = line.amount
        for each in lists:
            amount = rest if each is lists[-1] else min(max(self.left(each), Decimal(0)), rest)
            rest -= amount
            if amount > 0:
                parts.append(LinePart(receipt=each.receipt, amount=amount))
        return tuple(parts)
