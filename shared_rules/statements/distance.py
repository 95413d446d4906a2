"""Which of many words is meant where one typing error was made."""

from collections.abc import Iterable, Iterator


def distance(one: str, other: str, most: int) -> int:
    """How many signs are left out, added, wrong, or in each other's place; at most `most` + 1.

    >>> [distance("7F3K9Q", typed, 2) for typed in ("7F3K9Q", "7F3K9", "7FK39Q", "7E3K9Q", "A")]
    [0, 1, 1, 1, 3]
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, sign in enumerate(one, start=1):
        current = [row]
        for column, typed in enumerate(other, start=1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (sign != typed))
            if row > 1 and column > 1 and sign == other[column - 2] and one[row - 2] == typed:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, last = last, current
    return min(last[-1], most + 1)


class Words:
    """Words that may have been typed with an error; found without comparing with each of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._shortened: dict[str, list[str]] = {}
        for word in self._words:
            for shorter in _shortened(word):
                self._shortened.setdefault(shorter, []).append(word)

    def one_error_away(self, typed: str) -> Iterator[str]:
        """The words from which a typed one differs by just one error, in their order."""
        # Two words that one error separates are the same once a sign is left out of one or both.
        shorter = _shortened(typed)
        candidates = {word for each in (typed, *shorter) for word in self._shortened.get(each, ())}
        for word in sorted(candidates | (self._words & shorter)):
            if distance(word, typed, 1) == 1:
                yield word


def _shortened(text: str) -> set[str]:
    """A text with one of its signs left out, each once."""
    return {text[:place] + text[place + 1 :] for place in range(len(text))}
