"""A window of WebKitGTK, driven by Selenium: what a person sees in it and does."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import urlsplit

from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from selenium.webdriver.webkitgtk.webdriver import WebDriver

from tests.browser.conftest import SCREENSHOTS

Seen = TypeVar("Seen")

BROWSERS: Final = "/usr/lib/*/webkit2gtk-*/MiniBrowser"  # where Debian keeps it
SIZE: Final = (900, 900)
PATIENCE: Final = 60  # seconds: the machine has other work, and late is not never
SAID: Final = 300  # characters of the page in what is told of a failure


class Window:
    """A window of a visitor who was never here, on the site at an address."""

    def __init__(self, driver: WebDriver, url: str) -> None:
        self._driver = driver
        self._url = url
        self.resize(*SIZE)

    def resize(self, width: int, height: int) -> None:
        self._driver.set_window_size(width, height)

    def open(self, path: str) -> None:
        self._driver.get(self._url + path)

    def seen(self, css: str) -> WebElement:
        """The first that is visible, once there is one."""
        return self._until(lambda: self._first(By.CSS_SELECTOR, css), css)

    def every(self, css: str) -> list[WebElement]:
        """All that are there now."""
        found: list[WebElement] = self._driver.find_elements(By.CSS_SELECTOR, css)
        return found

    def says(self, css: str, words: str) -> None:
        """Wait until the words stand there."""
        self._until(lambda: words in self.seen(css).text, f"“{words}” in {css}")

    def has(self, css: str, attribute: str, value: str) -> None:
        """Wait until the first such element has the attribute."""
        self._until(
            lambda: self.seen(css).get_attribute(attribute) == value,
            f"{attribute}={value} of {css}",
        )

    def press(self, name: str) -> None:
        """The button whose name contains this."""
        self._click(f"//button[contains(normalize-space(), '{name}')]", f"button “{name}”")

    def choose(self, name: str) -> None:
        """The option of exactly this name, by its label."""
        self._click(f"//label[normalize-space() = '{name}']", f"option “{name}”")

    def click(self, element: WebElement) -> None:
        """In the middle of the window, where no bar lies above it."""
        self._driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def fill(self, css: str, text: str) -> None:
        box = self.seen(css)
        box.clear()
        box.send_keys(text)

    def select(self, css: str, name: str) -> None:
        Select(self.seen(css)).select_by_visible_text(name)

    def bring(self, css: str, file: Path) -> None:
        """Give a file to a field, which may be hidden behind its label."""
        self._until(lambda: self.every(css), css)[0].send_keys(str(file))

    def _first(self, by: str, what: str) -> WebElement | None:
        found = self._driver.find_elements(by, what)
        return next((each for each in found if each.is_displayed()), None)

    def _click(self, xpath: str, what: str) -> None:
        self.click(self._until(lambda: self._first(By.XPATH, xpath), what))

    def _until(self, look: Callable[[], Seen | None], what: str) -> Seen:
        """What a look finds, once it finds something.

        Raises:
            AssertionError: in vain; it tells what the page says instead, and where its picture is.
        """
        stale = [StaleElementReferenceException]  # the page was drawn anew between two looks
        waiting = WebDriverWait(self._driver, PATIENCE, ignored_exceptions=stale)
        try:
            found: Seen = waiting.until(lambda _: look() or False)
        except TimeoutException:
            raise AssertionError(self._failure(what)) from None
        return found

    def _failure(self, what: str) -> str:
        path = urlsplit(self._driver.current_url).path
        picture = SCREENSHOTS / "webkit" / f"{path.strip('/').replace('/', '-') or 'home'}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        self._driver.save_screenshot(str(picture))
        said = " ".join(self._driver.find_element(By.TAG_NAME, "main").text.split())
        return f"{path} does not show {what} ({picture}), but: {said[:SAID]}"


@contextmanager
def webkit_window(url: str) -> Iterator[Window]:
    """A new window of a new browser, until the block ends.

    Raises:
        FileNotFoundError: there is no such browser on this machine.
    """
    browser = next(iter(sorted(Path("/").glob(BROWSERS.removeprefix("/")))), None)
    command = shutil.which("WebKitWebDriver")
    if not browser or not command:
        raise FileNotFoundError("no WebKitGTK with its driver here: make webkit installs it")
    options = Options()
    options.binary_location = str(browser)
    options.add_argument("--automation")
    options.set_capability("browserName", browser.name)
    # In a container its sandbox does not start; the pages are our own.
    environment = {**os.environ, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    driver = WebDriver(options=options, service=Service(command, env=environment))
    try:
        yield Window(driver, url)
    finally:
        driver.quit()
