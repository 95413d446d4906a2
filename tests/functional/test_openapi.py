"""Whatever is sent to the API, within or against its document: no 5xx and no undeclared answer.

Of each operation something is sent that it does, and the same with one part made up: made-up
requests alone hardly pass the first check, and would show nothing of what comes after it.
"""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Final

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from functions.info.handler import OPENAPI_FILE
from functions.local.mock_issuer import MockIssuer
from tests.functional.asking import session
from tests.functional.canaries import ROUTES, Route
from tests.functional.right import headers_of_now
from tests.functional.right_requests import RIGHT
from tests.functional.staff_requests import bearer, claims
from tests.made_up_requests import ANSWERED_WELL

Case = schemathesis.Case[Any]
API: Final = schemathesis.openapi.from_dict(json.loads(OPENAPI_FILE.read_text(encoding="utf-8")))
CHECKS: Final = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]
PARTS: Final = ("path_parameters", "query", "headers", "body")
GENERATED: Final = settings(
    max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@pytest.mark.usefixtures("starts_put_back")
@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_every_answer_is_a_declared_one(
    route: Route,
    api_url: str,
    issuer: MockIssuer,
    record_property: Callable[[str, object], None],
) -> None:
    operation = API[route.path][route.method]
    signed_in = bearer(issuer.token(claims("admin", issuer))) if route.is_desk else {}
    answered = Counter[int]()

    def ask(case: Case) -> None:
        answer = case.call(api_url, session, headers=signed_in)
        case.validate_response(answer, checks=CHECKS)
        answered[answer.status_code // 100] += 1

    right = asdict(RIGHT[str(route)]())

    def right_case() -> Case:
        headers = right["headers"] | headers_of_now(route.named("header"))
        body = {} if route.body is None else {"body": right["body"]}
        return operation.Case(
            path_parameters=right["path_parameters"],
            query=right["query"],
            headers=headers,
            media_type="application/json" if body else None,
            **body,
        )

    @GENERATED
    @given(made_up=operation.as_strategy(), nearly=st.booleans(), data=st.data())
    def ask_what_is_made_up(made_up: Case, nearly: bool, data: st.DataObject) -> None:
        ask(_nearly(right_case(), made_up, data) if nearly else made_up)

    ask_what_is_made_up()
    ask(right_case())
    record_property(ANSWERED_WELL, f"{answered[2]} of {answered.total()}")
    assert answered[2], f"none was answered with a 2xx: {dict(answered)}"


def _nearly(right: Case, made_up: Case, data: st.DataObject) -> Case:
    """A right request in which one part, or one field of one, is another's."""
    part = data.draw(st.sampled_from(PARTS))
    theirs, ours = getattr(made_up, part), getattr(right, part)
    if isinstance(theirs, dict) and isinstance(ours, dict) and theirs:
        name = data.draw(st.sampled_from(sorted(theirs)))
        setattr(right, part, {**ours, name: theirs[name]})
    elif part == "body" and made_up.media_type:
        right.body = theirs
    return right
