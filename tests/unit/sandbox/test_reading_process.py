"""Whatever a request does to its fork, the next one is answered."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from functions.platform.sandbox.process import Died, ReadingProcess
from shared_rules.findings import RuleError
from tests.unit.sandbox.odd_jobs import LIMITS


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    running = ReadingProcess("tests.unit.sandbox.odd_jobs")
    yield running
    running._end()


@pytest.mark.parametrize("size", [0, 1, 70_000, LIMITS.memory // 16])
def test_an_answer_comes_back_whole(process: ReadingProcess, size: int) -> None:
    assert process.ask(b"x" * size) == b"x" * size


@pytest.mark.parametrize(
    ("request_", "failed"),
    [
        ("busy", False),
        ("asleep", False),
        ("no memory", False),
        ("full", False),
        ("too long", False),
        ("crash", False),
        ("fault", True),
    ],
)
def test_what_does_not_end_well_is_told_and_the_next_one_is_answered(
    process: ReadingProcess, request_: str, failed: bool
) -> None:
    with pytest.raises(Died) as caught:
        process.ask(request_.encode())
    assert caught.value.failed is failed
    assert process.ask(b"next") == b"next"


def test_the_longest_answer_comes_back_whole(process: ReadingProcess) -> None:
    assert len(process.ask(b"longest")) == LIMITS.answer - 1


def test_a_refusal_comes_back_with_what_its_sentence_needs(process: ReadingProcess) -> None:
    with pytest.raises(RuleError) as caught:
        process.ask(b"refuse")
    assert (caught.value.code, caught.value.params) == ("upload.unknown", {"place": "here"})


def test_what_a_library_prints_is_no_answer(process: ReadingProcess) -> None:
    assert process.ask(b"print") == b"print"
    assert process.ask(b"next") == b"next"


def test_a_process_that_is_gone_is_started_again(process: ReadingProcess) -> None:
    first = process.ask(b"parent")
    os.kill(int(first), signal.SIGKILL)
    assert process.ask(b"parent") not in (first, b"")


def test_requests_at_the_same_time_get_their_own_answers(process: ReadingProcess) -> None:
    requests = [b"%d" % number * number for number in range(1, 9)]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(process.ask, requests)) == requests


def test_the_process_has_no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("LANG", "C.UTF-8")
    started_now = ReadingProcess("tests.unit.sandbox.odd_jobs")
    names = started_now.ask(b"environment")
    started_now._end()
    assert b"LANG" in names
    assert b"AWS" not in names
