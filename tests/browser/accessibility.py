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
MOST_TABS: Final = 40

Scheme = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
# The theme's names for them.
_SCHEMES: Final = {"light": "default", "dark": "slate"}
# On its way from one colour to another, an element has neither.
_ARRIVE: Final = """() => document.getAnimations()
  .filter(each => each instanceof CSSTransition).forEach(each => each.finish())"""
_PRESSABLE: Final = "a[href], button, summary, label"
_PRESSED: Final = ("hover", "active", "focus", "focus-visible")


class PassedLooks:
    """The looks of texts that axe has passed on some page of this run, in whichever process."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._shared: Path | None = None
        self._read_to = 0

    def share(self, file: Path) -> None:
        """From now on by this file of the run's, a look a line."""
        self._shared = file
        self._shared.touch()

    def without(self, looks: list[str]) -> list[str]:
        """Those of them that are not passed yet."""
        if self._shared:
            with self._shared.open(encoding="utf-8") as file:
                file.seek(self._read_to)
                self._known.update(file.read().splitlines())
                self._read_to = file.tell()
        return [each for each in looks if each not in self._known]

    def add(self, looks: list[str]) -> None:
        self._known.update(looks)
        if self._shared:
            with self._shared.open("a", encoding="utf-8") as file:
                file.write("".join(f"{each}\n" for each in looks))


passed_looks: Final = PassedLooks()


def violations(page: Page, scheme: Scheme = "light", *, resized: bool = False) -> list[str]:
    """What axe finds; in the dark only in colours, as by other rules it is the same page.

    So it is where it was only `resized` since it was read, and shows nothing that it did not then.
    """
    bring_axe(page)
    reading = "readRoom" if resized else "readAll"
    found: list[str] = page.evaluate(f"axeReading.{reading}()") if scheme == "light" else []
    return found + _wrong_colours(page)


def _wrong_colours(page: Page) -> list[str]:
    unread = passed_looks.without(page.evaluate("axeReading.looks()"))
    if not unread:
        return []
    colours = page.evaluate("looks => axeReading.readColours(looks)", unread)
    passed_looks.add(colours["passed"])
    found: list[str] = colours["violations"]
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


def violations_while_pressed(page: Page) -> list[str]:
    """What axe finds in the colours of all that can be pressed while it is, light and then dark."""
    found: list[str] = []
    for scheme in SCHEMES:
        show_in(page, scheme)
        found += [f"pressed, {scheme}, {each}" for each in _wrong_while_pressed(page)]
    return found


def _wrong_while_pressed(page: Page) -> list[str]:
    bring_axe(page)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    asked = {"nodeId": root, "selector": _PRESSABLE}
    for node in session.send("DOM.querySelectorAll", asked)["nodeIds"]:
        session.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": _PRESSED})
    page.evaluate(_ARRIVE)
    found = _wrong_colours(page)
    session.detach()
    return found


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
