"""Every page at three widths and in both schemes: axe finds nothing, nothing is too wide."""

from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import Page

from functions.local.server import ROOT
from tests.browser.accessible import violations
from tests.browser.conftest import PageOf, Shoot

WIDTHS: Final = (360, 768, 1280)
HEIGHT: Final = 800
ARTICLES: Final = ROOT / "content" / "regulations"
# One article stands for all in the set of pictures; axe reads every one.
PICTURED_ARTICLE: Final = "regulations/article-5"
Scheme = Literal["light", "dark"]


def addresses() -> list[str]:
    """Every page of content/, by its address."""
    files = (ROOT / "content").rglob("*.md")
    names = (file.relative_to(ROOT / "content").with_suffix("").as_posix() for file in files)
    return sorted(name.removesuffix("index").removesuffix("/") for name in names)


def look_through(page: Page, shoot: Shoot, axe: str, address: str, scheme: Scheme) -> None:
    """One page in one scheme: at every width nothing to find, nothing too wide, and a picture."""
    page.emulate_media(color_scheme=scheme)
    page.goto(f"/{address}/" if address else "/")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert not violations(page, axe), width
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, f"{wider} px too wide at {width}"
        if "article" not in address or address == PICTURED_ARTICLE:
            shoot(page, picture(address, scheme))


def picture(address: str, scheme: Scheme) -> str:
    name = address.replace("/", "-") or "home"
    return str(Path("pages") / (name if scheme == "light" else f"{name}-dark"))


# Two classes, so that two workers share the pages.
class TestInLightColours:
    @pytest.mark.parametrize("address", addresses())
    def test_axe_finds_nothing(self, page_of: PageOf, shoot: Shoot, axe: str, address: str) -> None:
        look_through(page_of((WIDTHS[0], HEIGHT)), shoot, axe, address, "light")


class TestInDarkColours:
    @pytest.mark.parametrize("address", addresses())
    def test_axe_finds_nothing(self, page_of: PageOf, shoot: Shoot, axe: str, address: str) -> None:
        look_through(page_of((WIDTHS[0], HEIGHT)), shoot, axe, address, "dark")


def test_the_page_for_unknown_addresses(page_of: PageOf, axe: str) -> None:
    page = page_of((WIDTHS[0], HEIGHT))
    page.goto("/no-such-page/", wait_until="networkidle")
    assert page.get_by_role("heading", name="没有这一页").is_visible()
    assert not violations(page, axe)
