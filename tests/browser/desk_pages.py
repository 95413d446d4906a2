"""How the tests of the desk come in."""

from typing import Final

from playwright.sync_api import Page, expect

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
