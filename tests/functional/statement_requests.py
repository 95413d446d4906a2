"""Bank statements (银行流水), as the tests make them, and have them matched and recorded."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import uploaded
from tests.functional.staff_requests import desk
from tests.unit.roster.list_files import xlsx_of

HEADER: Final = ("交易日期", "收入金额", "对方户名", "附言", "对方账号", "支出金额", "交易流水号")
ACCOUNT: Final = "6217000000000000815"


def statement(*rows: Sequence[Any]) -> bytes:
    """A statement of these lines: day, amount, payer, note; the bank numbers them from 1."""
    lines = [(*row[:4], ACCOUNT, "", *(row[4:] or (f"S{at}",))) for at, row in enumerate(rows, 1)]
    return xlsx_of(HEADER, *lines)


def check(upload_id: str, role: str = "contact") -> Answer:
    """Have an uploaded statement matched."""
    return desk(role, "POST", "/statements/check", {"upload_id": upload_id})


def matched(upload_id: str, role: str = "contact") -> dict[str, Any]:
    """What the lines of a statement are for."""
    answer = check(upload_id, role)
    assert answer.status == 200, answer.body
    return answer.body


def standings(found: dict[str, Any]) -> list[tuple[str, str]]:
    """How each line stands, and why."""
    return [
        (each["standing"], each["reason"]["code"].removeprefix("statement."))
        for each in found["lines"]
    ]


def record(
    upload_id: str, *lines: tuple[int, dict[str, Any]], role: str = "contact", **changes: Any
) -> Answer:
    """Record lines: of each its row, and how much of it is for which list."""
    asked = [
        {"row": row, "parts": [{"receipt": r, "amount": str(n)} for r, n in parts.items()]}
        for row, parts in lines
    ]
    body = {"upload_id": upload_id, "lines": asked, **changes}
    return desk(role, "POST", "/statements/record", body)


def outcomes(answer: Answer) -> list[str]:
    """What became of each line that was to be recorded."""
    assert answer.status == 200, answer.body
    return [each["outcome"] for each in answer.body["lines"]]


def upload(*rows: Sequence[Any]) -> str:
    """The id of an uploaded statement of these lines."""
    return uploaded(statement(*rows))


def certain(found: dict[str, Any]) -> Iterable[tuple[int, dict[str, Any]]]:
    """The certain lines, as the page has them recorded in one click."""
    for each in found["lines"]:
        if each["standing"] == "certain":
            [parts] = each["proposals"]
            yield each["row"], {part["receipt"]: part["amount"] for part in parts}
