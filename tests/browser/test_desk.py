"""The desk's people at work, and the unit beside them: return, correction, policy, conflict."""

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from functions.local.follow_up import following_up
from functions.platform import clock
from shared_rules.messages import catalogue
from tests.browser.accessibility import violations, violations_while_pressed
from tests.browser.conftest import DESK, PHONE, TABLET, PageOf, Shoot, at_each_size
from tests.browser.desk_pages import (
    TODAY,
    look_and_confirm,
    open_case,
    print_slip,
    see_status,
    sign_in,
    submitted,
    write_reason,
)
from tests.functional.hand_off_files import csv_among
from tests.functional.rosters_requests import DAY, PEOPLE, UNIT, correct, rows_of
from tests.functional.staff_requests import send_back, table_of, unpacked
from tests.functional.statement_requests import statement

REASON = "请把工种写清楚"
LATER = (clock.now().date() + DAY).isoformat()


@pytest.fixture(autouse=True)
def follow_up() -> Iterator[None]:
    """What the table's stream starts in AWS."""
    with following_up(0.2):
        yield


def walk_the_queue(page: Page, name: str) -> None:
    """By keyboard to the case beside this one and back, then to its line in the queue."""
    page.get_by_role("link", name="名单", exact=True).click()
    open_case(page, name)
    way = page.locator(".around a:visible").first
    there, back = "Alt+PageDown", "Alt+PageUp"
    if way.get_attribute("data-link") == "previous":
        there, back = back, there
    page.keyboard.press(there)
    heading = page.locator("#case-heading")
    expect(heading).not_to_have_text(name)
    expect(heading).to_be_focused()
    page.keyboard.press(back)
    expect(page.get_by_role("heading", name=name)).to_be_focused()
    page.get_by_role("link", name="← 回到名单").click()
    expect(page.get_by_role("link", name=name)).to_be_focused()


def work_together(page: Page, shoot: Shoot) -> None:
    """Take the list that is open in hand, and leave the others a note of it."""
    part = page.locator("#case [data-part=teamwork]")
    part.get_by_role("button", name="我来办").click()
    expect(part).to_contain_text("现在由 演示对接人甲 办")
    part.get_by_text("写一条备注").click()
    part.get_by_role("button", name="保存备注").click()
    expect(part.locator(".error-summary")).to_be_focused()
    part.get_by_label("备注", exact=True).fill("单位说周五补盖章表")
    part.get_by_role("button", name="保存备注").click()
    expect(part.locator("[data-part=notes] li")).to_contain_text("单位说周五补盖章表")
    expect(part.get_by_label("备注", exact=True)).to_have_value("")
    shoot(page, "desk-teamwork")
    part.get_by_role("button", name="划掉备注").click()
    expect(part.locator("[data-part=notes] s")).to_have_text("单位说周五补盖章表")


def note_and_undo(page: Page) -> None:
    """Note that the stamped sheets of the list that is open came, which was another's."""
    page.get_by_role("button", name="收到盖章的名单…").click()
    look_and_confirm(page, "记下")
    expect(page.locator("#case [data-part=facts]")).to_contain_text("盖章的名单已收到（")
    page.get_by_role("button", name="撤销刚才的一步…").click()
    look_and_confirm(page, "确认撤销")
    expect(page.locator("#case [data-part=facts]")).not_to_contain_text("盖章的名单已收到（")
    expect(page.get_by_role("button", name="撤销刚才的一步…")).to_be_hidden()


def send_it_back(page: Page, shoot: Shoot) -> None:
    """Return the list that is open, first with an answer that cannot be read."""
    write_reason(page, "", "一行")
    page.get_by_role("button", name="下一步：核对").click()
    expect(page.locator("#return .error-summary")).to_be_focused()
    expect(page.locator("#return .field-error")).to_have_count(2)
    shoot(page, "desk-return")
    page.get_by_label("要改什么").fill(REASON)
    page.get_by_label("哪几行").fill("1、99")
    page.get_by_role("button", name="下一步：核对").click()
    expect(page.locator("#return .error-summary")).to_contain_text("名单里没有第 99 行")
    expect(page.locator("#return .last-look")).to_be_hidden()
    page.get_by_label("哪几行").fill("1-2")
    page.locator("#return").get_by_label("常用的话").select_option("单位名称和公章不一致")
    expect(page.get_by_label("要改什么")).to_have_value(re.compile(f"^{REASON}\n单位名称"))
    page.get_by_label("要改什么").fill(REASON)
    look_and_confirm(page, "确认退回")
    expect(page.locator("#said")).to_contain_text("已退回")


def record_payment(page: Page, shoot: Shoot) -> None:
    """Record what came for the list that is open; its amount needs mending."""
    page.get_by_role("button", name="记一笔款…").click()
    page.get_by_label("金额（元）").fill("八百")
    page.get_by_label("到账或退回的日期").fill(TODAY)
    page.get_by_label("对方的账户是谁的").select_option(label="单位的账户")
    page.get_by_role("button", name="下一步：核对").click()
    expect(page.locator("#payments-amount-error")).to_contain_text("请写数字")
    page.get_by_label("金额（元）").fill("８００元")
    shoot(page, "desk-payment")
    look_and_confirm(page, "记下")
    expect(page.locator("[data-part=account]")).to_contain_text("还差100 元")
    expect(page.locator("[data-part=payments]")).to_contain_text("收到 800 元")
    page.get_by_role("button", name="划掉记错的款…").click()
    expect(page.get_by_label("哪一笔").locator("option")).to_have_count(2)
    page.locator("#strike").get_by_role("button", name="先不办").click()


def bring_statement(
    page: Page, shoot: Shoot, short: dict[str, Any], unpaid: dict[str, Any]
) -> None:
    """Bring the bank's statement: one line is certain, two to be looked at, one is for no list."""
    day = clock.now().date()
    data = statement(
        (day, 1000, "贺兰县流水小学工会", unpaid["receipt"]),
        (day, 50, "王芳", f"{short['receipt'][:-1]} 补缴"),
        (day, "0.35", "", "结息"),
        (day, 50, "王芳", f"{short['receipt'][:-1]} 又补缴"),
    )
    page.get_by_role("link", name="银行流水").click()
    expect(page.get_by_role("heading", name="核对银行流水")).to_be_focused()
    page.get_by_label("选择银行流水").set_input_files(
        {"name": "流水.xlsx", "mimeType": "application/octet-stream", "buffer": data}
    )
    section = page.locator("#statement")
    expect(section).to_contain_text("4 行：1 行看得准，2 行要您看，1 行没有对上。")
    for _ in at_each_size(page):
        assert not violations(page)
        shoot(page, "desk-statement")
    page.get_by_role("button", name="按选的记下第 3 行").click()
    expect(section.locator(".doubtful-lines")).to_contain_text("请先选一份名单")
    page.get_by_role("button", name="记下这 1 行").click()
    expect(section.locator("[data-part=read]")).to_have_text("记下 1 行。")
    expect(section).to_contain_text("1 行已经记过或重复")
    lines = section.locator(".doubtful-lines > li")
    lines.first.get_by_label(re.compile(f"{short['receipt']}.*还差 100 元：记 50 元")).check()
    page.get_by_role("button", name="按选的记下第 3 行").click()
    expect(lines.first.get_by_role("status")).to_be_focused()
    expect(lines.first).to_contain_text("已记下。")
    expect(lines.last, "the next line asks of what is left").to_contain_text("还差 50 元：记 50 元")


def accept_it(page: Page, shoot: Shoot) -> None:
    """Accept the list that is open without its third person; the policy's number needs mending."""
    page.get_by_role("button", name="同意承保…").click()
    expect(page.get_by_label("收到保险费的日期")).to_have_value("")
    for label in ("同意承保的日期", "收到保险费的日期", "签发保险单的日期"):
        page.get_by_label(label).fill(TODAY)
    page.get_by_label("保险单号").fill("NX 不对")
    page.get_by_role("button", name="加不予承保的人员").click()
    page.get_by_label("第几行").fill("3")
    page.get_by_label("依据", exact=True).select_option("article-3")
    page.get_by_label("理由", exact=True).fill("不是本单位职工")
    shoot(page, "desk-accept")
    page.get_by_role("button", name="下一步：核对").click()
    expect(page.locator("#accept-policy_number-error")).to_contain_text("字母、数字和短横")
    page.get_by_label("保险单号").fill("NX-2026-0001")
    page.get_by_label("同意承保的日期").fill(LATER)
    page.get_by_role("button", name="下一步：核对").click()
    expect(page.locator("#accept-consent_date-error")).to_contain_text("不能晚于今天")
    expect(page.locator("#accept .last-look")).to_be_hidden()
    page.get_by_label("同意承保的日期").fill(TODAY)
    page.get_by_role("button", name="下一步：核对").click()
    expect(page.locator("#accept .last-look")).to_contain_text("8 人")
    expect(page.locator("#accept .last-look")).to_contain_text("没有签好的同意书")
    shoot(page, "desk-last-look")
    page.get_by_role("button", name="确认承保").click()
    expect(page.locator("#case")).to_contain_text("首次或中断后参加 8 人")


def test_a_list_goes_back_is_corrected_and_gets_its_policy(page_of: PageOf, shoot: Shoot) -> None:
    name = "贺兰县退回再承保小学"
    kept = submitted(name)
    desk, unit = page_of(DESK), page_of(PHONE)
    sign_in(desk, "helan")
    shoot(desk, "desk-queue")
    assert not violations(desk)
    open_case(desk, name)
    expect(desk.locator(".people tbody tr")).to_have_count(len(PEOPLE))
    work_together(desk, shoot)
    send_it_back(desk, shoot)
    print_slip(desk, kept["receipt"])

    see_status(unit, kept, catalogue()["state.returned"].title)
    expect(unit.locator("#state")).to_contain_text(
        f"第 1、2 行（{PEOPLE[0].name}、{PEOPLE[1].name}）：{REASON}（第十一条）"
    )
    expect(unit.locator("#state")).to_contain_text("请先更正名单，再按更正后的金额转账。")
    expect(unit.locator("#state [data-part=payment]")).to_be_hidden()
    shoot(unit, "status-returned")
    corrected = correct(kept, 1, rows=rows_of(PEOPLE[:9]), unit={**UNIT, "name": name})
    assert corrected.status == 200

    desk.get_by_role("link", name="← 回到名单").click()
    open_case(desk, name)
    expect(desk.get_by_role("button", name="第 1 版")).to_be_visible()
    expect(desk.locator(".difference")).to_contain_text("和第 1 版比：少 1 人")
    expect(desk.locator(".difference")).to_contain_text(PEOPLE[9].name)
    record_payment(desk, shoot)
    note_and_undo(desk)
    unpaid = submitted("贺兰县流水小学")
    bring_statement(desk, shoot, kept, unpaid)
    walk_the_queue(desk, name)
    desk.goto(f"/desk/#receipt={kept['receipt']}")
    see_status(unit, kept, catalogue()["state.submitted"].title)
    expect(unit.locator("#state")).to_contain_text("应缴 900 元，还差 50 元。")
    expect(unit.locator("#state .amount")).to_have_text("50 元")
    expect(unit.locator("#state [data-part=per-person]")).to_be_hidden()
    assert not violations(unit)
    shoot(unit, "status-paid-in-part")
    accept_it(desk, shoot)
    desk.locator("#log summary").click()
    expect(desk.locator("#log tbody")).to_contain_text("查看了人员")
    assert not violations(desk)
    assert not violations_while_pressed(desk)
    shoot(desk, "desk-accepted")
    with desk.expect_download() as export:
        desk.get_by_role("button", name="导出表格（.csv）").click()
    assert export.value.suggested_filename.endswith(".csv")

    see_status(unit, kept, "已承保")
    expect(unit.locator("#state")).to_contain_text("NX-2026-0001")
    expect(unit.locator("#state")).to_contain_text(
        f"第 3 行（{PEOPLE[2].name}）不予承保：不是本单位职工（第三条）"
    )
    expect(unit.locator("#state")).to_contain_text("多出 50 元，怎么处理请联系本地对接人。")
    expect(unit.locator("#state [data-part=payment]")).to_be_hidden()
    shoot(unit, "status-accepted")


def hand_off(page: Page, shoot: Shoot) -> list[list[str]]:
    """Have the list that is open handed off; gives the lines of its .csv, header first."""
    with page.expect_download() as download:
        page.get_by_role("button", name="导出交接文件（.zip）").click()
    expect(page.locator("#case")).to_contain_text(f"第 1 次交接，{len(PEOPLE)} 人")
    expect(page.locator(".hand-offs li")).to_have_count(1)
    data = Path(download.value.path()).read_bytes()
    expect(page.locator("#case .archive")).to_contain_text(hashlib.sha256(data).hexdigest())
    shoot(page, "desk-handed-off")
    return table_of(csv_among(unpacked(data)))


def judged(table: list[list[str]], refused: set[str]) -> FilePayload:
    """The insurer's file: everybody is accepted but these rows, and one line says nothing clear."""
    result, row = table[0].index("审核结果"), table[0].index("行号")
    for line in table[1:]:
        said = ("拒保", "不是本单位职工", "第三条") if line[row] in refused else ("承保", "", "")
        line[result : result + len(said)] = said
    table[-1][result] = "待定"
    target = io.StringIO(newline="")
    csv.writer(target).writerows(table)
    return {"name": "审核.csv", "mimeType": "text/csv", "buffer": target.getvalue().encode()}


def test_the_insurer_s_file_says_whom_to_refuse_and_print_as_not_insured(
    page_of: PageOf, shoot: Shoot
) -> None:
    kept = submitted("贺兰县交接文件小学")
    page = page_of(TABLET)
    sign_in(page, "helan", f"#receipt={kept['receipt']}")
    table = hand_off(page, shoot)
    page.get_by_role("button", name="同意承保…").click()
    page.get_by_label("从保险公司填好的交接文件读入").set_input_files(judged(table, {"2", "4"}))
    expect(page.locator("#accept")).to_contain_text("拒保 2 人，1 人没有写审核结果")
    expect(page.locator("#accept .notes-of-file")).to_contain_text(f"第 {len(table)} 行")
    expect(page.get_by_label("第几行")).to_have_value("2、4")
    shoot(page, "desk-row-states")
    assert not violations(page)
    for label in ("同意承保的日期", "收到保险费的日期", "签发保险单的日期"):
        page.get_by_label(label).fill(TODAY)
    page.get_by_label("保险单号").fill("NX-2026-0002")
    look_and_confirm(page, "确认承保")
    expect(page.locator("#case .standing")).to_contain_text("已承保")

    page.goto("/roster/print/")
    page.get_by_label("回执号").fill(kept["receipt"])
    page.get_by_label("查询码").fill(kept["access_code"])
    page.get_by_role("button", name="打开名单").click()
    expect(page.locator("#sheets .refused")).to_have_count(2)
    expect(page.locator("#sheets .people tr").nth(1)).to_contain_text("不予承保")
    expect(page.locator("#printed")).to_contain_text("承保 8 人，保险费 800 元，2 人不予承保")
    shoot(page, "roster-print-refused")


def test_a_list_that_came_twice_is_shown_beside_the_first(page_of: PageOf, shoot: Shoot) -> None:
    name = "贺兰县交了两次小学"
    first = submitted(name)
    page = page_of(PHONE)
    sign_in(page, "helan", f"#receipt={first['receipt']}")
    heed = page.locator("[data-part=heed]")
    for _ in range(20):  # the first is indexed in the background
        if "还没有查完" not in heed.inner_text():
            break
        page.reload()
        expect(heed).not_to_be_empty()
    again = submitted(name)
    page.goto(f"/desk/#receipt={again['receipt']}")
    same = heed.get_by_text(re.compile(rf"提交的 {first['receipt']}.*是同一份名单"))
    for _ in range(20):
        if same.count():
            break
        page.reload()
        expect(heed).not_to_be_empty()
    expect(same).to_contain_text(f"人员没有变化，都是 {len(PEOPLE)} 人")
    for _ in at_each_size(page):
        assert not violations(page)
        shoot(page, "desk-same-list")


def test_who_is_slower_sees_what_happened_and_keeps_what_she_typed(
    page_of: PageOf, shoot: Shoot
) -> None:
    kept = submitted("贺兰县两人同时办理小学")
    page = page_of(TABLET)
    sign_in(page, "helan", f"#receipt={kept['receipt']}")
    expect(page.get_by_role("heading", name="贺兰县两人同时办理小学")).to_be_visible()
    write_reason(page, REASON)
    assert send_back(kept["receipt"], 1, role="admin").status == 200
    look_and_confirm(page, "确认退回")
    conflict = page.locator("#return [data-part=conflict]")
    expect(conflict).to_be_focused()
    expect(conflict).to_contain_text("演示 admin（管理员）：已退回")
    expect(page.get_by_label("要改什么")).to_have_value(REASON)
    expect(page.locator("#case .standing")).to_contain_text("已退回")
    shoot(page, "desk-conflict")


def test_signing_in_again_leads_back_to_the_same_list_and_what_was_typed(page_of: PageOf) -> None:
    kept = submitted("贺兰县登录过期小学")
    page = page_of(DESK)
    sign_in(page, "helan", f"#receipt={kept['receipt']}")
    write_reason(page, REASON)
    page.route("**/api/staff/**", lambda route: route.fulfill(status=401, json={"message": "no"}))
    look_and_confirm(page, "确认退回")
    expect(page.locator("#desk-errors")).to_contain_text("登录已经过期")
    page.unroute("**/api/staff/**")
    page.get_by_role("button", name="登录", exact=True).click()
    page.locator("button[name=sub][value=helan]").click()
    expect(page.get_by_role("heading", name="贺兰县登录过期小学")).to_be_visible()
    expect(page.get_by_role("heading", name="退回更正")).to_be_focused()
    expect(page.get_by_label("要改什么")).to_have_value(REASON)
    page.get_by_role("button", name="退出登录").click()
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("button", name="登录", exact=True)).to_be_visible()
    assert REASON not in str(page.evaluate("Object.values(sessionStorage)"))


def test_the_federation_sees_masked_people_and_no_buttons(page_of: PageOf, shoot: Shoot) -> None:
    kept = submitted("贺兰县总工会查看小学")
    page = page_of(PHONE)
    page.emulate_media(color_scheme="dark")
    sign_in(page, "federation", f"#receipt={kept['receipt']}")
    expect(page.locator(".people tbody tr").first).to_contain_text(re.compile(r"\*{10}"))
    assert PEOPLE[0].id_number not in page.content()
    expect(page.get_by_role("button", name=re.compile("…$"))).to_have_count(0)
    assert not violations(page)
    shoot(page, "desk-masked")


def test_another_area_s_contact_does_not_see_it(page_of: PageOf) -> None:
    kept = submitted("贺兰县别处看不到小学")
    page = page_of(DESK)
    sign_in(page, "shizuishan")
    expect(page.get_by_text("贺兰县别处看不到小学")).to_have_count(0)
    page.goto(f"/desk/#receipt={kept['receipt']}")
    expect(page.locator("#desk-errors")).to_contain_text("没有这份记录")


def test_where_no_issuer_is_set_the_page_says_so(page_of: PageOf, shoot: Shoot) -> None:
    page = page_of(PHONE)
    title = "工作台还没有开通"
    closed = {"title": title, "status": 404, "code": "staff.closed", "detail": "没有登录方式。"}
    page.route("**/api/sign-in", lambda route: route.fulfill(status=404, json=closed))
    page.goto("/desk/")
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    shoot(page, "desk-closed")
