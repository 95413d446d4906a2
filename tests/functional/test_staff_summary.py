"""The summary of 第十三条: what is in it, and who sees what of it."""

from datetime import date, timedelta

import pytest

from functions.platform import clock, table
from functions.records import summary_facts
from functions.records.areas import contact_ids
from functions.records.rosters.roster_course import ANSWER_WITHIN
from functions.records.summary_facts import Leaving, Settled
from functions.staff.summary.small_groups import SMALLEST
from functions.worker import service
from shared_rules import cover, deadlines
from tests.functional import claims_requests
from tests.functional.follow_up_deliveries import swept
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
from tests.functional.staff_requests import HER_COUNTY, OTHER_COUNTY, desk
from tests.functional.summary_requests import (
    DISEASE,
    accepted,
    ask,
    county,
    joined,
    named,
    seen,
    settled,
)
from tests.functional.wire import wire

pytestmark = pytest.mark.usefixtures("aws")


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


# ---- what waits now ----


def waits(role: str, day: date) -> list[tuple[str, int, int]]:
    """The label, how many wait, and how many of them are overdue, of what is told on a day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("functions.staff.summary.routes.now", lambda: clock.now() + (day - TODAY))
        made = seen(role)
    assert not any(each["is_more"] for each in made["waiting"])
    return [(each["label"][:5], each["count"], each["overdue"]) for each in made["waiting"]]


def test_what_is_overdue_is_counted_while_nobody_has_done_it() -> None:
    for name in (HER_COUNTY, HER_COUNTY, OTHER_COUNTY):
        answer = submit(new_key(), rows=rows_of(PEOPLE[:1]), unit={**UNIT, "county": name})
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
