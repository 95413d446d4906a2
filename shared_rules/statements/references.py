"""Receipts in what a line says (附言): whole, with a typing error, or only their last signs."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from shared_rules.identity.writing import DASHES, bare
from shared_rules.statements.distance import Words

_LOOKALIKES: Final = str.maketrans("OIL", "011")
_SIGNS: Final = 6
_WHOLE: Final = re.compile(rf"(?=(AK20[0-9]{{2}}[0-9A-Z]{{{_SIGNS}}}))")
_RUN: Final = re.compile(r"[0-9A-Z]{6,}")
_LENGTH: Final = 12  # of a receipt without its dashes


def written_in(text: str) -> set[str]:
    """What a text has that looks like whole receipts, as they are given out.

    >>> written_in("安康保 ak2026 7f3k9q"), written_in("7F3K9Q")
    ({'AK-2026-7F3K9Q'}, set())
    """
    named = (match[1] for match in _WHOLE.finditer(_compact(text)))
    return {f"{each[:2]}-{each[2:-_SIGNS]}-{each[-_SIGNS:]}" for each in named}


class Found(NamedTuple):
    """The receipts that a text names: `whole` ones, and others that it may mean, `near`.

    `is_strange` says that it names a whole one that is none of those looked for.
    """

    whole: tuple[str, ...]
    near: tuple[str, ...]
    is_strange: bool


class References:
    """The receipts that are looked for."""

    def __init__(self, receipts: Iterable[str]) -> None:
        self._whole = {_compact(each): each for each in receipts}
        self._tails: dict[str, list[str]] = {}
        self._words = Words(self._whole)
        for compact, receipt in self._whole.items():
            self._tails.setdefault(compact[-_SIGNS:], []).append(receipt)

    def in_text(self, text: str) -> Found:
        """The receipts that a text names, wherever they stand in it.

        >>> References(["AK-2026-7F3K9Q"]).in_text("安康保 ak2026 7f3k9q 36人").whole
        ('AK-2026-7F3K9Q',)
        """
        compact = _compact(text)
        named = dict.fromkeys(match[1] for match in _WHOLE.finditer(compact))
        whole = tuple(self._whole[each] for each in named if each in self._whole)
        if whole:
            return Found(whole, (), is_strange=False)
        near = dict.fromkeys(
            receipt for run in _RUN.findall(compact) for receipt in self._near(run)
        )
        return Found((), tuple(near), is_strange=bool(named) and not near)

    def _near(self, run: str) -> Iterable[str]:
        """The receipts that a run of signs may mean."""
        yield from self._tails.get(run[-_SIGNS:], ()) if len(run) < _LENGTH else ()
        for begin in range(max(len(run) - _LENGTH + 2, 1)):
            for length in (_LENGTH - 1, _LENGTH, _LENGTH + 1):
                window = run[begin : begin + length]
                if len(window) == length:
                    yield from map(self._whole.__getitem__, self._words.one_error_away(window))


def _compact(text: str) -> str:
    return bare(text, f"{DASHES}_—").upper().translate(_LOOKALIKES)
