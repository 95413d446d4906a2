"""A report that was begun: kept on the device only when she asks for it, and found again."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from functions.platform import clock
from tests.browser import claim_pages as claim
from tests.browser.claim_pages import WOMAN
from tests.browser.conftest import PHONE, PageOf

KEPT = "草稿已存到这台设备"
# Everything that the page's origin keeps on the device.
STORED = """async () => {
    const names = (await indexedDB.databases()).map(({name}) => name);
    const counts = await Promise.all(names.map((name) => new Promise((resolve) => {
        indexedDB.open(name).onsuccess = ({target: {result: database}}) => {
            const stores = [...database.objectStoreNames];
            const transaction = database.transaction(stores);
            const asked = stores.map((store) => transaction.objectStore(store).count());
            transaction.oncomplete = () => {
                database.close();
                resolve(asked.reduce((sum, {result}) => sum + result, 0));
            };
        };
    })));
    const tab = Object.values(sessionStorage).concat(Object.values(localStorage)).join();
    return [counts.reduce((sum, count) => sum + count, 0), tab];
}"""


def keep(page: Page) -> None:
    page.get_by_label("把草稿留在这台设备上").check()
    expect(page.locator("#draft-state")).to_contain_text(KEPT)


def come_back(page: Page) -> Page:
    """Close the page, and open it anew in the same browser."""
    context = page.context
    page.close()
    again = context.new_page()
    again.goto("/claim/")
    return again


def saved(page: Page) -> None:
    """The last change is kept, which is so a moment after it was made."""
    expect(page.locator("#draft-state[aria-busy=false]")).to_contain_text(KEPT)


def cleared(page: Page) -> None:
    expect(page.locator("[data-part=clear]")).to_have_attribute("hidden", "")
    assert page.evaluate(STORED)[0] == 0


def test_closed_and_opened_again_everything_is_there_until_it_is_submitted(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    keep(page)
    claim.to_papers(page)
    claim.bring(page, "id_card", claim.photo())
    claim.expect_received(page, "正面.jpg")
    saved(page)

    page = come_back(page)
    expect(page.locator("#restored")).to_contain_text("已恢复")
    expect(page.get_by_role("button", name="清除这台设备上的草稿").first).to_be_visible()
    expect(claim.step(page, "papers")).to_be_visible()
    claim.expect_received(page, "正面.jpg")
    claim.to_check(page)
    expect(page.locator(".given")).to_contain_text(WOMAN.id_number)
    claim.agree_and_submit(page)
    claim.receipt_of(page)
    expect(page.locator("#receipt .missing-papers li")).to_have_count(4)
    cleared(page)

    page = come_back(page)
    expect(page.get_by_role("heading", name="先列出要办的事")).to_be_visible()
    expect(page.get_by_role("button", name="直接报案")).to_be_enabled()
    expect(page.locator("#claim-form")).to_be_hidden()


def test_nothing_is_kept_that_she_did_not_ask_for(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    expect(page.get_by_label("把草稿留在这台设备上")).not_to_be_checked()
    claim.to_papers(page)
    claim.bring(page, "id_card", claim.photo())
    claim.expect_received(page, "正面.jpg")
    kept, tab = page.evaluate(STORED)
    assert kept == 0
    assert WOMAN.id_number not in tab
    page = come_back(page)
    expect(page.get_by_role("button", name="直接报案")).to_be_enabled()
    expect(page.locator("#claim-form")).to_be_hidden()


def test_the_device_is_cleared_with_one_button(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    keep(page)
    claim.fill_insured(page)
    saved(page)
    page = come_back(page)
    expect(claim.step(page, "insured").get_by_label("姓名")).to_have_value(WOMAN.name)
    page.locator("#restored").get_by_role("button", name="清除这台设备上的草稿").click()
    expect(page.get_by_role("heading", name="先列出要办的事")).to_be_visible()
    cleared(page)
    page.get_by_role("button", name="直接报案").click()
    expect(claim.step(page, "insured").get_by_label("姓名")).to_have_value("")


def test_no_draft_without_its_tick_any_more(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    keep(page)
    claim.fill_insured(page)
    page.get_by_label("把草稿留在这台设备上").uncheck()
    cleared(page)
    expect(claim.step(page, "insured").get_by_label("姓名")).to_have_value(WOMAN.name)


def test_a_photo_that_was_not_sent_yet_is_kept_and_sent_on_the_way_back(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    keep(page)
    claim.to_papers(page)
    page.route("**/api/uploads", lambda route: route.abort())
    claim.bring(page, "id_card", claim.photo())
    expect(claim.file_line(page, "正面.jpg")).to_contain_text("没传上", timeout=claim.PATIENCE)
    saved(page)
    page = come_back(page)
    claim.expect_received(page, "正面.jpg")


def uploads_on_return(page: Page, hours: int) -> int:
    """How often a file is sent when she comes back so much later."""
    context = page.context
    page.close()
    again = context.new_page()
    again.clock.set_fixed_time(clock.now() + timedelta(hours=hours))
    asked: list[str] = []
    again.on("request", lambda each: asked.append(each.url))
    again.goto("/claim/")
    claim.expect_received(again, "正面.jpg")
    return len([url for url in asked if url.endswith("/api/uploads")])


def test_what_storage_has_dropped_meanwhile_is_sent_again(page_of: PageOf) -> None:
    for hours, sent in ((23, 0), (25, 1)):
        page = page_of(PHONE)
        claim.open_form(page)
        keep(page)
        claim.to_papers(page)
        claim.bring(page, "id_card", claim.photo())
        claim.expect_received(page, "正面.jpg")
        saved(page)
        assert uploads_on_return(page, hours) == sent
