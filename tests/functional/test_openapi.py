"""Whatever is sent to the API, within or against its document: no 5xx and no undeclared answer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from functions.info.handler import OPENAPI_FILE
from functions.local.mock_issuer import MockIssuer
from functions.local.server import serve
from functions.local.stack import Stack
from tests.functional.staff_doors import bearer, claims

API = schemathesis.openapi.from_dict(json.loads(OPENAPI_FILE.read_text(encoding="utf-8")))
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]


@pytest.fixture(scope="module")
def api_url(emulated_aws: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(emulated_aws, Path(tmp_path_factory.mktemp("no-site"))) as product:
        yield product.url


@API.parametrize()
@pytest.mark.parametrize("role", ["admin"])
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_a_declared_one(
    case: schemathesis.Case[Any], api_url: str, issuer: MockIssuer, role: str
) -> None:
    signed_in = bearer(issuer.token(claims(role, issuer)))
    headers = signed_in if case.path.startswith("/api/staff/") else {}
    answer = case.call(base_url=api_url, headers=headers)
    case.validate_response(answer, checks=CHECKS)
