"""A woman with a phone on /claim/: what she types, step by step, and the papers that she has."""

import random
from datetime import timedelta
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from functions.local import samples
from functions.platform import clock
from tests.functional.claims_requests import CARD
from tests.unit.papers import paper_files

TODAY: Final = clock.now().date()
WOMAN: Final = samples.people(1, seed=23, today=TODAY)[0]
UNIT: Final = "贺兰县示例小学"
PHONE_NUMBER: Final = "13912345678"
WEB_PAGE: Final[FilePayload] = {
    "name": "报告.jpg",
    "mimeType": "image/jpeg",
    "buffer": b"<!DOCTYPE html><html><body><p>not a picture</p></body></html>",
}
PATIENCE: Final = 30_000


def day(days_ago: int) -> str:
    """An ISO date, counted back from today."""
    return (TODAY - timedelta(days=days_ago)).isoformat()


def photo(name: str = "正面.jpg") -> FilePayload:
    """A photo of a phone, on its side."""
    data = paper_files.jpeg(paper_files.picture(640, 480), orientation=6)
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def pdf(name: str = "病理报告.pdf") -> FilePayload:
    """A report of one page."""
    return {"name": name, "mimeType": "application/pdf", "buffer": paper_files.pdf()}


def save_large_photo(folder: Path) -> Path:
    """A photo of more than 30 MB that no page may send as it is."""
    width, height = 3300, 3200
    noise = random.Random(5).randbytes(width * height * 3)  # noqa: S311
    path = folder / "大照片.png"
    Image.frombytes("RGB", (width, height), noise).save(path, compress_level=0)
    return path


def open_form(page: Page) -> None:
    """The form, without the helper."""
    page.goto("/claim/")
    page.get_by_role("button", name="直接报案").click()
    expect(step(page, "insured")).to_be_visible()


def step(page: Page, name: str) -> Locator:
    """One step of the form."""
    return page.locator(f"#step-{name}")


def forward(page: Page) -> None:
    """To the next step."""
    page.get_by_role("button", name="下一步").click()


def fill_insured(page: Page) -> None:
    part = step(page, "insured")
    part.get_by_label("姓名").fill(WOMAN.name)
    part.get_by_label("身份证号").fill(WOMAN.id_number)
    part.get_by_label("电话").fill(PHONE_NUMBER)


def fill_unit(page: Page) -> None:
    part = step(page, "unit")
    part.get_by_label("单位名称").fill(UNIT)
    part.get_by_label("单位所在县").select_option("贺兰县")


def fill_illness(page: Page, *, diagnosed: str | None = None) -> None:
    """Without a stay in hospital."""
    part = step(page, "illness")
    part.get_by_label("乳腺癌", exact=True).check()
    part.get_by_label("确诊日期").fill(diagnosed or day(4))
    part.get_by_label("还不知道").check()
    part.get_by_label("确诊的医院").fill("宁夏示例医院")
    part.get_by_label("没有住院").check()


def fill_bank(page: Page, card: str = CARD) -> None:
    part = step(page, "bank")
    part.get_by_label("现在填", exact=True).check()
    part.get_by_label("工商银行").check()
    part.get_by_label("卡号").fill(card)


def to_papers(page: Page, *, diagnosed: str | None = None) -> None:
    """Through everything before the papers, from the first step."""
    fill_insured(page)
    forward(page)
    fill_unit(page)
    forward(page)
    fill_illness(page, diagnosed=diagnosed)
    forward(page)
    step(page, "bank").get_by_label("以后再补").check()
    forward(page)
    expect(step(page, "papers")).to_be_visible()


def to_check(page: Page) -> None:
    """From the papers to what the server says of the whole."""
    forward(page)
    step(page, "reporter").get_by_label("本人", exact=True).check()
    forward(page)
    expect_checked(page)


def expect_checked(page: Page) -> None:
    expect(page.locator("#step-check .verdict")).to_be_visible(timeout=PATIENCE)


def bring(page: Page, kind: str, *files: FilePayload) -> None:
    """Choose files of one kind of paper."""
    page.locator(f"#files-{kind}").set_input_files(files)


def file_line(page: Page, name: str) -> Locator:
    """The line of one file among the papers."""
    return page.locator(".file").filter(has_text=name)


def expect_received(page: Page, *names: str) -> None:
    for name in names:
        expect(file_line(page, name)).to_contain_text("已收到", timeout=PATIENCE)


def agree_and_submit(page: Page) -> None:
    for box in page.locator("#step-check [name^='consent.']").all():
        box.check()
    page.get_by_role("button", name="提交报案").click()


def receipt_of(page: Page) -> tuple[str, str]:
    """Receipt and access code, when they are shown."""
    heading = page.get_by_role("heading", name="已经收到您的报案")
    expect(heading).to_be_focused(timeout=PATIENCE)
    return slot(page, "receipt"), slot(page, "access_code")


def slot(page: Page, name: str) -> str:
    return page.locator(f"#receipt [data-slot={name}]").first.inner_text()


def look_up(page: Page, receipt: str, access_code: str) -> None:
    """Ask for the state."""
    page.goto("/status/")
    page.get_by_label("回执号").fill(receipt)
    page.get_by_label("查询码").fill(access_code)
    page.get_by_role("button", name="查询", exact=True).click()
