"""The work that public routes ask for: what a proof must say, how long and how often it opens."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any, Final

import altcha
import pytest

from functions.local.proofs import solved
from functions.platform import aws as clients
from functions.platform import clock, proof_of_work
from functions.platform.environment import environment
from functions.platform.problems import Problem
from tests.functional.requests_to_api import Answer, call, code_of, solved_challenge
from tests.functional.rosters_requests import PEOPLE, new_key, rows_of, submission

pytestmark = pytest.mark.usefixtures("aws")

NOW: Final = clock.now()
SECOND: Final = timedelta(seconds=1)


def altered(proof: str, change: Callable[[dict[str, Any]], None]) -> str:
    """The same proof with something else in it."""
    payload = altcha.Payload.from_base64(proof).to_dict()
    change(payload)
    return altcha.Payload.from_dict(payload).to_base64()


def solved_at(moment: datetime) -> str:
    """A solved challenge that was given out at this moment."""
    return solved(proof_of_work.new_challenge(moment))


WITH_WORK: Final[list[tuple[str, str, object]]] = [
    ("POST", "/api/rosters", submission(rows=rows_of(PEOPLE))),
    ("PUT", "/api/rosters/AK-2026-000000", submission(rows=rows_of(PEOPLE))),
    ("GET", "/api/rosters/AK-2026-000000", None),
    ("GET", "/api/rosters/AK-2026-000000/form", None),
    ("POST", "/api/rosters/verify", {"receipt": "AK-2026-000000", "check_text": "0"}),
]


@pytest.mark.parametrize(("method", "path", "body"), WITH_WORK)
@pytest.mark.parametrize(
    ("proof", "code"),
    [
        ("", "proof.missing"),
        ("nonsense", "proof.invalid"),
        ("e30=", "proof.invalid"),
        ("W10=", "proof.invalid"),
        ("/w==", "proof.invalid"),
        ("eyJjaGFsbGVuZ2UiOnsicGFyYW1ldGVycyI6ImEifX0=", "proof.invalid"),
        ("A" * (proof_of_work.MAX_LENGTH + 1), "proof.invalid"),
    ],
)
def test_a_route_asks_for_work(method: str, path: str, body: object, proof: str, code: str) -> None:
    refused = call(
        method, path, body, idempotency_key=new_key(), if_match='"1"', x_proof_of_work=proof
    )
    assert code_of(refused) == (428, code)
    assert "刷新" in refused.body["detail"]


@pytest.mark.parametrize(
    "change",
    [
        lambda it: it["challenge"]["parameters"].update(cost=0),
        lambda it: it["challenge"]["parameters"].update(keyPrefix="00"),
        lambda it: it["challenge"]["parameters"].update(nonce="00" * 16),
        lambda it: it["challenge"]["parameters"].update(expiresAt=4_000_000_000),
        lambda it: it["challenge"]["parameters"].pop("keySignature"),
        lambda it: it["challenge"].pop("signature"),
        lambda it: it["challenge"].update(signature="00" * 32),
        lambda it: it["solution"].update(derivedKey="00" * 32),
        lambda it: it["solution"].update(derivedKey=None),
    ],
)
def test_a_forged_proof_opens_nothing(change: Callable[[dict[str, Any]], None]) -> None:
    with pytest.raises(Problem, match=r"proof\.invalid"):
        proof_of_work.redeem(altered(solved_challenge(), change), NOW)


@pytest.mark.parametrize(("age", "is_taken"), [(-SECOND * 5, True), (SECOND * 2, False)])
def test_a_proof_is_good_for_its_lifetime(age: timedelta, *, is_taken: bool) -> None:
    given = clock.now() - proof_of_work.LIFETIME - age
    answer = submit_with(solved_at(given))
    assert answer.status == (201 if is_taken else 428)


def submit_with(proof: str, key: str | None = None) -> Answer:
    body = submission(rows=rows_of(PEOPLE))
    key = key or new_key()
    return call("POST", "/api/rosters", body, idempotency_key=key, x_proof_of_work=proof)


def test_a_proof_is_good_once() -> None:
    proof = solved_challenge()
    assert submit_with(proof).status == 201
    assert code_of(submit_with(proof)) == (428, "proof.invalid")


def test_a_proof_is_good_once_also_for_many_at_the_same_time() -> None:
    proof = solved_challenge()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: submit_with(proof), range(8)))
    assert sorted(each.status for each in answers) == [201] + [428] * 7


def test_a_submission_that_was_answered_is_answered_again_whatever_its_proof() -> None:
    key, proof = new_key(), solved_challenge()
    first = submit_with(proof, key)
    assert first.status == 201
    for again in (proof, "", "nonsense", solved_challenge()):
        assert submit_with(again, key) == first


def test_a_proof_whose_answer_was_lost_on_the_way_is_still_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put = clients.dynamodb().put_item

    def put_twice(**request: Any) -> Any:  # what botocore does after a time-out
        put(**request)
        return put(**request)

    monkeypatch.setattr(clients.dynamodb(), "put_item", put_twice)
    proof_of_work.redeem(solved_challenge(), NOW)


def test_a_challenge_says_what_altcha_expects_and_is_not_kept_by_caches() -> None:
    given = call("GET", "/api/challenges")
    assert given.status == 200
    assert given.headers["Cache-Control"] == "no-store"
    assert given.body["parameters"]["cost"] == environment().proof_of_work_cost
    assert given.body != call("GET", "/api/challenges").body
