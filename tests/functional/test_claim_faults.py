"""Every AWS call of a report and of a supplement fails in turn; nothing is lost or doubled."""

from functools import partial

import pytest

from functions.local.stack import Stack
from shared_rules.claim.limits import MAX_DOCUMENTS_AT_ONCE
from tests.functional.claims_requests import new_key, papers, status, submit, supplement
from tests.functional.faults import FAULTS, Fault, SameStart, attempt, calls_of, points, tries_from
from tests.functional.follow_up_deliveries import count_items, items
from tests.functional.lifecycle import assert_all_is_kept

KINDS = ("policy", "pathology")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_report_survives_the_failure_of_each_of_its_calls(aws: Stack, fault: Fault) -> None:
    start = SameStart(lambda: papers(*KINDS))
    total = calls_of(partial(submit, new_key(), documents=start.again()))
    assert total >= 8
    for number in points(fault, total):
        act = partial(submit, new_key(), documents=start.again())
        got = attempt(act, tries_from(number), fault)
        assert got is None or got.status in (201, 503), f"call {number}"
        again = act()
        assert again.status == 201, f"call {number}: {again.body}"
        if got and got.status == 201:
            assert got == again
        assert count_items("HEAD")["HEAD"] == 1
        assert [document["kind"] for document in status(again.body)["documents"]] == list(KINDS)
        assert_all_is_kept()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_supplement_survives_the_failure_of_each_of_its_calls(aws: Stack, fault: Fault) -> None:
    start = SameStart(lambda: (submit(new_key()).body, papers(*KINDS)))
    total = calls_of(partial(supplement, *start.again()))
    for number in points(fault, total):
        kept, documents = start.again()
        act = partial(supplement, kept, documents)
        got = attempt(act, tries_from(number), fault)
        assert got is None or got.status in (200, 503), f"call {number}"
        again = act()
        assert (again.status, again.body["version"]) == (200, 2), f"call {number}"
        assert [document["kind"] for document in again.body["documents"]] == list(KINDS)
        assert len(again.body["timeline"]) == 2
        waiting = [item for item in items("OUTBOX#") if item["pk"].endswith(kept["receipt"])]
        assert len(waiting) == 2
        assert_all_is_kept()


def test_the_most_papers_fit_into_one_transaction(aws: Stack) -> None:
    kept = submit(new_key(), documents=papers(*["policy"] * MAX_DOCUMENTS_AT_ONCE))
    assert kept.status == 201
    assert len(status(kept.body)["documents"]) == MAX_DOCUMENTS_AT_ONCE
