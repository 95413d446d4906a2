"""How long a whole check of a workbook takes: guarded, read in its own process, and judged."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from time import perf_counter
from typing import Final

from openpyxl import load_workbook
from pydantic import BaseModel, ConfigDict
from python_calamine import CalamineWorkbook
from stdnum.cn import ric

from functions.local import samples
from functions.rosters import parsing
from shared_rules import plans
from shared_rules.roster import judging

PEOPLE: Final = 10_000
ROUNDS: Final = 5
TODAY: Final = date(2026, 3, 1)
COUNTY: Final = "640121"


class Line(BaseModel):
    """A row as the usual pipeline checks it."""

    model_config = ConfigDict(str_strip_whitespace=True)

    number: int
    name: str
    id_number: str
    occupation: str


def bare_ratio() -> float:
    """Seconds of the whole check ÷ seconds of python-calamine's reading of the same file."""
    data = _workbook()
    return _ratio(lambda: _check(data), lambda: _bare(data), ROUNDS)


def usual_ratio() -> float:
    """Seconds of the whole check ÷ seconds of openpyxl, python-stdnum and pydantic on each row."""
    data = _workbook()
    return _ratio(lambda: _check(data), lambda: _usual(data), 2)


def _workbook() -> bytes:
    target = BytesIO()
    people = map(_known, samples.people(PEOPLE, seed=10, today=TODAY))
    samples.workbook(people, "贺兰县示例小学").save(target)
    return target.getvalue()


def _known(person: samples.Person) -> samples.Person:
    """The same person, with a number whose county python-stdnum knows; it fails on others."""
    born = date.fromisoformat(person.id_number[6:14])
    number = samples.id_number(born, int(person.id_number[14:17]), COUNTY)
    return replace(person, id_number=number)


def _check(data: bytes) -> object:
    found = parsing.read(data)
    return judging.judge(found, plan=plans.in_force(TODAY), cover_from=TODAY)


def _bare(data: bytes) -> object:
    return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()


def _usual(data: bytes) -> object:
    rows = load_workbook(BytesIO(data)).worksheets[0].iter_rows(min_row=3, values_only=True)
    named = (dict(zip(Line.model_fields, row, strict=True)) for row in rows if row[3])
    return [ric.is_valid(Line.model_validate(line).id_number) for line in named]


def _ratio(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> float:
    ours()  # starts the process that reads
    seconds = [(_seconds(ours), _seconds(theirs)) for _ in range(rounds)]
    return min(mine for mine, _ in seconds) / min(other for _, other in seconds)


def _seconds(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin
