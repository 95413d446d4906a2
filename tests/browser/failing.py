"""Failures of the service, for an open page: its calls are answered so until they are mended."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final

from playwright.sync_api import Page, Route

from shared_rules.messages import catalogue

Answer = Callable[[Route], None]
_HTML: Final = "<html><body><h1>?</h1></body></html>"


def _in_html(status: int, route: Route) -> None:
    """As a firewall, or a distribution, answers."""
    route.fulfill(status=status, content_type="text/html", body=_HTML)


def _of_gateway(status: int, route: Route) -> None:
    """As the gateway answers without a function of ours."""
    route.fulfill(status=status, json={"message": "?"})


# In what ways calls fail, each with the message that tells of it.
FAILURES: Final[dict[str, tuple[Answer, str]]] = {
    "busy": (partial(_of_gateway, 503), "request.busy"),
    # The distribution makes a firewall's 403 the page for 404.
    "turned away": (partial(_in_html, 404), "request.busy"),
    "slow": (partial(_in_html, 504), "request.slow"),
    "network": (lambda route: route.abort(), "request.unreachable"),
    "fault": (partial(_of_gateway, 500), "request.failed"),
    "signed out": (partial(_of_gateway, 401), "staff.signed_out"),
}


@contextmanager
def failing(page: Page, how: str, calls: str = "**/api/**") -> Iterator[str]:
    """Fail those calls of a page, of which this gives the sentence; at the end they are mended."""
    answer, code = FAILURES[how]
    page.route(calls, answer)
    yield catalogue()[code].explanation
    page.unroute(calls, answer)
