"""The steps of a report on a phone: forward and back, and what is open or wrong said in place."""

import pytest
from playwright.sync_api import expect

from tests.browser import claim_pages as claim
from tests.browser.claim_pages import WOMAN, day
from tests.browser.conftest import PHONE, PageOf
from tests.functional.claims_requests import CARD

CARD_OF_ANOTHER_BANK = "62284800000000000"


def test_forward_and_back_freely_and_with_the_browsers_button(page_of: PageOf) -> None:
    page = page_of(PHONE)
    claim.open_form(page)
    claim.fill_insured(page)
    page.get_by_role("button", name="材料", exact=False).first.click()
    expect(page.locator("#progress")).to_have_text("第 5 步，共 6 步")
    page.go_back()
    expect(claim.step(page, "insured").get_by_label("姓名")).to_have_value(WOMAN.name)
    page.get_by_role("button", name="上一步").click()
    expect(page.get_by_role("heading", name="先列出要办的事")).to_be_visible()
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
    wrong = claim.step(page, "insured").locator(".field-error")
    expect(wrong).to_have_count(3)
    claim.step(page, "insured").get_by_label("姓名").fill("王")
    expect(wrong).to_have_count(2)
    expect(summary.locator(".mended")).to_have_count(1)
    claim.fill_insured(page)
    expect(wrong).to_have_count(0)
    expect(summary).to_be_hidden()
    page.locator("button[data-step=check]").click()
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="没有确诊的医院").click()
    expect(page.get_by_label("确诊的医院")).to_be_focused()
    expect(page.get_by_role("button", name="回到核对")).to_be_visible()


@pytest.mark.parametrize(
    ("number", "words"),
    [("649901198001010010", "最后一位"), ("649901850101002", "15 位")],
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


def test_a_phone_a_card_and_another_name_are_judged_where_they_are_typed(page_of: PageOf) -> None:
    too_short, slip = "622202000000005", f"{CARD[:-1]}1"
    page = page_of(PHONE)
    claim.open_form(page)
    claim.to_papers(page)
    page.locator("button[data-step=insured]").click()
    page.get_by_label("电话", exact=True).fill("139123")
    claim.forward(page)
    summary = page.locator("#claim-errors")
    expect(summary).to_be_focused()
    expect(page.locator(".field-error")).to_contain_text("11 位手机号码")
    page.locator("button[data-step=bank]").click()
    for card, words in ((too_short, "这里是 15 位"), (slip, "再点一次")):
        claim.fill_bank(page, card)
        claim.forward(page)
        expect(summary).to_be_focused()
        expect(claim.step(page, "bank").locator(".field-error")).to_contain_text(words)
        expect(page.get_by_label("卡号", exact=True)).to_have_value(card)
    page.get_by_label("户名").fill("李强")
    claim.forward(page)
    expect(claim.step(page, "bank").locator(".field-error")).to_contain_text("另一个名字")
    page.get_by_label("户名").fill(WOMAN.name)
    claim.forward(page)
    expect(claim.step(page, "papers")).to_be_visible()
    claim.forward(page)
    claim.step(page, "reporter").get_by_label("配偶").check()
    claim.step(page, "reporter").get_by_label("您的姓名").fill("李强")
    claim.step(page, "reporter").get_by_label("您的电话").fill("13900000000")
    claim.forward(page)
    expect(summary).to_be_focused()
    summary.get_by_role("link").click()
    phone = page.get_by_label("电话", exact=True)
    expect(phone).to_be_focused()
    phone.fill(claim.PHONE_NUMBER)
    page.locator("button[data-step=bank]").click()
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
