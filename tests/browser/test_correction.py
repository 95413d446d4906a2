"""A unit's clerk corrects a list that came back, or one in which she found a mistake herself."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from shared_rules.messages import catalogue
from tests.browser.accessibility import violations
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot, at_each_size
from tests.browser.desk_pages import see_status
from tests.browser.test_pasted_and_renewed import copied, paste
from tests.browser.test_roster_journey import choose, consent, save_workbook
from tests.functional.rosters_requests import PEOPLE, UNIT, correct, new_key, rows_of, submit
from tests.functional.staff_requests import accept, case, send_back

REASON = "请去掉已经退休的两位"
FEWER = PEOPLE[:8]
UNIT_NAME = "贺兰县自己更正小学"


@pytest.fixture
def kept(product: object) -> dict[str, Any]:
    """What the unit was answered for its first list."""
    answer = submit(new_key(), rows=rows_of(PEOPLE), unit={**UNIT, "name": UNIT_NAME})
    assert answer.status == 201, answer.body
    return answer.body


def open_correction(page: Page, kept: dict[str, Any]) -> None:
    """By its address, as if from elsewhere: the code is asked for."""
    page.goto(f"/roster/?receipt={kept['receipt']}")
    expect(page.get_by_label("回执号", exact=True)).to_have_value(kept["receipt"])
    page.get_by_label("查询码", exact=True).fill(kept["access_code"])
    page.get_by_role("button", name="打开这份名单").click()
    expect(page.get_by_role("heading", name=UNIT_NAME)).to_be_focused()


def bring(page: Page) -> None:
    """The mended list, from the clipboard, with both consents."""
    page.get_by_text("复制后粘贴").click()
    paste(page, copied(FEWER))
    expect(page.get_by_role("heading", name="可以提交")).to_be_focused(timeout=30_000)
    consent(page)


def send(page: Page) -> None:
    page.get_by_role("button", name="提交更正").click()


def see_corrected(page: Page, kept: dict[str, Any], version: int) -> None:
    expect(page.get_by_role("heading", name="更正已提交")).to_be_focused(timeout=30_000)
    corrected = page.locator("#corrected")
    expect(corrected.locator("[data-slot=receipt]")).to_have_text(kept["receipt"])
    expect(corrected.locator("[data-slot=version]")).to_have_text(str(version))
    expect(corrected.locator("[data-slot=people]").first).to_have_text(str(len(FEWER)))


def see_submitted_rows(page: Page) -> None:
    """The list stands in the page as it was submitted; first of whom the desk speaks."""
    expect(page.locator("#file-state")).to_have_text("已核对：已提交的名单（第 1 版）")
    spoken_of = page.locator("#mending .mend-row")
    expect(spoken_of).to_have_count(2)
    for card, person in zip(spoken_of.all(), PEOPLE[8:], strict=True):
        expect(card.locator("legend")).to_contain_text("请看退回的原因")
        expect(card).to_contain_text(f"退回的原因：{REASON}")
        expect(card.get_by_label("身份证号")).to_have_value(person.id_number)
    with page.expect_download() as made:
        page.get_by_role("button", name="下载已提交的名单（Excel）").click()
    assert made.value.suggested_filename.endswith("-参保名单-第1版.xlsx")


def mend_what_was_submitted(page: Page) -> None:
    """In the place of a file that was chosen meanwhile."""
    page.get_by_role("button", name="在已提交的名单上改").click()
    expect(page.locator("#file-state")).to_have_text("已核对：已提交的名单（第 1 版）")
    expect(page.get_by_role("heading", name="在这里改")).to_be_focused()
    for card in page.locator("#mending .mend-row").all():
        card.get_by_label("这一行这次不报").check()
        expect(card.locator("legend")).to_contain_text("这次不报")
    expect(page.locator(".difference")).to_contain_text("少 2 人")


def test_a_list_that_came_back_is_corrected_and_the_desk_sees_it(
    page_of: PageOf, shoot_each_size: Shoot, folder: Path, kept: dict[str, Any]
) -> None:
    reasons = [{"text": REASON, "rows": [9, 10], "article": "article-3"}]
    assert send_back(kept["receipt"], 1, reasons=reasons).status == 200
    page = page_of(PHONE)
    see_status(page, kept, catalogue()["state.returned"].title)
    shoot_each_size(page, "status-returned")
    page.get_by_role("link", name="更正名单").click()

    expect(page.get_by_role("heading", name=UNIT_NAME)).to_be_focused()
    expect(page).to_have_url(re.compile(rf"/roster/\?receipt={kept['receipt']}$"))
    expect(page.get_by_role("heading", name="更正参保名单")).to_be_visible()
    names = f"{PEOPLE[8].name}、{PEOPLE[9].name}"
    expect(page.locator("#standing")).to_contain_text(f"第 9、10 行（{names}）：{REASON}（第三条）")
    expect(page.get_by_label("单位名称")).to_have_value(UNIT_NAME)
    expect(page.get_by_label("单位所在县")).to_have_value(UNIT["county"])
    expect(page.get_by_label(UNIT["kind"], exact=True)).to_be_checked()
    expect(page.get_by_label("成立了", exact=True)).to_be_checked()
    expect(page.get_by_label("职工本人", exact=True)).to_be_checked()
    expect(page.get_by_role("textbox", name="经办人姓名")).to_have_value(UNIT["contact_name"])
    see_submitted_rows(page)
    shoot_each_size(page, "roster-correction-submitted")
    for _ in at_each_size(page):
        assert not violations(page)
    page.get_by_label("经办人电话").fill("0951-2090081")
    choose(page, save_workbook(FEWER, folder / "改好的名单.xlsx"))
    mend_what_was_submitted(page)
    send(page)
    expect(page.locator("#error-summary")).to_contain_text("敏感个人信息")
    shoot_each_size(page, "roster-correction")
    consent(page)
    send(page)

    see_corrected(page, kept, 2)
    for _ in at_each_size(page):
        assert not violations(page)
    shoot_each_size(page, "roster-corrected")
    seen = case("contact", kept["receipt"])
    assert (seen["version"], seen["people"], seen["state"]) == (2, len(FEWER), "submitted")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="打印名单（附件2）").click()
    printed = opened.value
    expect(printed.locator("#sheets .people tr")).to_have_count(len(FEWER))
    expect(printed.locator("#printed")).to_contain_text("第 2 版")
    assert kept["access_code"] not in page.url + printed.url


def test_who_found_a_mistake_herself_corrects_it_before_the_desk_looks(
    page_of: PageOf, shoot: Shoot, kept: dict[str, Any]
) -> None:
    page = page_of(PHONE)
    see_status(page, kept, "已收到")
    shoot(page, "status-submitted")
    page.get_by_role("link", name="更正名单").click()
    expect(page.get_by_role("heading", name=UNIT_NAME)).to_be_focused()
    expect(page.get_by_text("退回的原因")).to_be_hidden()
    bring(page)
    send(page)
    see_corrected(page, kept, 2)
    page.get_by_role("link", name="查询进度", exact=True).click()
    expect(page.locator("#timeline")).to_contain_text(catalogue()["state.corrected"].title)


def test_a_correction_that_got_no_answer_is_sent_again_and_kept_once(
    page_of: PageOf, kept: dict[str, Any]
) -> None:
    page = page_of(DESK)
    open_correction(page, kept)
    bring(page)
    sent: list[str] = []

    def lose_the_first_answer(route: Any, request: Any) -> None:
        if request.method != "PUT":
            route.fallback()
            return
        sent.append(request.headers["if-match"])
        if len(sent) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route(f"**/api/rosters/{kept['receipt']}", lose_the_first_answer)
    send(page)
    expect(page.get_by_text("没有连上网站")).to_be_visible()
    see_corrected(page, kept, 2)
    assert sent == ['"1"', '"1"']


def test_where_somebody_corrected_meanwhile_she_looks_first_and_then_decides(
    page_of: PageOf, shoot: Shoot, kept: dict[str, Any]
) -> None:
    page = page_of(PHONE)
    open_correction(page, kept)
    bring(page)
    unit = {**UNIT, "name": UNIT_NAME}
    assert correct(kept, 1, rows=rows_of(PEOPLE[1:]), unit=unit).status == 200
    send(page)
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator("#error-summary")).to_contain_text(
        catalogue()["roster.version_conflict"].explanation
    )
    shoot(page, "roster-conflict")
    send(page)
    expect(page.locator("#error-summary")).to_contain_text(
        catalogue()["roster.version_conflict"].explanation
    )
    page.get_by_role("button", name="看过了，更正现在这一版").click()
    expect(page.get_by_role("heading", name=UNIT_NAME)).to_be_focused()
    expect(page.locator("#standing")).to_contain_text("第 2 版，9 人")
    expect(page.locator(".difference")).to_contain_text("和现在的第 2 版相比：少 2 人，多 1 人")
    expect(page.locator("#error-summary")).to_be_hidden()
    send(page)
    see_corrected(page, kept, 3)


def test_an_accepted_list_is_not_corrected_any_more(
    page_of: PageOf, shoot: Shoot, kept: dict[str, Any]
) -> None:
    page, other = page_of(PHONE), page_of(PHONE)
    open_correction(page, kept)
    bring(page)
    assert accept(kept["receipt"], 1).status == 200
    send(page)
    expect(page.locator("#error-summary")).to_contain_text("已按这份名单签发保险单")

    open_correction(other, kept)
    expect(other.locator("#standing")).to_contain_text("请在查询进度里办：新进的职工交补充名单")
    expect(other.locator("#roster-form")).to_be_hidden()
    shoot(other, "roster-correction-closed")
    see_status(other, kept, "已承保")
    expect(other.get_by_role("link", name="更正名单")).to_have_count(0)


def test_a_wrong_code_opens_nothing(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/roster/?receipt=AK-2026-000000")
    page.get_by_label("查询码", exact=True).fill("00000-00000")
    page.get_by_role("button", name="打开这份名单").click()
    expect(page.locator("#lookup-form .error-summary")).to_contain_text("都相符的记录")
    expect(page.locator("#roster-form")).to_be_hidden()
