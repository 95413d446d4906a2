"""Text as programs and people write it: separators, quotes, line ends, encodings."""

from time import process_time

import pytest

from shared_rules.roster import entries, limits
from shared_rules.roster.sheets import Cell
from tests.unit.roster.list_files import FIXTURES
from tests.unit.roster.list_texts import FIRST, HEADER, SECOND, THIRD, UNCLEAR, people, refusal


@pytest.mark.parametrize("file", ["comma_space_quote.csv", "pipes.txt", "spaces.txt"])
def test_lists_as_they_came(file: str) -> None:
    data = (FIXTURES / "text" / file).read_bytes()
    assert people(data) == [(2, "王芳", "649901200604264808", "教师")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEADER + f"王芳,{FIRST},教师\n" + ",,\n" * 21_000, id="empty rows"),
        pytest.param(HEADER + f"王芳,{FIRST},教师\n" + "\r\n \r\n" * 21_000, id="empty lines"),
        pytest.param(HEADER + f"王芳,{FIRST},教师" + "," * 252 + "\n", id="empty columns"),
        pytest.param(HEADER + f"王芳,{FIRST},教师" + ", \u3000" * 252, id="columns of spaces"),
        pytest.param(HEADER + f'"王芳","{FIRST}","教师"' + ',""' * 252, id="quoted nothing"),
        pytest.param(HEADER + f"王芳,{FIRST},教师\n" + '"",""\n' * 21_000, id="rows of quotes"),
    ],
)
def test_where_a_list_ends_its_text_need_not_end(text: str) -> None:
    assert people(text) == [(2, "王芳", FIRST, "教师")]


def test_a_list_may_go_on_behind_very_many_empty_rows() -> None:
    text = HEADER + f"王芳,{FIRST},教师\n" + ",,\n" * 21_000 + f"李娜,{SECOND},护士\n"
    assert [row for row, *_ in people(text)] == [2, 21_003]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        pytest.param(f'"王芳",{FIRST}\r"李娜",{SECOND}\n马兰,{THIRD}\r\n',
                     ["王芳", "李娜", "马兰"], id="mixed line ends"),
        pytest.param(f'"王\r芳",{FIRST}\r\n"李\r\n娜",{SECOND}', ["王\r芳", "李\r\n娜"],
                     id="line ends in quotes"),
        pytest.param(f'"王""芳",{FIRST}', ['王"芳'], id="a quote in quotes"),
        pytest.param(f'王"芳",{FIRST}', ['王"芳"'], id="quotes in a cell"),
        pytest.param(f'"王"芳,{FIRST}\n李娜,{SECOND}', ['"王"芳', "李娜"], id="half quoted"),
        pytest.param(f'"王芳,{FIRST}\n"李娜",{SECOND}', ['"王芳', "李娜"], id="a lonely quote"),
        pytest.param(f"'王芳,'{FIRST}", ["'王芳"], id="apostrophes"),
        pytest.param(f'="王芳",="{FIRST}"', ["王芳"], id="formulas of text"),
        pytest.param(f"王芳,{FIRST}\x1a", ["王芳"], id="end mark of DOS"),
    ],
)  # fmt: skip
def test_cells_are_told_apart_as_spreadsheets_do(body: str, names: list[str]) -> None:
    assert [name for _, name, *_ in people(HEADER + body)] == names


ONE = HEADER + f"王芳,{FIRST},教师\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(ONE + "\n" * 1_048_577 + f"李娜,{SECOND}", "file.too_many_lines", id="lines"),
        pytest.param(ONE + '"",' * 3_000_000, "file.too_many_columns", id="quoted nothing"),
        pytest.param(ONE + '"x"y,' * 2_000_000, "file.too_many_columns", id="half quotes"),
        pytest.param(ONE + '"x\n' * 2_500_000, "file.too_many_people", id="lonely quotes"),
        pytest.param(f"1. 王芳 {FIRST}\n" * 250_000, "file.too_many_people", id="a long chat"),
    ],
)
def test_what_is_too_much_is_refused_soon(text: str, code: str) -> None:
    started = process_time()
    assert refusal(text.encode())[0] == code
    assert process_time() - started < limits.MAX_READING_SECONDS / 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(ONE + ",,,\n" * 2_500_000, 1, id="rows of commas"),
        pytest.param(ONE + "\r\n" * 5_000_000, 1, id="empty lines"),
        pytest.param("1" * 10_000_000, 1, id="one number"),
        pytest.param("1 " * 5_000_000, 1, id="digits with spaces"),
        pytest.param(f"{FIRST} " * 500_000, 1, id="very many numbers on a line"),
    ],
)
def test_what_is_much_and_nothing_is_read_soon(text: str, found: int) -> None:
    started = process_time()
    assert len(people(text)) == found
    assert process_time() - started < limits.MAX_READING_SECONDS / 2


IN_TRADITIONAL = f"姓名,身分證號碼,職業\n李麗,{FIRST},教師\n陳靜怡,{SECOND},護士\n"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", []),
        ("utf-16-le", []),
        ("utf-16-be", []),
        ("utf-32", []),
        ("gbk", []),
        ("gb18030", []),
        ("big5", ["file.read_as_big5"]),
        ("cp950", ["file.read_as_big5"]),
        ("big5hkscs", ["file.read_as_big5"]),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(IN_TRADITIONAL, id="a table"),
        pytest.param(f"1. 李麗 {FIRST} 教師\n2. 陳靜怡 {SECOND} 護士\n", id="a chat"),
        pytest.param(
            f"name,ID number,job\n李麗,{FIRST},教師\n陳靜怡,{SECOND},護士\n", id="English"
        ),
    ],
)
def test_a_text_is_read_as_it_was_written(text: str, encoding: str, told: list[str]) -> None:
    found = entries.read(text.encode(encoding))
    assert [entry[1:] for entry in found.people] == [
        ("李麗", FIRST, "教師"),
        ("陳靜怡", SECOND, "護士"),
    ]
    assert [each.code for each in found.findings] == told


@pytest.mark.parametrize("encoding", ["gb2312", "gb18030", "utf-16-le", "utf-8"])
def test_a_simplified_text_is_not_taken_for_a_traditional_one(encoding: str) -> None:
    found = entries.read((HEADER + f"王芳,{FIRST},教师\n").encode(encoding))
    assert (found.people[0].name, found.findings) == ("王芳", ())


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("shift_jis", "氏名,番号\nさとう みさき,{}\nたかはし はなこ,{}\n"),
        ("euc_jp", "氏名,番号,職業\nさとう みさき,{},教師\n山田花子,{},看護師\n"),
        ("euc_kr", "번호,성명,주민등록번호\n1,김영희,{}\n2,박지영,{}\n"),
        ("euc_kr", "성명,주민등록번호,직업\n김영희,{},교사\n박지영,{},간호사\n"),
    ],
)
def test_a_text_that_makes_sense_in_no_encoding_that_we_know_is_refused(
    encoding: str, text: str
) -> None:
    data = text.format(FIRST, SECOND).encode(encoding)
    assert refusal(data) == ("file.encoding_unknown", {})


@pytest.mark.parametrize("names", ["李娜 高丽 白灵 段丽 安宁 丁兰", "高丽", "王芳 の"])
def test_a_short_text_in_gb18030_is_not_taken_for_a_foreign_one(names: str) -> None:
    rows = "".join(f"{name},{FIRST}\n" for name in names.split())
    found = entries.read(("姓名,身份证号\n" + rows).encode("gb18030"))
    assert [each.name for each in found.people] == names.split()


def test_rows_are_counted_as_excel_shows_them() -> None:
    """A quoted line end makes no row; the line that tells Excel the separator is none either."""
    text = f'sep=;\r\n姓名;身份证号;职业\r\n"王\n芳";{FIRST};教师\r\n\r\n李娜;{SECOND};护士'
    assert [row for row, *_ in people(text)] == [2, 4]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        pytest.param((HEADER + f'王芳,{FIRST},\n"李娜,1\n').encode(), "file.quotes", 3, id="open"),
        pytest.param(
            (HEADER + f'"王芳,{FIRST},教师\n李娜,{SECOND},教师\n赵敏",{THIRD},教师\n').encode(),
            "file.quotes_over_rows",
            2,
            id="a quote that swallows people",
        ),
        pytest.param(
            (HEADER + f"王芳,{FIRST},教师\n李娜").encode("gb18030") + b"\xff,1\n",
            "file.encoding",
            3,
            id="a broken byte in GB18030",
        ),
        pytest.param(
            (HEADER + f"王芳,{FIRST},教师\n李娜").encode("gb18030")[:-1] + f",{SECOND}\n".encode(),
            "file.encoding",
            3,
            id="a lost byte in GB18030",
        ),
        pytest.param(
            (HEADER + f"王芳,{FIRST},教师\n李").encode() + b"\xff,1\n",
            "file.encoding",
            3,
            id="a broken byte in UTF-8",
        ),
        pytest.param(
            (HEADER + f"王芳,{FIRST},教师\n李\ufffd,1\n").encode(),
            "file.encoding",
            3,
            id="a character lost before",
        ),
        pytest.param(
            (HEADER + f"王芳,{FIRST},教师\n李").encode("utf-16")[:-1],
            "file.encoding",
            3,
            id="half of UTF-16",
        ),
        pytest.param(
            (HEADER + f"王芳,{FIRST},教师\r李\0,1\n").encode(),
            "file.control_character",
            3,
            id="a zero",
        ),
    ],
)
def test_a_refusal_names_the_line_that_is_to_be_mended(data: bytes, code: str, line: int) -> None:
    assert refusal(data) == (code, {"line": line})


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (f"王 芳  {FIRST}  教师", ("王 芳", FIRST, "教师")),
        (f"王  芳  {FIRST}  教师", ("王 芳", FIRST, "教师")),
        (f"王芳  {FIRST}", ("王芳", FIRST, "")),
        (f"阿依古丽  买买提  {FIRST}  教师", (UNCLEAR, FIRST, "教师")),
        (f"1  王芳  {FIRST}  教师", ("王芳", FIRST, "教师")),
        ("王芳  教师", ("王芳", "教师", None)),
        (f"      {FIRST}  教师", (UNCLEAR, FIRST, "教师")),
    ],
)
def test_words_that_do_not_stand_under_their_header_are_told_by_the_number(
    row: str, expected: tuple[Cell, ...]
) -> None:
    text = f"姓名    身份证号              职业\n马兰    {THIRD}    护士\n{row}\n"
    assert people(text)[1:] == [(3, *expected)]


def test_with_other_columns_it_is_asked_who_she_is() -> None:
    text = f"部门  姓名  身份证号\n财务科  马兰  {THIRD}\n财务科  王  芳  {FIRST}\n"
    assert people(text) == [(2, "马兰", THIRD, None), (3, UNCLEAR, FIRST, None)]


@pytest.mark.parametrize(
    ("copied", "expected"),
    [
        (f"王芳 {FIRST} 教师", ("王芳", FIRST, "教师")),
        (f"王芳、{FIRST}、教师", ("王芳", FIRST, "教师")),
        (f"王芳，{FIRST}，教师", ("王芳", FIRST, "教师")),
        (f"1,王芳,{FIRST},教师", ("王芳", FIRST, "教师")),
        (f"\ufeff1\t王芳\t{FIRST}\t教师", ("王芳", FIRST, "教师")),
    ],
)
def test_a_short_list_may_be_typed(copied: str, expected: tuple[str, str, str]) -> None:
    assert [entry[1:4] for entry in entries.pasted(copied).people] == [expected]


def test_a_list_may_be_typed_with_both_kinds_of_keyboards() -> None:
    text = f"姓名,身份证号,职业\n王芳，{FIRST}，教师\n李娜,{SECOND}，护士\n"
    assert people(text) == [(2, "王芳", FIRST, "教师"), (3, "李娜", SECOND, "护士")]


@pytest.mark.parametrize("number", ["6.49901E+17", "6.4990119900307E+017", "6.49901199003070E+17"])
def test_numbers_in_scientific_notation_stand_in_their_cells(number: str) -> None:
    data = f"姓名,身份证号,职业\n王芳,{number},教师\n李娟,{number},护士\n".encode()
    assert [each[1:4] for each in entries.read(data).people] == [
        ("王芳", number, "教师"),
        ("李娟", number, "护士"),
    ]
