"""What a check costs in a browser (Pyodide in Node), beside the same check by CPython."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any, Final

import engine

from functions.local import samples
from functions.rosters import in_browser
from tests.in_node import answers

TODAY: Final = date(2026, 3, 1)
MOMENT: Final = f"{TODAY}T12:00:00+08:00"
LONG: Final = 10_000
SHORT: Final = 100
# The first ones make what is kept, and let the browser compile what is used often.
TURNS: Final = 6


def ratio() -> float:
    """Seconds of a check of 10 000 rows, once it is warm, ÷ seconds of the same by CPython."""
    return _measured()["long"]


def again() -> float:
    """Seconds of a check of 100 rows after one of them was mended."""
    return _measured()["short"]


@cache
def _measured() -> dict[str, float]:
    with _files() as (folder, long, short):
        asked = [_request(long)] * TURNS + [_request(short, turn) for turn in range(TURNS)]
        here = _in_node(folder, asked)
        by_cpython = min(_by_cpython(each) for each in asked[:TURNS])
        return {"long": min(here[:TURNS]) / by_cpython, "short": min(here[TURNS:])}


@contextmanager
def _files() -> Iterator[tuple[Path, Path, Path]]:
    with TemporaryDirectory() as made:
        folder = Path(made)
        for people in (LONG, SHORT):
            rows = samples.people(people, seed=10, today=TODAY)
            samples.workbook(rows, "贺兰县示例小学").save(folder / f"{people}.xlsx")
        yield folder, folder / f"{LONG}.xlsx", folder / f"{SHORT}.xlsx"


def _request(file: Path, turn: int | None = None) -> dict[str, Any]:
    mends = [] if turn is None else [{"row": 3 + turn, "field": "name", "value": "王芳"}]
    asked = json.dumps({"upload_id": "here", "mends": mends}, ensure_ascii=False)
    return {"kind": "check", "asked": asked, "files": [str(file)], "moment": MOMENT}


def _by_cpython(request: dict[str, Any]) -> float:
    data = Path(request["files"][0]).read_bytes()
    began = process_time()
    in_browser.answer("check", request["asked"], [data], request["moment"])
    return process_time() - began


def _in_node(folder: Path, asked: list[dict[str, Any]]) -> list[float]:
    """The seconds of each."""
    engine.write_engine(folder)
    return [each.milliseconds / 1000 for each in answers(folder, asked)]
