"""Whatever the desk decides, sent again as its answer was lost, is answered as the first time."""

from collections import Counter
from typing import Any, Final

import pytest

from tests.functional.canaries import ROUTES, Route
from tests.functional.follow_up_deliveries import items
from tests.functional.requests_to_api import Answer, code_of
from tests.functional.right import Right, headers_of_now
from tests.functional.right_requests import RIGHT
from tests.functional.staff_requests import ROLES, desk

pytestmark = pytest.mark.usefixtures("starts_put_back")

READS: Final = (
    *(
        "/accept/look",
        "/check",
        "/endorsements/look",
        "/erasures/look",
        "/export",
        "/file",
        "/hand-offs",
        "/link",
        "/log-file",
    ),
    *("/people/copy", "/row-states", "/search", "/thumbnails"),
)
"""How the paths of those end that change nothing: that somebody has looked is kept each time."""
DECISIONS: Final = [
    each
    for each in ROUTES
    if each.is_desk and each.method == "POST" and not each.path.endswith(READS)
]
NO_CONFLICT: Final = ("/teamwork", "/undo")
"""Notes of two people are both kept; nobody undoes what another has decided."""
ON_A_REVISION: Final = [
    each
    for each in DECISIONS
    if "if-match" in map(str.lower, each.named("header")) and not each.path.endswith(NO_CONFLICT)
]
OTHER: Final = "another admin"


def send(route: Route, right: Right, keys: dict[str, str], role: str = "admin") -> Answer:
    path = route.path.removeprefix("/api/staff").format(**right.path_parameters)
    given = (right.headers | keys).items()
    headers: dict[str, Any] = {name.lower().replace("-", "_"): each for name, each in given}
    return desk(role, "POST", path, right.body, **headers)


def keys_of(route: Route) -> dict[str, str]:
    return headers_of_now(route.named("header"))


def kept() -> Counter[str]:
    """What is kept, by the beginnings of its sort keys; but for who has looked at what."""
    begin = (each["sk"].partition("#")[0] for each in items())
    return Counter(each for each in begin if each not in ("SOUGHT", "VIEWED"))


@pytest.mark.parametrize("route", DECISIONS, ids=str)
def test_a_decision_whose_answer_was_lost_is_answered_again_and_another_s_is_not(
    route: Route, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, keys = RIGHT[str(route)](), keys_of(route)
    once, stored = send(route, right, keys), kept()
    again = send(route, right, keys)
    assert once.status == 200, once.body
    assert told(again) == told(once)
    assert kept() == stored
    if route in ON_A_REVISION:
        monkeypatch.setitem(ROLES, OTHER, ROLES["admin"])
        slower = send(route, right, keys_of(route), OTHER)
        assert code_of(slower) == (412, "staff.conflict")
        assert kept() == stored


def told(answer: Answer) -> tuple[int, object]:
    """An answer, but for how long a link is good, and that a line was recorded just now."""
    moving = ("url", "expires_at")
    body = {name: each for name, each in answer.body.items() if name not in moving}
    lines = [{**line, "outcome": None, "finding": None} for line in body.get("lines", ())]
    return answer.status, {**body, "lines": lines}
