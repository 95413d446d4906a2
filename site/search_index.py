"""Write what the search looks through: `python site/search_index.py FOLDER` after the pages.

One entry for each section of each public page, with the words that people use for things
(content/data/search.yaml). Ranking is the browser's work: `site/js/search/`.
"""

import argparse
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from lxml import html
from macros import build_day, read

from shared_rules.plans import in_force

# Chinese takes two bytes in GB18030, which every browser reads, and three in UTF-8: packed, the
# index is an eighth smaller. Its name says so, for JSON is UTF-8 where nothing else is said.
ENCODING: Final = "gb18030"
NAME: Final = f"search-index.{ENCODING}.json"
# What the theme brings for a search of its own, which this site does not have.
_THEME_SEARCH: Final = ("assets/javascripts/lunr", "assets/javascripts/workers", "search")
_HEADINGS: Final = ("h1", "h2", "h3")
_UNSAID: Final = {"button", "noscript", "script", "select", "style", "svg", "template", "textarea"}
_INLINE: Final = {"a", "b", "code", "em", "mark", "span", "strong", "sub", "sup"}


class NoSuchSectionError(Exception):
    """The words that people ask with lead to an address that no section has."""


@dataclass
class Section:
    """What stands under one heading: where, its heading, the articles it cites, its words."""

    address: str
    page: str
    heading: str
    articles: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Its words, without the brackets in which only articles stood."""
        return re.sub(r"（[、，；\s]*）", "", _plain("".join(self.said)))


def sections_of(page: str, text: str) -> list[Section]:
    """The sections of a page, given by its address (`/faq/`) and its HTML.

    None where robots stay out. A heading with `data-search-exclude` leaves out its section,
    another element what is inside it.
    """
    document = html.document_fromstring(text)
    if document.xpath('//meta[@name="robots"]'):
        return []
    (article,) = document.xpath('//article[contains(@class, "md-content__inner")]')
    name = next(map(_heading_of, article.xpath(".//h1")), "")
    reader = _Reader(page, name)
    reader.read(article)
    return [each for each in reader.sections if not _is_empty(each)]


class _Reader:
    """Walks through a page's article and cuts it at its headings."""

    def __init__(self, page: str, name: str) -> None:
        self.sections: list[Section] = []
        self._page, self._name = page, name
        self._now: Section | None = None

    def read(self, node: Any) -> None:
        """Take in an element and all that it says."""
        if not isinstance(node.tag, str) or _is_unsaid(node):
            return
        if node.tag == "h1" or (node.tag in _HEADINGS and node.get("id")):
            self._begin(node)
            return
        if node.tag == "a" and "article" in node.get("class", "").split():
            # A reading of ours is no article.
            if not node.get("href", "").startswith("/readings/"):
                self._cite(_plain(node.text_content()))
            return
        self._say(node.text, node.tag not in _INLINE)
        for child in node:
            self.read(child)
            self._say(child.tail, breaks=False)
        self._say("", node.tag not in _INLINE)

    def _begin(self, heading: Any) -> None:
        self._now = None
        if heading.get("data-search-exclude") is not None:
            return
        anchor = "" if heading.tag == "h1" else f"#{heading.get('id')}"
        self._now = Section(f"{self._page}{anchor}", self._name, _heading_of(heading))
        self.sections.append(self._now)

    def _cite(self, label: str) -> None:
        if self._now and label not in self._now.articles:
            self._now.articles.append(label)

    def _say(self, text: str | None, breaks: bool) -> None:  # noqa: FBT001 - said beside its text
        if self._now:
            self._now.said.append((" " if breaks else "") + (text or ""))


def _heading_of(heading: Any) -> str:
    """What a heading says on the day of the build."""
    return _plain("".join(heading.xpath(".//text()[not(ancestor::template)]")))


def _is_unsaid(node: Any) -> bool:
    attributes = node.attrib
    shut = {"hidden", "data-search-exclude"} & set(attributes) and node.tag not in _HEADINGS
    return node.tag in _UNSAID or bool(shut) or attributes.get("aria-hidden") == "true"


def _is_empty(section: Section) -> bool:
    """A heading with nothing under it but further headings, whose sections speak for it."""
    return not section.text()


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _pages(site: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(site.rglob("index.html")):
        address = file.parent.relative_to(site).as_posix()
        yield "/" if address == "." else f"/{address}/", file.read_text(encoding="utf-8")


def index_of(site: Path) -> dict[str, Any]:
    """All that the browser needs to answer a question.

    Raises:
        NoSuchSectionError: content/data/search.yaml has words for a section that no page has.
    """
    words = read("search")
    asked = words.pop("asked")
    found = [section for page, text in _pages(site) for section in sections_of(page, text)]
    known = {place for each in found for place in (each.address, each.address.partition("#")[0])}
    if unknown := (asked.keys() | words["weights"].keys()) - known:
        raise NoSuchSectionError(", ".join(sorted(unknown)))
    return {
        "hotline": in_force(build_day()).hotline.number,
        **words,
        "sections": [_entry(each, " ".join(asked.get(each.address, ()))) for each in found],
    }


def _entry(section: Section, asked: str) -> list[Any]:
    """A section as the browser reads it; see `site/js/search/types.js`."""
    found = section
    return [found.address, found.page, found.heading, found.articles, found.text(), asked]


def write_index(site: Path) -> None:
    """Write the index into the built site, and take out what the theme's own search left."""
    text = json.dumps(index_of(site), ensure_ascii=False, separators=(",", ":"))
    (site / NAME).write_text(text, encoding=ENCODING)
    for name in _THEME_SEARCH:
        shutil.rmtree(site / name, ignore_errors=True)
    (site / "search.json").unlink(missing_ok=True)


def main() -> None:
    """Do so for the built site that the command line names."""
    parser = argparse.ArgumentParser(description="Write what the search looks through.")
    parser.add_argument("site", type=Path, help="the built site's folder")
    write_index(parser.parse_args().site)


if __name__ == "__main__":
    main()
