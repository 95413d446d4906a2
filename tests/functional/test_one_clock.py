"""Who waits and who works see one clock: the day of the state page is that of the queue."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import pytest

from tests.functional import claims_requests, rosters_requests
from tests.functional.rosters_requests import DAY, PEOPLE, TODAY, rows_of
from tests.functional.staff_claim_requests import NOTHING, confirm, insured, propose, reported
from tests.functional.staff_requests import at, case, claim_case, decide_claim, desk, remind
from tests.functional.staff_requests import send_back as send_list_back

Kept = dict[str, Any]
Step = Callable[[pytest.MonkeyPatch], Kept]
SATURDAY: Final = TODAY + (5 - TODAY.weekday()) % 7 * DAY
pytestmark = pytest.mark.usefixtures("aws")


def queued(room: str, receipt: str) -> dict[str, Any]:
    answer = desk("admin", "POST", f"/{room}/search", {"q": receipt})
    assert answer.status == 200, answer.body
    [item] = answer.body["items"]
    return dict(item)


# ---- lists ----


def submitted(patch: pytest.MonkeyPatch, day: date = TODAY) -> Kept:
    at(patch, day)
    answer = rosters_requests.submit(rosters_requests.new_key(), rows=rows_of(PEOPLE[:3]))
    assert answer.status == 201, answer.body
    return answer.body


def on_saturday(patch: pytest.MonkeyPatch) -> Kept:
    return submitted(patch, SATURDAY)


def corrected(patch: pytest.MonkeyPatch) -> Kept:
    kept = submitted(patch)
    at(patch, TODAY + 2 * DAY)
    assert rosters_requests.correct(kept, 1, rows=rows_of(PEOPLE[:2])).status == 200
    return kept


def returned(patch: pytest.MonkeyPatch) -> Kept:
    kept = submitted(patch)
    at(patch, TODAY + 3 * DAY)
    assert send_list_back(kept["receipt"], 1).status == 200
    return kept


def reminded(patch: pytest.MonkeyPatch) -> Kept:
    kept = returned(patch)
    due = date.fromisoformat(case("contact", kept["receipt"])["due"])
    at(patch, due + DAY)
    assert remind(kept["receipt"], 2).status == 200
    return kept


@pytest.mark.parametrize("step", [submitted, on_saturday, corrected, returned, reminded])
def test_a_list_is_due_for_its_unit_when_it_is_for_the_desk(
    monkeypatch: pytest.MonkeyPatch, step: Step
) -> None:
    kept = step(monkeypatch)
    due = date.fromisoformat(queued("rosters", kept["receipt"])["due"])
    for is_late in (False, True):
        at(monkeypatch, due + is_late * DAY)
        told = rosters_requests.status(kept)["whereabouts"]
        assert (told["by"], bool(told["past"])) == (due.isoformat(), is_late)
        at_desk = queued("rosters", kept["receipt"])
        assert (at_desk["due"], at_desk["is_overdue"]) == (due.isoformat(), is_late)
    assert told["call"]["phone"] == kept["contact"]["phone"]
    if step in (submitted, on_saturday):
        assert (kept["whereabouts"]["by"], kept["whereabouts"]["past"]) == (told["by"], "")


def test_a_list_that_ended_is_late_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = submitted(monkeypatch)
    assert rosters_requests.withdraw(kept).status == 200
    at(monkeypatch, TODAY + 60 * DAY)
    told = rosters_requests.status(kept)["whereabouts"]
    assert (told["by"], told["past"]) == (None, "")
    assert queued("rosters", kept["receipt"])["is_overdue"] is False


# ---- claims ----


def without_papers(patch: pytest.MonkeyPatch) -> Kept:
    at(patch, TODAY)
    return claims_requests.submit(claims_requests.new_key()).body


def complete(patch: pytest.MonkeyPatch) -> Kept:
    at(patch, TODAY)
    return reported()


def completed_on_saturday(patch: pytest.MonkeyPatch) -> Kept:
    at(patch, SATURDAY)
    return reported()


def sent_back(patch: pytest.MonkeyPatch) -> Kept:
    kept = complete(patch)
    paper = claim_case("claims", kept["receipt"])["documents"][0]["document_id"]
    at(patch, TODAY + 2 * DAY)
    act = f"documents/{paper}/send-back"
    answer = decide_claim(kept["receipt"], 1, act, reason="看不清")
    assert answer.status == 200, answer.body
    return kept


def brought_again(patch: pytest.MonkeyPatch) -> Kept:
    kept = sent_back(patch)
    at(patch, TODAY + 5 * DAY)
    missing = claims_requests.status(kept)["missing_papers"]
    papers = claims_requests.papers(*(each["kind"] for each in missing))
    assert claims_requests.supplement(kept, papers).status == 200
    return kept


def decided(patch: pytest.MonkeyPatch) -> Kept:
    insured(patch, 200)
    kept = complete(patch)
    assert propose(kept["receipt"], 1).status == 200
    assert confirm(kept["receipt"], 2).status == 200
    return kept


def refunded(patch: pytest.MonkeyPatch) -> Kept:
    insured(patch, 20)
    kept = complete(patch)
    premium = rosters_requests.PLAN.premium.value
    answer = propose(kept["receipt"], 1, **{**NOTHING, "outcome": "refund", "refund": premium})
    assert answer.status == 200, answer.body
    assert confirm(kept["receipt"], 2).status == 200
    return kept


@pytest.mark.parametrize(
    "step",
    [
        *(without_papers, complete, completed_on_saturday, sent_back, brought_again),
        *(decided, refunded),
    ],
)
def test_a_claim_is_due_for_her_when_it_is_for_the_desk(
    monkeypatch: pytest.MonkeyPatch, step: Step
) -> None:
    kept = step(monkeypatch)
    due = date.fromisoformat(queued("claims", kept["receipt"])["due"])
    for is_late in (False, True):
        at(monkeypatch, due + is_late * DAY)
        state = claims_requests.status(kept)
        told, at_desk = state["whereabouts"], queued("claims", kept["receipt"])
        assert (told["by"], bool(told["past"])) == (due.isoformat(), is_late)
        assert (at_desk["due"], at_desk["is_overdue"]) == (due.isoformat(), is_late)
    waits_for_her = step in (without_papers, sent_back)
    asked = kept["contact"]["phone"] if waits_for_her else kept["hotline"]
    assert told["call"]["phone"] == asked
    if step in (without_papers, complete, completed_on_saturday):
        assert (kept["whereabouts"]["by"], kept["whereabouts"]["past"]) == (told["by"], "")
    if state["pay_by"]:
        assert state["pay_by"]["day"] == told["by"]
