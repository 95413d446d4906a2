"""Tokens for the desk: as its issuer signs them, and as somebody else would like them."""

from collections.abc import Callable
from typing import Any, Final

from joserfc import jwt
from joserfc.jwk import RSAKey

from functions.local.mock_issuer import MockIssuer
from tests.functional.staff_requests import claims, signed_with_public_key, unsigned

OTHER_KEY: Final = RSAKey.generate_key(auto_kid=True)
Forge = Callable[[MockIssuer], str]


def said(**changes: Any) -> Forge:
    """A token that the issuer signed, saying something else than usual."""
    return lambda issuer: issuer.token(claims("admin", issuer, **changes))


def signed(key_of: Callable[[MockIssuer], Any], **header: Any) -> Forge:
    """A token with the usual claims that somebody else signed, or in another way."""

    def forge(issuer: MockIssuer) -> str:
        head = {"kid": issuer.key.kid, **header}
        kept = {name: value for name, value in head.items() if value is not None}
        algorithm = str(header["alg"])
        return jwt.encode(kept, claims("admin", issuer), key_of(issuer), algorithms=[algorithm])

    return forge


def cut(issuer: MockIssuer) -> str:
    return issuer.token(claims("admin", issuer)).rpartition(".")[0] + "."


def altered(issuer: MockIssuer) -> str:
    head, _, signature = issuer.token(claims("federation", issuer)).split(".")
    body = issuer.token(claims("admin", issuer)).split(".")[1]
    return f"{head}.{body}.{signature}"


REFUSED: Final[dict[str, Forge]] = {
    "none": lambda _: "",
    "no token": lambda _: "nonsense",
    "three parts of nothing": lambda _: "..",
    "not ASCII": lambda _: "é.é.é",
    "expired": said(exp=1),
    "without an end": said(exp=None),
    "an end that is a text": said(exp="4000000000"),
    "not valid yet": said(nbf=4_000_000_000),
    "issued in the future": said(iat=4_000_000_000),
    "wrong issuer": said(iss="https://elsewhere.example"),
    "no issuer": said(iss=None),
    "issuer with a slash": lambda it: it.token(claims("admin", it, iss=f"{it.url}/")),
    "wrong audience": said(aud="another-client"),
    "audience of others": said(aud=["another-client", "and-another"]),
    "no audience": said(aud=None),
    "audience before client": said(aud="another-client", client_id="ankangbao-desk"),
    "alg none": lambda it: unsigned(claims("admin", it)),
    "alg none with a signature": lambda it: unsigned(claims("admin", it)) + "c2ln",
    "HS256 with the public key": lambda it: signed_with_public_key(claims("admin", it), it),
    "another key": signed(lambda _: OTHER_KEY, alg="RS256"),
    "an unknown key": signed(lambda _: OTHER_KEY, alg="RS256", kid=OTHER_KEY.kid),
    "no key named": signed(lambda it: it.key, alg="RS256", kid=None),
    "an algorithm that the gateway lacks": signed(lambda it: it.key, alg="PS256"),
    "cut": cut,
    "altered": altered,
}
TAKEN: Final[dict[str, Forge]] = {
    "usual": said(),
    "one audience": said(aud="ankangbao-desk"),
    "one of several audiences": said(aud=["x", "ankangbao-desk"]),
    "the client, without an audience": said(aud=None, client_id="ankangbao-desk"),
    "valid since long": said(nbf=1, iat=1),
    "RS512": signed(lambda it: it.key, alg="RS512"),
}
