"""The built site: addresses, verbatim text, values, and nothing from another host."""

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import yaml

from shared_rules import plans

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT.parent / "shared" / "source" / "notice.txt"
SOURCE_DIGEST = "30cdad670d4b92e7ebbea5d80a3c2eb951689af2c1a6d0740092aedec24a7b7b"
LETTERHEAD = "宁夏回族自治区总工会女职工委员会文件"
SOURCES = ("content", "site", "shared_rules", "mkdocs.yml")
ADDRESSES = [
    *("", "notice", "regulations", "plan", "contacts", "enrol", "faq", "privacy"),
    *("accessibility", "changes", "roster", "roster/print", "status"),
    *(f"regulations/article-{number}" for number in range(1, 22)),
]

VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr", "col"}
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "form": "action"}


class Page(HTMLParser):
    """What the tests ask of a page: ids, links, what it loads, and the text by CSS class."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.text = ""
        self.verbatim = ""
        self._depth = 0
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given["rel"] not in {"canonical", "prev", "next"}:
            self.loaded.append(given["href"])
        elif LOADED.get(tag, "") in given:
            self.loaded.append(given[LOADED[tag]])
        if tag not in VOID and (self._depth or "verbatim" in given.get("class", "").split()):
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag not in VOID:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._depth:
            self.verbatim += data


def compact(text: str) -> str:
    return re.sub(r"\s", "", text)


def copy_sources(folder: Path) -> Path:
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    return folder


def build(tool: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", tool, "build", "--strict"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def built(tool: str, folder: Path) -> Path:
    """Build the sources in a folder with one of the two builders; where the site is."""
    done = build(tool, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "build" / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("mkdocs", copy_sources(tmp_path_factory.mktemp("mkdocs")))


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page by its address from the root, `/notice/`."""
    found = {f"/{file.parent.relative_to(site)}/": Page(file) for file in site.rglob("index.html")}
    found["/"] = found.pop("/./")
    return found


def test_the_build_never_empties_the_folder_of_its_sources() -> None:
    assert "\nsite_dir: build/site\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_has_a_page(site: Path, address: str) -> None:
    assert (site / address / "index.html").is_file()


def test_no_sources_are_published(site: Path) -> None:
    kinds = {file.suffix for file in site.rglob("*") if file.is_file()}
    assert kinds <= {".html", ".css", ".js", ".map", ".svg", ".json", ".xml", ".gz", ".png"}
    assert not (site / "overrides").exists()
    assert not (site / "data").exists()


def test_zensical_builds_the_same_pages(site: Path, tmp_path: Path) -> None:
    other = built("zensical", copy_sources(tmp_path))
    for kind in ("*.html", "css/**/*.css", "js/**/*.js"):
        ours = {str(file.relative_to(site)) for file in site.rglob(kind)}
        theirs = {str(file.relative_to(other)) for file in other.rglob(kind)}
        assert ours == theirs
    page = "regulations/article-5/index.html"
    assert compact(Page(other / page).verbatim) == compact(Page(site / page).verbatim)


def test_the_notice_is_the_source_word_for_word(pages: dict[str, Page]) -> None:
    shown = compact(pages["/notice/"].verbatim)
    assert shown.startswith(LETTERHEAD)
    # The source file has the letterhead last; on paper and on the page it stands on top.
    text = shown.removeprefix(LETTERHEAD) + LETTERHEAD
    if SOURCE.exists():
        assert text == compact(SOURCE.read_text(encoding="utf-8"))
    assert hashlib.sha256(text.encode()).hexdigest() == SOURCE_DIGEST


@pytest.mark.parametrize("number", range(1, 22))
def test_an_article_page_shows_its_part_of_the_notice(pages: dict[str, Page], number: int) -> None:
    shown = compact(pages[f"/regulations/article-{number}/"].verbatim)
    assert shown.startswith("第")
    assert shown in compact(pages["/notice/"].verbatim)


@pytest.mark.parametrize("anchor", ["notice-1", *(f"notice-2-{number}" for number in range(1, 5))])
def test_the_notice_has_the_anchors_that_findings_link_to(
    pages: dict[str, Page], anchor: str
) -> None:
    assert anchor in pages["/notice/"].ids


def test_no_link_inside_the_site_is_broken(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(address, link))
            if target.scheme or not target.path.endswith("/"):
                continue
            assert target.path in pages, f"{address} links to {link}"
            if target.fragment:
                assert target.fragment in pages[target.path].ids, f"{address} links to {link}"


def test_pages_load_nothing_from_another_host(pages: dict[str, Page], site: Path) -> None:
    loaded = [url for page in pages.values() for url in page.loaded]
    assert loaded
    assert not [url for url in loaded if urlsplit(url).netloc]
    for sheet in site.rglob("*.css"):
        assert not re.findall(r"(?:url\(|@import)\W*(?:https?:)?//", sheet.read_text("utf-8"))
    for script in (site / "js").rglob("*.js"):
        assert not re.findall(r"https?://", script.read_text("utf-8"))


def test_the_only_outward_link_is_the_source_documents_own(pages: dict[str, Page]) -> None:
    outward = {link for page in pages.values() for link in page.links if urlsplit(link).netloc}
    assert {urlsplit(link).netloc for link in outward} == {"resources.pingan.com"}


def test_the_theme_has_no_reason_to_fetch_what_it_could(pages: dict[str, Page], site: Path) -> None:
    """Material's script names two hosts: for diagrams, and for a repository's stars."""
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert 'class="mermaid"' not in text
        assert "md-source__repository" not in text


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("/", "100,000 元"),
        ("/plan/", "50,000 元"),
        ("/plan/", "2902001129200217209"),
        ("/regulations/article-3/", "16 周岁"),
        ("/regulations/article-4/", "64 周岁"),
        ("/regulations/article-5/", "30 天"),
        ("/regulations/article-15/", "15 个工作日"),
        ("/enrol/", "2902001129200217209"),
        ("/faq/", "10 天"),
    ],
)
def test_values_of_the_plan_appear(pages: dict[str, Page], address: str, value: str) -> None:
    assert value in pages[address].text


def test_no_value_is_typed_in_prose() -> None:
    values = re.compile(r"\d+ ?(?:周岁|天|元|个工作日)|\d{11}|\b95511\b")
    for file in (ROOT / "content").rglob("*.md"):
        if file.name != "notice.md":
            assert not values.findall(file.read_text(encoding="utf-8")), file


def test_contacts_are_those_of_article_11(pages: dict[str, Page]) -> None:
    areas = yaml.safe_load((ROOT / "content/data/areas.yaml").read_text(encoding="utf-8"))
    notice = pages["/notice/"].verbatim
    for contact in [*areas["contacts"], areas["coordinator"]]:
        assert contact["name"] in notice
        assert contact["phone"] in notice
        assert f"tel:{contact['phone']}" in pages["/contacts/"].links
    assert areas["federation"]["phone"] in notice
    assert areas["federation"]["email"] in notice


def test_a_changed_plan_changes_the_pages(tmp_path: Path) -> None:
    folder = copy_sources(tmp_path) / "shared_rules" / "plans"
    plan = yaml.safe_load((folder / "2019-01-03.yaml").read_text(encoding="utf-8"))
    plan["valid_from"] = "2020-01-01"
    plan["premium"]["value"] = 137
    (folder / "2020-01-01.yaml").write_text(yaml.safe_dump(plan, allow_unicode=True), "utf-8")
    changed = built("mkdocs", tmp_path)
    for address in (".", "plan", "enrol", "regulations/article-8"):
        assert "137 元/人/年" in Page(changed / address / "index.html").text


@pytest.mark.parametrize("tool", ["mkdocs", "zensical"])
@pytest.mark.parametrize("asked", ['rule("waiting_perriod")', 'article("article-22")', "plann"])
def test_an_unknown_name_stops_the_build(tmp_path: Path, tool: str, asked: str) -> None:
    page = copy_sources(tmp_path) / "content" / "changes.md"
    page.write_text(f"# 更新\n\n{{{{ {asked} }}}}\n", encoding="utf-8")
    assert build(tool, tmp_path).returncode != 0


def test_every_value_of_the_plan_has_a_label() -> None:
    words = yaml.safe_load((ROOT / "content/data/plan_words.yaml").read_text(encoding="utf-8"))
    assert set(words["values"]) == set(named_values(plans.load()[-1].model_dump()))


def named_values(node: dict[str, Any], prefix: str = "") -> Iterator[str]:
    """Dotted names of all that an article sets, below one record of the plan."""
    for key, value in node.items():
        if isinstance(value, dict) and "unit" in value:
            yield prefix + key
        elif isinstance(value, dict):
            yield from named_values(value, f"{prefix}{key}.")
        elif "article" in node and key != "article":
            yield prefix + key


def test_consents_are_on_the_privacy_page(pages: dict[str, Page]) -> None:
    consent = yaml.safe_load((ROOT / "content/data/consent.yaml").read_text(encoding="utf-8"))
    for name in ("version", "personal_information", "sensitive_information"):
        assert compact(consent[name]) in compact(pages["/privacy/"].text)
