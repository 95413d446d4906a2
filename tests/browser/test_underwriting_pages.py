"""The desk decides of single people before it accepts their list; the unit sees what became."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from functions.local import samples
from functions.local.follow_up import following_up
from functions.local.samples import Person
from functions.platform import clock
from tests.browser.accessibility import violations
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.browser.desk_pages import look_and_confirm, open_case, see_status, sign_in
from tests.functional.rosters_requests import TODAY
from tests.functional.staff_roster_requests import kept, years_old

BORN = years_old(62, on=TODAY, after_birthday=30)
# Nobody of these is in a list of another test.
YOUNGER = [
    Person(
        f"周{name}", samples.id_number(years_old(40, on=TODAY, after_birthday=30), number), "工人"
    )
    for name, number in (("菊", 12), ("荷", 14))
]
OLDER = [
    Person(f"李{name}", samples.id_number(BORN, number), "工人")
    for name, number in (("梅", 2), ("兰", 4), ("竹", 6))
]


@pytest.fixture(autouse=True)
def follow_up() -> Iterator[None]:
    """What the table's stream starts in AWS."""
    with following_up(0.2):
        yield


def fill_days(page: Page) -> None:
    today = clock.now().date().isoformat()
    for label in ("同意承保的日期", "收到保险费的日期", "签发保险单的日期"):
        page.get_by_label(label).fill(today)
    page.get_by_label("保险单号").fill("NX-2026-0007")


def test_people_are_decided_in_bulk_before_a_list_is_accepted(
    page_of: PageOf, shoot: Shoot
) -> None:
    name = "贺兰县承保前核对小学"
    sent = kept([*YOUNGER, *OLDER], name=name)
    desk = page_of(DESK)
    sign_in(desk, "helan")
    open_case(desk, name)
    desk.get_by_role("button", name="同意承保…").click()
    form = desk.locator("#accept")
    expect(form).to_contain_text("首次参加 5 人")
    expect(form.locator(".underwriting-rows tbody tr")).to_have_count(3)
    fill_days(desk)
    assert not violations(desk)
    desk.get_by_role("button", name="下一步：核对").click()
    expect(form.locator(".error-summary")).to_contain_text("第 3、4、5 行")
    expect(desk.get_by_role("button", name="确认承保")).to_be_hidden()

    for row in (3, 4):
        form.get_by_role("checkbox", name=f"第 {row} 行").check()
    desk.keyboard.press("Tab")
    form.get_by_role("button", name="看过旧保险凭证，算续保").press("Enter")
    expect(form.get_by_label("旧保险的最后一天")).to_be_focused()
    form.get_by_label("旧保险的最后一天").fill(TODAY.isoformat())
    form.get_by_label("看了什么凭证").fill("去年的保险单原件")
    form.get_by_role("checkbox", name="第 5 行").check()
    form.get_by_role("button", name="不予承保", exact=True).click()
    form.get_by_label("依据", exact=True).select_option("article-3")
    form.get_by_label("理由", exact=True).fill("没有旧保险的凭证")
    table = form.locator(".underwriting-rows tbody")
    expect(table.locator("tr").nth(0)).to_contain_text("看过旧保险凭证")
    expect(table.locator("tr").nth(2)).to_contain_text("不予承保")
    shoot(desk, "desk-underwriting")
    desk.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    shoot(desk, "desk-underwriting-phone")
    width = desk.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE[0]
    look_and_confirm(desk, "确认承保")
    expect(desk.locator("#case")).to_contain_text("连续续保 2 人，首次或中断后参加 2 人")

    unit = page_of(PHONE)
    see_status(unit, sent, "已承保")
    expect(unit.locator("#state")).to_contain_text("已核实旧保险到")
    expect(unit.locator("#state")).not_to_contain_text("原件")
    shoot(unit, "status-underwritten")
