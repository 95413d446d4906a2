"""The clerk's own file back: downloaded from the page, mended, and chosen again."""

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Page, expect

from functions.local import samples
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.browser.test_roster_journey import FLAWED, GOOD, choose, save_csv, save_workbook


def download(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    saved = folder / started.value.suggested_filename
    started.value.save_as(saved)
    return saved


def statuses(sheet: Worksheet, header_row: int) -> list[object]:
    return [cell.value for cell in sheet["E"][header_row:]]


def test_a_list_is_downloaded_marked_mended_in_place_and_chosen_again(
    page_of: PageOf, shoot_each_size: Shoot, folder: Path
) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    expect(page.locator("#marked-up")).to_be_hidden()
    choose(page, save_workbook(FLAWED, folder / "我的名单.xlsx"))

    path = download(page, "下载标好错误的名单", folder)
    assert path.name == "我的名单-已标注.xlsx"
    expect(page.locator("#marked-up .hint[role=status]")).to_contain_text("已开始下载")
    expect(page.get_by_role("heading", name="必须改的地方")).to_be_visible()
    book = load_workbook(path)
    sheet = book["名单"]
    assert statuses(sheet, 2).count("必须改") == 6
    shoot_each_size(page, "roster-marked-up")

    for row, person in enumerate(GOOD, start=3):
        sheet.cell(row, 2).value = person.name
        sheet.cell(row, 3).value = person.id_number
    book.save(path)
    choose(page, path)
    expect(page.get_by_role("heading", name="可以提交")).to_be_visible()
    expect(page.get_by_role("button", name="只下载要改的行")).to_be_hidden()


def test_only_the_rows_to_mend_are_downloaded(page_of: PageOf, folder: Path) -> None:
    page = page_of(DESK)
    page.goto("/roster/")
    choose(page, save_workbook(FLAWED, folder / "名单.xlsx"))
    path = download(page, "只下载要改的行", folder)
    assert path.name == "名单-要改的行.xlsx"
    assert statuses(load_workbook(path)["名单"], 1) == ["必须改"] * 6


def test_a_csv_file_comes_back_as_csv(page_of: PageOf, folder: Path) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    choose(page, save_csv(FLAWED, folder / "名单.csv"))
    path = download(page, "下载标好错误的名单", folder)
    assert path.name == "名单-已标注.csv"
    lines = path.read_bytes().decode("gb18030").split("\r\n")
    assert lines[1] == "序号,姓名,身份证号,职业,状态,原因,条款,怎么改"
    assert sum(",必须改," in line for line in lines) == 6


def test_a_list_without_findings_offers_nothing_to_download(page_of: PageOf, folder: Path) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    (folder / "名单.csv").write_text(samples.csv_text(GOOD), encoding="utf-8")
    choose(page, folder / "名单.csv")
    expect(page.get_by_role("heading", name="可以提交")).to_be_visible()
    expect(page.locator("#marked-up")).to_be_hidden()


def test_a_file_that_cannot_be_marked_now_is_said_and_nothing_is_lost(
    page_of: PageOf, folder: Path
) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    choose(page, save_workbook(FLAWED, folder / "名单.xlsx"))
    page.route("**/api/rosters/marked-up", lambda route: route.abort())
    page.get_by_role("button", name="下载标好错误的名单").click()
    expect(page.locator("#marked-up")).to_contain_text("没有连上网站")
    page.get_by_role("button", name="停下").click()
    expect(page.locator("#error-summary")).to_contain_text("请检查网络后再试一次")
    page.unroute("**/api/rosters/marked-up")
    assert download(page, "下载标好错误的名单", folder).exists()
