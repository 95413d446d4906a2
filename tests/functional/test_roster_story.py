"""Any order of what units and desk do with lists holds, beside a model of their states.

Also where calls to AWS fail on the way, and where the follow-up of any version is delivered late,
twice, out of order, or dies half-way.
"""

from functools import partial
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    rule,
    run_state_machine_as_test,
)

from functions.local.stack import Stack
from tests import storage
from tests.functional.faults import FAULTS, Fault, attempt, killed_after, tries_from
from tests.functional.follow_up_deliveries import deliver, hashes, items, listed, swept
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import (
    PEOPLE,
    as_bytes,
    correct,
    new_key,
    printed,
    rows_of,
    status,
    stored,
    submit,
    uploaded,
)
from tests.functional.staff_requests import accept, queue, send_back

FAULT = st.sampled_from((*FAULTS, killed_after))
# More than any action makes: where there is no such call, nothing fails.
CALL = st.integers(0, 12)
LISTS = [PEOPLE[:1], PEOPLE[:3], PEOPLE[2:]]
CONFIRMED = ["correction.large_loss"]


class Rosters(RuleBasedStateMachine):
    """The service beside a model of it: each receipt with the lists that it has held."""

    uploads = Bundle("uploads")
    submissions = Bundle("submissions")
    stack: Stack

    @initialize()
    def begin(self) -> None:
        storage.empty()
        self.versions: dict[str, list[int]] = {}
        self.states: dict[str, str] = {}
        self.happened: dict[str, list[str]] = {}
        self.kept: dict[str, dict[str, Any]] = {}

    @rule(target=uploads, which=st.integers(0, 2))
    def upload(self, which: int) -> tuple[str, int]:
        return uploaded(as_bytes(LISTS[which])), which

    @rule(upload=uploads)
    def check(self, upload: tuple[str, int]) -> None:
        report = call("POST", "/api/rosters/check", {"upload_id": upload[0]})
        assert report.body["counts"]["people"] == len(LISTS[upload[1]])

    @rule(target=submissions, upload=consumes(uploads))
    def submit_upload(self, upload: tuple[str, int]) -> dict[str, Any]:
        return self._submitted(upload[1], upload_id=upload[0])

    @rule(target=submissions, which=st.integers(0, 2))
    def submit_rows(self, which: int) -> dict[str, Any]:
        return self._submitted(which, rows=rows_of(LISTS[which]))

    @rule(target=submissions, upload=consumes(uploads), fault=FAULT, number=CALL)
    def submit_through_a_fault(
        self, upload: tuple[str, int], fault: Fault, number: int
    ) -> dict[str, Any]:
        key = new_key()
        got = attempt(partial(submit, key, upload_id=upload[0]), tries_from(number), fault)
        assert got is None or got.status in (201, 503)
        submission = self._submitted(upload[1], key, upload_id=upload[0])
        if got and got.status == 201:
            assert got == submission["answer"]
        return submission

    def _submitted(self, which: int, key: str = "", **content: Any) -> dict[str, Any]:
        key = key or new_key()
        answer = submit(key, **content)
        assert answer.status == 201
        receipt = answer.body["receipt"]
        assert receipt not in self.versions
        self.versions[receipt], self.kept[receipt] = [which], answer.body
        self.happened[receipt] = []
        self._moved(receipt, "submitted", "submitted")
        return {"key": key, "content": content, "answer": answer}

    @rule(submission=submissions)
    def submit_again(self, submission: dict[str, Any]) -> None:
        assert submit(submission["key"], **submission["content"]) == submission["answer"]

    @rule(submission=submissions)
    def submit_with_the_key_of_another(self, submission: dict[str, Any]) -> None:
        refused = submit(submission["key"], rows=rows_of(PEOPLE[5:7]))
        assert refused.body["code"] == "request.idempotency_conflict"

    @rule(submission=submissions)
    def submit_what_was_submitted(self, submission: dict[str, Any]) -> None:
        if "upload_id" in submission["content"]:
            refused = submit(new_key(), **submission["content"])
            assert refused.codes == ["upload.used"]

    @rule(submission=submissions, which=st.integers(0, 2), late=st.booleans())
    def correct_list(self, submission: dict[str, Any], which: int, late: bool) -> None:
        kept = submission["answer"].body
        versions, state = self.versions[kept["receipt"]], self.states[kept["receipt"]]
        rows = rows_of(LISTS[which])
        answer = correct(kept, len(versions) - late, rows=rows, confirmations=CONFIRMED)
        repeated = late and len(versions) > 1 and versions[-1] == which
        refused = 409 if state == "accepted" else 412 if late else 200
        assert answer.status == (200 if repeated else refused)
        if answer.status == 200 and not repeated:
            versions.append(which)
            self._moved(kept["receipt"], "submitted", "corrected")

    @rule(submission=submissions, late=st.booleans(), accepting=st.booleans())
    def decide(self, submission: dict[str, Any], late: bool, accepting: bool) -> None:
        receipt = submission["answer"].body["receipt"]
        revision, state = len(self.happened[receipt]) - late, self.states[receipt]
        answer = accept(receipt, revision) if accepting else send_back(receipt, revision)
        decided = "accepted" if accepting else "returned"
        if late:
            assert answer.status == (200 if state == decided else 412)
            return
        assert answer.status == (200 if state == "submitted" else 409)
        if answer.status == 200:
            self._moved(receipt, decided, decided)

    def _moved(self, receipt: str, state: str, happening: str) -> None:
        self.states[receipt] = state
        self.happened[receipt].append(happening)

    @rule(submission=submissions, which=st.integers(0, 2), fault=FAULT, number=CALL)
    def correct_through_a_fault(
        self, submission: dict[str, Any], which: int, fault: Fault, number: int
    ) -> None:
        kept = submission["answer"].body
        versions = self.versions[kept["receipt"]]
        act = partial(
            correct, kept, len(versions), rows=rows_of(LISTS[which]), confirmations=CONFIRMED
        )
        expected = 409 if self.states[kept["receipt"]] == "accepted" else 200
        got = attempt(act, tries_from(number), fault)
        assert got is None or got.status in (expected, 503)
        again = act()
        assert again.status == expected
        if expected == 200:
            versions.append(which)
            self._moved(kept["receipt"], "submitted", "corrected")
            assert again.body["version"] == len(versions)

    @rule(submission=submissions, order=st.lists(st.integers(0, 5), min_size=1, max_size=4))
    def redeliver(self, submission: dict[str, Any], order: list[int]) -> None:
        assert deliver(*self._entries(submission, order)) == []

    @rule(submission=submissions, which=st.integers(0, 5), fault=FAULT, number=CALL)
    def deliver_through_a_fault(
        self, submission: dict[str, Any], which: int, fault: Fault, number: int
    ) -> None:
        entries = self._entries(submission, [which])
        assert attempt(partial(deliver, *entries), tries_from(number), fault) in ([], ["0"], None)

    def _entries(self, submission: dict[str, Any], order: list[int]) -> list[tuple[str, int]]:
        receipt = submission["answer"].body["receipt"]
        count = len(self.happened[receipt])
        return [(receipt, 1 + place % count) for place in order]

    @rule()
    def sweep(self) -> None:
        swept()

    @rule(submission=submissions)
    def look_up(self, submission: dict[str, Any]) -> None:
        kept = submission["answer"].body
        versions = self.versions[kept["receipt"]]
        seen = status(kept)
        assert (seen["version"], seen["state"]) == (len(versions), self.states[kept["receipt"]])
        assert len(seen["timeline"]) == len(self.happened[kept["receipt"]])
        assert printed(kept) == rows_of(LISTS[versions[-1]])

    @rule()
    def look_into_the_queues(self) -> None:
        for state in ("submitted", "returned", "accepted"):
            expected = [receipt for receipt, its in self.states.items() if its == state]
            assert sorted(queue("contact", state=state)) == sorted(expected)

    @rule()
    def count(self) -> None:
        assert stored(self.stack)["heads"] == len(self.versions)

    def teardown(self) -> None:
        """In the end nothing waits, everything is there once, and the newest version holds."""
        swept()
        assert len(items("IDEMPOTENCY")) == len(self.versions)
        placed = items("LIST#")
        assert sorted(item["sk"] for item in placed) == sorted(
            f"LIST#{its}" for its in self.versions
        )
        assert len({item["pk"] for item in placed}) <= 1, "all lists are of one unit"
        for receipt, versions in self.versions.items():
            happened = self.happened[receipt]
            timeline = status(self.kept[receipt])["timeline"]
            assert [step["state"] for step in timeline] == happened
            assert timeline[-1]["version"] == len(versions)
            followed_up = len(happened) - happened.count("returned")
            assert len(items("OUTBOX#", receipt)) == followed_up
            assert listed(receipt) == hashes(LISTS[versions[-1]])


def test_any_story_of_rosters_holds(aws: Stack) -> None:
    Rosters.stack = aws
    run_state_machine_as_test(
        Rosters,
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            phases=(Phase.explicit, Phase.generate),  # a story is short enough to read unshrunk
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
