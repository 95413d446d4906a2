"""The answers to “may I join?” where there is no network, or no JavaScript."""

from playwright.sync_api import Browser, expect

from functions.local.server import LocalProduct
from tests.browser.conftest import PHONE, PageOf, cut_off, dated
from tests.browser.eligibility_pages import answer_all, opened, verdict


def test_it_works_without_a_network_after_the_first_visit(page_of: PageOf) -> None:
    page = opened(dated(page_of(PHONE, keeps_pages=True)))
    expect(page.locator("#offline")).to_be_visible(timeout=20_000)
    page.goto("/contacts/")
    expect(page.locator("#offline")).to_be_visible(timeout=20_000)
    cut_off(page)
    page.goto("/eligibility/")
    answer_all(page)
    assert verdict(page) == "可以参加"
    page.goto("/contacts/")
    page.get_by_label("单位所在的县").select_option("贺兰县")
    expect(page.locator("#found a[href^='tel:']").first).to_be_visible()


def test_other_pages_never_see_the_service_worker(page_of: PageOf) -> None:
    page = opened(dated(page_of(PHONE, keeps_pages=True)))
    expect(page.locator("#offline")).to_be_visible(timeout=20_000)
    page.goto("/roster/")
    assert page.evaluate("navigator.serviceWorker.controller") is None
    scopes = "navigator.serviceWorker.getRegistrations().then(all => all.map(one => one.scope))"
    assert [scope.split("/", 3)[3] for scope in page.evaluate(scopes)] == ["eligibility/"]


def test_without_javascript_the_same_rules_are_a_table(
    browser: Browser, product: LocalProduct
) -> None:
    context = browser.new_context(base_url=product.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/eligibility/")
    expect(page.locator("#checker")).to_be_hidden()
    expect(page.locator("noscript p")).to_be_visible()
    rows = page.locator("table.conditions tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.filter(has_text="周岁")).to_contain_text("16 至 60 周岁")
    expect(rows.filter(has_text="其他女性家属")).to_contain_text("需要确认")
    expect(rows.filter(has_text="没有成立工会")).to_contain_text("第十九条")
    expect(rows.filter(has_text="身体健康")).to_contain_text("不可以参加")
    context.close()
