"""An accepted list is put right: one proposes at the desk, another confirms, the unit sees it."""

from typing import Any, Final

from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import PHONE, WIDTH_OF_LARGER, PageOf, Shoot
from tests.browser.desk_pages import (
    look_and_confirm,
    open_case,
    see_status,
    sign_in,
    submitted,
)
from tests.functional.rosters_requests import DAY, PEOPLE, TODAY
from tests.functional.staff_requests import accept

OFFICE: Final = (1366, 768)


def say_who_leaves(desk: Page, row: str) -> None:
    desk.get_by_role("button", name="批改…", exact=True).click()
    desk.get_by_label("改什么", exact=True).select_option("people_out")
    desk.get_by_label("名单里的行号").fill(row)
    desk.get_by_label("保险的最后一天").fill((TODAY + 30 * DAY).isoformat())
    desk.locator("#endorse-reason").fill("已经离职")


def ask_for_it(unit: Page, kept: dict[str, Any], shoot: Shoot) -> None:
    """Ask, as the unit, on the state page."""
    see_status(unit, kept, "已承保")
    unit.get_by_text("申请批改已承保的名单").click()
    unit.get_by_role("button", name="提交申请").click()
    expect(unit.locator("#change-request .error-summary")).to_contain_text("没有写改什么")
    unit.get_by_label("哪几行（不写就是整份名单）").fill("2")
    unit.get_by_label("改什么，为什么").fill("2 号离职了")
    assert not violations(unit)
    shoot(unit, "status-asking-change")
    unit.get_by_role("button", name="提交申请").click()
    expect(unit.locator("[data-part=requests]")).to_contain_text("等对接人答复")


def change_the_clerk(unit: Page, shoot: Shoot) -> None:
    """Another clerk takes the list over, on the state page."""
    unit.get_by_text("换经办人，或者换电话").click()
    unit.get_by_role("button", name="更换经办人").click()
    expect(unit.locator("#clerk .error-summary")).to_contain_text("没有写经办人")
    unit.get_by_label("现在的经办人").fill("马晓燕")
    unit.get_by_label("经办人的电话").fill("0951-2090081")
    assert not violations(unit)
    shoot(unit, "status-changing-clerk")
    unit.get_by_role("button", name="更换经办人").click()
    expect(unit.locator("#state")).to_contain_text("马晓燕 0951-2090081")
    expect(unit.locator("#timeline")).to_contain_text("经办人已更换")


def rename_the_unit(desk: Page, name: str, shoot: Shoot) -> None:
    """The unit of the list that is open has another name now, and is found with the list."""
    desk.get_by_role("link", name="同一单位的名单和保险单").click()
    expect(desk.get_by_role("heading", name=name)).to_be_focused()
    desk.get_by_role("button", name="登记单位的变化…").click()
    desk.get_by_role("button", name="下一步：核对").click()
    expect(desk.locator("#unit-change .error-summary")).to_contain_text("没有选变化")
    desk.get_by_label("有什么变化").select_option("renamed")
    desk.get_by_label("单位全称").fill("贺兰县改名以后小学")
    desk.locator("#unit-change-since").fill(TODAY.isoformat())
    desk.get_by_label("凭什么登记").fill("有盖章的通知")
    assert not violations(desk)
    shoot(desk, "desk-unit")
    look_and_confirm(desk, "确认登记")
    expect(desk.get_by_role("heading", name="贺兰县改名以后小学")).to_be_focused()
    expect(desk.locator("#unit")).to_contain_text(name)


def test_a_unit_asks_one_proposes_another_confirms_and_the_unit_sees_it(
    page_of: PageOf, shoot: Shoot
) -> None:
    kept = submitted("贺兰县批改名单小学")
    assert accept(kept["receipt"], 1).status == 200
    desk, other, unit = page_of(OFFICE), page_of(PHONE), page_of(PHONE)
    ask_for_it(unit, kept, shoot)
    change_the_clerk(unit, shoot)
    sign_in(desk, "helan", f"#receipt={kept['receipt']}")
    expect(desk.get_by_role("button", name="不办单位的申请…")).to_be_visible()
    expect(desk.locator("#case")).to_contain_text("赵敏 0951-2090080 换成 马晓燕 0951-2090081")
    say_who_leaves(desk, "99")
    desk.locator("#endorse-reason").fill(f"{PEOPLE[1].id_number} 离职")
    desk.get_by_role("button", name="下一步：核对").click()
    expect(desk.locator("#endorse .error-summary")).to_contain_text("写了整个身份证号")
    desk.locator("#endorse-reason").fill("已经离职")
    desk.get_by_label("保险的最后一天").fill(TODAY.isoformat())
    desk.get_by_role("button", name="下一步：核对").click()
    expect(desk.locator("#endorse .error-summary")).to_contain_text("最后一天不在保险期间里")
    desk.get_by_label("保险的最后一天").fill((TODAY + 30 * DAY).isoformat())
    expect(desk.locator("#endorse .error-summary")).to_contain_text("第 99 行没有在保的人")
    desk.get_by_label("名单里的行号").fill("2")
    assert not violations(desk)
    shoot(desk, "desk-endorse")
    desk.get_by_role("button", name="下一步：核对").click()
    look = desk.locator("#endorse [data-part=last-look]")
    expect(look).to_contain_text("等另一位办理人员复核")
    expect(look).to_contain_text(PEOPLE[1].name)
    shoot(desk, "desk-endorse-look")
    look.get_by_role("button", name="提出批改").click()
    waiting = desk.locator("[data-part=endorsement]")
    expect(waiting).to_contain_text("第 2 行，保险到")
    expect(desk.get_by_text("批改等另一个人复核，还没有生效")).to_be_visible()
    expect(desk.get_by_role("button", name="复核批改…")).to_be_hidden()

    sign_in(other, "admin")
    other.get_by_role("link", name="批改待复核").click()
    expect(other.locator("#rosters caption")).to_contain_text("批改待复核的名单")
    assert other.evaluate(WIDTH_OF_LARGER) == PHONE[0], "nothing stands beside the page"
    open_case(other, "贺兰县批改名单小学")
    assert other.evaluate(WIDTH_OF_LARGER) == PHONE[0]
    other.get_by_role("button", name="复核批改…").click()
    look_and_confirm(other, "确认批改")
    expect(other.locator("[data-part=outcome]").first).to_contain_text("第 2 行退出")
    assert not violations(other)
    shoot(other, "desk-endorsed")
    rename_the_unit(other, "贺兰县批改名单小学", shoot)
    see_status(unit, kept, "已承保")
    expect(unit.locator("#state")).to_contain_text(f"第 2 行（{PEOPLE[1].name}）退出：保险到")
    expect(unit.locator("[data-part=requests]")).to_contain_text("已批改")
    expect(unit.locator("#timeline")).to_contain_text("已经离职")
    shoot(unit, "status-endorsed")
    add_to_it(unit, kept["receipt"], "贺兰县批改名单小学")


def add_to_it(unit: Page, receipt: str, name: str) -> None:
    unit.get_by_role("link", name="交补充名单（新进职工）").click()
    expect(unit.locator("#supplementing")).to_contain_text(receipt)
    expect(unit.get_by_label("单位名称").first).to_have_value(name)
    assert not violations(unit)
