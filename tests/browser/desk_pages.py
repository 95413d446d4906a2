"""How the tests of the desk come in."""

from playwright.sync_api import Page, expect


def sign_in(page: Page, who: str, hash_: str = "") -> None:
    """Go to a place of the desk and sign in there at the mock issuer."""
    page.goto(f"/desk/{hash_}")
    page.get_by_role("button", name="登录", exact=True).click()
    page.locator(f"button[name=sub][value={who}]").click()
    expect(page.get_by_role("button", name="退出登录")).to_be_visible()
