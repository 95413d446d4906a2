"""Once a day each contact hears what is due, and nothing about people."""

from datetime import date, datetime, time
from queue import Queue
from typing import Any

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError

from functions.local import daily
from functions.local.stack import Stack
from functions.platform import clock
from functions.platform.failures import HandlerFailed
from functions.records import monthly_summaries
from functions.records.areas import CLAIMS_DESK, contact_ids
from functions.staff import clocks, schedule
from functions.staff.claims import queue as claims_queue
from shared_rules import cover
from shared_rules.plans import in_force
from tests.functional import claims_requests
from tests.functional.endorsement_requests import confirm, propose
from tests.functional.follow_up_deliveries import CONTACT, OTHER_CONTACT, Mailbox, subscribed
from tests.functional.lambda_context import CONTEXT
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    UNIT,
    new_key,
    rows_of,
    submit,
    withdraw,
)
from tests.functional.staff_requests import accept, at, desk, send_back
from tests.functional.wire import Send, wire


def kept(**unit: Any) -> str:
    answer = submit(new_key(), rows=rows_of(PEOPLE[:3]), unit={**UNIT, **unit})
    assert answer.status == 201
    return str(answer.body["receipt"])


def due_of(receipt: str) -> date:
    return date.fromisoformat(desk("admin", "GET", f"/rosters/{receipt}").body["due"])


def morning(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """The schedule on a day."""
    moment = clock.now().replace(year=day.year, month=day.month, day=day.day)
    monkeypatch.setattr(schedule, "now", lambda: moment)
    schedule.clocks_handler({}, CONTEXT)


@pytest.mark.parametrize(
    ("late", "said"),
    [(-2, None), (-1, (0, 1)), (0, (0, 1)), (1, (1, 0)), (30, (1, 0))],
)
def test_what_waits_for_an_answer_is_told_from_the_day_before(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, late: int, said: tuple[int, int] | None
) -> None:
    receipt = kept()
    morning(monkeypatch, due_of(receipt) + late * DAY)
    messages = [each["Message"] for each in mailbox.read()]
    if said is None:
        assert messages == []
        return
    [message] = messages
    assert f"已过本站办理期限的名单 {said[0]} 份，今明两天到期的 {said[1]} 份" in message
    assert receipt in message
    secrets = [text for each in PEOPLE for text in (each.name, each.id_number)]
    secrets += [UNIT["contact_name"], UNIT["phone"], UNIT["name"]]
    assert not [secret for secret in secrets if secret in message]


def test_a_list_that_went_back_is_told_too(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = kept()
    assert send_back(receipt, 1).status == 200
    morning(monkeypatch, due_of(receipt) + DAY)
    [message] = mailbox.read()
    assert receipt in message["Message"]


@pytest.mark.parametrize(("before", "count"), [(31, None), (30, 1), (0, 1), (-1, None)])
def test_a_policy_that_ends_is_told_for_its_last_month(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, before: int, count: int | None
) -> None:
    receipt = kept()
    assert accept(receipt, 1).status == 200
    last_day = cover.last_day(TODAY + DAY, in_force(TODAY))
    morning(monkeypatch, last_day - before * DAY)
    messages = mailbox.read()
    assert len(messages) == (count or 0)
    if count:
        assert "30 天内保险到期、还没有续保的 1 份" in messages[0]["Message"]


@pytest.mark.parametrize("what", ["all have left", "one is left", "renewed", "renewal withdrawn"])
def test_a_policy_that_nobody_is_to_renew_any_more_is_told_to_nobody(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    first = submit(new_key(), rows=rows_of(PEOPLE[:3]), unit=UNIT).body
    assert accept(first["receipt"], 1).status == 200
    last_weeks = cover.last_day(TODAY + DAY, in_force(TODAY)) - 20 * DAY
    if "left" in what:
        rows = [1, 2, 3] if what == "all have left" else [1, 2]
        out = {"change": "people_out", "rows": rows, "last_day": (TODAY + 9 * DAY).isoformat()}
        assert propose(first["receipt"], out).status == 200
        assert confirm(first["receipt"]).status == 200
    else:
        at(monkeypatch, last_weeks)
        renews = {name: first[name] for name in ("receipt", "access_code")}
        again = submit(new_key(), rows=rows_of(PEOPLE[:3]), unit=UNIT, renews=renews).body
        if what == "renewal withdrawn":
            assert withdraw(again, 1).status == 200
    morning(monkeypatch, last_weeks)
    told = [each["Message"] for each in mailbox.read()]
    is_told = what in ("one is left", "renewal withdrawn")
    assert len(told) == (1 if is_told else 0)


@pytest.mark.parametrize(
    ("late", "said"),
    [(-4, None), (-3, (0, 1)), (0, (0, 1)), (1, (1, 0))],
)
def test_the_desk_of_claims_hears_of_claims(
    aws: Stack, monkeypatch: pytest.MonkeyPatch, late: int, said: tuple[int, int] | None
) -> None:
    receipt = claims_requests.submit(claims_requests.new_key()).body["receipt"]
    due = date.fromisoformat(desk("claims", "GET", f"/claims/{receipt}").body["due"])
    with subscribed(CLAIMS_DESK) as desk_of_claims:
        for _ in range(2):
            morning(monkeypatch, due + late * DAY)
        messages = [each["Message"] for each in desk_of_claims.read()]
    assert len(messages) == (1 if said else 0)
    if said:
        words = f"已过期限的案件 {said[0]} 个，{claims_queue.SOON.days} 天内到期的 {said[1]} 个"
        assert words in messages[0]
        assert receipt in messages[0]
        woman = claims_requests.WOMAN
        secrets = (woman.name, woman.id_number, "贺兰县示例小学", "癌")
        assert not [secret for secret in secrets if secret in messages[0]]


def test_the_desk_of_claims_is_no_contact() -> None:
    assert CLAIMS_DESK not in contact_ids().values()


def test_each_contact_hears_of_her_own_counties_once_a_day(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, others = kept(), kept(county="平罗县")
    with subscribed(OTHER_CONTACT) as other:
        for _ in range(2):
            morning(monkeypatch, TODAY + 60 * DAY)
        assert [hers in each["Message"] for each in mailbox.read()] == [True]
        assert [others in each["Message"] for each in other.read()] == [True]
        morning(monkeypatch, TODAY + 61 * DAY)
        assert len(mailbox.read()) == len(other.read()) == 1


def test_nobody_hears_where_nothing_is_due(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    morning(monkeypatch, TODAY)
    assert mailbox.read() == []


def test_one_who_cannot_be_told_stops_no_other_and_is_told_later(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept()
    kept(county="平罗县")

    def fails_for_her(_: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        if "Action=Publish" in str(request.body) and CONTACT in str(request.body):
            raise ConnectionClosedError(endpoint_url=request.url)
        return send(request)

    with subscribed(OTHER_CONTACT) as other:
        with wire(fails_for_her), pytest.raises(HandlerFailed, match="Untold"):
            morning(monkeypatch, TODAY + 60 * DAY)
        assert (len(mailbox.read()), len(other.read())) == (0, 1)
        morning(monkeypatch, TODAY + 60 * DAY)
        assert (len(mailbox.read()), len(other.read())) == (1, 0)


def test_on_this_machine_she_hears_at_once_and_once_on_each_new_day(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the month that is over by a clock that was moved has its summary."""
    receipt = kept()
    days = [TODAY + 60 * DAY]
    asked: Queue[date] = Queue()

    def calendar() -> datetime:
        asked.put(days[-1])
        return datetime.combine(days[-1], time(8), clock.SHANGHAI)

    def heard(looks: int) -> list[bool]:
        """After so many looks at the calendar."""
        for _ in range(looks):
            asked.get(timeout=20)
        return [receipt in each["Message"] for each in mailbox.read()]

    monkeypatch.setattr(clock, "now", calendar)
    with daily.telling_daily(every=0.01):
        assert heard(looks=3) == [True]
        days.append(days[-1] + DAY)
        while asked.get(timeout=20) != days[-1]:
            pass
        assert heard(looks=2) == [True]
    over = days[-1].replace(day=1) - DAY
    assert monthly_summaries.find(f"{over:%Y-%m}")


def test_a_long_list_is_cut(mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clocks, "_SHOWN", 2)
    receipts = sorted(kept() for _ in range(3))
    morning(monkeypatch, TODAY + 60 * DAY)
    [message] = mailbox.read()
    assert [receipt in message["Message"] for receipt in receipts] == [True, True, False]
