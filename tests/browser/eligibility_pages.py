"""Somebody who asks “may I join?” on /eligibility/: what she answers, and what she is told."""

import re

from playwright.sync_api import Locator, Page, expect

BORN_1986 = ("1986", "5", "20")
WORKER = {
    "谁要参加": "女职工本人",
    "单位成立工会": "成立了",
    "哪天出生": BORN_1986,
    "第一次参加": "第一次参加",
    "身体怎么样": "身体健康",
    "哪天生效": None,
}


def opened(page: Page, address: str = "/eligibility/") -> Page:
    page.goto(address)
    return page


def question(page: Page, words: str) -> None:
    heading = page.locator("#checker").get_by_role("heading", level=2, name=re.compile(words))
    expect(heading).to_be_focused()


def go_on(page: Page) -> None:
    page.locator("#checker").get_by_role("button", name="下一步").click()


def answer(page: Page, given: str | tuple[str, str, str] | None) -> None:
    if isinstance(given, str):
        page.locator("section:visible").get_by_label(given, exact=True).check()
    elif given:
        for part, text in zip(("year", "month", "day"), given, strict=True):
            page.locator(f"#birth-{part}").fill(text)
    go_on(page)


def answer_all(page: Page, **other: str | tuple[str, str, str] | None) -> None:
    """Answer as a healthy woman worker, but for the questions given by their place (`q1`…)."""
    for number, usual in enumerate(WORKER.values(), 1):
        answer(page, other.get(f"q{number}", usual))


def verdict(page: Page) -> str:
    heading = page.locator("#result .verdict")
    expect(heading).to_be_focused()
    return heading.inner_text()


def reasons(page: Page) -> Locator:
    return page.locator("#reasons li")
