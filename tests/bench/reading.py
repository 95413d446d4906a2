"""What a whole check of a workbook costs: guarded, read in its own process, and judged."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from functions.local import samples
from tests.bench import interpreters
from tests.bench.list_work import TODAY

PEOPLE: Final = 10_000
# python-stdnum fails on codes that were never given to a county, and takes this one since 1960.
COUNTY: Final = "640121"


def bare_ratio() -> float:
    """Seconds of the whole check ÷ seconds of python-calamine's reading of the same file."""
    return _ratio_of_check_to("bare", times=40)


def usual_ratio() -> float:
    """Seconds of the whole check ÷ seconds of openpyxl, python-stdnum and pydantic on each row."""
    return _ratio_of_check_to("usual", times=4)


def peak_megabytes() -> float:
    """The most memory that the function and the processes that read for it can hold at once."""
    with _workbook() as file:
        return _cost(file, 3, "check")["peak"]


def _ratio_of_check_to(other: str, times: int) -> float:
    """Of the processor time of both, all processes counted, without what they need to start."""
    with _workbook() as file:
        once, often = (_cost(file, each, "check", other) for each in (1, 1 + times))
    spent = {name: often[name] - once[name] for name in once}
    return (spent["check"] + spent["started"]) / spent[other]


def _cost(file: str, times: int, *kinds: str) -> dict[str, float]:
    printed = interpreters.run("-m", "tests.bench.list_work", file, str(times), *kinds)
    cost: dict[str, float] = json.loads(printed)
    return cost


@contextmanager
def _workbook() -> Iterator[str]:
    people = map(_known, samples.people(PEOPLE, seed=10, today=TODAY))
    with TemporaryDirectory() as folder:
        file = Path(folder, "list.xlsx")
        samples.workbook(people, "贺兰县示例小学").save(file)
        yield str(file)


def _known(person: samples.Person) -> samples.Person:
    """The same person, with a number whose county python-stdnum knows."""
    born = date.fromisoformat(person.id_number[6:14])
    number = samples.id_number(born, int(person.id_number[14:17]), COUNTY)
    return replace(person, id_number=number)
