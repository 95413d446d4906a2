"""The calculators in a browser: dates in, days and yuan out, a calendar file to take away."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import SCHEMES, show_in, violations_in_both_schemes
from tests.browser.conftest import PHONE, PageOf, Shoot, Watched, cut_off, dated

# As by hand: who changes an input sees no answer to another.
EMPTY = """forms => forms.forEach(form => {
  form.reset();
  form.dispatchEvent(new Event("input"));
})"""


def opened(page: Page) -> Page:
    page.goto("/calculators/")
    return page


@pytest.fixture
def page(visit: Watched, tab: Page) -> Iterator[Page]:
    """The calculators as somebody sees them who was never here."""
    yield opened(visit.again(tab))
    tab.goto("about:blank")
    assert not visit.faults


@pytest.fixture
def emptied(visit: Watched, tab: Page) -> Iterator[Page]:
    """The same where only inputs are filled: after another such test, its forms are emptied."""
    if tab.url == "about:blank":
        opened(visit.again(tab))
    tab.locator("form[id$=-form]").evaluate_all(EMPTY)
    yield tab
    assert not visit.faults


def calculate(page: Page, name: str, **inputs: str) -> None:
    form = page.locator(f"#{name}-form")
    for field, text in inputs.items():
        form.locator(f"[name='{field}']").fill(text)
    form.get_by_role("button", name="算一算").click()


def slot(page: Page, name: str, field: str) -> str:
    return page.locator(f"#{name}-answer:visible [data-slot={field}]").inner_text()


THREE_DAYS = {
    "consent": "2026-03-02",
    "premium_received": "2026-03-05",
    "policy_issued": "2026-03-04",
}


class TestCover:
    @pytest.mark.parametrize(
        ("old_last_day", "days", "waiting", "titles"),
        [
            ("", (6, 5), "到 2026年4月4日 为止", []),
            ("2026-03-05", (6, 5), "连续续保，没有等待期", []),
            ("2026-03-04", (6, 5), "到 2026年4月4日 为止", ["保险中断过"]),
            ("2026-03-06", (7, 6), "连续续保，没有等待期", []),
            ("2026-06-05", (6, 5), "连续续保，没有等待期", ["两份保险单时间重叠"]),
        ],
    )
    def test_the_days_of_a_cover(
        self,
        emptied: Page,
        old_last_day: str,
        days: tuple[int, int],
        waiting: str,
        titles: list[str],
    ) -> None:
        calculate(emptied, "cover", **THREE_DAYS, old_last_day=old_last_day)
        expect(emptied.locator("#cover-answer h3")).to_be_focused()
        first, last = days
        assert slot(emptied, "cover", "first_day") == f"2026年3月{first}日"
        assert slot(emptied, "cover", "last_day") == f"2027年3月{last}日"
        assert slot(emptied, "cover", "renew_by") == f"2027年3月{last}日"
        assert slot(emptied, "cover", "waiting") == waiting
        expect(emptied.locator("#cover-answer .reasons b")).to_have_text(titles)

    @pytest.mark.parametrize(
        ("inputs", "field", "words"),
        [
            ({"consent": ""}, "cover-consent", "请填写保险公司同意承保的日期"),
            ({"agreed": "2026-03-05"}, "cover-agreed", "保险不能早于这一天生效"),
            ({"policy_issued": "2018-12-31"}, "cover-policy", "早于本站收录的第一个保障方案"),
            ({"consent": "1800-01-01"}, "cover-consent", "1900年1月1日"),
            ({"old_last_day": "2999-01-01"}, "cover-old", "2199年12月31日"),
        ],
    )
    def test_what_cannot_be_is_said_at_its_field(
        self, emptied: Page, inputs: dict[str, str], field: str, words: str
    ) -> None:
        calculate(emptied, "cover", **{**THREE_DAYS, **inputs})
        expect(emptied.locator("#cover-form .error-summary")).to_be_focused()
        expect(emptied.locator(f"#{field}-error")).to_contain_text(words)
        expect(emptied.locator("#cover-answer")).to_be_hidden()

    def test_half_a_date_is_no_date(self, page: Page) -> None:
        page.locator("#cover-consent").press_sequentially("0203")
        calculate(page, "cover")
        expect(page.locator("#cover-consent-error")).to_contain_text("没有填全")

    def test_another_input_takes_the_old_answer_away(self, emptied: Page) -> None:
        calculate(emptied, "cover", **THREE_DAYS)
        expect(emptied.locator("#cover-answer")).to_be_visible()
        emptied.locator("#cover-consent").fill("2026-03-09")
        expect(emptied.locator("#cover-answer")).to_be_hidden()


ILLNESS = {
    "specimen": "2026-05-01",
    "diagnosis": "2026-05-06",
    "policy.1.first_day": "2026-03-10",
    "stay.1.admission": "2026-05-10",
    "stay.1.discharge": "2026-05-17",
}


def choose_illness(page: Page, item: str = "乳腺癌", sure: str = "是") -> None:
    page.get_by_label(item).first.check()
    page.locator("#benefits-form").get_by_label(sure, exact=True).check()


def contrast(one: str, other: str) -> float:
    """WCAG's contrast of two colours, `rgb(1, 2, 3)`."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    shares = [int(number) / 255 for number in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class TestBenefits:
    def test_lump_sum_and_allowances_line_by_line(self, page: Page, shoot_each_size: Shoot) -> None:
        choose_illness(page)
        page.get_by_role("button", name="再加一次住院").click()
        expect(page.locator("[name='stay.2.admission']")).to_be_focused()
        second = {"stay.2.admission": "2026-06-01", "stay.2.discharge": "2026-06-03"}
        calculate(page, "benefits", **ILLNESS, **second)
        expect(page.locator("#benefits-answer h3")).to_be_focused()
        assert slot(page, "benefits", "lump_sum") == "100,000 元"
        assert slot(page, "benefits", "allowance") == "400 元"
        assert slot(page, "benefits", "total") == "100,400 元"
        lines = page.locator("#benefits-answer .arithmetic b")
        expect(lines).to_have_text(
            ["7 天 − 3 天免赔 = 4 天 × 100 元 = 400 元", "2 天 − 2 天免赔 = 0 天"]
        )
        expect(page.locator("#benefits-answer")).to_contain_text("以保险公司核定为准")
        expect(page.locator("#benefits-answer svg rect")).to_have_count(5)
        picture = page.locator("#benefits-answer svg")
        expect(picture).to_have_attribute(
            "aria-label", re.compile("到2027年3月9日：保险期间：2026年")
        )
        expect(picture.locator("text")).to_have_text(
            [
                "保险期间：2026年3月10日至2027年3月9日",
                "等待期：2026年3月10日至2026年4月8日",
                "住院：2 段",
                "病检标本提取日：2026年5月1日",
                "2026年3月10日",
                "2027年3月9日",
            ]
        )
        written_otherwise = re.compile(r"\d{4}-\d\d-\d\d|\d{4} 元|不用改")
        assert not written_otherwise.findall(page.locator("#benefits-answer").inner_text())
        shoot_each_size(page, "calculators")

    def test_the_bars_stand_out_in_both_schemes(self, page: Page) -> None:
        choose_illness(page)
        calculate(page, "benefits", **ILLNESS)
        expect(page.locator("#benefits-answer")).to_be_visible()
        bars = page.locator("#benefits-answer rect").all()
        assert len(bars) == 4
        for scheme in SCHEMES:
            show_in(page, scheme)
            ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
            for bar in bars:
                fill = bar.evaluate("each => getComputedStyle(each).fill")
                assert contrast(fill, ground) >= 3, (scheme, fill)

    @pytest.mark.parametrize(
        ("inputs", "lump_sum", "refund", "allowance"),
        [
            ({"specimen": "2026-04-08"}, "0 元", "100 元", "0 元"),
            ({"specimen": "2026-04-09"}, "100,000 元", "0 元", "400 元"),
            ({"specimen": "2026-03-09"}, "0 元", "0 元", "0 元"),
            ({"specimen": "2027-03-09", "diagnosis": "2027-03-12"}, "100,000 元", "0 元", "400 元"),
        ],
        ids=["last day of waiting", "first day after", "before cover", "last day of cover"],
    )
    def test_the_day_of_the_specimen_decides(
        self, emptied: Page, inputs: dict[str, str], lump_sum: str, refund: str, allowance: str
    ) -> None:
        choose_illness(emptied)
        calculate(emptied, "benefits", **{**ILLNESS, **inputs})
        assert slot(emptied, "benefits", "lump_sum") == lump_sum
        assert slot(emptied, "benefits", "refund") == refund
        assert slot(emptied, "benefits", "allowance") == allowance

    def test_a_policy_that_follows_without_a_gap_has_no_waiting(self, page: Page) -> None:
        choose_illness(page, "其它妇科癌")
        page.get_by_role("button", name="再加一份保险单").click()
        policies = {"policy.1.first_day": "2025-03-10", "policy.2.first_day": "2026-03-10"}
        calculate(page, "benefits", **{**ILLNESS, "specimen": "2026-03-15", **policies})
        assert slot(page, "benefits", "lump_sum") == "50,000 元"

    def test_rows_are_taken_away_and_numbered_anew(self, page: Page) -> None:
        stays = page.locator("#stays")
        page.get_by_role("button", name="再加一次住院").click()
        page.locator("[name='stay.2.admission']").fill("2026-06-01")
        stays.get_by_role("button", name="去掉").first.click()
        expect(stays.locator("legend")).to_have_text(["第 1 次住院"])
        expect(page.locator("[name='stay.1.admission']")).to_have_value("2026-06-01")
        expect(page.get_by_role("button", name="再加一次住院")).to_be_focused()

    def test_without_a_stay_there_is_no_allowance(self, page: Page) -> None:
        choose_illness(page)
        page.locator("#stays").get_by_role("button", name="去掉").click()
        known = {name: day for name, day in ILLNESS.items() if not name.startswith("stay")}
        calculate(page, "benefits", **known)
        assert slot(page, "benefits", "total") == "100,000 元"
        expect(page.locator("[data-part=arithmetic]")).to_be_hidden()

    def test_mistakes_are_said_at_their_fields(self, page: Page) -> None:
        calculate(page, "benefits")
        for field in ("benefits-item", "benefits-sure", "benefits-specimen", "stay-1-discharge"):
            expect(page.locator(f"#{field}-error")).to_be_visible()
        choose_illness(page)
        calculate(page, "benefits", **{**ILLNESS, "stay.1.discharge": "2026-05-09"})
        expect(page.locator("#stay-1-admission-error")).to_contain_text("不能早于入院")


class TestDeadlines:
    @pytest.mark.parametrize(
        ("inputs", "report_by", "left", "titles"),
        [
            ({}, "2026年3月11日", "还有 9 天", []),
            ({"diagnosed": "2026-02-20"}, "2026年3月2日", "今天就是", []),
            ({"diagnosed": "2026-02-19"}, "2026年3月2日", "今天就是", []),
            ({"diagnosed": "2026-02-18"}, "2026年2月28日", "", ["报案晚了"]),
            ({"reported": "2026-03-11"}, "2026年3月11日", "", []),
            ({"reported": "2026-03-12"}, "2026年3月11日", "", ["报案晚了"]),
        ],
    )
    def test_the_clock_to_report(
        self, emptied: Page, inputs: dict[str, str], report_by: str, left: str, titles: list[str]
    ) -> None:
        calculate(emptied, "deadlines", **{"diagnosed": "2026-03-01", **inputs})
        assert slot(emptied, "deadlines", "report_by") == report_by
        assert left in slot(emptied, "deadlines", "left")
        expect(emptied.locator("#deadlines-answer .reasons b")).to_have_text(titles)
        expect(emptied.locator("[data-slot=pay_by]")).to_be_hidden()

    def test_workdays_to_pay_are_provisional_where_the_calendar_is_not_out(
        self, emptied: Page
    ) -> None:
        calculate(emptied, "deadlines", papers_complete="2026-03-02")
        assert slot(emptied, "deadlines", "pay_by") == "2026年3月23日"
        expect(emptied.locator("#deadlines-answer [data-provisional]").first).to_be_hidden()
        calculate(emptied, "deadlines", papers_complete="2098-03-03")
        expect(emptied.locator("#deadlines-answer .reasons b")).to_have_text(["日期是暂定的"])
        expect(emptied.locator("[data-line=pay_by] [data-provisional]")).to_be_visible()

    @pytest.mark.parametrize(
        ("inputs", "field", "words"),
        [
            ({}, "diagnosed", "请至少填写确诊日期"),
            ({"diagnosed": "2026-03-02", "reported": "2026-03-01"}, "reported", "不能早于确诊"),
            ({"diagnosed": "2018-12-01"}, "diagnosed", "没有收录那时的保障方案"),
        ],
    )
    def test_mistakes_are_said_at_their_fields(
        self, emptied: Page, inputs: dict[str, str], field: str, words: str
    ) -> None:
        calculate(emptied, "deadlines", **inputs)
        expect(emptied.locator(f"#deadlines-{field}-error")).to_contain_text(words)

    def test_the_days_go_into_a_calendar(self, page: Page, folder: Path) -> None:
        calculate(page, "deadlines", diagnosed="2026-12-25", papers_complete="2098-03-03")
        with page.expect_download() as download:
            page.get_by_role("button", name="存到日历").click()
        file = folder / download.value.suggested_filename
        download.value.save_as(file)
        assert file.suffix == ".ics"
        content = file.read_bytes()
        assert content.count(b"\n") == content.count(b"\r\n")
        text = content.decode().replace("\r\n ", "")
        assert "DTSTART;VALUE=DATE:20270104\r\nDTEND;VALUE=DATE:20270105\r\n" in text
        assert "SUMMARY:安康保：最晚报案日\r\n" in text
        assert "SUMMARY:安康保：理赔款最晚到账日（暂定）\r\n" in text


def test_it_works_without_a_network_after_the_first_visit(page_of: PageOf) -> None:
    page = opened(dated(page_of(PHONE, keeps_pages=True)))
    expect(page.locator("#offline")).to_be_visible(timeout=20_000)
    cut_off(page)
    page.goto("/calculators/")
    calculate(page, "cover", **THREE_DAYS)
    assert slot(page, "cover", "first_day") == "2026年3月6日"


def test_nothing_that_is_typed_is_sent_or_kept(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    choose_illness(page)
    calculate(page, "benefits", **ILLNESS)
    assert not [url for url in sent if "2026-05" in url]
    assert "2026-05" not in page.evaluate("JSON.stringify([{...localStorage}, location.href])")


def test_axe_finds_nothing_in_the_answers(page: Page) -> None:
    calculate(page, "benefits")
    assert not violations_in_both_schemes(page)
    choose_illness(page)
    calculate(page, "benefits", **ILLNESS)
    calculate(page, "cover", **THREE_DAYS, old_last_day="2026-03-01")
    calculate(page, "deadlines", diagnosed="2026-02-01", papers_complete="2098-03-03")
    assert not violations_in_both_schemes(page)
