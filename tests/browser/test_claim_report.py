"""A claim reported from a phone: her own list first, short steps, papers, receipt, state."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from functions.local import demo_claim
from functions.records.areas import contact_of
from tests.browser import claim_pages as claim
from tests.browser.accessibility import (
    SCHEMES,
    show_in,
    tab_to,
    violations,
    violations_in_both_schemes,
)
from tests.browser.claim_pages import UNIT, WOMAN, day
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.functional.claims_requests import last_day_to_report


def answer_helper(
    page: Page, *, diagnosed: str, stay: tuple[str, str] | None, cover: str | None = None
) -> None:
    helper = page.locator("#helper")
    helper.get_by_label("诊断证明上写的是什么").fill("左乳浸润性导管癌")
    expect(helper.get_by_label("乳腺癌", exact=True)).to_be_checked()
    helper.get_by_label("哪天确诊的").fill(diagnosed)
    helper.get_by_label("住过院" if stay else "没有住院").check()
    if stay:
        helper.get_by_role("button", name="加一次住院").click()
        helper.get_by_label("入院日期").fill(stay[0])
        helper.get_by_label("出院日期").fill(stay[1])
    helper.get_by_label("参保的单位在哪个县").select_option("贺兰县")
    helper.get_by_label("单位名称").fill(UNIT)
    if cover:
        helper.get_by_label("生效日期").fill(cover)
        helper.get_by_label("第一次参加").check()
        helper.get_by_role("group", name="以前给付过").get_by_label("没有", exact=True).check()
    helper.get_by_role("button", name="列出清单").click()
    expect(helper.get_by_role("heading", name="给您的清单")).to_be_focused()


def test_from_her_own_list_to_a_receipt_a_state_and_the_papers_that_were_missing(
    page_of: PageOf, shoot_each_size: Shoot
) -> None:
    page = page_of(PHONE)
    page.goto("/claim/")
    answer_helper(page, diagnosed=day(4), stay=(day(20), day(10)), cover=day(100))
    expect_her_list(page)
    shoot_each_size(page, "claim-helper")
    page.get_by_role("button", name="开始报案").click()

    expect(claim.step(page, "insured").get_by_role("heading")).to_be_focused()
    expect(page.locator("#progress")).to_have_text("第 1 步，共 6 步")
    claim.fill_insured(page)
    claim.forward(page)
    claim.forward(page)
    expect_her_answers_carried_over(page)
    claim.step(page, "illness").get_by_label("病检标本提取日").fill(day(8))
    claim.step(page, "illness").get_by_label("确诊的医院").fill("宁夏示例医院")
    claim.step(page, "illness").get_by_label("出院日期").fill(day(21))
    claim.forward(page)
    expect(page.locator("#claim-errors")).to_contain_text("出院")
    claim.step(page, "illness").get_by_label("出院日期").fill(day(10))
    shoot_each_size(page, "claim-illness")
    claim.forward(page)
    claim.fill_bank(page)
    expect(page.get_by_label("户名")).to_have_value(WOMAN.name)
    claim.forward(page)

    claim.bring(page, "id_card", claim.photo("正面.jpg"), claim.photo("反面.jpg"))
    claim.bring(page, "pathology", claim.pdf())
    claim.expect_received(page, "正面.jpg", "反面.jpg", "病理报告.pdf")
    picture = claim.file_line(page, "正面.jpg").locator("img")
    expect(picture).to_have_attribute("src", re.compile("^data:image/jpeg"))
    shoot_each_size(page, "claim-papers")
    claim.to_check(page)
    expect_summary(page)
    shoot_each_size(page, "claim-check")
    claim.agree_and_submit(page)

    receipt, access_code = claim.receipt_of(page)
    assert re.fullmatch(r"LP-\d{4}-[0-9A-HJKMNP-TV-Z]{6}", receipt)
    for words in ("95511", contact_of("贺兰县").phone, "银行卡复印件", "100,700 元", "之内"):
        expect(page.locator("#receipt")).to_contain_text(words)
    expect(page.locator("#kept-here")).to_contain_text("已经记下")
    expect(page.locator("#clear-kept")).to_be_visible()
    notice = page.locator("#committee-notice")
    for words in (f"{UNIT}工会女职工委员会", WOMAN.name, receipt):
        expect(notice).to_contain_text(words)
    for secret in (access_code, "乳腺癌"):
        expect(notice).not_to_contain_text(secret)
    shoot_each_size(page, "claim-receipt")
    page.get_by_role("link", name="查进度、补材料").click()
    bring_what_is_missing(page)
    assert page.url.endswith(f"/status/?receipt={receipt}")
    assert access_code not in page.url
    shoot_each_size(page, "claim-state")


def test_the_demo_goes_to_a_receipt_sends_nothing_and_leaves_her_draft_alone(
    page_of: PageOf, shoot_each_size: Shoot
) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.step(page, "insured").get_by_label("姓名").fill(WOMAN.name)
    page.get_by_label("把草稿留在这台设备上").check()
    expect(page.locator("#draft-state")).to_contain_text("草稿已存")
    page.goto("/contacts/")
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(f"{asked.method} {asked.url}"))
    page.goto("/claim/?demo")
    page.get_by_role("button", name="开始演示").click()
    name = claim.step(page, "insured").get_by_label("姓名")
    given = demo_claim.answers()["insured.name"]
    expect(name).to_have_value(given)
    name.fill(WOMAN.name)
    page.get_by_role("button", name="核对", exact=False).first.click()
    expect(page.locator("#claim-errors")).to_contain_text("演示里只有一份")
    page.go_back()
    name.fill(given)
    for step in ("insured", "unit", "illness", "bank", "papers", "reporter"):
        expect(claim.step(page, step).locator("[data-demo]")).to_be_visible()
        claim.forward(page)
    claim.expect_checked(page)
    claim.agree_and_submit(page)
    expect(page.get_by_role("heading", name="演示：没有报案")).to_be_focused()
    assert "演示" in claim.slot(page, "receipt")
    shoot_each_size(page, "claim-demo-receipt")
    assert [each for each in sent if not each.startswith("GET ") or "/api/" in each] == []
    page.goto("/claim/")
    expect(name).to_have_value(WOMAN.name)
    expect(page.locator(".submitted-here")).to_be_hidden()


def expect_her_list(page: Page) -> None:
    listed = page.locator("#helper-answer")
    expect(listed.locator(".deadline")).to_contain_text("今天是第 4 天，最迟")
    expect(listed.locator(".checklist li")).to_have_count(6)
    expect(listed).to_contain_text(contact_of("贺兰县").name)
    expect(listed.locator("[data-slot=total]")).to_have_text("100,700 元")
    expect(listed.locator(".arithmetic")).to_contain_text("10 天 − 3 天免赔 = 7 天")
    with page.expect_download() as started:
        listed.get_by_role("button", name="存到日历").click()
    assert f"DTSTART;VALUE=DATE:{last_day_to_report(4):%Y%m%d}" in started.value.path().read_text(
        "utf-8"
    )


def expect_her_answers_carried_over(page: Page) -> None:
    expect(claim.step(page, "unit").get_by_label("单位名称")).to_have_value(UNIT)
    expect(claim.step(page, "unit").get_by_label("单位所在县")).to_have_value("贺兰县")
    illness = claim.step(page, "illness")
    expect(illness).to_be_visible()
    expect(illness.get_by_label("乳腺癌", exact=True)).to_be_checked()
    illness.get_by_label("诊断证明上写的是什么").fill("左乳导管原位癌")
    expect(illness.get_by_label("不清楚，由保险公司核定")).to_be_checked()
    illness.get_by_label("诊断证明上写的是什么").fill("左乳浸润性导管癌")
    expect(illness.get_by_label("乳腺癌", exact=True)).to_be_checked()
    expect(illness.get_by_label("确诊日期")).to_have_value(day(4))
    expect(illness.get_by_label("入院日期")).to_have_value(day(20))


def expect_summary(page: Page) -> None:
    check = claim.step(page, "check")
    for words in (WOMAN.name, WOMAN.id_number, UNIT, "宁夏示例医院", "工商银行", "已收到 2 个"):
        expect(check.locator(".given")).to_contain_text(words)
    expect(check).to_contain_text("100,700 元")
    expect(check.locator(".missing-papers li")).to_have_count(4)


def bring_what_is_missing(page: Page) -> None:
    state = page.locator("#claim-state")
    expect(state.get_by_role("heading", name="待补材料")).to_be_focused(timeout=claim.PATIENCE)
    expect(state.locator(".documents li")).to_have_count(3)
    expect(state).not_to_contain_text(WOMAN.name)
    for kind in ("policy", "diagnosis", "bank_card", "hospital_papers"):
        claim.bring(page, kind, claim.photo(f"{kind}.jpg"))
        claim.expect_received(page, f"{kind}.jpg")
    page.get_by_role("button", name="交上这些材料").click()
    expect(state.get_by_role("heading", name="材料已齐")).to_be_focused(timeout=claim.PATIENCE)
    expect(state.locator(".documents li")).to_have_count(7)
    expect(state.locator(".file")).to_have_count(0)
    expect(state.locator("[data-part=pay_by]")).to_be_visible()
    expect(state.locator(".timeline")).to_contain_text("补交了材料")


@pytest.mark.parametrize(
    ("diagnosed", "words"),
    [("2026-06-17", "今天确诊"), ("2026-06-07", "也是最后一天"), ("2026-06-06", "已经过了 1 天")],
)
def test_her_list_says_how_much_time_is_left(page_of: PageOf, diagnosed: str, words: str) -> None:
    page = page_of(PHONE, alone=True)
    page.clock.set_fixed_time("2026-06-17T09:00:00+08:00")
    page.goto("/claim/")
    answer_helper(page, diagnosed=diagnosed, stay=None)
    listed = page.locator("#helper-answer")
    expect(listed.locator(".deadline")).to_contain_text(words)
    expect(listed.locator(".checklist li")).to_have_count(5)
    is_late = "已经过了" in words
    expect(listed.get_by_role("button", name="存到日历")).to_be_visible(visible=not is_late)
    expect(listed.locator("[data-part=late] li")).to_have_count(1 if is_late else 0)


def test_without_script_the_guide_is_all_there(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.route("**/*.js", lambda route: route.abort())
    page.goto("/claim/")
    expect(page.locator("#all-papers li")).to_have_count(6)
    expect(page.get_by_role("heading", name="报案期限怎么算")).to_be_visible()
    expect(page.get_by_role("button", name="列出清单")).to_be_disabled()
    expect(page.locator("#claim-form")).to_be_hidden()


def test_a_late_report_of_a_husband_without_any_paper_is_taken(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    expect(page.get_by_label("为什么晚了")).to_be_hidden()
    claim.to_papers(page, diagnosed=day(60))
    page.locator("button[data-step=illness]").click()
    page.get_by_label("为什么晚了").fill("她一直住院，刚拿到诊断书")
    page.locator("button[data-step=papers]").click()
    claim.forward(page)
    reporter = claim.step(page, "reporter")
    reporter.get_by_label("配偶").check()
    reporter.get_by_label("您的姓名").fill("李强")
    reporter.get_by_label("您的电话").fill("0951-2090080")
    claim.forward(page)
    claim.expect_checked(page)
    expect(claim.step(page, "check").locator(".given")).to_contain_text("刚拿到诊断书")
    claim.agree_and_submit(page)
    claim.receipt_of(page)
    expect(page.locator("#receipt")).to_contain_text("本站照样收")
    expect(page.locator("#receipt .missing-papers li")).to_have_count(5)


def test_a_report_that_got_no_answer_is_sent_again_and_kept_once(page_of: PageOf) -> None:
    page = page_of(DESK)
    claim.open_form(page)
    claim.to_papers(page)
    claim.to_check(page)
    keys: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        keys.append(route.request.headers["idempotency-key"])
        if len(keys) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/api/claims", lose_the_first_answer)
    claim.agree_and_submit(page)
    expect(page.get_by_text("没有连上网站")).to_be_visible()
    claim.receipt_of(page)
    assert len(keys) == 2
    assert len(set(keys)) == 1


def test_a_wrong_code_is_refused_in_words(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.look_up(page, "LP-2026-000000", "00000-00000")
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator("#error-summary")).to_contain_text("都相符的记录")
    expect(page.locator("#claim-state")).to_be_hidden()


def test_with_the_keyboard_alone(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/claim/")
    press = page.keyboard.press
    tab_to(page, "#helper-form [data-report]:enabled")
    press("Enter")
    expect(claim.step(page, "insured").get_by_role("heading")).to_be_focused()
    type_person_and_unit(page)
    type_illness(page)
    tab_to(page, "#bank-when")
    press("ArrowDown")  # 以后再补
    press("Enter")
    expect(claim.step(page, "papers").locator("h2")).to_be_focused()
    tab_to(page, "#files-id_card")
    with page.expect_file_chooser() as chosen:
        press("Enter")
    chosen.value.set_files([claim.photo()])
    claim.expect_received(page, "正面.jpg")
    tab_to(page, "[data-next]")
    press("Enter")
    tab_to(page, "#reporter-relation")
    press("Space")  # 本人
    press("Enter")
    claim.expect_checked(page)
    for box in ("#consent-personal", "#consent-sensitive"):
        tab_to(page, box)
        press("Space")
    tab_to(page, "[data-next]")
    press("Enter")
    claim.receipt_of(page)


def type_into(page: Page, selector: str, text: str) -> None:
    tab_to(page, selector)
    page.keyboard.type(text)


def type_person_and_unit(page: Page) -> None:
    type_into(page, "#insured-name", WOMAN.name)
    type_into(page, "#insured-id-number", WOMAN.id_number)
    type_into(page, "#insured-phone", claim.PHONE_NUMBER)
    page.keyboard.press("Enter")
    type_into(page, "#unit-name", UNIT)
    tab_to(page, "#unit-county")
    for _ in range(5):
        page.keyboard.press("ArrowDown")  # 贺兰县, the fifth of 银川
    tab_to(page, "[data-next]")
    page.keyboard.press("Enter")


def type_illness(page: Page) -> None:
    tab_to(page, "#diagnosis-disease")
    page.keyboard.press("Space")
    year, month, date = day(4).split("-")
    # Chromium's own language, not the page's, says in which order a day is typed.
    type_into(page, "#diagnosis-date", f"{month}{date}{year}")
    expect(page.locator("#diagnosis-date")).to_have_value(day(4))
    tab_to(page, "#specimen-unknown")
    page.keyboard.press("Space")
    type_into(page, "#diagnosis-hospital", "宁夏示例医院")
    tab_to(page, "#hospitalised")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")  # 没有住院
    tab_to(page, "[data-next]")
    page.keyboard.press("Enter")


def look_at(page: Page, shoot: Shoot, name: str) -> None:
    """A step in light and in the dark: nothing to find, nothing too wide, and a picture."""
    for scheme in SCHEMES:
        show_in(page, scheme)
        assert not violations(page, scheme), (name, scheme)
        shoot(page, f"{name}-{scheme}")


def test_axe_finds_nothing_on_any_step(page_of: PageOf, shoot: Shoot) -> None:
    page = page_of(PHONE)
    page.goto("/claim/")
    answer_helper(page, diagnosed=day(4), stay=(day(20), day(10)))
    assert not violations_in_both_schemes(page)
    page.get_by_role("button", name="开始报案").click()
    claim.forward(page)
    expect(page.locator("#claim-errors")).to_be_focused()
    assert not violations_in_both_schemes(page)
    claim.to_papers(page)
    claim.bring(page, "policy", claim.WEB_PAGE, claim.photo())
    claim.expect_received(page, "正面.jpg")
    expect(claim.file_line(page, "报告.jpg")).to_contain_text("没传上", timeout=claim.PATIENCE)
    for name in ("bank", "unit", "illness", "reporter", "papers"):
        page.locator(f"button[data-step={name}]").click()
        look_at(page, shoot, f"claim-{name}")
    claim.to_check(page)
    assert not violations_in_both_schemes(page)
    claim.agree_and_submit(page)
    claim.receipt_of(page)
    assert not violations_in_both_schemes(page)
    page.get_by_role("link", name="查进度、补材料").click()
    expect(page.locator("#claim-state h2").first).to_be_focused(timeout=claim.PATIENCE)
    look_at(page, shoot, "claim-state")
