"""How many requests, and bytes, a page takes: in a browser without files, and in a visit."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import requests
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import launched
from tests.cost import year

# What people come for, as often as each other.
VISITS: Final = (
    ("/", "/eligibility/", "/enrol/"),
    ("/roster/", "/contacts/", "/faq/"),
    ("/claim/", "/status/", "/plan/"),
    ("/", "/regulations/", "/calculators/"),
)
ENGINE: Final = "engine/manifest.json"
"""By which a browser finds what it checks lists with."""
_PAGES: Final = len(VISITS) * year.PAGES_A_VISIT
_PATIENCE: Final = 60


@dataclass
class Fetched:
    """What the browser asked the distribution for."""

    requests: int = 0
    bytes: int = 0


@dataclass(frozen=True)
class Loaded:
    """What browsers check lists with, and the page: all of it, and what changes with a rule."""

    all: Fetched
    rules: Fetched

    @property
    def requests_a_year(self) -> int:
        """Of all browsers that check lists."""
        return year.ALL_LOADED * self.all.requests + year.RULES_LOADED * self.rules.requests

    @property
    def bytes_a_year(self) -> int:
        """Of all browsers that check lists."""
        return year.ALL_LOADED * self.all.bytes + year.RULES_LOADED * self.rules.bytes


@dataclass(frozen=True)
class Views:
    """A page by itself, and a page of a visit, which has files of those before."""

    cold: Fetched
    of_visit: Fetched

    @property
    def requests_a_cold_page(self) -> float:
        """Of the first page of a visit."""
        return self.cold.requests / len(VISITS)

    @property
    def requests_a_view(self) -> float:
        """Of a page in a visit."""
        return self.of_visit.requests / _PAGES

    @property
    def bytes_a_view(self) -> float:
        """Of a page in a visit."""
        return self.of_visit.bytes / _PAGES


def views(url: str) -> Views:
    """What pages of the site at this address take, counted in a browser."""
    cold, of_visit = Fetched(), Fetched()
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for visit in VISITS:
            with _counted(browser, url, of_visit) as page:
                for address in visit:
                    page.goto(address, wait_until="networkidle")
            with _counted(browser, url, cold) as page:
                page.goto(visit[0], wait_until="networkidle")
        browser.close()
    return Views(cold, of_visit)


def loaded(url: str) -> Loaded:
    """What is loaded once by a browser that checks lists."""
    manifest = requests.get(f"{url}/{ENGINE}", timeout=_PATIENCE).json()
    kept = requests.get(f"{url}/offline-files.js", timeout=_PATIENCE).text
    # The page is kept beside it: each of its files is asked for anew, but for what never changes.
    whole = json.loads(kept.removeprefix("self.OFFLINE = ").rstrip(";\n"))["/roster/"]
    page = [each for each in whole["files"] if each not in whole["lasting"]]
    changing = [manifest["rules"], manifest["worker"]]
    return Loaded(_fetched(url, [*manifest["files"], *page]), _fetched(url, [*changing, *page]))


def _fetched(url: str, paths: Iterable[str]) -> Fetched:
    fetched = Fetched()
    for path in paths:
        with requests.get(f"{url}{path}", timeout=_PATIENCE, stream=True) as answer:
            answer.raise_for_status()
            fetched.requests += 1
            fetched.bytes += len(answer.raw.read(decode_content=False))
    return fetched


@contextmanager
def _counted(browser: Browser, url: str, fetched: Fetched) -> Iterator[Page]:
    """A page in a browser without files; what it fetches is added up."""
    context = browser.new_context(base_url=url)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    kept: set[str] = set()

    def answered(event: dict[str, Any]) -> None:
        response = event["response"]
        if response.get("fromDiskCache") or response.get("fromServiceWorker"):
            kept.add(event["requestId"])

    def ended(event: dict[str, Any]) -> None:
        if event["requestId"] not in kept:
            fetched.requests += 1
            fetched.bytes += int(event["encodedDataLength"])

    session.on("Network.requestServedFromCache", lambda event: kept.add(event["requestId"]))
    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", ended)
    yield page
    context.close()
