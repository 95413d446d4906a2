"""The site as the other builder makes it: it looks and works the same, under the same policy."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from functions.local.mock_issuer import MockIssuer
from functions.local.server import LocalProduct, serve
from tests.browser.accessibility import SCHEMES, show_in, violations_in_both_schemes
from tests.browser.conftest import PHONE, Watched, at_each_size
from tests.browser.paper import sheets_of

# Every text that is seen, by where it stands and how.
TEXTS: Final = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  while (walker.nextNode()) {
    const {data, parentElement} = walker.currentNode;
    range.selectNodeContents(walker.currentNode);
    const {x, y, width, height} = range.getBoundingClientRect();
    if (!data.trim() || !width || parentElement.closest(".md-visually-hidden")) continue;
    const {color, fontSize, fontWeight} = getComputedStyle(parentElement);
    const place = [x, y, width, height].map(Math.round);
    found.push([data.trim(), ...place, color, fontSize, fontWeight].join(" "));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def other(
    browser: Browser, product: LocalProduct, issuer: MockIssuer, other_site: Path
) -> Iterator[Watched]:
    """Opens pages of the other builder's site, of whose faults there must be none."""
    with serve(product.stack, other_site) as running:
        watched = Watched(browser, running, issuer)
        yield watched
        watched.close()
    assert not watched.faults


def looks(page: Page, address: str) -> list[list[str]]:
    """Its texts at each size in each scheme."""
    page.goto(address, wait_until="networkidle")
    if address == "/roster/":  # it comes a while after the page
        expect(page.locator("#here")).to_be_visible()
    found = []
    for _ in at_each_size(page):
        for scheme in SCHEMES:
            show_in(page, scheme)
            found.append(page.evaluate(TEXTS))
    return found


@pytest.mark.parametrize("address", ["/", "/regulations/article-5/", "/roster/"])
def test_a_page_looks_the_same_and_is_as_accessible(
    visit: Watched, other: Watched, address: str
) -> None:
    page = other.lend(PHONE)
    assert looks(page, address) == looks(visit.lend(PHONE), address)
    assert not violations_in_both_schemes(page)


def test_search_larger_letters_colours_and_paper_work_the_same(other: Watched) -> None:
    page = other.lend(PHONE)
    page.goto("/", wait_until="networkidle")
    page.get_by_role("button", name="大字").click()
    page.get_by_title("现在跟随系统，换成浅色").click()
    page.get_by_title("现在是浅色，换成深色").click()
    page.get_by_role("button", name="搜索").press("Enter")
    question = page.get_by_role("textbox", name="搜索")
    expect(question).to_be_focused()
    question.fill("等待期")
    expect(page.locator(".search-hit").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/regulations/article-5/"))
    expect(page.locator("html.large")).to_be_visible()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    (sheet, *_) = sheets_of(page)
    assert "第五条" in sheet.extract_text()
