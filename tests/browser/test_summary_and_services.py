"""The summary at the desk (第十三条); lectures and specialists for everybody (第十七、十八条)."""

import re
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from functions.local import samples
from functions.platform import clock
from functions.staff.summary import paces
from functions.worker import service
from tests.browser.accessibility import violations
from tests.browser.claim_pages import PATIENCE
from tests.browser.conftest import DESK, PHONE, TABLET, PageOf, Shoot
from tests.browser.desk_pages import sign_in
from tests.functional import claims_requests
from tests.functional.rosters_requests import UNIT, new_key, rows_of, submit
from tests.functional.staff_requests import accept


def accepted(county: str, people: int) -> None:
    women = samples.people(people, seed=people, today=clock.now().date())
    unit = {**UNIT, "name": f"{county}汇总示例单位", "county": county}
    kept = submit(new_key(), rows=rows_of(women), unit=unit)
    assert kept.status == 201, kept.body
    assert accept(kept.body["receipt"], 1, "admin").status == 200
    service.sweep(clock.now(), timedelta(0))


def row(page: Page, table: str, name: str) -> str:
    found = page.locator(f"#{table} tbody tr").filter(has_text=name)
    expect(found.first).to_be_visible(timeout=PATIENCE)
    return found.first.inner_text()


def test_the_federation_sees_sums_and_of_a_few_claims_no_disease(
    page_of: PageOf, shoot: Shoot, folder: Path
) -> None:
    assert claims_requests.submit(claims_requests.new_key()).status == 201
    accepted("红寺堡区", 10)
    accepted("盐池县", 3)
    accepted("同心县", 8)
    page = page_of(DESK)
    sign_in(page, "federation")
    page.get_by_role("link", name="汇总").click()
    expect(page.get_by_role("heading", name="汇总", exact=True)).to_be_focused(timeout=PATIENCE)
    page.get_by_label("时间", exact=True).select_option("month")
    expect(page.locator("[data-slot=period]")).to_contain_text(
        f"{clock.now().month}月1日", timeout=PATIENCE
    )
    assert "1,000 元" in row(page, "places-table", "红寺堡区")
    assert "300 元" in row(page, "places-table", "盐池县")
    assert "不显示" in row(page, "diseases-table", "卵巢癌")
    assert "不显示" not in row(page, "diseases-table", "合计")
    expect(page.get_by_text("不到 5 件的理赔数字")).to_be_visible()
    assert "5 天（本站自己定的）" in row(page, "paces-table", "名单")
    assert re.search(r"\s[1-9]\d*\s+0$", row(page, "waiting-table", "理赔：等补材料"))
    expect(page.locator("svg.bars").first).to_have_attribute("aria-label", re.compile("吴忠市"))
    assert not violations(page)
    shoot(page, "desk-summary")
    with page.expect_download() as got:
        page.get_by_role("button", name="下载表格（.xlsx）").click()
    assert got.value.suggested_filename.endswith(".xlsx")
    page.set_viewport_size({"width": 768, "height": 1024})
    shoot(page, "desk-summary")
    page.emulate_media(media="print")
    assert page.get_by_role("button", name="打印").count() == 0
    page.pdf(path=folder / "summary.pdf")
    expect(page.locator("[data-slot=printed_by]")).to_have_text(
        re.compile("打印，演示总工会（总工会）")
    )


def test_a_period_that_is_not_filled_in_is_asked_for(page_of: PageOf) -> None:
    page = page_of(TABLET)
    sign_in(page, "area")
    expect(page.locator("#places-table")).to_contain_text("平罗县", timeout=PATIENCE)
    expect(page.locator("#places-table")).not_to_contain_text("贺兰县")
    expect(page.get_by_role("heading", name="每月的汇总表")).to_have_count(0)
    page.get_by_label("从哪天起").fill("")
    page.get_by_role("button", name="汇总", exact=True).click()
    expect(page.locator("#period-from-error")).to_be_visible()
    page.get_by_label("从哪天起").fill("2026-11-02")
    page.get_by_label("到哪天止").fill("2026-11-01")
    page.get_by_role("button", name="汇总", exact=True).click()
    expect(page.locator("#desk-errors")).to_contain_text("这段时间不能汇总")


def test_a_lecture_that_the_desk_enters_is_on_the_public_page_until_withdrawn(
    page_of: PageOf, shoot: Shoot
) -> None:
    desk, phone = page_of(TABLET), page_of(PHONE)
    sign_in(desk, "helan", "#desk=services")
    desk.get_by_text("登记一场讲座").click()
    desk.get_by_role("button", name="登记").first.click()
    expect(desk.locator("#lecture .field-error")).to_have_count(7)
    day = clock.now().date() + timedelta(days=7)
    for label, value in {
        "题目": "乳腺癌早发现，“两癌”怎么防",
        "日期": day.isoformat(),
        "几点开始": "14:30",
        "几点结束": "14:00",
        "地点": "示例小学三楼会议室",
        "主讲": "示例医院乳腺外科主任",
        "咨询电话": "0951-2090080",
    }.items():
        desk.locator("#lecture").get_by_label(label).fill(value)
    desk.locator("#lecture").get_by_label("县（区）").select_option("贺兰县")
    desk.get_by_role("button", name="登记").first.click()
    expect(desk.locator("#lecture-ends-error")).to_be_visible()
    shoot(desk, "desk-services")
    desk.reload()
    desk.get_by_label("几点结束").fill("16:00")
    desk.get_by_role("button", name="登记").first.click()
    expect(desk.locator("#lecture")).to_contain_text("保存好了")
    desk.get_by_text("登记一位服务专员").click()
    for label, value in {"姓名（": "示例专员", "工作电话（": "13912345678"}.items():
        desk.locator("#specialist").get_by_label(label).fill(value)
    desk.get_by_role("checkbox", name="贺兰县").check()
    desk.get_by_role("checkbox", name="本人同意").check()
    desk.get_by_role("button", name="登记").last.click()
    expect(desk.locator("#services tbody tr")).to_have_count(2)
    assert not violations(desk)

    paces.publish(clock.now())
    phone.goto("/services/")
    expect(phone.get_by_text("最近办结的件数太少")).to_be_visible()
    expect(phone.locator("#coming")).to_contain_text("乳腺癌早发现")
    expect(phone.locator("#serving")).to_contain_text("示例专员")
    assert not violations(phone)
    shoot(phone, "services")
    with phone.expect_download() as got:
        phone.get_by_role("button", name="存到日历").click()
    text = Path(got.value.path()).read_text(encoding="utf-8")
    assert f"DTSTART:{day:%Y%m%d}T063000Z" in text

    desk.get_by_role("button", name="撤回讲座").click()
    desk.get_by_label("为什么撤回").fill("改期")
    shoot(desk, "desk-withdraw")
    desk.get_by_role("button", name="确认撤回").click()
    expect(desk.locator("#services tbody")).to_contain_text("已撤回")
    phone.reload()
    expect(phone.get_by_text("现在没有已经排好的讲座")).to_be_visible()


def test_without_a_network_the_page_says_so(page_of: PageOf, shoot: Shoot) -> None:
    page = page_of(PHONE)
    page.route("**/api/services", lambda route: route.abort())
    page.goto("/services/")
    expect(page.get_by_text("没有连上网站")).to_be_visible()
    shoot(page, "services-offline")
