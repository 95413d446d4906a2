"""Units at the desk, as the tests ask for them and say what became of them."""

from typing import Any, Final

from functions.platform import clock
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import UNIT
from tests.functional.staff_requests import desk

CODE: Final = "12640000MA0000001P"
OTHER_CODE: Final = "12640000MA0000002T"


def unit(receipt: str, role: str = "contact") -> dict[str, Any]:
    """A unit by its number, or by a list of it."""
    answer = desk(role, "GET", f"/units/{receipt}")
    assert answer.status == 200, answer.body
    assert answer.headers["ETag"] == f'"{answer.body["revision"]}"'
    return answer.body


def becomes(
    receipt: str, change: str, role: str = "contact", *, revision: int = 0, **said: Any
) -> Answer:
    """Say what became of a unit, by default as it is now."""
    number = revision or unit(receipt, role)["revision"]
    more: dict[str, Any] = {name: said.pop(name) for name in ("reason", "since") if name in said}
    body: dict[str, Any] = {
        "reason": "有盖章的通知",
        "since": clock.now().date().isoformat(),
        **more,
    }
    body["what"] = {"change": change, **said}
    return desk(role, "POST", f"/units/{receipt}/events", body, if_match=f'"{number}"')


def named(name: str, **said: Any) -> dict[str, Any]:
    """What a unit is called."""
    return {"name": name, "county": UNIT["county"], **said}


def receipts_of(found: dict[str, Any]) -> list[str]:
    """The receipts of the lists and old policies of a unit."""
    return sorted(each["receipt"] for each in found["lists"])
