"""A year of an account that premiums come to: lists, lines, and what each line is for.

All of it is made up, always the same for a seed. The lines are as units write them: with the
receipt or without, spaced, shortened, with typing errors; in parts, for several lists, twice, too
much, from the union's account or the clerk's; among others that are for no list here.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from stdnum import luhn

from functions.local.samples import people
from shared_rules import crockford
from shared_rules.statements.lines import Line
from shared_rules.statements.open_lists import LinePart, OpenList, Proposal

FIRST_DAY: Final = date(2026, 1, 4)
_PLACES: Final = ("银川市", "贺兰县", "永宁县", "灵武市", "平罗县", "盐池县", "同心县", "中宁县")
_MIDDLES: Final = "光明建设新华民族团结红旗胜利友爱朝阳长城黄河丰收金凤玉泉沙湖兴庆"
_ENDS: Final = ("小学", "中学", "幼儿园", "人民医院", "供水有限公司", "税务局", "纺织厂", "敬老院")
_NUMBERS: Final = ("第一", "第二", "第三", "")
_WORDS: Final = ("安康保保险费 {}", "{}", "附言：{} 女职工安康保", "缴安康保{}", "保险费{}转账")
_PER_PERSON: Final = 100


@dataclass(slots=True)
class Year:
    """Lists, lines in the order of their days, and by row what each line is for: none, or parts."""

    lists: list[OpenList]
    lines: list[Line] = field(default_factory=list)
    meant: dict[int, Proposal] = field(default_factory=dict)
    twice: set[int] = field(default_factory=set)


def receipt(chance: random.Random) -> str:
    """A receipt as they are given out."""
    signs = "".join(chance.choices(crockford.SIGNS, k=5))
    return f"AK-2026-{signs}{luhn.calc_check_digit(signs, crockford.SIGNS)}"


def mistyped(text: str, chance: random.Random) -> str:
    """A receipt with one sign wrong, missing, added, or two in each other's place."""
    place = chance.randrange(len(text) - 6, len(text) - 1)
    other = chance.choice([each for each in crockford.SIGNS if each not in text])
    return chance.choice(
        [
            text[:place] + other + text[place + 1 :],
            text[:place] + text[place + 1 :],
            text[:place] + other + text[place:],
            text[:place] + text[place + 1] + text[place] + text[place + 2 :],
        ]
    )


def year(seed: int, most: int = 1_000) -> Year:
    """A year of so many lines."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable sample, not a secret
    made = Year(_lists(chance, most))
    waiting = list(made.lists)
    chance.shuffle(waiting)
    written = _Written(made, chance)
    while len(made.lines) < most and waiting:
        way = chance.choices(WAYS, weights=WEIGHTS)[0]
        way(written, waiting)
    written.put_in_order()
    return made


def _lists(chance: random.Random, count: int) -> list[OpenList]:
    """Lists of units, some of which have two or three; names differ by one sign, as they do."""
    clerks = [each.name for each in people(count, seed=chance.randrange(1_000), today=FIRST_DAY)]
    names = sorted(
        f"{place}{middle}{number}{end}"
        for place in _PLACES
        for middle in map("".join, zip(_MIDDLES[::2], _MIDDLES[1::2], strict=True))
        for number in _NUMBERS
        for end in _ENDS
    )
    chance.shuffle(names)
    lists: list[OpenList] = []
    for name, clerk in zip(names, clerks, strict=False):
        older = (name.replace("有限公司", "公司"), f"{name[:3]}旧{name[3:]}")
        for _ in range(chance.choices((1, 2, 3), weights=(12, 2, 1))[0]):
            premium = _PER_PERSON * chance.randint(2, 400)
            day = FIRST_DAY + timedelta(days=chance.randrange(330))
            of = OpenList(receipt(chance), name[:3], (name, *older), Decimal(premium), day, clerk)
            lists.append(of)
    return lists[:count]


class _Written:
    """Lines as they are written, one way or the other."""

    def __init__(self, made: Year, chance: random.Random) -> None:
        self.made = made
        self.chance = chance

    def line(self, note: str, payer: str, amount: Decimal, day: date, meant: Proposal) -> Line:
        """Add a line; the bank numbers it."""
        row = len(self.made.lines) + 2
        serial = f"{self.chance.randrange(10**12):012d}"
        line = Line(row=row, day=day, amount=amount, payer=payer, note=note, serial=serial)
        self.made.lines.append(line)
        self.made.meant[row] = meant
        return line

    def for_list(self, of: OpenList, reference: str, payer: str, amount: Decimal) -> Line:
        """Add a line for one list, some days after it was submitted."""
        day = of.submitted + timedelta(days=self.chance.randrange(1, 20))
        note = self.chance.choice(_WORDS).format(reference)
        return self.line(note, payer, amount, day, (LinePart(receipt=of.receipt, amount=amount),))

    def payer(self, of: OpenList) -> str:
        """Whose account it is: the unit's, its union's, by an older name, or the clerk's own."""
        name, *older = of.names
        return self.chance.choice([name, name, f"{name}工会委员会", *older, of.clerk])

    def put_in_order(self) -> None:
        """Give the lines the rows of their days."""
        lines = sorted(self.made.lines, key=lambda line: line.day)
        rows = {line.row: row for row, line in enumerate(lines, start=2)}
        self.made.meant = {rows[row]: meant for row, meant in self.made.meant.items()}
        self.made.twice = {rows[row] for row in self.made.twice}
        self.made.lines = [line.model_copy(update={"row": rows[line.row]}) for line in lines]


Way = Callable[[_Written, list[OpenList]], None]


def _with_receipt(written: _Written, waiting: list[OpenList]) -> None:
    of = waiting.pop()
    spaced = (of.receipt, of.receipt.replace("-", ""), of.receipt.lower(), f"{of.receipt}，36人")
    written.for_list(of, written.chance.choice(spaced), written.payer(of), of.due)


def _with_error(written: _Written, waiting: list[OpenList]) -> None:
    of = waiting.pop()
    written.for_list(of, mistyped(of.receipt, written.chance), written.payer(of), of.due)


def _last_signs(written: _Written, waiting: list[OpenList]) -> None:
    of = waiting.pop()
    written.for_list(of, of.receipt[-6:], written.payer(of), of.due)


def _by_name(written: _Written, waiting: list[OpenList]) -> None:
    of = waiting.pop()
    written.for_list(of, "", written.chance.choice([of.names[0], f"{of.names[0]}工会"]), of.due)


def _by_clerk(written: _Written, waiting: list[OpenList]) -> None:
    of = waiting.pop()
    written.for_list(of, "", of.clerk, of.due)


def _in_parts(written: _Written, waiting: list[OpenList]) -> None:
    of = waiting.pop()
    first = Decimal(written.chance.randrange(1, int(of.due)))
    reference, payer = written.chance.choice([(of.receipt, written.payer(of)), ("", of.names[0])])
    for amount in (first, of.due - first):
        written.for_list(of, reference, payer, amount)


def _for_several(written: _Written, waiting: list[OpenList]) -> None:
    of = waiting.pop()
    others = [each for each in waiting if each.names == of.names]
    for each in others:
        waiting.remove(each)
    lists = [of, *others]
    parts = tuple(LinePart(receipt=each.receipt, amount=each.due) for each in lists)
    total = sum((each.due for each in lists), Decimal(0))
    day = max(each.submitted for each in lists) + timedelta(days=2)
    references = "、".join(each.receipt for each in lists)
    written.line(written.chance.choice([references, "安康保"]), of.names[0], total, day, parts)


def _too_little(written: _Written, waiting: list[OpenList]) -> None:
    of = waiting.pop()
    written.for_list(of, of.receipt, written.payer(of), of.due - _PER_PERSON // 2)


def _too_much(written: _Written, waiting: list[OpenList]) -> None:
    of = waiting.pop()
    written.for_list(of, of.receipt, written.payer(of), of.due + _PER_PERSON)


def _paid_twice(written: _Written, waiting: list[OpenList]) -> None:
    """The unit transfers it again some days later, which is another line of the bank."""
    of = waiting.pop()
    first = written.for_list(of, of.receipt, of.names[0], of.due)
    later = first.day + timedelta(days=5)
    written.line(first.note, first.payer, of.due, later, written.made.meant[first.row])


def _line_twice(written: _Written, waiting: list[OpenList]) -> None:
    """The very same line stands in the statement again, as where two exports were put together."""
    of = waiting.pop()
    first = written.for_list(of, of.receipt, of.names[0], of.due)
    again = replace_row(first, len(written.made.lines) + 2)
    written.made.lines.append(again)
    written.made.meant[again.row] = ()
    written.made.twice.add(again.row)


def _for_none(written: _Written, waiting: list[OpenList]) -> None:
    """Money that is for no list here: interest, another area's list, a unit that has none."""
    chance = written.chance
    of = chance.choice(waiting)
    note, payer = chance.choice(
        [
            ("结息", ""),
            (f"安康保 {receipt(chance)}", f"{of.names[0][:3]}别处{chance.choice(_ENDS)}"),
            ("保险费", f"{of.names[0]}分校"),
            (f"{receipt(chance)}", of.clerk),
        ]
    )
    amount = Decimal(chance.randrange(1, 10**6)) / 100 + Decimal("0.01")
    written.line(note, payer, amount, of.submitted, ())


def replace_row(line: Line, row: int) -> Line:
    """The same line of the bank, in another row."""
    return line.model_copy(update={"row": row})


WAYS: Final[Sequence[Way]] = (
    _with_receipt, _with_error, _last_signs, _by_name, _by_clerk, _in_parts, _for_several,
    _too_little, _too_much, _paid_twice, _line_twice, _for_none,
)  # fmt: skip
WEIGHTS: Final = (40, 10, 3, 14, 1, 6, 5, 2, 2, 2, 2, 8)
