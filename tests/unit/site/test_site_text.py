"""What is the source's, word for word, and what stands beside it."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared_rules import yaml_file
from shared_rules.plans import in_force
from tests.hand_written import read_cases
from tests.unit.site.building import ROOT, Page, build, compact, copy_sources

SOURCE_DIGEST = "30cdad670d4b92e7ebbea5d80a3c2eb951689af2c1a6d0740092aedec24a7b7b"
LETTERHEAD = "宁夏回族自治区总工会女职工委员会文件"


def data(name: str) -> dict[str, Any]:
    text = (ROOT / "content" / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def test_every_page_says_who_runs_it_and_whom_to_call(pages: dict[str, Page]) -> None:
    areas = data("areas")
    department, phone = areas["federation"]["department"], areas["federation"]["phone"]
    hotline = in_force(date(2026, 11, 29)).hotline.number
    for address, page in pages.items():
        for words in (f"主办：{department}", areas["insurer"], phone, "12351", "谨防诈骗"):
            assert words in page.text, address
        assert {f"tel:{phone.replace('-', '')}", f"tel:{hotline}"} <= set(page.links), address


def test_the_notice_is_the_source_word_for_word(pages: dict[str, Page]) -> None:
    shown = compact(pages["/notice/"].verbatim)
    assert shown.startswith(LETTERHEAD)
    # The source file has the letterhead last; on paper and on the page it stands on top.
    text = shown.removeprefix(LETTERHEAD) + LETTERHEAD
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


def test_contacts_of_today_are_on_their_page(pages: dict[str, Page]) -> None:
    areas, page = data("areas"), pages["/contacts/"]
    for contact in [*areas["contacts"], areas["coordinator"]]:
        assert contact["name"] in page.text
        assert contact["area"] in page.text
        assert f"tel:{contact['phone']}" in page.links
    assert areas["federation"]["phone"] in page.text
    assert areas["federation"]["email"] in page.text


def test_consents_are_on_the_privacy_page(pages: dict[str, Page]) -> None:
    text = compact(pages["/privacy/"].text)
    for consent in data("consent").values():
        assert all(compact(words) in text for words in consent.values())


def test_the_papers_are_those_of_article_14(pages: dict[str, Page]) -> None:
    article = compact(pages["/regulations/article-14/"].verbatim)
    listed = article.partition("提供完备的理赔申请材料：")[2].removesuffix("。").split("；")
    assert len(listed) == 6
    assert [compact(paper["source"]) for paper in data("papers")["papers"]] == listed


ARTICLES = [f"article-{number}" for number in range(1, 22)]
CALCULATED = (4, 5, 6, 7, 9, 14, 15)
TOOLS = {"/eligibility/": (3, 4, 10, 19), "/calculators/": CALCULATED, "/claim/": (14, 15)}


@pytest.mark.parametrize("tool", TOOLS)
def test_articles_name_the_tools_that_carry_them_out(pages: dict[str, Page], tool: str) -> None:
    for number in TOOLS[tool]:
        linked = {link.partition("#")[0] for link in pages[f"/regulations/article-{number}/"].links}
        assert tool in linked, number


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_that_code_carries_out_has_an_example(name: str) -> None:
    facts = data("articles")[name]
    assert facts.get("examples") or facts.get("by_person")


def test_every_article_has_something_beside_its_text() -> None:
    assert list(data("articles")) == ARTICLES


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_decided_by_a_person_where_the_rules_say_so(
    pages: dict[str, Page], name: str
) -> None:
    by_person = "by_person" in yaml_file.read(ROOT / "shared_rules" / "carried_out.yaml")[name]
    assert ("by_person" in data("articles")[name]) is by_person
    shown = pages[f"/regulations/{name}/"].text
    assert ("由人工判断。" in shown) is by_person
    assert ("给维护人员" in shown) is not by_person


@pytest.mark.parametrize("name", ARTICLES)
def test_the_examples_of_an_article_are_cases_of_it(pages: dict[str, Page], name: str) -> None:
    cases = read_cases()
    shown = pages[f"/regulations/{name}/"].text
    for example in data("articles")[name].get("examples", []):
        (case,) = [case for case in cases if case["name"] == example]
        assert example in shown
        same_reason = {case["article"], *case["expected"].get("articles", [])}
        assert name in same_reason


def test_an_unknown_example_stops_the_build(tmp_path: Path) -> None:
    articles = copy_sources(tmp_path) / "content" / "data" / "articles.yaml"
    text = articles.read_text(encoding="utf-8").replace(
        "10000 个人 100 万元", "10000 个人 101 万元"
    )
    articles.write_text(text, encoding="utf-8")
    assert build("mkdocs", tmp_path).returncode != 0
