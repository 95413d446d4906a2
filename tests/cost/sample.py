"""One of each thing that is done in a year, done on the emulator and counted."""

import json
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from typing import Final

from functions.local import samples
from functions.local.stack import Stack
from functions.platform import clock
from functions.records.outbox import LEASE
from functions.worker import service
from shared_rules.claim.papers import KINDS
from tests import storage
from tests.cost import year
from tests.cost.counting import Work, counted
from tests.functional import claims_requests
from tests.functional.follow_up_deliveries import CONTEXT
from tests.functional.requests_to_api import event, send, solved_challenge
from tests.functional.right import Make, Right
from tests.functional.right_requests import RIGHT
from tests.functional.rosters_requests import (
    TODAY,
    as_bytes,
    bearer,
    new_key,
    submission,
    submit,
    uploaded,
)
from tests.functional.staff_requests import ROLES, passed
from tests.unit.papers.paper_files import jpeg, picture

PEOPLE: Final = samples.people(year.PEOPLE_A_LIST, seed=9, today=TODAY)


@dataclass(frozen=True)
class Done:
    """What one of something took, and which function did it."""

    function: str
    work: Work
    sent_bytes: int = 0


def _list() -> dict[str, str]:
    return {"upload_id": uploaded(as_bytes(PEOPLE))}


def _photo() -> bytes:
    """Noise of so few dots has about as many bytes as a paper's photo."""
    return jpeg(picture(1600, 1200))


# Of a list as long as the usual one, where its length counts.
_LONGER: Final[dict[str, Make]] = {
    "POST /api/rosters/check": lambda: Right(_list()),
    "POST /api/rosters/marked-up": lambda: Right(_list()),
    "POST /api/rosters": lambda: Right(submission(**_list())),
    "GET /api/rosters/{receipt}/form": lambda: _holder(submit(new_key(), **_list()).body),
    "POST /api/claims/documents/check": lambda: Right(
        {"upload_id": claims_requests.paper(_photo())}
    ),
}


def _holder(kept: dict[str, str]) -> Right:
    return Right(
        path_parameters={"receipt": kept["receipt"]}, headers={"Authorization": bearer(kept)}
    )


def route(stack: Stack, name: str) -> Done:
    """One call of a route, which it answers well.

    Raises:
        RuntimeError: it does not.
    """
    storage.empty()
    right = (RIGHT | _LONGER)[name]()
    method, path = name.split()
    headers = {
        **right.headers,
        "x-proof-of-work": solved_challenge(),
        "idempotency-key": new_key(),
    }
    text = None if right.body is None else json.dumps(right.body)
    request = event(method, path.format(**right.path_parameters), text, headers)
    request["queryStringParameters"] = right.query
    if path.startswith("/api/staff/"):
        request = passed(request, {"sub": "admin", "name": "演示", "roles": ROLES["admin"]})
    with counted() as work:
        answer = send(request)
    if answer.status >= 300:
        raise RuntimeError(f"{name}: {answer.status} {answer.body}")
    return Done(_function_of(stack, name), work, answer.sent_bytes)


def _function_of(stack: Stack, name: str) -> str:
    method, path = name.split()
    [found] = [
        function.name
        for function in stack.functions
        for each in function.routes
        if (each.method, each.path) == (method, path)
    ]
    return found


def followed_up(kind: str) -> Done:
    """What follows one list, or one claim with a photo of each paper."""
    storage.empty()
    if kind == "list":
        submit(new_key(), **_list())
    else:
        papers = [{"kind": each, "upload_id": claims_requests.paper(_photo())} for each in KINDS]
        claims_requests.submit(claims_requests.new_key(), documents=papers)
    with counted() as work:
        service.sweep(clock.now() + LEASE, timedelta(0))
    return Done("FollowUpFunction", work)


def scheduled(stack: Stack, name: str) -> Done:
    """One run of what a schedule calls, where there is little to do."""
    [function] = [each for each in stack.functions if each.name == name]
    module, _, handler = function.handler.rpartition(".")
    run = getattr(import_module(module), handler)
    with counted() as work:
        run({}, CONTEXT)
    return Done(name, work)
