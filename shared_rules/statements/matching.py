"""Which lists the lines of a bank statement are for: by reference, unit, amount and day.

Only what leaves no doubt is certain, and is recorded with all the others of its kind: a whole
receipt, or one with a typing error or the unit's own name where the amount agrees. What may be
meant stands beside a doubtful line, the likeliest first. What a line is for depends on those before
it: what is paid is not paid again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from shared_rules.findings import Finding
from shared_rules.records import Record
from shared_rules.statements.lines import Line
from shared_rules.statements.open_lists import LinePart, OpenList, OpenLists, Proposal
from shared_rules.statements.references import Found, References
from shared_rules.statements.unit_names import UnitNames

Standing = Literal["certain", "doubtful", "unmatched", "known"]
"""`known`: the line is recorded already, or stands in the statement a second time."""

_MOST_PROPOSED: Final = 5


class Match(Record):
    """What a line is for; a certain one has one proposal, `reason` says why it stands so."""

    line: Line
    standing: Standing
    proposals: tuple[Proposal, ...]
    reason: Finding


def match(
    lines: Iterable[Line], lists: Iterable[OpenList], known: Collection[int] = ()
) -> list[Match]:
    """Each line with what it is for, in their order.

    Args:
        lines: of one statement.
        lists: that money may come for.
        known: the rows of lines that are recorded already.
    """
    return _Matching(OpenLists(lists)).match(list(lines), known)


class _Clues(NamedTuple):
    """What a line says of whom it is for: its receipts, and the lists of the units it names."""

    references: Found
    sure: list[OpenList]
    perhaps: list[OpenList]

    @property
    def are_of_one_unit(self) -> bool:
        """Whether the units that it surely names are one."""
        names = [set(each.names) for each in self.sure]
        counties = {each.county for each in self.sure}
        return len(counties) == 1 and bool(set.intersection(*names))

    @property
    def say_only_one_unit(self) -> bool:
        """Whether one unit's name is all that it says."""
        return self.are_of_one_unit and not self.references.is_strange


class _Matching:
    """A statement that is being matched."""

    def __init__(self, lists: OpenLists) -> None:
        self._lists = lists
        self._references = References(lists.by_receipt)
        self._names = UnitNames(lists.by_name)
        self._matches: dict[int, Match] = {}

    def match(self, lines: Sequence[Line], known: Collection[int]) -> list[Match]:
        """Each line with what it is for; the surest first, as they leave less to the others."""
        waiting = self._without_known(lines, known)
        clues = {line.row: self._clues(line) for line in waiting}
        for decide in (self._goes_out, self._by_reference, self._by_near_reference, self._by_unit):
            waiting = [line for line in waiting if not decide(line, clues[line.row])]
        for line in self._together_settled(waiting, clues):
            self._left_over(line, clues[line.row])
        return [self._matches[line.row] for line in lines]

    def _without_known(self, lines: Sequence[Line], known: Collection[int]) -> list[Line]:
        first: dict[tuple[str, ...], int] = {}
        for line in lines:
            row = first.setdefault(line.identity, line.row)
            if line.row in known:
                self._tell(line, "known", "statement.recorded")
            elif row != line.row:
                self._tell(line, "known", Finding.of("statement.twice", first_row=row))
        waiting = [line for line in lines if line.row not in self._matches]
        return sorted(waiting, key=lambda line: (line.day, line.row))

    def _clues(self, line: Line) -> _Clues:
        named = [self._names.in_text(each) for each in (line.payer, line.note) if each]
        sure = {name for each in named for name in each.sure}
        perhaps = {name for each in named for name in each.perhaps} - sure
        return _Clues(
            self._references.in_text(f"{line.note} {line.payer}"),
            self._lists.of_names(sure, line),
            self._lists.of_names(perhaps, line),
        )

    def _goes_out(self, line: Line, clues: _Clues) -> bool:
        """What goes out may be premium paid back: a person says so."""
        if line.is_out:
            proposals = [_all_for(each, line) for each in clues.references.whole]
            self._tell(line, "doubtful" if proposals else "unmatched", "statement.out", proposals)
        return line.is_out

    def _by_reference(self, line: Line, clues: _Clues) -> bool:
        """A whole receipt: for that list, unless it names another unit, or has all its money."""
        named = [self._lists.by_receipt[each] for each in clues.references.whole]
        if len(named) > 1:
            self._for_several(line, named)
        elif named:
            self._for_one(line, named[0], clues)
        return bool(named)

    def _for_one(self, line: Line, named: OpenList, clues: _Clues) -> None:
        own = _all_for(named.receipt, line)
        others = self._lists.unpaid(clues.sure)
        if named.is_by_hand(line):
            self._tell(line, "doubtful", "statement.by_hand", [own])
        elif named not in clues.sure and others:
            proposals = [own, *(_all_for(each.receipt, line) for each in others)]
            self._tell(line, "doubtful", "statement.other_unit", proposals)
        elif line.amount > self._lists.left(named):
            together = self._together(line, self._lists.of_same_unit(named))
            self._tell(line, "doubtful", "statement.too_much", [*together, own])
        else:
            self._settle(line, own, "statement.by_reference")

    def _for_several(self, line: Line, named: Sequence[OpenList]) -> None:
        """One transfer for several lists: certain where it is all that is missing of them."""
        if sum(map(self._lists.left, self._lists.unpaid(named))) == line.amount:
            self._settle(line, self._lists.each_its_own(named), "statement.several_lists")
        else:
            proposals = [self._lists.spread(line, named)]
            self._tell(line, "doubtful", "statement.several_unclear", proposals)

    def _by_near_reference(self, line: Line, clues: _Clues) -> bool:
        """A receipt with a typing error: certain where unit or amount agrees, and no other is."""
        near = [self._lists.by_receipt[each] for each in clues.references.near]
        agreeing = [
            each
            for each in near
            if each in clues.sure or (self._lists.left(each) == line.amount and not clues.sure)
        ]
        fits = len(agreeing) == 1 and line.amount <= self._lists.left(agreeing[0])
        if fits and not agreeing[0].is_by_hand(line):
            proposal = _all_for(agreeing[0].receipt, line)
            self._settle(line, proposal, "statement.by_near_reference")
        elif near:
            candidates = (*agreeing, *near, *self._lists.unpaid(clues.sure))
            proposals = [_all_for(each.receipt, line) for each in candidates]
            self._tell(line, "doubtful", "statement.reference_unsure", proposals)
        return bool(near)

    def _by_unit(self, line: Line, clues: _Clues) -> bool:
        """The unit's own name: certain where only one list, or all of them, come to the amount."""
        lists = self._lists.unpaid(clues.sure)
        if not lists or not clues.say_only_one_unit:
            return False
        fitting = self._lists.fitting(line.amount, lists)
        is_only_one = len(fitting) == 1 and len(fitting[0]) in (1, len(lists))
        if not is_only_one or any(each.is_by_hand(line) for each in clues.sure):
            return False
        is_single = len(fitting[0]) == 1
        code = "statement.by_unit" if is_single else "statement.several_lists"
        self._settle(line, self._lists.each_its_own(fitting[0]), code)
        return True

    def _together_settled(self, waiting: Sequence[Line], clues: Mapping[int, _Clues]) -> list[Line]:
        """Settle lines of a unit that only together leave no doubt; those that are left."""
        of_lists: dict[frozenset[str], list[Line]] = {}
        for line in waiting:
            lists = self._lists.unpaid(clues[line.row].sure)
            if lists and clues[line.row].say_only_one_unit:
                of_lists.setdefault(frozenset(each.receipt for each in lists), []).append(line)
        for receipts, lines in of_lists.items():
            lists = [self._lists.by_receipt[each] for each in sorted(receipts)]
            if any(each.is_by_hand(line) for each in lists for line in lines):
                continue
            if len(lists) == 1:
                self._in_parts(lists[0], lines)
            else:
                self._one_each(lists, lines)
        return [line for line in waiting if line.row not in self._matches]

    def _in_parts(self, paid: OpenList, lines: Sequence[Line]) -> None:
        """Settle lines that together are what a list lacks."""
        if sum(line.amount for line in lines) == self._lists.left(paid):
            for line in lines:
                self._settle(line, _all_for(paid.receipt, line), "statement.in_parts")

    def _one_each(self, lists: Sequence[OpenList], lines: Sequence[Line]) -> None:
        """Settle equal lines of one day, where each of as many lists lacks just so much.

        Which is for which makes no difference then, to what is due or to the day that it came.
        """
        alike: dict[tuple[date, Decimal], list[Line]] = {}
        for line in lines:
            alike.setdefault((line.day, line.amount), []).append(line)
        for (_, amount), equal in alike.items():
            paid = [each for each in lists if self._lists.left(each) == amount]
            fitting = self._lists.fitting(amount * len(equal), lists)
            if len(paid) == len(equal) > 1 and fitting == [tuple(paid)]:
                for line, each in zip(equal, paid, strict=True):
                    self._settle(line, _all_for(each.receipt, line), "statement.one_each")

    def _left_over(self, line: Line, clues: _Clues) -> None:
        """What is not certain, with what it may be for."""
        sure = self._lists.unpaid(clues.sure) or clues.sure
        perhaps = [each for each in clues.perhaps if self._lists.left(each) == line.amount]
        nearest = self._lists.nearest(line, sure or perhaps)
        singly = [_all_for(each.receipt, line) for each in nearest]
        if sure:
            by_hand = any(each.is_by_hand(line) for each in sure)
            code = "statement.by_hand" if by_hand else "statement.amount_unclear"
            self._tell(line, "doubtful", code, [*self._together(line, sure), *singly])
        elif singly:
            self._tell(line, "doubtful", "statement.unit_unsure", singly)
        elif clues.references.is_strange:
            self._tell(line, "unmatched", "statement.strange_reference")
        elif fitting := [_all_for(each.receipt, line) for each in self._lists.of_amount(line)]:
            self._tell(line, "doubtful", "statement.only_amount", fitting)
        else:
            self._tell(line, "unmatched", "statement.nothing")

    def _together(self, line: Line, lists: Sequence[OpenList]) -> list[Proposal]:
        fitting = self._lists.fitting(line.amount, lists)
        return [self._lists.each_its_own(each) for each in fitting]

    def _settle(self, line: Line, proposal: Proposal, code: str) -> None:
        self._lists.settle(proposal)
        self._tell(line, "certain", code, [proposal])

    def _tell(
        self,
        line: Line,
        standing: Standing,
        why: str | Finding,
        proposals: Iterable[Proposal] = (),
    ) -> None:
        different = tuple(dict.fromkeys(proposals))[:_MOST_PROPOSED]
        reason = (Finding.of(why) if isinstance(why, str) else why).at(row=line.row)
        self._matches[line.row] = Match(
            line=line, standing=standing, proposals=different, reason=reason
        )


def _all_for(receipt: str, line: Line) -> Proposal:
    return (LinePart(receipt=receipt, amount=line.amount),)
