"""Rows pasted into the page, a column with one mistake, and last year's list beside this year's."""

import re
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from functions.local import samples
from tests.browser.accessibility import tab_to, violations
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.browser.test_roster_journey import (
    TODAY,
    choose,
    consent,
    fill_unit,
    receipt_of,
    save_workbook,
    slot,
    submit,
)

PEOPLE = samples.people(14, seed=17, today=TODAY)
LAST, THIS = PEOPLE[:12], PEOPLE[2:]


def copied(people: list[samples.Person]) -> str:
    return samples.csv_text(people).replace(",", "\t")


def paste(page: Page, text: str) -> None:
    page.locator("#pasted").fill(text)
    page.get_by_role("button", name="核对粘贴的名单").click()


def open_renewal(page: Page, people: list[samples.Person]) -> None:
    page.goto("/roster/")
    page.get_by_text("复制后粘贴").click()
    paste(page, copied(people))
    expect(page.get_by_role("heading", name="可以提交")).to_be_focused()
    page.get_by_text("和去年的名单比一比").click()


def compared(page: Page, last_day: date) -> None:
    page.get_by_label("去年保险的最后一天").fill(last_day.isoformat())
    page.get_by_role("button", name="比一比").click()
    expect(page.get_by_role("heading", name="和去年比对的结果")).to_be_focused(timeout=30_000)


def test_pasted_rows_are_checked_mended_and_submitted(
    page_of: PageOf, shoot_each_size: Shoot
) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    fill_unit(page)
    page.get_by_text("复制后粘贴").click()
    page.get_by_role("button", name="核对粘贴的名单").click()
    expect(page.locator("#error-summary")).to_contain_text("请先把名单粘贴到框里")

    paste(page, "今天天气很好")
    expect(page.locator("#error-summary")).to_contain_text("没有找到表头")

    paste(page, copied(samples.flawed(PEOPLE, today=TODAY)))
    expect(page.locator(".findings").first).to_contain_text("C3")
    page.get_by_role("button", name="改好后").click()
    expect(page.locator("#pasted")).to_be_focused()
    shoot_each_size(page, "roster-pasted")

    page.locator("#pasted").press("Control+End")
    page.locator("#pasted").press("Enter")
    expect(page.locator(".report")).to_be_hidden()
    consent(page)
    submit(page)
    expect(page.locator("#error-summary")).to_contain_text("还没有核对过的名单")

    paste(page, copied(PEOPLE))
    expect(page.get_by_role("heading", name="可以提交")).to_be_focused()
    submit(page)
    receipt_of(page)
    assert slot(page, "people") == "14"


def test_a_file_chosen_after_pasting_takes_its_place(page_of: PageOf, folder: Path) -> None:
    page = page_of(DESK)
    page.goto("/roster/")
    page.get_by_text("复制后粘贴").click()
    paste(page, copied(PEOPLE))
    expect(page.get_by_role("status").filter(has_text="已核对：粘贴的名单")).to_be_visible()
    choose(page, save_workbook(PEOPLE[:3], folder / "名单.xlsx"))
    expect(page.locator(".report [data-slot=people]").first).to_have_text("3")
    page.locator("#pasted").press("Enter")
    expect(page.locator(".report")).to_be_visible()


def test_a_short_list_is_typed_with_the_keyboard_and_mended(page_of: PageOf, shoot: Shoot) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    page.get_by_text("在这里一个一个填").click()
    page.get_by_role("button", name="核对填写的名单").click()
    expect(page.locator("#error-summary")).to_contain_text("请先填一个人的姓名和身份证号")
    keys = page.keyboard
    page.locator("#typed-2-name").focus()
    for person in PEOPLE[:2]:
        for cell in (person.name, person.id_number, person.occupation):
            keys.insert_text(cell)
            keys.press("Enter")
    page.locator("#typed-3-id_number").fill(PEOPLE[1].id_number[:-1])
    page.locator("#typed-3-id_number").press("Enter")
    expect(page.locator("#typed-3-id_number")).to_have_accessible_description(re.compile("17 位"))
    page.get_by_role("button", name="核对填写的名单").click()
    rows = page.locator("#typed .typed-row")
    expect(rows).to_have_count(2)
    for row, person in enumerate(PEOPLE[:2]):
        expect(rows.nth(row).get_by_label("姓名")).to_have_value(person.name)

    number = page.locator("#mending .mend-row[data-row='2']").get_by_label("身份证号")
    number.fill(PEOPLE[1].id_number)
    number.press("Enter")
    expect(page.locator("#mending [data-part=said]")).to_contain_text("可参加 2 人", timeout=30_000)
    expect(page.locator("#typed-2-id_number")).to_have_value(PEOPLE[1].id_number)
    shoot(page, "roster-typed")
    assert violations(page) == []

    page.locator("#typed-2-occupation").press("Enter")
    expect(page.locator("#typed-3-name")).to_be_focused()
    expect(page.locator(".report")).to_be_hidden()


def test_one_mistake_down_a_whole_column_is_said_once(page_of: PageOf, shoot: Shoot) -> None:
    page = page_of(DESK)
    page.goto("/roster/")
    page.get_by_text("复制后粘贴").click()
    lines = copied(PEOPLE).splitlines()
    for person in PEOPLE:
        lines = [line.replace(person.id_number, "6.40102E+17") for line in lines]
    paste(page, "\n".join(lines))
    rows = page.locator(".findings").first.get_by_role("row")
    expect(rows.filter(has_text="C 列整列 14 行同一问题")).to_have_count(1)
    expect(rows.filter(has_text="C2–C15")).to_have_count(1)
    expect(rows).to_have_count(3)
    shoot(page, "roster-whole-column")


def test_last_years_file_shows_what_becomes_of_everybody(
    page_of: PageOf, shoot_each_size: Shoot, folder: Path
) -> None:
    page = page_of(PHONE)
    old = samples.Person("马秀兰", samples.id_number(TODAY - timedelta(days=66 * 366), 22), "教师")
    young = [*THIS, samples.Person("丁香", samples.id_number(TODAY.replace(year=1964), 24), "教师")]
    open_renewal_with_confirmation(page, young)
    page.get_by_role("button", name="比一比").click()
    expect(page.locator("#renewal-errors")).to_be_focused()
    expect(page.locator("#renewal-errors")).to_contain_text("请选择去年的名单文件")
    expect(page.locator("#renewal-errors")).to_contain_text("请填写去年保险的最后一天")

    page.get_by_label("去年的名单文件").set_input_files(
        save_workbook([*LAST, old, young[-1]], folder / "去年.xlsx")
    )
    compared(page, TODAY)
    result = page.locator(".comparison")
    expect(result).to_contain_text("新增 2 人，退出 3 人，续保 11 人。")
    expect(result.get_by_role("row").filter(has_text="丁香")).to_contain_text("64 周岁")
    expect(result.get_by_role("row").filter(has_text="马秀兰")).to_contain_text("第 15 行")
    shoot_each_size(page, "roster-renewal")

    compared(page, TODAY - timedelta(days=3))
    expect(result).to_contain_text("超龄 1 人，断保 10 人，新增 2 人，退出 3 人。")
    shoot_each_size(page, "roster-renewal-lapsed")

    page.get_by_label("去年保险的最后一天").fill("2009-01-01")
    page.get_by_role("button", name="比一比").click()
    expect(page.locator("#renewal-errors")).to_contain_text("去年保险的最后一天不对")


def open_renewal_with_confirmation(page: Page, people: list[samples.Person]) -> None:
    page.goto("/roster/")
    page.get_by_text("复制后粘贴").click()
    paste(page, copied(people))
    expect(page.get_by_role("heading", name="请您确认")).to_be_focused()
    page.get_by_text("和去年的名单比一比").click()


def test_last_years_receipt_with_the_keyboard_and_on_paper(page_of: PageOf) -> None:
    page = page_of(DESK)
    page.goto("/roster/")
    fill_unit(page)
    page.get_by_text("复制后粘贴").click()
    paste(page, copied(LAST))
    expect(page.get_by_role("heading", name="可以提交")).to_be_focused()
    consent(page)
    submit(page)
    receipt, access_code = receipt_of(page)

    open_renewal(page, THIS)
    keys = page.keyboard
    page.locator("#last-in-file").focus()
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.type(receipt.lower())
    keys.press("Tab")
    keys.type("00000-00000")
    expect(page.locator("#last-day")).to_be_hidden()
    keys.press("Enter")
    expect(page.locator("#renewal-errors")).to_be_focused(timeout=30_000)
    expect(page.locator("#renewal-errors")).to_contain_text("都相符的记录")
    expect(page.locator("#receipt")).to_be_hidden()

    page.get_by_label("去年的查询码").fill(access_code)
    tab_to(page, "#renewal [type=submit]")
    keys.press("Enter")
    # The list is not accepted: no policy says its last day.
    expect(page.locator("#renewal-errors")).to_contain_text("还没有填去年保险的最后一天")
    page.get_by_label("去年保险的最后一天").fill(TODAY.isoformat())
    keys.press("Enter")
    expect(page.get_by_role("heading", name="和去年比对的结果")).to_be_focused(timeout=30_000)
    expect(page.locator(".comparison")).to_contain_text("新增 2 人，退出 2 人，续保 10 人。")
    assert access_code not in page.url

    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="打印比对结果").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.locator(".renewals")).to_be_visible()
    for hidden in ("#unit-name", "#submit-roster", ".verdict", "#last-day"):
        expect(page.locator(hidden)).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".renewals")).to_be_hidden()
