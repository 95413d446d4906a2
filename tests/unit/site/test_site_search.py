"""What the search finds for what people type, what it looks through, and what it weighs."""

import gzip
import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import macros
import pytest
import search_index
import yaml

from shared_rules import articles
from tests.unit.site.building import ROOT, Page

QUERIES = Path(__file__).with_name("search_queries.yaml")
FIRST_HIT = 0.85
TOP_THREE = 0.95
INDEX_BUDGET = 25_500
SCRIPT_BUDGET = 4_000

Found = dict[str, list[str]]


@cache
def queries(group: str) -> Found:
    read: Found = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))[group]
    return read


def index_file(site: Path) -> Path:
    return site / "search-index.gb18030.json"


def index(site: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(index_file(site).read_text(encoding="gb18030"))
    return read


def hits(site: Path, questions: list[str]) -> Found:
    """The addresses found for each question, as the browser finds them."""
    command = ["node", "tests/js/search-hits.js", str(index_file(site))]
    done = subprocess.run(
        command, cwd=ROOT, input="\n".join(questions), capture_output=True, text=True, check=True
    )
    return dict(zip(questions, json.loads(done.stdout), strict=True))


def answers(address: str, accepted: list[str]) -> bool:
    return address in accepted or address.partition("#")[0] in accepted


@pytest.mark.parametrize("group", ["known", "unseen"])
def test_questions_are_answered_in_peoples_own_words(site: Path, group: str) -> None:
    asked = queries(group)
    found = hits(site, list(asked))
    first = [q for q in asked if any(answers(each, asked[q]) for each in found[q][:1])]
    soon = [q for q in asked if any(answers(each, asked[q]) for each in found[q][:3])]
    assert [q for q in asked if not found[q]] == []
    assert len(first) >= FIRST_HIT * len(asked), sorted(asked.keys() - set(first))
    assert len(soon) >= TOP_THREE * len(asked), sorted(asked.keys() - set(soon))


def test_there_are_questions_enough_and_a_third_of_sixty_is_unseen() -> None:
    assert len(queries("known")) + len(queries("unseen")) >= 60
    assert len(queries("unseen")) >= 20
    assert not queries("known").keys() & queries("unseen").keys()


def test_counties_and_contacts_are_found(site: Path) -> None:
    areas = yaml.safe_load((ROOT / "content/data/areas.yaml").read_text(encoding="utf-8"))
    counties = [county["name"] for city in areas["cities"] for county in city["counties"]]
    names = [*counties, *{contact["name"] for contact in areas["contacts"]}]
    found = hits(site, names)
    assert [name for name in names if not found[name][0].startswith("/contacts/")] == []


def test_an_article_is_found_by_its_number(site: Path) -> None:
    labels = {articles.label(f"article-{number}"): number for number in range(1, 22)}
    found = hits(site, list(labels))
    for label, number in labels.items():
        assert f"/regulations/article-{number}/" in found[label][:3], label


def test_the_examples_that_are_offered_find_something(site: Path) -> None:
    examples = index(site)["examples"]
    assert examples
    assert all(hits(site, examples).values())


def test_a_question_of_nothing_but_signs_finds_nothing(site: Path) -> None:
    assert hits(site, ["？？？", "zzzz"]) == {"？？？": [], "zzzz": []}


def test_every_section_that_is_found_is_there(site: Path, pages: dict[str, Page]) -> None:
    addresses = [section[0] for section in index(site)["sections"]]
    assert len(addresses) == len(set(addresses))
    for address in addresses:
        page, _, anchor = address.partition("#")
        assert not anchor or anchor in pages[page].ids, address


def test_what_is_not_for_everybody_is_not_found(site: Path) -> None:
    pages = {section[0].partition("#")[0] for section in index(site)["sections"]}
    assert not pages & {"/desk/", "/roster/print/", "/roster/certificate/"}
    assert {"/faq/", "/contacts/", "/regulations/article-5/", "/claim/", "/notice/"} <= pages


def test_the_number_to_call_is_the_plans(site: Path, pages: dict[str, Page]) -> None:
    assert f"tel:{index(site)['hotline']}" in pages["/claim/"].links


def test_what_the_documents_leave_open_is_left_to_the_insurer(site: Path) -> None:
    text = {section[0]: section[4] for section in index(site)["sections"]}
    open_ones = ("retired", "temporary", "health", "benign", "leaving", "unit-changed", "cancel")
    for name in (*open_ones, "id-numbers", "two", "in-situ", "elsewhere"):
        assert "由保险公司核定" in text[f"/faq/#{name}"], name


def test_nothing_of_the_themes_search_is_left(site: Path, pages: dict[str, Page]) -> None:
    left = [
        file for file in site.rglob("*") if re.search(r"lunr|workers?/|search_index", str(file))
    ]
    assert left == []
    assert not (site / "search").exists()
    loaded = {path for page in pages.values() for path in page.loaded}
    assert f"/{index_file(site).name}" not in loaded


def test_the_search_is_small(site: Path) -> None:
    text = index_file(site).read_bytes()
    assert len(gzip.compress(text, 9, mtime=0)) <= INDEX_BUDGET
    (later,) = (site / "js" / "chunks").glob("results.*.js")
    box = site / "js" / "search" / "box.js"
    assert sum(len(gzip.compress(each.read_bytes(), 9)) for each in (box, later)) <= SCRIPT_BUDGET


PAGE = """<html><body><nav>菜单</nav><article class="md-content__inner">
<h1>常见问题</h1><p>先说一句。</p><h2 id="joining">参加</h2><h3 id="who">谁可以参加？</h3>
<p>女职工<b>可以</b>（<a class="article" href="/regulations/article-3/">第三条</a>）。</p>
<p hidden>藏着</p><div data-search-exclude>不找</div><h4>小标题</h4>
<select><option>海原县</option></select>
<h3 id="left" data-search-exclude>不列</h3><p>也不找</p></article></body></html>"""


def test_a_page_is_cut_at_its_headings() -> None:
    first, second = search_index.sections_of("/faq/", PAGE)
    assert (first.address, first.heading, first.text()) == ("/faq/", "常见问题", "先说一句。")
    assert (second.address, second.page) == ("/faq/#who", "常见问题")
    assert (second.articles, second.text()) == (["第三条"], "女职工可以。 小标题")


def test_a_page_that_robots_stay_out_of_has_no_sections() -> None:
    robots = PAGE.replace("<body>", '<head><meta name="robots" content="noindex"></head><body>')
    assert search_index.sections_of("/faq/", robots) == []


@pytest.mark.parametrize(("name", "entry"), [("asked", ["离开"]), ("weights", 2)])
def test_words_for_a_section_that_is_not_there_stop_the_build(
    site: Path, monkeypatch: pytest.MonkeyPatch, name: str, entry: object
) -> None:
    words = macros.read("search")
    words[name]["/faq/#gone"] = entry
    monkeypatch.setattr(search_index, "read", lambda _: words)
    with pytest.raises(search_index.NoSuchSectionError, match="/faq/#gone"):
        search_index.index_of(site)
