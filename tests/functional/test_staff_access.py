"""Who gets in at the desk: every route, every role, every area."""

import json
from typing import Any, Final
from urllib.parse import urlencode

import pytest

from functions.info.handler import OPENAPI_FILE
from functions.local.mock_issuer import MockIssuer
from functions.local.stack import Stack
from tests.functional import claims_requests
from tests.functional.asking import ask
from tests.functional.endorsement_requests import OUT
from tests.functional.forged_tokens import REFUSED
from tests.functional.right_requests import CODE, NOTE
from tests.functional.rosters_requests import PEOPLE, UNIT, new_key, rows_of, submit
from tests.functional.staff_claim_requests import STATED
from tests.functional.staff_requests import (
    HER_COUNTY,
    OTHER_COUNTY,
    ROLES,
    acceptance,
    bearer,
    claims,
    lecture,
    payment,
    specialist,
)

REASONS: Final = {"reasons": [{"text": "请盖章"}]}
STALE: Final = '"99"'  # a decision on it passes the roles, and no further
PASSED: Final = {
    200: None,
    409: "claim_paper.not_clean",
    412: "staff.conflict",
    422: "upload.unknown",
}
NOT_HERS: Final = {404: "staff.not_found"}
NO_ROLE: Final = {404: "staff.role"}
# What each role gets: from a route of her own, of a list of her county, of a list of another one.
SEES: Final = {
    "contact": (PASSED, NOT_HERS),
    "other contact": (NOT_HERS, PASSED),
    "area": (NO_ROLE, NO_ROLE),
    "claims": (NO_ROLE, NO_ROLE),
    "federation": (PASSED, PASSED),
    "privacy": (NO_ROLE, NO_ROLE),
    "admin": (PASSED, PASSED),
    "nobody": (NO_ROLE, NO_ROLE),
}
DECIDES: Final = SEES | {"federation": (NO_ROLE, NO_ROLE)}
OPENS: Final = {
    role: tuple(NOT_HERS if each == PASSED else each for each in opened)
    for role, opened in DECIDES.items()
}
OWN: Final = dict.fromkeys(ROLES, (PASSED, PASSED)) | {"nobody": (NO_ROLE, NO_ROLE)}
SUMS: Final = OWN | {"claims": (NO_ROLE, NO_ROLE), "privacy": (NO_ROLE, NO_ROLE)}
QUEUES: Final = SUMS | {"area": (NO_ROLE, NO_ROLE)}
# Of all counties: not a contact's.
EVERYWHERE: Final = QUEUES | {
    "contact": (NO_ROLE, NO_ROLE),
    "other contact": (NO_ROLE, NO_ROLE),
}
NO_MONTH: Final = {404: "staff.not_found"}
MONTHS: Final = {
    role: (NO_MONTH, NO_MONTH) if PASSED in opened else opened
    for role, opened in EVERYWHERE.items()
}
NO_ENTRY: Final = {404: "services.not_found"}
WITHDRAWS: Final = {
    role: tuple(NO_ENTRY if each in (PASSED, NOT_HERS) else each for each in opened)
    for role, opened in DECIDES.items()
}
ENTERS: Final = {
    role: tuple(NO_ENTRY if each == NOT_HERS else each for each in opened)
    for role, opened in DECIDES.items()
}
BRINGS_IN: Final = {
    role: opened if NO_ROLE in opened else (PASSED, PASSED) for role, opened in DECIDES.items()
}
NOT_HANDED_OFF: Final = {"lists": [{"receipt": "AK-2026-000000", "number": 1}]}
HANDS_ON: Final = {
    role: opened if NO_ROLE in opened else (NOT_HERS, NOT_HERS) for role, opened in DECIDES.items()
}
SEEKS: Final = OWN | {"area": (NO_ROLE, NO_ROLE), "federation": (NO_ROLE, NO_ROLE)}
NO_IMPORT: Final = {404: "old_policies.not_found"}
SEES_IMPORTS, REVERSES = (
    {role: opened if NO_ROLE in opened else (NO_IMPORT, NO_IMPORT) for role, opened in of.items()}
    for of in (SEES, DECIDES)
)
PERIOD: Final = {"from": "2026-11-01", "until": "2026-11-24"}
NEITHER: Final = (NO_ROLE, NO_ROLE)
BOTH: Final = (PASSED, PASSED)
SEES_CLAIMS: Final = dict.fromkeys(ROLES, NEITHER) | dict.fromkeys(
    ("claims", "federation", "admin"), BOTH
)
NOTHING_KEPT: Final = {404: "privacy.nothing_kept"}
OTHER_SEEN: Final = {409: "erasure.changed"}
NONE_WAITS: Final = {409: "erasure.none_waits"}
COPIES, LOOKS, ERASES, AGREES = (
    dict.fromkeys(ROLES, NEITHER) | dict.fromkeys(("privacy", "admin"), (answer, answer))
    for answer in (NOTHING_KEPT, PASSED, OTHER_SEEN, NONE_WAITS)
)
WAITS: Final = dict.fromkeys(ROLES, NEITHER) | dict.fromkeys(("privacy", "admin"), BOTH)
SEEN: Final = {"id_number": PEOPLE[9].id_number, "seen": ""}
NOT_NOW: Final = {"id_number": PEOPLE[9].id_number, "reason": "先等她来"}
CLERK: Final = {"phone": UNIT["phone"], "is_verified": True}
COPY: Final = {"id_number": PEOPLE[9].id_number, "reason": "本人书面申请", "is_verified": True}
DECIDES_CLAIMS: Final = SEES_CLAIMS | {"federation": NEITHER}
TELLS_OF_CLAIMS: Final = {
    role: (NOT_HERS, NOT_HERS) if opened == BOTH else opened
    for role, opened in DECIDES_CLAIMS.items()
}
NO_MAIL: Final = {409: "slips.no_mail"}
BOUNCES, BOUNCES_OF_CLAIMS = (
    {role: tuple(NO_MAIL if each == PASSED else each for each in opened) for role, opened in of}
    for of in (DECIDES.items(), DECIDES_CLAIMS.items())
)
CLAIM: Final = "/api/staff/claims/{receipt}"
PAPER: Final = f"{CLAIM}/documents/{{document_id}}"
PROPOSAL: Final = {"outcome": "refund", "lump_sum": 0, "allowance": 0, "refund": 1, **STATED}
ENDORSEMENTS: Final = "/api/staff/rosters/{receipt}/endorsements"
MERGED: Final = {
    "reason": "有盖章的通知",
    "since": "2026-11-01",
    "what": {"change": "merged", "other": "DW-2026-000000"},
}
PART: Final = {"receipt": "AK-2026-000000", "amount": "300"}
SLIP: Final = {"name": "returned#000002", "how": "printed"}
LINES: Final = {"upload_id": "never-made", "lines": [{"row": 2, "parts": [PART]}]}
ON_BEHALF: Final = {"insured": {"name": "李示例"}, "source": "phone", "reason": "本人来电"}
PAPERS_ON_BEHALF: Final = {
    "documents": [{"kind": "policy", "upload_id": "never-made"}],
    "reason": "本人交到柜台",
}
ROUTES: Final[dict[tuple[str, str], tuple[Any, dict[str, Any]]]] = {
    ("get", "/api/staff/me"): (None, OWN),
    ("get", "/api/staff/rosters"): (None, QUEUES),
    ("get", "/api/staff/rosters/counts"): (None, QUEUES),
    ("post", "/api/staff/rosters/search"): ({"q": "小学"}, QUEUES),
    ("get", "/api/staff/rosters/{receipt}"): (None, SEES),
    ("get", "/api/staff/rosters/{receipt}/rows"): (None, SEES),
    ("post", "/api/staff/rosters/{receipt}/documents/{document_id}/link"): (None, OPENS),
    ("post", "/api/staff/rosters/{receipt}/thumbnails"): (None, DECIDES),
    ("get", "/api/staff/rosters/{receipt}/underwriting"): (None, DECIDES),
    ("get", "/api/staff/rosters/{receipt}/log"): (None, SEES),
    ("post", "/api/staff/rosters/{receipt}/log-file"): (None, SEES),
    ("post", "/api/staff/rosters/{receipt}/hand-off"): (None, DECIDES),
    ("post", "/api/staff/rosters/{receipt}/teamwork"): (NOTE, DECIDES),
    ("post", "/api/staff/rosters/{receipt}/undo"): (None, DECIDES),
    ("post", "/api/staff/rosters/{receipt}/stamped-sheets"): (None, DECIDES),
    ("post", "/api/staff/rosters/{receipt}/slips"): (SLIP, OPENS),
    ("post", "/api/staff/rosters/{receipt}/bounced"): ({}, BOUNCES),
    ("post", "/api/staff/rosters/{receipt}/row-states"): ({"upload_id": "never-made"}, DECIDES),
    ("post", "/api/staff/rosters/{receipt}/return"): (REASONS, DECIDES),
    ("post", "/api/staff/rosters/row-states"): ({"upload_id": "never-made"}, BRINGS_IN),
    ("post", "/api/staff/rosters/hand-offs"): (NOT_HANDED_OFF, HANDS_ON),
    ("post", "/api/staff/rosters/{receipt}/accept"): (acceptance(), DECIDES),
    ("post", "/api/staff/rosters/{receipt}/accept/look"): (acceptance(), DECIDES),
    ("post", "/api/staff/rosters/{receipt}/remind"): ({"reason": "请修改"}, DECIDES),
    ("post", "/api/staff/rosters/{receipt}/close"): ({"reason": "没有修改"}, DECIDES),
    ("post", "/api/staff/rosters/{receipt}/payments"): (payment(), DECIDES),
    ("post", "/api/staff/rosters/{receipt}/payments/strike"): (
        {"number": 1, "reason": "记错了"},
        DECIDES,
    ),
    ("post", "/api/staff/rosters/{receipt}/policy-papers"): (
        {"kind": "policy", "upload_id": "never-made"},
        DECIDES,
    ),
    ("post", "/api/staff/rosters/{receipt}/policy-papers/{number}/link"): (None, OPENS),
    ("post", "/api/staff/rosters/{receipt}/access-code"): (CODE, DECIDES),
    ("post", "/api/staff/rosters/{receipt}/change-requests/decline"): (
        {"number": 1, "reason": "材料不全"},
        DECIDES,
    ),
    ("post", f"{ENDORSEMENTS}"): ({"reason": "离职", "what": OUT}, DECIDES),
    ("post", f"{ENDORSEMENTS}/look"): ({"reason": "离职", "what": OUT}, DECIDES),
    ("post", f"{ENDORSEMENTS}/confirm"): (None, DECIDES),
    ("post", f"{ENDORSEMENTS}/decline"): ({"reason": "材料不全"}, DECIDES),
    ("get", "/api/staff/summary"): (None, SUMS),
    ("post", "/api/staff/summary/file"): (PERIOD, SUMS),
    ("get", "/api/staff/summary/monthly"): (None, EVERYWHERE),
    ("post", "/api/staff/summary/monthly/{month}/file"): (None, MONTHS),
    ("post", "/api/staff/statements/check"): ({"upload_id": "never-made"}, BRINGS_IN),
    ("post", "/api/staff/statements/record"): (LINES, BRINGS_IN),
    ("get", "/api/staff/imports"): (None, QUEUES),
    ("post", "/api/staff/imports/check"): ({"upload_id": "never-made"}, BRINGS_IN),
    ("post", "/api/staff/imports"): ({"upload_id": "never-made"}, BRINGS_IN),
    ("get", "/api/staff/imports/{receipt}"): (None, SEES_IMPORTS),
    ("post", "/api/staff/imports/{receipt}/reverse"): ({"reason": "录错了"}, REVERSES),
    ("post", "/api/staff/people/search"): ({"id_number": PEOPLE[0].id_number}, SEEKS),
    ("post", "/api/staff/people/copy"): (COPY, COPIES),
    ("post", "/api/staff/people/contacts"): (CLERK, LOOKS),
    ("post", "/api/staff/people/restrictions"): (COPY | {"what": "restricted"}, COPIES),
    ("get", "/api/staff/people/restrictions"): (None, WAITS),
    ("post", "/api/staff/people/erasures/look"): ({"id_number": PEOPLE[9].id_number}, LOOKS),
    ("get", "/api/staff/people/erasures"): (None, WAITS),
    ("post", "/api/staff/people/erasures"): (COPY | {"seen": ""}, ERASES),
    ("post", "/api/staff/people/erasures/confirm"): (SEEN, AGREES),
    ("post", "/api/staff/people/erasures/decline"): (NOT_NOW, AGREES),
    ("get", "/api/staff/units/{receipt}"): (None, SEES),
    ("post", "/api/staff/units/search"): ({"lines": ["示例"]}, EVERYWHERE),
    ("post", "/api/staff/units/{receipt}/events"): (MERGED, DECIDES),
    ("get", "/api/staff/services"): (None, QUEUES),
    ("post", "/api/staff/services/lectures"): (lecture, ENTERS),
    ("post", "/api/staff/services/specialists"): (specialist, ENTERS),
    ("post", "/api/staff/services/{kind}/{entry_id}/withdraw"): ({"reason": "改期"}, WITHDRAWS),
    ("get", "/api/staff/claims"): (None, SEES_CLAIMS),
    ("get", "/api/staff/claims/counts"): (None, SEES_CLAIMS),
    ("post", "/api/staff/claims/search"): ({"q": "小学"}, SEES_CLAIMS),
    ("get", CLAIM): (None, SEES_CLAIMS),
    ("get", f"{CLAIM}/log"): (None, SEES_CLAIMS),
    ("post", f"{CLAIM}/log-file"): (None, SEES_CLAIMS),
    ("post", f"{CLAIM}/teamwork"): (NOTE, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/undo"): (None, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/slips"): (SLIP, TELLS_OF_CLAIMS),
    ("post", f"{CLAIM}/bounced"): ({}, BOUNCES_OF_CLAIMS),
    ("post", f"{CLAIM}/export"): (None, DECIDES_CLAIMS),
    ("get", f"{CLAIM}/assessment"): (None, DECIDES_CLAIMS),
    ("post", f"{PAPER}/link"): (None, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/thumbnails"): (None, DECIDES_CLAIMS),
    ("post", f"{PAPER}/accept"): (None, DECIDES_CLAIMS),
    ("post", f"{PAPER}/send-back"): ({"reason": "看不清"}, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/complete"): ({"complete_on": "2026-11-24"}, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/propose"): (PROPOSAL, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/join"): ({"into": "LP-2026-000000", "reason": "同一次"}, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/part"): ({"reason": "并错了"}, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/confirm"): ({"decided_on": "2026-11-24"}, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/transfer"): (
        {"paid_on": "2026-11-24", "amount": 1, "account": "0000"},
        DECIDES_CLAIMS,
    ),
    ("post", f"{CLAIM}/object"): ({"reason": "再看看"}, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/reopen"): ({"why": "mistake", "reason": "算错了"}, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/supplements"): (ON_BEHALF, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/documents"): (PAPERS_ON_BEHALF, DECIDES_CLAIMS),
    ("post", f"{CLAIM}/access-code"): (CODE, DECIDES_CLAIMS),
}
QUERIES: Final = {"/api/staff/summary": PERIOD}
PLACES: Final = {
    "month": "2020-01",
    "kind": "lectures",
    "entry_id": "2026-01-01-never-entered",
    "document_id": "0001-01",
    "number": "2",
}


@pytest.fixture(scope="module")
def receipts_of(emulated_aws: Stack) -> dict[str, dict[str, str]]:
    """A list and a claim in her county, and in another's."""
    return {
        county: {
            "rosters": submit(
                new_key(), rows=rows_of(PEOPLE[:2]), unit={**UNIT, "county": county}
            ).body["receipt"],
            "claims": claims_requests.submit(
                new_key(),
                unit={"name": UNIT["name"], "county": county},
                documents=claims_requests.papers("policy"),
            ).body["receipt"],
        }
        for county in (HER_COUNTY, OTHER_COUNTY)
    }


def address_of(path: str, receipts: dict[str, str]) -> str:
    """The address of a route, for the list or the claim."""
    receipt = receipts["claims" if "/claims" in path else "rosters"]
    query = f"?{urlencode(QUERIES[path])}" if path in QUERIES else ""
    return path.format(receipt=receipt, **PLACES) + query


def test_no_route_is_left_out() -> None:
    document = json.loads(OPENAPI_FILE.read_text(encoding="utf-8"))
    declared = {
        (method, path)
        for path, methods in document["paths"].items()
        for method in methods
        if path.startswith("/api/staff")
    }
    assert declared == set(ROUTES)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
def test_a_route_opens_to_the_role_and_the_area(
    api_url: str,
    issuer: MockIssuer,
    receipts_of: dict[str, dict[str, str]],
    route: tuple[str, str],
    role: str,
) -> None:
    method, path = route
    body, allowed = ROUTES[route]
    headers = {**bearer(issuer.token(claims(role, issuer))), "If-Match": STALE}
    headers["Idempotency-Key"] = new_key()
    for county, expected in zip(receipts_of, allowed[role], strict=True):
        said = body(county) if callable(body) else body
        answer = ask(api_url, method, address_of(path, receipts_of[county]), headers, said)
        assert answer.status_code in expected, answer.text
        assert answer.json().get("code") == expected[answer.status_code]


@pytest.mark.parametrize("forge", ["none", "expired", "wrong issuer", "wrong audience", "alg none"])
@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
def test_no_route_opens_to_a_token_that_must_not_pass(
    api_url: str,
    issuer: MockIssuer,
    receipts_of: dict[str, dict[str, str]],
    route: tuple[str, str],
    forge: str,
) -> None:
    method, path = route
    token = REFUSED[forge](issuer)
    headers = {**(bearer(token) if token else {}), "If-Match": STALE}
    body, _ = ROUTES[route]
    said = body(HER_COUNTY) if callable(body) else body
    answer = ask(api_url, method, address_of(path, receipts_of[HER_COUNTY]), headers, said)
    assert (answer.status_code, answer.json()) == (401, {"message": "Unauthorized"})


def test_what_is_no_route_of_the_desk_asks_for_a_token_too(
    api_url: str, issuer: MockIssuer
) -> None:
    assert ask(api_url, "GET", "/api/staff/nothing", {}).status_code == 401
    headers = bearer(issuer.token(claims("admin", issuer)))
    answer = ask(api_url, "GET", "/api/staff/nothing", headers)
    assert (answer.status_code, answer.json()["code"]) == (404, "request.not_found")


def test_a_receipt_that_is_none_is_as_one_of_others(api_url: str, issuer: MockIssuer) -> None:
    headers = bearer(issuer.token(claims("contact", issuer)))
    for receipt in ("AK-2026-000000", "AK-2026-0", "LP-2026-000000"):
        answer = ask(api_url, "GET", f"/api/staff/rosters/{receipt}", headers)
        assert (answer.status_code, answer.json()["code"]) == (404, "staff.not_found")
    headers = bearer(issuer.token(claims("claims", issuer)))
    for receipt in ("LP-2026-000000", "LP-2026-0", "AK-2026-000000"):
        answer = ask(api_url, "GET", f"/api/staff/claims/{receipt}", headers)
        assert (answer.status_code, answer.json()["code"]) == (404, "staff.not_found")
