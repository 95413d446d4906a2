"""How many calls to AWS a submission makes, for lists of different lengths."""

from http import HTTPStatus
from typing import Final

from functions.local import samples
from tests.functional.rosters_requests import TODAY, as_bytes, new_key, submit, uploaded
from tests.functional.wire import wire

LISTS: Final = (1, 10, 100)


def per_submission() -> dict[int, int]:
    """The calls of one submission of an upload, by the number of its people."""
    return {people: _calls_for(people) for people in LISTS}


def _calls_for(people: int) -> int:
    upload_id = uploaded(as_bytes(samples.people(people, seed=9, today=TODAY)))
    with wire() as counted:
        answer = submit(new_key(), upload_id=upload_id)
    assert answer.status == HTTPStatus.CREATED
    return counted.sent
