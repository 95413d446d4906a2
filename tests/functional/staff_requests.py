"""The desk's people: their tokens, and what they ask gateway and handler."""

import base64
import csv
import hmac
import io
import json
import os
import zipfile
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
import requests

from functions.local.mock_issuer import MockIssuer
from functions.platform import clock
from functions.platform.aws import s3
from tests.functional.asking import ask
from tests.functional.requests_to_api import Answer, event, send, turn_clock, uploaded

AUDIENCE: Final = "ankangbao-desk"  # the default of template.yaml
HER_COUNTY: Final = "贺兰县"
OTHER_COUNTY: Final = "平罗县"
ROLES: Final[dict[str, list[str]]] = {
    "contact": ["ankangbao:contact:xingqing-helan"],
    "other contact": ["ankangbao:contact:shizuishan"],
    "area": ["ankangbao:area:640122"],
    "claims": ["ankangbao:claims"],
    "federation": ["ankangbao:federation"],
    "privacy": ["ankangbao:privacy"],
    "admin": ["ankangbao:admin"],
    "nobody": ["ankangbao:contact:nowhere", "ankangbao:root", "Site admin"],
}
ME: Final = "/api/staff/me"


def at(monkeypatch: pytest.MonkeyPatch, today: date) -> None:
    """Have the routes think that it is another day."""
    moment = clock.now().replace(year=today.year, month=today.month, day=today.day)
    turn_clock(monkeypatch, moment)


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


def me(url: str, headers: dict[str, str]) -> requests.Response:
    """Ask the gateway who somebody is here."""
    return ask(url, "GET", ME, headers)


def desk(
    role: str,
    method: str,
    path: str,
    body: object = None,
    *,
    query: dict[str, str] | None = None,
    **headers: str,
) -> Answer:
    """Ask the handler, as the gateway does for who has passed."""
    said = {"sub": role, "name": f"演示 {role}", "roles": ROLES[role]}
    text = None if body is None else json.dumps(body)
    request = event(method, f"/api/staff{path}", text, headers)
    request["queryStringParameters"] = query
    return send(passed(request, said))


def passed(request: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """The request as the gateway hands it on when a token that says this has passed."""
    request["headers"] |= bearer(unsigned(said))
    claims = said | {"roles": f"[{' '.join(said['roles'])}]"}
    request["requestContext"]["authorizer"] = {"jwt": {"claims": claims, "scopes": None}}
    return request


def fetched(url: str) -> bytes:
    """The file behind a link that the desk gave."""
    key = urlsplit(url).path.partition("/desk/")[2]
    found = s3().get_object(Bucket=os.environ["UPLOADS_BUCKET"], Key=f"desk/{key}")
    return found["Body"].read()


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The files in an archive, by their names."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def table_of(data: bytes) -> list[list[str]]:
    """The lines of a CSV file."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def queue(role: str, **query: str) -> list[str]:
    """The receipts of one page of somebody's queue."""
    answer = desk(role, "GET", "/rosters", query=query)
    assert answer.status == 200, answer.body
    return [item["receipt"] for item in answer.body["items"]]


def counted(role: str, state: str, desk_of: str = "rosters") -> int:
    """How many lists, or claims, one of somebody's queues has."""
    counts = desk(role, "GET", f"/{desk_of}/counts").body["counts"]
    return next(int(each["count"]) for each in counts if each["state"] == state)


def found(role: str, q: str, **more: str) -> list[str]:
    """The receipts of one page of the lists that somebody's search finds."""
    answer = desk(role, "POST", "/rosters/search", {"q": q, **more})
    assert answer.status == 200, answer.body
    return [item["receipt"] for item in answer.body["items"]]


def case(role: str, receipt: str) -> dict[str, Any]:
    """A list as somebody sees it."""
    answer = desk(role, "GET", f"/rosters/{receipt}")
    assert answer.status == 200, answer.body
    assert answer.headers["ETag"] == f'"{answer.body["revision"]}"'
    return answer.body


def send_back(receipt: str, revision: object, role: str = "contact", **changes: Any) -> Answer:
    """Return a list."""
    body = {"reasons": [{"text": "第 2 行的工种请写清楚"}]} | changes
    return desk(role, "POST", f"/rosters/{receipt}/return", body, if_match=f'"{revision}"')


def remind(receipt: str, revision: object, role: str = "contact", **changes: Any) -> Answer:
    """Remind a unit of a list that went back."""
    body = {"reason": "两次电话没有人接"} | changes
    return desk(role, "POST", f"/rosters/{receipt}/remind", body, if_match=f'"{revision}"')


def close(receipt: str, revision: object, role: str = "contact", **changes: Any) -> Answer:
    """Close a returned list."""
    body = {"reason": "提醒后仍没有修改"} | changes
    return desk(role, "POST", f"/rosters/{receipt}/close", body, if_match=f'"{revision}"')


def new_code(
    receipt: str, revision: object, role: str = "admin", key: str = "", **changes: Any
) -> Answer:
    """Have another access code issued for a list or a claim."""
    body = {"reason": "经办人换了，找不到回执", "has_request": True} | changes
    path = "claims" if receipt.startswith("LP") else "rosters"
    return desk(
        role,
        "POST",
        f"/{path}/{receipt}/access-code",
        body,
        if_match=f'"{revision}"',
        idempotency_key=key or str(uuid4()),
    )


def payment(**changes: Any) -> dict[str, Any]:
    """Premium that arrived today from the unit's account."""
    return {
        "amount": "300",
        "day": clock.now().date().isoformat(),
        "account": "person",
        "payer": "示例小学代收",
        "bank_reference": "0815",
        **changes,
    }


def pay(receipt: str, revision: object, role: str = "contact", **changes: Any) -> Answer:
    """Record a payment of a list."""
    body = payment(**changes)
    return desk(role, "POST", f"/rosters/{receipt}/payments", body, if_match=f'"{revision}"')


def strike(receipt: str, revision: object, number: int, role: str = "contact") -> Answer:
    """Strike a payment that was recorded in error."""
    body = {"number": number, "reason": "记到了别的名单上"}
    path = f"/rosters/{receipt}/payments/strike"
    return desk(role, "POST", path, body, if_match=f'"{revision}"')


def attach(
    receipt: str, revision: object, data: bytes, role: str = "contact", **changes: Any
) -> Answer:
    """Attach a file to a list, by default as its policy."""
    sent = uploaded(data, "policy-paper", "保险单.pdf")
    body = {"kind": "policy", "upload_id": sent} | changes
    path = f"/rosters/{receipt}/policy-papers"
    return desk(role, "POST", path, body, if_match=f'"{revision}"')


ACTS: Final = ("consent_date", "premium_received_date", "policy_issued_date")


def acceptance(**changes: Any) -> dict[str, Any]:
    """What accepts a list of today."""
    return {**acts_on(clock.now().date()), "policy_number": "NX-2026-0001", **changes}


def acts_on(day: date) -> dict[str, str]:
    """The three acts of an acceptance, all on one day."""
    return dict.fromkeys(ACTS, day.isoformat())


def accept(receipt: str, revision: object, role: str = "contact", **changes: Any) -> Answer:
    """Accept a list."""
    body = acceptance(**changes)
    return desk(role, "POST", f"/rosters/{receipt}/accept", body, if_match=f'"{revision}"')


def lecture(county: str = HER_COUNTY, **changes: Any) -> dict[str, Any]:
    """A lecture of next week."""
    return {
        "form": str(uuid4()),
        "title": "乳腺癌早发现",
        "day": (clock.now().date() + timedelta(days=7)).isoformat(),
        "begins": "14:30",
        "ends": "16:00",
        "county": county,
        "place": "示例小学三楼会议室",
        "speaker": "示例医院乳腺外科",
        "phone": "0951-2090080",
        **changes,
    }


def specialist(county: str = HER_COUNTY, **changes: Any) -> dict[str, Any]:
    """A specialist of a county."""
    return {
        "form": str(uuid4()),
        "name": "示例专员",
        "phone": "13912345678",
        "counties": [county],
        "duties": "投保、理赔咨询",
        "has_agreed": True,
        **changes,
    }


# ---- claims ----


def claim_case(role: str, receipt: str) -> dict[str, Any]:
    """A claim as somebody sees it."""
    answer = desk(role, "GET", f"/claims/{receipt}")
    assert answer.status == 200, answer.body
    assert answer.headers["ETag"] == f'"{answer.body["revision"]}"'
    return answer.body


def decide_claim(
    receipt: str, revision: object, path: str, role: str = "claims", **body: Any
) -> Answer:
    """Decide something on a claim: `path` is what comes after its receipt."""
    asked = body or None
    return desk(role, "POST", f"/claims/{receipt}/{path}", asked, if_match=f'"{revision}"')
