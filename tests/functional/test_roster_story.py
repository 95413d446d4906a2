"""Any order of uploading, checking, submitting, repeating, correcting and looking up holds."""

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
        versions = self.versions[kept["receipt"]]
        answer = correct(kept, len(versions) - late, rows=rows_of(LISTS[which]))
        repeated = late and len(versions) > 1 and versions[-1] == which
        assert answer.status == (200 if repeated or not late else 412)
        if not late:
            versions.append(which)

    @rule(submission=submissions)
    def look_up(self, submission: dict[str, Any]) -> None:
        kept = submission["answer"].body
        versions = self.versions[kept["receipt"]]
        assert status(kept)["version"] == len(versions)
        assert printed(kept) == rows_of(LISTS[versions[-1]])

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
