"""An accepted list that is put right (批改), as the tests ask the desk for it."""

from typing import Any, Final

from functions.local.samples import Person
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import PEOPLE, bearer
from tests.functional.staff_requests import accept, case, desk
from tests.functional.staff_roster_requests import followed_up, kept
from tests.functional.starts import starts

OUT: Final = {"change": "people_out", "rows": [2]}
CHANGE: Final = {"reason": "第 2 行的人离职了", "rows": [2]}
NOT_ACCEPTED: Final = {"change": "acceptance_withdrawn"}


def accepted(people: list[Person] = PEOPLE[:3], **changes: Any) -> dict[str, Any]:
    """A list that was accepted, whose people have their cover."""

    def make() -> dict[str, Any]:
        first = kept(people)
        answer = accept(first["receipt"], 1, **changes)
        assert answer.status == 200, answer.body
        followed_up()
        return first

    return starts.once(make, "accepted", people, changes)


def propose(
    receipt: str,
    what: dict[str, Any],
    role: str = "contact",
    *,
    revision: int = 0,
    to: str = "endorsements",
    **changes: Any,
) -> Answer:
    """Propose an endorsement, by default on the list as it is now."""
    body = {"reason": "已经离职", "what": what} | changes
    number = revision or case(role, receipt)["revision"]
    return desk(role, "POST", f"/rosters/{receipt}/{to}", body, if_match=f'"{number}"')


def look(receipt: str, what: dict[str, Any], **changes: Any) -> Answer:
    """Look what proposing the same would come to."""
    return propose(receipt, what, to="endorsements/look", **changes)


def confirm(receipt: str, role: str = "admin", *, revision: int = 0) -> Answer:
    """Confirm what was proposed, as a second person."""
    number = revision or case(role, receipt)["revision"]
    path = f"/rosters/{receipt}/endorsements/confirm"
    return desk(role, "POST", path, if_match=f'"{number}"')


def decline(receipt: str, role: str = "admin") -> Answer:
    """Say no to what was proposed."""
    number = case(role, receipt)["revision"]
    path = f"/rosters/{receipt}/endorsements/decline"
    return desk(role, "POST", path, {"reason": "材料不全"}, if_match=f'"{number}"')


def endorsed(receipt: str, what: dict[str, Any]) -> dict[str, Any]:
    """The case after an endorsement that two people have made, and all that follows it."""
    assert propose(receipt, what).status == 200
    answer = confirm(receipt)
    assert answer.status == 200, answer.body
    followed_up()
    return case("contact", receipt)


def request_change(kept: dict[str, Any], **changes: Any) -> Answer:
    """Ask, as the unit, to have something changed."""
    return call(
        "POST",
        f"/api/rosters/{kept['receipt']}/change-requests",
        CHANGE | changes,
        authorization=bearer(kept),
        if_match='"1"',
    )


def decline_request(receipt: str, number: int, role: str = "contact") -> Answer:
    """Tell the unit why what it has asked for is not done."""
    revision = case(role, receipt)["revision"]
    body = {"number": number, "reason": "请先交盖章的离职证明"}
    path = f"/rosters/{receipt}/change-requests/decline"
    return desk(role, "POST", path, body, if_match=f'"{revision}"')
