"""A report that is open in two tabs: what is said to be kept is in the store, nothing is lost."""

from playwright.sync_api import expect

from tests.browser import claim_pages as claim
from tests.browser.conftest import PHONE, PageOf
from tests.browser.test_claim_draft import come_back, keep, saved

FULL = """IDBObjectStore.prototype.put = () => {
    throw new DOMException("full", "QuotaExceededError");
};"""


def test_a_paper_added_in_one_tab_is_not_lost_by_the_other(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    keep(page)
    claim.to_papers(page)
    saved(page)
    other = page.context.new_page()
    other.goto("/claim/")
    expect(claim.step(other, "papers")).to_be_visible()
    expect(other.locator("#draft-state")).to_contain_text("草稿已存到这台设备")
    claim.bring(page, "id_card", claim.photo())
    claim.expect_received(page, "正面.jpg")
    expect(page.locator("#draft-state")).to_contain_text("连同 1 份材料")
    saved(page)

    expect(other.locator("#draft-state")).to_contain_text("另一个标签页")
    expect(other.get_by_label("把草稿留在这台设备上")).not_to_be_checked()
    other.get_by_label("把草稿留在这台设备上").click()
    expect(other.locator("#draft-state")).to_contain_text("另一个标签页")
    expect(other.get_by_label("把草稿留在这台设备上")).not_to_be_checked()
    other.close()
    page = come_back(page)
    claim.expect_received(page, "正面.jpg")


def test_looking_at_the_other_tab_changes_nothing(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    keep(page)
    claim.to_papers(page)
    saved(page)
    other = page.context.new_page()
    other.goto("/claim/")
    expect(claim.step(other, "papers")).to_be_visible()
    for each in (page, other, page):
        each.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(each.get_by_label("把草稿留在这台设备上")).to_be_checked()
        expect(each.locator("#draft-state")).to_contain_text("草稿已存到这台设备")


def test_a_store_that_is_full_is_told_and_the_report_goes_on(page_of: PageOf) -> None:
    page = page_of(PHONE, alone=True)
    page.add_init_script(FULL)
    claim.open_form(page)
    page.get_by_label("把草稿留在这台设备上").check()
    expect(page.locator("#draft-state")).to_contain_text("存不下草稿")
    claim.to_papers(page)
    expect(page.locator("#draft-state")).not_to_contain_text("草稿已存到这台设备")
