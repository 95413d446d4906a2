"""A unit's year on its state page, on a phone: who is covered, and next year's list."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.conftest import PHONE, PageOf, Shoot
from tests.browser.desk_pages import sign_in
from tests.browser.test_desk import see_status, submitted
from tests.functional.rosters_requests import DAY, PEOPLE, TODAY
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
    sign_in(page, "admin", "#desk=people")
    page.get_by_label("身份证号", exact=True).fill(PEOPLE[0].id_number[:-2])
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page.locator("#person-search .error-summary")).to_be_focused()
    page.get_by_label("身份证号", exact=True).fill(PEOPLE[0].id_number)
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page.locator("#person-search [data-part=found]")).to_contain_text("贺兰县查人小学")
    assert PEOPLE[0].id_number not in page.url
    assert not violations(page)
    shoot(page, "desk-person-search")


def test_a_unit_takes_next_years_list_along_when_it_is_time(page_of: PageOf, shoot: Shoot) -> None:
    with pytest.MonkeyPatch.context() as patch:
        issued = TODAY - 320 * DAY
        at(patch, issued)
        kept = submitted("贺兰县续保小学")
        assert accept(kept["receipt"], 1, **acts_on(issued)).status == 200
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
