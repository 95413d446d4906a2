"""A real browser at a phone's or a desk's size, which fails a test on any request elsewhere."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from functions.local.mock_issuer import MockIssuer
from functions.local.server import ROOT, LocalProduct
from functions.local.stack import Stack
from functions.platform import clock
from tests import storage
from tests.browser.accessibility import passed_looks
from tests.browser.chromium import launched
from tests.one_day import DATES_SET_BACK, SET_BACK

PHONE = (360, 780)
TABLET = (768, 1024)
DESK = (1280, 900)
# The day of pages that reckon with today.
NOW = datetime(2026, 3, 2, 9, tzinfo=clock.SHANGHAI)
# What checks lists in a browser (docs/decisions/0070-…) is 9 MB, and seconds of work for each page
# that loads it: as on a line by the byte, it comes where a test asks for it, and not elsewhere.
SAVES_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
# How wide a page is with letters much larger than usual, whatever receipts chance has given out.
WIDTH_OF_LARGER = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const receipts = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const widest = node.data.replace(/\\b((?:AK|LP|BL|DR)-\\d{4}-)\\w{6}\\b/g, "$1WWWWWW");
    if (widest !== node.data) receipts.push([node, node.data, widest]);
  }
  const { style } = document.documentElement;
  for (const [node, , widest] of receipts) node.data = widest;
  style.fontSize = "32px";
  const { scrollWidth } = document.documentElement;
  style.fontSize = "";
  for (const [node, said] of receipts) node.data = said;
  return scrollWidth;
}"""
SCREENSHOTS = ROOT / "build" / "screenshots"
# A picture of a whole page costs as much as what led to it.
KEEPS_PICTURES = "PICTURES" in os.environ

# Two processors are shared with an emulator and another browser: late is not never.
expect.set_options(timeout=15_000)


class PageOf(Protocol):
    """Gives a page of a visitor of its own, see `Watched.lend`."""

    def __call__(
        self, size: tuple[int, int], *, alone: bool = False, keeps_pages: bool = False
    ) -> Page: ...


Shoot = Callable[[Page, str], None]


@pytest.fixture(scope="session")
def browser(of_run: Path) -> Iterator[Browser]:
    """One for all tests of a worker."""
    passed_looks.share(of_run / "passed-looks")
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


def at_each_size(page: Page) -> Iterator[None]:
    """Lets an open page have a desk's size and then a phone's, at which it goes on.

    For what depends on the size alone, so that what leads to it is done once.
    """
    for width, height in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        yield


def dated(page: Page) -> Page:
    """The page, for which it stays this moment."""
    page.clock.set_fixed_time(NOW)
    return page


def cut_off(page: Page) -> None:
    """Take the network away, and the site's files but for those that it keeps for such a time."""
    session = page.context.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    session.detach()
    page.context.set_offline(offline=True)


class Watched:
    """Opens pages of one browser, and notes requests elsewhere and errors: `faults`."""

    def __init__(self, browser: Browser, product: LocalProduct, issuer: MockIssuer) -> None:
        self._browser = browser
        self._base_url = product.url
        self._home = {urlsplit(url).netloc for url in (product.url, product.aws_url, issuer.url)}
        self._sizes: dict[Page, tuple[int, int]] = {}
        self._free: list[Page] = []
        self._lent: list[Page] = []
        self._alone: list[BrowserContext] = []
        self.faults: list[str] = []

    def open(self, size: tuple[int, int], *, keeps_pages: bool = False) -> Page:
        """A page of a visitor of its own, who was never here.

        Only where its browser `keeps_pages` for when there is no network, it spends time on that.
        """
        width, height = size
        context = self._browser.new_context(
            base_url=self._base_url,
            viewport={"width": width, "height": height},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            reduced_motion="reduce",
            service_workers="allow" if keeps_pages else "block",
        )
        context.add_init_script(SAVES_DATA)
        if SET_BACK:
            context.add_init_script(DATES_SET_BACK)
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        page = context.new_page()
        self._sizes[page] = size
        # Switched on only with the key that opens the dialogue, catching it may come too late.
        page.on("filechooser", lambda _: None)
        return page

    def again(self, page: Page) -> Page:
        """An open page as of a visitor who was never here, but whose browser has the site's files.

        A new page costs twice as much. This takes back what sites keep, size, colours and print,
        other tabs, routes, permissions and being offline; nothing else.
        """
        context = page.context
        for other in context.pages:
            if other is not page:
                other.close()
        page.unroute_all(behavior="ignoreErrors")
        context.set_offline(offline=False)
        context.clear_permissions()
        # Of the site and without a script: what it keeps for a tab only a page of it can clear.
        page.goto("/robots.txt")
        page.evaluate("sessionStorage.clear()")
        session = context.new_cdp_session(page)
        everything = {"origin": self._base_url, "storageTypes": "all"}
        session.send("Storage.clearDataForOrigin", everything)
        session.detach()
        context.clear_cookies()
        page.emulate_media(media="null", color_scheme="null")
        width, height = self._sizes[page]
        if page.viewport_size != {"width": width, "height": height}:
            page.set_viewport_size({"width": width, "height": height})
        return page

    def lend(
        self, size: tuple[int, int], *, alone: bool = False, keeps_pages: bool = False
    ) -> Page:
        """A page of a size for one test: as new, but for its tab.

        Where that does what `again` does not take back (gives the page a clock, a script, an
        answer to dialogues or a session of Chromium's protocol of its own), or needs a browser
        without the site's files, its page is `alone`: no other test has it before or after. So is
        one that `keeps_pages`.
        """
        if alone or keeps_pages:
            page = self.open(size, keeps_pages=keeps_pages)
            self._alone.append(page.context)
            return page
        free = next((each for each in self._free if self._sizes[each] == size), None)
        if free:
            self._free.remove(free)
        self._lent.append(free or self.open(size))
        return self._lent[-1]

    def take_back(self) -> list[str]:
        """End what a test did with its pages, and tell the faults that were noted meanwhile."""
        lent, self._lent = self._lent, []
        for context in self._alone + [each.context for each in lent if each.is_closed()]:
            context.close()
        self._alone = []
        self._free += [self.again(each) for each in lent if not each.is_closed()]
        faults, self.faults = self.faults, []
        return faults

    def close(self) -> None:
        for page in self._sizes:
            page.context.close()

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.netloc not in self._home:
            self.faults.append(f"request to {address.netloc}")

    def _said(self, message: ConsoleMessage) -> None:
        # A refusal by the API, or a connection that a test cut, is shown by the page; Chromium
        # logs it all the same. An old one shows text by a style that the policy refuses to it.
        is_text = message.location["url"].endswith("/robots.txt")
        if (
            message.type == "error"
            and "Failed to load resource" not in message.text
            and not is_text
        ):
            self.faults.append(message.text)


@pytest.fixture(scope="session")
def watched(browser: Browser, product: LocalProduct, issuer: MockIssuer) -> Iterator[Watched]:
    """The pages that tests lend each other."""
    watched = Watched(browser, product, issuer)
    yield watched
    watched.close()


@pytest.fixture(scope="module", autouse=True)
def _nothing_of_other_modules(emulated_aws: Stack) -> None:
    """What they left would be followed up by the first test that does so, and be in every queue."""
    storage.empty()


@pytest.fixture
def page_of(watched: Watched) -> Iterator[PageOf]:
    """Lends a page of a size; at the end it must have asked no other host and logged no error.

    What the module's tests submitted before stays, but nobody is insured by it any more.
    """
    storage.forget("PERSON#")  # so that nobody is insured elsewhere already
    yield watched.lend
    assert not watched.take_back()


@pytest.fixture(scope="module")
def visit(browser: Browser, product: LocalProduct, issuer: MockIssuer) -> Iterator[Watched]:
    """For a module's tests that only look, one after the other in the same tab."""
    watched = Watched(browser, product, issuer)
    yield watched
    watched.close()
    assert not watched.faults


@pytest.fixture(scope="module")
def tab(visit: Watched) -> Page:
    """One dated tab for all tests of a module; it stands where the test before has left it."""
    return dated(visit.open(PHONE))


@pytest.fixture
def shoot() -> Shoot:
    """Checks that the page fits its width, on a phone also with letters much larger than usual.

    `make pictures` keeps one of it in build/screenshots.
    """

    def take(page: Page, name: str) -> None:
        size = page.viewport_size
        assert size
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, f"{name} is {wider} px too wide"
        if size["width"] == PHONE[0]:
            larger = page.evaluate(WIDTH_OF_LARGER)
            assert larger <= PHONE[0], f"{name} with larger letters is {larger} px wide"
        if not KEEPS_PICTURES:
            return
        page.evaluate("window.scrollTo(0, 0)")
        path = SCREENSHOTS / str(size["width"]) / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path, full_page=True)

    return take


@pytest.fixture
def shoot_each_size(shoot: Shoot) -> Shoot:
    """The same at a desk's size and at a phone's."""

    def take(page: Page, name: str) -> None:
        for _ in at_each_size(page):
            shoot(page, name)

    return take


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder on the person's disk."""
    return tmp_path
