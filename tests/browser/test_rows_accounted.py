"""The report accounts for every row, names who stands in it, and says what a correction changes."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from playwright.sync_api import expect

from functions.local import samples
from tests.browser.accessibility import violations
from tests.browser.conftest import PHONE, PageOf, Shoot, at_each_size
from tests.browser.test_correction import kept, open_correction
from tests.browser.test_pasted_and_renewed import copied, paste
from tests.browser.test_roster_journey import FLAWED, GOOD, UNIT, choose, consent, fill_unit, submit
from tests.functional.rosters_requests import PEOPLE

__all__ = ["kept"]  # a fixture


PADDED = "王　芳"


def with_total(path: Path) -> Path:
    """The flawed sample list with a row of totals below the people."""
    book: Workbook = samples.workbook(FLAWED, UNIT)
    sheet = book.worksheets[0]
    sheet.cell(3, 2).value = PADDED
    sheet.append(["合计", f"{len(FLAWED)}人"])
    book.save(path)
    return path


def test_every_row_is_accounted_for_and_named_without_opening_anything(
    page_of: PageOf, shoot: Shoot, folder: Path
) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    choose(page, with_total(folder / "名单.xlsx"))
    counts = page.locator(".counts").first

    def number(name: str) -> int:
        return int(counts.locator(f"[data-slot={name}]").inner_text())

    assert number("seen") == number("people") + number("to_mend") + number("left_out")
    assert number("left_out") >= 1
    left_out = page.locator(".rows-seen")
    expect(left_out).to_contain_text(f"合计 {len(FLAWED)}人")
    expect(left_out).to_contain_text(f"第 3 行：“王芳”（原来写作“{PADDED}”）")
    wrong = page.locator(".findings").first.get_by_role("row")
    row = wrong.filter(has=page.get_by_text("C4", exact=True))
    expect(row).to_contain_text(f"第 4 行 {FLAWED[1].name}")
    for _ in at_each_size(page):
        expect(left_out).to_be_visible()
        assert not violations(page)
        shoot(page, "roster-rows-accounted")


def test_the_receipt_says_how_names_are_kept_that_were_written_otherwise(
    page_of: PageOf, shoot: Shoot, folder: Path
) -> None:
    book: Workbook = samples.workbook(GOOD, UNIT)
    book.worksheets[0].cell(3, 2).value = PADDED
    book.save(folder / "名单.xlsx")
    page = page_of(PHONE)
    page.goto("/roster/")
    fill_unit(page)
    choose(page, folder / "名单.xlsx")
    consent(page)
    submit(page)
    names = page.locator("#receipt .names-read")
    expect(names).to_contain_text(f"第 3 行：“王芳”（原来写作“{PADDED}”）")
    for _ in at_each_size(page):
        expect(names).to_be_visible()
        assert not violations(page)
        shoot(page, "roster-receipt-names")


def test_a_correction_says_who_is_lost_and_a_large_loss_asks_for_a_tick(
    page_of: PageOf, shoot: Shoot, kept: dict[str, Any]
) -> None:
    page = page_of(PHONE)
    open_correction(page, kept)
    page.locator("details:has(#pasted) > summary").click()
    paste(page, copied(PEOPLE[:4]))
    difference = page.locator(".difference")
    expect(difference).to_contain_text("少 6 人，其余 4 人不变", timeout=30_000)
    for person in PEOPLE[4:]:
        expect(difference).to_contain_text(person.name)
        expect(difference).not_to_contain_text(person.id_number)
    for _ in at_each_size(page):
        assert not violations(page)
        shoot(page, "roster-large-loss")
    consent(page)
    page.get_by_role("button", name="提交更正").click()
    expect(page.locator("#error-summary")).to_contain_text("少了很多人")
    page.locator("[id='confirm-correction.large_loss']").check()
    page.get_by_role("button", name="提交更正").click()
    expect(page.get_by_role("heading", name="更正已提交")).to_be_focused(timeout=30_000)
