"""The built site's pages, read once."""

from pathlib import Path

import pytest

from tests.unit.site.building import Page, read_pages


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page by its address from the root, `/notice/`."""
    return read_pages(site)
