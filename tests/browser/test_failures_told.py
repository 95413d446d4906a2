"""What is said where calls fail: nothing else goes with them, and trying again mends it."""

import re
from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from functions.local import samples
from tests.browser import claim_pages as claim
from tests.browser.accessibility import violations
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.browser.desk_pages import sign_in
from tests.browser.failing import failing
from tests.functional.rosters_requests import PEOPLE, UNIT, new_key, rows_of, submit

OPEN_TO_ALL: Final = ("busy", "turned away", "slow", "network", "fault")
AGAIN: Final = re.compile("马上再试|再试一次")


def try_again(page: Page) -> None:
    page.locator(".retry:visible").get_by_role("button", name=AGAIN).first.click()


def open_services(page: Page) -> None:
    page.goto("/services/")


def look_up(page: Page) -> None:
    page.goto("/status/")
    kept = submit(new_key(), rows=rows_of(PEOPLE), unit={**UNIT, "name": "贺兰县忙时小学"}).body
    page.get_by_label("回执号").fill(kept["receipt"])
    page.get_by_label("查询码").fill(kept["access_code"])
    page.get_by_role("button", name="查询", exact=True).click()


def check_list(page: Page) -> None:
    page.goto("/roster/")
    page.get_by_text("复制后粘贴").click()
    page.locator("#pasted").fill(samples.csv_text(PEOPLE).replace(",", "\t"))
    page.get_by_role("button", name="核对粘贴的名单").click()


PAGES: Final[dict[str, tuple[Callable[[Page], None], str, str]]] = {
    "services": (open_services, "#listed", "h1"),
    "look-up": (look_up, "#state", "#lookup-form"),
    "list": (check_list, "#step-check .people-count, #mending, #step-check h2", "#pasted"),
}


@pytest.mark.parametrize("name", PAGES)
def test_each_failure_is_told_and_trying_again_mends_it(
    page_of: PageOf, shoot: Shoot, name: str
) -> None:
    do, brought, stays = PAGES[name]
    page = page_of(PHONE)
    for how in OPEN_TO_ALL:
        with failing(page, how) as sentence:
            do(page)
            expect(page.get_by_text(sentence)).to_be_visible()
            expect(page.locator(stays).first).to_be_visible()
            if how == "busy":
                shoot(page, f"failed-{name}")
        if page.locator(".retry:visible").count():
            try_again(page)
        else:
            page.get_by_role("button", name="查询", exact=True).click()
        expect(page.locator(brought).first).to_be_visible()
        expect(page.get_by_text(sentence)).to_be_hidden()


def test_papers_go_on_by_themselves_when_the_server_is_back(page_of: PageOf, shoot: Shoot) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    with failing(page, "busy") as sentence:
        claim.bring(page, "id_card", claim.photo("正面.jpg"))
        line = claim.file_line(page, "正面.jpg")
        expect(line).to_contain_text(f"{sentence}文件还在，会自己接着传")
        expect(page.get_by_text(re.compile("第 [12] 次再试，还有 [0-9]+ 秒"))).to_be_visible()
        assert not violations(page)
        shoot(page, "failed-papers")
    claim.expect_received(page, "正面.jpg")
    expect(page.locator(".retry:visible")).to_have_count(0)


def confirm_in_spite_of_failures(page: Page) -> None:
    """Whatever fails, a decision waits where it was looked at, and one more press does it."""
    page.get_by_role("button", name="换查询码…").click()
    form = page.locator("#access-code")
    form.get_by_label("已经收到").check()
    form.get_by_label("为什么换").fill("经办人换了")
    form.get_by_role("button", name="下一步：核对").click()
    confirm = form.get_by_role("button", name="换查询码", exact=True)
    for how in OPEN_TO_ALL:
        with failing(page, how, "**/access-code") as sentence:
            confirm.click()
            expect(form.locator(".error-summary")).to_contain_text(sentence)
            expect(form.locator(".error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    expect(confirm).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#access-code-issued")).to_be_visible()


def test_at_the_desk_what_does_not_come_leaves_its_own_place_empty(
    page_of: PageOf, shoot: Shoot
) -> None:
    unit = {**UNIT, "name": "贺兰县工作台忙时小学"}
    kept = submit(new_key(), rows=rows_of(PEOPLE), unit=unit).body
    page = page_of(DESK)
    sign_in(page, "helan")
    filters = page.locator("#rosters [data-part=filters] a")
    listed = page.locator("#rosters tbody a", has_text=unit["name"])
    with failing(page, "busy", "**/api/staff/rosters/counts*") as sentence:
        page.reload()
        expect(listed).to_be_visible()
        expect(page.locator("#rosters .retry:visible")).to_contain_text(sentence)
        expect(filters).to_have_count(0)
        shoot(page, "desk-no-counts")
    try_again(page)
    expect(filters.first).to_be_visible()

    with failing(page, "fault", "**/rows?*") as sentence:
        listed.click()
        expect(page.get_by_role("heading", name=unit["name"])).to_be_visible()
        expect(page.locator("#case .retry:visible")).to_contain_text(sentence)
        shoot(page, "desk-no-people")
    try_again(page)
    expect(page.locator(".people tbody tr")).to_have_count(len(PEOPLE))

    page.locator("#log summary").click()
    with failing(page, "busy", "**/log-file") as sentence:
        page.get_by_role("button", name="导出表格（.csv）").click()
        expect(page.locator("#log .retry:visible")).to_contain_text(sentence)
    with page.expect_download():
        try_again(page)
    expect(page.locator(".retry:visible")).to_have_count(0)
    confirm_in_spite_of_failures(page)
    page.locator(".md-skip").press("Enter")
    expect(page.get_by_role("heading", name="工作台", level=1)).to_be_focused()
    expect(page.get_by_role("heading", name=unit["name"])).to_be_visible()

    with failing(page, "slow", "**/api/staff/**") as sentence:
        page.evaluate("location.hash = '#desk=rosters'")
        expect(page.locator(".retry:visible")).to_contain_text(sentence)
        expect(page.get_by_role("heading", name=unit["name"])).to_be_visible()
    try_again(page)
    expect(listed).to_be_visible()

    with failing(page, "network") as sentence:
        page.reload()
        expect(page.locator(".retry:visible")).to_contain_text(sentence)
        shoot(page, "desk-no-network")
    try_again(page)
    expect(listed).to_be_visible()

    with failing(page, "signed out", "**/api/staff/**") as sentence:
        page.evaluate(f"location.hash = '#receipt={kept['receipt']}'")
        expect(page.locator("#desk-errors")).to_contain_text(sentence)
        expect(page.get_by_role("button", name="登录", exact=True)).to_be_visible()
