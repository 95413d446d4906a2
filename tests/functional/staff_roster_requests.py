"""A list on its way past the desk, as the tests bring it there and look at it."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import pytest

from functions.local.samples import Person
from functions.platform import clock
from functions.worker import service
from shared_rules import days
from tests.functional.rosters_requests import PEOPLE, UNIT, new_key, rows_of, submit
from tests.functional.staff_requests import accept, acts_on, at, desk

ARTICLE: Final = "article-3"
CONFIRMED: Final = ["eligibility.renewal_only", "eligibility.soon_too_old"]


def kept(people: list[Person] = PEOPLE, **unit: Any) -> dict[str, Any]:
    """A list that was submitted with what the rules ask to have confirmed."""
    answer = submit(new_key(), rows=rows_of(people), unit={**UNIT, **unit}, confirmations=CONFIRMED)
    assert answer.status == 201, answer.body
    return answer.body


def followed_up() -> None:
    """Work off the outbox, also what came in on a day to come."""
    assert service.sweep(clock.now() + timedelta(days=500), timedelta(0)).failed == 0


def rows(role: str, receipt: str, **query: str) -> dict[str, Any]:
    """One page of a list's people as somebody sees it."""
    answer = desk(role, "GET", f"/rosters/{receipt}/rows", query=query)
    assert answer.status == 200, answer.body
    return answer.body


def refusal(row: int, reason: str = "不符合投保条件", article: str = ARTICLE) -> dict[str, Any]:
    """Whom an acceptance leaves out."""
    return {"row": row, "reason": reason, "article": article}


def log(receipt: str, role: str = "contact") -> list[dict[str, Any]]:
    """The log of a list, the newest entry first."""
    answer = desk(role, "GET", f"/rosters/{receipt}/log")
    assert answer.status == 200
    entries: list[dict[str, Any]] = answer.body["entries"]
    return entries


def years_old(age: int, *, on: date, after_birthday: int) -> date:
    """When somebody was born who is so old on a day, so many days after her birthday."""
    return days.years_before(on - timedelta(days=after_birthday), age)


def accepted(
    people: list[Person],
    monkeypatch: pytest.MonkeyPatch,
    issued: date,
    *,
    role: str = "contact",
    unit: Mapping[str, Any] = MappingProxyType({}),
    **changes: Any,
) -> dict[str, Any]:
    """A list that is submitted and accepted on a day, and followed up."""
    with monkeypatch.context() as patch:
        at(patch, issued)
        first = kept(people, **unit)
        answer = accept(first["receipt"], 1, role, **acts_on(issued), **changes)
        assert answer.status == 200, answer.body
    followed_up()
    return first
