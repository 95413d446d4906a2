"""Many lists accepted in one go: ticked, brought by a file, looked at, confirmed once."""

from playwright.sync_api import FilePayload, Page, expect

from functions.local import samples
from functions.platform import clock
from functions.staff.rosters.hand_off import HEADERS
from tests.browser.accessibility import violations
from tests.browser.conftest import DESK, PHONE, PageOf, Shoot
from tests.browser.desk_pages import TODAY, sign_in
from tests.functional.hand_off_files import as_csv, csv_among, handed_off
from tests.functional.rosters_requests import UNIT, new_key, rows_of, submit
from tests.functional.staff_requests import accept, desk, table_of

# Of no other list: other tests would find them insured.
PEOPLE = samples.people(2, seed=18, today=clock.now().date())


def submitted(name: str) -> str:
    """A list of two people of an invented unit of 贺兰县."""
    answer = submit(new_key(), rows=rows_of(PEOPLE), unit={**UNIT, "name": name})
    assert answer.status == 201, answer.body
    return str(answer.body["receipt"])


def filled_in(receipt: str) -> FilePayload:
    """The hand-off of a list as it comes back: one is refused, the policy has its number."""
    _, files = handed_off(receipt)
    lines = [dict(zip(HEADERS, line, strict=True)) for line in table_of(csv_among(files))[1:]]
    lines[0] |= {"审核结果": "承保", "保险单号": "NX-BATCH-3"}
    lines[1] |= {"审核结果": "拒保", "拒保原因": "既往患有疾病，见体检", "条款": "第三条"}
    content = as_csv([HEADERS, *([line[each] for each in HEADERS] for line in lines)])
    return FilePayload(name="交回.csv", mimeType="text/csv", buffer=content)


def choose(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("checkbox", name=f"选{name}").check()


def look(page: Page) -> None:
    page.locator("#batch [type=submit]").click()


def test_lists_are_accepted_together(page_of: PageOf, shoot: Shoot) -> None:
    names = ["批量一厂", "批量二厂", "批量三厂"]
    first, second, third = map(submitted, names)
    page = page_of(DESK)
    sign_in(page, "helan", "#desk=rosters&sort=people")
    choose(page, *names[:2])
    page.get_by_role("link", name=names[0]).click()
    page.get_by_role("link", name="← 回到名单").click()
    expect(page.locator("#rosters-sort")).to_have_value("people")
    expect(page.locator("[data-part=choosing]")).to_contain_text("选了 2 份，共 4 人")
    page.get_by_role("button", name="在这台电脑上存下这样的筛选").click()
    expect(page.get_by_role("link", name="待办理的名单，人数多的在前")).to_have_attribute(
        "aria-current", "page"
    )
    shoot(page, "desk-choosing")
    page.get_by_role("link", name="一起交接、承保…").last.click()
    expect(page.get_by_role("heading", name="一起交接、承保")).to_be_focused()
    page.locator("#batch-file").set_input_files(filled_in(third))
    expect(page.locator("#batch [data-part=read]")).to_contain_text("读入 1 份名单")
    batch = page.locator("#batch")
    with page.expect_download() as download:
        page.get_by_role("button", name="把这 3 份一起交接").click()
    assert download.value.suggested_filename.startswith("交接-")
    expect(batch.locator("[data-part=handed-off]")).to_have_text("交接 3 份，共 6 人。")
    look(page)
    expect(batch.locator(".error-summary")).to_contain_text(f"{names[0]}：没有写保险单号")
    for act in ("同意承保", "收到保险费", "签发保险单"):
        page.get_by_label(f"哪天{act}").fill(TODAY)
    for name, number in zip(names, ("NX-BATCH-1", "NX-BATCH-2"), strict=False):
        page.get_by_label(f"{name}的保险单号").fill(number)
    # An impossible day of one list holds up all, until it is taken out of the batch.
    own = page.get_by_role("row", name=names[1]).locator("details")
    own.locator("summary").click()
    own.get_by_label(f"{names[1]}：同意承保").fill("2020-01-01")
    look(page)
    expect(batch).to_contain_text("有 1 份办不了")
    assert violations(page) == []
    shoot(page, "desk-batch-blocked")
    page.get_by_role("button", name="把办不了的 1 份拿出这批").click()
    look(page)
    expect(page.get_by_role("heading", name="请核对，承保以后一般只能批改")).to_be_focused()
    expect(batch.locator("[data-part=says]")).to_contain_text("共 300 元")
    expect(batch.get_by_role("row", name=names[0])).to_contain_text("没有记过到账")
    expect(batch.locator("[data-part=read]")).to_be_empty()
    expect(batch).to_contain_text("第 2 行不予承保：既往患有疾病，见体检（第三条）")
    # Somebody is faster with one of them: the other is done, and this one is told.
    assert accept(first, 1).status == 200
    page.get_by_role("button", name="确认承保这 2 份").click()
    expect(batch.locator("[data-part=sending]")).to_have_text(
        "办成 1 份，1 份没有办成，原因写在各行。"
    )
    expect(batch).to_contain_text("没有办成：您看到的不是最新情况")
    expect(page.get_by_role("button", name="再试")).to_be_hidden()
    shoot(page, "desk-batch-done")
    states = [desk("contact", "GET", f"/rosters/{each}").body["state"] for each in (second, third)]
    assert states == ["submitted", "accepted"]
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    shoot(page, "desk-batch-phone")
