"""Any list that a unit has is read, and what it holds is the same whatever it comes in."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from functions.local import samples
from shared_rules.findings import RuleError
from shared_rules.roster import entries, limits
from shared_rules.roster.entries import Entries
from tests.unit.roster.list_files import (
    FIXTURES,
    HEADER,
    PEOPLE,
    docx,
    form_rows,
    word_row,
    word_table,
    workbook_bytes,
    workbook_of,
    xlsx_of,
)

CSV = samples.csv_text(PEOPLE)
XLSX = workbook_bytes(samples.workbook(PEOPLE, "贺兰县示例小学"))
DOCX = docx(word_table(*map(word_row, form_rows())))
QUOTED = "\r\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in CSV.split())
LINES = [f"| {line.replace(',', ' | ')} |" for line in CSV.split()]
MARKDOWN = "\n".join([LINES[0], "|---|---|---|---|", *LINES[1:]])
CHAT = "#接龙\n安康保报名\n\n" + "\n".join(
    f"{n}. {p.name} {p.id_number} {p.occupation}" for n, p in enumerate(PEOPLE, start=1)
)

NUMBER = PEOPLE[0].id_number


def texts(found: Entries) -> list[tuple[str, str, str]]:
    return [
        (str(entry.name), str(entry.id_number), str(entry.occupation)) for entry in found.people
    ]


def codes(found: Entries) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.row) for finding in found.findings]


EXPECTED = [(person.name, person.id_number, person.occupation) for person in PEOPLE]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(XLSX, id="xlsx"),
        pytest.param((FIXTURES / "list.xlsx").read_bytes(), id="LibreOffice xlsx"),
        pytest.param((FIXTURES / "list.xls").read_bytes(), id="LibreOffice xls"),
        pytest.param((FIXTURES / "list.ods").read_bytes(), id="LibreOffice ods"),
        pytest.param(DOCX, id="docx"),
        pytest.param(CSV.encode(), id="utf-8"),
        pytest.param(CSV.encode("utf-8-sig"), id="utf-8 with BOM"),
        pytest.param(CSV.encode("gb18030"), id="gb18030"),
        pytest.param(CSV.encode("utf-16"), id="utf-16"),
        pytest.param(CSV.encode("utf-16-le"), id="utf-16-le without BOM"),
        pytest.param(CSV.encode("utf-16-be"), id="utf-16-be without BOM"),
        pytest.param(CSV.replace(",", "\t").encode("utf-16"), id="Excel's Unicode text"),
        pytest.param(CSV.replace(",", ";").encode(), id="semicolons"),
        pytest.param(CSV.replace(",", "，").encode(), id="full-width commas"),
        pytest.param(CSV.replace(",", "|").encode("gb18030"), id="pipes"),
        pytest.param(CSV.replace(",", "｜").encode(), id="full-width pipes"),
        pytest.param(CSV.replace(",", "、").encode(), id="enumeration commas"),
        pytest.param(MARKDOWN.encode(), id="a table of Markdown"),
        pytest.param(MARKDOWN.replace("|", "│").replace("-", "─").encode(), id="a drawn table"),
        pytest.param(CSV.replace(",", " , ").encode(), id="spaces around commas"),
        pytest.param(QUOTED.replace(",", ", ").encode(), id="quotes behind spaces"),
        pytest.param(QUOTED.replace(",", " ,").encode(), id="spaces behind quotes"),
        pytest.param(CSV.replace(",", "  ").encode(), id="columns by spaces"),
        pytest.param(CSV.replace(",", " ").encode(), id="columns by one space"),
        pytest.param(CSV.replace(",", "\u3000").encode(), id="columns by wide spaces"),
        pytest.param(("sep=;\r\n" + CSV.replace(",", ";")).encode(), id="a line for Excel"),
        pytest.param(CHAT.encode(), id="lines of a chat"),
        pytest.param(CHAT.replace("\n", "\u2028").encode(), id="a chat's own line ends"),
        pytest.param(CSV.replace("\r\n", "\n").encode(), id="Unix line ends"),
        pytest.param(CSV.replace("\r\n", "\r").encode(), id="old Mac line ends"),
        pytest.param((CSV + "\x1a").encode("gb18030"), id="DOS end mark"),
        pytest.param(("名单，请，核对\n" + CSV).encode(), id="other commas in the title"),
    ],
)
def test_every_form_of_the_same_list_gives_the_same_people(data: bytes) -> None:
    assert texts(entries.read(data)) == EXPECTED


@pytest.mark.parametrize(
    "copied",
    [
        pytest.param(CSV.replace(",", "\t"), id="with header"),
        pytest.param(CSV.replace(",", "\t").partition("\r\n")[2], id="in the form's order"),
        pytest.param("\n".join("\t".join(row) for row in EXPECTED), id="without 序号"),
    ],
)
def test_rows_copied_from_a_spreadsheet_give_the_same_people(copied: str) -> None:
    assert texts(entries.pasted(copied)) == EXPECTED


@pytest.mark.parametrize("name", ["㐂𠮷", "𬭎英", "古丽·阿依", "王\n芳"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_rare_characters_and_quoted_newlines_survive(name: str, encoding: str) -> None:
    data = f'姓名,身份证号\n"{name}",{NUMBER}\n'.encode(encoding)
    assert [entry.name for entry in entries.read(data).people] == [name]


def test_a_very_long_cell_is_no_harm() -> None:
    found = entries.read(f"姓名,身份证号,备注\n王芳,{NUMBER},{'好' * 200_000}\n".encode())
    assert texts(found) == [("王芳", NUMBER, "None")]


@pytest.mark.parametrize("written", [f'="{NUMBER}"', f'"=""{NUMBER}"""', f' ="{NUMBER}" '])
def test_a_number_kept_whole_by_a_formula_of_text_is_its_text(written: str) -> None:
    found = entries.read(f"姓名,身份证号\n王芳,{written}\n".encode())
    assert [entry.id_number for entry in found.people] == [NUMBER]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (["序号", "姓名", "身份证号", "职业"], "ABCD"),
        (["姓 名", "证件号码", "工种"], " AB" + "C"),
        (["No.", "部门", "职工姓名", "身份证号码（18位）", "电话", "职务"], "ACDF"),
        (["＊姓名：", "公民身份号码"], " AB "),
        (["身份证号\n（必填）", "姓名"], " BA "),
        (["姓名【必填】", "身份证号/证件号码", "职业或工种"], " ABC"),
    ],
)
def test_headers_are_known_by_their_synonyms(header: list[object], columns: str) -> None:
    found = entries.read(xlsx_of(header, ["1"] * len(header)))
    letters = {column.field: column.letters for column in found.columns}
    fields = ("number", "name", "id_number", "occupation")
    assert letters == {
        field: letter for field, letter in zip(fields, columns, strict=True) if letter != " "
    }


def test_a_header_may_take_two_rows() -> None:
    found = entries.read(
        xlsx_of(
            ["序号", "姓名", "证件", None, "职业"],
            [None, None, "类型", "证件号码", None],
            [1, "王芳", "身份证", NUMBER, "教师"],
        )
    )
    assert texts(found) == [("王芳", NUMBER, "教师")]
    assert [entry.row for entry in found.people] == [3]


@pytest.mark.parametrize("above", [0, 1, limits.HEADER_SEARCH_ROWS - 1])
def test_the_header_may_stand_in_any_of_the_first_rows(above: int) -> None:
    titles = [["关爱女职工“安康保”参保人员名单"]] * above
    found = entries.read(xlsx_of(*titles, ["姓名", "身份证号"], ["王芳", NUMBER]))
    assert [entry.row for entry in found.people] == [above + 2]


def test_rows_that_are_no_people_are_left_out_and_reported() -> None:
    found = entries.read(
        xlsx_of(
            ["序号", "姓名", "身份证号", "职业"],
            [1, "王芳", NUMBER, "教师"],
            [2, None, None, None],
            [None, None, None, None],
            [3, "李娜", None, "单位会计"],
            ["合计", "2 人"],
            [None, "单位名称：贺兰县示例小学"],
            ["经办人：赵敏", None, None, "2026年3月2日"],
            [None, None, "2026年3月2日", None],
        )
    )
    assert [entry.row for entry in found.people] == [2, 5]
    assert codes(found) == [("roster.row_left_out", row) for row in (6, 7, 8, 9)]


def test_a_header_that_is_printed_again_is_no_person() -> None:
    found = entries.read(xlsx_of(HEADER, [1, "王芳", NUMBER, ""], HEADER, [2, "李娜", NUMBER, ""]))
    assert [entry.row for entry in found.people] == [2, 4]
    assert found.findings == ()


@pytest.mark.parametrize(
    ("rows", "code", "params"),
    [
        pytest.param(
            [["部门", "姓名", "身份证号"], ["", "王芳", "1"], ["", "姓名", "部门", "证件号码"]],
            "file.header_differs",
            {"row": 3, "header_row": 1},
            id="other columns further down",
        ),
        pytest.param(
            [["姓名", "身份证号", "姓名", "身份证号"], ["王芳", "1", "李娜", "2"]],
            "file.lists_side_by_side",
            {"letters": "C"},
            id="two people in a row",
        ),
    ],
)
def test_what_would_be_read_wrongly_is_refused(
    rows: list[Sequence[Any]], code: str, params: dict[str, object]
) -> None:
    with pytest.raises(RuleError) as caught:
        entries.read(xlsx_of(*rows))
    assert (caught.value.code, caught.value.params) == (code, params)


def test_two_people_on_each_line_of_a_list_without_a_header_are_not_halved() -> None:
    lines = [f"{n}\t王芳\t{NUMBER}\t教师\t{n + 1}\t李娜\t{PEOPLE[n].id_number}" for n in (1, 3)]
    with pytest.raises(RuleError) as caught:
        entries.pasted("\n".join(lines))
    assert caught.value.code == "file.lists_side_by_side"


def test_numbers_of_others_in_a_column_that_is_not_read_are_asked_about() -> None:
    found = entries.read(
        xlsx_of(["姓名", "身份证号", "代缴"], ["王芳", NUMBER, PEOPLE[1].id_number])
    )
    assert [(each.code, each.column) for each in found.findings] == [("file.numbers_beside", 3)]


@pytest.mark.parametrize(
    ("header", "beside", "codes"),
    [
        (None, ["马兰", "丁一", None], ["file.names_beside"]),
        (None, ["初中部", "后勤", "办公室"], []),
        (None, ["续保", "续保", None], []),
        ("班主任", ["马兰", "丁一", None], []),
    ],
)
def test_names_without_a_number_beside_a_list_are_asked_about(
    header: str | None, beside: list[str | None], codes: list[str]
) -> None:
    rows = [
        [person.name, person.id_number, each] for person, each in zip(PEOPLE, beside, strict=False)
    ]
    found = entries.read(xlsx_of(["姓名", "身份证号", header], *rows))
    assert len(found.people) == len(rows)
    assert [each.code for each in found.findings] == codes


def test_an_empty_second_list_beside_the_first_is_no_harm() -> None:
    found = entries.read(xlsx_of(["姓名", "身份证号", "姓名", "身份证号"], ["王芳", "1"]))
    assert (len(found.people), found.findings) == (1, ())


def test_a_second_column_for_the_same_thing_is_asked_about() -> None:
    found = entries.read(
        xlsx_of(["职工姓名", "被保险人姓名", "身份证号"], ["王强", "李娜", NUMBER])
    )
    assert [(each.code, each.params["letters"]) for each in found.findings] == [
        ("file.column_choice", "B")
    ]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_people_in_hidden_rows_columns_and_sheets_are_asked_about(ending: str) -> None:
    found = entries.read((FIXTURES / f"hidden.{ending}").read_bytes())
    assert texts(found) == EXPECTED
    assert codes(found) == [
        ("file.other_sheets", None),
        ("file.column_hidden", None),
        ("roster.row_hidden", 5),
        ("roster.row_left_out", 12),
    ]
    assert found.findings[0].params == {"sheet": "名单", "others": "去年"}


@pytest.mark.parametrize(
    ("others", "hidden", "expected"),
    [
        pytest.param([["说明"]], None, [("file.other_sheets_unread", "封面")], id="cover page"),
        pytest.param([HEADER], None, [("file.other_sheets_unread", "封面")], id="empty form"),
        pytest.param(
            [HEADER, [1, "李娜", NUMBER, ""]], None, [("file.other_sheets", "名单")], id="a list"
        ),
        pytest.param(
            [[1, "李娜", NUMBER, ""]],
            None,
            [("file.other_sheets", "封面")],
            id="a list without a header",
        ),
        pytest.param(
            [["李娜，身份证号：" + NUMBER[:6] + " " + NUMBER[6:]]],
            None,
            [("file.other_sheets", "封面")],
            id="a number within words",
        ),
        pytest.param(
            [["李娜", 6.49901198505060e17]],
            None,
            [("file.other_sheets", "封面")],
            id="a number that lost its digits",
        ),
        pytest.param(
            [["新增人员"], ["姓名", "电话"], ["李娜", "13900000000"]],
            None,
            [("file.other_sheets", "封面")],
            id="names without numbers",
        ),
        pytest.param(
            [["字段", "说明"], ["姓名", "请填写全名"], ["身份证号", "18 位"]],
            None,
            [("file.other_sheets_unread", "封面")],
            id="a header of names above none",
        ),
        pytest.param(
            [["电话 0951-2090080、0951-2090081"], ["信用代码", "916400001234567890"], [1e18]],
            None,
            [("file.other_sheets_unread", "封面")],
            id="other long numbers",
        ),
        pytest.param(
            [HEADER, [1, "李娜", NUMBER, ""]],
            "封面",
            [("file.other_sheets", "封面")],
            id="a hidden list before",
        ),
        pytest.param(
            [["说明"]],
            "名单",
            [("file.hidden_sheet", None), ("file.other_sheets_unread", "封面")],
            id="the only list is hidden",
        ),
    ],
)
def test_other_sheets_are_named(
    others: list[Sequence[Any]], hidden: str | None, expected: list[tuple[str, str | None]]
) -> None:
    book = workbook_of(*others, title="封面")
    listed = book.create_sheet("名单")
    listed.append(["姓名", "身份证号"])
    listed.append(["王芳", NUMBER])
    if hidden:
        book[hidden].sheet_state = "hidden"
    found = entries.read(workbook_bytes(book))
    assert [(each.code, each.params.get("others")) for each in found.findings] == expected


@pytest.mark.parametrize("title", ["填写说明", "示例"])
def test_a_list_goes_before_a_sheet_that_explains_how_it_is_filled_in(title: str) -> None:
    book = workbook_of(HEADER, [1, "张三", NUMBER, "教师"], title=title)
    listed = book.create_sheet("名单")
    for row in (HEADER, [1, "王芳", PEOPLE[1].id_number, "护士"]):
        listed.append(row)
    found = entries.read(workbook_bytes(book))
    assert (found.sheet, [entry.name for entry in found.people]) == ("名单", ["王芳"])
    assert [each.params.get("others") for each in found.findings] == [title]


def test_a_visible_column_is_preferred_to_a_hidden_one() -> None:
    book = workbook_of(["证件号码", "姓名", "身份证号"], ["旧", "王芳", NUMBER])
    book.worksheets[0].column_dimensions["A"].hidden = True
    assert [entry.id_number for entry in entries.read(workbook_bytes(book)).people] == [NUMBER]


def test_dates_in_cells_are_read_as_text() -> None:
    found = entries.read(xlsx_of(["姓名", "身份证号"], ["王芳", date(1990, 1, 2)]))
    assert found.people[0].id_number == "1990-01-02"


def test_formatted_blank_cells_far_away_do_no_harm() -> None:
    book = workbook_of(["姓名", "身份证号"], ["王芳", NUMBER])
    for address in ("XFD1", "B1048576"):
        book.worksheets[0][address].number_format = "@"
    assert len(entries.read(workbook_bytes(book)).people) == 1
