"""A gap in somebody's cover that the insurer lets pass: said by two people, before or after."""

from datetime import date
from typing import Any, Final

import pytest

from functions.local.samples import Person
from shared_rules import days
from tests.functional.endorsement_requests import confirm, decline, endorsed, propose
from tests.functional.rosters_requests import DAY, PEOPLE, TODAY, correct, rows_of, status
from tests.functional.staff_requests import accept, case, desk, queue
from tests.functional.staff_roster_requests import accepted, followed_up, kept, rows
from tests.functional.test_roster_endorsements import changes_handed_off
from tests.functional.test_underwriting import counts, underwriting, woman_of_61

pytestmark = pytest.mark.usefixtures("aws")

YEAR_AGO: Final = TODAY - 400 * DAY
"""Cover from then has ended a month ago."""


def granted(*numbers: int) -> dict[str, Any]:
    return {"change": "gap_granted", "rows": list(numbers)}


def lapsed(monkeypatch: pytest.MonkeyPatch, people: list[Person]) -> dict[str, Any]:
    """A list whose first two people had cover that ended a month ago; the others never had any."""
    accepted(people[:2], monkeypatch, YEAR_AGO)
    first = kept(people)
    followed_up()
    return first


def continuous(receipt: str) -> list[bool]:
    return [each["cover"]["is_continuous"] for each in rows("contact", receipt)["rows"]]


def test_before_acceptance_it_lets_in_who_is_too_old_to_join_for_the_first_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people = [woman_of_61(), *PEOPLE[:2]]
    list_ = lapsed(monkeypatch, people)
    receipt = list_["receipt"]
    assert accept(receipt, 1).codes == ["acceptance.needs_old_cover"]
    waiting = propose(receipt, granted(1))
    assert waiting.status == 200, waiting.body
    [gap] = waiting.body["endorsement"]["gaps"]
    assert (gap["row"], date.fromisoformat(gap["last_day"]) < TODAY) == (1, True)
    assert accept(receipt, 2).body["code"] == "endorsement.waits"
    assert confirm(receipt, "contact").body["code"] == "endorsement.second_person"
    assert counts(underwriting(receipt)) == (0, 2, 1)
    assert confirm(receipt).status == 200
    assert case("contact", receipt)["state"] == "submitted"
    assert counts(underwriting(receipt)) == (1, 1, 1)
    assert accept(receipt, case("contact", receipt)["revision"]).status == 200
    followed_up()
    assert continuous(receipt) == [True, False, False]
    assert [each["is_gap_granted"] for each in rows("contact", receipt)["rows"]] == [
        True,
        False,
        False,
    ]
    assert status(list_)["policy"]["granted_rows"] == [1]


def test_after_acceptance_there_is_no_waiting_period_from_then_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = lapsed(monkeypatch, PEOPLE[:3])["receipt"]
    assert accept(receipt, 1).status == 200
    followed_up()
    assert continuous(receipt) == [False, False, False]
    desk("contact", "POST", f"/rosters/{receipt}/hand-off")
    endorsed(receipt, granted(2))
    lines = changes_handed_off(receipt)
    assert [(each["行号"], each["变化"], each["等待期止"]) for each in lines] == [("2", "更正", "")]
    assert continuous(receipt) == [False, True, False]
    assert rows("contact", receipt)["rows"][1]["cover"]["waiting_last_day"] is None
    assert propose(receipt, granted(2)).codes == ["endorsement.no_gap"]


def test_only_a_gap_is_let_pass_and_only_of_the_rows_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    list_ = lapsed(monkeypatch, PEOPLE[:3])
    receipt = list_["receipt"]
    table = [(3, "endorsement.no_old_cover"), (9, "endorsement.not_insured")]
    for row, code in table:
        assert propose(receipt, granted(row)).codes == [code]
    assert propose(receipt, granted(1)).status == 200
    assert decline(receipt).status == 200
    assert propose(receipt, granted(1)).status == 200
    assert correct(list_, 1, rows=rows_of(PEOPLE[1:3])).status == 200
    assert queue("admin", state="endorsement_waits") == []
    assert confirm(receipt).body["code"] == "endorsement.none_waits", "other people stand there"
    assert propose(receipt, granted(1)).status == 200
    assert confirm(receipt).status == 200
    assert correct(list_, 2, rows=rows_of(PEOPLE[:3])).status == 200
    followed_up()
    assert counts(underwriting(receipt)) == (0, 2, 1)
    assert propose(receipt, {"change": "people_out", "rows": [1]}).body["code"] == "staff.state"
    assert desk("federation", "POST", f"/rosters/{receipt}/endorsements").status != 200


@pytest.mark.parametrize(("ended", "code"), [(-1, ""), (0, "endorsement.no_gap")])
def test_cover_that_ends_today_can_still_be_followed(
    monkeypatch: pytest.MonkeyPatch, ended: int, code: str
) -> None:
    issued = days.years_before(TODAY, 1) + ended * DAY
    accepted(PEOPLE[:1], monkeypatch, issued)
    receipt = kept(PEOPLE[:1])["receipt"]
    followed_up()
    answer = propose(receipt, granted(1))
    assert answer.status == (422 if code else 200)
    if code:
        assert answer.codes == [code]
