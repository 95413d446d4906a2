"""People in a chat: a line or some lines each, counted, with words before and between them."""

import pytest

from shared_rules.roster import entries
from shared_rules.roster.sheets import Cell, CellFault
from tests.unit.roster.list_texts import FIRST, SECOND, THIRD, UNCLEAR, people, refusal

MASKED = f"{FIRST[:6]}********{FIRST[14:]}"


@pytest.mark.parametrize(
    ("line", "name", "number", "occupation"),
    [
        (f"1. 王芳 {FIRST} 教师", "王芳", FIRST, "教师"),
        (f"1、王芳，{FIRST}，教师", "王芳", FIRST, "教师"),
        (f"（1）王芳：{FIRST}／教师", "王芳", FIRST, "教师"),
        (f"①王芳{FIRST}教师", "王芳", FIRST, "教师"),
        (f"1\ufe0f\u20e3 王芳 {FIRST} 教师", "王芳", FIRST, "教师"),
        (f"1 王芳\t{FIRST}", "王芳", FIRST, ""),
        (f"1王芳 女 40 {FIRST} 教师", "王芳", FIRST, "教师"),
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
        "[图片]",
        "[语音]",
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
        (
            f"1. 小芳妈妈\n姓名：王芳\n身份证号：{FIRST}\n职业：教师\n\n"
            f"2. 李娜\n姓名：李娜\n身份证号：{SECOND}\n职业：护士",
            (1, 6),
        ),
        (f"序号\n姓名\n身份证号\n职业\n1\n王芳\n{FIRST}\n教师\n2\n李娜\n{SECOND}\n护士", (5, 9)),
    ],
)
def test_somebody_may_take_several_lines(text: str, rows: tuple[int, int]) -> None:
    first, second = rows
    assert people(text) == [(first, "王芳", FIRST, "教师"), (second, "李娜", SECOND, "护士")]


def test_who_is_counted_above_somebody_else_is_no_sender() -> None:
    text = f"1. 赵敏\n姓名：王芳\n身份证号：{FIRST}\n姓名：李娜\n身份证号：{SECOND}"
    assert people(text) == [
        (1, "赵敏", None, ""), (2, "王芳", FIRST, ""), (4, "李娜", SECOND, "")
    ]  # fmt: skip


@pytest.mark.parametrize("text", [f"{FIRST}\n{SECOND}\n", f"古丽娜\n{FIRST}\n阿米娜\n{SECOND}\n"])
def test_a_number_of_which_nobody_knows_whose_it_is_is_refused(text: str) -> None:
    assert refusal(text.encode()) == ("file.no_name_beside", {})
