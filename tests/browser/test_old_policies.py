"""Old policies at the desk (补录): a workbook is checked, brought in, seen, and taken back."""

from datetime import timedelta
from pathlib import Path

from playwright.sync_api import expect

from functions.platform import clock
from functions.worker import service
from tests.browser.accessibility import violations
from tests.browser.claim_pages import PATIENCE
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.browser.desk_pages import sign_in
from tests.functional.old_policies_requests import PAID, policy, women, workbook


def test_the_contact_brings_old_policies_in_and_takes_them_back(
    page_of: PageOf, shoot: Shoot, folder: Path
) -> None:
    good, bad = policy(women(3, seed=90)), policy(women(2, seed=91))
    good[1] = {**good[1], **PAID}
    bad[1] = {**bad[1], "id_number": "64990119900307"}
    file = folder / "旧保险单.xlsx"
    file.write_bytes(workbook(good, bad))
    page = page_of(DESK)
    sign_in(page, "helan")
    page.get_by_role("link", name="补录").click()
    expect(page.get_by_role("heading", name="补录旧保险单")).to_be_focused(timeout=PATIENCE)
    page.get_by_label("选择填好的补录表").set_input_files(file)
    expect(page.locator("#imports")).to_contain_text("1 份要先改好", timeout=PATIENCE)
    expect(page.locator("#imports [data-part=findings]")).to_contain_text("J7")
    assert not violations(page)
    shoot(page, "desk-imports-checked")
    page.get_by_role("button", name="补录这 1 份").click()
    section = page.locator("#import")
    expect(section.locator(".standing")).to_contain_text("0/1 份", timeout=PATIENCE)
    service.sweep(clock.now(), timedelta(0))
    expect(section.locator(".standing")).to_contain_text("已补录", timeout=PATIENCE)
    expect(section).to_contain_text("其中 1 人付过")
    expect(section).to_contain_text("BL-")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    shoot(page, "desk-import")
    page.get_by_role("button", name="整个撤销…").click()
    page.get_by_role("button", name="确认撤销").click()
    expect(page.locator("#reverse-reason-error")).to_be_visible()
    page.get_by_label("为什么撤销").fill("年份录错了")
    assert not violations(page)
    page.get_by_role("button", name="确认撤销").click()
    expect(section.locator(".standing")).to_contain_text("正在撤销", timeout=PATIENCE)
    service.sweep(clock.now(), timedelta(0))
    expect(section.locator(".standing")).to_contain_text("已撤销", timeout=PATIENCE)
    expect(page.locator("table.imports")).to_contain_text("已撤销", timeout=PATIENCE)
    shoot(page, "desk-imports")
