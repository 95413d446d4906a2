"""What axe finds in a page as it stands, and the way through it with the Tab key."""

from typing import Final

import pytest
from playwright.sync_api import Page

from functions.local.server import ROOT

AXE: Final = ROOT / "node_modules" / "axe-core" / "axe.min.js"
MOST_TABS: Final = 40


def violations(page: Page) -> list[str]:
    """What axe finds; its script is brought past the page's policy, once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run({resultTypes: ['violations']})).violations")
    return [f"{each['id']}: {node['target']}" for each in found for node in each["nodes"]]


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")
