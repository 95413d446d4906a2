"""The search as people use it: typed, pasted, written in Pinyin, by keyboard, without a network."""

import re
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from functions.local.server import LocalProduct
from tests.browser.accessibility import violations_in_both_schemes
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot, cut_off

INDEX: Final = "search-index.gb18030.json"
EVERY_SIZE: Final = [PHONE, DESK]


def box(page: Page) -> Locator:
    return page.get_by_role("textbox", name="搜索")


def hits(page: Page) -> Locator:
    return page.get_by_role("search", name="全站搜索").get_by_role("listitem").get_by_role("link")


def state(page: Page) -> Locator:
    return page.get_by_role("search", name="全站搜索").get_by_role("status")


def opened(page: Page, address: str = "/") -> Page:
    """A page with its search open."""
    page.goto(address)
    opener = page.locator("button.md-header__button").and_(page.get_by_label("搜索"))
    if opener.is_visible():
        opener.click()
    else:
        box(page).click()
    expect(state(page)).to_have_text("可以这样问：")
    return page


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_a_question_leads_to_its_section(
    page_of: PageOf, shoot: Shoot, size: tuple[int, int]
) -> None:
    page = opened(page_of(size))
    box(page).fill("退休能参加吗")
    expect(state(page)).to_have_text(re.compile(r"^找到 \d+ 处$"))
    first = hits(page).first
    expect(first).to_have_attribute("href", "/faq/#retired")
    expect(first).to_contain_text("常见问题 · 第三条")
    expect(first.locator("mark").first).to_have_text("退休")
    shoot(page, "search")
    first.click()
    expect(page).to_have_url(re.compile("/faq/#retired$"))
    expect(page.get_by_role("heading", name="退休、内退的女职工")).to_be_in_viewport()


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_axe_finds_nothing_while_it_is_open(page_of: PageOf, size: tuple[int, int]) -> None:
    page = opened(page_of(size))
    assert not violations_in_both_schemes(page)
    for question in ("宫颈癌赔多少", "zzzz"):
        box(page).fill(question)
        expect(state(page)).not_to_have_text("可以这样问：")
        assert not violations_in_both_schemes(page), question
    box(page).fill("材料")
    page.keyboard.press("ArrowDown")
    expect(hits(page).first).to_be_focused()
    assert not violations_in_both_schemes(page)


def test_nothing_is_fetched_until_the_box_is_focused(page_of: PageOf) -> None:
    page = page_of(DESK)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/plan/", wait_until="networkidle")
    assert not [url for url in asked if INDEX in url or "/results." in url]
    box(page).focus()
    expect(state(page)).to_have_text("可以这样问：")
    box(page).fill("等待期")
    box(page).fill("续保")
    assert len([url for url in asked if INDEX in url]) == 1


def test_what_is_pasted_is_searched_for(page_of: PageOf) -> None:
    page = page_of(DESK)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page)
    page.evaluate("navigator.clipboard.writeText('  农行卡可以吗？\\n')")
    page.keyboard.press("ControlOrMeta+v")
    expect(hits(page).first).to_have_attribute("href", "/faq/#bank-card")


def test_what_is_written_in_pinyin_is_searched_for_when_it_is_chosen(page_of: PageOf) -> None:
    page = opened(page_of(DESK, alone=True))
    session = page.context.new_cdp_session(page)
    spelled = {"text": "tui'bao", "selectionStart": 7, "selectionEnd": 7}
    session.send("Input.imeSetComposition", spelled)
    expect(box(page)).to_have_value("tui'bao")
    expect(state(page)).to_have_text("可以这样问：")
    session.send("Input.insertText", {"text": "退保"})
    expect(hits(page).first).to_have_attribute("href", "/faq/#cancel")


def test_the_arrows_go_through_the_hits_and_back(page_of: PageOf) -> None:
    page = opened(page_of(DESK))
    box(page).fill("报案")
    expect(hits(page).first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(page).first).to_be_focused()
    page.keyboard.press("End")
    expect(hits(page).last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(page).last).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    expect(box(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/(faq|claim)/"))


def test_escape_closes_it_and_the_next_letter_opens_it(page_of: PageOf) -> None:
    page = opened(page_of(DESK))
    box(page).fill("报案")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box(page)).to_be_focused()
    expect(hits(page).first).to_be_hidden()
    page.keyboard.type("材料")
    expect(hits(page).first).to_be_visible()


def test_it_closes_when_the_keyboard_leaves_it(page_of: PageOf) -> None:
    page = opened(page_of(DESK))
    page.get_by_role("search", name="全站搜索").get_by_role("link", name="对接人").focus()
    page.keyboard.press("Tab")
    expect(state(page)).to_be_hidden()


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_who_finds_nothing_is_told_whom_to_ask(page_of: PageOf, size: tuple[int, int]) -> None:
    page = opened(page_of(size))
    for question in ("zzzz", "参加"):
        box(page).fill(question)
        line = page.get_by_text("没找到？拨")
        expect(line).to_be_in_viewport()
        expect(line.get_by_role("link", name="95511")).to_have_attribute("href", "tel:95511")
    line.get_by_role("link", name="对接人").click()
    expect(page).to_have_url(re.compile("/contacts/$"))


def test_an_example_asks_its_question(page_of: PageOf) -> None:
    page = opened(page_of(PHONE))
    page.get_by_role("button", name="要准备哪些材料").click()
    expect(hits(page).first).to_have_attribute("href", "/faq/#papers")
    page.get_by_role("button", name="清空").click()
    expect(box(page)).to_be_focused()
    expect(state(page)).to_have_text("可以这样问：")


def test_a_hit_on_the_same_page_is_shown(page_of: PageOf) -> None:
    page = opened(page_of(PHONE), "/faq/")
    box(page).fill("投诉")
    hits(page).first.click()
    expect(state(page)).to_be_hidden()
    expect(page.get_by_role("heading", name="不同意处理结果")).to_be_in_viewport()


def test_without_a_network_it_says_so_and_works_again_later(page_of: PageOf) -> None:
    page = page_of(DESK, alone=True)
    # With its scripts run: where the machine is busy, the network rests before they are asked for.
    page.goto("/plan/", wait_until="load")
    cut_off(page)
    box(page).focus()
    expect(state(page)).to_contain_text("可能是网络断了")
    expect(page.get_by_text("没找到？")).to_be_visible()
    page.context.set_offline(False)
    page.keyboard.press("Tab")
    box(page).fill("退保")
    expect(hits(page).first).to_have_attribute("href", "/faq/#cancel")


def test_a_page_that_is_kept_keeps_its_search(page_of: PageOf) -> None:
    page = page_of(PHONE, keeps_pages=True)
    page.goto("/eligibility/")
    expect(page.locator("#offline")).to_be_visible(timeout=20_000)
    cut_off(page)
    opened(page, "/eligibility/")
    box(page).fill("61岁能参加吗")
    expect(hits(page).first).to_have_attribute("href", "/faq/#age")


def test_without_script_there_is_no_box(page_of: PageOf, product: LocalProduct) -> None:
    for size in EVERY_SIZE:
        page = page_of(size)
        page.route("**/*.js", lambda route: route.abort())
        page.goto(product.url)
        expect(page.get_by_role("search", name="全站搜索")).to_be_hidden()
        expect(page.locator(".md-header [for=__search]:visible")).to_have_count(0)
