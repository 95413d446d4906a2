"""How pages arrive: their weight on the wire, and a policy under which only our own files run."""

from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from functions.local.server import LocalProduct
from tests.browser.conftest import PHONE, PageOf

BUDGET_BYTES: Final = 160_000
PAGES: Final = [
    *("/", "/regulations/article-5/", "/contacts/", "/eligibility/", "/calculators/"),
    *("/roster/", "/claim/", "/status/"),
]


def received(page: Page, address: str) -> int:
    """Bytes over the wire for the first view of a page, headers included."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []

    def finished(event: dict[str, Any]) -> None:
        sizes.append(int(event["encodedDataLength"]))

    session.on("Network.loadingFinished", finished)
    page.goto(address, wait_until="networkidle")
    return sum(sizes)


@pytest.mark.parametrize("address", PAGES)
def test_the_first_view_is_light(page_of: PageOf, address: str) -> None:
    assert 0 < received(page_of(PHONE), address) <= BUDGET_BYTES


@pytest.mark.parametrize("address", PAGES)
def test_only_our_own_files_run(page_of: PageOf, address: str) -> None:
    page = page_of(PHONE)
    answer = page.goto(address, wait_until="networkidle")
    assert answer
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_injected_script_does_not_run(browser: Browser, product: LocalProduct) -> None:
    page = browser.new_page(base_url=product.url)
    page.goto("/")
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.injected = true";
        document.body.append(script);
    }""")
    assert not page.evaluate("window.injected")
    page.close()
