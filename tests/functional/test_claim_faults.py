"""Every AWS call of a report and of a supplement fails in turn; nothing is lost or doubled."""

from functools import partial

import pytest

from functions.local.stack import Stack
from shared_rules.claim.limits import MAX_DOCUMENTS_AT_ONCE
from tests.functional.claims_requests import new_key, papers, status, submit, supplement
from tests.functional.faults import FAULTS, Act, Fault, SameStart
from tests.functional.follow_up_deliveries import count_items, items
from tests.functional.lifecycle import assert_all_is_kept

KINDS = ("policy", "pathology")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_report_survives_the_failure_of_each_of_its_calls(aws: Stack, fault: Fault) -> None:
    start = SameStart(lambda: papers(*KINDS))

    def act_on(documents: list[dict[str, str]]) -> Act:
        return partial(submit, new_key(), documents=documents)

    for call, _, got, act in start.failures(act_on, fault, done=201, least=8):
        again = act()
        assert again.status == 201, f"{call}: {again.body}"
        if got and got.status == 201:
            assert got == again
        assert count_items("HEAD")["HEAD"] == 1
        assert [document["kind"] for document in status(again.body)["documents"]] == list(KINDS)
        assert_all_is_kept()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_supplement_survives_the_failure_of_each_of_its_calls(aws: Stack, fault: Fault) -> None:
    start = SameStart(lambda: (submit(new_key()).body, papers(*KINDS)))
    for call, (kept, _), _, act in start.failures(lambda made: partial(supplement, *made), fault):
        again = act()
        assert (again.status, again.body["version"]) == (200, 2), call
        assert [document["kind"] for document in again.body["documents"]] == list(KINDS)
        assert len(again.body["timeline"]) == 2
        assert len(items("OUTBOX#", kept["receipt"])) == 2
        assert_all_is_kept()


def test_the_most_papers_fit_into_one_transaction(aws: Stack) -> None:
    kept = submit(new_key(), documents=papers(*["policy"] * MAX_DOCUMENTS_AT_ONCE))
    assert kept.status == 201
    assert len(status(kept.body)["documents"]) == MAX_DOCUMENTS_AT_ONCE
