"""She objects to a decision on her phone; the desk assesses again, and nothing is paid twice."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.claim_desk_pages import (
    decide,
    look,
    open_claim,
    see_state,
    state_illness,
)
from tests.browser.claim_pages import PATIENCE
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.functional.staff_claim_requests import checked, insured, paid


def test_an_objection_is_made_in_two_taps_and_looked_at(
    page_of: PageOf, shoot: Shoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    insured(monkeypatch, 100)
    kept = checked()
    paid(kept["receipt"])
    page = page_of(PHONE)
    state = see_state(page, kept, "已给付")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="打印理赔决定通知书").click()
    page.emulate_media(media="print")
    sheet = page.locator(".notice-sheet")
    expect(sheet).to_contain_text("100,000 元")
    expect(sheet).to_contain_text("《保险法》第二十六条")
    expect(page.get_by_role("heading")).to_have_text(["理赔决定通知书"])
    shoot(page, "status-decision-notice")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(sheet).to_have_count(0)
    page.get_by_text("对决定有异议").click()
    page.get_by_role("button", name="提出异议").click()
    expect(page.locator("#reopening .error-summary:visible")).to_contain_text("没有写对哪里有异议")
    page.get_by_label("哪里不对").fill("少算了住院津贴")
    assert not violations(page)
    shoot(page, "status-objection")
    page.get_by_role("button", name="提出异议").click()
    expect(state).to_contain_text("您的异议已经收到", timeout=PATIENCE)
    expect(state).to_contain_text("以前的决定")
    expect(page.locator("#reopening")).to_be_hidden()
    expect(page.locator("#more-facts")).to_be_visible()
    shoot(page, "status-reopened")

    desk = page_of(DESK)
    open_claim(desk, "claims-1", kept)
    expect(desk.locator("#claim")).to_contain_text("少算了住院津贴")
    expect(desk.locator("#claim [data-part=reckoned]")).to_contain_text("还要付0 元")
    shoot(desk, "claim-reopened")
    desk.get_by_role("button", name="提出核定…").click()
    state_illness(desk)
    desk.locator("#propose-reason").fill("报案里没有住院")
    look(desk, "propose")
    decide(desk, "propose")
