"""A corrected roster beside the version that it replaces (更正比对): nobody is lost unseen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import eq
from typing import Final, NamedTuple

from shared_rules.findings import Finding
from shared_rules.records import Record
from shared_rules.roster.form import OWN, Own
from shared_rules.roster.form.rows import Insured
from shared_rules.roster.limits import LARGE_LOSS_PEOPLE, LARGE_LOSS_PERCENT
from shared_rules.roster.renewal import by_id_number

_NAMED_AT_MOST: Final = 5
_NAMESAKES: Final = 50  # in a list of thousands of one name, the next ones must do


class Listed(Record):
    """Somebody who stands in one of the two lists only; `row` is that list's."""

    row: int
    name: str


class Changed(Record):
    """Somebody who stands in both lists, and what is said of her otherwise than before."""

    row: int
    name: str
    row_before: int
    name_before: str
    fields: tuple[Own, ...]


class Difference(Record):
    """What a list changes in the one before it; `unchanged` counts who is in both as she was."""

    before: int
    after: int
    unchanged: int
    gone: tuple[Listed, ...]
    added: tuple[Listed, ...]
    changed: tuple[Changed, ...]

    @property
    def is_large_loss(self) -> bool:
        """Whether so many are gone that the unit has to say that she means it."""
        gone = len(self.gone)
        return gone >= LARGE_LOSS_PEOPLE and gone * 100 > self.before * LARGE_LOSS_PERCENT

    def warnings(self) -> tuple[Finding, ...]:
        """What must be confirmed before the list takes the place of the other one."""
        if not self.is_large_loss:
            return ()
        asked = Finding.of(
            "correction.large_loss",
            names=_names(self.gone),
            gone=len(self.gone),
            before=self.before,
        )
        return (asked,)


def compare(before: Iterable[Insured], after: Iterable[Insured]) -> Difference:
    """Compare two versions of a list by ID number, and whoever is left by name.

    >>> one, other = Insured(3, "王芳", "649901199001010026"), Insured(4, "李梅", "1")
    >>> [len(each) for each in (compare([one], [other]).gone, compare([one], [one]).gone)]
    [1, 0]
    """
    pairs = _pair(list(before), list(after))
    changed = [(old, new, _fields(old, new)) for old, new in pairs.both]
    return Difference(
        before=len(pairs.both) + len(pairs.gone),
        after=len(pairs.both) + len(pairs.added),
        unchanged=sum(not fields for _, _, fields in changed),
        gone=_listed(pairs.gone),
        added=_listed(pairs.added),
        changed=tuple(_changed(*each) for each in changed if each[2]),
    )


def rows_now(before: Iterable[Insured], after: Iterable[Insured]) -> dict[int, int]:
    """The row that everybody who stands in both versions has now, by the one that she had."""
    return {old.row: new.row for old, new in _pair(list(before), list(after)).both}


class _Pairs(NamedTuple):
    both: list[tuple[Insured, Insured]]
    gone: list[Insured]
    added: list[Insured]


def _pair(before: list[Insured], after: list[Insured]) -> _Pairs:
    """Who is who: as many as share a number, then of the rest as many as share a name."""
    numbers = by_id_number(before)
    same = [(old, new) for new in after if (old := numbers.get(new.id_number))]
    known = {new.id_number for _, new in same}
    gone = [each for each in before if each.id_number not in known]
    added = [each for each in after if each.id_number not in known]
    renumbered = list(_by_name(gone, added))
    rows = {old.row for old, _ in renumbered}, {new.row for _, new in renumbered}
    return _Pairs(
        both=sorted((*same, *renumbered), key=lambda pair: pair[1].row),
        gone=[each for each in gone if each.row not in rows[0]],
        added=[each for each in added if each.row not in rows[1]],
    )


def _by_name(
    gone: Sequence[Insured], added: Sequence[Insured]
) -> Iterator[tuple[Insured, Insured]]:
    """Namesakes whose numbers are the most alike first, so that each is who she was."""
    left: defaultdict[str, list[Insured]] = defaultdict(list)
    for old in gone:
        left[old.name].append(old)
    for new in added:
        if namesakes := left[new.name]:
            alike = max(namesakes[:_NAMESAKES], key=lambda old: _likeness(old, new))
            namesakes.remove(alike)
            yield alike, new


def _likeness(old: Insured, new: Insured) -> int:
    """In how many places two ID numbers are the same."""
    return sum(map(eq, old.id_number, new.id_number))


def _fields(old: Insured, new: Insured) -> tuple[Own, ...]:
    return tuple(each for each in OWN if getattr(old, each) != getattr(new, each))


def _listed(people: Iterable[Insured]) -> tuple[Listed, ...]:
    return tuple(Listed(row=each.row, name=each.name) for each in people)


def _changed(old: Insured, new: Insured, fields: tuple[Own, ...]) -> Changed:
    return Changed(
        row=new.row, name=new.name, row_before=old.row, name_before=old.name, fields=fields
    )


def _names(people: Sequence[Listed]) -> str:
    shown = "、".join(each.name for each in people[:_NAMED_AT_MOST])
    return f"{shown} 等" if len(people) > _NAMED_AT_MOST else shown
