"""The main journeys in WebKitGTK, the nearest to Safari that a Debian machine has: `make webkit`.

Not part of `make test`. Playwright drives no WebKit but its own, so these are told to Selenium.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import segno

from functions.local import demo_list, samples
from functions.local.server import LocalProduct
from functions.platform import clock
from tests import storage
from tests.browser.webkit_window import Window, webkit_window

UNIT: Final = "贺兰县示例小学"
PEOPLE: Final = samples.people(12, seed=11, today=clock.now().date())
OTHER_RECEIPT: Final = "AK-2026-7F3K9Q"
STEPS: Final = ("insured", "unit", "illness", "bank", "papers", "reporter")


@pytest.fixture
def window(product: LocalProduct) -> Iterator[Window]:
    storage.forget("PERSON#")  # so that nobody is insured elsewhere already
    with webkit_window(product.url) as window:
        yield window


def test_the_checker_says_that_she_may_join(window: Window) -> None:
    window.open("/eligibility/")
    for answer in ("女职工本人", "成立了"):
        window.choose(answer)
        window.press("下一步")
    for box, number in {"year": "1986", "month": "5", "day": "20"}.items():
        window.fill(f"#birth-{box}", number)
    window.press("下一步")
    for answer in ("第一次参加", "身体健康"):
        window.choose(answer)
        window.press("下一步")
    window.press("下一步")  # the day on which cover begins is filled in
    window.says("#result .verdict", "可以参加")


def test_the_demo_of_the_list_goes_from_mistakes_to_a_receipt(window: Window) -> None:
    window.open("/roster/?demo")
    mends = sorted(demo_list.mends(), key=lambda mend: int(mend["row"]))
    for number, mend in enumerate(mends, start=1):
        row = f".mend-row:nth-child({number})"
        window.says(row, f"第 {mend['row']} 行")
        if mend["field"]:
            window.fill(f"{row} [data-field={mend['field']}] input", mend["value"])
        else:
            window.click(window.seen(f"{row} [type=checkbox]"))
    window.says("main", "可以提交")
    agree(window, ".consent input")
    window.press("提交名单（演示）")
    window.says("#receipt", "演示：没有提交")


def test_a_list_is_taken_and_its_state_told(window: Window, tmp_path: Path) -> None:
    receipt, access_code = submit_list(window, tmp_path / "名单.xlsx")
    window.open("/status/")
    window.fill("#lookup-receipt", receipt)
    window.fill("#lookup-code", access_code)
    window.press("查询")
    window.says("#state", "已收到")
    window.click(window.seen("#stamped-sheets summary"))
    window.bring("#files-stamped_sheets", sheet_of_another_list(tmp_path / "盖章.png"))
    window.says("#stamped-sheets .file", f"另一个回执号：{OTHER_RECEIPT}")


def submit_list(window: Window, path: Path) -> tuple[str, str]:
    """Receipt and access code of a list without mistakes."""
    window.open("/roster/")
    window.fill("#unit-name", UNIT)
    window.select("#unit-county", "贺兰县")
    for answer in ("事业单位", "成立了", "职工本人"):
        window.choose(answer)
    window.fill("[name='unit.contact_name']", "赵敏")
    window.fill("#unit-phone", "0951-2090080")
    samples.workbook(PEOPLE, UNIT).save(path)
    window.bring("#list-file", path)
    window.says("main", "可以提交")
    agree(window, ".consent input")
    window.press("提交名单")
    window.says("#receipt", "名单已提交")
    receipt, access_code = (
        window.seen(f"#receipt [data-slot={slot}]").text for slot in ("receipt", "access_code")
    )
    return receipt, access_code


def sheet_of_another_list(path: Path) -> Path:
    """A picture whose code is that of a printed sheet."""
    segno.make(f"{OTHER_RECEIPT} 7F3K-9QXA-20MT").save(str(path), scale=4)
    return path


def agree(window: Window, boxes: str) -> None:
    for box in window.every(boxes):
        window.click(box)


def test_the_demo_of_the_claim_goes_to_a_receipt(window: Window) -> None:
    window.open("/claim/?demo")
    window.press("开始演示")
    for step in STEPS:
        window.seen(f"#step-{step}")
        window.press("下一步")
    window.seen("#step-check .verdict")
    agree(window, "#step-check [name^='consent.']")
    window.press("提交报案")
    window.says("#receipt", "演示：没有报案")


def test_a_question_leads_to_its_section(window: Window) -> None:
    window.resize(1300, 900)  # its box is in the bar
    window.open("/")
    window.fill(".search-question", "退休能参加吗")
    window.says(".search-hit", "第三条")


def test_colours_stay_as_chosen(window: Window) -> None:
    window.open("/")
    window.click(window.seen("[title='现在跟随系统，换成浅色']"))
    window.has("body", "data-md-color-scheme", "default")
    window.open("/plan/")
    window.has("body", "data-md-color-scheme", "default")
    window.seen("[title='现在是浅色，换成深色']")
