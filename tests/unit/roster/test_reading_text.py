"""Text as programs and people write it: separators, quotes, line ends, encodings, chats."""

from time import process_time

import pytest

from shared_rules.findings import RuleError
from shared_rules.roster import entries, limits
from shared_rules.roster.sheets import Cell, CellFault
from tests.unit.roster.list_files import FIXTURES, PEOPLE

FIRST, SECOND, THIRD = (person.id_number for person in PEOPLE[:3])
HEADER = "姓名,身份证号,职业\n"
MASKED = f"{FIRST[:6]}********{FIRST[14:]}"
UNCLEAR = CellFault("roster.line_unclear", "")


def people(text: str | bytes) -> list[tuple[int, Cell, Cell, Cell]]:
    found = entries.read(text if isinstance(text, bytes) else text.encode()).people
    return [(e.row, _without_words(e.name), e.id_number, e.occupation) for e in found]


def _without_words(name: Cell) -> Cell:
    return name._replace(shown="") if isinstance(name, CellFault) else name


def refusal(data: bytes) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(RuleError) as caught:
        entries.read(data)
    return caught.value.code, caught.value.params


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
    ("line", "name", "number", "occupation"),
    [
        (f"1. 王芳 {FIRST} 教师", "王芳", FIRST, "教师"),
        (f"1、王芳，{FIRST}，教师", "王芳", FIRST, "教师"),
        (f"（1）王芳：{FIRST}／教师", "王芳", FIRST, "教师"),
        (f"①王芳{FIRST}教师", "王芳", FIRST, "教师"),
        (f"1\ufe0f\u20e3 王芳 {FIRST} 教师", "王芳", FIRST, "教师"),
        (f"1 王芳\t{FIRST}", "王芳", FIRST, ""),
        (f"1王芳 女 {FIRST} 13800000000 教师", "王芳", FIRST, "教师"),
        (f"王芳 {FIRST[:6]} {FIRST[6:14]} {FIRST[14:]} 教师", "王芳",
         f"{FIRST[:6]} {FIRST[6:14]} {FIRST[14:]}", "教师"),
        (f"姓名：王芳 身份证号：{FIRST} 职业：教师", "王芳", FIRST, "教师"),
        (f'"王芳,{FIRST},教师"', "王芳", FIRST, "教师"),
        (f"单位：一中 姓名：王芳 身份证号码{FIRST}，职业：教师", "王芳", FIRST, "教师"),
        (f"2. 王芳 {FIRST[:6]} {FIRST[6:]} 教师", "王芳", f"{FIRST[:6]} {FIRST[6:]}", "教师"),
        (f"12 {FIRST[:4]} {FIRST[4:]} 教师", UNCLEAR, f"{FIRST[:4]} {FIRST[4:]}", "教师"),
        (f"2. {FIRST} 教师", UNCLEAR, FIRST, "教师"),
        (f"2. 王 芳 {FIRST} 教师", "王 芳", FIRST, "教师"),
        (f"2. 古丽·阿依 {FIRST} 教师 已交费", "古丽·阿依", FIRST, "教师"),
        (f"2. Maria Garcia {FIRST} 教师", "Maria Garcia", FIRST, "教师"),
        (f"2. 王芳 {FIRST} 6222020200112233445 教师", "王芳", FIRST, "教师"),
        (f"2. 王芳 {FIRST[:-1]} 教师", "王芳", FIRST[:-1], "教师"),
        (f"2. 王芳 {FIRST[:10]}O{FIRST[11:]} 教师", "王芳", f"{FIRST[:10]}O{FIRST[11:]}", "教师"),
        (f"2. 阿依古丽 买买提 {FIRST} 教师", UNCLEAR, FIRST, "教师"),
        (f"2. 财务科 王芳 {FIRST}", "王芳", FIRST, ""),
        (f"2. 高中部 王芳 {FIRST}", UNCLEAR, FIRST, ""),
        (f"2. {FIRST} 教师 王芳", "王芳", FIRST, "教师"),
        (f"2. {FIRST} 后勤部 王芳", UNCLEAR, FIRST, ""),
        (f"2. 教师 {FIRST} 王芳", "王芳", FIRST, "教师"),
        (f"2. 教师 {FIRST}", UNCLEAR, FIRST, "教师"),
        (f"2. 教师 王芳 {FIRST}", "王芳", FIRST, "教师"),
        (f"2. 王 芳 保育员 {FIRST}", "王 芳", FIRST, "保育员"),
        (f"2. 古丽娜 {FIRST} 高中部", UNCLEAR, FIRST, "高中部"),
        (f"2. 王芳 {FIRST} 高中部", "王芳", FIRST, "高中部"),
        (f"例 王芳 {FIRST} 教师", "王芳", FIRST, "教师"),
        (f"王芳 女 回族 1991年8月8日 34岁 {FIRST} 教师 续保", "王芳", FIRST, "教师"),
        (f"职务：护士，身份证号码：{FIRST}，姓名：王芳，手机号：13800000000",
         "王芳", FIRST, "护士"),
        (f"电话：13800000000 教师 王芳 {FIRST} 是否续保：是", "王芳", FIRST, "教师"),
        (f"姓名：阿依古丽 买买提 身份证：{FIRST}", "阿依古丽 买买提", FIRST, ""),
        (f"王芳身份证号：{FIRST}", "王芳", FIRST, ""),
        (f"姓名 王芳 身份证号 {FIRST} 职业 教师", "王芳", FIRST, "教师"),
        (f"王芳 {FIRST} 职业经理人", "王芳", FIRST, "职业经理人"),
        (f"王芳（护士）{FIRST}", "王芳", FIRST, "护士"),
        (f"王芳老师 {FIRST} 教师", "王芳老师", FIRST, "教师"),
        (f"我是王芳，身份证{FIRST}", "王芳", FIRST, ""),
        (f"本人王芳，身份证号码是{FIRST}，职业是教师", "王芳", FIRST, "教师"),
        (f"王芳的身份证号码：{FIRST}", "王芳", FIRST, ""),
        (f"我的身份证号 {FIRST}，教师", UNCLEAR, FIRST, "教师"),
        (f"王芳，女，汉族，1990年3月出生，身份证号{FIRST}，教师", "王芳", FIRST, "教师"),
        (f"@王芳🌹{FIRST}🌹教师", "王芳", FIRST, "教师"),
        (f"王芳^{FIRST}^教师", "王芳", FIRST, "教师"),
        (f"王芳 {FIRST} 教师 取消", "王芳", FIRST, "教师 取消"),
        (f"王芳 {MASKED} 教师", "王芳", MASKED, "教师"),
        ("王芳 6.49901E+17 教师", "王芳", "6.49901E+17", "教师"),
        ("一中 王芳 教师", UNCLEAR, None, "教师"),
        ("王芳 E12345678 教师", UNCLEAR, None, "教师"),
        (f"2. 王芳 {FIRST} 李娜 {SECOND}", CellFault("roster.line_of_two", ""), FIRST, "李娜"),
        ("2. 王芳", "王芳", None, ""),
        ("2、王芳 教师", "王芳", None, "教师"),
        ("王芳", "王芳", None, ""),
    ],
)  # fmt: skip
def test_a_line_of_a_chat_is_a_person(
    line: str, name: Cell, number: str | None, occupation: str
) -> None:
    text = f"#接龙\n安康保报名，格式：姓名、身份证号、职业\n1. 马兰 {THIRD} 护士\n{line}\n"
    assert people(text)[1:] == [(4, name, number, occupation)]


def test_among_which_words_the_name_is_is_shown_and_never_a_number() -> None:
    text = f"高中部 王芳 {FIRST}\n李娜 13800000000 财务科 {SECOND} {THIRD}\n"
    names = [entry.name for entry in entries.read(text.encode()).people]
    assert names == [
        CellFault("roster.line_unclear", "高中部 王芳"),
        CellFault("roster.line_of_two", ""),
    ]


def test_a_chat_may_give_the_number_first() -> None:
    text = f"1. {FIRST} 王芳\n2. {SECOND} 李娜\n3. {THIRD} 马兰 护士\n"
    assert [entry[1:4] for entry in people(text)] == [
        ("王芳", FIRST, ""),
        ("李娜", SECOND, ""),
        ("马兰", THIRD, "护士"),
    ]


@pytest.mark.parametrize(
    "count",
    ["1、", "１．", "1：", "1-", "1 - ", "(1)", "（1）", "【1】", "1)", "1号 ",
     "第1位 ", "No.1 ", "#1 ", "①", "⑴", "⒈", "❶", "➊", "㈠", "1\ufe0f\u20e3", "一、", "（一）",
     "十一、", "\U0001f51f", "• ", "👉", "- "],
)  # fmt: skip
def test_people_are_counted_in_many_ways(count: str) -> None:
    text = f"{count}王芳 {FIRST} 教师\n{count}李娜 {SECOND} 护士"
    assert people(text) == [(1, "王芳", FIRST, "教师"), (2, "李娜", SECOND, "护士")]


def test_what_no_column_has_is_told_by_its_kind() -> None:
    text = f"王芳 {FIRST} 教师 13800000000 续保\n李娜 女 {SECOND} 微信：abc\n"
    [told] = entries.read(text.encode()).findings
    assert (told.code, told.params["kinds"]) == (
        "roster.words_unread",
        "电话、续保、性别、别的内容",
    )
    assert "13800000000" not in told.message


def test_labels_beside_what_they_name_are_no_header() -> None:
    lines = [f"姓名 王芳 身份证号 {FIRST} 职业 教师", f"姓名 李娜 身份证号 {SECOND} 职业 护士"]
    assert people("\n".join(lines)) == [
        (1, "王芳", FIRST, "教师"),
        (2, "李娜", SECOND, "护士"),
    ]
    assert refusal("\n".join(lines).replace(" ", ",").encode())[0] == "file.no_header"


def test_the_beginning_of_a_chat_is_left_out_and_told() -> None:
    text = f"#接龙\n女职工参保\n例 张三 640101199001011234 教师\n照这样写\n1. 王芳 {FIRST}\n"
    found = entries.read(text.encode())
    assert [entry.row for entry in found.people] == [5]
    assert [row.row for row in found.left_out] == [3]
    assert "640101199001011234" not in found.left_out[0].says
    above = found.findings[0]
    assert (above.code, above.params) == ("roster.lines_above", {"count": 3, "last": 4})


def test_an_example_that_may_be_somebody_is_asked_about() -> None:
    found = entries.read(f"例：王芳 {FIRST} 教师\n按例填写\n1. 李娜 {SECOND}\n".encode())
    assert [(entry.row, entry.name) for entry in found.people] == [(1, "王芳"), (3, "李娜")]
    assert ("roster.row_example", 1) in [(each.code, each.row) for each in found.findings]


def test_a_name_above_the_first_number_is_somebody() -> None:
    found = entries.read(f"#接龙\n王小芳\n1. 李娜 {SECOND}\n".encode())
    assert [(entry.row, entry.name) for entry in found.people] == [(2, "王小芳"), (3, "李娜")]


@pytest.mark.parametrize(
    "line",
    [
        "大家辛苦了，请在今天下班以前接龙，谢谢",
        "截止时间：2026年5月1日",
        "共12人",
        "备注：可以提交",
        "收到",
        "好的，谢谢",
        "收到！",
        "谢谢主席",
        "主席辛苦了",
    ],
)
def test_a_remark_in_a_chat_is_left_out_and_told(line: str) -> None:
    found = entries.read(f"1. 马兰 {THIRD} 护士\n{line}\n2. 王芳 {FIRST} 教师".encode())
    assert [entry.row for entry in found.people] == [1, 3]
    assert [(each.code, each.row) for each in found.findings] == [("roster.row_left_out", 2)]


@pytest.mark.parametrize("line", ["谢谢", "今天下雨", "王芳", "电话 0951-2090080"])
def test_what_may_be_somebody_in_a_chat_is_asked_about(line: str) -> None:
    found = entries.read(f"1. 马兰 {THIRD} 护士\n{line}\n2. 王芳 {FIRST} 教师".encode())
    assert [entry.row for entry in found.people] == [1, 2, 3]
    assert not found.people[1].id_number


@pytest.mark.parametrize(
    "line",
    [
        f"王芳 {MASKED} 教师", "王芳 6.49901E+17 教师", f"王芳 {FIRST[:16]} 教师", "王芳 教师",
        "王芳 13800000000", "王芳 E12345678", "阿依古丽·买买提 教师", "一中 王芳 教师",
        f"王芳 {FIRST[:10]}\n{FIRST[10:]} 教师",
    ],
)  # fmt: skip
def test_who_stands_above_the_first_number_is_not_lost(line: str) -> None:
    found = entries.read(f"#接龙\n{line}\n李娜 {SECOND} 护士\n".encode())
    assert [entry.row for entry in found.people][:1] == [2]
    assert found.left_out == ()


@pytest.mark.parametrize("line", ["王芳 10:12", "李娜 2026/11/28 10:13:33", "祝好！", "谢谢！"])
def test_who_sends_a_message_is_not_in_it(line: str) -> None:
    found = entries.read(f"马兰 {THIRD} 护士\n{line}\n王芳 {FIRST} 教师".encode())
    assert [entry.row for entry in found.people] == [1, 3]


@pytest.mark.parametrize("broken", [1, 6, 10, 17])
def test_a_number_that_the_width_of_a_page_broke_is_whole(broken: int) -> None:
    text = f"王芳 {FIRST[:broken]}\n{FIRST[broken:]} 教师\n李娜 {SECOND} 护士\n"
    assert people(text) == [(1, "王芳", FIRST, "教师"), (3, "李娜", SECOND, "护士")]


def test_who_is_counted_before_the_first_number_is_a_person() -> None:
    text = f"注意：\n1. 请写姓名\n2. 请写号码\n\n1、王芳\n\n2、李娜 教师\n3、马兰 {THIRD}\n"
    assert [entry[:3] for entry in people(text)] == [
        (5, "王芳", None),
        (7, "李娜", None),
        (8, "马兰", THIRD),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (f"1. 王芳\n{FIRST}\n教师\n2. 李娜\n{SECOND}\n护士\n", (1, 4)),
        (
            f"姓名：王芳\n身份证号：{FIRST}\n职业：教师\n姓名：李娜\n身份证：{SECOND}\n职业：护士",
            (1, 4),
        ),
        (f"王芳\n{FIRST}\n教师\n\n李娜\n{SECOND}\n护士\n", (1, 5)),
        (f"王芳\n{FIRST} 教师\n李娜\n{SECOND} 护士\n", (1, 3)),
        (
            f"姓名王芳\n性别女民族汉\n出生1990年3月7日\n住址贺兰县某路1号\n公民身份号码{FIRST}\n教师\n\n"
            f"姓名 李娜\n性别女 民族回\n出生1991年3月7日\n住址贺兰县\n公民身份号码 {SECOND} 护士",
            (1, 8),
        ),
        (f"1\n王芳\n{FIRST}\n教师\n2\n李娜\n{SECOND}\n护士\n", (1, 5)),
        (f"序号\n姓名\n身份证号\n职业\n1\n王芳\n{FIRST}\n教师\n2\n李娜\n{SECOND}\n护士", (5, 9)),
    ],
)
def test_somebody_may_take_several_lines(text: str, rows: tuple[int, int]) -> None:
    first, second = rows
    assert people(text) == [(first, "王芳", FIRST, "教师"), (second, "李娜", SECOND, "护士")]


@pytest.mark.parametrize("text", [f"{FIRST}\n{SECOND}\n", f"古丽娜\n{FIRST}\n阿米娜\n{SECOND}\n"])
def test_a_number_of_which_nobody_knows_whose_it_is_is_refused(text: str) -> None:
    assert refusal(text.encode()) == ("file.no_name_beside", {})


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
