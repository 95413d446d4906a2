"""A list put right on the page: cell by cell, rows left out, undone, and five hundred of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import CDPSession, Locator, Page, Route, expect

from functions.local import samples
from functions.local.samples import Person
from shared_rules.messages import catalogue
from tests.browser.accessibility import violations
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot, at_each_size
from tests.browser.test_roster_journey import (
    FLAWED,
    GOOD,
    TODAY,
    choose,
    consent,
    fill_unit,
    receipt_of,
    save_csv,
    save_workbook,
    slot,
    submit,
)

CHECK = "**/api/rosters/check"
CHECK_CHARACTER = catalogue()["id_number.check_character"]


def cell(page: Page, row: int, label: str) -> Locator:
    return page.locator(f".mend-row[data-row='{row}']").get_by_label(label)


def judged(page: Page, words: str) -> None:
    expect(page.locator("#mending [data-part=said]")).to_contain_text(words, timeout=60_000)


def test_mistakes_are_put_right_on_the_page_and_kept_as_mended(
    page_of: PageOf, shoot: Shoot, folder: Path
) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    fill_unit(page)
    choose(page, save_workbook(FLAWED, folder / "名单.xlsx"))
    expect(page.locator(".mend-row")).to_have_count(6)
    wrong = cell(page, 4, "身份证号")
    expect(wrong).to_have_value(FLAWED[1].id_number)
    expect(wrong).to_have_accessible_description(re.compile(CHECK_CHARACTER.title))

    wrong.fill("12345")
    expect(wrong).to_have_accessible_description(re.compile("5 位"))
    for row in (4, 5, 6, 8):
        cell(page, row, "身份证号").fill(GOOD[row - 3].id_number)
    cell(page, 10, "姓名").fill(GOOD[7].name)
    page.locator(".mend-row[data-row='7']").get_by_label("这一行这次不报").check()
    judged(page, "可参加 11 人，没有必须改的了")
    expect(page.locator(".mend-row[data-row='4']")).to_contain_text("改好了")
    expect(page.locator(".mend-row[data-row='7']")).to_contain_text("这次不报")
    for _ in at_each_size(page):
        shoot(page, "roster-mended")
        assert violations(page) == []

    consent(page)
    submit(page)
    receipt_of(page)
    assert slot(page, "people") == "11"
    with page.expect_popup() as opened:
        page.get_by_role("link", name="打印名单（附件2）").click()
    people = opened.value.locator("#sheets .people tr")
    expect(people).to_have_count(11)
    expect(people.nth(1)).to_contain_text(GOOD[1].id_number)
    expect(people.filter(has_text=GOOD[4].name)).to_have_count(0)


def test_with_the_keyboard_from_mistake_to_mistake_and_back(page_of: PageOf, folder: Path) -> None:
    page = page_of(DESK)
    page.goto("/roster/")
    choose(page, save_workbook(FLAWED, folder / "名单.xlsx"))
    keys = page.keyboard
    first, second = cell(page, 4, "身份证号"), cell(page, 5, "身份证号")
    first.focus()
    keys.press("Control+a")
    keys.type(GOOD[1].id_number)
    keys.press("Enter")
    expect(second).to_be_focused()
    judged(page, "可参加 7 人，还有 5 处必须改")
    expect(first).not_to_have_attribute("aria-invalid", "true")

    keys.press("Shift+Enter")
    keys.press("Tab")
    second.focus()
    keys.press("Control+z")
    expect(first).to_be_focused()
    expect(first).to_have_value(FLAWED[1].id_number)
    judged(page, "可参加 6 人，还有 6 处必须改")
    expect(page.get_by_role("button", name="撤销上一步")).to_be_disabled()
    expect(page.locator("#receipt")).to_be_hidden()


def test_any_row_is_found_by_name_left_out_and_taken_back(page_of: PageOf, folder: Path) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    choose(page, save_workbook(GOOD, folder / "名单.xlsx"))
    page.get_by_text("找别的行来改，或者这次不报").click()
    page.get_by_label("姓名或行号").fill(GOOD[4].name)
    page.get_by_role("button", name=f"不报第 7 行 {GOOD[4].name}").click()
    judged(page, "可参加 11 人")
    page.get_by_role("button", name=f"改第 7 行 {GOOD[4].name}").click()
    expect(cell(page, 7, "姓名")).to_be_focused()
    page.get_by_role("button", name="恢复原样").click()
    judged(page, "可参加 12 人")
    cell(page, 7, "职业").fill("护士长")
    cell(page, 7, "职业").press("Enter")
    judged(page, "可参加 12 人")
    expect(cell(page, 7, "身份证号")).to_have_value(GOOD[4].id_number, timeout=30_000)
    assert violations(page) == []


def test_a_row_that_was_taken_for_nobodys_becomes_a_persons(page_of: PageOf, folder: Path) -> None:
    page = page_of(DESK)
    page.goto("/roster/")
    choose(page, save_workbook(GOOD[:11], folder / "名单.xlsx"))
    page.get_by_text("找别的行来改，或者这次不报").click()
    page.get_by_label("姓名或行号").fill("14")
    line = page.locator(".mend-found li")
    expect(line).to_contain_text("没有当作人员")
    line.get_by_role("button").click()
    cell(page, 14, "姓名").fill(GOOD[11].name)
    cell(page, 14, "身份证号").fill(GOOD[11].id_number)
    cell(page, 14, "身份证号").press("Enter")
    judged(page, "可参加 12 人，没有必须改的了")
    page.get_by_role("button", name="恢复原样").click()
    judged(page, "可参加 11 人")


class Work(NamedTuple):
    """The seconds that a processor works for the page, however busy others keep it meanwhile."""

    mending: float
    judging: float


def worked(session: CDPSession) -> float:
    """Those seconds since the session began."""
    told = session.send("Performance.getMetrics")["metrics"]
    return {each["name"]: float(each["value"]) for each in told}["TaskDuration"]


def show_mistakes(page: Page, people: Sequence[Person], folder: Path) -> None:
    """Bring a list of people whose numbers lack their last character, and show every row."""
    wrong = [replace(each, id_number=each.id_number[:-1]) for each in people]
    page.goto("/roster/")
    choose(page, save_csv(wrong, folder / f"{len(wrong)}.csv"))
    rows = page.locator(".mend-row")
    expect(rows).to_have_count(min(len(wrong), 50))
    while page.locator("#mending [data-part=more]").is_visible():
        page.locator("#mending [data-part=more]").click()
    expect(rows).to_have_count(len(wrong))


def mend_twenty(page: Page, session: CDPSession, people: Sequence[Person], said: str) -> Work:
    """Mend as many of the rows, which are judged once that is done."""
    held: list[Route] = []

    def hold(asked: Route) -> None:
        held.append(asked)

    page.route(CHECK, hold)
    cell(page, 3, "身份证号").focus()
    began = worked(session)
    for person in people[:20]:
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(person.id_number)
        page.keyboard.press("Enter")
    mended = worked(session)
    page.unroute(CHECK, hold)
    for asked in held:
        asked.continue_()
    judged(page, said)
    return Work(mended - began, worked(session) - mended)


def test_five_hundred_mistakes_stay_quick(page_of: PageOf, folder: Path) -> None:
    people = samples.people(500, seed=31, today=TODAY)
    page = page_of(DESK, alone=True)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    show_mistakes(page, people[:20], folder)
    few = mend_twenty(page, session, people, "可参加 20 人，没有必须改的了")
    show_mistakes(page, people, folder)
    many = mend_twenty(page, session, people, "可参加 20 人，还有 480 处必须改")
    assert many.mending < 10 * few.mending
    assert many.judging < len(people) / 20 * few.judging
