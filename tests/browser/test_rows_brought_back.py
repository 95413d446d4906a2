"""Only the rows to mend, downloaded, mended in a spreadsheet and brought back into their list."""

from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, PageOf
from tests.browser.test_mending import cell, judged
from tests.browser.test_roster_journey import (
    FLAWED,
    GOOD,
    consent,
    fill_unit,
    receipt_of,
    save_workbook,
    slot,
    submit,
)


def downloaded(page: Page, path: Path) -> Path:
    """The rows to mend, each ID number put right."""
    with page.expect_download(timeout=60_000) as begun:
        page.get_by_role("button", name="只下载要改的行").click()
    begun.value.save_as(path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(2, sheet.max_row + 1):
        person = GOOD[int(str(sheet.cell(row, sheet.max_column).value)) - 3]
        sheet.cell(row, 2).value, sheet.cell(row, 3).value = person.name, person.id_number
    book.save(path)
    return path


def bring(page: Page, path: Path) -> None:
    page.locator("#list-file").set_input_files(path)


def test_they_go_into_the_list_in_the_page_which_is_handed_in_whole(
    page_of: PageOf, folder: Path
) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    fill_unit(page)
    bring(page, save_workbook(FLAWED, folder / "名单.xlsx"))
    expect(page.locator(".mend-row")).to_have_count(6, timeout=30_000)
    page.locator(".mend-row[data-row='7']").get_by_label("这一行这次不报").check()
    judged(page, "可参加 6 人")
    bring(page, downloaded(page, folder / "要改的行.xlsx"))
    expect(page.get_by_role("status").filter(has_text="已并入：要改的行.xlsx")).to_be_visible(
        timeout=30_000
    )
    expect(page.locator(".report")).to_contain_text("已并入原名单")
    expect(cell(page, 4, "身份证号")).to_have_value(GOOD[1].id_number)
    expect(page.locator(".mend-row[data-row='7']")).to_contain_text("这次不报")
    expect(page.locator("#error-summary")).to_be_hidden()

    cell(page, 4, "职业").fill("护士长")
    cell(page, 4, "职业").press("Enter")
    judged(page, "可参加 11 人，没有必须改的了")
    consent(page)
    submit(page)
    receipt_of(page)
    assert slot(page, "people") == "11"


def test_without_their_list_they_are_refused_and_wait_for_it(page_of: PageOf, folder: Path) -> None:
    page = page_of(DESK)
    page.goto("/roster/")
    whole = save_workbook(FLAWED, folder / "名单.xlsx")
    bring(page, whole)
    expect(page.locator(".mend-row")).to_have_count(6, timeout=30_000)
    rows = downloaded(page, folder / "要改的行.xlsx")

    page = page_of(DESK)
    page.goto("/roster/")
    bring(page, rows)
    expect(page.locator("#error-summary")).to_contain_text("只含要改的行", timeout=30_000)
    bring(page, whole)
    expect(page.get_by_role("status").filter(has_text="已并入：要改的行.xlsx")).to_be_visible(
        timeout=30_000
    )
    expect(page.locator(".report [data-slot=people]").first).to_have_text("12")


def test_rows_of_another_list_leave_the_one_in_the_page_as_it_is(
    page_of: PageOf, folder: Path
) -> None:
    page = page_of(DESK)
    page.goto("/roster/")
    bring(page, save_workbook(FLAWED, folder / "名单.xlsx"))
    expect(page.locator(".mend-row")).to_have_count(6, timeout=30_000)
    rows = downloaded(page, folder / "要改的行.xlsx")
    bring(page, save_workbook(FLAWED[:-1], folder / "另一份.xlsx"))
    expect(page.get_by_role("status").filter(has_text="已核对：另一份.xlsx")).to_be_visible(
        timeout=30_000
    )
    bring(page, rows)
    expect(page.locator("#error-summary")).to_contain_text("不是从这份名单下载的", timeout=30_000)
    expect(page.locator(".mend-row")).to_have_count(6)
    expect(page.locator(".report [data-slot=people]").first).to_have_text("5")
