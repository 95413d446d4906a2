"""Who does not take part stays in her row of many lists, and is asked about."""

from datetime import date

import pytest

from functions.local import samples
from shared_rules.roster.listing import Listing
from shared_rules.roster.people import read
from shared_rules.roster.sheets import Cell, Row, Sheet
from tests.unit.roster.list_files import HEADER
from tests.unit.roster.list_rows import LI, WANG, people


@pytest.mark.parametrize(
    ("header", "said", "asked"),
    [
        ("备注", "不参加", True),
        ("备注", "自愿放弃", True),
        ("备注", "已离职", True),
        ("人员状态", "死亡", True),
        ("参保状态", "暂停参保", True),
        ("备注", "退休", False),
        ("备注", "续保", False),
        ("备注", "否", False),
        ("是否参保", "否", True),
        ("是否参保", "是", False),
        ("参加安康保", "×", True),
        ("参加安康保", "√", False),
        ("是否参加医保", "否", False),
        ("是否续保", "否", False),
        ("备注", "不保", True),
        ("备注", "家属不同意", True),
        ("备注", "不用报", True),
        ("备注", "不孕不育科", False),
        ("是否愿意参加", "不愿意", True),
        ("是否愿意参加", "愿意", False),
        ("参保情况", "未参保", True),
        ("不参保", "√", True),
        ("不参保", "", False),
        ("是否在职", "否", True),
        ("是否在职", "是", False),
        *(("离职日期", said, True) for said in ("2026-05-01", date(2026, 5, 1), 20260501.0)),
        *(("离职日期", said, False) for said in ("", "无", "/", "—", 0.0, "1900-1-0")),
        ("离职日期", date(1899, 12, 31), False),
        ("离职原因", "个人原因", True),
        ("是否离职", "是", True),
        ("是否离职", "否", False),
        ("死亡时间", "2025.3", True),
        ("预计离职日期", "2026-05-01", False),
        *(("离职日期", said, False) for said in ("9999-12-31", date(9999, 12, 31), "2999/12/31")),
        *(("离职时间", said, False) for said in ("长期", "至今")),
        ("参保人婚姻状况", "未婚", False),
        ("参保人既往病史", "无", False),
        ("参保人备注", "无", False),
        ("投保人电话", "无", False),
        ("参加两癌筛查", "否", False),
        ("参保险种", "无", False),
        ("参保类型", "不限", False),
        ("是否参加", "没意见", False),
        ("参保意愿", "无", True),
        ("参加特殊疾病互助", "否", True),
        ("", "放弃", True),
        ("人员状态", "离岗", True),
        ("状态", "无效", True),
        ("是否在岗", "否", True),
        ("是否在岗", "是", False),
        ("是否参保", False, True),
        ("是否参保", True, False),
        ("参保人数", 0.0, True),
        ("是否参保", "☐", True),
        ("增减", "减", True),
        ("增减", "增", False),
        ("变动类型", "退出", True),
        ("变动原因", "减轻负担", False),
        ("操作", "删", True),
        *(
            ("备注", said, True)
            for said in ("2025.12离职", "于2025年12月辞职", "2025年去世", "上月已离职")
        ),
        ("备注", "本人不愿意参加，请不要报", True),
        ("备注", "愿意参加，请尽快报", False),
        ("参加方式", "参加、不参加", False),
        *(("审批结果", said, True) for said in ("拒绝", "已撤销", "驳回", "未通过")),
        *(("订单状态", said, True) for said in ("已退款", "待支付", "支付失败")),
        *(("订单状态", said, False) for said in ("已支付", "支付成功")),
        (None, None, False),
    ],
)
def test_who_does_not_take_part_is_asked_about(header: str | None, said: Cell, asked: bool) -> None:
    found = people([*WANG, None if asked else said], [*LI, said], header=[*HEADER, header])
    told = [("roster.row_opts_out", "warning", 3, "E3")] if asked else []
    assert [(each.code, each.severity, each.row, each.cell) for each in found.findings] == told
    assert len(found.entries) == 2


@pytest.mark.parametrize("header", ["缴费情况", "保费（元）", "交费", "是否缴费", "份数", "金额"])
@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ([100.0, 0.0, 100.0], [3]),
        (["100元", "100元", None], [4]),
        (["100元", "¥0.00元", "100元"], [3]),
        (["已交", "未交", "已缴费"], [3]),
        (["是", "否", "是"], [3]),
        (["√", "√", ""], [4]),
        ([1.0, 1.0, 2.0], []),
        ([100.0, None, None], []),
        (["未交", "未交", "已交"], []),
        ([None, None, None], []),
    ],
)
def test_who_has_not_paid_where_most_have_is_asked_about(
    header: str, said: list[Cell], asked: list[int]
) -> None:
    assert _asked_under(header, said) == asked


@pytest.mark.parametrize("header", ["医保缴费", "缴费基数", "工资金额", "社保费"])
def test_other_payments_say_nothing(header: str) -> None:
    assert _asked_under(header, [100.0, 100.0, 0.0]) == []


@pytest.mark.parametrize("header", ["选择", "勾选", "打√"])
def test_who_is_not_chosen_where_others_are_is_asked_about(header: str) -> None:
    assert _asked_under(header, ["✔", None, "✔"]) == [3]


def test_half_of_a_column_that_is_ticked_says_nothing_of_who_is_not() -> None:
    assert _asked_under("参加打√", ["√", "否", None]) == [3]
    assert _asked_under("缴费", ["已交", None, ""]) == []
    assert people([*WANG, "已交"], [*LI, None], header=[*HEADER, "缴费"]).findings == []


def test_the_first_column_is_looked_at_and_a_list_without_rows_asks_nothing() -> None:
    header = ["备注", "姓名", "身份证号"]
    found = people(["已离职", *WANG[1:3]], header=header)
    assert [(each.code, each.cell) for each in found.findings] == [("roster.row_opts_out", "A2")]
    assert people(header=header).findings == []


def _asked_under(header: str, said: list[Cell]) -> list[int | None]:
    third: Row = [3, "赵敏", samples.id_number(date(1990, 1, 3), 6), "工人"]
    rows: list[Row] = [[*row, cell] for row, cell in zip((WANG, LI, third), said, strict=True)]
    found = people(*rows, header=[*HEADER, header])
    return [each.row for each in found.findings if each.code == "roster.row_opts_out"]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (["√", None, "√"], [3]),
        (["是", "是", " "], [4]),
        ([1.0, "", 1.0], [3]),
        (["√", "否", None], [3]),
        (["√", "√", "×"], [4]),
        ([None, None, None], []),
        (["√", "√", "√"], []),
        (["2027-01-01", None, None], []),
    ],
)
def test_who_is_not_ticked_where_others_are_is_asked_about(
    said: list[Cell], asked: list[int]
) -> None:
    third: Row = [3, "赵敏", samples.id_number(date(1990, 1, 3), 6), "工人"]
    rows: list[Row] = [[*row, cell] for row, cell in zip((WANG, LI, third), said, strict=True)]
    found = people(*rows, ["合计", None, None, None, "2人"], header=[*HEADER, "参加打√"])
    told = [each.row for each in found.findings if each.code == "roster.row_opts_out"]
    assert (told, len(found.entries)) == (asked, 3)


@pytest.mark.parametrize(
    ("header", "said", "shown"),
    [
        ("备注", " 已离职 ", "已离职"),
        ("离职原因", "去" * 35, "离职原因：" + "去" * 35),
        ("离职原因", "去" * 36, "离职原因：" + "去" * 35),
        ("是否参保", " 否 ", "是否参保：否"),
        ("离职日期", 20260501.0, "离职日期：20260501"),
        ("参加打√", None, "参加打√：（空白）"),
    ],
)
def test_the_question_shows_what_her_cell_says_and_where(
    header: str, said: Cell, shown: str
) -> None:
    third: Row = [3, "赵敏", samples.id_number(date(1990, 1, 3), 6), "工人"]
    others = ["√", "√"] if "√" in header else ["", ""]
    rows = [[*row, cell] for row, cell in zip((WANG, LI, third), [*others, said], strict=True)]
    found = read(Listing.of(Sheet("名单", [[*HEADER, header], *rows])))
    (asked,) = found.findings
    assert (asked.params["text"], asked.sheet, asked.cell) == (shown, "名单", "E4")


def test_who_is_crossed_out_in_the_column_of_numbers_is_asked_about() -> None:
    found = people(WANG, ["作废", *LI[1:]])
    assert [(each.code, each.cell) for each in found.findings] == [("roster.row_opts_out", "A3")]
