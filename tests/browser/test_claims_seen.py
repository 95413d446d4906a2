"""Who of the desk sees what of a claim: papers that are opened and logged, masks, or nothing."""

import hashlib
import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from shared_rules.identity import name
from shared_rules.messages import catalogue
from tests.browser.accessibility import violations
from tests.browser.claim_desk_pages import WOMEN, open_claim, reported, row_of
from tests.browser.conftest import DESK, TABLET, PageOf, Shoot
from tests.browser.desk_pages import sign_in
from tests.functional.claims_requests import paper, supplement
from tests.functional.staff_claim_requests import followed_up
from tests.functional.staff_requests import unpacked
from tests.unit.papers.paper_files import jpeg, picture

# Twice at once: of two presses on a busy machine the second may come when she has looked already.
LEFT_TWICE: Final = """viewer => [1, 2].forEach(
    () => viewer.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowLeft"})))"""


def size_of(element: Locator) -> tuple[float, float]:
    box = element.bounding_box()
    assert box
    return box["width"], box["height"]


def look_at_papers(page: Page, shoot: Shoot) -> None:
    """By keyboard from the second one on: a PDF in a tab, a photo turned, made larger, taken."""
    row_of(page, "身份证复印件").get_by_role("button", name="查看").click()
    viewer, press = page.get_by_role("region", name="看材料"), page.keyboard.press
    told, sheet = viewer.get_by_role("status"), viewer.locator(".sheet")
    expect(viewer.get_by_role("heading", name="看材料")).to_be_focused()
    expect(told).to_have_text("第 2 份，共 3 份：身份证复印件，id_card.pdf")
    expect(viewer.get_by_role("alert")).to_contain_text("在新窗口里打开")
    with page.expect_popup() as opened:
        viewer.get_by_role("button", name="新窗口").click()
    opened.value.close()
    press("ArrowRight")
    expect(told).to_contain_text("第 3 份，共 3 份")
    expect(viewer).to_contain_text(WOMEN[6].id_number)
    # A small picture makes the strip higher, and the frame lower, when it comes.
    expect(viewer.locator("[data-part=strip] img")).to_have_count(1)
    upright = size_of(sheet)
    assert upright[1] > upright[0], "as the photo was taken"
    press("r")
    turned = size_of(sheet)
    assert turned[0] > turned[1]
    press("+")
    assert size_of(sheet)[0] == pytest.approx(turned[0] * 1.5, abs=2)
    assert not violations(page)
    shoot(page, "claim-paper")
    viewer.get_by_role("button", name="合格").click()
    expect(viewer.get_by_role("button", name="下一份")).to_be_focused()
    expect(viewer.locator("[data-part=viewed-paper]")).to_contain_text("合格 演示理赔员甲")
    viewer.evaluate(LEFT_TWICE)
    expect(told).to_contain_text("第 1 份，共 3 份")
    expect(viewer.get_by_role("alert")).to_be_visible()
    press("Escape")
    expect(viewer).to_be_hidden()
    expect(row_of(page, "policy.pdf").get_by_role("button", name="查看")).to_be_focused()


def test_papers_are_opened_the_case_is_taken_along_and_both_are_logged(
    page_of: PageOf, shoot: Shoot
) -> None:
    kept = reported(WOMEN[6], "贺兰县理赔导出小学", "policy", "id_card")
    photo = paper(jpeg(picture(800, 600), orientation=6), "住院病历.jpg")
    assert supplement(kept, [{"kind": "hospital_papers", "upload_id": photo}]).status == 200
    followed_up()
    page = page_of(DESK)
    open_claim(page, "claims-1", kept)
    expect(row_of(page, "病理诊断报告")).to_contain_text("还缺")
    expect(page.locator("#claim .standing")).to_contain_text("提醒补材料")
    look_at_papers(page, shoot)
    with page.expect_download() as download:
        page.get_by_role("button", name="导出整案（.zip）").click()
    data = Path(download.value.path()).read_bytes()
    expect(page.locator("#claim .archive")).to_contain_text(hashlib.sha256(data).hexdigest())
    assert sum(name.endswith((".pdf", ".jpg")) for name in unpacked(data)) == 3
    page.locator("#claim-log summary").click()
    log = page.locator("#claim-log tbody")
    expect(log).to_contain_text("打开了一份材料：身份证复印件")
    expect(log.get_by_text("打开了一份材料")).to_have_count(4)
    expect(log).to_contain_text(catalogue()["claim_log.exported_claim"].title)
    shoot(page, "claim-log")
    assert not violations(page)


def test_the_federation_sees_masked_claims_beside_its_lists(page_of: PageOf, shoot: Shoot) -> None:
    reported(WOMEN[7], "贺兰县理赔总工会查看小学")
    page = page_of(TABLET)
    page.emulate_media(color_scheme="dark")
    sign_in(page, "federation")
    desks = page.get_by_role("navigation", name="办什么")
    desks.get_by_role("link", name="理赔").click()
    expect(page.get_by_role("heading", name="理赔", exact=True)).to_be_focused()
    order = page.locator("#claims").get_by_label("排列").locator("option:checked")
    expect(order).to_have_text("最急的在前")
    page.get_by_label("查找理赔").fill("理赔总工会查")
    expect(page.locator("#claims").get_by_role("status")).to_have_text("找到 1 份。")
    expect(page.get_by_label("查找理赔")).to_be_focused()
    expect(order).to_have_text("按查到的字")
    expect(page.locator("#claims tbody")).to_contain_text(name.mask(WOMEN[7].name))
    assert re.search(r"#desk=claims&search=\d+$", page.url), "no words in the address"
    page.get_by_label("查找理赔").press("Enter")
    expect(page.get_by_role("heading", name="理赔", exact=True)).to_be_focused()
    page.get_by_role("link", name="贺兰县理赔总工会查看小学").click()
    expect(page.locator("#claim")).to_contain_text(re.compile(r"\*{10}"))
    assert WOMEN[7].id_number not in page.content()
    assert WOMEN[7].name not in page.content()
    expect(page.locator("#claim").get_by_role("button", name=re.compile("…$"))).to_have_count(0)
    expect(page.locator(".papers").get_by_role("button")).to_have_count(0)
    expect(page.locator("[data-part=assessment]")).to_be_hidden()
    assert not violations(page)
    shoot(page, "claim-masked")
    desks.get_by_role("link", name="名单").click()
    expect(page.get_by_role("heading", name="参保名单")).to_be_focused()


def test_a_contact_has_no_claims(page_of: PageOf) -> None:
    kept = reported(WOMEN[2], "贺兰县理赔对接人看不到小学", "policy")
    page = page_of(DESK)
    sign_in(page, "helan")
    expect(page.get_by_role("heading", name="参保名单")).to_be_visible()
    expect(page.get_by_role("navigation", name="办什么").get_by_role("link")).to_have_text(
        ["名单", "一起交接、承保", "银行流水", "汇总", "讲座与专员", "补录", "查人"]
    )
    page.goto(f"/desk/#receipt={kept['receipt']}")
    expect(page.locator("#desk-errors")).to_be_focused()
    expect(page.locator("#claim")).to_be_hidden()
