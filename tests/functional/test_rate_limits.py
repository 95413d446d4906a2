"""How often the public routes answer an address or a wrong code, and whose address it is."""

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Final

import pytest

from functions.local.stack import Stack
from functions.platform import clock, rate_limits
from functions.platform.aws import dynamodb
from functions.platform.environment import environment
from functions.platform.problems import Problem
from shared_rules.claim.limits import MAX_DOCUMENTS
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

NOW: Final = clock.now()
SECOND: Final = timedelta(seconds=1)

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


@pytest.mark.parametrize("limit", [rate_limits.PAPER_UPLOADS, rate_limits.PAPER_CHECKS])
def test_the_stamped_sheets_of_all_lists_of_an_office_leave_more_than_a_claim_needs(
    limit: rate_limits.Limit,
) -> None:
    """They are papers like those of claims, and counted with them."""
    left = limit.most - rate_limits.LIST_SUBMISSIONS.most
    assert left >= MAX_DOCUMENTS


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


def test_the_words_of_the_public_routes_are_in_the_catalogue() -> None:
    for code in ("proof.missing", "proof.invalid", "request.too_many", "access.too_many_tries"):
        assert catalogue()[code].fix


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
