"""No file takes the function down: it is read in a process that may end."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from functions.local import samples
from functions.rosters import parsing
from shared_rules.findings import RuleError, column_letters
from shared_rules.roster import entries, limits
from shared_rules.roster.columns import ChosenColumns
from shared_rules.roster.unclear import ColumnsUnclear
from tests.unit.roster.list_files import (
    FIXTURES,
    HEADER,
    PEOPLE,
    docx,
    form_rows,
    unzipped,
    word_row,
    word_table,
    workbook_bytes,
    workbook_of,
    xlsx_of,
    zipped,
)

NUMBER = PEOPLE[0].id_number
XLSX = xlsx_of(*form_rows())
LISTS = {
    "xlsx": XLSX,
    "xls": (FIXTURES / "hidden.xls").read_bytes(),
    "ods": (FIXTURES / "hidden.ods").read_bytes(),
    "docx": docx(word_table(*map(word_row, form_rows()))),
    "csv": samples.csv_text(PEOPLE).encode("gb18030"),
}


def refused(data: bytes) -> RuleError:
    with pytest.raises(RuleError) as caught:
        parsing.read(data)
    return caught.value


@pytest.mark.parametrize("kind", LISTS)
def test_what_is_read_comes_back_whole(kind: str) -> None:
    assert parsing.read(LISTS[kind]) == entries.read(LISTS[kind])


def test_pasted_rows_come_back_whole() -> None:
    copied = samples.csv_text(PEOPLE).replace(",", "\t")
    assert parsing.pasted(copied) == entries.pasted(copied)


def test_columns_that_she_chose_are_taken() -> None:
    chosen = ChosenColumns(name=2, id_number=1)
    found = parsing.read(f"{NUMBER},王芳\n".encode(), chosen)
    assert [(entry.name, entry.id_number) for entry in found.people] == [("王芳", NUMBER)]
    assert parsing.pasted(f"{NUMBER}\t王芳\n", chosen).people == found.people


def test_numbers_come_back_as_numbers() -> None:
    found = parsing.read(xlsx_of(["姓名", "身份证号"], ["王芳", 6.49901198505060e17]))
    assert found.people[0].id_number == 6.49901198505060e17


def test_a_refusal_comes_back_with_what_its_sentence_needs() -> None:
    error = refused("姓名,电话\n".encode())
    assert (error.code, error.params) == (
        "file.columns_unclear",
        {"row": 1, "missing": "身份证号"},
    )
    assert isinstance(error, ColumnsUnclear)
    (beginning,) = error.sheets
    assert beginning.rows == (("姓名", "电话"),)
    assert [column.field for column in beginning.columns] == ["name", None]
    assert refused(b"").code == "file.empty"


def many_wide_sheets() -> bytes:
    """Sheets of two cells, each in the last corner that a list may have."""
    book = workbook_of(HEADER)
    for _ in range(80):
        sheet = book.create_sheet()
        sheet["A1"], sheet[f"{column_letters(limits.MAX_COLUMNS)}{limits.MAX_SHEET_ROWS}"] = 1, 1
    return workbook_bytes(book)


def test_what_takes_too_much_memory_is_refused_and_the_next_list_is_read() -> None:
    assert refused(many_wide_sheets()).code == "file.too_much"
    assert len(parsing.read(XLSX).people) == len(PEOPLE)


def test_requests_at_the_same_time_get_their_own_answers() -> None:
    sizes = list(range(1, 9))
    files = [xlsx_of(["姓名", "身份证号"], *[["王芳", "1"]] * size) for size in sizes]
    with ThreadPoolExecutor(4) as threads:
        assert [len(found.people) for found in threads.map(parsing.read, files)] == sizes


@st.composite
def damaged_lists(draw: st.DrawFn) -> bytes:
    """A list with a few bytes changed, taken out or repeated; in archives also inside a part."""
    data = LISTS[draw(st.sampled_from(sorted(LISTS)))]
    if data.startswith(b"PK") and draw(st.booleans()):
        parts = unzipped(data)
        name = draw(st.sampled_from(sorted(parts)))
        return zipped({**parts, name: damaged(draw, parts[name])})
    return damaged(draw, data)


def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        inserted = draw(st.one_of(st.binary(max_size=8), st.just(data[place - 40 : place])))
        data = data[:place] + inserted + data[place + length :]
    return data


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=damaged_lists())
def test_a_damaged_list_is_read_or_refused(data: bytes) -> None:
    with suppress(RuleError):
        assert parsing.read(data).people
