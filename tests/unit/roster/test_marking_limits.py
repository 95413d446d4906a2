"""What takes too much is marked in a new workbook, and in time."""

import io
import time
import zipfile

import pytest

from functions.local import samples
from functions.rosters import marked_up, parsing
from functions.rosters.marking import files, kept
from functions.rosters.marking.marks import Marking
from shared_rules.findings import Finding, RuleError
from shared_rules.roster import entries
from shared_rules.roster.reading import archive
from tests.unit.roster.list_files import TODAY, workbook_bytes
from tests.unit.roster.marked_lists import findings_of, flawed_workbook, marked, opened


def test_the_sandbox_gives_what_the_writers_make() -> None:
    found = entries.read(data := workbook_bytes(flawed_workbook()))
    marking = Marking(found, findings_of(found))
    assert marked_up.mark(data, marking) == files.mark(data, marking)
    assert marked_up.mark(None, marking) == files.mark(None, marking)


def test_where_her_file_takes_too_much_the_form_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    found = entries.read(data := workbook_bytes(flawed_workbook()))
    marking = Marking(found, findings_of(found))
    ask = parsing.ask
    answers = [RuleError("file.too_much"), None]

    def die_first(job: bytes, content: bytes) -> bytes:
        if death := answers.pop(0):
            raise death
        return ask(job, content)

    monkeypatch.setattr(parsing, "ask", die_first)
    made = marked_up.mark(data, marking)
    assert made.told == (kept.TOO_LARGE,)
    told = Marking(found, (*marking.findings, Finding.of(kept.TOO_LARGE)))
    assert made.data == files.mark(None, told).data


@pytest.mark.parametrize(("spent", "told"), [(0, ()), (11, ()), (13, (kept.TOO_LARGE,))])
def test_where_reading_took_most_of_the_time_a_new_workbook_is_made(
    spent: float, told: tuple[str, ...]
) -> None:
    found = entries.read(data := workbook_bytes(flawed_workbook()))
    assert marked_up.mark(data, Marking(found, findings_of(found)), spent).told == told


def test_a_workbook_of_more_than_can_be_marked_in_time_comes_back_as_the_form(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = workbook_bytes(flawed_workbook())
    unpacked = sum(map(len, archive.unpack(data).values()))
    for limit, expected in ((unpacked, "A1:D1"), (unpacked - 1, None)):
        monkeypatch.setattr(kept, "MAX_WORKBOOK_BYTES", limit)
        merged = opened(marked(data)).worksheets[0].merged_cells.ranges
        assert [str(each) for each in merged] == ([expected] if expected else [])


def test_ten_thousand_people_are_marked_in_seconds() -> None:
    good = samples.people(10_000, seed=2, today=TODAY)
    people = [
        each for n in range(0, 10_000, 10) for each in samples.flawed(good[n : n + 10], today=TODAY)
    ]
    data = workbook_bytes(samples.workbook(people, "贺兰县示例小学"))
    found = entries.read(data)
    marking = Marking(found, findings_of(found))
    start = time.process_time()
    file = files.mark(data, marking)
    assert time.process_time() - start < 10
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        assert archive.testzip() is None
