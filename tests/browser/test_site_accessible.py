"""Every page at three widths and in both schemes: axe finds nothing, nothing is too wide."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page

from functions.local.server import ROOT
from tests.browser.accessibility import SCHEMES, Scheme, show_in, violations
from tests.browser.conftest import PageOf, Shoot, Watched

# Whatever the widest and the narrowest page do not show, the one between them hardly ever does.
WIDTHS: Final = (360, 1280, 768)
HEIGHT: Final = 800
ARTICLES: Final = ROOT / "content" / "regulations"
# One article stands for all in the set of pictures; axe reads every one.
PICTURED_ARTICLE: Final = "regulations/article-5"


def addresses(*, articles: bool) -> list[str]:
    """Every page of content/, by its address: the articles', or all others."""
    files = (ROOT / "content").rglob("*.md")
    names = (file.relative_to(ROOT / "content").with_suffix("").as_posix() for file in files)
    found = sorted(name.removesuffix("index").removesuffix("/") for name in names)
    return [each for each in found if each.startswith("regulations/") == articles]


def look_through(page: Page, shoot: Shoot, address: str, scheme: Scheme) -> None:
    """A page in one scheme: at every width nothing to find, nothing too wide, and a picture."""
    show_in(page, scheme)
    for width in WIDTHS if scheme == "light" else reversed(WIDTHS):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert not violations(page, scheme, resized=width == WIDTHS[-1]), (scheme, width)
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, f"{wider} px too wide at {width}"
        if "article" not in address or address == PICTURED_ARTICLE:
            shoot(page, picture(address, scheme))


def picture(address: str, scheme: Scheme) -> str:
    name = address.replace("/", "-") or "home"
    return str(Path("pages") / (name if scheme == "light" else f"{name}-dark"))


@pytest.fixture(scope="class")
def page(visit: Watched) -> Page:
    """Goes from address to address."""
    return visit.open((WIDTHS[0], HEIGHT))


def look_at(page: Page, visit: Watched, shoot: Shoot, address: str) -> None:
    page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
    page.goto(f"/{address}/" if address else "/")
    for scheme in SCHEMES:
        look_through(page, shoot, address, scheme)
    assert not visit.faults


# Two classes, so that two workers share the pages.
class TestArticles:
    @pytest.mark.parametrize("address", addresses(articles=True))
    def test_axe_finds_nothing(
        self, page: Page, visit: Watched, shoot: Shoot, address: str
    ) -> None:
        look_at(page, visit, shoot, address)


class TestOtherPages:
    @pytest.mark.parametrize("address", addresses(articles=False))
    def test_axe_finds_nothing(
        self, page: Page, visit: Watched, shoot: Shoot, address: str
    ) -> None:
        look_at(page, visit, shoot, address)


def test_the_page_for_unknown_addresses(page_of: PageOf) -> None:
    page = page_of((WIDTHS[0], HEIGHT))
    page.goto("/no-such-page/", wait_until="networkidle")
    assert page.get_by_role("heading", name="没有这一页").is_visible()
    assert not violations(page)
