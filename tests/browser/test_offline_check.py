"""One file checks a list from a stick, without a network, as the service does."""

import base64
import csv
import json
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import offline_check
from playwright.sync_api import Browser, Page, expect

from functions.local import samples
from functions.platform import clock
from functions.rosters import in_browser
from tests.browser.accessibility import violations
from tests.browser.conftest import DESK, PHONE, Shoot
from tests.browser.paper import sheets_of
from tests.browser.test_checked_here import STARTED_WITHIN
from tests.unit.roster.list_files import HEADER, lines_of, xlsx_of

UNIT = {"name": "贺兰县示例小学", "kind": "事业单位", "funding": "self"}
SEVERITIES = {"必须改": "error", "请确认": "warning", "提示": "info"}


def test_a_list_is_checked_from_a_stick(
    browser: Browser, site: Path, folder: Path, shoot: Shoot
) -> None:
    now = clock.now()
    good = samples.people(40, seed=19, today=now.date())
    people = samples.flawed(good, today=now.date())
    brought = folder / "名单.xlsx"
    brought.write_bytes(xlsx_of(HEADER, *lines_of(people)))
    with zipfile.ZipFile(site / offline_check.NAME) as archive:
        address = Path(archive.extract(offline_check.INSIDE, folder)).as_uri()
    width, height = PHONE
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    asked: list[str] = []
    said: list[str] = []
    context.on("request", lambda each: asked.append(each.url))
    context.on("console", lambda each: said.append(each.text) if each.type == "error" else None)
    context.on("weberror", lambda error: said.append(str(error.error)))
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.goto(address)
    context.set_offline(offline=True)
    page.get_by_label("选择名单文件").set_input_files(brought)
    heading = page.get_by_role("heading", name="核对结果：名单.xlsx")
    expect(heading).to_be_visible(timeout=STARTED_WITHIN)
    expect(page.get_by_text("名单还没有提交，没有回执号。")).to_be_visible()
    expect(page.get_by_text("提交时再勾选")).to_be_hidden()
    assert violations(page) == []
    shoot(page, "offline-check")
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    shoot(page, "offline-check")
    assert _saved(page, folder) == _found_by_python(brought.read_bytes(), now.isoformat())
    with page.expect_download() as marked:
        page.get_by_role("button", name="存一份标好错误的名单").click()
    assert marked.value.suggested_filename == "名单-已标注.xlsx"
    assert marked.value.path().read_bytes() == _marked_by_python(brought.read_bytes(), now)
    expect(page.get_by_text("存好了。")).to_be_visible()
    expect(page.get_by_text("要把必须改的改好以后才能打印")).to_be_visible()
    brought.write_bytes(xlsx_of(HEADER, *lines_of(good)))
    _print(page, brought, now)
    shoot(page, "offline-form")
    page.clock.set_fixed_time(now + timedelta(days=400))
    page.get_by_text("从 Excel 复制后粘贴").click()
    page.get_by_label("名单的内容").fill("姓名,身份证号\n古丽 阿依,640121199003070026")
    page.get_by_role("button", name="核对粘贴的名单").click()
    expect(page.get_by_role("heading", name="核对结果：粘贴的名单")).to_be_visible()
    expect(page.get_by_text("身份证上就是这样的，请勾选确认")).to_be_visible()
    expect(page.get_by_text("提交时再勾选")).to_be_visible()
    expect(page.get_by_text("是一年以前制作的")).to_be_visible()
    context.close()
    assert [each for each in asked if not each.startswith("blob:")] == [address]
    assert said == []


def _print(page: Page, file: Path, now: datetime) -> None:
    """The list is laid out to be stamped, as many sheets as the printer makes of it."""
    page.get_by_label("选择名单文件").set_input_files(file)
    page.get_by_role("button", name="做成要盖章的名单").click()
    expect(page.locator("#print-form .error-summary li")).to_have_count(3)
    page.get_by_label("单位名称").fill(UNIT["name"])
    page.get_by_label(UNIT["kind"]).check()
    page.get_by_label("职工本人").check()
    page.get_by_role("button", name="做成要盖章的名单").click()
    expect(page.get_by_role("heading", name="要盖章的名单", exact=True)).to_be_focused()
    asked = json.dumps({"upload_id": "here", "unit": UNIT})
    form = json.loads(in_browser.answer("print", asked, [file.read_bytes()], now.isoformat()))
    sheets = page.locator(".sheet")
    for number in (1, 2):
        text = f"离线核对码 {form['report']['check_text']} 40 人，保险费 4,000 元"
        expect(sheets.nth(number - 1)).to_contain_text(f"{text} 第 {number} 页，共 2 页")
    expect(sheets).to_have_count(2)
    assert violations(page) == []
    assert len(sheets_of(page, sized_by_page=True)) == 2, "each on a page of its own"


def _saved(page: Page, folder: Path) -> list[tuple[str, ...]]:
    with page.expect_download() as download:
        page.get_by_role("button", name="把核对结果存成表格").click()
    file = folder / "saved.csv"
    download.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as text:
        lines = list(csv.DictReader(text))
    return [(SEVERITIES[e["轻重"]], e["行"], e["问题"], e["说明"], e["怎么改"]) for e in lines]


def _marked_by_python(file: bytes, now: datetime) -> bytes:
    asked = json.dumps({"upload_id": "here"})
    answer = json.loads(in_browser.answer("mark", asked, [file], now.isoformat()))
    return base64.b64decode(answer["report"]["data"])


def _found_by_python(file: bytes, moment: str) -> list[tuple[str, ...]]:
    asked = json.dumps({"upload_id": "here"})
    report = json.loads(in_browser.answer("check", asked, [file], moment))["report"]
    assert {each["severity"] for each in report["findings"]} >= {"error", "info"}
    return [
        (e["severity"], str(e["row"] or ""), e["title"], e["message"], e["fix"])
        for e in report["findings"]
    ]
