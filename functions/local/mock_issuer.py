"""The OIDC issuer of this machine: a page that says that it is a mock, with a button for each role.

oidc-provider-mock issues the tokens. Added is what a page without a secret needs: it may ask from
another origin, needs no secret, and proves by PKCE (RFC 7636) that the code was given to it; and
that tokens name their key, which API Gateway asks for.
"""

import base64
import hashlib
import hmac
import json
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urlsplit

from flask import Flask, Response, g, request
from flask_cors import CORS
from jinja2 import ChoiceLoader, FileSystemLoader
from joserfc import jwt
from joserfc.jwk import RSAKey

from functions.local.emulator import listening
from functions.records import industries
from functions.staff.people import ROLE_PREFIX

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

PAGES: Final = Path(__file__).with_name("mock_issuer_pages")
LIFETIME: Final = timedelta(hours=8)  # of a token: a day at the desk
AUTHORIZE_PATH: Final = "/oauth2/authorize"
TOKEN_PATH: Final = "/oauth2/token"  # noqa: S105


@dataclass(frozen=True)
class MockUser:
    """Somebody invented; `subject` is what her button sends."""

    subject: str
    name: str
    role: str
    says: str


USERS: Final = (
    MockUser("helan", "演示对接人甲", "contact:xingqing-helan", "对接人：兴庆区、贺兰县"),
    MockUser("shizuishan", "演示对接人乙", "contact:shizuishan", "对接人：石嘴山市"),
    MockUser("claims-1", "演示理赔员甲", "claims", "理赔人员（第一人）"),
    MockUser("claims-2", "演示理赔员乙", "claims", "理赔人员（第二人）"),
    MockUser("federation", "演示总工会", "federation", "总工会：全区，只看，姓名和证件号遮住"),
    MockUser("area", "演示市总工会", "area:640200", "石嘴山市总工会：只看本市的汇总"),
    MockUser(
        "privacy", "演示个人信息保护", "privacy", "个人信息办理人员：查一个人，做副本，提出删除"
    ),
    *(
        MockUser(
            f"industry-{code}", f"演示{each.name}", f"industry:{code}", f"{each.name}：只看汇总"
        )
        for code, each in industries.every().items()
    ),
    MockUser("admin", "演示管理员", "admin", "管理员：全区，可以办理"),
)


@dataclass(frozen=True)
class MockIssuer:
    """The issuer's address, and the key that it signs with, by which tests make tokens."""

    url: str
    key: RSAKey

    def token(self, claims: dict[str, Any]) -> str:
        """A token that this issuer signed."""
        return _signed(self.key, claims)


@contextmanager
def mock_issuer(port: int = 0) -> Iterator[MockIssuer]:
    """Run the issuer until the block ends, on `port` (0: any free one).

    Raises:
        PortTakenError: the port is in use.
    """
    app = _app()
    key = _key(app)
    app.after_request(partial(_name_key, key))
    with listening(app, port) as url:
        yield MockIssuer(url, key)


def _app() -> Flask:
    with warnings.catch_warnings():
        import authlib.deprecate  # noqa: PLC0415, F401 - has its warnings shown, always

        warnings.simplefilter("ignore")
        import oidc_provider_mock  # noqa: PLC0415

    logging.getLogger(oidc_provider_mock.__name__).setLevel(logging.ERROR)
    users = [
        oidc_provider_mock.User(
            sub=user.subject,
            claims={"name": user.name, "roles": [ROLE_PREFIX + user.role]},
        )
        for user in USERS
    ]
    app: Flask = oidc_provider_mock.app(
        user_claims=users, issue_refresh_token=False, access_token_max_age=LIFETIME
    )
    app.jinja_loader = ChoiceLoader([FileSystemLoader(PAGES), *filter(None, [app.jinja_loader])])
    app.jinja_env.globals["users"] = {user.subject: user for user in USERS}
    clients = _PublicClients()
    app.before_request(clients.check)
    app.after_request(clients.remember)
    CORS(app)
    return app


def _key(app: Flask) -> RSAKey:
    with app.test_request_context("/"):
        app.preprocess_request()
        made = g.oidc_provider_mock_storage.jwk.as_dict(is_private=True)
    return RSAKey.import_key(made)


def _signed(key: RSAKey, claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)


def _name_key(key: RSAKey, response: Response) -> Response:
    """The answer with an ID token that says which key has signed it."""
    answer = response.get_json(silent=True) if request.path == TOKEN_PATH else None
    if answer and "id_token" in answer:
        answer["id_token"] = _signed(key, jwt.decode(answer["id_token"], key).claims)
        response.set_data(json.dumps(answer))
    return response


class _PublicClients:
    """Clients without a secret: they know the verifier of the challenge that they began with."""

    def __init__(self) -> None:
        self._challenges: dict[str, str] = {}

    def remember(self, response: Response) -> Response:
        """Keep the challenge with the code that was given."""
        if request.path == AUTHORIZE_PATH and response.location:
            for code in parse_qs(urlsplit(response.location).query).get("code", []):
                self._challenges[code] = request.args.get("code_challenge", "")
        return response

    def check(self) -> "ResponseReturnValue | None":
        """Refuse a code without its verifier; otherwise bring the secret that the mock asks for."""
        if request.path != TOKEN_PATH or request.method != "POST":
            return None
        expected = self._challenges.pop(request.form.get("code", ""), "")
        if not hmac.compare_digest(expected, _challenge(request.form.get("code_verifier", ""))):
            refusal = {"error": "invalid_grant", "error_description": "PKCE: wrong code_verifier"}
            return Response(json.dumps(refusal), 400, content_type="application/json")
        secret = base64.b64encode(f"{request.form.get('client_id', '')}:any".encode()).decode()
        request.environ["HTTP_AUTHORIZATION"] = f"Basic {secret}"
        return None


def _challenge(verifier: str) -> str:
    """The S256 challenge of a verifier."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
