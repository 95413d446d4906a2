"""How pages arrive: their weight on the wire, and a policy under which only our own files run."""

from collections import Counter
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, Response, Route

from functions.local.server import LocalProduct
from tests.browser.conftest import PHONE, PageOf

CONTENT_BYTES: Final = 110_000
FORM_BYTES: Final = 150_000
CONTENT: Final = ["/", "/regulations/article-5/", "/contacts/", "/eligibility/", "/calculators/"]
FORMS: Final = ["/roster/", "/claim/", "/status/"]


def received(page: Page, address: str) -> tuple[int, set[str], Response]:
    """The first view of a page: its files' bytes over the wire; what it asked for; it.

    Headers do not count: HTTP/2 sends those which all files have once, the server here each time.
    """
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: Counter[str] = Counter()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))

    def begun(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] -= int(event["response"]["encodedDataLength"])

    def finished(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] += int(event["encodedDataLength"])

    session.on("Network.responseReceived", begun)
    session.on("Network.loadingFinished", finished)
    answer = page.goto(address, wait_until="networkidle")
    assert answer
    return sizes.total(), asked, answer


@pytest.mark.parametrize("address", CONTENT + FORMS)
def test_the_first_view_is_light_and_only_our_own_files_run(page_of: PageOf, address: str) -> None:
    """The search comes when it is asked for; what checks lists, after a page can be used."""
    weight, asked, answer = received(page_of(PHONE, alone=True), address)
    assert 0 < weight <= (FORM_BYTES if address in FORMS else CONTENT_BYTES)
    assert not any("search-index" in url or "/results." in url for url in asked)
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


def test_a_page_in_a_foreign_frame_shows_nothing_to_press(page_of: PageOf) -> None:
    """As a distribution in China sends it, which adds no headers."""
    page = page_of(PHONE)
    page.route("**/*", without_headers)
    page.goto("/verify/")
    page.evaluate("""() => {
        const frame = document.createElement("iframe");
        frame.src = "/desk/";
        document.body.prepend(frame);
    }""")
    framed = page.frame_locator("iframe").locator("body")
    framed.get_by_role("link", name="直接打开").wait_for()
    assert framed.locator("button:visible, input:visible, a:visible").count() == 1


def without_headers(route: Route) -> None:
    answer = route.fetch()
    kept = {"content-type": answer.headers["content-type"]}
    route.fulfill(response=answer, headers=kept)
