"""Any list that a unit has is read, or refused with the sentence that helps."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from functions.local import samples
from shared_rules.findings import RuleError
from shared_rules.roster import entries, limits
from shared_rules.roster.entries import Entries

TODAY = date(2026, 3, 2)
PEOPLE = samples.people(9, seed=7, today=TODAY)
CSV = samples.csv_text(PEOPLE)


def workbook_bytes(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def workbook_of(*rows: Sequence[Any], title: str = "Sheet1") -> Workbook:
    book = Workbook()
    book.worksheets[0].title = title
    for row in rows:
        book.worksheets[0].append(list(row))
    return book


LARGEST_TEXT = (b"x" * 1023 + b"\n") * (limits.MAX_FILE_BYTES // 1024)
XLSX = workbook_bytes(samples.workbook(PEOPLE, "贺兰县示例小学"))


def texts(found: Entries) -> list[tuple[str, str, str]]:
    return [
        (str(entry.name), str(entry.id_number), str(entry.occupation)) for entry in found.people
    ]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(XLSX, id="xlsx"),
        pytest.param(CSV.encode(), id="utf-8"),
        pytest.param(CSV.encode("utf-8-sig"), id="utf-8 with BOM"),
        pytest.param(CSV.encode("gb18030"), id="gb18030"),
        pytest.param(CSV.encode("utf-16"), id="utf-16"),
        pytest.param(CSV.replace(",", "\t").encode("utf-16"), id="Excel's Unicode text"),
        pytest.param(CSV.replace(",", ";").encode(), id="semicolons"),
        pytest.param(CSV.replace(",", "，").encode(), id="full-width commas"),
        pytest.param(CSV.replace("\r\n", "\n").encode(), id="Unix line ends"),
    ],
)
def test_every_form_of_the_same_list_gives_the_same_people(data: bytes) -> None:
    assert texts(entries.read(data)) == [
        (person.name, person.id_number, person.occupation) for person in PEOPLE
    ]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (["序号", "姓名", "身份证号", "职业"], "ABCD"),
        (["姓 名", "证件号码", "工种"], " AB" + "C"),
        (["No.", "部门", "职工姓名", "身份证号码（18位）", "电话", "职务"], "ACDF"),
        (["＊姓名：", "公民身份号码"], " AB "),
        (["身份证号\n（必填）", "姓名"], " BA "),
    ],
)
def test_headers_are_known_by_their_synonyms(header: list[object], columns: str) -> None:
    found = entries.read(workbook_bytes(workbook_of(header, ["1"] * len(header))))
    letters = {column.field: column.letters for column in found.columns}
    fields = ("number", "name", "id_number", "occupation")
    assert letters == {
        field: letter for field, letter in zip(fields, columns, strict=True) if letter != " "
    }


@pytest.mark.parametrize("above", [0, 1, limits.HEADER_SEARCH_ROWS - 1])
def test_the_header_may_stand_in_any_of_the_first_rows(above: int) -> None:
    titles = [["关爱女职工“安康保”参保人员名单"]] * above
    book = workbook_of(*titles, ["姓名", "身份证号"], ["王芳", PEOPLE[0].id_number])
    assert [entry.row for entry in entries.read(workbook_bytes(book)).people] == [above + 2]


def test_rows_that_are_no_people_are_left_out_and_reported() -> None:
    book = workbook_of(
        ["序号", "姓名", "身份证号", "职业"],
        [1, "王芳", PEOPLE[0].id_number, "教师"],
        [2, None, None, None],
        [None, None, None, None],
        [3, "李娜", None, "单位会计"],
        ["合计", "2 人"],
        [None, "单位名称：贺兰县示例小学"],
        ["经办人：赵敏", None, None, "2026年3月2日"],
    )
    found = entries.read(workbook_bytes(book))
    assert [entry.row for entry in found.people] == [2, 5]
    assert [(each.code, each.row) for each in found.findings] == [
        ("roster.row_left_out", row) for row in (6, 7, 8)
    ]


def test_people_on_another_sheet_are_asked_about() -> None:
    book = workbook_of(["说明"], title="封面")
    listed = book.create_sheet("名单")
    listed.append(["姓名", "身份证号"])
    listed.append(["王芳", PEOPLE[0].id_number])
    found = entries.read(workbook_bytes(book))
    assert found.sheet == "名单"
    assert [(each.code, each.params["others"]) for each in found.findings] == [
        ("file.other_sheets", "封面")
    ]


def refused(data: bytes) -> str:
    with pytest.raises(RuleError) as caught:
        entries.read(data)
    return caught.value.code


def zipped(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def workbook_with_cell(address: str) -> bytes:
    book = workbook_of(["姓名", "身份证号"], ["王芳", PEOPLE[0].id_number])
    book.worksheets[0][address] = "x"
    return workbook_bytes(book)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "file.empty", id="nothing"),
        pytest.param(b" \r\n", "file.empty", id="blank"),
        pytest.param(b"x" * (limits.MAX_FILE_BYTES + 1), "file.too_large", id="a byte too many"),
        pytest.param(LARGEST_TEXT, "file.no_header", id="the largest"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file.not_a_list", id="picture"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "file.not_a_list", id="PDF"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "file.not_a_list", id="xls"),
        pytest.param(b"PK\x03\x04" + bytes(99), "file.not_a_list", id="broken zip"),
        pytest.param(zipped(word__document=b"x"), "file.not_a_list", id="another zip"),
        pytest.param(XLSX[: len(XLSX) // 2], "file.not_a_list", id="half a workbook"),
        pytest.param("姓名,电话\n王芳,1\n".encode(), "file.no_header", id="no ID column"),
        pytest.param("姓名,身份证号\n".encode(), "file.no_rows", id="header only"),
        pytest.param("姓名,身份证号\n合计,\n".encode(), "file.no_rows", id="total only"),
        pytest.param(
            "姓名,身份证号\n王\ufffe\udcff".encode("utf-8", "surrogatepass"), "file.encoding"
        ),
        pytest.param(workbook_with_cell("XFD1048576"), "file.too_many_columns", id="far corner"),
        pytest.param(workbook_with_cell("A1048576"), "file.too_many_people", id="far row"),
        pytest.param(workbook_with_cell("CW1"), "file.too_many_columns", id="column 101"),
    ],
)
def test_what_is_no_list_is_refused_by_name(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_column_100_is_still_read() -> None:
    assert len(entries.read(workbook_with_cell("CV1")).people) == 1


@pytest.mark.parametrize("extra", [0, 1])
def test_at_most_so_many_people(extra: int) -> None:
    rows = "".join(f"王芳,{number}\n" for number in range(limits.MAX_PEOPLE + extra))
    data = ("姓名,身份证号\n" + rows).encode()
    if extra:
        assert refused(data) == "file.too_many_people"
    else:
        assert len(entries.read(data).people) == limits.MAX_PEOPLE


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_parsed() -> None:
    with zipfile.ZipFile(io.BytesIO(XLSX)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["xl/media/image1.bin"] = bytes(limits.MAX_UNPACKED_BYTES)
    bomb = zipped(**{name.replace("/", "__"): content for name, content in files.items()})
    assert len(bomb) < limits.MAX_FILE_BYTES
    assert refused(bomb) == "file.too_large"
