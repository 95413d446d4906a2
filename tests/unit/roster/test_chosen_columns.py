"""Columns by the header's order where rows were pasted, and by her word where a CSV is marked."""

import csv
import io
from itertools import permutations

import pytest

from functions.local import samples
from functions.rosters.marking import files
from functions.rosters.marking.marks import HEADERS, Marking
from shared_rules.roster import entries
from shared_rules.roster.columns import ChosenColumns
from tests.unit.roster.list_files import TODAY

PERSON, OTHER = samples.people(2, seed=33, today=TODAY)
# Headers that name nothing that the reader knows: only her word says which column is which.
UNKNOWN = ["甲", "乙", "丙"]
NAME, ID_NUMBER = 3, 2


@pytest.mark.parametrize("order", list(permutations(("部门", "身份证号", "姓名"))), ids="".join)
@pytest.mark.parametrize("between", ["\t", ",", "，"])
def test_pasted_rows_are_read_by_the_order_of_their_header(
    order: tuple[str, ...], between: str
) -> None:
    rows = [
        {"部门": "教务处", "身份证号": each.id_number, "姓名": each.name}
        for each in (PERSON, OTHER)
    ]
    lines = [order, *([row[header] for header in order] for row in rows)]
    found = entries.pasted("\n".join(map(between.join, lines)))
    assert [entry[:3] for entry in found.people] == [
        (number, each.name, each.id_number) for number, each in enumerate((PERSON, OTHER), 2)
    ]
    assert found.header_row == 1


def listed(*above: list[str]) -> bytes:
    target = io.StringIO(newline="")
    people = [["教务处", each.id_number, each.name] for each in (PERSON, OTHER)]
    csv.writer(target).writerows([*above, UNKNOWN, *people])
    return target.getvalue().encode()


@pytest.mark.parametrize(
    "above",
    [
        pytest.param([], id="at the top"),
        pytest.param([["名单"]], id="below a title"),
        pytest.param([["名单"], [], ["", "", ""]], id="below blank rows"),
        pytest.param([["名单\n第二行"]], id="below a title of two lines"),
    ],
)
@pytest.mark.parametrize("told", [b"", b"sep=,\r\n"], ids=["plain", "separator told"])
def test_our_headers_stand_in_the_header_row_that_she_chose(
    above: list[list[str]], told: bytes
) -> None:
    data, row = told + listed(*above), len(above) + 1
    found = entries.read(data, ChosenColumns(header_row=row, name=NAME, id_number=ID_NUMBER))
    assert found.header_row == row
    file = files.mark(data, Marking(found, ()))
    assert file.ending == ".csv"
    assert file.data.startswith(told)
    rows = list(csv.reader(io.StringIO(file.data.removeprefix(told).decode(), newline="")))
    assert rows[row - 1] == [*UNKNOWN, *HEADERS]
    assert [each[2] for each in rows[row:]] == [PERSON.name, OTHER.name]
    assert all(len(each) == len(UNKNOWN) + len(HEADERS) for each in rows[row:])
    assert not any(header in each for each in rows[: row - 1] for header in HEADERS)


def test_a_csv_of_which_she_said_that_it_has_no_header_comes_back_as_the_form() -> None:
    data = b"\r\n".join(listed().splitlines()[1:])
    found = entries.read(data, ChosenColumns(name=NAME, id_number=ID_NUMBER))
    assert (found.header_row, len(found.people)) == (0, 2)
    assert files.mark(data, Marking(found, ())).ending == ".xlsx"
