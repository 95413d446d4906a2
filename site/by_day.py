"""What a page says from which day on (第二十条): words of the build's day, later ones beside them.

A `<template data-from="2027-01-01">` takes the place of all that stands before it in its parent,
from that day on; `site/js/by-day.js` does so in the browser, `as_on` here.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

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


def days_of_change(document: Any) -> list[str]:
    """The days from which a page, as lxml has it, says something else; the earliest first."""
    return sorted(set(document.xpath("//template/@data-from")))


def as_on(document: Any, day: str) -> Any:
    """A page, as lxml has it, as it reads on a day (ISO); the page itself stays as it is."""
    shown = deepcopy(document)
    for template in shown.xpath("//template[@data-from]"):
        if template.get("data-from") <= day:
            _take_its_place(template)
    return shown


def _take_its_place(template: Any) -> None:
    place = template.getparent()
    for before in [*template.itersiblings(preceding=True)]:
        place.remove(before)
    place.text = template.text
    for child in template:
        template.addprevious(child)
    place.remove(template)
