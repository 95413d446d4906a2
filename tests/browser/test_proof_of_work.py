"""What a person sees of the proof of work: nothing, unless it takes long or cannot be done."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PHONE, PageOf

# What a browser does on a page that came over plain http from another computer.
INSECURE = """
  Object.defineProperty(Crypto.prototype, "subtle", {value: undefined});
  Object.defineProperty(Crypto.prototype, "randomUUID", {value: undefined});
"""


def look_up(page: Page) -> None:
    page.get_by_label("回执号").fill("AK-2026-000000")
    page.get_by_label("查询码").fill("00000-00000")
    page.get_by_role("button", name="查询", exact=True).click()


def test_where_it_takes_long_the_page_says_what_it_waits_for(page_of: PageOf) -> None:
    page = page_of(PHONE)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/challenges", hold)
    page.goto("/status/")
    look_up(page)
    expect(page.locator("#looking")).to_have_text("正在确认是真人在用…")
    held[0].continue_()
    expect(page.locator("#error-summary")).to_contain_text("都相符的记录")
    expect(page.locator("#looking")).to_be_empty()


def test_a_proof_that_has_become_too_old_is_made_anew_without_a_word(page_of: PageOf) -> None:
    page = page_of(PHONE)
    proofs: list[str] = []

    def refuse_the_first(route: Route) -> None:
        proofs.append(route.request.headers["x-proof-of-work"])
        if len(proofs) == 1:
            route.continue_(headers={**route.request.headers, "x-proof-of-work": "e30="})
        else:
            route.continue_()

    page.route("**/api/rosters/**", refuse_the_first)
    page.goto("/status/")
    look_up(page)
    expect(page.locator("#error-summary")).to_contain_text("都相符的记录")
    assert len(set(proofs)) == 2


def test_without_a_secure_connection_a_sentence_says_what_to_do(page_of: PageOf) -> None:
    page = page_of(PHONE, alone=True)
    page.add_init_script(INSECURE)
    page.goto("/roster/")
    expect(page.locator("#error-summary")).to_contain_text(re.compile("https://"))
    page.goto("/status/")
    look_up(page)
    expect(page.locator("#error-summary")).to_contain_text(re.compile("https://"))
