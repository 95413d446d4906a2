"""Tokens of the desk's people, and what they ask the local gateway."""

import base64
import hmac
import json
from typing import Any, Final

import requests

from functions.common import clock
from functions.local.mock_issuer import MockIssuer

AUDIENCE: Final = "ankangbao-desk"  # the default of template.yaml
HER_COUNTY: Final = "贺兰县"
OTHER_COUNTY: Final = "平罗县"
ROLES: Final[dict[str, list[str]]] = {
    "contact": ["contact:xingqing-helan"],
    "other contact": ["contact:shizuishan"],
    "claims": ["claims"],
    "federation": ["federation"],
    "admin": ["admin"],
    "nobody": ["contact:nowhere", "root"],
}


def claims(role: str, issuer: MockIssuer, **changes: Any) -> dict[str, Any]:
    """What a token of this role says; None leaves a claim out."""
    now = int(clock.now().timestamp())
    usual = {
        "iss": issuer.url,
        "aud": [AUDIENCE],
        "sub": role,
        "name": f"演示 {role}",
        "roles": ROLES[role],
        "iat": now,
        "exp": now + 600,
    }
    return {name: value for name, value in (usual | changes).items() if value is not None}


def bearer(token: str) -> dict[str, str]:
    """The header that brings a token."""
    return {"Authorization": f"Bearer {token}"}


def unsigned(said: dict[str, Any]) -> str:
    """A token that says that it needs no signature."""
    return f"{_encoded({'alg': 'none', 'typ': 'JWT'})}.{_encoded(said)}."


def signed_with_public_key(said: dict[str, Any], issuer: MockIssuer) -> str:
    """A token that takes the issuer's public key for a secret that both know."""
    text = f"{_encoded({'alg': 'HS256', 'typ': 'JWT', 'kid': issuer.key.kid})}.{_encoded(said)}"
    return (
        f"{text}.{_base64(hmac.digest(issuer.key.as_pem(private=False), text.encode(), 'sha256'))}"
    )


def _encoded(part: dict[str, Any]) -> str:
    return _base64(json.dumps(part).encode())


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def ask(
    url: str, method: str, path: str, headers: dict[str, str], body: Any = None
) -> requests.Response:
    """Ask the gateway."""
    return requests.request(method, url + path, headers=headers, json=body, timeout=30)
