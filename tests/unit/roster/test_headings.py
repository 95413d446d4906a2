"""A header is known by what it says: the insured's own name or number, however it is written."""

from datetime import date

import pytest

from functions.local import samples
from shared_rules.findings import RuleError
from shared_rules.identity import id_number
from shared_rules.roster import entries, limits
from shared_rules.roster.columns import ChosenColumns
from shared_rules.roster.entries import Entries
from shared_rules.roster.headings import meaning
from shared_rules.roster.unclear import ColumnsUnclear
from tests.unit.roster.list_files import PEOPLE, workbook_bytes, workbook_of, xlsx_of

NUMBER = PEOPLE[0].id_number
ROWS = [(person.name, person.id_number) for person in PEOPLE]

NUMBER_HEADERS = """
1、身份证号|2.身份证号|2、身份证号码：|ID Card No.|ID number|IDCard|Identity card|SFZH|SFZHM|id_card
sfzh|个人身份证号|公民身份证|参保人身份证号|员工身份证号码|居民身份证|您的身份证号码|有效证件号
有效身份证件号码|本人身份证号|职工身份证号|职工身份证号码|被保险人（身份证号）|证件号|证件号码|证件编号
请填写身份证号码|身份証号|身份證號碼|身份证 号码|身份证ID|身份证件|身份证号|身份证号 （必填）
身份证号(文本格式)|身份证号,|身份证号吗|身份证号码(18位)|身份证号码*|身份证号码（必填）|身份证号码：
身份证号（18位，必填）|身分证号|被保险人证件号码|被保险人身份证件号码|公民身份号码|第二代居民身份证号码
证件（身份证）号码|身份证（号码）|18位身份证号|身份证号/证件号码|①身份证号|身份证号\u200b|\ufeff身份证号
身 份 证 号|【身份证号】|身份证号码（请填写18位号码，最后一位X大写，务必设置为文本格式）
No.2 身份证号|{身份证号}|身份证号{必填}|ＩＤ　Ｃａｒｄ　Ｎｏ．|S F Z H|身份证号码
身份证号码 ID Card No.|ID Number 身份证号|新身份证号|现身份证号码
身份证号码（文本格式）|ID NO|Id Number|National ID Number|女职工(本人)身份证号
""".strip().replace("\n", "|")
NAME_HEADERS = """
*姓名|1、姓名|Name|XM|xm|个人姓名|中文姓名|会员姓名|参保人姓名|参保女职工|参保职工|在职人员姓名|女工姓名
姓 名*|姓名|姓名(必填)|姓名/Name|姓名（被保险人）|姓名：|您的姓名|投保人员|投保职工姓名
教职工姓名|本人姓名|职工姓名|被保人姓名|被保险人姓名|被保险人
姓名 Name|Name 姓名|新姓名|姓名\u200b|一、姓名|(1)姓名|姓名1|Employee Name
X\u200bM|ｘｍ|Ｎａｍｅ|（姓名）|《姓名》|No.1 姓名
Full Name|参保人员姓名（职工本人或家属）|企业职工姓名|单位职工姓名|工会会员姓名|教师姓名
护士姓名|员工姓名|職工姓名
""".strip().replace("\n", "|")


@pytest.mark.parametrize("header", [*NUMBER_HEADERS.split("|"), "身份证\n号码"])
def test_a_column_of_numbers_is_known_by_its_header(header: str) -> None:
    found = entries.read(xlsx_of(["姓名", header], *ROWS))
    assert [(entry.name, entry.id_number) for entry in found.people] == ROWS
    assert found.findings == ()


@pytest.mark.parametrize("header", NAME_HEADERS.split("|"))
def test_a_column_of_names_is_known_by_its_header(header: str) -> None:
    found = entries.read(xlsx_of([header, "身份证号"], *ROWS))
    assert [(entry.name, entry.id_number) for entry in found.people] == ROWS
    assert found.findings == ()


@pytest.mark.parametrize(
    "header",
    ["ID号", "社会保障号码", "社保号", "ID", "证号", "号码", "证件", "身份证登记号", "身份证后"],
)
def test_a_header_that_may_be_another_number_is_taken_where_what_stands_below_agrees(
    header: str,
) -> None:
    found = entries.read(xlsx_of(["姓名", header], *ROWS))
    assert [entry.id_number for entry in found.people] == [number for _, number in ROWS]
    assert [(each.code, each.severity) for each in found.findings] == [
        ("file.column_guessed", "warning")
    ]
    others = [(name, str(place)) for place, (name, _) in enumerate(ROWS)]
    assert refusal(xlsx_of(["姓名", header], *others)).code == "file.columns_unclear"


@pytest.mark.parametrize(
    "header",
    ["人员", "人员名称", "名称", "员工", "职工", "女职工", "姓名（配偶）", "女方姓名", "人名"],
)
def test_a_header_that_may_be_another_name_is_taken_where_what_stands_below_agrees(
    header: str,
) -> None:
    found = entries.read(xlsx_of([header, "身份证号"], *ROWS))
    assert [entry.name for entry in found.people] == [name for name, _ in ROWS]
    assert [each.code for each in found.findings] == ["file.column_guessed"]
    others = [("女" if place % 2 else "正式工", number) for place, (_, number) in enumerate(ROWS)]
    assert refusal(xlsx_of([header, "身份证号"], *others)).code == "file.columns_unclear"


@pytest.mark.parametrize(
    "header",
    [
        *(
            "单位联系人姓名",
            "联系人姓名",
            "家属姓名",
            "经办人姓名",
            "户主姓名",
            "配偶姓名",
            "丈夫姓名",
        ),
        *("子女姓名", "负责人姓名", "法人姓名", "学生姓名", "监护人姓名", "紧急联系人", "单位名称"),
        *(
            "受益人姓名",
            "Contact name",
            "Spouse Name",
            "开户人姓名",
            "职工配偶姓名",
            "曾用名",
            "原姓名",
        ),
    ],
)
def test_the_name_of_somebody_else_is_never_read(header: str) -> None:
    assert meaning(header) is None
    beside = entries.read(
        xlsx_of([header, "姓名", "身份证号"], *(("赵强", name, number) for name, number in ROWS))
    )
    assert [entry.name for entry in beside.people] == [name for name, _ in ROWS]
    assert refusal(xlsx_of([header, "身份证号"], *ROWS)).code == "file.columns_unclear"


@pytest.mark.parametrize(
    "header",
    [
        ["男职工姓名", "男职工身份证号", "妻子姓名", "妻子身份证号"],
        ["职工姓名", "职工身份证号码", "男职工配偶姓名", "男职工的配偶身份证号"],
        ["姓名", "身份证号", "妻子姓名", "妻子身份证号"],
        ["职工姓名", "职工身份证号", "参保人", "参保人身份证号"],
    ],
)
def test_of_a_man_and_his_wife_in_a_row_she_is_read(header: list[str]) -> None:
    couples = [
        ("赵强", samples.id_number(date(1980, 1, day), 1), *hers)
        for day, hers in enumerate(ROWS, start=1)
    ]
    found = entries.read(xlsx_of(header, *couples))
    assert of_people(found) == ROWS


@pytest.mark.parametrize(
    "header",
    [
        *(
            "配偶身份证号",
            "家属身份证号码",
            "联系人证件号码",
            "经办人身份证号",
            "法人身份证号",
            "证件类型",
        ),
        *(
            "证件名称",
            "证件有效期",
            "身份证地址",
            "丈夫身份证",
            "身份证复印件",
            "证件种类",
        ),
        *(
            "身份证有效期",
            "户主身份证号",
            "是否有身份证",
            "原身份证号",
            "旧身份证号码",
            "曾用身份证号",
        ),
    ],
)
def test_the_number_of_somebody_else_and_what_is_no_number_is_never_read(header: str) -> None:
    beside = entries.read(
        xlsx_of(["姓名", header, "身份证号"], *((name, "1", number) for name, number in ROWS))
    )
    assert [entry.id_number for entry in beside.people] == [number for _, number in ROWS]
    assert beside.findings == ()
    assert refusal(xlsx_of(["姓名", header], *ROWS)).code == "file.columns_unclear"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("职业", "occupation"),
        ("职业（工种）", "occupation"),
        ("工种/岗位", "occupation"),
        ("现任职务", "occupation"),
        ("Occupation", "occupation"),
        ("職業", "occupation"),
        ("序號", "number"),
        ("No.", "number"),
        ("工号", None),
        ("工作单位", None),
        ("参保单位名称", None),
        ("联系电话", None),
        ("与被保险人关系", None),
        ("参保人数", None),
        ("会员编号", None),
        ("性别", None),
        ("王芳", None),
        ("", None),
        (3.0, None),
        (None, None),
        ("姓" * 1000, None),
    ],
)
def test_what_other_headers_say(header: str | float | None, expected: str | None) -> None:
    found = meaning(header)
    assert (found.field if found else None) == expected


def refusal(data: bytes) -> RuleError:
    with pytest.raises(RuleError) as caught:
        entries.read(data)
    return caught.value


def of_people(found: Entries) -> list[tuple[object, object]]:
    return [(entry.name, entry.id_number) for entry in found.people]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["证件", None, "姓名"], ["类型", "号码", None]),
        (["身份证件", None, "被保险人"], ["类型", "号码", "姓名"]),
        (["配偶信息", "职工信息", None], ["姓名", "身份证号", "姓名"]),
        (["序号", "身份证", "姓名"], [None, "号码", None]),
        (["单位：某校", None, "联系人：赵强"], ["序号", "身份证号", "姓名"]),
        (["关爱女职工及家属参保名单", None, None], ["序号", "身份证号", "姓名"]),
    ],
)
def test_a_header_of_two_rows_is_read(upper: list[str | None], lower: list[str | None]) -> None:
    people = [("身份证", number, name) for name, number in ROWS]
    found = entries.read(xlsx_of(upper, lower, *people))
    assert of_people(found) == ROWS
    assert (found.header_row, found.findings) == (2, ())


def test_columns_whose_header_reaches_down_beside_those_of_a_group_are_read() -> None:
    found = entries.read(
        xlsx_of(
            ["序号", "基本信息", None, "职业"],
            [None, "姓名", "身份证号", None],
            *((n, name, number, "教师") for n, (name, number) in enumerate(ROWS, start=1)),
        )
    )
    assert of_people(found) == ROWS
    assert [entry.occupation for entry in found.people] == ["教师"] * len(ROWS)
    assert [column.letters for column in found.columns] == ["A", "B", "C", "D"]


def test_a_header_below_an_explanation_of_thirty_rows_is_read() -> None:
    above = [["填写说明：姓名、身份证号必须与身份证一致"]] * 30
    assert of_people(entries.read(xlsx_of(*above, ["姓名", "身份证号"], *ROWS))) == ROWS


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [("姓名", "王芳"), ("身份证号", NUMBER), ("职业", "教师")] * 2, id="one field a row"
        ),
        pytest.param([("姓名", "王芳", "李娜"), ("身份证号", NUMBER, NUMBER)], id="turned over"),
    ],
)
def test_a_list_with_one_field_a_row_is_told_so(rows: list[tuple[str, ...]]) -> None:
    assert refusal(xlsx_of(*rows)).code == "file.vertical"


GARBLED = ["姓名", "身份证号", "王芳"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        pytest.param([("姓", "名", "身份证号"), ("王", "芳", NUMBER)],
                     "file.name_in_two_columns", id="family and given names"),
        pytest.param([("姓氏*", "名字*", "证件号码"), ("欧阳", "芳芳", NUMBER)],
                     "file.name_in_two_columns", id="with marks"),
        pytest.param([("姓名及身份证号", "职业"), (f"王芳 {NUMBER}", "教师")],
                     "file.one_cell", id="name and number in one cell"),
        pytest.param([("序号", "姓名（身份证号）"), (1, f"王芳（{NUMBER}）")],
                     "file.one_cell", id="number in brackets"),
        pytest.param([("名单",), (f"王芳 {NUMBER} 教师",)], "file.one_cell", id="lines"),
        pytest.param([("姓名,身份证号",), (f"王芳,{NUMBER}",)], "file.one_cell", id="CSV"),
        pytest.param([[text.encode().decode("gb18030", "ignore") for text in GARBLED]],
                     "file.garbled", id="UTF-8 taken for GBK"),
        pytest.param([[text.encode("gbk").decode("latin-1") for text in GARBLED]],
                     "file.garbled", id="GBK taken for Latin"),
    ],
)  # fmt: skip
def test_what_no_choice_of_columns_would_mend_is_told_so(
    rows: list[tuple[str, ...]], code: str
) -> None:
    assert refusal(xlsx_of(*rows)).code == code


def unclear(data: bytes) -> ColumnsUnclear:
    error = refusal(data)
    assert isinstance(error, ColumnsUnclear)
    return error


def test_where_it_is_not_clear_she_is_shown_the_first_rows_with_a_guess() -> None:
    book = workbook_of(["说明"], title="封面")
    book.create_sheet("人员")
    for row in (["人事", "编码", "工作"], *((name, number, "教师") for name, number in ROWS)):
        book["人员"].append(list(row))
    error = unclear(workbook_bytes(book))
    assert error.code == "file.no_header"
    (listed,) = error.sheets
    assert (listed.sheet, listed.header_row, len(listed.rows)) == ("人员", 1, 8)
    assert [(each.letters, each.header, each.field) for each in listed.columns] == [
        ("A", "人事", "name"),
        ("B", "编码", "id_number"),
        ("C", "工作", None),
    ]


def test_what_is_shown_is_bounded_and_holds_no_whole_number() -> None:
    row = [
        f"王芳 {NUMBER[:6]} {NUMBER[6:]}",
        float(NUMBER[:15] + "000"),
        "0951-2090080",
        "好" * 90,
    ]
    (shown,) = unclear(xlsx_of(*[row * 20] * 30)).sheets
    assert (len(shown.rows), {len(each) for each in shown.rows}) == (8, {30})
    assert max(len(text) for each in shown.rows for text in each) <= 30
    assert shown.rows[0][:3] == (
        f"王芳 {NUMBER[:4]}**********{NUMBER[-4:]}",
        id_number.mask(str(int(float(NUMBER[:15] + "000")))),
        "*" * 12,
    )


def test_beside_a_wifes_number_her_name_is_guessed_and_not_her_husbands() -> None:
    header = ["部门", "职工姓名", "家属姓名", "家属身份证号"]
    rows = ((f"第{place}科", "赵强", name, number) for place, (name, number) in enumerate(ROWS))
    (shown,) = unclear(xlsx_of(header, *rows)).sheets
    assert [column.field for column in shown.columns] == [None, None, "name", "id_number"]


def test_her_choice_is_taken() -> None:
    book = workbook_of(["说明"], title="封面")
    book.create_sheet("人员")
    for row in (["配偶身份证号", "妻", "x"], *((number, name, "教师") for name, number in ROWS)):
        book["人员"].append(list(row))
    chosen = ChosenColumns(sheet="人员", header_row=1, name=2, id_number=1, occupation=3)
    found = entries.read(workbook_bytes(book), chosen)
    assert of_people(found) == ROWS
    assert {(each.field, each.header, each.letters) for each in found.columns} == {
        ("name", "妻", "B"),
        ("id_number", "配偶身份证号", "A"),
        ("occupation", "x", "C"),
    }
    assert (found.header_row, [each.code for each in found.findings]) == (
        1,
        ["file.other_sheets_unread"],
    )


def test_a_list_without_a_header_is_read_as_she_says() -> None:
    found = entries.read(xlsx_of(*ROWS), ChosenColumns(name=1, id_number=2))
    assert of_people(found) == ROWS


@pytest.mark.parametrize(
    "chosen",
    [
        ChosenColumns(name=1, id_number=1),
        ChosenColumns(name=1, id_number=3),
        ChosenColumns(name=1, id_number=2, occupation=2),
        ChosenColumns(name=1, id_number=2, header_row=len(ROWS)),
        ChosenColumns(name=1, id_number=2, sheet="没有"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(chosen: ChosenColumns) -> None:
    with pytest.raises(RuleError) as caught:
        entries.read(xlsx_of(*ROWS), chosen)
    assert caught.value.code == "file.columns_wrong"


def test_people_on_a_sheet_without_a_header_are_asked_about_beside_an_empty_form() -> None:
    book = workbook_of(["姓名", "身份证号"], title="样表")
    book.create_sheet("人员")
    for row in ROWS:
        book["人员"].append(list(row))
    (shown,) = unclear(workbook_bytes(book)).sheets
    assert shown.sheet == "人员"


def test_the_first_rows_searched_for_a_header_are_many_but_not_all() -> None:
    above = [["说明"]] * limits.HEADER_SEARCH_ROWS
    assert refusal(xlsx_of(*above, ["姓名", "身份证号"], ["王芳", NUMBER])).code == "file.no_header"


def test_headers_are_not_sought_among_people() -> None:
    rows = [(samples.id_number(date(1990, 1, 1), 2 * n), "姓名不详") for n in range(9)]
    assert unclear(xlsx_of(*rows)).sheets[0].columns[0].field == "id_number"
