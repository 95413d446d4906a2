"""Weeks after her report she says more on her phone: she left hospital, where the money goes."""

from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.claim_desk_pages import decide, look, open_claim, see_state
from tests.browser.claim_pages import PATIENCE
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.functional.claims_requests import CARD, WOMAN, day, new_key, submit
from tests.unit.papers.paper_files import pdf


def test_a_stay_ends_another_follows_and_the_account_comes(page_of: PageOf, shoot: Shoot) -> None:
    stays = [{"admission": day(9), "discharge": None}]
    kept = submit(new_key(), bank=None, stays=stays).body
    page = page_of(PHONE)
    state = see_state(page, kept, "已收到报案，待补材料")
    expect(state).to_contain_text("还没有出院")
    page.get_by_text("补住院、银行卡，或更正").click()
    form = page.locator("#facts-form")
    form.get_by_label("住院：").check()
    form.get_by_label("收款的银行卡").check()
    form.get_by_label("还在住院").uncheck()
    form.get_by_label("出院日期").fill(day(10))
    form.get_by_label("工商银行").check()
    form.get_by_label("卡号").fill(CARD)
    form.get_by_label("户名").fill(f"{WOMAN.name}芳")
    form.get_by_role("button", name="交上补充的情况").click()
    expect(form.locator(".error-summary")).to_contain_text("出院早于入院", timeout=PATIENCE)
    shoot(page, "status-supplement")
    assert not violations(page)
    form.get_by_label("出院日期").fill(day(5))
    form.get_by_role("button", name="加一次住院").click()
    form.get_by_label("入院日期").last.fill(day(2))
    form.get_by_label("还在住院").last.check()
    form.get_by_role("button", name="交上补充的情况").click()
    form.get_by_label("户名与被保险人不同名").check(timeout=PATIENCE)
    form.get_by_role("button", name="交上补充的情况").click()
    expect(state).to_contain_text(f"卡号后四位 {CARD[-4:]}", timeout=PATIENCE)
    expect(state.locator(".timeline")).to_contain_text("补充了情况：住院、收款账户")
    expect(form).to_be_hidden()
    shoot(page, "status-supplemented")


def test_the_desk_enters_what_she_says_on_the_telephone(page_of: PageOf, shoot: Shoot) -> None:
    kept = submit(new_key(), bank=None).body
    page = page_of(DESK)
    open_claim(page, "claims-1", kept)
    page.get_by_role("button", name="代填补充…").click()
    form = page.locator("#supplements")
    form.get_by_label("电话", exact=True).check()
    form.get_by_label("谁说的").fill("本人来电，已按留下的电话核实")
    form.get_by_label("病检标本提取日", exact=True).first.check()
    form.locator("input[type=date]:enabled").fill(day(7))
    form.get_by_label("以前得过癌症没有").first.check()
    form.get_by_label("得过，是另一种癌症").check()
    shoot(page, "claim-on-behalf")
    look(page, "supplements")
    decide(page, "supplements")
    told = "补充了情况（电话）：以前得过癌症没有、病检标本提取日"
    expect(page.locator("#claim")).to_contain_text(told)
    expect(page.locator("#claim")).to_contain_text("报案人说：得过，是另一种癌症")
    page.get_by_role("button", name="代交材料…").click()
    form = page.locator("#papers-on-behalf")
    form.get_by_label("谁交来的").fill("本人把复印件交到柜台")
    look(page, "papers-on-behalf")
    expect(form.locator(".error-summary")).to_contain_text("还没有选好的文件")
    form.get_by_label("选文件：身份证复印件").set_input_files(
        {"name": "身份证.pdf", "mimeType": "application/pdf", "buffer": pdf()}
    )
    expect(form.locator(".file-state")).to_have_text("已收到", timeout=PATIENCE)
    expect(form.locator(".error-summary")).to_be_hidden()
    shoot(page, "claim-papers-on-behalf")
    look(page, "papers-on-behalf")
    decide(page, "papers-on-behalf")
    expect(page.locator("#claim .papers tbody")).to_contain_text("身份证.pdf")
    state = see_state(page_of(PHONE), kept, "已收到报案，待补材料")
    expect(state.locator(".timeline")).to_contain_text("工作人员代您补交了材料")
