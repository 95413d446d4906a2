"""What the functions count and measure of what they do, and what one of them looks for."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from functions.platform import clock
from functions.platform.metrics import time_watched
from functions.staff import schedule
from tests.functional import claims_requests
from tests.functional.follow_up_deliveries import swept
from tests.functional.lambda_context import CONTEXT
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import DAY, PEOPLE, UNIT, new_key, rows_of, submit
from tests.functional.staff_requests import desk

pytestmark = pytest.mark.usefixtures("aws")


def lines(caplog: pytest.LogCaptureFixture, metric: str) -> list[dict[str, Any]]:
    """What was measured by a name."""
    return [vars(record) for record in caplog.records if metric in vars(record)]


def test_a_list_counts_once_and_a_refusal_by_its_code(caplog: pytest.LogCaptureFixture) -> None:
    key = new_key()
    for _ in range(2):
        assert submit(key, rows=rows_of(PEOPLE[:3])).status == 201
    assert [each["kind"] for each in lines(caplog, "Submissions")] == ["list"]
    body = {"rows": rows_of(PEOPLE[:3]), "unit": {**UNIT, "union": False}}
    assert call("POST", "/api/rosters/check", body).status == 200
    assert lines(caplog, "CheckSeconds")[0]["kind"] == "list"
    assert submit(new_key(), rows=rows_of(PEOPLE[:3]), unit=body["unit"]).status == 422
    [refused] = lines(caplog, "Refusals")
    assert (refused["status"], refused["code"]) == (422, "request.invalid")
    assert refused["findings"] == ["unit.no_union"]


def looked(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, at: datetime
) -> dict[str, float]:
    """What the schedule measures at a moment."""
    caplog.clear()
    monkeypatch.setattr(schedule, "now", lambda: at)
    schedule.watch_handler({}, CONTEXT)
    names = ("OldestEntrySeconds", "UndeliveredMessages", "ClaimsDueSoon", "ClaimsOverdue")
    return {name: lines(caplog, name)[0][name] for name in (*names, "SecretDays")}


def test_what_waits_is_measured_until_it_is_done(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = {
        "OldestEntrySeconds": 0,
        "UndeliveredMessages": 0,
        "ClaimsDueSoon": 0,
        "ClaimsOverdue": 0,
        "SecretDays": 0,
    }
    moment = clock.now()
    assert looked(caplog, monkeypatch, moment) == nothing
    unit = {**UNIT, "email": "clerk@example.com"}
    assert submit(new_key(), rows=rows_of(PEOPLE[:3]), unit=unit).status == 201
    found = looked(caplog, monkeypatch, moment + timedelta(minutes=59))
    assert found["OldestEntrySeconds"] == pytest.approx(59 * 60, abs=60)
    assert found["UndeliveredMessages"] == 0
    assert looked(caplog, monkeypatch, moment + timedelta(hours=2))["UndeliveredMessages"] == 1
    swept()
    assert looked(caplog, monkeypatch, moment + timedelta(hours=2)) == nothing


def test_claims_are_measured_by_their_deadline(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = claims_requests.submit(claims_requests.new_key()).body["receipt"]
    due = date.fromisoformat(desk("claims", "GET", f"/claims/{receipt}").body["due"])
    for days, expected in ((0, (1, 0)), (1, (0, 1))):
        day = due + days * DAY
        at = clock.now().replace(year=day.year, month=day.month, day=day.day)
        found = looked(caplog, monkeypatch, at)
        assert (found["ClaimsDueSoon"], found["ClaimsOverdue"]) == expected


@pytest.mark.parametrize(("left", "times"), [(0, 1), (30_000, 0)])
def test_who_uses_up_its_time_says_so(
    caplog: pytest.LogCaptureFixture, left: int, times: int
) -> None:
    context: Any = SimpleNamespace(get_remaining_time_in_millis=lambda: left)
    with time_watched(context):
        pass
    assert len(lines(caplog, "NearTimeout")) == times
