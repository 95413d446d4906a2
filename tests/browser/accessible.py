"""What axe finds on a page."""

from typing import Final

from playwright.sync_api import Page

from functions.local.server import ROOT

AXE: Final = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page, axe: str) -> list[str]:
    """What axe finds; its script is brought past the page's policy, once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run({resultTypes: ['violations']})).violations")
    return [f"{each['id']}: {node['target']}" for each in found for node in each["nodes"]]
