"""What becomes of who has renewed already when the list before is endorsed: it is confirmed."""

from datetime import date, timedelta
from typing import Any, Final

import pytest

from shared_rules import cover
from tests.functional.endorsement_requests import NOT_ACCEPTED, confirm, decline, look, propose
from tests.functional.rosters_requests import DAY, PEOPLE, PLAN, TODAY
from tests.functional.staff_requests import case
from tests.functional.staff_roster_requests import accepted, followed_up

pytestmark = pytest.mark.usefixtures("aws")

ISSUED: Final = TODAY - timedelta(days=300)
LAST: Final = cover.last_day(ISSUED + DAY, PLAN)
CONFIRMED: Final = ["endorsement.renewal_rests"]
ELSEWHERE: Final = {"name": "大武口区示例小学", "county": "大武口区"}


def renewed(patch: pytest.MonkeyPatch, row: int, **unit: Any) -> str:
    """The receipt of a list in which one person has renewed already."""
    receipt: str = accepted(PEOPLE[row : row + 1], patch, TODAY, role="admin", unit=unit)["receipt"]
    return receipt


def test_the_later_lists_are_named_and_confirmed_as_far_as_they_may_be_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = accepted(PEOPLE[:3], monkeypatch, ISSUED)["receipt"]
    later = renewed(monkeypatch, 0)
    elsewhere = renewed(monkeypatch, 1, **ELSEWHERE)
    assert case("contact", later)["cover"]["continuous"] == 1
    refused = propose(first, NOT_ACCEPTED)
    assert (refused.status, refused.codes) == (422, CONFIRMED)
    message = refused.body["findings"][0]["message"]
    assert later in message
    assert "外地名单 1 份" in message
    assert elsewhere not in message
    assert propose(first, NOT_ACCEPTED, confirmations=CONFIRMED).status == 200
    assert case("contact", first)["endorsement"]["renewals"] == f"{later}、外地名单 1 份"
    other = renewed(monkeypatch, 2)
    late = confirm(first)
    assert (late.status, late.body["code"]) == (409, "endorsement.renewal_meanwhile")
    assert other in late.body["detail"]
    assert later not in late.body["detail"]
    assert decline(first).status == 200


@pytest.mark.parametrize(("days_early", "is_asked"), [(0, False), (1, True)])
def test_only_who_goes_on_no_more_is_asked_about(
    monkeypatch: pytest.MonkeyPatch, days_early: int, *, is_asked: bool
) -> None:
    """Who leaves on the last day but one has a gap of a day before the list that renews."""
    first = accepted(PEOPLE[:2], monkeypatch, ISSUED)["receipt"]
    renewed(monkeypatch, days_early)
    last_day = str(LAST - DAY)
    answer = propose(first, {"change": "people_out", "rows": [2], "last_day": last_day})
    assert answer.status == (422 if is_asked else 200)


@pytest.mark.parametrize("is_right_before", [False, True])
def test_who_renews_no_more_by_her_right_number_is_asked_about(
    monkeypatch: pytest.MonkeyPatch, *, is_right_before: bool
) -> None:
    """Both lists had her number wrong: by the right one she has no cover before, but by both."""
    first = accepted(PEOPLE[:2], monkeypatch, ISSUED)["receipt"]
    later = renewed(monkeypatch, 0)
    right = {"change": "person", "row": 1, "id_number": PEOPLE[6].id_number}
    if is_right_before:
        assert propose(first, right, confirmations=CONFIRMED).status == 200
        assert confirm(first).status == 200
        followed_up()
    answer = propose(later, right)
    if is_right_before:
        assert answer.status == 200
        assert case("admin", later)["endorsement"]["waits_until"] is None
        return
    assert (answer.status, answer.codes) == (422, ["endorsement.renews_no_more"])
    begins = date.fromisoformat(case("contact", later)["acceptance"]["first_day"])
    waits_until = str(cover.waiting_last_day(begins, PLAN, continuous=False))
    confirmed: dict[str, Any] = {"confirmations": ["endorsement.renews_no_more"]}
    assert look(later, right, **confirmed).body["waits_until"] == waits_until
    assert propose(later, right, **confirmed).status == 200
    assert case("admin", later)["endorsement"]["waits_until"] == waits_until
