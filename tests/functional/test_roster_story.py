"""Any order of what units and desk do with lists holds, beside a model of their states."""

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
from tests.conftest import empty_storage
from tests.functional.requests_to_api import call
from tests.functional.rosters_doors import (
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
from tests.functional.staff_doors import accept, queue, send_back

LISTS = [PEOPLE[:1], PEOPLE[:3], PEOPLE[2:]]


class Rosters(RuleBasedStateMachine):
    """The service beside a model of it: each receipt with the lists that it has held."""

    uploads = Bundle("uploads")
    submissions = Bundle("submissions")
    stack: Stack

    @initialize()
    def begin(self) -> None:
        empty_storage()
        self.versions: dict[str, list[int]] = {}
        self.states: dict[str, str] = {}
        self.revisions: dict[str, int] = {}

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

    def _submitted(self, which: int, **content: Any) -> dict[str, Any]:
        key = new_key()
        answer = submit(key, **content)
        assert answer.status == 201
        assert answer.body["receipt"] not in self.versions
        self.versions[answer.body["receipt"]] = [which]
        self._moved(answer.body["receipt"], "submitted", 1)
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
        answer = correct(kept, len(versions) - late, rows=rows_of(LISTS[which]))
        repeated = late and len(versions) > 1 and versions[-1] == which
        refused = 409 if state == "accepted" else 412 if late else 200
        assert answer.status == (200 if repeated else refused)
        if answer.status == 200 and not repeated:
            versions.append(which)
            self._moved(kept["receipt"], "submitted", self.revisions[kept["receipt"]] + 1)

    @rule(submission=submissions, late=st.booleans(), accepting=st.booleans())
    def decide(self, submission: dict[str, Any], late: bool, accepting: bool) -> None:
        receipt = submission["answer"].body["receipt"]
        revision, state = self.revisions[receipt] - late, self.states[receipt]
        answer = accept(receipt, revision) if accepting else send_back(receipt, revision)
        decided = "accepted" if accepting else "returned"
        if late:
            assert answer.status == (200 if state == decided else 412)
            return
        assert answer.status == (200 if state == "submitted" else 409)
        if answer.status == 200:
            self._moved(receipt, decided, revision + 1)

    def _moved(self, receipt: str, state: str, revision: int) -> None:
        self.states[receipt], self.revisions[receipt] = state, revision

    @rule(submission=submissions)
    def look_up(self, submission: dict[str, Any]) -> None:
        kept = submission["answer"].body
        versions = self.versions[kept["receipt"]]
        seen = status(kept)
        assert (seen["version"], seen["state"]) == (len(versions), self.states[kept["receipt"]])
        assert len(seen["timeline"]) == self.revisions[kept["receipt"]]
        assert printed(kept) == rows_of(LISTS[versions[-1]])

    @rule()
    def look_into_the_queues(self) -> None:
        for state in ("submitted", "returned", "accepted"):
            expected = [receipt for receipt, its in self.states.items() if its == state]
            assert sorted(queue("contact", state=state)) == sorted(expected)

    @rule()
    def count(self) -> None:
        assert stored(self.stack)["heads"] == len(self.versions)


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
