"""Fields (w:fldChar): a code, and the result that is shown in its place."""

import re
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from shared_rules.roster.reading.word import symbols
from shared_rules.roster.reading.word.markup import W, value

# Marks for an index, and what asks or sets: nothing of it is shown.
_SILENT: Final = frozenset({"TC", "XE", "TA", "RD", "SET", "ASK", "PRIVATE", "FORMTEXT", ""})
_LONGEST_CODE: Final = 500
# How Word and WPS write pinyin above a character: EQ \* jc2 … \o\ad(\s\up 11(yǎn),䶮)
_RUBY: Final = re.compile(
    r"(?is)EQ\b.*?\\o\s*\\a[a-z]*\s*\(\s*\\s\s*\\up\s*[\d.]+\s*\([^()]*\)[,;](.*)\)"
)
_SYMBOL: Final = re.compile(
    r'(?is)SYMBOL\s+(0x[0-9a-f]{1,6}|0|[1-9][0-9]{0,6})\b(?:.*?\\f\s*"?([^"\\]+)"?)?.*'
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a field without a stored result shows; `text` is None where that is not known."""

    text: str | None
    is_ruby: bool = False


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    has_result: bool = False
    chosen: str | None = None


class Fields:
    """The fields that are open at a place of the text, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def hides(self) -> bool:
        """Whether text here belongs to a field's code."""
        return any(not each.has_result for each in self._open)

    def add_code(self, text: str) -> None:
        """Note a piece of a field's code."""
        if self._open:
            self._open[-1].code.append(text)

    def mark(self, mark: Element) -> Shown | None:
        """Take a field's beginning, separator or end; what is shown where it had no result."""
        match value(mark, "fldCharType"):
            case "begin":
                self._open.append(_Field(chosen=_chosen(mark)))
            case "separate" if self._open:
                self._open[-1].has_result = True
            case "end" if self._open:
                ended = self._open.pop()
                return None if ended.has_result or self.hides else _without_result(ended)
        return None


def _chosen(mark: Element) -> str | None:
    """What is chosen in the list of a form (FORMDROPDOWN)."""
    choices = mark.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return None
    place = value(choices.find(f"{W}result")) or value(choices.find(f"{W}default")) or "0"
    entries = [value(each) for each in choices.findall(f"{W}listEntry")]
    return entries[int(place)] if place.isdecimal() and int(place) < len(entries) else None


def _without_result(ended: _Field) -> Shown | None:
    code = "".join(ended.code).strip()[:_LONGEST_CODE]
    if ruby := _RUBY.fullmatch(code):
        return Shown(ruby[1], is_ruby=True)
    if symbol := _SYMBOL.fullmatch(code):
        return Shown(symbols.of_place(symbol[2] or "", int(symbol[1], 0)))
    kind = code.split()[0].upper() if code else ""
    if kind == "FORMDROPDOWN":
        return Shown(ended.chosen)
    return None if kind in _SILENT else Shown(None)
