"""What axe finds in a page as it stands, light and dark, and the way through it with Tab."""

from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import Page, expect

from functions.local.server import ROOT

_SCRIPTS: Final = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (
        ROOT / "node_modules" / "axe-core" / "axe.min.js",
        Path(__file__).with_name("axe_reading.js"),
    )
)
# The looks of texts that axe has passed on some page of this run.
_passed: Final[set[str]] = set()
MOST_TABS: Final = 40

Scheme = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
# The theme's names for them.
_SCHEMES: Final = {"light": "default", "dark": "slate"}
# On its way from one colour to another, an element has neither.
_ARRIVE: Final = """() => document.getAnimations()
  .filter(each => each instanceof CSSTransition).forEach(each => each.finish())"""


def violations(page: Page, scheme: Scheme = "light", *, resized: bool = False) -> list[str]:
    """What axe finds; in the dark only in colours, as by other rules it is the same page.

    So it is where it was only `resized` since it was read, and shows nothing that it did not then.
    """
    bring_axe(page)
    reading = "readRoom" if resized else "readAll"
    found: list[str] = page.evaluate(f"axeReading.{reading}()") if scheme == "light" else []
    unread = [each for each in page.evaluate("axeReading.looks()") if each not in _passed]
    if unread:
        colours = page.evaluate("looks => axeReading.readColours(looks)", unread)
        _passed.update(colours["passed"])
        found += colours["violations"]
    return found


def bring_axe(page: Page) -> None:
    """Bring its script past the page's policy, once."""
    if not page.evaluate("'axeReading' in globalThis"):
        page.evaluate(_SCRIPTS)


def violations_in_both_schemes(page: Page) -> list[str]:
    """What axe finds in an open page, light and then dark."""
    show_in(page, "light")
    found = violations(page)
    show_in(page, "dark")
    return found + [f"in the dark, {each}" for each in violations(page, "dark")]


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
