"""A unit's clerk at work: a list with mistakes, the mended one, receipt, printed form, state."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import segno
from playwright.sync_api import FilePayload, Page, expect

from functions.local import demo_list, samples
from functions.platform import clock
from shared_rules.roster.limits import MAX_FILE_BYTES
from tests.browser.accessibility import tab_to
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.browser.paper import on_paper

Save = Callable[[list[samples.Person], Path], Path]

TODAY = clock.now().date()
GOOD = samples.people(12, seed=11, today=TODAY)
FLAWED = samples.flawed(GOOD, today=TODAY)
UNIT = "贺兰县示例小学"
# Row and kind of each mistake, as the sample list makes them: row 1 is the title, 2 the header.
MISTAKES = {
    "C4": "最后一位",
    "C5": "男性",
    "C6": "两次",
    "C7": "不满",
    "C8": "没有身份证号",
    "B10": "没有姓名",
}


def save_workbook(people: list[samples.Person], path: Path) -> Path:
    samples.workbook(people, UNIT).save(path)
    return path


def save_csv(people: list[samples.Person], path: Path) -> Path:
    """As Excel saves the workbook in China, its title row included."""
    text = f"{UNIT}参保名单,,,\r\n{samples.csv_text(people)}"
    path.write_bytes(text.encode("gb18030"))
    return path


STEP_IS_SEEN = """document.querySelector("#check-heading").getBoundingClientRect().top
    >= document.querySelector(".md-header").getBoundingClientRect().bottom"""
SUFFIXES: dict[Save, str] = {save_workbook: ".xlsx", save_csv: ".csv"}


def fill_unit(page: Page, *, kind: str = "事业单位", funding: str = "职工本人") -> None:
    page.get_by_label("单位名称").fill(UNIT)
    page.get_by_label(kind, exact=True).check()
    page.get_by_label("单位所在县").select_option("贺兰县")
    page.get_by_label("成立了", exact=True).check()
    page.get_by_label(funding, exact=True).check()
    page.get_by_role("textbox", name="经办人姓名").fill("赵敏")
    page.get_by_label("经办人电话").fill("0951-2090080")


def choose(page: Page, path: Path) -> None:
    page.locator("#list-file").set_input_files(path)
    expect(page.get_by_role("status").filter(has_text=path.name)).to_contain_text(
        re.compile("已核对|没有完成"), timeout=30_000
    )


def submit(page: Page) -> None:
    page.get_by_role("button", name="提交名单").click()


def consent(page: Page) -> None:
    for box in page.locator(".consent input").all():
        box.check()


def receipt_of(page: Page) -> tuple[str, str]:
    expect(page.get_by_role("heading", name="名单已提交")).to_be_focused(timeout=30_000)
    return slot(page, "receipt"), slot(page, "access_code")


def slot(page: Page, name: str) -> str:
    return page.locator(f"#receipt [data-slot={name}]").first.inner_text()


def names_on_slips(page: Page) -> list[str]:
    """Who gets a slip to sign, as they are printed."""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="打印本人同意书").click()
    names = page.locator(".notice-sheet [data-slot=name]").all_text_contents()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return names


def picture_of_sheet(page: Page) -> bytes:
    """The first sheet as it is printed."""
    page.emulate_media(media="print")
    sheet = page.locator(".sheet").first.screenshot()
    page.emulate_media(media="null")
    return sheet


def look_up(page: Page, receipt: str, access_code: str) -> None:
    """Ask for the state, without regard to capitals."""
    page.goto("/status/")
    page.get_by_label("回执号").fill(receipt.lower())
    page.get_by_label("查询码").fill(access_code.lower())
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page.get_by_role("heading", name="已收到")).to_be_visible()


def bring_sheets(page: Page, sheet: bytes) -> None:
    """Bring a picture of the printed sheet, whose code is read; one of another list is refused."""
    other = io.BytesIO()
    segno.make("AK-2026-7F3K9Q 7F3K-9QXA-20MT").save(other, kind="png", scale=4)
    form = page.locator("#stamped-sheets")
    form.get_by_text("上传盖章的名单").click()
    pictures: list[FilePayload] = [
        {"name": "别的.png", "mimeType": "image/png", "buffer": other.getvalue()},
        {"name": "盖章.png", "mimeType": "image/png", "buffer": sheet},
    ]
    form.get_by_label("选文件：盖章的名单").set_input_files(pictures)
    expect(form.locator(".file").first).to_contain_text("另一个回执号：AK-2026-7F3K9Q")
    expect(form.locator(".file").last).to_contain_text("已收到")
    expect(form).to_contain_text("已从照片上的二维码读出")
    form.get_by_role("button", name="上传", exact=True).click()
    expect(page.locator("#state [data-part=sheets]")).to_be_visible()


def expect_mistakes(page: Page) -> None:
    assert page.evaluate(STEP_IS_SEEN), "the header hides no heading"
    findings = page.locator(".findings").first
    for cell, words in MISTAKES.items():
        row = findings.get_by_role("row").filter(has=page.get_by_text(cell, exact=True))
        expect(row).to_contain_text(words)
    decided = findings.get_by_role("row").filter(has=page.get_by_text("C5", exact=True))
    expect(decided.get_by_role("link")).to_have_attribute(
        "href", re.compile(r"/regulations/article-3/$")
    )


def lead_to_mending(page: Page) -> None:
    page.get_by_role("link", name="直接去改正").click()
    expect(page.get_by_role("heading", name="在这里改")).to_be_focused()


def expect_at_its_top(page: Page) -> None:
    """The page that prints the list shows its buttons first."""
    expect(page.get_by_role("heading", name="打印参保名单（附件2）")).to_be_focused()
    assert page.evaluate("scrollY") == 0


def expect_open_again(page: Page, receipt: str) -> None:
    """Who comes back to the state's page in this tab need not type the code again."""
    assert page.url.endswith(f"/status/?receipt={receipt}")
    page.reload()
    expect(page.locator("#state")).to_contain_text("高博宇")


@pytest.mark.parametrize(
    ("size", "save"),
    [(PHONE, save_workbook), (DESK, save_workbook), (PHONE, save_csv)],
    ids=["workbook-phone", "workbook-desk", "csv-phone"],
)
def test_from_a_flawed_list_to_a_receipt_a_printed_form_and_a_state(
    page_of: PageOf, shoot: Shoot, folder: Path, size: tuple[int, int], save: Save
) -> None:
    suffix = SUFFIXES[save]
    page = page_of(size)
    page.goto("/roster/")
    fill_unit(page)

    choose(page, save(FLAWED, folder / f"名单{suffix}"))
    expect_mistakes(page)
    shoot(page, "roster-findings")
    lead_to_mending(page)
    submit(page)
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator("#error-summary")).to_contain_text("6")

    choose(page, save(GOOD, folder / f"名单改好{suffix}"))
    expect(page.get_by_role("heading", name="可以提交")).to_be_visible()
    expect(page.get_by_role("link", name="直接去改正")).to_be_hidden()
    expect(page.get_by_label("单位名称")).to_have_value(UNIT)
    submit(page)
    expect(page.locator("#error-summary")).to_contain_text("敏感个人信息")
    consent(page)
    submit(page)

    receipt, access_code = receipt_of(page)
    assert re.fullmatch(r"AK-\d{4}-[0-9A-HJKMNP-TV-Z]{6}", receipt)
    assert slot(page, "people") == "12"
    assert slot(page, "capitals") == "壹仟贰佰元整"
    assert slot(page, "reference") == receipt
    expect(page.locator("#receipt")).to_contain_text("高博宇")
    shoot(page, "roster-receipt")

    with page.expect_popup() as opened:
        page.get_by_role("link", name="打印名单（附件2）").click()
    page = opened.value
    expect(page).to_have_url(re.compile(rf"/roster/print/\?receipt={receipt}$"))
    expect(page.locator("#sheets .people tr")).to_have_count(12)
    expect_at_its_top(page)
    shoot(page, "roster-print")
    assert names_on_slips(page) == [each.name for each in GOOD]
    plain = on_paper(page)
    for number, person in enumerate(GOOD, start=1):
        assert f"{number}{person.name}{person.id_number}{person.occupation}" in plain
    assert "壹仟贰佰元整" in plain
    assert "盖章处" in plain
    assert "第1页,共1页" in plain
    assert UNIT in plain

    sheet = picture_of_sheet(page)

    look_up(page, receipt, access_code)
    expect(page.locator("#state")).to_have_text(re.compile("高博宇.*每一位的都有了", re.DOTALL))
    shoot(page, "status")
    assert access_code not in page.url
    if size == DESK:
        expect_open_again(page, receipt)
        bring_sheets(page, sheet)
        shoot(page, "status-sheets")


def test_the_demo_goes_from_mistakes_to_a_receipt_and_sends_nothing(
    page_of: PageOf, shoot_each_size: Shoot
) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(f"{asked.method} {asked.url}"))
    page.get_by_role("link", name="先看演示").click()
    cards = page.locator(".mend-row")
    for mend in demo_list.mends():
        card = cards.filter(has_text=f"第 {mend['row']} 行")
        if mend["field"]:
            value = card.locator(f"[data-field={mend['field']}] input")
            value.fill(mend["value"])
            value.press("Tab")
        else:
            card.get_by_label("这一行这次不报").check()
    expect(page.get_by_role("heading", name="可以提交")).to_be_visible()
    consent(page)
    page.get_by_role("button", name="提交名单（演示）").click()
    expect(page.get_by_role("heading", name="演示：没有提交")).to_be_visible()
    assert slot(page, "people") == "5"
    shoot_each_size(page, "roster-demo")
    assert [each for each in sent if not each.startswith("GET ") or "/api/" in each] == []
    page.goto("/status/")
    expect(page.locator(".submitted-here")).to_be_hidden()


def test_rows_may_be_left_out_on_purpose(page_of: PageOf, folder: Path) -> None:
    page = page_of(DESK)
    page.goto("/roster/")
    fill_unit(page)
    choose(page, save_workbook(FLAWED, folder / "名单.xlsx"))
    printed = on_paper(page)
    assert "身份证号对不上" in printed
    assert "经办人" not in printed, "what was found, without the form around it"
    page.locator("#leave-out").check()
    consent(page)
    submit(page)
    receipt_of(page)
    assert slot(page, "people") == "6"
    assert slot(page, "capitals") == "陆佰元整"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_with_the_keyboard_alone(page_of: PageOf, folder: Path, key: str) -> None:
    page = page_of(DESK)
    page.goto("/roster/")
    page.get_by_label("单位名称").focus()
    keys = page.keyboard
    keys.type(UNIT)
    keys.press("Tab")
    keys.press("Space")  # 机关
    keys.press("ArrowDown")  # 事业单位
    keys.press("Tab")
    for _ in range(5):
        keys.press("ArrowDown")  # 贺兰县, the fifth of 银川
    keys.press("Tab")
    keys.press("Tab")  # over the link to the article
    keys.press("Space")  # 成立了
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Space")  # 职工本人
    keys.press("Tab")
    keys.type("赵敏")
    keys.press("Tab")
    keys.type("0951-2090080")
    expect(page.locator("#unit-county")).to_have_value("贺兰县")
    expect(page.get_by_label("事业单位", exact=True)).to_be_checked()
    tab_to(page, "#list-file")
    with page.expect_file_chooser() as opened:
        keys.press(key)
    opened.value.set_files(save_workbook(GOOD, folder / "名单.xlsx"))
    expect(page.get_by_role("heading", name="可以提交")).to_be_focused(timeout=30_000)
    for name in ("#consent-personal", "#consent-sensitive"):
        tab_to(page, name)
        keys.press("Space")
    tab_to(page, "#submit-roster")
    keys.press("Enter")
    receipt_of(page)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("照片.jpg", b"\xff\xd8\xff\xe0" + bytes(500), "图片"),
        ("空.xlsx", b"", "文件是空的"),
        ("大.xlsx", bytes(MAX_FILE_BYTES + 1), "文件太大"),
        ("没有人.csv", "姓名,身份证号\n".encode(), "名单里没有人"),
    ],
)
def test_a_file_that_is_no_list_gets_a_sentence_and_keeps_what_was_typed(
    page_of: PageOf, folder: Path, name: str, data: bytes, words: str
) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    fill_unit(page)
    (folder / name).write_bytes(data)
    choose(page, folder / name)
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator("#error-summary")).to_contain_text(words)
    expect(page.get_by_label("单位名称")).to_have_value(UNIT)


def test_a_pdf_is_refused_with_what_to_choose_instead(page_of: PageOf, folder: Path) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    (folder / "名单.pdf").write_bytes(b"%PDF-1.7\n" + bytes(500))
    choose(page, folder / "名单.pdf")
    link = page.locator("#error-summary").get_by_role("link")
    expect(link).to_have_text(re.compile("^这是 PDF 文件：请选择.*Excel"))
    link.click()
    expect(page.locator("#list-file")).to_be_focused()


def test_a_county_that_was_not_chosen_is_told_as_such(page_of: PageOf, folder: Path) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    fill_unit(page)
    page.get_by_label("单位所在县").select_option("")
    choose(page, save_workbook(GOOD, folder / "名单.xlsx"))
    submit(page)
    link = page.locator("#error-summary").get_by_role("link", name="没有选择宁夏的县（区）")
    expect(link).to_be_visible()


def test_a_public_body_that_pays_with_public_money_is_refused_by_the_notice(
    page_of: PageOf, folder: Path
) -> None:
    page = page_of(PHONE)
    page.goto("/roster/")
    fill_unit(page, kind="机关", funding="工会经费")
    choose(page, save_workbook(GOOD, folder / "名单.xlsx"))
    expect(page.locator(".findings").first).to_contain_text("通知 二.4")


def test_a_submission_that_got_no_answer_is_sent_again_and_kept_once(
    page_of: PageOf, folder: Path
) -> None:
    page = page_of(DESK)
    page.goto("/roster/")
    fill_unit(page)
    choose(page, save_workbook(GOOD, folder / "名单.xlsx"))
    consent(page)
    keys: list[str] = []

    def lose_the_first_answer(route: object, request: object) -> None:
        keys.append(request.headers["idempotency-key"])  # type: ignore[attr-defined]
        if len(keys) == 1:
            route.fetch()  # type: ignore[attr-defined]
            route.abort()  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    page.route("**/api/rosters", lose_the_first_answer)
    submit(page)
    expect(page.get_by_text("没有连上网站")).to_be_visible()
    receipt_of(page)
    assert len(set(keys)) == 1
    assert len(keys) == 2


def test_a_wrong_code_is_refused_in_words(page_of: PageOf) -> None:
    page = page_of(PHONE)
    page.goto("/status/")
    page.get_by_label("回执号").fill("AK-2026-000000")
    page.get_by_label("查询码").fill("00000-00000")
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator("#error-summary")).to_contain_text("都相符的记录")
