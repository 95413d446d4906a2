"""Which tokens let somebody in at the desk, and which must not."""

import pytest
import requests

from functions.local.mock_issuer import MockIssuer
from tests.functional.forged_tokens import REFUSED, TAKEN, Forge
from tests.functional.requests_to_api import call
from tests.functional.staff_requests import ME, bearer, claims, me


@pytest.mark.parametrize("forge", REFUSED.values(), ids=REFUSED.keys())
def test_a_token_that_must_not_pass_gets_the_gateway_s_refusal(
    api_url: str, issuer: MockIssuer, forge: Forge
) -> None:
    token = forge(issuer)
    headers = {"Authorization": f"Bearer {token}".encode()} if token else {}
    answer = requests.get(api_url + ME, headers=headers, timeout=30)
    assert (answer.status_code, answer.json()) == (401, {"message": "Unauthorized"})
    challenge = answer.headers["WWW-Authenticate"]
    assert challenge.startswith("Bearer")
    assert ("invalid_token" in challenge) == bool(token)


@pytest.mark.parametrize("forge", TAKEN.values(), ids=TAKEN.keys())
def test_a_token_of_the_issuer_passes(api_url: str, issuer: MockIssuer, forge: Forge) -> None:
    assert me(api_url, bearer(forge(issuer))).json()["roles"] == ["admin"]


def test_a_token_passes_without_the_word_bearer_too(api_url: str, issuer: MockIssuer) -> None:
    token = issuer.token(claims("admin", issuer))
    assert me(api_url, {"Authorization": token}).status_code == 200


def test_the_other_routes_ask_for_no_token(api_url: str) -> None:
    assert requests.get(f"{api_url}/api/health", timeout=30).status_code == 200


def test_the_handler_trusts_no_gateway_that_let_somebody_in_without_a_token() -> None:
    answer = call("GET", ME)
    assert (answer.status, answer.body["code"]) == (401, "staff.signed_out")
