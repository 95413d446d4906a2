"""The browser of the tests."""

import os
import shutil
from typing import Final

from playwright.sync_api import Browser, Playwright

# Without these a Chromium under test asks its maker's hosts for updates.
QUIET: Final = ("--disable-background-networking", "--disable-component-update", "--disable-sync")


def launched(playwright: Playwright) -> Browser:
    """The one that CHROMIUM names, or the distribution's windowless one, or Playwright's own."""
    return playwright.chromium.launch(
        executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell"),
        args=["--no-sandbox", "--disable-gpu", *QUIET],
    )
