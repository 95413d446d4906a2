"""Every AWS call of who decides on a claim fails in turn; nothing is lost, doubled or half done."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

import pytest

from functions.local.stack import Stack
from tests.functional.claims_requests import CARD, WOMAN, new_key, papers, submit
from tests.functional.faults import Act, Fault, SameStart, answer_lost, killed, sweep
from tests.functional.follow_up_deliveries import items, known
from tests.functional.lifecycle import assert_all_is_kept
from tests.functional.rosters_requests import TODAY
from tests.functional.staff_claim_requests import (
    KINDS,
    STATED,
)
from tests.functional.staff_requests import decide_claim

# She is in no list, so that other amounts than those of the rules need a reason.
PROPOSAL: Final[dict[str, Any]] = {
    "outcome": "pay",
    "lump_sum": 1,
    "allowance": 0,
    "refund": 0,
    "reason": "按保险单核定",
    **STATED,
    "not_needed": [f"0001-0{number}" for number in range(1, 6)],
}


DECIDED: Final = {"decided_on": TODAY.isoformat()}
PAID: Final[dict[str, Any]] = {
    "paid_on": TODAY.isoformat(),
    "amount": PROPOSAL["lump_sum"],
    "account": CARD[-4:],
}


def reported() -> str:
    answer = submit(new_key(), documents=papers(*KINDS))
    assert answer.status == 201
    return str(answer.body["receipt"])


def proposed() -> str:
    receipt = reported()
    assert decide_claim(receipt, 1, "propose", **PROPOSAL).status == 200
    return receipt


def approved() -> str:
    receipt = proposed()
    assert decide_claim(receipt, 2, "confirm", "admin", **DECIDED).status == 200
    return receipt


def settled() -> str:
    receipt = approved()
    assert decide_claim(receipt, 3, "transfer", "admin", **PAID).status == 200
    return receipt


Made = Callable[[], str]
DECISIONS: Final[dict[str, tuple[Made, int, str, dict[str, Any], str]]] = {
    "sent back": (
        *(reported, 1, "documents/0001-01/send-back"),
        *({"reason": "看不清"}, "waiting_for_papers"),
    ),
    "proposed": (reported, 1, "propose", PROPOSAL, "assessed"),
    "supplemented": (
        *(reported, 1, "supplements"),
        *({"source": "phone", "reason": "来电", "insured": {"name": "李示例"}}, "papers_complete"),
    ),
    "confirmed": (proposed, 2, "confirm", DECIDED, "awaiting_transfer"),
    "transferred": (approved, 3, "transfer", PAID, "paid"),
    "reopened": (
        *(settled, 4, "reopen"),
        *({"why": "transfer", "reason": "银行退回"}, "papers_complete"),
    ),
}


LEAVES: Final = ("confirmed", approved, settled)
"""What is known of the person from the decision on, whether it was paid yet or not."""


@sweep(DECISIONS, "confirmed")
def test_a_decision_survives_the_failure_of_each_of_its_calls(
    aws: Stack, fault: Fault, decided: str
) -> None:
    make, revision, path, body, after = DECISIONS[decided]

    def act_on(receipt: str) -> Act:
        return partial(decide_claim, receipt, revision, path, "admin", **body)

    for call, receipt, _, act in SameStart(make).failures(act_on, fault):
        again = act()
        assert (again.status, again.body["state"]) == (200, after), call
        assert again.body["revision"] == revision + 1
        events = [each for each in items("EVENT#", receipt) if each["state"] != "checked"]
        assert len(events) == revision + 1, call
        [head] = items("HEAD", receipt)
        assert (head["state"], head["revision"]) == (after, revision + 1)
        her = known(WOMAN.id_number)
        assert list(her.claims) == ([receipt] if make in LEAVES or decided in LEAVES else [])
        assert [each.receipt for each in her.ended.values()] == list(her.claims)


@pytest.mark.parametrize("fault", [answer_lost, killed], ids=lambda fault: fault.__name__)
def test_papers_on_her_behalf_survive_the_failure_of_each_of_their_calls(
    aws: Stack, fault: Fault
) -> None:
    def act_on(kept: dict[str, Any]) -> Act:
        said = {"documents": papers("pathology"), "reason": "本人交到柜台"}
        return partial(decide_claim, kept["receipt"], 1, "documents", "admin", **said)

    start = SameStart(lambda: submit(new_key()).body)
    for call, kept, _, act in start.failures(act_on, fault):
        again = act()
        assert (again.status, again.body["revision"]) == (200, 2), call
        assert [each["kind"] for each in again.body["documents"]] == ["pathology"]
        assert [each["state"] for each in again.body["timeline"]] == ["reported", "supplemented"]
        assert len(items("OUTBOX#", kept["receipt"])) == 2, call
        assert_all_is_kept()
