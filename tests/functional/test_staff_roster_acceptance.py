"""What accepts a list: its days, whom it leaves out, and the cover that everybody else has then."""

import os
from datetime import date, timedelta
from typing import Any

import boto3
import pytest

from functions.local import samples
from functions.local.samples import Person
from functions.staff.rosters.acceptance_days import UNUSUAL_AFTER
from shared_rules import cover, days, plans
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    PLAN,
    TODAY,
    TOMORROW,
    correct,
    printed,
    rows_of,
    status,
)
from tests.functional.staff_requests import ACTS, accept, acts_on, at, case
from tests.functional.staff_roster_requests import (
    accepted,
    followed_up,
    kept,
    refusal,
    rows,
    years_old,
)

pytestmark = pytest.mark.usefixtures("aws")


# ---- days and refusals ----


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"consent_date": TOMORROW}, [("acceptance.in_future", "consent_date")]),
        ({"premium_received_date": TOMORROW}, [("acceptance.in_future", "premium_received_date")]),
        ({"policy_issued_date": TOMORROW}, [("acceptance.in_future", "policy_issued_date")]),
        ({"consent_date": TODAY - DAY}, [("acceptance.before_submission", "consent_date")]),
        (
            {"policy_issued_date": TODAY - DAY},
            [("acceptance.before_submission", "policy_issued_date")],
        ),
        (
            {"premium_received_date": days.anniversary(TODAY, -1) - DAY},
            [("acceptance.premium_too_early", "premium_received_date")],
        ),
        (
            {"premium_received_date": days.anniversary(TODAY, -1)},
            [("acceptance.premium_early", "premium_received_date")],
        ),
        (
            {"premium_received_date": TODAY - UNUSUAL_AFTER - DAY},
            [("acceptance.premium_early", "premium_received_date")],
        ),
        ({"agreed_first_day": TODAY}, [("cover.agreed_too_early", "agreed_first_day")]),
        (
            {"agreed_first_day": days.anniversary(TOMORROW, 1) + DAY},
            [("cover.agreed_too_late", "agreed_first_day")],
        ),
        ({"agreed_first_day": "明天"}, [("request.field", "agreed_first_day")]),
        ({"consent_date": "2026-02-30"}, [("request.field", "consent_date")]),
        ({"consent_date": "昨天"}, [("request.field", "consent_date")]),
        ({"policy_number": "NX1"}, [("policy.number", "policy_number")]),
        ({"policy_number": "=1+1+1"}, [("policy.number", "policy_number")]),
        ({"policy_number": "N" * 41}, [("policy.number", "policy_number")]),
        ({"refusals": [11]}, [("request.field", "refusals.0")]),
    ],
)
def test_an_acceptance_that_cannot_be_right_changes_nothing(
    changes: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    first = kept()
    sent = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in changes.items()
    }
    answer = accept(first["receipt"], 1, **sent)
    assert answer.status == 422
    assert [(each["code"], each["field"]) for each in answer.body["findings"]] == found
    assert status(first)["state"] == "submitted"


@pytest.mark.parametrize(
    ("refusals", "codes"),
    [
        ([refusal(11)], ["acceptance.unknown_row"]),
        ([refusal(1), refusal(1)], ["acceptance.unknown_row"]),
        ([refusal(n) for n in range(1, 11)], ["acceptance.nobody_left"]),
        ([refusal(1, article="article-99")], ["request.field"]),
        ([refusal(1, reason="")], ["request.too_short"]),
        ([refusal(1, reason="字" * 501)], ["request.too_long"]),
        ([refusal(1, reason=f"{PEOPLE[0].id_number} 体检不合格")], ["words.id_number"]),
    ],
)
def test_refusals_must_be_somebody_s_with_a_reason(refusals: object, codes: list[str]) -> None:
    answer = accept(kept()["receipt"], 1, refusals=refusals)
    assert (answer.status, answer.codes) == (422, codes)


def test_premium_may_have_come_before_the_list() -> None:
    early = (TODAY - UNUSUAL_AFTER).isoformat()
    assert accept(kept()["receipt"], 1, premium_received_date=early).status == 200


def test_days_that_are_unusual_are_confirmed_with_the_days_before_one_s_eyes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, received = kept(), TODAY - UNUSUAL_AFTER - DAY
    at(monkeypatch, TODAY + UNUSUAL_AFTER + 2 * DAY)
    sent = {
        "consent_date": str(TODAY),
        "policy_issued_date": str(TODAY),
        "premium_received_date": str(received),
    }
    codes = ["acceptance.premium_early", "acceptance.begun_long_ago"]
    refused = accept(first["receipt"], 1, **sent)
    assert (refused.status, refused.codes) == (422, codes)
    early, long_ago = refused.body["findings"]
    assert (early["params"]["received"], early["params"]["submitted"]) == (
        *(str(received), str(TODAY)),
    )
    assert long_ago["params"]["first_day"] == str(TOMORROW)
    assert accept(first["receipt"], 1, **sent, confirmations=codes[:1]).codes == codes[1:]
    done = accept(first["receipt"], 1, **sent, confirmations=codes)
    assert (done.status, done.body["acceptance"]["confirmations"]) == (200, codes)


@pytest.mark.parametrize("later", [UNUSUAL_AFTER, UNUSUAL_AFTER + DAY])
def test_what_is_written_down_some_weeks_later_is_usual(
    monkeypatch: pytest.MonkeyPatch, later: timedelta
) -> None:
    first = kept()
    at(monkeypatch, TODAY + later)
    assert accept(first["receipt"], 1, **acts_on(TODAY)).status == 200


@pytest.mark.parametrize("late", ACTS)
def test_cover_begins_after_the_latest_of_the_three_days(
    monkeypatch: pytest.MonkeyPatch, late: str
) -> None:
    first = kept()
    at(monkeypatch, TODAY + 5 * DAY)
    days = acts_on(TODAY) | {late: (TODAY + 3 * DAY).isoformat()}
    answer = accept(first["receipt"], 1, **days)
    assert answer.body["acceptance"]["first_day"] == (TODAY + 4 * DAY).isoformat()


def test_who_is_refused_is_not_insured_and_her_unit_learns_why() -> None:
    first = kept()
    answer = accept(first["receipt"], 1, refusals=[refusal(2), refusal(5)])
    assert answer.body["acceptance"]["people"] == len(PEOPLE) - 2
    told = status(first)["policy"]
    assert told["people"] == len(PEOPLE) - 2
    assert told["premium"]["amount"] == (len(PEOPLE) - 2) * PLAN.premium.value
    assert [(each["row"], each["article_label"]) for each in told["refusals"]] == [
        (2, "第三条"),
        (5, "第三条"),
    ]
    followed_up()
    page = rows("contact", first["receipt"])["rows"]
    assert [each["row"] for each in page if each["refusal"]] == [2, 5]
    assert [each["row"] for each in page if not each["cover"]] == [2, 5]
    assert len(printed(first)) == len(PEOPLE)


def test_who_is_too_old_on_the_real_first_day_must_be_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """She was 64 on the day after the list came, and is 65 when cover begins."""
    first_day = TODAY + 11 * DAY
    born = years_old(65, on=first_day, after_birthday=0)
    first = kept([*PEOPLE[:3], Person("李梅", samples.id_number(born, 2), "工人")])
    at(monkeypatch, TODAY + 20 * DAY)

    def attempt(issued: date, **changes: Any) -> Answer:
        return accept(first["receipt"], 1, policy_issued_date=issued.isoformat(), **changes)

    refused = attempt(first_day - DAY)
    assert [(each["code"], each["row"]) for each in refused.body["findings"]] == [
        ("eligibility.too_old", 4)
    ]
    assert status(first)["state"] == "submitted"
    assert attempt(first_day - DAY, refusals=[refusal(4)]).status == 200


# ---- cover ----


@pytest.mark.parametrize("early", [1, 20, 90])
def test_a_renewal_done_early_begins_after_the_old_cover_for_a_whole_year(
    monkeypatch: pytest.MonkeyPatch, early: int
) -> None:
    """第四条: nobody loses a paid day by being early, and nobody has two policies at once."""
    issued = TODAY - timedelta(days=300)
    accepted(PEOPLE[:3], monkeypatch, issued)
    old_last_day = cover.last_day(issued + DAY, PLAN)
    # A new joiner is in it too: the policy has one first day.
    done = old_last_day - (early + 1) * DAY
    second = accepted(PEOPLE[:4], monkeypatch, done + DAY)
    policy = status(second)["policy"]
    first_day = old_last_day + DAY
    last_day = cover.last_day(first_day, PLAN)
    assert (policy["first_day"], policy["last_day"]) == (str(first_day), str(last_day))
    assert policy["begins"]["code"] == "cover.begins_after_old"
    assert policy["consent_date"] == str(done + DAY)
    kept_case = case("contact", second["receipt"])
    assert kept_case["acceptance"]["old_last_day"] == str(old_last_day)
    assert (kept_case["cover"]["continuous"], kept_case["cover"]["first_time"]) == (3, 1)
    assert kept_case["cover"]["attention_rows"] == []
    page = rows("contact", second["receipt"])["rows"]
    assert [each["is_elsewhere"] for each in page] == [False] * 4
    waits = cover.waiting_last_day(first_day, PLAN, continuous=False)
    assert [each["cover"]["waiting_last_day"] for each in page] == [None] * 3 + [str(waits)]
    assert {each["cover"]["first_day"] for each in page} == {str(first_day)}
    codes = [[found["code"] for found in each["cover"]["findings"]] for each in page]
    changed = (
        ["cover.plan_changed"] if plans.of_policy(done + DAY) != plans.of_policy(issued) else []
    )
    assert codes == [changed] * 3 + [[]]


def test_the_desk_is_told_the_old_cover_and_may_agree_on_another_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issued = TODAY - timedelta(days=300)
    accepted(PEOPLE[:2], monkeypatch, issued)
    old_last_day = cover.last_day(issued + DAY, PLAN)
    second = kept(PEOPLE[:3])
    told = case("contact", second["receipt"])["old_covers"]
    assert told == [{"last_day": str(old_last_day), "people": 2}]
    assert case("federation", second["receipt"])["old_covers"] == []
    agreed = old_last_day + 10 * DAY
    answer = accept(second["receipt"], 1, agreed_first_day=str(agreed))
    assert answer.status == 200
    assert answer.body["acceptance"]["first_day"] == str(agreed)
    assert answer.body["acceptance"]["begins"]["code"] == "cover.begins_as_agreed"
    assert answer.body["old_covers"] == []
    again = accept(second["receipt"], 1, agreed_first_day=str(agreed))
    assert (again.status, again.body["revision"]) == (200, 2)
    assert accept(second["receipt"], 1, agreed_first_day=str(agreed + DAY)).status == 412


def test_cover_that_runs_for_long_yet_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    issued = TODAY - timedelta(days=100)
    accepted(PEOPLE[:2], monkeypatch, issued)
    why = [{"rows": [1, 2], "reason": "另一份已申请退保"}]
    second = accepted(PEOPLE[:2], monkeypatch, TODAY, accepted_rows=why)
    assert status(second)["policy"]["first_day"] == str(TOMORROW)
    assert case("contact", second["receipt"])["cover"]["attention_rows"] == [1, 2]


def test_the_unit_is_told_the_days_to_expect_from_what_it_says_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing that is known of its people: asking for a number would tell who is insured."""
    issued = TODAY - timedelta(days=300)
    accepted(PEOPLE[:2], monkeypatch, issued)
    old_last_day = cover.last_day(issued + DAY, PLAN)
    silent = status(kept(PEOPLE[:2]))
    assert silent["expected"]["first_day"] == str(TOMORROW)
    assert silent["expected"]["begins"]["code"] == "cover.begins_after_acts"
    said = status(kept(PEOPLE[:2], old_last_day=str(old_last_day)))
    assert said["unit"]["old_last_day"] == str(old_last_day)
    assert said["expected"]["first_day"] == str(old_last_day + DAY)
    assert said["expected"]["last_day"] == str(cover.last_day(old_last_day + DAY, PLAN))
    assert said["expected"]["begins"]["code"] == "cover.begins_after_old"


@pytest.mark.parametrize(("gap", "is_continuous"), [(-3, True), (0, True), (1, False)])
def test_cover_is_continuous_where_her_last_policy_leaves_no_gap(
    monkeypatch: pytest.MonkeyPatch, gap: int, *, is_continuous: bool
) -> None:
    issued = TODAY - timedelta(days=300)
    first = accepted(PEOPLE[:2], monkeypatch, issued)
    begun = issued + DAY
    last_day = cover.last_day(begun, PLAN)
    second = accepted(PEOPLE[:3], monkeypatch, last_day + gap * DAY)
    assert case("contact", first["receipt"])["cover"]["first_time"] == 2
    page = [each["cover"] for each in rows("contact", second["receipt"])["rows"]]
    summary = case("contact", second["receipt"])["cover"]
    # Who renews early begins when the old cover has ended, and who is new begins with her.
    begins = max(last_day + (gap + 1) * DAY, last_day + DAY)
    assert [each["is_continuous"] for each in page] == [is_continuous, is_continuous, False]
    assert (summary["continuous"], summary["first_time"]) == ((2, 1) if is_continuous else (0, 3))
    assert page[0]["first_day"] == max(begins, last_day + DAY).isoformat()
    assert page[2]["first_day"] == begins.isoformat()
    waits = cover.waiting_last_day(begins, PLAN, continuous=False)
    assert waits
    assert page[2]["waiting_last_day"] == waits.isoformat()
    assert page[0]["waiting_last_day"] == (None if is_continuous else waits.isoformat())
    assert summary["attention_rows"] == []


def listed(receipt: str) -> list[dict[str, Any]]:
    """What the index of people says of a list."""
    table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])
    found: list[Any] = [item[receipt] for item in table.scan()["Items"] if receipt in item]
    table.meta.client.close()
    return found


def test_the_index_has_the_real_days_whatever_comes_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list itself is followed up after its acceptance, and who left it before stays out."""
    first = kept()
    assert correct(first, 1, rows=rows_of(PEOPLE[:8])).status == 200
    assert accept(first["receipt"], 2, refusals=[refusal(1)]).status == 200
    followed_up()
    found = listed(first["receipt"])
    covered = [each for each in found if "cover_from" in each]
    assert (len(found), len(covered)) == (10, 7)
    assert {each["cover_from"] for each in covered} == {TOMORROW.isoformat()}
    assert {each["policy_issued"] for each in found} == {TODAY.isoformat()}


def test_an_accepted_list_makes_the_next_one_a_renewal() -> None:
    first = kept()
    assert accept(first["receipt"], 1, refusals=[refusal(3)]).status == 200
    last_day = cover.last_day(TOMORROW, PLAN)
    answer = call(
        "POST",
        "/api/rosters/renewal",
        {
            "this": {"rows": rows_of(PEOPLE)},
            "last": {"receipt": first["receipt"], "access_code": first["access_code"]},
            "last_day": TODAY.isoformat(),
        },
    )
    assert answer.status == 200
    assert answer.body["last_day"] == last_day.isoformat()
    counts = answer.body["counts"]
    assert (counts["renewed"], counts["added"]) == (len(PEOPLE) - 1, 1)
