"""What the page asks about a list: which column is which; and what it remembers over a reload."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot, at_each_size
from tests.browser.test_mending import cell, judged
from tests.browser.test_roster_journey import FLAWED, GOOD, choose, save_workbook

HEADER = ["号", "部门", "谁", "干什么"]


def save_odd(path: Path, header: list[str]) -> Path:
    """A list whose header does not say which column is which."""
    rows = [header, *([each.id_number, "一组", each.name, each.occupation] for each in GOOD)]
    path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    return path


def test_she_says_which_column_is_which_and_is_not_asked_twice(
    page_of: PageOf, shoot: Shoot, folder: Path
) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    asked = page.get_by_role("heading", name="请指出哪一列是哪一项")
    choose(page, save_odd(folder / "名单.csv", HEADER))
    expect(asked).to_be_focused()
    expect(page.get_by_label("A 列是")).to_have_value("id_number")
    expect(page.get_by_label("C 列是")).to_have_value("name")
    expect(page.get_by_label("表头在第几行")).to_have_value("1")
    expect(page.locator("#columns")).not_to_contain_text(GOOD[0].id_number)
    for _ in at_each_size(page):
        shoot(page, "roster-columns")
        assert violations(page) == []

    page.get_by_label("B 列是").select_option("name")
    expect(page.get_by_label("C 列是")).to_have_value("")
    page.get_by_label("B 列是").select_option("")
    page.get_by_role("button", name="就按这样核对").click()
    expect(page.locator("#columns [data-part=fault]")).to_contain_text("哪一列是姓名")
    page.get_by_label("C 列是").select_option("name")
    page.get_by_label("D 列是").select_option("occupation")
    page.get_by_role("button", name="就按这样核对").click()
    expect(page.get_by_role("heading", name="可以提交")).to_be_focused(timeout=30_000)
    expect(page.locator(".report [data-slot=people]").first).to_have_text("12")

    choose(page, save_odd(folder / "下月.csv", HEADER))
    expect(page.locator("#columns [data-part=remembered]")).to_be_visible()
    expect(page.get_by_label("D 列是")).to_have_value("occupation")
    choose(page, save_odd(folder / "别的.csv", ["甲", "乙", "丙", "丁"]))
    expect(page.locator("#columns [data-part=remembered]")).to_be_hidden()
    kept = page.evaluate("localStorage.getItem('roster-columns')")
    assert GOOD[0].name not in kept
    assert GOOD[0].id_number not in kept


@pytest.mark.parametrize("between", [" ", "、", "，", "\t", ", "])
def test_a_short_list_is_typed_without_any_file(page_of: PageOf, between: str) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    page.get_by_text("群里的接龙，或者从 Excel 复制后粘贴").click()
    lines = (between.join((each.name, each.id_number, each.occupation)) for each in GOOD[:3])
    page.get_by_label("名单的内容").fill("\n".join(lines))
    page.get_by_role("button", name="核对粘贴的名单").click()
    expect(page.get_by_role("heading", name="可以提交")).to_be_focused(timeout=30_000)
    expect(page.locator(".report [data-slot=people]").first).to_have_text("3")


def brought(page: Page, folder: Path) -> None:
    page.goto("/roster/")
    choose(page, save_workbook(FLAWED, folder / "名单.xlsx"))
    cell(page, 10, "姓名").fill(GOOD[7].name)
    cell(page, 4, "身份证号").fill(GOOD[1].id_number)
    page.locator(".mend-row[data-row='7']").get_by_label("这一行这次不报").check()
    judged(page, "可参加 8 人，还有 3 处必须改")


def test_what_was_mended_survives_a_reload_but_not_the_id_numbers(
    page_of: PageOf, folder: Path
) -> None:
    page = page_of(DESK)
    brought(page, folder)
    assert GOOD[1].id_number not in page.evaluate("JSON.stringify({...sessionStorage})")
    page.reload()
    judged(page, "改过的身份证号没有记在这台电脑上")
    expect(cell(page, 10, "姓名")).to_have_value(GOOD[7].name)
    expect(cell(page, 4, "身份证号")).to_have_value(FLAWED[1].id_number)
    expect(page.locator(".mend-row[data-row='7']")).to_contain_text("这次不报")
    expect(page.locator(".report [data-slot=people]").first).to_have_text("7")


def test_on_her_own_device_id_numbers_stay_if_she_says_so(page_of: PageOf, folder: Path) -> None:
    page = page_of(DESK)
    brought(page, folder)
    page.get_by_label("这台电脑是我自己的").check()
    page.reload()
    judged(page, "已恢复刷新前的名单和改动。")
    expect(cell(page, 4, "身份证号")).to_have_value(GOOD[1].id_number)
    page.reload()
    expect(cell(page, 4, "身份证号")).to_have_value(GOOD[1].id_number, timeout=30_000)
    page.get_by_label("这台电脑是我自己的").uncheck()
    assert GOOD[1].id_number not in page.evaluate("JSON.stringify({...sessionStorage})")
    assert GOOD[1].id_number not in page.evaluate("JSON.stringify({...localStorage})")
