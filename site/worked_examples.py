"""Cases of tests/cases as pages tell them: a sentence, what was given, what the rule answers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from shared_rules import yaml_file
from shared_rules.messages import catalogue, written_day

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

Case = dict[str, Any]
Words = Mapping[str, Any]


class Said(NamedTuple):
    """One thing given or answered, in words."""

    label: str
    text: str


class Example(NamedTuple):
    """A case in words; `name` is its sentence, `plan` the day of its plan."""

    name: str
    plan: str
    given: list[Said]
    answer: list[Said]


@cache
def read_cases(folder: Path) -> list[Case]:
    """All cases, file by file, each with the plan that its file is about.

    Kept, for Zensical asks again for each page.
    """
    files = sorted(folder.glob("*.yaml"))
    contents = map(yaml_file.read, files)
    return [{"plan": each["plan"], **case} for each in contents for case in each["cases"]]


class WorkedExamples:
    """The cases by their names, told in the words of content/data/case_words.yaml."""

    def __init__(self, cases: Iterable[Case], words: Words) -> None:
        self._cases = list(cases)
        self._words = words

    def example(self, name: str) -> Example:
        """The case with this name.

        Raises:
            LookupError: no case, or more than one, has the name; or a word for it is missing.
        """
        found = [case for case in self._cases if case["name"] == name]
        if len(found) != 1:
            raise LookupError(f"{len(found)} cases are named {name}")
        (case,) = found
        return Example(name, case["plan"], self._given(case), list(self._answer(case)))

    def _given(self, case: Case) -> list[Said]:
        given = dict(case["input"])
        usual = self._words["usual_policy"]
        if case["rule"] in usual["rules"] and "policies" not in given:
            given = {"policies": [[usual["issued"], usual["first_day"]]], **given}
        return [self._said(self._words["given"][key], value) for key, value in given.items()]

    def _answer(self, case: Case) -> Iterator[Said]:
        for key, value in case["expected"].items():
            words = self._words["answer"].get(key)
            if key == "codes":
                yield from (Said(words["label"], title) for title in _titles(value))
            elif key == "error":
                yield Said(words["label"], catalogue()[value].title)
            elif key == "day":
                yield Said(self._words["days"][case["rule"]], self._text(value))
            elif not self._unsaid(key, value):
                yield self._said(self._words["answer"][key], value)

    def _unsaid(self, key: str, value: Any) -> bool:
        said_when_zero = key not in self._words["unsaid_when_zero"]
        return key in self._words["unsaid"] or not (value or said_when_zero)

    def _said(self, words: Words, value: Any) -> Said:
        if isinstance(value, list):
            entries = [self._entry(words["each"], entry) for entry in value]
            return Said(words["label"], "；".join(entries))
        unit = f" {words['unit']}" if "unit" in words else ""
        return Said(words["label"], self._text(value) + unit)

    def _entry(self, pattern: str, entry: Any) -> str:
        parts = entry if isinstance(entry, list) else [entry]
        return pattern.format(*(self._text(part) for part in parts))

    def _text(self, value: Any) -> str:
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, int):
            return f"{value:,}"
        if _DAY.fullmatch(value):
            return written_day(value)
        return str(self._words["values"].get(value, value))


def _titles(codes: Iterable[str]) -> Iterator[str]:
    """What findings are called; a title that needs a finding's params is left out."""
    titles = (catalogue()[code].title for code in codes)
    return (title for title in titles if "{" not in title)
