"""A real browser at a phone's or a desk's size, which fails a test on any request elsewhere."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from functions.local import day_to_try
from functions.local.mock_issuer import MockIssuer
from functions.local.server import ROOT, LocalProduct
from tests import one_day
from tests.conftest import forget_people

PHONE = (360, 780)
DESK = (1280, 900)
SCREENSHOTS = ROOT / "build" / "screenshots"
# A picture of a whole page costs as much as what led to it.
KEEPS_PICTURES = "PICTURES" in os.environ
# Without these a Chromium under test asks its maker's hosts for updates.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]

# Two processors are shared with an emulator and another browser: late is not never.
expect.set_options(timeout=15_000)

PageOf = Callable[[tuple[int, int]], Page]
Shoot = Callable[[Page, str], None]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The distribution's windowless Chromium where there is one, Playwright's own elsewhere."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell"),
            args=["--no-sandbox", "--disable-gpu", *QUIET],
        )
        yield browser
        browser.close()


@pytest.fixture
def page_of(browser: Browser, product: LocalProduct, issuer: MockIssuer) -> Iterator[PageOf]:
    """Makes a page of a size; at the end it must have asked no other host and logged no error.

    What tests submitted before stays, but nobody is insured by it any more.
    """
    forget_people()
    home = {urlsplit(url).netloc for url in (product.url, product.aws_url, issuer.url)}
    faults: list[str] = []
    contexts = []

    def asked(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.netloc not in home:
            faults.append(f"request to {address.netloc}")

    def said(message: ConsoleMessage) -> None:
        # A refusal by the API, or a connection that a test cut, is shown by the page; Chromium
        # logs it all the same.
        if message.type == "error" and "Failed to load resource" not in message.text:
            faults.append(message.text)

    def open_page(size: tuple[int, int]) -> Page:
        width, height = size
        context = browser.new_context(
            base_url=product.url,
            viewport={"width": width, "height": height},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            reduced_motion="reduce",
        )
        contexts.append(context)
        if one_day.SET_BACK:
            context.add_init_script(day_to_try.script(-one_day.SET_BACK))
        context.on("request", asked)
        context.on("console", said)
        context.on("weberror", lambda error: faults.append(str(error.error)))
        page = context.new_page()
        # Switched on only with the key that opens the dialogue, catching it may come too late.
        page.on("filechooser", lambda _: None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture
def shoot() -> Shoot:
    """Checks that the page fits its width; `make pictures` keeps one of it in build/screenshots."""

    def take(page: Page, name: str) -> None:
        size = page.viewport_size
        assert size
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, f"{name} is {wider} px too wide"
        if not KEEPS_PICTURES:
            return
        page.evaluate("window.scrollTo(0, 0)")
        path = SCREENSHOTS / str(size["width"]) / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path, full_page=True)

    return take


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder on the person's disk."""
    return tmp_path
