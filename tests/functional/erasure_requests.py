"""Somebody's erasure (删除), or restriction (限制处理), as the tests ask the desk for it."""

from typing import Any, Final

from functions.local import samples
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import TODAY
from tests.functional.staff_requests import desk

HER, MISTYPED = samples.people(2, seed=770, today=TODAY)
REASON: Final = "本人带身份证到柜台申请"


def erasures(role: str, path: str = "", number: str = HER.id_number, **said: Any) -> Answer:
    """A request about somebody's erasure, of somebody of the desk."""
    return desk(role, "POST", f"/people/erasures{path}", {"id_number": number, **said})


def look(role: str = "privacy", number: str = HER.id_number) -> dict[str, Any]:
    """What of her would go, what stays, and what waits or is done."""
    answer = erasures(role, "/look", number)
    assert answer.status == 200, answer.body
    return answer.body


def waiting(role: str = "admin") -> list[dict[str, Any]]:
    """What waits for a second person, whosever it is."""
    answer = desk(role, "GET", "/people/erasures")
    assert answer.status == 200, answer.body
    assert HER.id_number not in str(answer.body)
    return list(answer.body["waiting"])


def restrictions(role: str = "privacy") -> list[dict[str, Any]]:
    """Whose data are kept only, whoever they are."""
    answer = desk(role, "GET", "/people/restrictions")
    assert answer.status == 200, answer.body
    return list(answer.body["restrictions"])


def propose(seen: str, number: str = HER.id_number, **changes: Any) -> Answer:
    """Propose it, as whoever answers her does."""
    said = {"seen": seen, "reason": REASON, "is_verified": True}
    return erasures("privacy", "", number, **said | changes)


def confirm(role: str = "admin", number: str = HER.id_number) -> Answer:
    """Confirm what waits, having seen what it is."""
    return erasures(role, "/confirm", number, seen=look(role, number)["seen"])


def restrict(number: str, what: str = "restricted", role: str = "privacy", **said: Any) -> Answer:
    """Have her data kept only, still so, or not any more, as whoever answers her does."""
    asked = {"id_number": number, "what": what, "reason": REASON, "is_verified": True}
    return desk(role, "POST", "/people/restrictions", asked | said)
