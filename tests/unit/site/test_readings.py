"""Readings of ours: each rests on the source's own words, and the pages lead to it."""

from typing import Any

import pytest
import yaml

from shared_rules import articles
from shared_rules.messages import catalogue
from tests.unit.site.building import ROOT, Page, compact

FILE = ROOT / "content" / "data" / "readings.yaml"
READINGS: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["readings"]
NAMES = [each["name"] for each in READINGS]


@pytest.mark.parametrize("reading", READINGS, ids=NAMES)
def test_a_reading_quotes_the_notice_word_for_word(
    pages: dict[str, Page], reading: dict[str, Any]
) -> None:
    notice = compact(pages["/notice/"].verbatim)
    assert reading["quotes"]
    assert all(compact(quote) in notice for quote in reading["quotes"])


@pytest.mark.parametrize("reading", READINGS, ids=NAMES)
def test_a_reading_says_what_else_may_be_meant_and_who_decides(
    pages: dict[str, Page], reading: dict[str, Any]
) -> None:
    said = pages["/readings/"].text
    assert reading["others"]
    assert all(other in said for other in reading["others"])
    assert reading.get("answer", "待区总女职工部确认") in said


@pytest.mark.parametrize("name", NAMES)
def test_the_article_leads_to_what_is_read_into_it(pages: dict[str, Page], name: str) -> None:
    assert name in pages["/readings/"].ids
    read = articles.article_read(name)
    if read.startswith("article-"):
        assert f"/readings/#{name}" in pages[f"/regulations/{read}/"].links


def test_every_page_leads_to_the_readings(pages: dict[str, Page]) -> None:
    assert all("/readings/" in page.links for page in pages.values())


@pytest.mark.parametrize("name", NAMES)
def test_who_meets_a_reading_is_led_to_it(pages: dict[str, Page], name: str) -> None:
    told = any(each.article == name for each in catalogue().values())
    apart = {f"/regulations/{articles.article_read(name)}/", "/readings/"}
    leads = [at for at, page in pages.items() if f"/readings/#{name}" in page.links]
    assert told or set(leads) - apart


# What the rules decide and the documents do not say: never told as an article's own words.
DECIDED_BY_US = {
    "reading-article-4-continuous": ["cover.gap", "renewal.lapsed", "acceptance.old_cover_apart"],
    "reading-article-4-last-day": ["old_policies.last_day"],
    "reading-article-5-waiting": [
        *("cover.waiting_cut_short", "lump_sum.premium_given_back", "lump_sum.goes_on_open"),
        *("claim_state.awaiting_refund", "claim_state.refunded"),
    ],
    "reading-article-5-ended": [
        *("cover.item_ended", "cover.item_refunded", "lump_sum.refunded_before"),
    ],
    "reading-article-6-days": ["allowance.waiting", "allowance.transfer", "claim.stay_goes_on"],
    "reading-article-9-names": ["certificate.proposed", "certificate.other_kind"],
    "reading-article-20-plan": [
        *("cover.before_first_plan", "cover.plan_changed", "allowance.not_in_plan"),
        *("lump_sum.not_in_plan", "premium.two_sums", "acceptance.premium_undecided"),
    ],
}


@pytest.mark.parametrize(
    ("code", "reading"),
    [(code, reading) for reading, codes in DECIDED_BY_US.items() for code in codes],
)
def test_what_we_decide_is_told_as_a_reading(code: str, reading: str) -> None:
    assert catalogue()[code].article == reading


def test_messages_rest_on_readings_that_there_are() -> None:
    named = {each.article for each in catalogue().values() if each.article}
    assert {name for name in named if name.startswith("reading-")} <= set(NAMES)
