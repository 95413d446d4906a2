"""One story through the whole product, from a unit's list to the summary that shows what was paid.

The list is submitted, returned, corrected and accepted a quarter of a year ago, so that the waiting
period is over when one of its women is ill.
"""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import FilePayload, Page, expect

from functions.local import samples
from functions.platform import clock
from shared_rules.messages import catalogue
from tests.browser import claim_desk_pages as claims_desk
from tests.browser import claim_pages as claim
from tests.browser import test_roster_journey as roster
from tests.browser.accessibility import violations
from tests.browser.conftest import DESK, PHONE, TABLET, PageOf, Shoot
from tests.browser.desk_pages import TODAY, look_and_confirm, see_status, sign_in, write_reason
from tests.functional.claims_requests import CARD
from tests.functional.requests_to_api import turn_clock
from tests.functional.rosters_requests import PLAN
from tests.functional.staff_claim_requests import SUM, followed_up
from tests.functional.staff_requests import claim_case, decide_claim

# A day of its own, so that the summary of that day has nothing else.
DAYS_AGO: Final = 91
THEN: Final = claim.TODAY - timedelta(days=DAYS_AGO)
COLLEAGUES: Final = samples.people(9, seed=47, today=THEN)
LIST: Final = [claim.WOMAN, *COLLEAGUES]
POLICY: Final = "NX-2026-0091"


def turn_back(patch: pytest.MonkeyPatch) -> None:
    """Let what takes and decides on lists believe that it is that day."""
    turn_clock(patch, clock.now() - timedelta(days=DAYS_AGO))
    # Where a file is sent to is good for minutes, and the emulator's clock stays as it is.
    patch.setattr("functions.uploads.handler.admitted", lambda *_: clock.now())


def submit_list(page: Page, folder: Path) -> dict[str, Any]:
    page.goto("/roster/")
    roster.fill_unit(page)
    roster.choose(page, roster.save_workbook(LIST, folder / "名单.xlsx"))
    expect(page.get_by_role("heading", name="可以提交")).to_be_visible()
    roster.consent(page)
    roster.submit(page)
    receipt, access_code = roster.receipt_of(page)
    return {"receipt": receipt, "access_code": access_code}


def open_list(page: Page, kept: dict[str, Any]) -> None:
    page.reload()
    expect(page.get_by_role("heading", name=roster.UNIT)).to_be_visible()
    expect(page.locator("#case")).to_contain_text(kept["receipt"])


def correct_list(page: Page, kept: dict[str, Any], folder: Path) -> None:
    see_status(page, kept, catalogue()["state.returned"].title)
    page.get_by_role("link", name="更正名单").click()
    expect(page.get_by_role("heading", name=roster.UNIT)).to_be_focused()
    roster.choose(page, roster.save_workbook(LIST[:-1], folder / "改好的名单.xlsx"))
    roster.consent(page)
    page.get_by_role("button", name="提交更正").click()
    expect(page.get_by_role("heading", name="更正已提交")).to_be_focused(timeout=claim.PATIENCE)


def accept_list(page: Page, kept: dict[str, Any]) -> None:
    open_list(page, kept)
    page.get_by_role("button", name="同意承保…").click()
    for label in ("同意承保的日期", "收到保险费的日期", "签发保险单的日期"):
        page.get_by_label(label).fill(THEN.isoformat())
    page.get_by_label("保险单号").fill(POLICY)
    look_and_confirm(page, "确认承保")
    expect(page.locator("#case .standing")).to_contain_text("已承保")


def hand_over(contact: Page, unit: Page, kept: dict[str, Any], shoot: Shoot) -> None:
    """The desk attaches the policy, at first a photo of it, and the unit downloads it."""
    open_list(contact, kept)
    contact.get_by_role("button", name="交保险单或发票…").click()
    contact.get_by_label("这是", exact=True).select_option(label="保险单（PDF）")
    attach(contact, claim.photo("保险单.jpg"))
    expect(contact.locator("#policy-papers-upload_id-error")).to_contain_text("照片")
    shoot(contact, "desk-policy-papers")
    policy = claim.pdf("保险单.pdf")
    attach(contact, policy)
    expect(contact.locator("#case [data-part=attached]")).to_contain_text("单位还没有下载")
    see_status(unit, kept, "已承保")
    with unit.expect_download() as begun:
        unit.get_by_role("button", name="下载保险单").click()
    assert begun.value.suggested_filename == f"安康保保险单-{kept['receipt']}.pdf"
    assert begun.value.path().read_bytes() == policy["buffer"]
    shoot(unit, "status-policy-papers")
    open_list(contact, kept)
    expect(contact.locator("#case [data-part=attached]")).not_to_contain_text("单位还没有下载")
    shoot(contact, "desk-policy-papers-attached")


def attach(page: Page, file: FilePayload) -> None:
    page.get_by_label("文件", exact=True).set_input_files(file)
    expect(page.locator("[data-part=sent]")).to_contain_text("已传完")
    look_and_confirm(page, "交给单位")


def report_claim(page: Page) -> dict[str, Any]:
    """With two of the papers that are needed."""
    claim.open_form(page)
    claim.to_papers(page)
    claim.bring(page, "id_card", claim.photo("正面.jpg"))
    claim.bring(page, "pathology", claim.pdf())
    claim.expect_received(page, "正面.jpg", "病理报告.pdf")
    claim.to_check(page)
    claim.agree_and_submit(page)
    receipt, access_code = claim.receipt_of(page)
    followed_up()
    return {"receipt": receipt, "access_code": access_code}


def bring_the_rest(page: Page, kept: dict[str, Any]) -> None:
    claims_desk.see_state(page, kept, "待补材料")
    for kind in ("policy", "diagnosis", "bank_card"):
        claim.bring(page, kind, claim.photo(f"{kind}.jpg"))
        claim.expect_received(page, f"{kind}.jpg")
    page.get_by_role("button", name="交上这些材料").click()
    expect(page.get_by_role("heading", name="材料已齐")).to_be_focused(timeout=claim.PATIENCE)
    followed_up()
    told_by_paper(str(kept["receipt"]))


def told_by_paper(receipt: str) -> None:
    """The desk enters the account that it reads on the copy of her card."""
    account = {
        "bank": "工商银行",
        "card_number": CARD,
        "account_holder": claim.WOMAN.name,
    }
    said: dict[str, Any] = {"source": "paper", "reason": "银行卡复印件", "bank": account}
    revision = claim_case("claims", receipt)["revision"]
    assert decide_claim(receipt, revision, "supplements", **said).status == 200


def cells(page: Page, first: str, last: str, table: str, name: str) -> list[int]:
    """The numbers of a row of the summary of some days."""
    page.goto(f"/desk/#desk=summary&from={first}&until={last}")
    page.reload()
    found = page.locator(f"#{table} tbody tr").filter(has_text=name).last
    expect(found).to_be_visible(timeout=claim.PATIENCE)
    texts = found.locator("td").all_inner_texts()[1:]
    return [int(re.sub(r"\D", "", text) or 0) for text in texts]


def test_from_a_unit_s_list_to_a_claim_that_is_paid_and_summed_up(
    page_of: PageOf, shoot: Shoot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit, contact, phone = page_of(DESK), page_of(TABLET), page_of(PHONE)
    with monkeypatch.context() as patch:
        turn_back(patch)
        kept = submit_list(unit, folder)
        sign_in(contact, "helan", f"#receipt={kept['receipt']}")
        open_list(contact, kept)
        write_reason(contact, "最后一位已经退休，请去掉", str(len(LIST)))
        look_and_confirm(contact, "确认退回")
        expect(contact.locator("#said")).to_contain_text("已退回")
        correct_list(unit, kept, folder)
        accept_list(contact, kept)
    followed_up()
    see_status(unit, kept, "已承保")
    expect(unit.locator("#state")).to_contain_text(POLICY)
    hand_over(contact, unit, kept, shoot)

    reported = report_claim(phone)
    first, second, admin = page_of(TABLET), page_of(DESK), page_of(DESK)
    claims_desk.open_claim(first, "claims-1", reported)
    expect(first.locator("#claim .standing")).to_contain_text("待补材料")
    bring_the_rest(phone, reported)
    claims_desk.take_and_propose(first, shoot)
    sign_in(admin, "admin")
    before = cells(admin, TODAY, TODAY, "diseases-table", "乳腺癌")
    claims_desk.open_claim(second, "claims-2", reported)
    second.get_by_role("button", name="复核通过…").click()
    claims_desk.look(second, "confirm")
    claims_desk.decide(second, "confirm")
    claims_desk.see_state(phone, reported, "已核定，等待转账")
    claims_desk.pay(second, SUM, CARD[-4:])
    claims_desk.see_state(phone, reported, "已给付")

    after = cells(admin, TODAY, TODAY, "diseases-table", "乳腺癌")
    grown = [now - earlier for now, earlier in zip(after, before, strict=True)]
    assert grown == [0, 1, 0, 0, SUM, 0]
    premium = (len(LIST) - 1) * PLAN.premium.value
    assert cells(admin, THEN.isoformat(), THEN.isoformat(), "places-table", "贺兰县") == [
        *(1, 1, len(LIST) - 1, len(LIST) - 1, 0, 0),
        premium,
    ]
    assert not violations(admin)
    shoot(admin, "desk-summary-of-a-day")
