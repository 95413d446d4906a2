"""The texts of the 办法 by their days: an amended one is a new file beside the old one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from by_day import dated

from shared_rules import yaml_file

Data = dict[str, Any]


class Version(NamedTuple):
    """The whole text of the 办法 as it is from a day on, ISO."""

    since: str
    text: Data


class Wording(NamedTuple):
    """An article as it is from a day on: its chapter, and the article with its topic."""

    since: str
    chapter: Data
    article: Data


def read_versions(folder: Path) -> list[Version]:
    """Every text, the oldest first; files are named for their first day."""
    files = sorted(folder.glob("*.yaml"))
    return [Version(each.stem, yaml_file.read(each)) for each in files]


class TextsByDay:
    """What the articles say on the day that pages are built for, and later."""

    def __init__(self, versions: Sequence[Version], day: str) -> None:
        self._versions = versions
        self._day = day

    def wordings(self, name: str) -> list[Wording]:
        """The different wordings that an article has had, has or will have, the oldest first."""
        found: list[Wording] = []
        for version in self._versions:
            for chapter in version.text["chapters"]:
                for article in chapter["articles"]:
                    if article["name"] == name and (not found or found[-1].article != article):
                        found.append(Wording(version.since, chapter, article))
        return found

    def wording_now(self, name: str) -> Wording:
        """The wording of the day that pages are built for; of an article to come, its first."""
        found = self.wordings(name)
        return next((each for each in reversed(found) if each.since <= self._day), found[0])

    def topic_by_day(self, name: str) -> str:
        """What an article is about, on each day as its wording of that day says."""
        now = self.wording_now(name)
        told = [each for each in self.wordings(name) if each.since >= now.since]
        topics = dated((each.since, each.article["topic"]) for each in told)
        return topics if topics == now.article["topic"] else f"<span>{topics}</span>"

    def text_by_day(self, name: str, tag: str = "div", *, caller: Callable[[Wording], str]) -> str:
        """What a template says of the wordings, from that of the day on; each on its day."""
        now = self.wording_now(name)
        told = [each for each in self.wordings(name) if each.since >= now.since]
        return f"<{tag}>{dated((each.since, caller(each)) for each in told)}</{tag}>"
