"""Addresses, links, what pages load, and what is published."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from downloads import FILES
from search_index import NAME

from tests import kept_forms
from tests.unit.site.building import (
    ROOT,
    Page,
    ask_for,
    build,
    compact,
    copy_sources,
    read_pages,
)

ADDRESSES = [
    *("", "notice", "regulations", "plan", "contacts", "enrol", "claim", "faq", "privacy"),
    *("accessibility", "calculators", "changes", "eligibility", "roster", "roster/print", "status"),
    "roster/certificate",
    *("desk", "services", "readings", "verify"),
    *(f"regulations/article-{number}" for number in range(1, 22)),
]

POLICY = re.compile(r'"Content-Security-Policy" content="([^"]*)"')


def test_the_build_never_empties_the_folder_of_its_sources() -> None:
    assert "\nsite_dir: !ENV [SITE_DIR, build/site]\n" in (ROOT / "mkdocs.yml").read_text(
        encoding="utf-8"
    )


def test_a_page_says_of_which_version_it_is(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    assert f"本站版本 {kept_forms.version()}<" in home


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_has_a_page(site: Path, address: str) -> None:
    assert (site / address / "index.html").is_file()


@pytest.mark.parametrize("builder", ["site", "other_site"])
def test_only_what_pages_need_is_published(builder: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(builder)
    kinds = {file.suffix or file.name for file in site.rglob("*") if file.is_file()}
    # Licences of scripts that are not ours are .txt, or LICENSE.
    web = {
        "LICENSE",
        ".txt",
        ".html",
        ".css",
        ".js",
        ".mjs",
        ".wasm",
        ".zip",
        ".svg",
        ".json",
        ".xml",
        ".gz",
        ".png",
        ".webmanifest",
    }
    assert kinds <= web | {Path(name).suffix for name in FILES}
    scripts = {file.name for file in site.glob("*.js")}
    assert scripts == {"service-worker.js", "offline-files.js"}
    assert not (site / "overrides").exists()
    assert not (site / "data").exists()
    assert {file.name for file in site.glob("*.json")} == {NAME}


def test_both_builders_make_the_same_site(
    site: Path, pages: dict[str, Page], other_site: Path
) -> None:
    for kind in ("*.html", "css/**/*.css", "js/**/*.js", "downloads/*", NAME):
        ours = {str(file.relative_to(site)) for file in site.rglob(kind)}
        theirs = {str(file.relative_to(other_site)) for file in other_site.rglob(kind)}
        assert ours == theirs
    # All that the search says is read from the pages.
    assert (site / NAME).read_bytes() == (other_site / NAME).read_bytes()
    for address, page in read_pages(other_site).items():
        assert page.said, address
        assert same_for_people(page, address) == same_for_people(pages[address], address)
        assert not page.inline_code, address
        assert not [url for url in page.loaded if urlsplit(url).netloc], address


def same_for_people(page: Page, address: str) -> list[object]:
    """What must not depend on who builds a page: words, landmarks, where its links lead."""
    # The way past the header leads to the first heading, or to a place of its own.
    skips = {urljoin(address, link) for link in page.links if link.startswith("#")}
    links = {urljoin(address, link) for link in page.links} - skips
    return [list(map(compact, page.said)), page.landmarks, sorted(links), len(skips)]


def test_an_unknown_name_stops_zensical_too(tmp_path: Path) -> None:
    """One page is enough, and is built in no time."""
    settings = copy_sources(tmp_path) / "mkdocs.yml"
    for page in (tmp_path / "content").rglob("*.md"):
        page.unlink()
    settings.write_text(settings.read_text(encoding="utf-8").partition("\nnav:")[0], "utf-8")
    ask_for("plann", tmp_path)
    done = build("zensical", tmp_path)
    assert done.returncode != 0
    assert "'plann' is undefined" in done.stdout + done.stderr


def test_no_link_inside_the_site_is_broken(pages: dict[str, Page], site: Path) -> None:
    for address, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(address, link))
            if target.scheme:
                continue
            if not target.path.endswith("/"):
                assert (site / target.path[1:]).is_file(), f"{address} links to {link}"
                continue
            assert target.path in pages, f"{address} links to {link}"
            if target.fragment:
                assert target.fragment in pages[target.path].ids, f"{address} links to {link}"


def test_a_forwarded_link_says_what_it_leads_to(pages: dict[str, Page], site: Path) -> None:
    said = {}
    for address in pages:
        text = (site / address[1:] / "index.html").read_text(encoding="utf-8")
        said[address] = re.findall(r'<meta property="og:description" content="([^"]+)"', text)
    assert all(len(each) == 1 for each in said.values()), said
    of_articles = [said[f"/regulations/article-{number}/"][0] for number in range(1, 22)]
    assert len(set(of_articles)) == len(of_articles)
    manifest = json.loads((site / "site.webmanifest").read_text(encoding="utf-8"))
    assert all((site / icon["src"][1:]).is_file() for icon in manifest["icons"])


def test_pages_load_nothing_from_another_host(pages: dict[str, Page], site: Path) -> None:
    loaded = [url for page in pages.values() for url in page.loaded]
    assert loaded
    assert not [url for url in loaded if urlsplit(url).netloc]
    for sheet in site.rglob("*.css"):
        assert not re.findall(r"(?:url\(|@import)\W*(?:https?:)?//", sheet.read_text("utf-8"))
    for script in (site / "js").rglob("*.js"):
        # oidc-client-ts reads relative addresses as if they were of this machine.
        others = re.findall(r"https?://(?!127\.0\.0\.1\b)[\w.]", script.read_text("utf-8"))
        assert not others, script


def test_the_only_outward_link_is_the_source_documents_own(pages: dict[str, Page]) -> None:
    outward = {link for page in pages.values() for link in page.links if urlsplit(link).netloc}
    assert {urlsplit(link).netloc for link in outward} == {"resources.pingan.com"}


def test_the_theme_has_no_reason_to_fetch_what_it_could(pages: dict[str, Page], site: Path) -> None:
    """Material's script names two hosts: for diagrams, and for a repository's stars."""
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert 'class="mermaid"' not in text
        assert "md-source__repository" not in text


def test_no_page_holds_code_that_the_policy_forbids(pages: dict[str, Page]) -> None:
    assert not {address: page.inline_code for address, page in pages.items() if page.inline_code}


def test_pages_repeat_what_of_the_policy_can_stand_in_a_page(site: Path) -> None:
    template = (ROOT / "template.yaml").read_text(encoding="utf-8")
    sent = re.search(r"ContentSecurityPolicy: !Sub\n +- >-\n(.*?)\n +[#-] ", template, re.DOTALL)
    said = POLICY.search((site / "index.html").read_text("utf-8"))
    assert sent
    assert said
    # A page may not say frame-ancestors, and knows no bucket: it leaves open whom it asks, and the
    # desk's page from where it shows papers.
    unsaid = ("connect-src", "form-action", "frame-ancestors", "frame-src")
    repeated = {
        re.sub(r" https://\$\{RecordsBucket\.\w+\}", "", each)
        for each in _directives(sent[1])
        if not each.startswith(unsaid)
    } | {"connect-src *"}
    assert _directives(said[1]) == repeated | {"frame-src 'self'"}
    desk = POLICY.search((site / "desk" / "index.html").read_text("utf-8"))
    assert desk
    assert _directives(desk[1]) == {
        *(each for each in repeated if not each.startswith("img-src")),
        *("img-src * data:", "frame-src *"),
    }


def test_no_page_says_where_somebody_came_from(site: Path) -> None:
    """Also where the distribution adds no headers: an address may hold a receipt."""
    for page in site.rglob("*.html"):
        assert '<meta name="referrer" content="no-referrer">' in page.read_text("utf-8"), page


def _directives(policy: str) -> set[str]:
    return {part.strip() for part in policy.split(";")}


def test_every_heading_has_a_name_that_stays(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        # The theme numbers its own toggles: `__nav_2`.
        numbered = [name for name in page.ids if re.fullmatch(r"(?!__).*_\d+", name)]
        assert not numbered, f"{address}: {numbered}"
