"""What the roster page keeps on this device: the unit's answers, then receipt and access code."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot, at_each_size
from tests.browser.test_roster_journey import (
    GOOD,
    UNIT,
    choose,
    consent,
    fill_unit,
    receipt_of,
    save_workbook,
    submit,
)

STORED = "Object.values(localStorage).concat(Object.values(sessionStorage)).join()"
FULL = """Storage.prototype.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
};"""


def hand_in(page: Page, folder: Path) -> tuple[str, str]:
    page.goto("/roster/")
    fill_unit(page)
    choose(page, save_workbook(GOOD, folder / "名单.xlsx"))
    consent(page)
    submit(page)
    return receipt_of(page)


def test_receipt_and_code_are_shown_on_this_device_until_it_is_cleared(
    page_of: PageOf, shoot: Shoot, folder: Path
) -> None:
    page = page_of(PHONE)
    receipt, code = hand_in(page, folder)
    expect(page.locator("#kept-here")).to_contain_text("已经记下")
    page.get_by_role("button", name="存成图片").click()
    picture = page.get_by_role("img", name=f"回执的图片：{receipt}")
    expect(picture).to_be_visible()
    assert picture.evaluate("async it => { await it.decode(); return it.naturalWidth; }") == 720
    # The code that leads to its state stands below all lines.
    assert picture.evaluate("it => it.naturalHeight") > 880
    for _ in at_each_size(page):
        shoot(page, "receipt-picture")
    stored = page.evaluate(STORED)
    assert not [each for each in GOOD if each.id_number in stored]
    context = page.context
    page.close()
    page = context.new_page()
    for address in ("/", "/roster/", "/status/"):
        page.goto(address)
        here = page.locator("#submitted-here")
        expect(here).to_contain_text("这台设备上有提交过的材料")
        # Who opens a shared computer sees no code until she asks for it.
        for said in (receipt, code, UNIT):
            expect(here.get_by_text(said)).to_be_hidden()
        here.get_by_text("查看").click()
        for said in (receipt, code, UNIT):
            expect(here.get_by_text(said).first).to_be_visible()
        for _ in at_each_size(page):
            assert not violations(page)
            shoot(page, f"kept{address.replace('/', '-')}".rstrip("-"))
    page.locator("#submitted-here").get_by_role("link", name=receipt).click()
    expect(page.get_by_role("heading", name="已收到")).to_be_visible(timeout=30_000)
    assert code not in page.url
    other = context.new_page()
    other.goto("/")
    page.locator("#submitted-here").get_by_text("查看").click()
    page.get_by_role("button", name="从这台设备上清除").click()
    expect(page.locator("#submitted-here")).to_be_hidden()
    expect(other.locator("#submitted-here")).to_be_hidden()
    assert code not in other.evaluate("Object.values(localStorage).join()")
    assert code not in page.evaluate(STORED)


def test_a_list_that_was_submitted_from_this_device_is_known_when_it_comes_again(
    page_of: PageOf, shoot: Shoot, folder: Path
) -> None:
    page = page_of(PHONE)
    receipt, _ = hand_in(page, folder)
    page.goto("/roster/")
    choose(page, save_workbook([*reversed(GOOD)], folder / "又一次.xlsx"))
    told = page.locator("[data-part=submitted-before]")
    expect(told).to_contain_text("这份名单已经交过")
    expect(told).to_contain_text(UNIT)
    expect(told.get_by_role("link", name=receipt)).to_have_attribute(
        "href", re.compile(rf"/status/\?receipt={receipt}$")
    )
    for _ in at_each_size(page):
        assert not violations(page)
        shoot(page, "roster-submitted-before")
    choose(page, save_workbook(GOOD[1:], folder / "少一人.xlsx"))
    expect(told).to_be_hidden()
    fill_unit(page)
    page.get_by_label("单位名称").click()
    expect(told).to_contain_text(f"现在这一份 {len(GOOD) - 1} 人，少 1 人", timeout=30_000)
    page.get_by_label("单位名称").fill("贺兰县另一小学")
    page.get_by_label("经办人电话").click()
    expect(told).to_be_hidden(timeout=30_000)


def test_the_form_is_there_again_in_another_tab_and_can_be_emptied(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    fill_unit(page)
    context = page.context
    page.close()
    page = context.new_page()
    page.goto("/roster/")
    expect(page.get_by_label("单位名称")).to_have_value(UNIT)
    expect(page.get_by_label("经办人电话")).to_have_value("0951-2090080")
    page.get_by_role("button", name="清空").click()
    expect(page.get_by_label("单位名称")).to_have_value("")
    page.reload()
    expect(page.get_by_label("单位名称")).to_have_value("")


def test_leaving_a_checked_list_is_asked_about_and_a_submitted_one_not(
    page_of: PageOf, folder: Path
) -> None:
    page = page_of(DESK, alone=True)
    asked: list[str] = []

    def answer(dialog: object) -> None:
        asked.append(dialog.type)  # type: ignore[attr-defined]
        dialog.accept()  # type: ignore[attr-defined]

    page.on("dialog", answer)
    page.goto("/roster/")
    fill_unit(page)
    page.goto("/")
    assert asked == []
    page.goto("/roster/")
    choose(page, save_workbook(GOOD, folder / "名单.xlsx"))
    page.get_by_label("单位名称").click()
    page.goto("/")
    assert asked == ["beforeunload"]
    hand_in(page, folder)
    asked.clear()
    page.goto("/")
    assert asked == []


def test_a_browser_that_keeps_nothing_says_so_and_loses_nothing(
    page_of: PageOf, folder: Path
) -> None:
    page = page_of(PHONE, alone=True)
    page.add_init_script(FULL)
    receipt, _ = hand_in(page, folder)
    expect(page.locator("#kept-here")).to_contain_text("存不下")
    expect(page.locator("#clear-kept")).to_be_hidden()
    expect(page.locator("#receipt")).to_contain_text(receipt)
