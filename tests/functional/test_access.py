"""The public routes: how often they answer, and what they never tell."""

import json
import logging
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Final

import pytest

from functions.info.handler import OPENAPI_FILE
from functions.local.server import TEMPLATE as TEMPLATE_FILE
from functions.local.stack import Stack
from functions.local.template import load_template
from functions.platform import aws as clients
from functions.platform import clock, rate_limits
from functions.platform.aws import dynamodb
from functions.platform.environment import environment
from functions.platform.problems import Problem
from shared_rules.messages import catalogue
from tests.functional.claims_requests import report
from tests.functional.requests_to_api import (
    ADDRESS,
    Answer,
    call,
    code_of,
    solved_challenge,
    turn_clock,
)
from tests.functional.rosters_requests import (
    PEOPLE,
    bearer,
    correct,
    new_key,
    rows_of,
    submission,
    submit,
)

pytestmark = pytest.mark.usefixtures("aws")

TEMPLATE: Final = load_template(TEMPLATE_FILE)
NOW: Final = clock.now()
SECOND: Final = timedelta(seconds=1)

# ---- Limits ----

TO_CHECK: Final = {
    name: each for name, each in report().items() if name not in ("confirmations", "consent")
}
LIMITED: Final[dict[str, tuple[rate_limits.Limit, str, str, object]]] = {
    "lists sent": (rate_limits.LIST_UPLOADS, "POST", "/api/uploads",
        {"purpose": "roster", "filename": "a", "size": 1}),
    "papers sent": (rate_limits.PAPER_UPLOADS, "POST", "/api/uploads",
        {"purpose": "claim-document", "filename": "a", "size": 1}),
    "bytes of lists": (rate_limits.LIST_BYTES, "POST", "/api/uploads",
        {"purpose": "roster", "filename": "a", "size": 1}),
    "bytes of papers": (rate_limits.PAPER_BYTES, "POST", "/api/uploads",
        {"purpose": "claim-document", "filename": "a", "size": 1}),
    "checks": (rate_limits.LIST_CHECKS, "POST", "/api/rosters/check",
        {"rows": rows_of(PEOPLE[:1])}),
    "marked-up lists": (rate_limits.MARKED_UP, "POST", "/api/rosters/marked-up",
        {"rows": rows_of(PEOPLE[:1])}),
    "submissions": (rate_limits.LIST_SUBMISSIONS, "POST", "/api/rosters",
        submission(rows=rows_of(PEOPLE[:1]))),
    "corrections": (rate_limits.LIST_SUBMISSIONS, "PUT", "/api/rosters/AK-2026-000000",
        submission(rows=rows_of(PEOPLE[:1]))),
    "look-ups": (rate_limits.LIST_LOOK_UPS, "GET", "/api/rosters/AK-2026-000000", None),
    "sheets": (rate_limits.LIST_LOOK_UPS, "POST", "/api/rosters/verify",
        {"receipt": "AK-2026-000000", "check_text": "0"}),
    "forms": (rate_limits.LIST_LOOK_UPS, "GET", "/api/rosters/AK-2026-000000/form", None),
    "checks of papers": (rate_limits.PAPER_CHECKS, "POST", "/api/claims/documents/check",
        {"upload_id": "unknown"}),
    "checks of claims": (rate_limits.CLAIM_CHECKS, "POST", "/api/claims/check", TO_CHECK),
    "claims": (rate_limits.CLAIM_SUBMISSIONS, "POST", "/api/claims", report()),
    "look-ups of claims": (rate_limits.CLAIM_LOOK_UPS, "GET", "/api/claims/LP-2026-000000", None),
    "challenges": (rate_limits.CHALLENGES, "GET", "/api/challenges", None),
}  # fmt: skip


@pytest.mark.parametrize(("limit", "method", "path", "body"), LIMITED.values(), ids=LIMITED)
def test_an_address_may_knock_so_often_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
    limit: rate_limits.Limit,
    method: str,
    path: str,
    body: object,
) -> None:
    turn_clock(monkeypatch, NOW)

    def knock(address: str) -> Answer:
        return call(method, path, body, address=address, idempotency_key=new_key(), if_match='"1"')

    rate_limits.take(limit, ADDRESS, NOW, limit.most - 1)  # as if it had knocked so often
    assert knock(ADDRESS).status != 429, "at the limit"
    refused = knock(ADDRESS)
    assert code_of(refused) == (429, limit.message), "one beyond"
    assert 0 < int(refused.headers["Retry-After"]) <= limit.window.total_seconds()
    assert re.search("[0-9] (分钟|小时)后", refused.body["detail"])
    assert knock("192.0.2.2").status != 429, "another address"


def test_what_lists_of_an_office_use_up_a_claim_behind_the_same_address_does_not_need(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turn_clock(monkeypatch, NOW)
    of_lists = {limit for limit, *_ in LIMITED.values() if limit.name.startswith("list")}
    for limit in of_lists:
        rate_limits.take(limit, ADDRESS, NOW, limit.most)
    for limit, method, path, body in LIMITED.values():
        answer = call(method, path, body, idempotency_key=new_key(), if_match='"1"')
        assert (answer.status == 429) == (limit in of_lists), path


@pytest.mark.parametrize("name", ["checks", "marked-up lists", "checks of papers"])
def test_beyond_a_few_what_takes_computing_costs_a_proof_of_work(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    turn_clock(monkeypatch, NOW)
    limit, method, path, body = LIMITED[name]
    rate_limits.take(limit, ADDRESS, NOW, limit.free - 1)
    assert call(method, path, body, x_proof_of_work="").status in (200, 422), "the last free one"
    assert code_of(call(method, path, body, x_proof_of_work="")) == (428, "proof.missing")
    proof = solved_challenge()
    assert call(method, path, body, x_proof_of_work=proof).status in (200, 422)
    assert code_of(call(method, path, body, x_proof_of_work=proof)) == (428, "proof.invalid")


def test_a_count_ends_with_its_window_and_says_when() -> None:
    limit = rate_limits.Limit("test", 2, timedelta(minutes=10))
    start = datetime(2026, 3, 1, 8, 0, tzinfo=clock.SHANGHAI)
    last = start + limit.window - SECOND
    for moment in (start, last):
        rate_limits.take(limit, ADDRESS, moment)
    with pytest.raises(Problem) as early:
        rate_limits.take(limit, ADDRESS, start)
    with pytest.raises(Problem) as late:
        rate_limits.take(limit, ADDRESS, last)
    assert (early.value.retry_after, late.value.retry_after) == (600, 1)
    rate_limits.take(limit, ADDRESS, start + limit.window)


def test_many_at_once_get_no_more_than_one_by_one() -> None:
    limit = rate_limits.Limit("test", 5, timedelta(minutes=10))

    def is_taken(_: int) -> bool:
        try:
            rate_limits.take(limit, ADDRESS, NOW)
        except Problem:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(is_taken, range(20))) == limit.most


def test_the_right_code_may_be_used_as_often_as_one_likes() -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    path = f"/api/rosters/{kept['receipt']}"
    for _ in range(rate_limits.WRONG_CODES.most + 1):
        assert call("GET", path, authorization=bearer(kept)).status == 200


def test_wrong_codes_are_limited_wherever_they_come_from_and_lock_nobody_out() -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    path = f"/api/rosters/{kept['receipt']}"

    def try_wrong(number: int) -> Answer:
        return call("GET", path, authorization="Bearer 0", address=f"192.0.2.{number + 1}")

    for number in range(rate_limits.WRONG_CODES.most):
        assert try_wrong(number).status == 401
    blocked = try_wrong(200)
    assert code_of(blocked) == (429, "access.too_many_tries")
    assert int(blocked.headers["Retry-After"]) > 0
    assert call("GET", path, authorization=bearer(kept), address="192.0.2.1").status == 200
    assert correct(kept, 1, rows=rows_of(PEOPLE)).status == 200


# ---- Where a visitor comes from ----


@pytest.mark.parametrize(
    ("connection", "forwarded", "through_us", "same_as"),
    [
        ("192.0.2.1", "198.51.100.7", False, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7, 192.0.2.1", True, "198.51.100.7"),
        ("192.0.2.1", "198.51.100.7", True, "198.51.100.7"),
        ("192.0.2.1", "203.0.113.9, 198.51.100.7, 192.0.2.1", True, "198.51.100.7"),
        ("192.0.2.1", "", True, "192.0.2.1"),
        ("2001:db8:1:2::1", "", False, "2001:db8:1:2:ffff::9"),
    ],
)
def test_an_address_is_the_visitors_and_cannot_be_made_up(
    monkeypatch: pytest.MonkeyPatch,
    connection: str,
    forwarded: str,
    through_us: bool,
    same_as: str,
) -> None:
    counted: list[str] = []
    monkeypatch.setattr(rate_limits, "take", lambda _limit, address, _now: counted.append(address))
    headers = {"x_forwarded_for": forwarded} if forwarded else {}
    headers["x_distribution_key"] = environment().distribution_key if through_us else "made-up"
    for address, said in ((connection, headers), (same_as, {})):
        call("GET", "/api/rosters/AK-2026-000000", address=address, x_proof_of_work="", **said)
    assert len(counted) == 2
    assert counted[0] == counted[1]


def test_an_address_is_stored_and_logged_only_as_a_keyed_hash(
    aws: Stack, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    address = "198.51.100.123"
    call("POST", "/api/rosters/check", {"rows": rows_of(PEOPLE)}, address=address)
    call("GET", "/api/rosters/AK-2026-000000", address=address)
    items = dynamodb().scan(TableName=aws.resources["Table"])["Items"]
    output = capsys.readouterr()
    ours = [record.getMessage() for record in caplog.records if "boto" not in record.name]
    assert any(item["pk"]["S"].startswith("LIMIT#") for item in items)
    assert all("expires_at" in item for item in items)
    assert address not in str(items) + output.out + output.err + str(ours)


# ---- What the distribution adds to answers, and in China does not ----


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/health", 200),
        ("GET", "/api/nothing", 404),
        ("GET", "/api/rosters/AK-2026-000000", 401),
        ("POST", "/api/uploads", 400),
        ("GET", "/api/staff/me", 401),
    ],
)
def test_every_answer_protects_itself_as_the_distribution_would(
    aws: Stack, method: str, path: str, status: int
) -> None:
    answer = call(method, path)
    assert answer.status == status
    for name in ("Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options"):
        assert answer.headers[name] == aws.headers[name]
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    said = TEMPLATE["Resources"]["SecurityHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]
    age = said["SecurityHeadersConfig"]["StrictTransportSecurity"]["AccessControlMaxAgeSec"]
    assert answer.headers["Strict-Transport-Security"] == f"max-age={age}"


# ---- What nobody can ask ----


@contextmanager
def recorded_calls() -> Iterator[list[tuple[str, list[str]]]]:
    """Every AWS call of the functions in turn: its operation and the names of what it sends."""
    calls: list[tuple[str, list[str]]] = []

    def note(model: Any, params: dict[str, Any], **_: Any) -> None:
        body = json.loads(params["body"] or "{}") if "body" in params else {}
        calls.append((model.name, sorted(body)))

    for client in (clients.dynamodb(), clients.s3()):
        client.meta.events.register("before-call", note)
    yield calls
    for client in (clients.dynamodb(), clients.s3()):
        client.meta.events.unregister("before-call", note)


@pytest.mark.parametrize(
    ("method", "end", "body"),
    [("GET", "", None), ("GET", "/form", None), ("PUT", "", submission(rows=rows_of(PEOPLE)))],
)
def test_an_unknown_receipt_and_a_wrong_code_cannot_be_told_apart(
    method: str, end: str, body: object
) -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    seen = []
    for receipt in (kept["receipt"], "AK-2026-000000"):
        with recorded_calls() as calls:
            path = f"/api/rosters/{receipt}{end}"
            answer = call(method, path, body, authorization="Bearer 00000-00000", if_match='"1"')
        seen.append((answer.status, answer.body, answer.headers, calls))
    assert seen[0][0] == 401
    assert [name for name, _ in seen[0][3]]
    assert seen[0] == seen[1]


PAPER: Final = "/api/staff/claims/{receipt}/documents/{document_id}"
# Why no route tells whether an ID number is on a list. A new route needs a reason of its own here.
WHY_NOT: Final = {
    ("GET", "/api/health"): "takes nothing",
    ("GET", "/api/challenges"): "takes nothing",
    ("POST", "/api/messages/{token}/unsubscribe"): "takes what was mailed to an address, and reads "
    "no record",
    ("POST", "/api/uploads"): "takes a file's name and size, and reads no list",
    ("POST", "/api/rosters/check"): "judges the list by itself: see the test below",
    ("POST", "/api/rosters/marked-up"): "gives back the list that came, with what a check finds",
    ("POST", "/api/rosters/renewal"): "compares two lists that the asker has: sent, or by its code",
    ("POST", "/api/rosters"): "answers with what was sent and its receipt: see the test below",
    ("POST", "/api/rosters/verify"): "says whether a sheet is of a list, and names nobody",
    ("GET", "/api/rosters/{receipt}"): "takes a receipt and its code, and gives no person",
    ("PUT", "/api/rosters/{receipt}"): "as GET, to whoever has the code, about her own list",
    ("POST", "/api/rosters/{receipt}/check"): "as GET, to whoever has the code, about her own list",
    ("POST", "/api/rosters/{receipt}/withdraw"): "as GET, to whoever has the code",
    ("POST", "/api/rosters/{receipt}/change-requests"): "as GET, to whoever has the code",
    ("POST", "/api/rosters/{receipt}/clerk"): "as GET, to whoever has the code",
    ("GET", "/api/rosters/{receipt}/renewal"): "gives whoever has the code her own accepted list",
    ("POST", "/api/rosters/{receipt}/renewal/file"): "the same",
    ("GET", "/api/rosters/{receipt}/people"): "gives whoever has the code her own accepted list, "
    "whose people the desk has decided on",
    ("POST", "/api/rosters/{receipt}/people/file"): "the same",
    ("POST", "/api/rosters/{receipt}/policy-papers/{kind}"): "gives whoever has the code what the "
    "insurer has made for her list",
    ("POST", "/api/rosters/{receipt}/stamped-sheets"): "as GET, to whoever has the code",
    ("POST", "/api/rosters/{receipt}/signed-consents"): "as GET, to whoever has the code",
    ("GET", "/api/rosters/{receipt}/form"): "gives whoever has the code the list that she sent",
    ("POST", "/api/claims/documents/check"): "looks at one file by itself",
    ("POST", "/api/claims/check"): "judges the report by itself, and reads no list or claim",
    ("POST", "/api/claims"): "answers with what was sent and its receipt, insured or not",
    ("GET", "/api/claims/{receipt}"): "takes a receipt and its code, about one's own claim",
    ("POST", "/api/claims/{receipt}/documents"): "as GET, to whoever has the code",
    (
        "POST",
        "/api/claims/{receipt}/supplements",
    ): "as GET, to whoever has the code; judged by what was said of this claim only",
    ("POST", "/api/claims/{receipt}/reopenings"): "as GET, to whoever has the code",
    ("GET", "/api/sign-in"): "takes nothing",
    ("GET", "/api/staff/me"): "takes nothing",
    (
        "GET",
        "/api/staff/rosters",
    ): "finds lists by receipt or unit, not by person",
    ("GET", "/api/staff/rosters/counts"): "counts lists",
    ("GET", "/api/staff/rosters/{receipt}"): "a list of one's counties; logged",
    ("GET", "/api/staff/rosters/{receipt}/rows"): "the people of such a list; logged",
    (
        "POST",
        "/api/staff/rosters/{receipt}/documents/{document_id}/link",
    ): "what was brought to such a list; logged",
    ("POST", "/api/staff/rosters/{receipt}/thumbnails"): "the same",
    ("GET", "/api/staff/rosters/{receipt}/underwriting"): "the people of such a list; logged",
    ("POST", "/api/staff/rosters/{receipt}/return"): "takes no person",
    ("POST", "/api/staff/rosters/{receipt}/accept"): "takes no person",
    ("POST", "/api/staff/rosters/{receipt}/remind"): "takes a reason",
    ("POST", "/api/staff/rosters/{receipt}/close"): "takes a reason",
    ("POST", "/api/staff/rosters/{receipt}/payments"): "takes an amount and a payer",
    ("POST", "/api/staff/rosters/{receipt}/payments/strike"): "takes a reason",
    ("POST", "/api/staff/rosters/{receipt}/policy-papers"): "takes a file of one list of hers",
    (
        "POST",
        "/api/staff/rosters/{receipt}/policy-papers/{number}/link",
    ): "what was attached to such a list; logged",
    ("POST", "/api/staff/rosters/{receipt}/access-code"): "takes a reason, and tells a new code",
    ("POST", "/api/staff/rosters/{receipt}/endorsements"): "takes a row of a list of hers, and is "
    "answered the same whoever else is insured",
    ("POST", "/api/staff/rosters/{receipt}/endorsements/confirm"): "takes no person",
    ("POST", "/api/staff/rosters/{receipt}/change-requests/decline"): "takes a reason",
    ("POST", "/api/staff/rosters/{receipt}/endorsements/decline"): "takes a reason",
    ("GET", "/api/staff/rosters/{receipt}/log"): "says who of the desk saw what",
    ("POST", "/api/staff/rosters/{receipt}/log-file"): "the same",
    ("POST", "/api/staff/rosters/{receipt}/slips"): "names a message, and no person",
    ("POST", "/api/staff/rosters/{receipt}/bounced"): "says that e-mail came back",
    ("POST", "/api/staff/rosters/{receipt}/hand-off"): "the people of such a list; logged",
    ("POST", "/api/staff/rosters/{receipt}/row-states"): "compares a file with one list of hers",
    ("GET", "/api/staff/claims"): "finds claims by receipt or unit, not by person",
    ("GET", "/api/staff/claims/counts"): "counts claims",
    ("GET", "/api/staff/claims/{receipt}"): "says what was reported; logged",
    ("POST", f"{PAPER}/link"): "a paper that was brought; logged",
    ("POST", "/api/staff/claims/{receipt}/thumbnails"): "papers that were brought; logged",
    ("POST", f"{PAPER}/accept"): "takes no person",
    ("POST", f"{PAPER}/send-back"): "takes no person",
    ("POST", "/api/staff/claims/{receipt}/complete"): "takes no person",
    (
        "GET",
        "/api/staff/claims/{receipt}/assessment",
    ): "tells whoever settles claims of the person of one, and takes no other; logged",
    ("POST", "/api/staff/claims/{receipt}/propose"): "as the assessment, to the same people",
    ("POST", "/api/staff/claims/{receipt}/confirm"): "takes no person",
    ("POST", "/api/staff/claims/{receipt}/transfer"): "takes what was paid on one claim",
    ("POST", "/api/staff/claims/{receipt}/object"): "takes no person",
    ("POST", "/api/staff/claims/{receipt}/reopen"): "takes a reason",
    ("POST", "/api/staff/claims/{receipt}/supplements"): "takes what was said of one claim",
    ("POST", "/api/staff/claims/{receipt}/documents"): "takes papers of one claim",
    ("POST", "/api/staff/claims/{receipt}/join"): "takes the receipt of a claim; logged",
    ("POST", "/api/staff/claims/{receipt}/part"): "takes a reason",
    ("POST", "/api/staff/claims/{receipt}/access-code"): "takes a reason, and tells a new code",
    ("GET", "/api/staff/claims/{receipt}/log"): "says who of the desk saw what",
    ("POST", "/api/staff/claims/{receipt}/log-file"): "the same",
    ("POST", "/api/staff/claims/{receipt}/slips"): "names a message, and no person",
    ("POST", "/api/staff/claims/{receipt}/bounced"): "the same",
    ("POST", "/api/staff/claims/{receipt}/export"): "what was reported and brought; logged",
    ("GET", "/api/services"): "lists what the desk has published",
    ("GET", "/api/staff/summary"): "counts, and shows no small group to whoever sees no people",
    ("POST", "/api/staff/summary/file"): "the same",
    ("GET", "/api/staff/summary/monthly"): "names months",
    ("POST", "/api/staff/summary/monthly/{month}/file"): "the same counts, of one month",
    ("GET", "/api/staff/imports"): "lists imports of policies, by county",
    ("POST", "/api/staff/imports/check"): "compares policies with what was brought in, by number",
    ("POST", "/api/staff/imports"): "the same, and takes them",
    ("GET", "/api/staff/imports/{receipt}"): "names policies, and no person",
    ("POST", "/api/staff/imports/{receipt}/reverse"): "takes a reason; names claims paid since",
    ("POST", "/api/staff/statements/check"): "names lists of hers beside a statement that she has",
    ("POST", "/api/staff/statements/record"): "records what she has, for lists of hers",
    ("GET", "/api/staff/units/{receipt}"): "names lists and policies of a unit, and no person",
    ("POST", "/api/staff/units/{receipt}/events"): "says what became of a unit; names no person",
    (
        "POST",
        "/api/staff/people/search",
    ): "tells the desk on purpose: whole numbers, few at a "
    "time, logged; a contact her own counties",
    (
        "POST",
        "/api/staff/people/copy",
    ): "gives who answers her what is kept of her: as the search, logged with how she asked",
    (
        "POST",
        "/api/staff/people/erasures/look",
    ): "tells who answers her what may be deleted: as the search, logged",
    ("POST", "/api/staff/people/erasures"): "as the search, kept with how she asked",
    ("POST", "/api/staff/people/erasures/confirm"): "as the search, to a second person",
    ("POST", "/api/staff/people/erasures/decline"): "as the search, kept with the reason",
    ("GET", "/api/staff/services"): "lists what the desk has entered",
    ("POST", "/api/staff/services/lectures"): "takes a lecture",
    ("POST", "/api/staff/services/specialists"): "takes somebody who agreed to be published",
    ("POST", "/api/staff/services/{kind}/{entry_id}/withdraw"): "takes a reason",
}


def test_every_route_has_a_reason_why_it_tells_nobody_who_is_insured() -> None:
    paths = json.loads(OPENAPI_FILE.read_text(encoding="utf-8"))["paths"]
    routes = {(method.upper(), path) for path, item in paths.items() for method in item}
    assert routes == WHY_NOT.keys()
    parameters = [
        each["name"].lower()
        for item in paths.values()
        for operation in item.values()
        for each in operation.get("parameters", [])
    ]
    assert set(parameters) == {
        *("receipt", "idempotency-key", "if-match", "x-proof-of-work", "authorization"),
        *("state", "county", "q", "after", "version", "document_id", "specimen_date"),
        *("from", "until", "first_day", "month", "kind", "entry_id", "primary", "first"),
        *("number", "token"),
    }


def test_a_list_is_judged_the_same_whether_its_people_are_on_another_list_or_not() -> None:
    rows = rows_of(PEOPLE)
    changing = {"receipt", "access_code", "print_url", "submitted_at"}

    def told() -> list[dict[str, Any]]:
        checked = call("POST", "/api/rosters/check", {"rows": rows}).body
        kept = submit(new_key(), rows=rows).body
        return [checked, {name: value for name, value in kept.items() if name not in changing}]

    assert told() == told()


def test_the_words_of_the_public_routes_are_in_the_catalogue() -> None:
    for code in ("proof.missing", "proof.invalid", "request.too_many", "access.too_many_tries"):
        assert catalogue()[code].fix
