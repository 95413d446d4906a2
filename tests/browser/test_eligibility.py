"""Somebody asks “may I join?”: on a phone, by keyboard, on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from functions.local import samples
from tests.browser.accessibility import violations_in_both_schemes, violations_while_pressed
from tests.browser.conftest import NOW, Shoot, Watched
from tests.browser.eligibility_pages import (
    BORN_1986,
    WORKER,
    answer,
    answer_all,
    go_on,
    opened,
    question,
    reasons,
    verdict,
)

PERSON = samples.people(1, seed=5, today=NOW.date())[0]


@pytest.fixture
def watched_tab(visit: Watched, tab: Page) -> Iterator[Page]:
    yield tab
    assert not visit.faults


@pytest.fixture
def checker(visit: Watched, watched_tab: Page) -> Page:
    """The first question, as somebody sees it who was never here."""
    return opened(visit.again(watched_tab))


@pytest.fixture
def restarted(visit: Watched, watched_tab: Page) -> Page:
    """The first question, where there is an answer by starting again below it."""
    restart = watched_tab.locator("#restart")
    if not restart.is_visible():
        return opened(visit.again(watched_tab))
    restart.click()
    question(watched_tab, "谁要参加")
    return watched_tab


@pytest.fixture
def birth(visit: Watched, watched_tab: Page) -> Page:
    """The question for the birth date, come to anew, with nothing filled in."""
    year = watched_tab.locator("#birth-year")
    if year.is_visible():
        watched_tab.locator("#previous").click()
    else:
        answer(opened(visit.again(watched_tab)), "女职工本人")
    answer(watched_tab, "成立了")
    expect(watched_tab.locator("#error-summary")).to_be_hidden()
    for box in ("birth-year", "birth-month", "birth-day", "id-number"):
        watched_tab.locator(f"#{box}").fill("")
    return watched_tab


def test_a_healthy_worker_learns_that_she_may_join_by_which_articles_and_until_when(
    checker: Page, shoot_each_size: Shoot
) -> None:
    shoot_each_size(checker, "eligibility")
    answer_all(checker)
    assert verdict(checker) == "可以参加"
    expect(checker.locator("#met li:visible")).to_have_count(4)
    expect(checker.locator("#met a")).to_have_text(["第三条", "第十九条", "第四条", "第三条"])
    days = checker.locator("#dates")
    for day in ("2047年5月19日", "2051年5月19日", "2026年3月3日", "2027年3月2日", "2026年4月1日"):
        expect(days).to_contain_text(day)
    expect(days.get_by_text("没有等待期")).to_be_hidden()
    shoot_each_size(checker, "eligibility-answer")


@pytest.mark.parametrize(
    ("other", "outcome", "titles"),
    [
        ({"q1": "男职工的配偶"}, "可以参加", []),
        ({"q1": "职工的其他女性家属"}, "需要确认", ["其他女性家属需要确认"]),
        ({"q2": "没有"}, "不可以参加", ["单位还没有成立工会"]),
        ({"q2": "不清楚"}, "需要确认", ["要先确认单位有没有工会"]),
        ({"q3": ("2010", "3", "3")}, "可以参加", []),
        ({"q3": ("2010", "3", "4")}, "不可以参加", ["不满参保年龄"]),
        ({"q3": ("1965", "3", "4")}, "可以参加", ["快到年龄上限"]),
        ({"q3": ("1965", "3", "3")}, "不可以参加", ["超过首次参保年龄"]),
        ({"q3": ("1965", "3", "3"), "q4": "连续续保"}, "可以参加", []),
        ({"q3": ("1965", "3", "3"), "q4": "不清楚"}, "需要确认", ["只有连续续保才可以参加"]),
        ({"q3": ("1961", "3", "3"), "q4": "连续续保"}, "不可以参加", ["超过参保年龄"]),
        (
            {"q5": "患有乳腺癌、妇科癌，或正在治疗"},
            "不可以参加",
            ["患有“两癌”或正在治疗，不能首次参保"],
        ),
        ({"q5": "得过乳腺癌、妇科癌，已经治愈"}, "需要确认", ["曾患“两癌”、已经治愈，需要确认"]),
        ({"q5": "患有或得过其他重大疾病"}, "需要确认", ["患有其他重大疾病需要确认"]),
    ],
)
def test_every_answer_has_its_reason_its_article_and_what_to_do(
    restarted: Page, other: dict[str, str], outcome: str, titles: list[str]
) -> None:
    answer_all(restarted, **other)
    assert verdict(restarted) == outcome
    expect(reasons(restarted).locator("b")).to_have_text(titles)
    for reason in reasons(restarted).all():
        expect(reason.locator("a.article")).to_have_count(1)
        assert reason.locator("p").last.inner_text()
        assert "{" not in reason.inner_text()
        assert "名单" not in reason.inner_text()
    expect(restarted.get_by_role("link", name="对接人").locator("visible=true")).not_to_have_count(
        0
    )


def test_a_man_is_told_at_once(checker: Page) -> None:
    answer(checker, "男性")
    assert verdict(checker) == "不可以参加"
    expect(reasons(checker)).to_contain_text("男性不能参保（第三条）")
    expect(checker.locator("#answers dt")).to_have_text(["谁参加"])
    expect(checker.locator("#dates")).to_be_hidden()


def test_going_back_and_changing_answers_asks_nothing_twice(checker: Page) -> None:
    answer(checker, "女职工本人")
    question(checker, "单位成立工会")
    answer(checker, "没有")
    question(checker, "哪天出生")
    checker.go_back()
    question(checker, "单位成立工会")
    expect(checker.get_by_label("没有", exact=True)).to_be_checked()
    checker.get_by_role("button", name="上一步").click()
    question(checker, "谁要参加")
    checker.go_forward()
    question(checker, "单位成立工会")
    answer(checker, "没有")
    for given in (BORN_1986, "第一次参加", "身体健康", None):
        answer(checker, given)
    assert verdict(checker) == "不可以参加"
    checker.get_by_role("button", name="改：单位有工会").click()
    question(checker, "单位成立工会")
    answer(checker, "成立了")
    assert verdict(checker) == "可以参加"
    checker.get_by_role("button", name="重新回答").click()
    question(checker, "谁要参加")
    expect(checker.locator("#who")).not_to_be_checked()


def test_a_reload_in_the_middle_begins_again(checker: Page) -> None:
    answer(checker, "女职工本人")
    question(checker, "单位成立工会")
    checker.reload()
    expect(checker.get_by_role("heading", name="谁要参加")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        (("", "", ""), "year", "请填写出生的年份"),
        (("36岁", "5", "20"), "year", "不是年龄"),
        (("三十六", "5", "20"), "year", "4 位数字"),
        (("86", "5", "20"), "year", "4 位数字"),
        (("1986", "五", "20"), "month", "请用数字"),
        (("1986", "13", "20"), "month", "没有 13 月"),
        (("1986", "2", "30"), "day", "1986 年 2 月没有 30 日"),
        (("1987", "2", "29"), "day", "1987 年 2 月没有 29 日"),
        (("2026", "3", "3"), "year", "还没有到"),
        (("1899", "12", "31"), "year", "1900年1月1日"),
    ],
)
def test_a_birth_date_that_cannot_be_is_answered_in_plain_words_at_its_field(
    birth: Page, typed: tuple[str, str, str], field: str, words: str
) -> None:
    answer(birth, typed)
    expect(birth.locator("#error-summary")).to_be_focused()
    expect(birth.locator(f"#birth-{field}")).to_have_attribute("aria-invalid", "true")
    expect(birth.locator(f"#birth-{field}-error")).to_contain_text(words)


def test_on_a_phone_the_way_back_and_the_date_are_in_sight(checker: Page) -> None:
    for given in ("女职工本人", "成立了"):
        answer(checker, given)
        header = checker.locator(".md-header").bounding_box()
        back = checker.get_by_role("button", name="上一步").bounding_box()
        assert header
        assert back
        assert back["y"] >= header["y"] + header["height"]
    places = [checker.locator(f"#birth-{part}").bounding_box() for part in ("year", "month", "day")]
    assert len({place["y"] for place in places if place}) == 1


def test_full_width_digits_and_units_are_understood(checker: Page) -> None:
    answer_all(checker, q3=("１９８６年", "５月", "２０日"))
    assert verdict(checker) == "可以参加"


def test_nothing_chosen_is_said_at_the_question(checker: Page) -> None:
    go_on(checker)
    expect(checker.locator("#who-error")).to_have_text("请选择谁要参加。")


def swapped(number: str) -> str:
    place = next(place for place in range(14, 16) if number[place] != number[place + 1])
    return number[:place] + number[place + 1] + number[place] + number[place + 2 :]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (swapped(PERSON.id_number), "相邻两位颠倒"),
        (PERSON.id_number[:17], "这里是 17 位"),
        (PERSON.id_number[:6] + PERSON.id_number[8:17], "第一代"),
        (PERSON.id_number[:17] + "х", "西里尔字母"),
        (PERSON.id_number[:10] + "0230" + PERSON.id_number[14:], "第 7 至 14 位"),
    ],
    ids=["swapped", "short", "first generation", "cyrillic", "30 February"],
)
def test_a_wrong_id_number_says_which_mistake_it_looks_like(
    birth: Page, number: str, words: str
) -> None:
    birth.locator("#id-number").fill(number)
    go_on(birth)
    expect(birth.locator("#id-number-error")).to_contain_text(words)


def test_an_id_number_is_read_and_leaves_no_trace(checker: Page) -> None:
    sent: list[str] = []
    checker.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    answer(checker, "女职工本人")
    answer(checker, "成立了")
    checker.locator("#id-number").fill(PERSON.id_number)
    go_on(checker)
    question(checker, "第一次参加")
    expect(checker.locator("#id-number")).to_have_value("")
    for given in ("第一次参加", "身体健康", None):
        answer(checker, given)
    verdict(checker)
    year = PERSON.id_number[6:10]
    expect(checker.locator("#answers")).to_contain_text(f"{year}年")
    kept = checker.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, history.state, location.href])"
    )
    for told in (*sent, kept, checker.content()):
        assert PERSON.id_number not in told
        assert PERSON.id_number[6:14] not in told
    checker.reload()
    assert PERSON.id_number not in checker.content()


def shared_link(page: Page) -> str:
    return page.locator("[data-slot=share_link]").inner_text()


@pytest.mark.parametrize(
    ("other", "shown"),
    [
        ({}, "除健康情况外，可以参加"),
        ({"q2": "没有"}, "不可以参加"),
        ({"q2": "不清楚"}, "需要确认"),
    ],
)
def test_nobody_can_tell_her_health_from_what_she_shares(
    checker: Page, visit: Watched, other: dict[str, str], shown: str
) -> None:
    answer_all(checker, **other)
    verdict(checker)
    healthy = shared_link(checker)
    for illness in (
        "患有乳腺癌、妇科癌，或正在治疗",
        "得过乳腺癌、妇科癌，已经治愈",
        "患有或得过其他重大疾病",
    ):
        checker.get_by_role("button", name="改：健康情况").click()
        answer(checker, illness)
        verdict(checker)
        assert shared_link(checker) == healthy
    recipient = opened(visit.again(checker), healthy)
    expect(recipient.locator("#result .verdict")).to_have_text(shown)
    expect(recipient.locator("#met li:visible")).to_have_count(0)


def test_a_shared_link_tells_the_verdict_and_nothing_about_the_person(
    checker: Page, visit: Watched, shoot: Shoot
) -> None:
    answer_all(checker, q3=("1965", "3", "3"), q4="不清楚", q5="患有或得过其他重大疾病")
    assert verdict(checker) == "需要确认"
    link = shared_link(checker)
    assert "1965" not in link
    assert "illness" not in link
    other = opened(visit.again(checker), link)
    assert other.locator("#result .verdict").inner_text() == "需要确认"
    expect(reasons(other).locator("b")).to_have_text(["只有连续续保才可以参加"])
    expect(other.locator("#result")).to_contain_text("没有看健康情况")
    for part in ("#dates", "#answers", "#share"):
        expect(other.locator(part)).to_be_hidden()
    shoot(other, "eligibility-shared")
    other.get_by_role("button", name="重新回答").click()
    question(other, "谁要参加")
    assert "#" not in other.url


@pytest.mark.parametrize(
    "hash_", ["#outcome=maybe", "#conditions", "#outcome=ask&reasons=nonsense~<b>"]
)
def test_a_damaged_link_breaks_nothing(watched_tab: Page, visit: Watched, hash_: str) -> None:
    page = opened(visit.again(watched_tab), f"/eligibility/{hash_}")
    expect(page.locator("#checker, #result").locator("visible=true")).to_have_count(1)


@pytest.mark.parametrize(("start", "words"), [("", "请填写"), ("2026-03-01", "已经过去")])
def test_the_expected_start_is_a_day_to_come(checker: Page, start: str, words: str) -> None:
    for given in list(WORKER.values())[:5]:
        answer(checker, given)
    expect(checker.locator("#start")).to_have_value("2026-03-03")
    checker.locator("#start").fill(start)
    go_on(checker)
    expect(checker.locator("#start-error")).to_contain_text(words)


def test_it_works_by_keyboard_alone(checker: Page) -> None:
    checker.locator("#who").focus()
    for keys in (["Space", "Enter"], ["Tab", "Space", "Enter"]):
        for key in keys:
            checker.keyboard.press(key)
    question(checker, "哪天出生")


def test_the_answer_can_be_printed(checker: Page) -> None:
    answer_all(checker)
    checker.emulate_media(media="print")
    expect(checker.locator("#result .verdict")).to_be_visible()
    expect(checker.get_by_role("heading", level=1, name="我能参加吗")).to_be_visible()
    expect(checker.locator("#result")).to_contain_text("2026年3月2日，按")
    for left_out in ("#share", "#conditions", "table.conditions"):
        expect(checker.locator(left_out)).to_be_hidden()
    expect(checker.get_by_role("button", name="打印")).to_be_hidden()


def test_without_an_answer_the_conditions_are_printed(checker: Page) -> None:
    checker.emulate_media(media="print")
    expect(checker.locator("table.conditions")).to_be_visible()


def test_axe_finds_nothing_in_what_only_answers_show(checker: Page) -> None:
    go_on(checker)
    assert not violations_in_both_schemes(checker)
    assert not violations_while_pressed(checker)
    answer(checker, "职工的其他女性家属")
    answer(checker, "没有")
    assert not violations_in_both_schemes(checker)
    for given in (BORN_1986, "第一次参加", "身体健康", None):
        answer(checker, given)
    assert verdict(checker) == "不可以参加"
    assert not violations_in_both_schemes(checker)
    checker.get_by_role("button", name="改：单位有工会").click()
    answer(checker, "不清楚")
    assert verdict(checker) == "需要确认"
    assert not violations_in_both_schemes(checker)
