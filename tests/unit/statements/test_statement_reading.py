"""Statements of several banks, and files that are none."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import pytest

from shared_rules.findings import RuleError
from shared_rules.statements import reading
from shared_rules.statements.columns import meaning
from shared_rules.statements.lines import Line, Statement
from shared_rules.statements.reading import read
from tests.unit.roster.list_files import xlsx_of

A: Final = "AK-2026-7F3K9Q"
DAY: Final = date(2026, 3, 5)
SCHOOL: Final = "示例小学"
ACCOUNT: Final = "6217000000000001"
OURS: Final = "2902000000000000001"
SIMPLE: Final = ("交易日期", "收入金额", "对方户名", "附言")
Rows = Sequence[Sequence[Any]]


def csv_of(*rows: Sequence[Any], encoding: str = "gb18030") -> bytes:
    target = io.StringIO()
    csv.writer(target).writerows(rows)
    return target.getvalue().encode(encoding)


def of_simple(*rows: Sequence[Any]) -> Statement:
    return read(xlsx_of(SIMPLE, *rows))


def code_of(data: bytes) -> str:
    with pytest.raises(RuleError) as refused:
        read(data)
    assert refused.value.finding().message
    return refused.value.code


# What each bank writes above its lines, its header, and the same two transfers.
BANKS: Final[dict[str, Rows]] = {
    "工行": [
        ("账号：", OURS, "户名：", "示例公司"),
        ("凭证号", "本方账号", "对方账号", "交易时间", "借/贷", "借方发生额", "贷方发生额",
         "对方行号", "摘要", "用途", "对方单位名称", "余额", "个性化信息"),
        ("0", OURS, ACCOUNT, "2026-03-05 10:21:33", "贷", "", "3,600.00",
         "102", "安康保", A, SCHOOL, "13,600.00", ""),
        ("0", OURS, ACCOUNT, "2026-03-05 11:00:00", "借", "100.50", "",
         "102", "退款", A, SCHOOL, "13,499.50", ""),
    ],
    "建行": [
        ("账户名称", "交易时间", "借方发生额（支取）", "贷方发生额（收入）", "余额",  "对方户名",
         "对方账号", "对方开户机构", "记账日期", "摘要", "备注", "账户明细编号-交易流水号"),
        ("示例公司", "20260305 10:21:33", 0, 3600, 13600, SCHOOL, ACCOUNT,
         "示例支行", "20260305", "安康保", A, "1-0815"),
        ("示例公司", "20260305 11:00:00", 100.5, 0, 13499.5, SCHOOL, ACCOUNT,
         "示例支行", "20260305", "退款", A, "1-0816"),
    ],
    "农行": [
        ("交易时间", "收入金额（元）", "支出金额（元）", "账户余额", "对方账号", "对方户名",
         "交易类型", "交易用途", "交易摘要"),
        ("2026/03/05 10:21", "￥3600.00", "", "13600", ACCOUNT, SCHOOL, "转账", A, "安康保"),
        ("2026/03/05 11:00", "", "100.5", "13499.5", ACCOUNT, SCHOOL, "转账", A, "退款"),
    ],
    "宁夏银行": [
        ("交易日期", "借贷标志", "交易金额", "余额", "对方帐号", "对方名称", "附言", "摘要",
         "交易流水号"),
        ("2026年3月5日", "贷", "3600.00", "13600", ACCOUNT, SCHOOL, A, "安康保", "0815"),
        ("2026年3月5日", "借", "100.50", "13499.5", ACCOUNT, SCHOOL, A, "退款", "0816"),
    ],
    "one column with a sign": [
        ("日期", "金额", "付款人", "付款人账号", "备注"),
        ("2026-03-05", "+3,600.00", SCHOOL, ACCOUNT, f"{A} 安康保"),
        ("2026-03-05", "-100.50", SCHOOL, ACCOUNT, f"{A} 退款"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", BANKS.values(), ids=BANKS)
@pytest.mark.parametrize("file_of", [xlsx_of, csv_of], ids=["xlsx", "csv"])
def test_the_statement_of_a_bank_is_read(rows: Rows, file_of: Callable[..., bytes]) -> None:
    found = read(file_of(*rows))
    assert found.findings == ()
    came, went = found.lines
    assert (came.day, came.amount, came.is_out) == (DAY, Decimal(3600), False)
    assert (went.day, went.amount, went.is_out) == (DAY, Decimal("100.50"), True)
    for line in (came, went):
        assert (line.payer, line.account) == (SCHOOL, ACCOUNT)
        assert A in line.note
    assert came.row == len(rows) - 1
    assert came.identity != went.identity


def test_the_same_line_is_the_same_in_another_file() -> None:
    rows = BANKS["宁夏银行"]
    one, other = read(xlsx_of(*rows)), read(csv_of(("某行账户明细",), *rows, encoding="utf-8-sig"))
    assert [each.identity for each in one.lines] == [each.identity for each in other.lines]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("贷方发生额/元（收入）", "income"),
        ("收入", "income"),
        ("借方金额", "outgo"),
        ("金额(元)", "amount"),
        ("收/支", "direction"),
        ("借贷方向", "direction"),
        ("对方账户名称", "payer"),
        ("对方账户", "account"),
        ("付款人名称", "payer"),
        ("摘要/附言", "note"),
        ("客户附言", "note"),
        ("入账时间", "day"),
        ("本次余额", "balance"),
        ("本方账号", None),
        ("交易类型", None),
        ("收款人名称", None),
        ("对方开户行", None),
        ("姓名", None),
        (3600.0, None),
    ],
)
def test_a_header_is_known_by_what_it_means(header: Any, field: str | None) -> None:
    found = meaning(header)
    assert (found[0] if found else None) == field


@pytest.mark.parametrize(
    "cell",
    [
        "2026-03-05",
        "20260305",
        "20260305102133",
        "2026.3.5 9:05",
        datetime(2026, 3, 5, 9),  # noqa: DTZ001 - a spreadsheet knows no zones
    ],
)
def test_a_day_is_read_however_the_bank_writes_it(cell: Any) -> None:
    [line] = of_simple((cell, 300, SCHOOL, A)).lines
    assert line.day == DAY


@pytest.mark.parametrize(
    ("cell", "amount"),
    [(300, "300"), (300.5, "300.50"), ("３００元", "300"), ("'1,300.00", "1300"), ("0.01", "0.01")],
)
def test_an_amount_is_read_to_the_fen(cell: Any, amount: str) -> None:
    [line] = of_simple((DAY, cell, SCHOOL, A)).lines
    assert line.amount == Decimal(amount)


@pytest.mark.parametrize(
    ("day", "amount", "code"),
    [
        ("2026-03-05", "三千六百", "statement.amount"),
        ("2026-03-05", "3600.005", "statement.amount"),
        ("2026-03-05", 3600.005, "statement.amount"),
        ("2026-13-05", "3600", "statement.day"),
        ("5月3日", "3600", "statement.day"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_row(day: Any, amount: Any, code: str) -> None:
    found = of_simple((day, amount, SCHOOL, A), (DAY, 300, SCHOOL, A))
    assert [(each.code, each.row) for each in found.findings] == [(code, 2)]
    assert [each.row for each in found.lines] == [3]
    assert SCHOOL not in found.findings[0].model_dump_json()


def test_a_direction_that_is_neither_is_told() -> None:
    header = ("交易日期", "借贷标志", "金额", "附言")
    found = read(xlsx_of(header, (DAY, "冲", 300, A), (DAY, "C", 300, A), (DAY, "D", 300, A)))
    assert [each.code for each in found.findings] == ["statement.direction"]
    assert [each.is_out for each in found.lines] == [False, True]


def test_sums_blank_rows_and_remarks_are_no_lines() -> None:
    found = of_simple(
        (DAY, 300, SCHOOL, A),
        (),
        ("合计", 300, "", ""),
        ("", 300, "", ""),
        (DAY, "", SCHOOL, A),
        (DAY, "0.00", SCHOOL, A),
        ("共 1 笔", "", "", ""),
    )
    assert [each.row for each in found.lines] == [2]
    assert found.findings == ()


def test_a_serial_of_noughts_is_none() -> None:
    header = ("交易日期", "金额", "附言", "流水号")
    found = read(xlsx_of(header, (DAY, 300, A, "0000"), (DAY, 300, A, "0815")))
    assert [each.serial for each in found.lines] == ["", "0815"]


# ---- what is no statement ----


def test_a_roster_is_no_statement() -> None:
    data = xlsx_of(("序号", "姓名", "身份证号", "职业"), (1, "王芳", "x", "教师"))
    assert code_of(data) == "statement.no_header"


@pytest.mark.parametrize("missing", range(2))
def test_a_column_that_is_needed_is_named(missing: int) -> None:
    header = [each for place, each in enumerate(SIMPLE) if place != missing]
    with pytest.raises(RuleError) as refused:
        read(xlsx_of(header, (DAY, 300, A)))
    assert refused.value.params == {"missing": SIMPLE[missing]}


def test_files_that_are_none_are_refused_with_a_sentence() -> None:
    assert code_of(xlsx_of(SIMPLE)) == "statement.no_lines"
    assert code_of(xlsx_of()) == "file.no_text"
    assert code_of(b"%PDF-1.7\n") == "file.pdf"
    assert code_of(b"\x89PNG\r\n\x1a\n" + bytes(40)) == "file.image"


@pytest.mark.parametrize(("count", "is_read"), [(3, True), (4, False)])
def test_a_statement_has_so_many_lines_and_no_more(
    monkeypatch: pytest.MonkeyPatch, count: int, is_read: bool
) -> None:
    monkeypatch.setattr(reading, "MAX_LINES", 3)
    data = csv_of(SIMPLE, *(("2026-03-05", 300, SCHOOL, A) for _ in range(count)))
    if is_read:
        assert len(read(data).lines) == count
    else:
        assert code_of(data) == "statement.too_many_lines"


def test_a_line_is_written_and_read_again() -> None:
    [line] = of_simple((DAY, 300.5, SCHOOL, A)).lines
    assert Line.model_validate_json(line.model_dump_json()) == line
