"""What a page says from which day on (第二十条): words of the build's day, later ones beside them.

A `<template data-from="2027-01-01">` takes the place of all that stands before it in its parent,
from that day on: `site/js/by-day.js` puts it there.
"""

from collections.abc import Iterable

Wording = tuple[str, str]
"""The first day, ISO, of some words, and the words."""


def dated(wordings: Iterable[Wording]) -> str:
    """What an element holds: the first words, then each that differs, from its day on.

    >>> dated([("2019-01-03", "100 元"), ("2027-01-01", "137 元"), ("2028-01-01", "137 元")])
    '100 元<template data-from="2027-01-01">137 元</template>'
    """
    (_, said), *later = wordings
    parts = [said]
    for day, words in later:
        if words != said:
            parts.append(f'<template data-from="{day}">{words}</template>')
            said = words
    return "".join(parts)
