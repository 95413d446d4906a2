"""The summary of 第十三条: what is in it, who sees what of it, its files, and the monthly one."""

import io
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

import pytest
import requests
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError
from openpyxl import load_workbook

from functions.platform import clock, table
from functions.platform.failures import HandlerFailed
from functions.records import summary_facts
from functions.records.areas import contact_ids
from functions.records.rosters.roster_course import ANSWER_WITHIN
from functions.records.summary_facts import Accepted, Leaving, Settled
from functions.staff import schedule
from functions.staff.summary import paces
from functions.staff.summary.small_groups import SMALLEST
from functions.staff.summary.summary_file import NOT_SHOWN
from functions.worker import service
from shared_rules import cover, deadlines
from tests.functional import claims_requests
from tests.functional.follow_up_deliveries import CONTEXT, Mailbox, subscribed, swept
from tests.functional.requests_to_api import Answer, call, turn_clock
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    PLAN,
    TODAY,
    UNIT,
    new_key,
    rows_of,
    submit,
)
from tests.functional.staff_requests import HER_COUNTY, OTHER_COUNTY, accept, acts_on, desk
from tests.functional.wire import Send, wire

pytestmark = pytest.mark.usefixtures("aws")

DISEASE: Final = "乳腺癌"


def ask(role: str, first: date = TODAY, last: date = TODAY) -> Answer:
    query = {"from": first.isoformat(), "until": last.isoformat()}
    return desk(role, "GET", "/summary", query=query)


def seen(role: str, first: date = TODAY, last: date = TODAY) -> dict[str, Any]:
    answer = ask(role, first, last)
    assert answer.status == 200, answer.body
    return answer.body


def named(rows: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(each for each in rows if each["name"] == name)


def county(made: dict[str, Any], name: str) -> dict[str, Any]:
    return named([each for city in made["cities"] for each in city["counties"]], name)


def accepted(people: int, monkeypatch: pytest.MonkeyPatch, on: date, **unit: Any) -> str:
    """A list of the first people that is submitted and accepted on a day."""
    moment = clock.now().replace(year=on.year, month=on.month, day=on.day)
    with monkeypatch.context() as patch:
        turn_clock(patch, moment)
        kept = submit(new_key(), rows=rows_of(PEOPLE[:people]), unit={**UNIT, **unit})
        assert kept.status == 201, kept.body
        receipt = str(kept.body["receipt"])
        done = accept(receipt, 1, "admin", **acts_on(on))
        assert done.status == 200, done.body
    service.sweep(moment, timedelta(0))
    return receipt


def joined(people: int, where: str = HER_COUNTY, on: date = TODAY, **changes: Any) -> None:
    """The fact of a list that was accepted, all of whose people are new."""
    about = {
        "kind": "企业",
        "unit": new_key(),
        "people": people,
        "premium": people * PLAN.premium.value,
        "first_time": people,
        "renewed": 0,
        "days": 1,
    }
    summary_facts.keep(Accepted(**{**about, **changes}), where, on, new_key())


def settled(count: int, **changes: Any) -> None:
    """Claims of a county that were settled today, without their records."""
    about = {"disease": DISEASE, "outcome": "paid", "amount": 1000, "workdays": 3}
    for number in range(count):
        part = summary_facts.claim_part(Settled(**{**about, **changes}), HER_COUNTY, TODAY)
        table.transact({str(number): part})


# ---- from what is done to what is told ----


def test_an_accepted_list_is_in_the_summary_once(monkeypatch: pytest.MonkeyPatch) -> None:
    accepted(len(PEOPLE), monkeypatch, TODAY)
    service.sweep(clock.now(), timedelta(0))
    made = seen("federation")
    expected = {
        "units": 1,
        "lists": 1,
        "people": len(PEOPLE),
        "first_time": len(PEOPLE),
        "renewed": 0,
        "left": 0,
        "premium": len(PEOPLE) * PLAN.premium.value,
    }
    city = named(made["cities"], "银川市")
    for row in (made["total"], city, county(made, HER_COUNTY), named(made["kinds"], UNIT["kind"])):
        assert {name: row[name] for name in expected} == expected
    assert county(made, OTHER_COUNTY)["people"] == 0
    assert made["hidden"] is None
    [lists, claims] = made["paces"]
    assert (lists["promised_by"], claims["promised_by"]) == ("本站自己定的", "第十五条")
    assert (lists["count"], lists["median"], lists["promise"]) == (1, 0, ANSWER_WITHIN.days)


def test_a_list_that_is_only_submitted_is_not_in_it() -> None:
    assert submit(new_key(), rows=rows_of(PEOPLE)).status == 201
    swept()
    assert seen("admin")["total"]["lists"] == 0


def test_who_renews_and_who_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    issued = TODAY - timedelta(days=400)
    last_day = cover.last_day(issued + DAY, PLAN)
    accepted(9, monkeypatch, issued)
    assert seen("admin", last_day, last_day)["total"]["left"] == 9
    accepted(7, monkeypatch, last_day)
    made = seen("admin", issued, TODAY)["total"]
    assert (made["lists"], made["units"], made["people"]) == (2, 1, 16)
    assert (made["first_time"], made["renewed"], made["left"]) == (9, 7, 2)
    assert seen("admin", last_day + DAY, TODAY)["total"]["left"] == 0


def test_whose_cover_still_runs_has_not_left(monkeypatch: pytest.MonkeyPatch) -> None:
    issued = TODAY - timedelta(days=100)
    accepted(9, monkeypatch, issued)
    assert seen("admin", issued, TODAY + 400 * DAY)["total"]["left"] == 0


def test_she_who_goes_on_in_another_county_leaves_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    issued = TODAY - timedelta(days=400)
    last_day = cover.last_day(issued + DAY, PLAN)
    accepted(9, monkeypatch, issued)
    accepted(9, monkeypatch, last_day, county=OTHER_COUNTY, kind="企业")
    made = seen("admin", issued, TODAY)
    left = [county(made, name)["left"] for name in (HER_COUNTY, OTHER_COUNTY)]
    assert left == [0, 0]
    assert county(made, OTHER_COUNTY)["renewed"] == 9


def test_a_reported_claim_is_counted_by_its_disease_and_nobody_can_tell_whose() -> None:
    kept = claims_requests.submit(claims_requests.new_key())
    assert kept.status == 201
    made = seen("admin")
    assert (made["claims"]["reported"], named(made["diseases"], DISEASE)["reported"]) == (1, 1)
    [fact] = [
        each
        for each in table.between({"pk": f"FACTS#{TODAY:%Y-%m}#{HER_COUNTY}", "sk": " "}, "~")
        if "reported" in each["sk"]
    ]
    assert not [each for each in (kept.body["receipt"], DISEASE) if each in str(fact)]
    claims_requests.submit(claims_requests.new_key(), diagnosis={"disease": None})
    assert named(seen("admin")["diseases"], "还没有确定病种")["reported"] == 1


def test_settled_claims_are_counted_by_disease_and_outcome() -> None:
    settled(6, workdays=1)
    settled(2, workdays=PLAN.payout_within.value)
    settled(2, workdays=PLAN.payout_within.value + 1)
    settled(1, disease="卵巢癌", outcome="refused", amount=0, workdays=None)
    settled(1, disease="卵巢癌", outcome="refunded", amount=100)
    made = seen("admin")
    breast, ovary = (named(made["diseases"], name) for name in (DISEASE, "卵巢癌"))
    assert (breast["paid"], breast["paid_amount"], breast["refused"]) == (10, 10_000, 0)
    assert (ovary["refused"], ovary["refunded"], ovary["refunded_amount"]) == (1, 1, 100)
    assert (made["claims"]["paid"], made["claims"]["refunded_amount"]) == (10, 100)
    [_, pace] = made["paces"]
    assert (pace["count"], pace["in_time"]) == (11, 9)
    assert (pace["median"], pace["ninetieth"]) == (1, PLAN.payout_within.value + 1)


@pytest.mark.parametrize("late", [0, 1])
def test_workdays_count_as_the_promise_does(late: int) -> None:
    complete = date(2026, 9, 18)
    promised = deadlines.pay_by(complete, PLAN).day
    fact = Settled.of(
        DISEASE, "paid", 1, papers_complete_on=complete, settled_on=promised + late * DAY
    )
    assert fact.workdays == PLAN.payout_within.value + late


# ---- who sees what ----


def test_a_contact_sees_her_own_counties_only() -> None:
    joined(3)
    joined(30, OTHER_COUNTY)
    hers, others = seen("contact"), seen("other contact")
    assert (hers["total"]["people"], others["total"]["people"]) == (3, 30)
    names = [each["name"] for city in hers["cities"] for each in city["counties"]]
    assert names == [name for name, it in contact_ids().items() if it == contact_ids()[HER_COUNTY]]


def test_a_union_sees_its_own_county_only() -> None:
    joined(3)
    joined(30, OTHER_COUNTY)
    settled(SMALLEST)
    made = seen("area")
    assert [each["name"] for city in made["cities"] for each in city["counties"]] == [HER_COUNTY]
    assert (made["total"]["people"], made["claims"]["paid"]) == (3, SMALLEST)


@pytest.mark.parametrize("role", ["contact", "area", "federation", "admin"])
def test_of_the_insured_nothing_is_hidden_as_it_tells_of_no_illness(role: str) -> None:
    joined(SMALLEST - 1, first_time=1, renewed=3)
    made = seen(role)
    hers = county(made, HER_COUNTY)
    assert (hers["people"], hers["first_time"], hers["renewed"]) == (4, 1, 3)
    assert (made["total"]["premium"], made["hidden"]) == (4 * PLAN.premium.value, None)


@pytest.mark.parametrize("role", ["contact", "area"])
def test_small_groups_of_claims_are_for_who_may_open_claims(role: str) -> None:
    settled(SMALLEST - 1)
    settled(1, outcome="refused")
    settled(SMALLEST, disease="卵巢癌")
    made = seen(role)
    breast, ovary = (named(made["diseases"], name) for name in (DISEASE, "卵巢癌"))
    assert (breast["paid"], breast["paid_amount"], breast["refused"]) == (None, None, None)
    assert (ovary["paid"], made["claims"]["paid"], made["claims"]["refused"]) == (None, 9, None)
    [_, pace] = made["paces"]
    assert (pace["count"], pace["in_time"], pace["median"]) == (None, None, 3)
    assert f"不到 {SMALLEST} 件" in made["hidden"]["message"]


@pytest.mark.parametrize("count", [1, SMALLEST - 1])
def test_the_federation_sees_the_sum_of_a_few_claims_and_not_of_which_disease(count: int) -> None:
    settled(count, disease="卵巢癌")
    made = seen("federation")
    assert (made["claims"]["paid"], made["claims"]["paid_amount"]) == (count, 1000 * count)
    # Nor by which is left: where there was no other disease, none is told.
    assert {each["paid"] for each in made["diseases"]} == {None}
    assert {each["paid_amount"] for each in made["diseases"]} == {None}
    [_, pace] = made["paces"]
    assert (pace["count"], pace["median"]) == (count, 3)
    assert made["hidden"]
    assert seen("admin")["hidden"] is None


def test_beside_a_few_claims_the_federation_sees_no_other_that_tells_of_them() -> None:
    settled(SMALLEST - 1, disease="卵巢癌")
    settled(SMALLEST)
    settled(20, disease="子宫颈癌")
    made = seen("federation")
    told = {each["name"]: each["paid"] for each in made["diseases"]}
    assert (told["卵巢癌"], told[DISEASE], told["子宫颈癌"]) == (None, None, 20)
    assert (told["输卵管癌"], made["claims"]["paid"]) == (0, 29)


@pytest.mark.parametrize("count", [SMALLEST - 1, SMALLEST])
def test_days_of_a_few_claims_are_not_told(count: int) -> None:
    settled(count)
    [_, pace] = seen("area")["paces"]
    assert pace["median"] == (None if count < SMALLEST else 3)


# ---- periods ----


@pytest.mark.parametrize(
    ("first", "last", "status"),
    [
        (TODAY, TODAY, 200),
        (TODAY, TODAY - DAY, 422),
        (date(2024, 1, 31), date(2026, 12, 1), 200),
        (date(2024, 1, 31), date(2027, 1, 1), 422),
        (date(1, 1, 1), date(9999, 12, 31), 422),
    ],
)
def test_a_period_has_its_length(first: date, last: date, status: int) -> None:
    assert ask("contact", first, last).status == status


@pytest.mark.parametrize(
    "query", [{}, {"from": "2026-11-01"}, {"from": "x", "until": "2026-11-01"}]
)
def test_a_period_needs_two_days(query: dict[str, str]) -> None:
    assert desk("admin", "GET", "/summary", query=query).status == 422


def test_both_days_are_in_it() -> None:
    for late in (-1, 0, 1, 2):
        joined(10, on=TODAY + late * DAY)
    assert seen("admin", TODAY, TODAY + DAY)["total"]["lists"] == 2


def test_a_period_reads_its_months_and_counties_however_much_there_is() -> None:
    for _ in range(30):
        joined(10)
    summary_facts.keep(Leaving(kind="企业", people=1), HER_COUNTY, TODAY, new_key())
    with wire() as asked:
        seen("contact", date(2026, 1, 15), date(2026, 3, 1))
    targets = [str(each.headers["X-Amz-Target"]) for each in asked.requests]
    counties, months, waiting = 2, 3, 2
    assert [".Query" in each for each in targets] == [True] * (months + waiting) * counties


# ---- files ----


def book(answer: Answer) -> tuple[bytes, dict[str, list[tuple[Any, ...]]]]:
    assert answer.status == 200, answer.body
    data = requests.get(answer.body["url"], timeout=30).content
    sheets = load_workbook(io.BytesIO(data)).worksheets
    return data, {each.title: list(each.iter_rows(values_only=True)) for each in sheets}


def test_the_workbook_says_what_the_page_says() -> None:
    joined(SMALLEST - 1)
    joined(30, OTHER_COUNTY)
    period = {"from": TODAY.isoformat(), "until": TODAY.isoformat()}
    settled(1)
    data, sheets = book(desk("admin", "POST", "/summary/file", period))
    assert list(sheets) == ["按市县", "按单位性质", "理赔", "办理时间", "没有办完"]
    row = next(each for each in sheets["按市县"] if each[1] == OTHER_COUNTY)
    assert row == ("石嘴山市", OTHER_COUNTY, 1, 1, 30, 30, 0, 0, 3000)
    assert book(desk("admin", "POST", "/summary/file", period))[0] == data
    _, masked = book(desk("federation", "POST", "/summary/file", period))
    hers = next(each for each in masked["按市县"] if each[1] == HER_COUNTY)
    assert hers[:5] == ("银川市", HER_COUNTY, 1, 1, SMALLEST - 1)
    breast, total = (next(r for r in masked["理赔"] if r[0] == it) for it in (DISEASE, "合计"))
    assert (breast[2], breast[5], total[2], total[5]) == (NOT_SHOWN, NOT_SHOWN, 1, 1000)


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with subscribed("federation") as found:
        yield found


def first_of_month(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    moment = clock.now().replace(year=day.year, month=day.month, day=day.day)
    monkeypatch.setattr(schedule, "now", lambda: moment)
    schedule.summary_handler({}, CONTEXT)


def test_the_month_is_told_once_and_stays_as_it_was(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined(1234, on=date(2026, 10, 31))
    joined(SMALLEST - 1, OTHER_COUNTY, on=date(2026, 10, 31))
    joined(5, on=date(2026, 11, 1))
    for _ in range(2):
        first_of_month(monkeypatch, date(2026, 11, 1))
    [message] = [each["Message"] for each in mailbox.read()]
    assert "2026年10月1日 至 2026年10月31日" in message
    assert "1,238 人" in message
    joined(10, on=date(2026, 10, 31))
    first_of_month(monkeypatch, date(2026, 12, 1))
    made = desk("federation", "GET", "/summary/monthly").body["months"]
    assert [each["month"] for each in made] == ["2026-11", "2026-10"]
    _, sheets = book(desk("federation", "POST", "/summary/monthly/2026-10/file"))
    assert sheets["按市县"][-1][4] == 1238


def test_a_month_that_was_missed_is_made_later(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first month of which there is a fact, none is left out."""

    def nobody_is_told(_: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        if "Action=Publish" in str(request.body):
            raise ConnectionClosedError(endpoint_url=request.url)
        return send(request)

    joined(SMALLEST, on=date(2026, 8, 31))
    for day in (date(2026, 9, 1), date(2026, 10, 30)):
        with wire(nobody_is_told), pytest.raises(HandlerFailed, match="ConnectionClosedError"):
            first_of_month(monkeypatch, day)
    assert desk("federation", "GET", "/summary/monthly").body["months"] == []
    first_of_month(monkeypatch, date(2026, 11, 20))
    first_of_month(monkeypatch, date(2027, 1, 31))
    subjects = [each["Subject"].removeprefix("Ankangbao ") for each in mailbox.read()]
    assert subjects == ["2026-08", "2026-09", "2026-10", "2026-11", "2026-12"]


def test_a_month_that_was_never_made_is_not_there() -> None:
    assert desk("federation", "POST", "/summary/monthly/2020-01/file").status == 404


@pytest.mark.parametrize(
    ("days", "median", "ninetieth"),
    [([7], 7, 7), ([1, 2], 1, 2), (list(range(1, 11)), 5, 9), (list(range(1, 12)), 6, 10)],
)
def test_percentiles_are_days_that_something_took(
    days: list[int], median: int, ninetieth: int
) -> None:
    assert [paces.percentile(days, share) for share in paces.PERCENTILES] == [median, ninetieth]


# ---- what waits now ----


def waits(role: str, day: date) -> list[tuple[str, int, int]]:
    """The label, how many wait, and how many of them are overdue, of what is told on a day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("functions.staff.summary.routes.now", lambda: clock.now() + (day - TODAY))
        made = seen(role)
    assert not any(each["is_more"] for each in made["waiting"])
    return [(each["label"][:5], each["count"], each["overdue"]) for each in made["waiting"]]


def test_what_is_overdue_is_counted_while_nobody_has_done_it() -> None:
    for county in (HER_COUNTY, HER_COUNTY, OTHER_COUNTY):
        answer = submit(new_key(), rows=rows_of(PEOPLE[:1]), unit={**UNIT, "county": county})
        assert answer.status == 201, answer.body
    assert claims_requests.submit(claims_requests.new_key()).status == 201
    last = TODAY + ANSWER_WITHIN
    lists, none = ("名单：等对", 3, 0), ("名单：退回", 0, 0)
    claims = [("理赔：等补", 1, 0), ("理赔：材料", 0, 0)]
    assert waits("federation", last) == [lists, none, *claims]
    assert waits("federation", last + DAY) == [("名单：等对", 3, 3), none, *claims]
    assert waits("federation", last + 6 * DAY)[2] == ("理赔：等补", 1, 1)
    assert waits("area", last + DAY) == waits("contact", last + DAY)
    assert waits("contact", last + DAY) == [("名单：等对", 2, 2), none], "no claims"


# ---- what everybody may read ----


def published() -> Any:
    return call("GET", "/api/services").body["paces"]


@pytest.mark.parametrize("count", [SMALLEST - 1, SMALLEST])
def test_how_long_things_took_is_published_daily_of_five_cases_or_more(count: int) -> None:
    settled(count)
    for number in range(count):
        joined(10, on=TODAY - number * DAY, days=number)
    tomorrow = clock.now() + DAY
    paces.publish(tomorrow)
    made = published()
    assert made["last_day"] == TODAY.isoformat()
    told = [(each["label"][:2], each["median"], each["ninetieth"]) for each in made["paces"]]
    assert told == ([] if count < SMALLEST else [("名单", 2, 4), ("理赔", 3, 3)])


def test_what_was_done_in_the_last_ninety_days_is_published() -> None:
    for late in (0, 1, 89, 90, 91):
        joined(10, on=TODAY - late * DAY, days=late)
    paces.publish(clock.now())
    made = published()
    assert made["first_day"] == (TODAY - 90 * DAY).isoformat()
    assert made["paces"] == []
    for late in (1, 90):
        joined(10, on=TODAY - late * DAY, days=late)
    paces.publish(clock.now())
    [told] = published()["paces"]
    assert (told["median"], told["ninetieth"]) == (89, 90)
