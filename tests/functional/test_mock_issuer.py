"""The issuer of who tries the desk here: one click signs in, as a real one would."""

import re
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from functions.local.mock_issuer import USERS, MockIssuer
from tests.functional.staff_requests import bearer, me

PAGE: Final = "http://127.0.0.1:8000/desk/"
VERIFIER: Final = "a-verifier-that-only-the-page-knows-0123456789"
CHALLENGE: Final = "o92xDKz2jNtxXkqBq7CzEe-JmG26eCklcTnLSdXvQGk"


def authorize(issuer: MockIssuer, subject: str) -> str:
    """The code that the page gets after the click on a button."""
    asked = {
        "client_id": "ankangbao-desk",
        "redirect_uri": PAGE,
        "response_type": "code",
        "scope": "openid profile",
        "state": "s",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    }
    address = f"{issuer.url}/oauth2/authorize"
    form = requests.get(address, params=asked, timeout=30).text
    assert "演示" in form
    assert "不是真的" in form
    assert f'value="{subject}"' in form
    answer = requests.post(
        address, params=asked, data={"sub": subject}, allow_redirects=False, timeout=30
    )
    assert answer.status_code == 302
    return parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]


def exchange(issuer: MockIssuer, code: str, verifier: str) -> requests.Response:
    asked = {
        "grant_type": "authorization_code",
        "client_id": "ankangbao-desk",
        "redirect_uri": PAGE,
        "code": code,
        "code_verifier": verifier,
    }
    origin = {"Origin": "http://127.0.0.1:8000"}
    return requests.post(f"{issuer.url}/oauth2/token", data=asked, headers=origin, timeout=30)


@pytest.mark.parametrize("user", USERS, ids=lambda user: user.subject)
def test_one_click_signs_in(api_url: str, issuer: MockIssuer, user: Any) -> None:
    asked = requests.get(f"{api_url}/api/sign-in", timeout=30).json()
    assert asked == {
        "issuer": issuer.url,
        "client_id": "ankangbao-desk",
        "scope": "openid profile",
    }
    answer = exchange(issuer, authorize(issuer, user.subject), VERIFIER)
    assert answer.headers["Access-Control-Allow-Origin"]
    seen = me(api_url, bearer(answer.json()["id_token"])).json()
    assert seen["name"] == user.name
    assert seen["roles"] == [user.role.partition(":")[0]]


def test_a_code_is_good_only_for_who_asked_for_it(issuer: MockIssuer) -> None:
    code = authorize(issuer, "admin")
    assert exchange(issuer, code, VERIFIER[:-1]).json()["error"] == "invalid_grant"
    assert exchange(issuer, code, VERIFIER).json()["error"] == "invalid_grant"
    assert exchange(issuer, "never-given", VERIFIER).json()["error"] == "invalid_grant"


def test_the_mock_s_pages_load_nothing_from_elsewhere(issuer: MockIssuer) -> None:
    for path in ("/oauth2/authorize", "/oauth2/end_session", "/"):
        page = requests.get(issuer.url + path, timeout=30).text
        assert not re.search(r"""(src|href)=["']?https?://(?!github)""", page)


def test_the_page_may_ask_the_issuer(api_url: str, issuer: MockIssuer) -> None:
    policy = requests.get(api_url, timeout=30).headers["Content-Security-Policy"]
    [asked] = [part for part in policy.split(";") if part.strip().startswith("connect-src")]
    assert issuer.url in asked.split()
