"""A unit's year on its state page, on a phone: who is covered, and next year's list."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from functions.local import samples
from tests.browser.accessibility import violations
from tests.browser.conftest import PHONE, PageOf, Shoot, at_each_size
from tests.browser.desk_pages import see_status, sign_in, submitted
from tests.browser.test_kept_on_device import STORED
from tests.browser.test_mending import cell
from tests.browser.test_roster_journey import consent, receipt_of
from tests.functional.rosters_requests import DAY, PEOPLE, TODAY, UNIT
from tests.functional.staff_requests import accept, acts_on, at
from tests.functional.staff_roster_requests import followed_up


def test_a_unit_sees_who_is_covered_and_takes_the_table_along(
    page_of: PageOf, shoot: Shoot
) -> None:
    kept = submitted("贺兰县在保人员小学")
    assert accept(kept["receipt"], 1).status == 200
    page = page_of(PHONE)
    see_status(page, kept, "已承保")
    page.get_by_text("谁在保、保到哪天").click()
    part = page.locator("#covered-people")
    expect(part).to_contain_text(f"{len(PEOPLE)} 人")
    expect(part.get_by_role("row").nth(1)).to_contain_text("未生效")
    assert not violations(page)
    shoot(page, "status-covered-people")
    with page.expect_download() as download:
        part.get_by_role("button", name="下载在保人员表").click()
    assert download.value.suggested_filename.endswith(".xlsx")


def test_the_desk_finds_somebody_by_her_whole_number(page_of: PageOf, shoot: Shoot) -> None:
    kept = submitted("贺兰县查人小学")
    assert accept(kept["receipt"], 1).status == 200
    followed_up()
    page = page_of(PHONE)
    sign_in(page, "privacy", "#desk=people")
    page.get_by_label("身份证号", exact=True).fill(PEOPLE[0].id_number[:-2])
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page.locator("#person-search .error-summary").first).to_be_focused()
    page.get_by_label("身份证号", exact=True).fill(PEOPLE[0].id_number)
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page.locator("#person-search [data-part=found]")).to_contain_text("贺兰县查人小学")
    make = page.get_by_role("button", name="制作副本（.zip）")
    make.click()
    expect(page.locator("#person-copy .error-summary")).to_be_focused()
    copied = page.locator("#person-copy")
    copied.get_by_label("已经核实是本人").check()
    copied.get_by_label("她怎样申请的").fill("带身份证到柜台")
    with page.expect_download() as copy:
        make.click()
    assert copy.value.suggested_filename == "个人信息副本.zip"
    expect(copied).to_contain_text(f"数据/{kept['receipt']}.json")
    restriction = page.locator("#person-restriction")
    expect(restriction).to_contain_text("现在没有限制处理")
    restriction.get_by_label("已经核实是本人").check()
    restriction.get_by_label("她怎样申请的").fill("带身份证到柜台")
    restriction.get_by_role("button", name="限制处理").click()
    expect(restriction.get_by_role("button", name="解除限制处理")).to_be_visible()
    standing = page.locator("#person-search [data-part=restricted]")
    standing.get_by_text("正在限制处理的：1 人").click()
    expect(standing.get_by_role("listitem")).to_contain_text("办的：带身份证到柜台。到")
    restriction.get_by_label("已经核实是本人").check()
    restriction.get_by_label("她怎样申请的").fill("打过电话，她还要。")
    restriction.get_by_role("button", name="核对过，继续限制").click()
    expect(standing.get_by_role("listitem")).to_contain_text("核对过，继续限制：打过电话，她还要。")
    expect(page.locator("#person-search [data-part=remarks]")).to_contain_text("只保存")
    page.get_by_role("button", name="查看能删什么").click()
    stays = page.locator("#person-erasure [data-part=stays]")
    expect(stays).to_contain_text(kept["receipt"])
    expect(page.locator("#person-erasure")).to_contain_text("现在没有能删的")
    expect(page.get_by_role("button", name="提出删除")).to_be_hidden()
    clerks = page.locator("#person-contacts")
    clerks.get_by_label("电话", exact=True).fill(UNIT["phone"])
    clerks.get_by_label("已经核实是本人").check()
    clerks.get_by_role("button", name="按电话查询").click()
    expect(clerks.locator("[data-part=sheet]")).to_contain_text(f"{kept['receipt']}，经办人")
    assert PEOPLE[0].id_number not in page.url
    assert not violations(page)
    shoot(page, "desk-person-search")


def nearly_over(name: str) -> dict[str, Any]:
    """A list whose cover ends within some weeks."""
    with pytest.MonkeyPatch.context() as patch:
        issued = TODAY - 320 * DAY
        at(patch, issued)
        kept = submitted(name)
        assert accept(kept["receipt"], 1, **acts_on(issued)).status == 200
    return kept


def test_a_unit_takes_next_years_list_along_when_it_is_time(page_of: PageOf, shoot: Shoot) -> None:
    kept = nearly_over("贺兰县续保小学")
    page = page_of(PHONE)
    see_status(page, kept, "已承保")
    part = page.locator("#next-year")
    expect(part).to_contain_text("现在可以办续保")
    with page.expect_download() as calendar:
        part.get_by_role("button", name="把日子存到日历").click()
    assert calendar.value.suggested_filename.endswith(".ics")
    with page.expect_download() as download:
        part.get_by_role("button", name="下载下一年的名单").click()
    assert download.value.suggested_filename.endswith("续保名单.xlsx")
    expect(part).to_contain_text(f"{len(PEOPLE)} 人")
    assert not violations(page)
    shoot(page, "status-next-year")


def test_a_unit_renews_without_typing_anything_again(
    page_of: PageOf, shoot_each_size: Shoot
) -> None:
    kept = nearly_over("贺兰县照旧续保小学")
    page = page_of(PHONE)
    see_status(page, kept, "已承保")
    page.locator("#next-year").get_by_role("link", name="续保", exact=True).click()
    opened = page.get_by_role("heading", name="贺兰县照旧续保小学")
    expect(opened).to_be_focused(timeout=30_000)
    expect(page.get_by_role("heading", name="名单没有问题，可以提交")).to_be_visible()
    expect(page.get_by_label("单位名称")).to_have_value("贺兰县照旧续保小学")
    expect(page.locator("#unit-old-last-day")).to_be_hidden()
    for _ in at_each_size(page):
        assert not violations(page)
    shoot_each_size(page, "roster-renewing")

    change(page)
    page.reload()
    expect(page.locator("#mending [data-part=said]")).to_contain_text(
        "身份证号没有记在这台电脑上", timeout=30_000
    )
    stored = page.evaluate(STORED)
    assert kept["access_code"] not in page.url
    assert not [each for each in PEOPLE if each.id_number in stored or each.id_number in page.url]
    cell(page, ADDED, "身份证号").fill(NEW.id_number)
    cell(page, ADDED, "身份证号").press("Enter")
    expect(page.locator(".report [data-slot=people]").first).to_have_text(str(len(PEOPLE)))
    compare(page)
    shoot_each_size(page, "roster-renewing-changed")

    consent(page)
    page.get_by_role("button", name="提交续保名单").click()
    receipt, _ = receipt_of(page)
    page.goto(f"/roster/?renew={kept['receipt']}")
    expect(page.locator("#renewing")).to_contain_text("不用再交一次", timeout=30_000)
    expect(page.locator("#renewing").get_by_role("link", name=receipt)).to_be_visible()
    expect(page.locator("#roster-form")).to_be_hidden()
    shoot_each_size(page, "roster-renewed")
    see_status(page, kept, "已承保")
    expect(page.locator("#next-year").get_by_role("link", name=receipt)).to_be_visible()
    expect(page.locator("#next-year").get_by_role("link", name="续保", exact=True)).to_be_hidden()


ADDED = len(PEOPLE) + 1
NEW = samples.people(len(PEOPLE) + 5, seed=23, today=TODAY)[-1]


def change(page: Page) -> None:
    """One has another name, one is left out, one is new."""
    finder = page.locator("#mending [data-part=finder]")
    finder.get_by_role("button", name="改第 1 行").click()
    cell(page, 1, "姓名").fill("马小燕")
    finder.get_by_role("button", name=f"不报第 2 行 {PEOPLE[1].name}").click()
    page.get_by_role("button", name="加一个人").click()
    expect(cell(page, ADDED, "姓名")).to_be_focused(timeout=30_000)
    cell(page, ADDED, "姓名").fill(NEW.name)
    cell(page, ADDED, "身份证号").fill(NEW.id_number)
    cell(page, ADDED, "身份证号").press("Enter")
    expect(page.locator("#mending [data-part=said]")).to_contain_text(
        f"可参加 {len(PEOPLE)} 人", timeout=30_000
    )


def compare(page: Page) -> None:
    """Last year's list is known: nothing is asked."""
    page.get_by_text("和去年的名单比一比").click()
    expect(page.locator("#last-day")).to_be_hidden()
    page.get_by_role("button", name="比一比").click()
    expect(page.get_by_role("heading", name="和去年比对的结果")).to_be_focused(timeout=30_000)
    result = page.locator(".comparison")
    expect(result).to_contain_text(f"姓名变了：{PEOPLE[0].name} → 马小燕")
    expect(result).to_contain_text("新增 1 人，退出 1 人，续保")
