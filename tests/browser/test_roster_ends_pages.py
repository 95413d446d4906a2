"""A list ends, or its code was lost: what the unit and the desk see and do on their pages."""

from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from functions.records.rosters.roster_course import CLOSE_AFTER
from tests.browser.accessibility import violations
from tests.browser.claim_desk_pages import open_claim, see_state
from tests.browser.conftest import PHONE, PageOf, Shoot
from tests.browser.desk_pages import look_and_confirm, open_case, see_status, sign_in, submitted
from tests.functional.claims_requests import new_key, submit
from tests.functional.rosters_requests import TODAY
from tests.functional.staff_requests import at, remind, send_back

OFFICE: Final = (1366, 768)
WHY: Final = "单位说今年不办了"


def reminded_long_ago(name: str) -> dict[str, Any]:
    """A list that the desk may close today."""
    with pytest.MonkeyPatch.context() as patch:
        at(patch, TODAY - CLOSE_AFTER)
        kept = submitted(name)
        assert send_back(kept["receipt"], 1).status == 200
        assert remind(kept["receipt"], 2).status == 200
    return kept


def find_at_desk(page: Page, name: str) -> None:
    page.goto("/desk/#desk=rosters")
    page.get_by_label("查找参保名单").fill(name)
    page.get_by_label("查找参保名单").press("Enter")
    open_case(page, name)


def give_reason(page: Page, form: str, words: str) -> None:
    page.locator(f"#{form}-reason").fill(words)


def test_a_unit_withdraws_its_list_and_the_desk_has_nothing_to_do(
    page_of: PageOf, shoot: Shoot
) -> None:
    name = "贺兰县撤回名单小学"
    kept = submitted(name)
    unit, desk = page_of(PHONE), page_of(OFFICE)
    see_status(unit, kept, "已收到")
    begin = unit.get_by_role("button", name="撤回名单…")
    begin.click()
    expect(unit.get_by_role("heading", name="撤回这份名单？")).to_be_focused()
    assert not violations(unit)
    shoot(unit, "status-withdrawing")
    unit.get_by_role("button", name="先不撤回").click()
    expect(begin).to_be_focused()
    begin.click()
    unit.get_by_role("button", name="确认撤回").click()
    expect(unit.get_by_role("heading", name="已撤回")).to_be_focused(timeout=30_000)
    state = unit.locator("#state")
    expect(state).to_contain_text("请重新提交一份名单")
    shown = state.inner_text()
    assert not [gone for gone in ("缴费", "预计保险", "打印名单", "更正名单") if gone in shown]
    expect(begin).to_be_hidden()
    shoot(unit, "status-withdrawn")
    unit.goto(f"/roster/?receipt={kept['receipt']}")
    expect(unit.locator("#standing")).to_contain_text("已撤回")
    expect(unit.locator("#standing")).to_contain_text("请重新提交一份名单")
    expect(unit.locator("#roster-form")).to_be_hidden()

    sign_in(desk, "helan")
    expect(desk.locator("#rosters caption")).to_contain_text("待办理的名单")
    expect(desk.get_by_role("link", name=name)).to_have_count(0)
    find_at_desk(desk, name)
    expect(desk.locator("#case .standing")).to_contain_text("已撤回")
    expect(desk.locator("#case .standing")).not_to_contain_text("超期")
    expect(desk.get_by_role("heading", name="交给保险公司")).to_be_hidden()
    expect(desk.get_by_role("button", name="同意承保…")).to_be_hidden()
    assert not violations(desk)
    shoot(desk, "desk-withdrawn")


def test_the_desk_reminds_a_unit_and_closes_what_nobody_mends(
    page_of: PageOf, shoot: Shoot
) -> None:
    waiting, old = "贺兰县提醒名单小学", "贺兰县关闭名单小学"
    kept, closed = submitted(waiting), reminded_long_ago(old)
    assert send_back(kept["receipt"], 1).status == 200
    desk, unit = page_of(OFFICE), page_of(PHONE)
    sign_in(desk, "helan", f"#receipt={kept['receipt']}")
    expect(desk.get_by_role("heading", name=waiting)).to_be_visible()
    expect(desk.get_by_role("button", name="关闭名单…")).to_be_hidden()
    desk.get_by_role("button", name="提醒单位…").click()
    desk.locator("#remind").get_by_role("button", name="下一步：核对").click()
    expect(desk.locator("#remind .error-summary")).to_be_focused()
    give_reason(desk, "remind", "请本周内改好职业")
    shoot(desk, "desk-remind")
    look_and_confirm(desk, "确认提醒")
    expect(desk.locator("#case .standing")).to_contain_text("提醒过单位，从")
    see_status(unit, kept, "已退回，等待单位更正")
    expect(unit.locator("#state")).to_contain_text("请本周内改好职业")
    expect(unit.locator("#state")).to_contain_text("退回的原因")
    shoot(unit, "status-reminded")

    find_at_desk(desk, old)
    desk.get_by_role("button", name="关闭名单…").click()
    give_reason(desk, "close", WHY)
    desk.locator("#close").get_by_role("button", name="下一步：核对").click()
    assert not violations(desk)
    shoot(desk, "desk-close")
    desk.get_by_role("button", name="确认关闭").click()
    expect(desk.locator("#said")).to_contain_text("已关闭")
    expect(desk.locator("#case .standing")).not_to_contain_text("超期")
    expect(desk.locator("[data-part=outcome]").first).to_contain_text(WHY)
    shoot(desk, "desk-closed-list")
    see_status(unit, closed, "已关闭")
    expect(unit.locator("#state")).to_contain_text("关闭的原因")
    expect(unit.locator("#state")).to_contain_text(WHY)
    assert not violations(unit)
    shoot(unit, "status-closed")


def issue_code(page: Page, form: str, shoot: Shoot) -> str:
    """Have a code issued; the first try has no request."""
    page.get_by_role("button", name="换查询码…").click()
    give_reason(page, form, "经办人换了，找不到回执")
    page.locator(f"#{form}").get_by_role("button", name="下一步：核对").click()
    expect(page.locator(f"#{form} .error-summary")).to_contain_text("没有申请书")
    shoot(page, f"desk-{form}")
    page.locator(f"#{form}-has_request").check()
    look_and_confirm_in(page, form)
    issued = page.locator(f"#{form}-issued")
    expect(issued.get_by_role("heading")).to_be_focused()
    assert not violations(page)
    shoot(page, f"desk-{form}-issued")
    code = issued.locator("[data-slot=access_code]").inner_text()
    issued.get_by_role("button", name="已经告诉申请人，收起").click()
    expect(issued).to_be_hidden()
    assert code not in page.content()
    return code


def look_and_confirm_in(page: Page, form: str) -> None:
    page.locator(f"#{form}").get_by_role("button", name="下一步：核对").click()
    page.locator(f"#{form} [data-confirm]").click()


def test_a_lost_code_is_replaced_and_whose_it_was_is_told(page_of: PageOf, shoot: Shoot) -> None:
    kept, claim = submitted("贺兰县丢了查询码小学"), submit(new_key()).body
    desk, other, unit = page_of(OFFICE), page_of(PHONE), page_of(PHONE)
    sign_in(desk, "helan", f"#receipt={kept['receipt']}")
    code = issue_code(desk, "access-code", shoot)
    unit.goto("/status/")
    unit.get_by_label("回执号").fill(kept["receipt"])
    unit.get_by_label("查询码").fill(kept["access_code"])
    unit.get_by_role("button", name="查询", exact=True).click()
    expect(unit.locator("#error-summary")).to_contain_text("由单位盖章后交给本地对接人")
    see_status(unit, {**kept, "access_code": code}, "已收到")
    expect(unit.locator("#timeline")).to_contain_text("查询码已更换")
    expect(unit.locator("#timeline")).to_contain_text("不是单位申请的，请马上联系本地对接人")
    shoot(unit, "status-new-code")

    open_claim(other, "claims-1", claim)
    code = issue_code(other, "claim-access-code", shoot)
    told = see_state(unit, {**claim, "access_code": code}, "待补材料")
    expect(told).to_contain_text("查询码已更换")
    shoot(unit, "claim-new-code")
