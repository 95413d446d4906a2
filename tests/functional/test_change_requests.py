"""What a unit asks of its accepted list: a change, which the desk does or declines; who joins."""

from typing import Any

import pytest

from functions.rosters.change_requests import MOST_WAITING
from tests.functional.endorsement_requests import (
    OUT,
    accepted,
    confirm,
    decline_request,
    endorsed,
    propose,
    request_change,
)
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import PEOPLE, correct, new_key, rows_of, status, submit
from tests.functional.staff_requests import case
from tests.functional.staff_roster_requests import followed_up
from tests.functional.staff_roster_requests import kept as submitted

pytestmark = pytest.mark.usefixtures("aws")


def test_a_unit_asks_for_a_change_and_sees_what_became_of_it() -> None:
    kept = accepted()
    receipt = kept["receipt"]
    first, again = (request_change(kept) for _ in range(2))
    assert (first.status, first.body) == (again.status, again.body)
    other = request_change(kept, reason="第 1 行的名字写错了", rows=[1])
    assert [each["number"] for each in other.body["requests"]] == [3, 4]
    followed_up()
    asked = {**OUT, "last_day": None}
    assert propose(receipt, asked, answers=9).body["code"] == "change_request.not_waiting"
    assert propose(receipt, asked, answers=3).status == 200
    assert status(kept)["requests"][0]["state"] == "waiting"
    assert confirm(receipt).status == 200
    assert decline_request(receipt, 3).body["code"] == "change_request.not_waiting"
    assert decline_request(receipt, 4).status == 200
    done, declined = status(kept)["requests"]
    assert (done["state"], declined["state"]) == ("endorsed", "declined")
    assert declined["answer"][0]["text"] == "请先交盖章的离职证明"
    assert case("contact", receipt)["requests"] == status(kept)["requests"]


def test_a_change_is_asked_for_of_an_accepted_list_and_its_rows_only() -> None:
    waiting = submitted()
    assert request_change(waiting).body["code"] == "change_request.not_accepted"
    kept = accepted()
    assert request_change(kept, rows=[9]).codes == ["endorsement.not_insured"]
    named = request_change(kept, reason=f"{PEOPLE[1].id_number} 离职了")
    assert (named.status, named.codes) == (422, ["words.id_number"])
    assert request_change({**kept, "access_code": "WRONG-CODES"}).status == 401
    for number in range(MOST_WAITING):
        assert request_change(kept, reason=f"第 {number} 次申请").status == 200
    assert request_change(kept).body["code"] == "change_request.too_many"


# ---- who joins later ----


def test_a_supplementary_list_names_the_accepted_list_that_it_adds_to() -> None:
    first, waiting = accepted(PEOPLE[:2]), submitted(PEOPLE[5:6])

    def joined(to: dict[str, Any], code: str = "") -> Answer:
        said = {"receipt": to["receipt"], "access_code": code or to["access_code"]}
        return submit(new_key(), rows=rows_of(PEOPLE[2:3]), supplements=said)

    assert joined(waiting).codes == ["supplement.not_accepted"]
    unknown = {"receipt": "AK-2026-000000", "access_code": "WRONG-CODES"}
    assert joined(first, "WRONG-CODES").body == joined(unknown).body, "no oracle"
    added = joined(first)
    assert added.status == 201
    assert status(added.body)["supplements"] == first["receipt"]
    assert correct(added.body, 1, rows=rows_of(PEOPLE[2:4])).status == 200
    assert case("contact", added.body["receipt"])["supplements"] == first["receipt"]
    assert correct(added.body, 2, rows=rows_of(PEOPLE[1:4])).status == 200
    followed_up()
    [beside] = case("contact", added.body["receipt"])["same_unit"]
    assert (beside["receipt"], beside["is_added_to"]) == (first["receipt"], True)
    endorsed(first["receipt"], {"change": "person", "row": 1, "id_number": PEOPLE[6].id_number})
    shown = case("contact", first["receipt"])
    assert (shown["duplicates"]["rows"], shown["same_unit"]) == ([2], [])
