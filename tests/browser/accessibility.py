"""What axe finds in a page as it stands, light and dark, and the way through it with Tab."""

from collections.abc import Sequence
from typing import Final, Literal

import pytest
from playwright.sync_api import Page, expect

from functions.local.server import ROOT

AXE: Final = ROOT / "node_modules" / "axe-core" / "axe.min.js"
MOST_TABS: Final = 40

Scheme = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
# The theme's names for them.
_SCHEMES: Final = {"light": "default", "dark": "slate"}
# The rules by which a page in other colours can be worse; the others see the same page.
COLOURS: Final = ("color-contrast", "link-in-text-block")
_RUN: Final = """async rules => {
  const options = {resultTypes: ["violations"]};
  if (rules) options.runOnly = {type: "rule", values: rules};
  return (await axe.run(options)).violations;
}"""
# On its way from one colour to another, an element has neither.
_ARRIVE: Final = """() => document.getAnimations()
  .filter(each => each instanceof CSSTransition).forEach(each => each.finish())"""


def violations(page: Page, rules: Sequence[str] | None = None) -> list[str]:
    """What axe finds, by these rules or all; its script is brought past the page's policy, once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN, rules)
    return [f"{each['id']}: {node['target']}" for each in found for node in each["nodes"]]


def violations_in_both_schemes(page: Page) -> list[str]:
    """What axe finds in an open page, light and then dark."""
    show_in(page, "light")
    found = violations(page)
    show_in(page, "dark")
    return found + [f"in the dark, {each}" for each in violations(page, COLOURS)]


def show_in(page: Page, scheme: Scheme) -> None:
    """Let an open page have the colours that its system asks for."""
    page.emulate_media(color_scheme=scheme)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", _SCHEMES[scheme])
    page.evaluate(_ARRIVE)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")
