"""What claims make of an endorsement: paid ones stand in its way, open ones are confirmed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.functional.claims_requests import WOMAN
from tests.functional.endorsement_requests import NOT_ACCEPTED, confirm, decline, look, propose
from tests.functional.rosters_requests import DAY, PEOPLE, TODAY
from tests.functional.staff_claim_requests import (
    NOTHING,
    assessment,
    checked,
    insured,
    paid,
)
from tests.functional.staff_claim_requests import confirm as confirm_claim
from tests.functional.staff_claim_requests import propose as propose_claim
from tests.functional.staff_requests import ACTS, case, claim_case
from tests.functional.staff_roster_requests import accepted

pytestmark = pytest.mark.usefixtures("starts_put_back")


def test_what_contradicts_a_paid_claim_is_refused_with_its_receipt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = insured(monkeypatch, 100)
    claim = checked()["receipt"]
    paid(claim)
    occurred = date.fromisoformat(assessment(claim)["occurrence"])
    refused: list[dict[str, Any]] = [
        {"change": "people_out", "rows": [3], "last_day": (occurred - DAY).isoformat()},
        {"change": "people_out", "rows": [3]},
        {"change": "person", "row": 3, "id_number": PEOPLE[5].id_number},
        NOT_ACCEPTED,
    ]
    for what in refused:
        for ask in (look, propose):
            answer = ask(receipt, what)
            assert (answer.status, answer.body["code"]) == (409, "endorsement.claim_rests_on_it")
            assert claim in answer.body["detail"]
    assert propose(receipt, {**refused[0], "last_day": occurred.isoformat()}).status == 200


@pytest.mark.parametrize("days_out", [0, 1])
def test_what_an_open_claim_may_rest_on_is_confirmed_with_its_receipt(
    monkeypatch: pytest.MonkeyPatch, days_out: int
) -> None:
    """Who was covered until today loses nothing that her claim knows of."""
    receipt, claim = insured(monkeypatch, 100), checked()["receipt"]
    last_day = (TODAY - days_out * DAY).isoformat()
    what = {"change": "people_out", "rows": [3], "last_day": last_day}
    if not days_out:
        assert propose(receipt, what).status == 200
        return
    answer = propose(receipt, what)
    assert (answer.status, answer.codes) == (422, ["endorsement.open_claim"])
    assert claim in answer.body["findings"][0]["message"]
    assert case("contact", receipt)["endorsement"] is None
    assert propose(receipt, what, confirmations=["endorsement.open_claim"]).status == 200
    assert case("admin", receipt)["endorsement"]["open_claims"] == [claim]
    later = checked()["receipt"]
    refused = confirm(receipt)
    assert (refused.status, refused.body["code"]) == (409, "endorsement.claim_meanwhile")
    assert later in refused.body["detail"]
    assert claim not in refused.body["detail"]
    assert decline(receipt).status == 200
    assert propose(receipt, what, confirmations=["endorsement.open_claim"]).status == 200
    assert confirm(receipt).status == 200


def _mistyped(monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """A list with somebody else's number in her row, and her claim."""
    wrong = replace(PEOPLE[5], name=WOMAN.name)
    receipt = accepted([*PEOPLE[:2], wrong], monkeypatch, TODAY - 100 * DAY)["receipt"]
    return receipt, checked()["receipt"]


def _refuse(claim: str) -> None:
    refused = {**NOTHING, "outcome": "refuse", "reason": "不在名单", "article": "article-5"}
    revision = claim_case("claims", claim)["revision"]
    assert propose_claim(claim, revision, **refused).status == 200
    assert confirm_claim(claim, revision + 1).status == 200


def test_a_claim_that_was_refused_for_a_wrong_number_is_named_when_that_is_put_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody had her number in a list, and so her claim was refused; who would look at it again?"""
    receipt, claim = _mistyped(monkeypatch)
    _refuse(claim)
    what = {"change": "person", "row": 3, "id_number": WOMAN.id_number}
    for ask in (look, propose):
        answer = ask(receipt, what)
        assert (answer.status, answer.codes) == (422, ["endorsement.decided_claim"])
        assert claim in answer.body["findings"][0]["message"]
    confirmed: dict[str, Any] = {"confirmations": ["endorsement.decided_claim"]}
    told = look(receipt, what, **confirmed).body
    assert (told["needs_second"], told["decided_claims"]) == (True, [claim])
    assert propose(receipt, what, **confirmed).status == 200
    assert case("admin", receipt)["endorsement"]["decided_claims"] == [claim]
    assert confirm(receipt).status == 200


def test_a_claim_that_is_refused_while_the_number_waits_to_be_put_right_is_not_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt, claim = _mistyped(monkeypatch)
    what = {"change": "person", "row": 3, "id_number": WOMAN.id_number}
    assert look(receipt, what).body["decided_claims"] == []
    assert propose(receipt, what).status == 200
    _refuse(claim)
    answer = confirm(receipt)
    assert (answer.status, answer.body["code"]) == (409, "endorsement.decided_meanwhile")
    assert claim in answer.body["detail"]
    assert decline(receipt).status == 200
    assert propose(receipt, what, confirmations=["endorsement.decided_claim"]).status == 200
    assert confirm(receipt).status == 200


def test_what_was_paid_on_papers_of_old_cover_stands_in_the_way_of_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """She has no waiting period by the papers that were seen, before the change and after it."""
    seen = {"rows": [3], "last_day": str(TODAY - 20 * DAY), "paper": "保险单原件"}
    receipt = insured(monkeypatch, 20, old_covers_seen=[seen])
    paid(checked()["receipt"])
    number = case("contact", receipt)["acceptance"]
    days = {name: number[name] for name in ACTS}
    again = {"change": "policy", **days, "policy_number": "NX-2026-0009"}
    assert propose(receipt, again).status == 200
    assert case("contact", receipt)["acceptance"]["policy_number"] == "NX-2026-0009"
    last_day = str(TODAY - DAY)
    assert (
        propose(receipt, {"change": "people_out", "rows": [3], "last_day": last_day}).status == 200
    )
