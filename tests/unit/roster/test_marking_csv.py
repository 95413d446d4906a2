"""A list of separated values is given back marked up as it was written."""

import re

import pytest

from functions.local import samples
from functions.rosters.marking.marks import HEADERS
from shared_rules.roster import entries
from tests.unit.roster.list_files import HEADER
from tests.unit.roster.marked_lists import FLAWED, GOOD, findings_of, marked


def test_a_number_kept_whole_by_a_text_formula_stays_whole_in_csv() -> None:
    person = GOOD[0]
    data = f'姓名,身份证号,职业\n{person.name},"=""{person.id_number}""",教师\n'.encode()
    again = marked(data).data
    assert f"{person.name},'{person.id_number},教师,".encode() in again
    assert not [each for each in findings_of(entries.read(again)) if each.severity == "error"]


@pytest.mark.parametrize(
    ("start", "encoding"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"", "gb18030"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "，"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_a_csv_file_keeps_encoding_delimiter_and_line_ends(
    start: bytes, encoding: str, delimiter: str, line_end: str
) -> None:
    rows = samples.csv_text([*FLAWED[:2], samples.Person("王𠮷", "", "教师")]).splitlines()
    text = "".join(row.replace(",", delimiter) + line_end for row in ["名单", *rows])
    again = marked(start + text.encode(encoding)).data
    assert again.startswith(start)
    lines = again[len(start) :].decode(encoding).split(line_end)
    rows = [re.sub(r"(?<![0-9])(?=[0-9]{18}(?![0-9X]))", "'", row) for row in rows]
    assert lines[0] == "名单"
    assert lines[1] == delimiter.join((*HEADER, *HEADERS))
    assert lines[2] == rows[1].replace(",", delimiter) + delimiter + delimiter.join(
        ["可以", "", "", ""]
    )
    assert lines[3].startswith(rows[2].replace(",", delimiter) + delimiter + "必须改")
    assert lines[4].startswith(rows[3].replace(",", delimiter) + delimiter + "必须改")
    assert lines[5:] == [""]


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
@pytest.mark.parametrize("inside", ["\r", "\n", "\r\n"])
def test_a_line_that_ends_inside_a_cell_is_still_one_cell(line_end: str, inside: str) -> None:
    person = GOOD[0]
    cell = f'"教师{inside}班主任"'
    text = line_end.join([",".join(HEADER), f"1,{person.name},{person.id_number},{cell}", ""])
    again = marked(text.encode()).data.decode()
    assert f",{cell},可以," in again
    assert again.count(person.name) == 1


def test_the_line_that_tells_excel_the_separator_stays() -> None:
    text = "sep=;\r\n" + samples.csv_text(FLAWED).replace(",", ";")
    again = marked(text.encode()).data.decode().split("\r\n")
    assert again[0] == "sep=;"
    assert again[1] == ";".join((*HEADER, *HEADERS))
    assert again[3].replace("'", "").startswith(text.split("\r\n")[3] + ";必须改;")
