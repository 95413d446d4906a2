"""A list is checked on her own computer, without a network, and leaves it when she submits it."""

from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Request, expect

from tests.browser.conftest import DESK, PageOf, cut_off
from tests.browser.test_mending import cell, judged
from tests.browser.test_pasted_and_renewed import compared
from tests.browser.test_roster_journey import (
    GOOD,
    TODAY,
    choose,
    consent,
    fill_unit,
    receipt_of,
    save_workbook,
    submit,
)

# Python starts in some seconds; in many more where two processors are shared by three browsers.
STARTED_WITHIN = 240_000
NAMELESS = [replace(GOOD[0], name=""), *GOOD[1:]]
"""Row 1 of the workbook is its title, and row 2 the header."""


KEPT: Final = """async () => {
  const cache = await caches.open("/engine/");
  const manifest = await (await cache.match("/engine/manifest.json")).json();
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return [kept.sort(), [...manifest.files, "/engine/manifest.json"].sort()];
}"""
OLDER: Final = """async () => {
  const cache = await caches.open("/engine/");
  await cache.put("/engine/rules.0123456789abcdef.zip", new Response("old"));
}"""


def test_a_list_is_checked_without_a_network_and_leaves_the_computer_when_it_is_submitted(
    page_of: PageOf, folder: Path
) -> None:
    page = page_of(DESK, keeps_pages=True)
    ready = page.get_by_text("已经准备好在您的电脑上核对名单")
    kept = page.get_by_text("没有网络也能核对")
    page.goto("/roster/")
    page.get_by_role("button", name="下载核对程序").click()
    expect(ready).to_be_visible(timeout=STARTED_WITHIN)
    expect(kept).to_be_visible(timeout=STARTED_WITHIN)
    page.evaluate(OLDER)
    cut_off(page)
    tried: list[Request] = []
    page.on("request", lambda each: tried.append(each) if each.method != "GET" else None)
    page.goto("/roster/")
    expect(ready).to_be_visible(timeout=STARTED_WITHIN)
    expect(kept).to_be_visible()
    there, named = page.evaluate(KEPT)
    assert there == named, "and nothing of an older release"
    expect(page.get_by_text("选好的文件在您的电脑上核对")).to_be_visible()
    fill_unit(page)
    choose(page, save_workbook(NAMELESS, folder / "缺一个姓名.xlsx"))
    here = page.get_by_text("在您的电脑上核对，名单没有上传。")
    expect(here).to_be_visible()
    with page.expect_download() as marked:
        page.get_by_role("button", name="下载标好错误的名单").click()
    assert marked.value.suggested_filename == "缺一个姓名-已标注.xlsx"
    expect(here).to_be_visible()
    name = cell(page, 3, "姓名")
    name.fill(GOOD[0].name)
    name.press("Tab")
    judged(page, f"可参加 {len(GOOD)} 人，没有必须改的了")
    page.get_by_text("和去年的名单比一比").click()
    page.get_by_label("去年的名单文件").set_input_files(save_workbook(GOOD, folder / "去年.xlsx"))
    compared(page, TODAY)
    expect(page.locator(".comparison")).to_contain_text(f"续保 {len(GOOD)} 人")
    expect(here).to_be_visible()
    assert tried == []
    consent(page)
    submit(page)
    expect(page.get_by_text("没有连上网站，多半是网络断了。")).to_be_visible()
    expect(name).to_have_value(GOOD[0].name)
    sent: list[Request] = []
    page.on("requestfinished", lambda each: sent.append(each) if each.method != "GET" else None)
    page.context.set_offline(offline=False)
    assert receipt_of(page)[0].startswith("AK-")
    asked = [path for each in sent if (path := urlsplit(each.url).path).startswith("/api/")]
    assert asked == ["/api/uploads", "/api/rosters"]
    assert len(sent) == len(asked) + 1, "the file itself, once"
