"""How the tests of the desk come in, and what they do on its pages and on the unit's."""

from typing import Any, Final

from playwright.sync_api import Page, expect

from functions.platform import clock
from tests.browser.paper import sheets_of
from tests.functional.rosters_requests import PEOPLE, UNIT, new_key, rows_of, submit

TODAY: Final = clock.now().date().isoformat()

_OF_WHO_IS_IN: Final = (
    "Object.entries(sessionStorage).filter(([name]) => name.startsWith('oidc.user:'))"
)
_TAKE_OVER: Final = "kept => kept.forEach(([name, value]) => sessionStorage.setItem(name, value))"
# By the site's address and who: what her signing in at the issuer has left in her tab.
_kept: Final[dict[tuple[str, str], list[list[str]]]] = {}


def sign_in(page: Page, who: str, hash_: str = "") -> None:
    """Let somebody be signed in at a place of the desk.

    The first time she signs in there at the mock issuer, of which the page of the desk is loaded
    twice; from then on her tab begins with what that has left in it.
    """
    # Of the site and without a script: what it keeps for a tab only a page of it can change.
    page.goto("/robots.txt")
    of_tab = (page.url, who)
    if kept := _kept.get(of_tab):
        page.evaluate(_TAKE_OVER, kept)
    page.goto(f"/desk/{hash_}")
    if not kept:
        page.get_by_role("button", name="登录", exact=True).click()
        page.locator(f"button[name=sub][value={who}]").click()
    expect(page.get_by_role("button", name="退出登录")).to_be_visible()
    _kept[of_tab] = page.evaluate(_OF_WHO_IS_IN)


def submitted(name: str) -> dict[str, Any]:
    """A list of an invented unit of 贺兰县."""
    answer = submit(new_key(), rows=rows_of(PEOPLE), unit={**UNIT, "name": name})
    assert answer.status == 201, answer.body
    return answer.body


def open_case(page: Page, name: str) -> None:
    """Open the case of a unit that the open queue names."""
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name=name)).to_be_focused()


def write_reason(page: Page, text: str, rows: str = "") -> None:
    """Begin to return the list that is open."""
    page.get_by_role("button", name="退回更正…").click()
    expect(page.get_by_role("heading", name="退回更正")).to_be_focused()
    page.get_by_label("要改什么").fill(text)
    page.get_by_label("哪几行").fill(rows)


def look_and_confirm(page: Page, button: str) -> None:
    """Look at what was filled in once more, and do it."""
    page.get_by_role("button", name="下一步：核对").click()
    page.get_by_role("button", name=button).click()


def print_slip(page: Page, receipt: str) -> None:
    """Print for who left no address what a letter would have told her."""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="打印通知单").click()
    expect(page.locator(".notice-sheet")).to_contain_text(receipt)
    assert len(sheets_of(page)) == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#case [data-part=slips]")).to_contain_text("打印了通知单")


def see_status(page: Page, kept: dict[str, Any], heading: str) -> None:
    """See as a unit how far its list is."""
    page.goto("/status/")
    page.get_by_label("回执号").fill(kept["receipt"])
    page.get_by_label("查询码").fill(kept["access_code"])
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page.get_by_role("heading", name=heading)).to_be_focused()
