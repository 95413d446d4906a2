"""Which text is hidden (w:vanish), by itself or through its styles (ECMA-376 part 1, §17.7.3)."""

from typing import Final, NamedTuple, Self
from xml.etree.ElementTree import Element

from shared_rules.roster.reading.word.markup import W, switch, value

_HIDDEN: Final = "vanish"


class _Style(NamedTuple):
    parent: str
    hides: bool | None


class Styles(NamedTuple):
    """The styles of a document by their ids, and what holds where none says anything."""

    by_id: dict[str, _Style]
    paragraph: str = ""
    hidden_by_default: bool = False

    @classmethod
    def of(cls, root: Element | None) -> Self:
        """The styles of the part that holds them."""
        if root is None:
            return cls({})
        styles = root.findall(f"{W}style")
        default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        return cls(
            {value(style, "styleId"): _style(style) for style in styles},
            next((value(style, "styleId") for style in styles if _is_default(style)), ""),
            bool(switch(default, _HIDDEN)),
        )

    def hides(self, run: Element | None, paragraph: Element | None) -> bool:
        """Whether text is hidden whose properties are these.

        Args:
            run: the w:rPr of the text.
            paragraph: the w:pPr of its paragraph.
        """
        direct = switch(run, _HIDDEN)
        if direct is not None:
            return direct
        of_paragraph = _named(paragraph, "pStyle") or self.paragraph
        of_run = _named(run, "rStyle")
        # A switch that two kinds of styles turn on is off.
        return (self._says(of_paragraph) != self._says(of_run)) or self.hidden_by_default

    def _says(self, name: str) -> bool:
        seen: set[str] = set()
        while name in self.by_id and name not in seen:
            seen.add(name)
            style = self.by_id[name]
            if style.hides is not None:
                return style.hides
            name = style.parent
        return False


def _style(style: Element) -> _Style:
    return _Style(value(style.find(f"{W}basedOn")), switch(style.find(f"{W}rPr"), _HIDDEN))


def _is_default(style: Element) -> bool:
    return value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")


def _named(properties: Element | None, name: str) -> str:
    return "" if properties is None else value(properties.find(f"{W}{name}"))
