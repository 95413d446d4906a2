"""No list takes the function's memory or time, whatever its file or its text holds."""

import json
import subprocess
import sys
from typing import Any, Final

import pytest

from functions.local.server import ROOT
from shared_rules.roster.limits import MAX_PASTED_CHARACTERS, MAX_PEOPLE
from tests.functional.hostile_lists import FILES, GROWING
from tests.functional.requests_to_api import event
from tests.functional.rosters_requests import uploaded

pytestmark = pytest.mark.usefixtures("aws")

MOST_MEGABYTES: Final = 512
MOST_SECONDS: Final = 20
MOST_BYTES_OF_AN_ANSWER: Final = 6_000_000


def answered(body: dict[str, Any], path: str) -> dict[str, Any]:
    """What a process of its own says of its answer to a request."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.functional.answering_process"],
        cwd=ROOT,
        input=json.dumps(event("POST", path, json.dumps(body), {})),
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def check_that_little_was_taken(told: dict[str, Any]) -> None:
    assert told["status"] in (200, 422)
    assert told["megabytes"] < MOST_MEGABYTES
    assert told["seconds"] < MOST_SECONDS
    assert told["sent_bytes"] < MOST_BYTES_OF_AN_ANSWER


@pytest.mark.parametrize("name", FILES)
def test_no_file_takes_much(name: str) -> None:
    upload = uploaded(FILES[name]())
    check_that_little_was_taken(answered({"upload_id": upload}, "/api/rosters/check"))


@pytest.mark.parametrize("name", ["as long as may be, and all wrong"])
def test_marking_a_file_does_not_take_much_either(name: str) -> None:
    upload = uploaded(FILES[name]())
    check_that_little_was_taken(answered({"upload_id": upload}, "/api/rosters/marked-up"))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"text": GROWING * MAX_PASTED_CHARACTERS}, id="pasted"),
        pytest.param(
            {"rows": [{"name": GROWING * 60, "id_number": GROWING * 60}] * MAX_PEOPLE}, id="typed"
        ),
    ],
)
def test_no_text_takes_much(body: dict[str, Any]) -> None:
    check_that_little_was_taken(answered(body, "/api/rosters/check"))
