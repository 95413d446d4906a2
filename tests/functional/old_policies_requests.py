"""Workbooks of old policies (补录), as the tests make them and bring them in."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from openpyxl import Workbook

from functions.local import samples
from functions.local.samples import Person
from shared_rules import days
from shared_rules.old_policies.columns import HEADERS
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import DAY, TODAY, UNIT, new_key, rows_of, uploaded
from tests.functional.staff_requests import desk

SINCE: Final = days.years_before(TODAY, 1) + DAY
"""The first day of a policy that ends today; on 28 February of a leap year, tomorrow."""
PAID: Final[dict[str, Any]] = {
    "paid_items": "乳腺癌",
    "paid_as": "保险金",
    "paid_on": (TODAY - 30 * DAY).isoformat(),
    "amount": "100,000",
    "paid_to": "本人",
}
Said = Mapping[str, Any]


def numbered() -> str:
    """The number of a policy that nobody has brought in."""
    return f"NX-{new_key()}"


def women(count: int, seed: int = 77, on: date = TODAY) -> list[Person]:
    """People of old policies, who are in no other test, and of an age to be insured on a day."""
    return samples.people(count, seed=seed, today=on)


def policy(
    people: Sequence[Person], first_day: date = SINCE, number: str = "", **changes: Any
) -> list[dict[str, Any]]:
    """The rows of one policy: what is true of all stands in the first one only."""
    said: dict[str, Any] = {
        "unit": UNIT["name"],
        "county": UNIT["county"],
        "kind": UNIT["kind"],
        "policy_number": number or numbered(),
        "first_day": first_day,
        "last_day": days.anniversary(first_day, 1) - DAY,
        **changes,
    }
    first, *others = rows_of(people)
    return [{**said, **first}, *others]


def workbook(*policies: Sequence[Said]) -> bytes:
    """The rows under the form's header, below a title."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["旧保险单补录表"])
    sheet.append(list(HEADERS.values()))
    for row in (each for rows in policies for each in rows):
        sheet.append([row.get(field) for field in HEADERS])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def check(data: bytes, role: str = "contact") -> Answer:
    """Have a workbook looked at."""
    return desk(role, "POST", "/imports/check", {"upload_id": uploaded(data)})


def begin(data: bytes, role: str = "contact", upload_id: str = "") -> Answer:
    """Bring a workbook in."""
    return desk(role, "POST", "/imports", {"upload_id": upload_id or uploaded(data)})


def view(receipt: str, role: str = "contact") -> dict[str, Any]:
    """An import as somebody sees it."""
    answer = desk(role, "GET", f"/imports/{receipt}")
    assert answer.status == 200, answer.body
    assert answer.headers["ETag"] == f'"{answer.body["revision"]}"'
    return answer.body


def reverse(receipt: str, revision: object = 2, role: str = "contact", **changes: Any) -> Answer:
    """Take an import back."""
    body = {"reason": "录错了年份"} | changes
    return desk(role, "POST", f"/imports/{receipt}/reverse", body, if_match=f'"{revision}"')
