"""What was acknowledged stays: also where it came several times at once, and weeks have passed.

Each test sends the same from several threads, behind the route, as a Lambda takes one event at a
time; then the template's lifecycle rules are carried out, and everything must still be read.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

from botocore.exceptions import BotoCoreError

from functions.claims import service as claims
from functions.claims.models import ClaimSubmitRequest, SupplementRequest
from functions.local.stack import Stack
from functions.platform import objects
from functions.platform.clock import now
from functions.platform.problems import Problem
from functions.rosters import service as rosters
from functions.rosters.models import RosterSubmitRequest
from tests.functional import claims_requests
from tests.functional.follow_up_deliveries import items, swept
from tests.functional.lifecycle import A_FORTNIGHT, assert_all_is_kept, pass_days
from tests.functional.requests_to_api import solved_challenge
from tests.functional.rosters_requests import (
    PEOPLE,
    as_bytes,
    new_key,
    printed,
    rows_of,
    submission,
    submit,
    uploaded,
)

AT_ONCE = 6
Got = TypeVar("Got")


def several_times(act: Callable[[str], Got]) -> list[Got]:
    """What those got who were answered; the others would be told to send it again."""
    proofs = [solved_challenge() for _ in range(AT_ONCE)]

    def send(proof: str) -> Got | None:
        with suppress(BotoCoreError, Problem):
            return act(proof)
        return None

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answered = [each for each in pool.map(send, proofs) if each is not None]
    assert answered
    return answered


def test_a_list_that_came_several_times_at_once_is_read_weeks_later(aws: Stack) -> None:
    key = new_key()
    request = RosterSubmitRequest.model_validate(submission(upload_id=uploaded(as_bytes(PEOPLE))))
    kept = several_times(lambda proof: rosters.submit(request, key, proof, now()))[0]
    assert_all_is_kept()
    assert printed(kept.model_dump()) == rows_of(PEOPLE)


def test_a_correction_that_came_several_times_at_once_is_read_weeks_later(aws: Stack) -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    request = RosterSubmitRequest.model_validate(
        submission(upload_id=uploaded(as_bytes(PEOPLE[1:])))
    )
    receipt, code = kept["receipt"], kept["access_code"]
    several_times(lambda _: rosters.correct(receipt, code, 1, request, now()))
    assert_all_is_kept()
    assert printed(kept) == rows_of(PEOPLE[1:])


def test_a_claim_and_its_papers_that_came_several_times_at_once_are_read_weeks_later(
    aws: Stack,
) -> None:
    key, documents = claims_requests.new_key(), claims_requests.papers("policy", "pathology")
    request = ClaimSubmitRequest.model_validate(claims_requests.report(documents=documents))
    kept = several_times(lambda proof: claims.submit(request, key, proof, now()))[0]
    more = SupplementRequest.model_validate({"documents": claims_requests.papers("diagnosis")})
    several_times(lambda _: claims.supplement(kept.receipt, kept.access_code, more, now()))
    assert_all_is_kept()
    swept()
    assert_all_is_kept()
    documents_of_it = claims_requests.status(kept.model_dump())["documents"]
    assert len(documents_of_it) == len(items("DOCUMENT#", kept.receipt)) == 3


def test_what_is_written_twice_is_one_object_and_what_differs_are_two(aws: Stack) -> None:
    one, again, other = (
        objects.put("rosters/x", data, "text/plain") for data in (b"1", b"1", b"2")
    )
    assert one == again != other
    assert pass_days(A_FORTNIGHT) == 0
    assert (objects.get(one), objects.get(other)) == (b"1", b"2")
