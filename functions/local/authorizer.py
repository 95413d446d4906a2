"""API Gateway's JWT authorizer on one machine: who passes, and what the handler learns of her.

As the gateway does: only RSA signatures, by a key of the issuer that the token names; the issuer,
the audience (or, where there is none, the client) and the times must be right. Claims reach the
handler as texts.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import urllib3
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

ALGORITHMS: Final = ("RS256", "RS384", "RS512")
DISCOVERY: Final = "/.well-known/openid-configuration"
_SECONDS: Final = 5.0


@dataclass(frozen=True)
class Authorizer:
    """Whose tokens a route takes, and for whom they must have been made."""

    issuer: str
    audience: tuple[str, ...]


class UnauthorizedError(Exception):
    """The token does not pass; the gateway's answer says why, `""` where there is none."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def challenge(self) -> str:
        """The header WWW-Authenticate of the answer."""
        if not self.reason:
            return "Bearer"
        return f'Bearer scope="" error="invalid_token" error_description="{self.reason}"'


class IssuerKeys:
    """The public keys of issuers, asked for once, and again when a token names an unknown one."""

    def __init__(self) -> None:
        self._known: dict[str, KeySet] = {}

    def of(self, issuer: str, *, anew: bool = False) -> KeySet:
        """The keys that an issuer publishes now, or published when it was first asked.

        Raises:
            urllib3.exceptions.HTTPError, KeyError, ValueError: it publishes none.
        """
        if anew or issuer not in self._known:
            metadata = _json(issuer.rstrip("/") + DISCOVERY)
            published: Any = _json(str(metadata["jwks_uri"]))
            self._known[issuer] = KeySet.import_key_set(published)
        return self._known[issuer]


def claims_of(
    authorizer: Authorizer, authorization: str, keys: IssuerKeys, now: datetime
) -> dict[str, str]:
    """The claims of a token that passes, as the handler gets them.

    Args:
        authorizer: what the route asks for.
        authorization: the header, with or without `Bearer`.
        keys: where signatures are looked up.
        now: the moment, with a time zone.

    Raises:
        UnauthorizedError: there is no token, or it does not pass.
    """
    token = authorization.removeprefix("Bearer ").strip()
    if not token:
        raise UnauthorizedError("")
    try:
        read = _verified(token, authorizer.issuer, keys)
    except (JoseError, ValueError, KeyError, urllib3.exceptions.HTTPError) as error:
        raise UnauthorizedError("signature") from error
    if "kid" not in read.header:
        raise UnauthorizedError("kid")
    _check(read.claims, authorizer, int(now.timestamp()))
    return {name: _as_text(value) for name, value in read.claims.items()}


def _verified(token: str, issuer: str, keys: IssuerKeys) -> jwt.Token:
    try:
        return jwt.decode(token, keys.of(issuer), algorithms=ALGORITHMS)
    except InvalidKeyIdError:
        return jwt.decode(token, keys.of(issuer, anew=True), algorithms=ALGORITHMS)


def _check(claims: Mapping[str, Any], authorizer: Authorizer, now: int) -> None:
    audience = claims.get("aud", claims.get("client_id"))
    meant_for = audience if isinstance(audience, list) else [audience]
    expires, begins, issued = (_seconds(claims.get(name)) for name in ("exp", "nbf", "iat"))
    wrong = {
        "issuer": claims.get("iss") != authorizer.issuer,
        "audience": not set(authorizer.audience) & {each for each in meant_for if each},
        "the token has expired": expires is None or expires <= now,
        "the token is not valid yet": max(begins or 0, issued or 0) > now,
    }
    for reason, is_wrong in wrong.items():
        if is_wrong:
            raise UnauthorizedError(reason)


def _seconds(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number else None  # type: ignore[arg-type]


def _as_text(value: object) -> str:
    """A claim as the gateway hands it on: lists as `[one two]`, numbers as texts."""
    match value:
        case str():
            return value
        case list():
            return f"[{' '.join(map(_as_text, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _json(url: str) -> dict[str, Any]:
    answer = urllib3.request("GET", url, timeout=_SECONDS, retries=False)
    read: dict[str, Any] = answer.json()
    return read
