"""What the summary counts, and the summary as somebody at the desk asks for it."""

import io
from datetime import date, timedelta
from typing import Any, Final

import pytest
import requests
from openpyxl import load_workbook

from functions.platform import clock, table
from functions.records import summary_facts
from functions.records.claims.models import ClaimUnit
from functions.records.summary_facts import Accepted, Settled
from functions.worker import service
from tests.functional.requests_to_api import Answer, turn_clock
from tests.functional.rosters_requests import (
    PEOPLE,
    PLAN,
    TODAY,
    UNIT,
    new_key,
    rows_of,
    submit,
)
from tests.functional.staff_requests import HER_COUNTY, accept, acts_on, desk

DISEASE: Final = "乳腺癌"


def ask(role: str, first: date = TODAY, last: date = TODAY) -> Answer:
    query = {"from": first.isoformat(), "until": last.isoformat()}
    return desk(role, "GET", "/summary", query=query)


def seen(role: str, first: date = TODAY, last: date = TODAY) -> dict[str, Any]:
    answer = ask(role, first, last)
    assert answer.status == 200, answer.body
    return answer.body


def named(rows: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(each for each in rows if each["name"] == name)


def county(made: dict[str, Any], name: str) -> dict[str, Any]:
    return named([each for city in made["cities"] for each in city["counties"]], name)


def accepted(
    people: int, monkeypatch: pytest.MonkeyPatch, on: date, *, after: int = 0, **unit: Any
) -> str:
    """A list of the first people after so many that is submitted and accepted on a day."""
    moment = clock.now().replace(year=on.year, month=on.month, day=on.day)
    with monkeypatch.context() as patch:
        turn_clock(patch, moment)
        kept = submit(
            new_key(), rows=rows_of(PEOPLE[after : after + people]), unit={**UNIT, **unit}
        )
        assert kept.status == 201, kept.body
        receipt = str(kept.body["receipt"])
        done = accept(receipt, 1, "admin", **acts_on(on))
        assert done.status == 200, done.body
    service.sweep(moment, timedelta(0))
    return receipt


def joined(people: int, where: str = HER_COUNTY, on: date = TODAY, **changes: Any) -> None:
    """The fact of a list that was accepted, all of whose people are new."""
    about = {
        "kind": "企业",
        "unit": new_key(),
        "people": people,
        "premium": people * PLAN.premium.value,
        "first_time": people,
        "renewed": 0,
        "days": 1,
    }
    summary_facts.keep(Accepted(**{**about, **changes}), where, on, new_key())


def settled(count: int, unit: str = "某单位", **changes: Any) -> None:
    """Claims of a county that were settled today, without their records."""
    about = {"disease": DISEASE, "outcome": "paid", "amount": 1000, "workdays": 3}
    for number in range(count):
        part = summary_facts.claim_part(
            Settled(**{**about, **changes}), ClaimUnit(name=unit, county=HER_COUNTY), TODAY
        )
        table.transact({str(number): part})


def book(answer: Answer) -> tuple[bytes, dict[str, list[tuple[Any, ...]]]]:
    assert answer.status == 200, answer.body
    data = requests.get(answer.body["url"], timeout=30).content
    sheets = load_workbook(io.BytesIO(data)).worksheets
    return data, {each.title: list(each.iter_rows(values_only=True)) for each in sheets}
