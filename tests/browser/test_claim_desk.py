"""The desk of claims decides, and who reported sees it: papers, assessment, a second person."""

import re
from datetime import timedelta
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from functions.local.samples import Person
from functions.platform import clock
from shared_rules.messages import catalogue, written_day
from tests.browser.accessibility import tab_to, violations
from tests.browser.claim_desk_pages import (
    WOMEN,
    decide,
    look,
    open_claim,
    papers,
    pay,
    reported,
    row_of,
    see_state,
    state_illness,
    take_and_propose,
)
from tests.browser.conftest import DESK, PHONE, TABLET, PageOf, Shoot
from tests.browser.desk_pages import TODAY, sign_in
from tests.functional.claims_requests import CARD, day, new_key, supplement
from tests.functional.requests_to_api import turn_clock
from tests.functional.rosters_requests import PLAN, rows_of
from tests.functional.rosters_requests import submit as submit_list
from tests.functional.staff_claim_requests import KINDS, SUM, followed_up, propose
from tests.functional.staff_requests import accept, claim_case, decide_claim

REASON: Final = "没有医院的章，请盖章后再拍一张"


def insured(monkeypatch: pytest.MonkeyPatch, *women: Person, days_ago: int = 90) -> None:
    """Have women in a list that was accepted so many days ago, by default past all waiting."""
    ago = clock.now() - timedelta(days=days_ago)
    dates = ("consent_date", "premium_received_date", "policy_issued_date")
    with monkeypatch.context() as patch:
        turn_clock(patch, ago)
        kept = submit_list(new_key(), rows=rows_of(list(women)), confirmations=[])
        assert kept.status == 201, kept.body
        issued = dict.fromkeys(dates, ago.date().isoformat())
        answer = accept(kept.body["receipt"], 1, role="admin", **issued)
        assert answer.status == 200, answer.body
    followed_up()


def send_back_diagnosis(page: Page, shoot: Shoot) -> None:
    """First without a reason."""
    row_of(page, "疾病诊断证明书").get_by_role("button", name="退回").click()
    expect(page.get_by_role("heading", name="退回材料")).to_be_focused()
    look(page, "send-back")
    expect(page.locator("#send-back-reason-error")).to_be_visible()
    page.get_by_label("要补什么").fill(REASON)
    look(page, "send-back")
    shoot(page, "claim-send-back")
    decide(page, "send-back")
    expect(row_of(page, "疾病诊断证明书").first).to_contain_text(f"已退回：{REASON}")
    expect(page.locator("#claim .standing")).to_contain_text("待补材料")


def test_a_paper_goes_back_and_two_people_settle_the_claim(
    page_of: PageOf, shoot: Shoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    insured(monkeypatch, *WOMEN[:3])
    kept = reported(WOMEN[0], "贺兰县理赔给付小学")
    first, second, phone = page_of(TABLET), page_of(DESK), page_of(PHONE)
    sign_in(first, "claims-1")
    rooms = first.get_by_role("navigation", name="办什么").get_by_role("link")
    expect(rooms).to_have_text(["理赔", "查人"])
    shoot(first, "claims-queue")
    first.get_by_role("link", name="贺兰县理赔给付小学").click()
    expect(first.get_by_role("heading", name=f"理赔 {kept['receipt']}")).to_be_focused()
    expect(first.locator("#claim")).to_contain_text(WOMEN[0].id_number)
    shoot(first, "claim-case")
    assert not violations(first)
    send_back_diagnosis(first, shoot)
    expect(
        see_state(phone, kept, catalogue()["claim_state.waiting_for_papers"].title)
    ).to_contain_text(REASON)
    shoot(phone, "claim-sent-back")

    assert supplement(kept, papers("diagnosis")).status == 200
    followed_up()
    take_and_propose(first, shoot)
    expect(first.locator("#claim")).to_contain_text("要由另一个人复核")
    expect(first.get_by_role("button", name="复核通过…")).to_be_hidden()
    expect(first.get_by_role("button", name="撤回自己的核定…")).to_be_visible()
    see_state(phone, kept, "核定中")
    expect(phone.get_by_role("heading", name="理赔结果")).to_be_hidden()

    open_claim(second, "claims-2", kept)
    second.get_by_role("button", name="复核通过…").click()
    expect(second.get_by_label("决定日期")).to_have_value(TODAY)
    look(second, "confirm")
    expect(second.locator("#confirm .last-look")).to_contain_text(f"{SUM:,} 元")
    shoot(second, "claim-confirm")
    decide(second, "confirm")
    expect(second.locator("#claim")).to_contain_text("演示理赔员乙")
    expect(second.locator("[data-part=assessment]")).to_be_hidden()
    expect(second.locator("#claim .standing")).to_contain_text("给付期限")
    state = see_state(phone, kept, "已核定，等待转账")
    expect(state).to_contain_text("转账日期还没有转")
    expect(phone.get_by_text("同一个病又住院了", exact=True)).to_be_visible()
    assert not violations(phone)
    shoot(phone, "claim-awaiting-transfer")
    pay(second, SUM, CARD[-4:])
    expect(second.get_by_role("button", name=re.compile("…$"))).to_have_text(
        ["重新打开…", "换查询码…"]
    )
    assert not violations(second)
    shoot(second, "claim-paid")
    state = see_state(phone, kept, "已给付")
    expect(phone.get_by_role("heading", name="理赔结果")).to_be_visible()
    expect(state).to_contain_text(f"保险金{SUM:,} 元")
    expect(phone.get_by_text("补材料", exact=True)).to_be_hidden()
    assert not violations(phone)
    shoot(phone, "claim-paid")


def test_who_is_in_no_list_is_refused_by_an_article_and_only_after_a_second_look(
    page_of: PageOf, shoot: Shoot
) -> None:
    kept = reported(WOMEN[3], "贺兰县理赔拒付小学")
    first, second, phone = page_of(DESK), page_of(TABLET), page_of(PHONE)
    open_claim(first, "claims-1", kept)
    expect(first.locator("[data-part=assessment]")).to_contain_text("没有找到她的参保记录")
    refuse(first, shoot)

    open_claim(second, "claims-2", kept)
    second.get_by_role("button", name="不同意核定…").click()
    second.get_by_label("为什么不同意，或者撤回").fill("请再查一次旧名单")
    look(second, "object")
    decide(second, "object")
    expect(second.locator("#claim .history")).to_contain_text("请再查一次旧名单")

    first.reload()
    first.get_by_role("button", name="提出核定…").click()
    state_illness(first)
    first.get_by_label("理由（不予给付、改了结果时必须写）").fill("旧名单里也没有")
    look(first, "propose")
    decide(first, "propose")
    second.reload()
    second.get_by_role("button", name="复核通过…").click()
    look(second, "confirm")
    decide(second, "confirm")
    shoot(second, "claim-refused")
    state = see_state(phone, kept, "不予给付")
    expect(state).to_contain_text("旧名单里也没有")
    shoot(phone, "claim-refused")


def refuse(page: Page, shoot: Shoot) -> None:
    """Propose to refuse, first without article and reason."""
    page.get_by_role("button", name="提出核定…").click()
    expect(page.get_by_label("不予给付", exact=True)).to_be_checked()
    state_illness(page)
    article = page.get_by_label("依据（不予给付时必须选）")
    article.select_option("")
    look(page, "propose")
    expect(page.locator("#propose .error-summary")).to_be_focused()
    expect(page.locator("#propose .field-error")).to_have_count(2)
    shoot(page, "claim-refuse")
    article.select_option("article-4")
    page.get_by_label("理由（不予给付、改了结果时必须写）").fill("没有参保")
    look(page, "propose")
    decide(page, "propose")


def test_another_day_of_the_specimen_is_reckoned_with_again(
    page_of: PageOf, shoot: Shoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    insured(monkeypatch, WOMEN[8], days_ago=20)
    kept = reported(WOMEN[8], "贺兰县理赔退费小学")
    page = page_of(TABLET)
    open_claim(page, "claims-1", kept)
    expect(page.locator("[data-part=assessment]")).to_contain_text("发病在等待期里")
    page.get_by_role("button", name="提出核定…").click()
    expect(page.get_by_label("退还保险费", exact=True)).to_be_checked()
    expect(page.get_by_label("退还保险费（元）")).to_have_value(str(PLAN.premium.value))
    expect(page.get_by_label("保险金（元）")).to_be_hidden()
    specimen = page.get_by_label("病检标本提取日（发病日）")
    specimen.fill(day(30))
    specimen.blur()
    expect(page.locator("#propose")).to_contain_text("已经重新算过")
    expect(page.get_by_label("不予给付", exact=True)).to_be_checked()
    expect(page.locator("[data-part=assessment]")).to_contain_text("不在保险期间里")
    specimen.fill(day(7))
    specimen.blur()
    expect(page.get_by_label("退还保险费", exact=True)).to_be_checked()
    state_illness(page)
    shoot(page, "claim-refund")
    look(page, "propose")
    decide(page, "propose")
    assert claim_case("claims", kept["receipt"])["proposal"]["outcome"] == "refund"
    page.reload()
    in_words = written_day(day(7))
    expect(page.locator("[data-part=outcome-facts]")).to_contain_text(in_words)
    expect(page.locator("[data-part=reckoned]")).to_contain_text(in_words)


def test_an_amount_is_changed_with_a_reason_and_by_keyboard_alone(
    page_of: PageOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    insured(monkeypatch, WOMEN[4])
    kept = reported(WOMEN[4], "贺兰县理赔键盘小学")
    page = page_of(DESK)
    open_claim(page, "claims-1", kept)
    press = page.keyboard.press
    page.locator("#claim-heading").focus()
    tab_to(page, "[data-open=propose]")
    press("Enter")
    for name in ("primary", "first"):
        tab_to(page, f"#propose-{name}")
        press("Space")
    tab_to(page, "#propose-grounds")
    page.keyboard.type("病理诊断报告写明原发")
    expect(page.locator("#propose [data-part=reckoning]")).to_contain_text("重新算过")
    for number in range(len(KINDS)):
        tab_to(page, f"#propose-not_needed{f'-{number}' if number else ''}")
        press("Space")
    tab_to(page, "#propose-lump_sum")
    press("Control+a")
    page.keyboard.type(f"{SUM - 1:,} 元")
    tab_to(page, "#propose [type=submit]")
    press("Enter")
    expect(page.locator("#propose .error-summary")).to_be_focused()
    press("Tab")
    press("Enter")
    expect(page.locator("#propose-reason")).to_be_focused()
    page.keyboard.type("按合同批单")
    tab_to(page, "#propose [type=submit]")
    press("Enter")
    expect(page.locator("#propose .last-look")).to_contain_text(
        f"算出 {SUM:,} 元，改为 {SUM - 1:,} 元"
    )
    tab_to(page, "#propose [data-confirm]")
    press("Enter")
    expect(page.get_by_role("heading", name=f"理赔 {kept['receipt']}")).to_be_focused()
    assert claim_case("claims", kept["receipt"])["proposal"]["amounts"]["lump_sum"] == SUM - 1
    second = page_of(DESK)
    open_claim(second, "claims-2", kept)
    second.get_by_role("button", name="复核通过…").click()
    look(second, "confirm")
    expect(second.locator("#confirm .last-look")).to_contain_text(f"改为 {SUM - 1:,} 元")


def test_who_is_slower_sees_what_happened_and_keeps_what_she_typed(
    page_of: PageOf, shoot: Shoot
) -> None:
    kept = reported(WOMEN[5], "贺兰县理赔两人同时小学")
    receipt = kept["receipt"]
    page = page_of(TABLET)
    open_claim(page, "claims-1", kept)
    row_of(page, "身份证复印件").get_by_role("button", name="退回").click()
    page.get_by_label("要补什么").fill("照片看不清")
    [policy, identity, *_] = claim_case("admin", receipt)["documents"]
    path = f"documents/{policy['document_id']}/send-back"
    assert decide_claim(receipt, 1, path, role="admin", reason=REASON).status == 200
    look(page, "send-back")
    page.locator("#send-back [data-confirm]").click()
    conflict = page.locator("#send-back [data-part=conflict]")
    expect(conflict).to_be_focused()
    expect(conflict).to_contain_text("演示 admin（管理员）：退回了一份材料")
    expect(page.get_by_label("要补什么")).to_have_value("照片看不清")
    expect(row_of(page, policy["kind_name"]).first).to_contain_text(REASON)
    shoot(page, "claim-conflict")
    look(page, "send-back")
    decide(page, "send-back")
    expect(row_of(page, identity["kind_name"]).first).to_contain_text("已退回：照片看不清")

    pathology = row_of(page, "病理诊断报告")
    revision = claim_case("admin", receipt)["revision"]
    path = f"documents/{claim_case('admin', receipt)['documents'][2]['document_id']}/accept"
    assert decide_claim(receipt, revision, path, role="admin").status == 200
    pathology.get_by_role("button", name="合格").click()
    expect(pathology.get_by_role("alert")).to_contain_text("还没有打开看过")
    pathology.get_by_role("button", name="合格").click()
    expect(page.locator("[data-part=papers-conflict]")).to_be_focused()
    pathology.get_by_role("button", name="合格").click()
    expect(pathology).to_contain_text("合格 演示理赔员甲（理赔人员）")


def join_and_part(page: Page, kept: dict[str, Any], leading: dict[str, Any]) -> None:
    """A second report is joined to the first, and taken out again: as if nothing had been."""
    open_claim(page, "claims-1", kept)
    page.get_by_role("button", name="并入另一件…").click()
    page.get_by_label("并入哪一件").select_option(leading["receipt"])
    page.get_by_label("怎么知道是同一次患病").fill("单位又报了一次")
    look(page, "join")
    decide(page, "join")
    expect(page.locator("#claim .standing")).not_to_contain_text("还有")
    expect(page.locator("[data-part=assessment]")).to_be_hidden()
    page.get_by_role("button", name="撤销合并…").click()
    page.get_by_label("为什么又分开").fill("不是同一次患病")
    look(page, "part")
    decide(page, "part")
    expect(page.locator("[data-part=cases]")).to_contain_text(leading["receipt"])
    expect(page.get_by_role("button", name="并入另一件…")).to_be_visible()


def test_what_the_rules_give_is_shown_anew_when_it_changed_meanwhile(
    page_of: PageOf, monkeypatch: pytest.MonkeyPatch, shoot: Shoot
) -> None:
    insured(monkeypatch, WOMEN[9])
    kept, other = (reported(WOMEN[9], "贺兰县理赔两笔小学") for _ in range(2))
    join_and_part(page_of(DESK), other, kept)
    for each in (kept, other):
        assert propose(each["receipt"], 3).status == 200
    page = page_of(DESK)
    open_claim(page, "claims-2", kept)
    page.get_by_role("button", name="复核通过…").click()
    look(page, "confirm")
    paid = decide_claim(other["receipt"], 4, "confirm", role="admin", decided_on=TODAY)
    assert paid.status == 200, paid.body
    assert other["receipt"] not in page.locator("[data-part=reckoned]").inner_text()
    page.locator("#confirm [data-confirm]").click()
    expect(page.locator("#confirm .error-summary")).to_contain_text("参保或以前的给付有了变化")
    expect(page.locator("[data-part=reckoned]")).to_contain_text(other["receipt"])
    shoot(page, "claim-outdated")
