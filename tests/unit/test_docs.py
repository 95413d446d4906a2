"""What README.md and docs/ lead to is there, and so is every decision that is named anywhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGES.md", *(ROOT / "docs").rglob("*.md")])
ROOMS = [ROOT / room for room in ("functions", "shared_rules", "site", "tests")]
DECISIONS = {page.name[:4] for page in (ROOT / "docs" / "decisions").glob("*.md")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_leads_to_what_there_is(page: Path) -> None:
    text = page.read_text("utf-8")
    for link in re.findall(r"\]\((?!https?:)([^)#\s]+)[^)]*\)", text):
        assert (page.parent / link).exists(), link
    places = r"`((?:content|docs|functions|shared_rules|site|tests)/[\w./-]*\w)/?`"
    for path in re.findall(places, text):
        assert (ROOT / path).exists(), path
    assert set(re.findall(r"decisions/(\d{4})-", text)) <= DECISIONS


def test_decisions_that_code_names_are_there() -> None:
    sources = [each for room in ROOMS for end in ("py", "js") for each in room.rglob(f"*.{end}")]
    texts = [each.read_text("utf-8") for each in sources]
    named = {number for text in texts for number in re.findall(r"decisions/(\d{4})-", text)}
    assert named
    assert named <= DECISIONS
