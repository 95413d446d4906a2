"""What of the site's scripts and styles reaches a browser, and what it weighs."""

import gzip
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.site.building import ROOT, Page, read_pages

# Bytes, each file gzipped by itself, as it is served: rules, plans, workdays and wording, in the
# syntax of the oldest browsers.
RULES_BUDGET = 13_700
# What neither Chrome 80 nor Safari 13.1 has, and neither the bundler nor older-browsers.js gives.
TOO_NEW = re.compile(
    r"checkVisibility|structuredClone|throwIfAborted|\.(?:findLast|toSorted|toReversed|toSpliced|groupBy)\b"
    r"|Promise\.(?:any|withResolvers)|AbortSignal\.(?:timeout|any)|showPicker|\?\?=|\|\|=|&&="
    r"|:(?:is|where|has)\(|:not\([^)]*,|\(\?<[=!]"
)
# The same of styles, where a browser would leave out more than it can do without.
TOO_NEW_IN_STYLES = re.compile(
    r":where\(|:not\([^()]*,|:not\(:-webkit-any|(?:margin|padding|border)-(?:inline|block):"
    r"|(?<!not \()\binset:|aspect-ratio|@layer|@container|color-mix\(|[0-9](?:dvh|svh|lvh)"
)
STYLE_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
# A margin stands for a gap in older browsers only where the same rule says that its box flexes.
GAP_OF_WHAT = re.compile(r"[^{}]+\{(?![^{}]*\bdisplay:)[^{}]*(?<![\w-])gap:[^{}]*\}")
BORDERED = re.compile(r":is\((input:not\(\[type\]\)[^()]*)\)\{")
TYPE = re.compile(r'\[type="?([a-z]+)')
INPUT_TYPE = re.compile(r'<input\b[^>]*?\btype="?([a-z]+)')
NOT_WRITTEN_INTO = {"checkbox", "radio", "file", "hidden"}
# What a page with its styles and scripts weighs before anything is asked for, gzipped; pages with
# forms bring more of both. The desk's people come every day, and keep theirs.
VIEW_BUDGET = 110_000
MOST_CHUNKS = 8
FORM_BUDGET = 150_000
FORMS = {"/roster/", "/roster/print/", "/claim/", "/eligibility/", "/calculators/", "/status/"}
IMPORTED = re.compile(r'(?:\bfrom|\bimport\(?)\s*"(\.[^"]+)"')
IMPORTED_AT_ONCE = re.compile(r'(?:\bfrom|\bimport)\s*"(\.[^"]+)"')


def rules_of(site: Path) -> Path:
    """The one chunk of the rules."""
    [rules] = (site / "js" / "chunks").glob("rules.*.js")
    return rules.resolve()


def our_scripts(site: Path) -> list[Path]:
    scripts = [site / "service-worker.js", *(site / "js").rglob("*.js")]
    return [script for script in scripts if "vendor" not in script.parts]


def loaded_by(script: Path, imported: re.Pattern[str] = IMPORTED) -> set[Path]:
    """A module and all that it loads, at once or later."""
    found: set[Path] = set()
    waiting = [script]
    while waiting:
        each = waiting.pop().resolve()
        if each not in found:
            found.add(each)
            waiting += [each.parent / path for path in imported.findall(each.read_text("utf-8"))]
    return found


def gzipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def test_scripts_run_in_the_oldest_browsers_that_are_promised(site: Path) -> None:
    found = {each.name: TOO_NEW.findall(each.read_text("utf-8")) for each in our_scripts(site)}
    assert {name: what for name, what in found.items() if what} == {}


def test_styles_are_understood_by_the_oldest_browsers_that_are_promised(site: Path) -> None:
    for file in (site / "css").glob("*.css"):
        style = file.read_text("utf-8")
        assert TOO_NEW_IN_STYLES.findall(style) == [], file.name
        assert GAP_OF_WHAT.findall(style) == [], file.name
        selectors = [rule.rpartition("}")[2] for rule in STYLE_RULE.findall(style)]
        for before, selector in zip(["", *selectors], selectors, strict=False):
            # One that a browser does not know takes all others of its list with it; and the older
            # name of `:is()` takes nothing but simple ones.
            assert ":has(" not in selector or not re.search(r",(?![^()]*\))", selector), selector
            if ":is(" in selector and ":has(" not in selector:
                assert not re.search(r":is\([^()]*[ >+~]", selector), selector
                assert before == selector.replace(":is(", ":-webkit-any("), selector


def test_every_kind_of_field_that_is_written_into_has_a_border(site: Path) -> None:
    style = (site / "css" / "roster.css").read_text("utf-8")
    bordered = {kind for rule in BORDERED.findall(style) for kind in TYPE.findall(rule)}
    pages = [page.read_text("utf-8") for page in site.rglob("*.html")]
    used = {kind for page in pages for kind in INPUT_TYPE.findall(page)}
    assert used - NOT_WRITTEN_INTO <= bordered


def test_a_browser_of_any_age_is_told_that_it_is_too_old(site: Path) -> None:
    # Whatever keeps this one script from running hides the words, as without scripts.
    theme = (site / "js" / "theme.js").read_text("utf-8")
    assert re.findall(r"\?\?|\?\.|catch\{|\*\*|\.\.\.[a-z]+\}", theme) == []


def test_the_rules_with_their_data_stay_within_their_budget(site: Path) -> None:
    weights = {file.name: gzipped(file) for file in loaded_by(rules_of(site))}
    assert sum(weights.values()) <= RULES_BUDGET, weights


def first_view(site: Path, address: str, page: Page) -> dict[str, int]:
    """What of a page's own and what it loads at once weighs, by file."""
    folder = site / address.strip("/")
    files = {folder / "index.html"}
    for path in page.loaded:
        if not path.startswith("data:"):
            file = (folder / path).resolve() if path[0] != "/" else site / path[1:]
            files |= loaded_by(file, IMPORTED_AT_ONCE) if file.suffix == ".js" else {file}
    return {file.name: gzipped(file) for file in files}


@pytest.mark.parametrize("builder", ["site", "other_site"])
def test_what_is_loaded_first_stays_within_its_budget(
    builder: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(builder)
    for address, page in read_pages(site).items():
        if address != "/desk/":
            weights = first_view(site, address, page)
            budget = FORM_BUDGET if address in FORMS else VIEW_BUDGET
            assert 40_000 < sum(weights.values()) <= budget, (address, weights)


def test_the_rules_are_all_there_with_their_data(site: Path) -> None:
    served = "".join(file.read_text("utf-8") for file in loaded_by(rules_of(site)))
    for part in ("judgeApplicant", "judgeFunding", "judgeLumpSum", "payBy", "2019-01-03", "等待期"):
        assert part in served


@pytest.mark.parametrize("page", ["eligibility", "calculators", "claim", "desk"])
def test_a_page_loads_the_rules_as_the_one_chunk(site: Path, page: str) -> None:
    assert rules_of(site) in loaded_by(site / "js" / page / "page.js")


def named_by(page: Page, site: Path, address: str) -> list[Path]:
    """The scripts that a page names."""
    folder = site / address.strip("/")
    return [(folder / path).resolve() for path in page.loaded if path.endswith(".js")]


def test_every_script_that_a_page_names_is_there(pages: dict[str, Page], site: Path) -> None:
    for address, page in pages.items():
        for script in named_by(page, site, address):
            assert loaded_by(script), script


def test_nothing_is_served_that_no_page_loads(pages: dict[str, Page], site: Path) -> None:
    named = {script for at, page in pages.items() for script in named_by(page, site, at)}
    loaded = {file for script in named for file in loaded_by(script)}
    loaded.add((site / "service-worker.js").resolve())
    assert {file.resolve() for file in our_scripts(site)} <= loaded


def test_scripts_and_styles_are_served_without_comments(site: Path) -> None:
    served = [*our_scripts(site), *(site / "css").rglob("*.css")]
    assert [each.name for each in served if "/*" in each.read_text("utf-8")] == []


def test_nothing_served_tells_where_it_was_built(site: Path) -> None:
    for script in our_scripts(site):
        text = script.read_text("utf-8")
        assert "sourceMappingURL" not in text, script.name
        assert str(ROOT) not in text, script.name
        assert str(site) not in text, script.name


def test_a_page_asks_for_few_scripts(pages: dict[str, Page], site: Path) -> None:
    """What a year costs is above all how many files its pages ask for."""
    for address, page in pages.items():
        named = named_by(page, site, address)
        scripts = {each for script in named for each in loaded_by(script, IMPORTED_AT_ONCE)}
        assert len(scripts) <= len(named) + MOST_CHUNKS, (address, sorted(map(str, scripts)))


def test_the_same_sources_give_the_same_names_wherever_they_lie(site: Path, tmp_path: Path) -> None:
    for place in (tmp_path / "one", tmp_path / "a" / "longer" / "way"):
        shutil.copytree(ROOT / "site" / "js", place / "js")
        shutil.copytree(ROOT / "site" / "types", place / "types")
        shutil.copytree(ROOT / "site" / "css", place / "css")
        shutil.copy(ROOT / "site" / "service-worker.js", place)
        for page in site.rglob("*.html"):
            copied = place / page.relative_to(site)
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(page, copied)
        subprocess.run([sys.executable, "site/bundle.py", place], cwd=ROOT, check=True)
        ours = {str(each.relative_to(site)): each.read_bytes() for each in our_scripts(site)}
        same = {str(each.relative_to(place)): each.read_bytes() for each in our_scripts(place)}
        assert same == ours
