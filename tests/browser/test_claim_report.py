"""A claim reported from a phone: her own list first, short steps, papers, receipt, state."""

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import CDPSession, Page, Route, expect

from functions.common.areas import contacts
from tests.browser import claim_pages as claim
from tests.browser.accessibility import tab_to, violations
from tests.browser.claim_pages import UNIT, WOMAN, day
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.unit.papers import paper_files

CARD_OF_ANOTHER_BANK = "62284800000000000"


def answer_helper(page: Page, *, diagnosed: str, stay: tuple[str, str] | None) -> None:
    helper = page.locator("#helper")
    helper.get_by_label("乳腺癌", exact=True).check()
    helper.get_by_label("哪天确诊的").fill(diagnosed)
    helper.get_by_label("住过院" if stay else "没有住院").check()
    if stay:
        helper.get_by_role("button", name="加一次住院").click()
        helper.get_by_label("入院日期").fill(stay[0])
        helper.get_by_label("出院日期").fill(stay[1])
    helper.get_by_label("参保的单位在哪个县").select_option("贺兰县")
    helper.get_by_label("单位名称").fill(UNIT)
    helper.get_by_role("button", name="看看我的清单").click()
    expect(helper.get_by_role("heading", name="给您的清单")).to_be_focused()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_from_her_own_list_to_a_receipt_a_state_and_the_papers_that_were_missing(
    page_of: PageOf, shoot: Shoot, size: tuple[int, int]
) -> None:
    page = page_of(size)
    page.goto("/claim/")
    answer_helper(page, diagnosed=day(4), stay=(day(20), day(10)))
    expect_her_list(page)
    shoot(page, "claim-helper")
    page.get_by_role("button", name="开始报案").click()

    expect(claim.step(page, "insured").get_by_role("heading")).to_be_focused()
    expect(page.locator("#progress")).to_have_text("第 1 步，共 6 步")
    claim.fill_insured(page)
    claim.forward(page)
    claim.forward(page)
    expect_her_answers_carried_over(page)
    claim.step(page, "illness").get_by_label("提取病检标本的日期").fill(day(8))
    claim.step(page, "illness").get_by_label("确诊的医院").fill("宁夏示例医院")
    shoot(page, "claim-illness")
    claim.forward(page)
    claim.fill_bank(page)
    expect(page.get_by_label("户名")).to_have_value(WOMAN.name)
    claim.forward(page)

    claim.bring(page, "id_card", claim.photo("正面.jpg"), claim.photo("反面.jpg"))
    claim.bring(page, "pathology", claim.pdf())
    claim.expect_received(page, "正面.jpg", "反面.jpg", "病理报告.pdf")
    picture = claim.file_line(page, "正面.jpg").locator("img")
    expect(picture).to_have_attribute("src", re.compile("^data:image/jpeg"))
    shoot(page, "claim-papers")
    claim.to_check(page)
    expect_summary(page)
    shoot(page, "claim-check")
    claim.agree_and_submit(page)

    receipt, access_code = claim.receipt_of(page)
    assert re.fullmatch(r"LP-\d{4}-[0-9A-HJKMNP-TV-Z]{6}", receipt)
    for words in ("95511", contacts()["贺兰县"].phone, "银行卡复印件", "100,700 元", "之内"):
        expect(page.locator("#receipt")).to_contain_text(words)
    shoot(page, "claim-receipt")
    page.get_by_role("link", name="查进度、补材料").click()
    bring_what_is_missing(page)
    assert page.url.endswith(f"/status/?receipt={receipt}")
    assert access_code not in page.url
    shoot(page, "claim-state")


def expect_her_list(page: Page) -> None:
    listed = page.locator("#helper-answer")
    expect(listed.locator(".deadline")).to_contain_text("今天是第 4 天，最迟")
    expect(listed.locator(".checklist li")).to_have_count(6)
    expect(listed).to_contain_text(contacts()["贺兰县"].name)
    expect(listed.locator("[data-slot=total]")).to_have_text("100,700 元")
    expect(listed.locator(".arithmetic")).to_contain_text("10 天 − 3 天免赔 = 7 天")
    with page.expect_download() as started:
        listed.get_by_role("button", name="存到日历").click()
    last_day = day(-6).replace("-", "")
    assert f"DTSTART;VALUE=DATE:{last_day}" in started.value.path().read_text("utf-8")


def expect_her_answers_carried_over(page: Page) -> None:
    expect(claim.step(page, "unit").get_by_label("单位名称")).to_have_value(UNIT)
    expect(claim.step(page, "unit").get_by_label("单位所在县")).to_have_value("贺兰县")
    illness = claim.step(page, "illness")
    expect(illness).to_be_visible()
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
    expect(state.locator("[data-slot=insured_name]")).not_to_contain_text(WOMAN.name)
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
    ("days_ago", "words"),
    [(0, "今天确诊"), (10, "也是最后一天"), (11, "已经过了 1 天")],
)
def test_her_list_says_how_much_time_is_left(page_of: PageOf, days_ago: int, words: str) -> None:
    page = page_of(PHONE)
    page.goto("/claim/")
    answer_helper(page, diagnosed=day(days_ago), stay=None)
    listed = page.locator("#helper-answer")
    expect(listed.locator(".deadline")).to_contain_text(words)
    expect(listed.locator(".checklist li")).to_have_count(5)
    is_late = days_ago > 10
    expect(listed.get_by_role("button", name="存到日历")).to_be_visible(visible=not is_late)
    expect(listed.locator("[data-part=late] li")).to_have_count(1 if is_late else 0)


def test_without_script_the_guide_is_all_there(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.route("**/*.js", lambda route: route.abort())
    page.goto("/claim/")
    expect(page.locator("#all-papers li")).to_have_count(6)
    expect(page.get_by_role("heading", name="报案期限怎么算")).to_be_visible()
    expect(page.get_by_role("button", name="看看我的清单")).to_be_disabled()
    expect(page.locator("#claim-form")).to_be_hidden()


def test_forward_and_back_freely_and_with_the_browsers_button(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.fill_insured(page)
    page.get_by_role("button", name="材料", exact=False).first.click()
    expect(page.locator("#progress")).to_have_text("第 5 步，共 6 步")
    page.go_back()
    expect(claim.step(page, "insured").get_by_label("姓名")).to_have_value(WOMAN.name)
    page.get_by_role("button", name="上一步").click()
    expect(page.get_by_role("heading", name="先看看您要办什么")).to_be_visible()
    page.go_back()
    expect(claim.step(page, "insured")).to_be_visible()
    assert page.url.endswith("/claim/")


def test_what_is_left_open_is_said_on_the_step_and_at_the_end(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.forward(page)
    summary = page.locator("#claim-errors")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("有 3 处需要处理")
    expect(claim.step(page, "insured").locator(".field-error")).to_have_count(3)
    claim.fill_insured(page)
    page.locator("button[data-step=check]").click()
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="没有确诊的医院").click()
    expect(page.get_by_label("确诊的医院")).to_be_focused()
    expect(page.get_by_role("button", name="回到核对")).to_be_visible()


@pytest.mark.parametrize(
    ("number", "words"),
    [("649901198001010010", "校验"), ("649901850101002", "15 位")],
)
def test_a_slip_in_an_id_number_is_said_and_stays_as_it_was_typed(
    page_of: PageOf, number: str, words: str
) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.fill_insured(page)
    control = page.get_by_label("身份证号")
    control.fill(number)
    claim.forward(page)
    expect(page.locator("#claim-errors")).to_be_focused()
    expect(page.locator(".field-error")).to_contain_text(words)
    expect(control).to_have_attribute("aria-invalid", "true")
    expect(control).to_have_value(number)


@pytest.mark.parametrize(("value", "words"), [(day(-1), "还没有到"), ("1899-12-31", "日期")])
def test_a_day_that_cannot_be_is_said_and_stays_as_it_was_typed(
    page_of: PageOf, value: str, words: str
) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    page.locator("button[data-step=illness]").click()
    claim.fill_illness(page, diagnosed=value)
    claim.forward(page)
    expect(page.locator("#claim-errors")).to_be_focused()
    expect(page.locator(".field-error")).to_contain_text(words)
    expect(page.get_by_label("确诊日期")).to_have_value(value)


def test_what_only_the_server_knows_leads_back_to_its_step(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    page.locator("button[data-step=bank]").click()
    claim.fill_bank(page, "6222020000000000005")
    page.get_by_role("button", name="下一步").click()
    claim.to_check(page)
    summary = page.locator("#claim-errors")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="银行卡号").click()
    card = page.get_by_label("卡号", exact=True)
    expect(card).to_be_focused()
    expect(card).to_have_value("6222020000000000005")
    claim.fill_bank(page)
    page.get_by_role("button", name="回到核对").click()
    expect(page.locator("#step-check .verdict")).to_have_text("没有问题，可以提交")


def test_what_may_be_right_is_confirmed_with_a_tick(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    page.locator("button[data-step=bank]").click()
    claim.fill_bank(page, CARD_OF_ANOTHER_BANK)
    claim.forward(page)
    claim.to_check(page)
    expect(page.locator("#step-check .verdict")).to_contain_text("请您确认")
    claim.agree_and_submit(page)
    expect(page.locator("#claim-errors")).to_contain_text("还没有确认")
    page.get_by_label("核对过了").check()
    claim.agree_and_submit(page)
    claim.receipt_of(page)


def test_both_consents_are_asked_for_apart(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    claim.to_check(page)
    page.locator("#consent-personal").check()
    page.get_by_role("button", name="提交报案").click()
    expect(page.locator("#claim-errors")).to_contain_text("敏感个人信息")
    expect(page.locator("#claim-errors li")).to_have_count(1)


def test_a_late_report_of_a_husband_without_any_paper_is_taken(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page, diagnosed=day(60))
    claim.forward(page)
    reporter = claim.step(page, "reporter")
    reporter.get_by_label("配偶").check()
    reporter.get_by_label("您的姓名").fill("李强")
    reporter.get_by_label("您的电话").fill("0951-2090080")
    claim.forward(page)
    claim.expect_checked(page)
    claim.agree_and_submit(page)
    claim.receipt_of(page)
    expect(page.locator("#receipt")).to_contain_text("照常受理")
    expect(page.locator("#receipt .missing-papers li")).to_have_count(5)


def requests_to(page: Page, path: str) -> list[str]:
    """The requests to an address from now on."""
    made: list[str] = []
    page.on("request", lambda asked: made.append(asked.url) if asked.url.endswith(path) else None)
    return made


def test_a_photo_of_30_mb_is_shrunk_before_it_is_sent(page_of: PageOf, folder: Path) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    large = claim.save_large_photo(folder)
    assert large.stat().st_size > 30_000_000
    with page.expect_request("**/api/uploads", timeout=2 * claim.PATIENCE) as asked:
        page.locator("#files-diagnosis").set_input_files(large)
    body = asked.value.post_data_json
    assert body
    assert body["size"] < 10_000_000
    assert body["content_type"] == "image/jpeg"
    claim.expect_received(page, "大照片.png")


def test_what_cannot_be_shrunk_and_is_too_large_is_refused_before_it_is_sent(
    page_of: PageOf,
) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    asked = requests_to(page, "/api/uploads")
    large = b"%PDF-1.7" + bytes(10 * 1024 * 1024)
    claim.bring(page, "policy", {"name": "大.pdf", "mimeType": "application/pdf", "buffer": large})
    expect(claim.file_line(page, "大.pdf")).to_contain_text("不能超过 10 MB")
    assert not asked


def test_a_web_page_called_jpg_is_refused_in_words_and_the_report_goes_on(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    claim.bring(page, "diagnosis", claim.WEB_PAGE)
    expect(claim.file_line(page, "报告.jpg")).to_contain_text("网页", timeout=claim.PATIENCE)
    expect(claim.file_line(page, "报告.jpg")).to_contain_text("没传上")
    claim.to_check(page)
    claim.agree_and_submit(page)
    claim.receipt_of(page)
    expect(page.locator("#receipt .missing-papers")).to_contain_text("疾病诊断证明书")


def test_a_photo_of_an_iphone_goes_as_it_is(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    data = paper_files.heic()
    claim.bring(page, "diagnosis", {"name": "IMG_1.HEIC", "mimeType": "", "buffer": data})
    claim.expect_received(page, "IMG_1.HEIC")


def throttle(network: CDPSession, *, upload_bytes: int, offline: bool = False) -> None:
    """A network that takes so much in a second (-1: as fast as it can), or none."""
    conditions = {"latency": 20, "downloadThroughput": -1, "uploadThroughput": upload_bytes}
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", {"offline": offline, **conditions})


def test_the_network_goes_in_the_middle_of_an_upload_and_comes_back(
    page_of: PageOf, folder: Path
) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    network = page.context.new_cdp_session(page)
    throttle(network, upload_bytes=100_000)
    page.locator("#files-diagnosis").set_input_files(claim.save_large_photo(folder))
    line = claim.file_line(page, "大照片.png")
    expect(line).to_contain_text(re.compile(r"上传 [1-9]"), timeout=2 * claim.PATIENCE)
    throttle(network, upload_bytes=100_000, offline=True)
    expect(line).to_contain_text("网络断了，文件还在这里", timeout=claim.PATIENCE)
    expect(page.get_by_role("button", name="再试一次：大照片.png")).to_be_visible()
    throttle(network, upload_bytes=-1)
    claim.expect_received(page, "大照片.png")


def test_a_file_that_was_cut_off_is_sent_again_with_one_tap_and_alone(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)

    page.route("**/api/claims/documents/check", lambda route: route.abort(), times=1)
    claim.bring(page, "id_card", claim.photo("正面.jpg"))
    expect(claim.file_line(page, "正面.jpg")).to_contain_text("没传上", timeout=claim.PATIENCE)
    claim.bring(page, "id_card", claim.photo("反面.jpg"))
    claim.expect_received(page, "反面.jpg")
    claim.to_check(page)
    claim.agree_and_submit(page)
    expect(page.locator("#claim-errors")).to_contain_text("还有 1 个文件没有传上去")
    page.locator("button[data-step=papers]").click()
    asked = requests_to(page, "/api/uploads")
    page.get_by_role("button", name="再试一次：正面.jpg").click()
    claim.expect_received(page, "正面.jpg")
    assert not asked  # its bytes had arrived
    page.get_by_role("button", name="去掉：反面.jpg").click()
    expect(claim.file_line(page, "反面.jpg")).to_have_count(0)
    expect(page.locator("#files-id_card")).to_be_focused()


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
    expect(page.locator("#claim-errors")).to_contain_text("没有收到服务器的回答")
    page.get_by_role("button", name="提交报案").click()
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_step(
    page_of: PageOf, shoot: Shoot, scheme: Literal["light", "dark"]
) -> None:
    page = page_of(PHONE)
    page.emulate_media(color_scheme=scheme)
    page.goto("/claim/")
    answer_helper(page, diagnosed=day(4), stay=(day(20), day(10)))
    assert not violations(page)
    page.get_by_role("button", name="开始报案").click()
    claim.forward(page)
    expect(page.locator("#claim-errors")).to_be_focused()
    assert not violations(page)
    claim.to_papers(page)
    claim.bring(page, "policy", claim.WEB_PAGE, claim.photo())
    claim.expect_received(page, "正面.jpg")
    expect(claim.file_line(page, "报告.jpg")).to_contain_text("没传上", timeout=claim.PATIENCE)
    for name in ("bank", "unit", "illness", "reporter", "papers"):
        page.locator(f"button[data-step={name}]").click()
        assert not violations(page), name
        shoot(page, f"claim-{name}-{scheme}")
    claim.to_check(page)
    assert not violations(page)
    claim.agree_and_submit(page)
    claim.receipt_of(page)
    assert not violations(page)
    page.get_by_role("link", name="查进度、补材料").click()
    expect(page.locator("#claim-state h2")).to_be_focused(timeout=claim.PATIENCE)
    assert not violations(page)
    shoot(page, f"claim-state-{scheme}")
