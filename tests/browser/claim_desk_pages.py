"""The desk of claims in a browser, and the claimant's page beside it: what tests bring and do."""

from typing import Any, Final

from playwright.sync_api import Locator, Page, Route, expect

from functions.local import samples
from functions.local.samples import Person
from functions.platform import clock
from tests.browser.accessibility import violations
from tests.browser.claim_pages import PATIENCE, look_up
from tests.browser.conftest import Shoot
from tests.browser.desk_pages import TODAY, sign_in
from tests.functional.claims_requests import new_key, paper, submit
from tests.functional.staff_claim_requests import KINDS, SUM, followed_up
from tests.unit.papers.paper_files import pdf

WOMEN: Final = samples.people(10, seed=31, today=clock.now().date())


def papers(*kinds: str) -> list[dict[str, str]]:
    """An uploaded paper of each kind that can be opened."""
    return [{"kind": kind, "upload_id": paper(pdf(), f"{kind}.pdf")} for kind in kinds]


def reported(woman: Person, unit: str, *kinds: str) -> dict[str, Any]:
    """A claim with a paper of each kind, by default of every kind; machine has looked at them."""
    answer = submit(
        new_key(),
        insured={"name": woman.name, "id_number": woman.id_number},
        unit={"name": unit, "county": "贺兰县"},
        bank={"account_holder": woman.name},
        documents=papers(*(kinds or KINDS)),
    )
    assert answer.status == 201, answer.body
    followed_up()
    return answer.body


def open_claim(page: Page, who: str, kept: dict[str, Any]) -> None:
    sign_in(page, who, f"#receipt={kept['receipt']}")
    expect(page.get_by_role("heading", name=f"理赔 {kept['receipt']}")).to_be_visible()


def row_of(page: Page, kind_name: str) -> Locator:
    """The lines of one kind of paper."""
    return page.locator(".papers tbody tr").filter(has_text=kind_name)


def look(page: Page, form: str) -> None:
    page.locator(f"#{form}").get_by_role("button", name="下一步：核对").click()


def decide(page: Page, form: str) -> None:
    """Confirm after the last look, and see that it is kept."""
    page.locator(f"#{form} [data-confirm]").click()
    expect(page.locator(f"#{form}")).to_be_hidden()
    expect(page.locator("#said")).to_contain_text("已保存")


def see_state(page: Page, kept: dict[str, Any], heading: str) -> Locator:
    """The claimant's page."""
    look_up(page, kept["receipt"], kept["access_code"])
    expect(page.get_by_role("heading", name=heading)).to_be_focused(timeout=PATIENCE)
    return page.locator("#claim-state")


def state_illness(page: Page) -> None:
    """Say of the illness what every proposal says, and of its papers that none is needed."""
    form = page.locator("#propose")
    form.get_by_label("原发", exact=True).check()
    form.get_by_label("初次发生", exact=True).check()
    expect(form.locator("[data-part=reckoning]")).to_contain_text("重新算过")
    form.get_by_label("凭什么认定").fill("病理诊断报告写明原发")
    for tick in form.get_by_label("不用看").all():
        tick.check()


def pay(page: Page, amount: int, account: str) -> None:
    """Note that what was decided has been transferred, as the bank's slip says."""
    page.get_by_role("button", name="登记转账…").click()
    form = page.locator("#transfer")
    expect(form.get_by_label("转账日期")).to_have_value(TODAY)
    form.get_by_label("转了多少（元）").fill(f"{amount:,} 元")
    form.get_by_label("转入账户的末四位").fill(account)
    look(page, "transfer")
    expect(form.locator(".last-look")).to_contain_text(f"转了{amount:,} 元")
    decide(page, "transfer")


def take_and_propose(page: Page, shoot: Shoot) -> None:
    """Take the paper that came instead, say since when all are there, propose what is given."""
    page.reload()
    fresh = row_of(page, "疾病诊断证明书").filter(has_text="还没有审核")
    fresh.get_by_role("button", name="合格").click()
    shoot(page, "claim-unopened")
    fresh.get_by_role("button", name="合格").click()
    expect(page.locator("#said")).to_contain_text("已保存")
    expect(row_of(page, "疾病诊断证明书").last.get_by_role("button").first).to_be_focused()
    page.get_by_role("button", name="材料齐全…").click()
    expect(page.get_by_label("材料齐全的日期")).to_have_value(TODAY)
    look(page, "complete")
    held: list[Route] = []

    def hold(asked: Route) -> None:
        held.append(asked)

    page.route("**/assessment*", hold)
    decide(page, "complete")
    # Whoever decides on a claim as it was would be told that somebody else was faster.
    expect(page.get_by_role("button", name="提出核定…")).to_be_hidden()
    for asked in held:
        asked.continue_()
    page.unroute("**/assessment*", hold)
    expect(page.locator("#claim .standing")).to_contain_text("给付期限")
    page.get_by_role("button", name="提出核定…").click()
    expect(page.get_by_label("给付", exact=True)).to_be_checked()
    expect(page.get_by_label("保险金（元）")).to_have_value(str(SUM))
    state_illness(page)
    assert not violations(page)
    look(page, "propose")
    shoot(page, "claim-propose")
    decide(page, "propose")
    shoot(page, "claim-proposed")
