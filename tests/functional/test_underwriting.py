"""What the desk knows of people before it accepts their list, and decides of single ones."""

from datetime import date, timedelta
from typing import Any, Final

import pytest

from functions.local import samples
from functions.local.samples import Person
from functions.platform import table
from shared_rules import cover
from tests.functional.claims_requests import WOMAN
from tests.functional.requests_to_api import Answer, code_of
from tests.functional.rosters_requests import DAY, PEOPLE, PLAN, TODAY, TOMORROW, status
from tests.functional.staff_claim_requests import assessment, insured, paid, reported
from tests.functional.staff_requests import accept, at, case, desk, send_back
from tests.functional.staff_roster_requests import (
    accepted,
    followed_up,
    kept,
    log,
    refusal,
    rows,
    years_old,
)

pytestmark = pytest.mark.usefixtures("aws")

TOO_OLD: Final = "eligibility.first_time_too_old"
OTHER_COUNTY: Final = {"name": "大武口区示例小学", "county": "大武口区"}


def underwriting(receipt: str, role: str = "contact", **query: str) -> dict[str, Any]:
    answer = desk(role, "GET", f"/rosters/{receipt}/underwriting", query=query)
    assert answer.status == 200, answer.body
    return answer.body


def counts(found: dict[str, Any]) -> tuple[int, int, int]:
    return found["continuous"], found["lapsed"], found["first_time"]


def woman_of_61(number: int = 2) -> Person:
    """She was 61 a month ago."""
    born = years_old(61, on=TODAY, after_birthday=30)
    return Person("李梅", samples.id_number(born, number), "工人")


def seen(*numbers: int, last_day: date = TODAY, paper: str = "2025 年保险单原件") -> dict[str, Any]:
    return {"rows": list(numbers), "last_day": str(last_day), "paper": paper}


def told(answer: Answer) -> list[tuple[str, str]]:
    return [(each["code"], each["field"]) for each in answer.body["findings"]]


# ---- before acceptance ----


@pytest.mark.parametrize(("gap", "found"), [(0, (2, 0, 1)), (1, (0, 2, 1))])
def test_the_desk_sees_who_renews_who_lapsed_and_who_is_new(
    monkeypatch: pytest.MonkeyPatch, gap: int, found: tuple[int, int, int]
) -> None:
    issued = TODAY - timedelta(days=300)
    accepted(PEOPLE[:2], monkeypatch, issued)
    last_day = cover.last_day(issued + DAY, PLAN)
    second = kept(PEOPLE[:3])
    begins = last_day + (gap + 1) * DAY
    shown = underwriting(second["receipt"], first_day=str(begins))
    assert (shown["first_day"], counts(shown)) == (str(begins), found)
    not_renewing = [(each["row"], each["standing"], each["old_last_day"]) for each in shown["rows"]]
    lapsed = [(1, "lapsed", str(last_day)), (2, "lapsed", str(last_day))] if gap else []
    assert not_renewing == [*lapsed, (3, "first_time", None)]
    waits = cover.waiting_last_day(begins, PLAN, continuous=False)
    assert shown["rows"][-1]["waiting_last_day"] == str(waits)


def test_without_a_day_it_is_the_one_that_would_be_proposed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issued = TODAY - timedelta(days=300)
    accepted(PEOPLE[:3], monkeypatch, issued)
    renewal, first = kept(PEOPLE[:2]), kept(PEOPLE[3:5])
    after_old = cover.last_day(issued + DAY, PLAN) + DAY
    assert underwriting(renewal["receipt"]) == {
        "first_day": str(after_old),
        "rows": [],
        "continuous": 2,
        "lapsed": 0,
        "first_time": 0,
    }
    assert underwriting(first["receipt"])["first_day"] == str(TOMORROW)


def test_who_is_old_enough_only_by_an_old_cover_that_her_unit_spoke_of_is_decided_on() -> None:
    said = TODAY + 30 * DAY
    born = years_old(PLAN.minimum_age.value, on=said + DAY, after_birthday=0)
    young = Person("丁香", samples.id_number(born, 4), "")
    receipt = kept([young], old_last_day=str(said))["receipt"]
    table = [(None, ["eligibility.too_young"]), (said, ["eligibility.too_young"]), (said + DAY, [])]
    for day, codes in table:
        query = {"first_day": str(day)} if day else {}
        (row,) = underwriting(receipt, **query)["rows"]
        assert [each["code"] for each in row["to_decide"]] == codes
    assert accept(receipt, 1).status == 422


def test_another_list_is_named_to_who_may_see_it(monkeypatch: pytest.MonkeyPatch) -> None:
    hers = accepted(PEOPLE[:1], monkeypatch, TODAY)
    with monkeypatch.context() as patch:
        at(patch, TODAY)
        other = kept(PEOPLE[1:2], **OTHER_COUNTY)
    assert accept(other["receipt"], 1, "admin").status == 200
    waiting = kept(PEOPLE[2:3], name="贺兰县第二示例小学")
    second = kept(PEOPLE[:4])
    followed_up()
    one, two, three, four = underwriting(second["receipt"])["rows"]
    assert [each["receipt"] for each in one["others"]] == [hers["receipt"]]
    assert [(each["receipt"], each["unit_name"]) for each in two["others"]] == [(None, None)]
    assert [(each["receipt"], each["is_accepted"]) for each in three["others"]] == [
        (waiting["receipt"], False)
    ]
    assert four["others"] == []
    codes = [[each["code"] for each in row["to_decide"]] for row in (one, two, three, four)]
    assert codes == [["underwriting.covered_elsewhere"]] * 2 + [[], []]
    all_seen = underwriting(second["receipt"], "admin")["rows"][1]["others"]
    assert [each["receipt"] for each in all_seen] == [other["receipt"]]


def test_only_who_decides_looks_and_the_log_says_so() -> None:
    receipt = kept()["receipt"]
    for role in ("federation", "claims", "other contact", "nobody"):
        answer = desk(role, "GET", f"/rosters/{receipt}/underwriting")
        assert answer.status == 404, role
    underwriting(receipt)
    [entry] = [each for each in log(receipt) if each["what"] == "viewed_rows"]
    assert entry["rows"] == [1, len(PEOPLE)]
    path = f"/rosters/{receipt}/underwriting"
    for wrong in ("2026-02-30", "明天"):
        assert desk("contact", "GET", path, query={"first_day": wrong}).status == 422
    assert send_back(receipt, 1).status == 200
    answer = desk("contact", "GET", f"/rosters/{receipt}/underwriting")
    assert code_of(answer) == (409, "staff.state")


@pytest.mark.parametrize("people", [99, 101])
def test_it_costs_a_read_for_each_hundred_people(
    monkeypatch: pytest.MonkeyPatch, people: int
) -> None:
    receipt = kept(samples.people(people, seed=5, today=TODAY))["receipt"]
    asked: list[int] = []
    get_all = table.get_all

    def counted(keys: Any) -> Any:
        asked.append(-(-len(keys) // 100))
        return get_all(keys)

    monkeypatch.setattr(table, "get_all", counted)
    assert underwriting(receipt)["first_time"] == people
    assert asked == [-(-people // 100), 0]


# ---- what is left open stops acceptance ----


def test_who_is_61_without_history_needs_papers_or_a_refusal() -> None:
    first = kept([*PEOPLE[:2], woman_of_61(), woman_of_61(4)])
    [one, two] = [each for each in underwriting(first["receipt"])["rows"] if each["to_decide"]]
    assert [each["code"] for each in one["to_decide"]] == [TOO_OLD]
    refused = accept(first["receipt"], 1)
    assert told(refused) == [("acceptance.needs_old_cover", "underwriting.3")]
    assert "第 3、4 行" in refused.body["findings"][0]["message"]
    why = [{"rows": [3, 4], "reason": "单位说参加过"}]
    assert accept(first["receipt"], 1, accepted_rows=why).status == 422, "a word is no paper"
    assert status(first)["state"] == "submitted"
    assert (one["row"], two["row"]) == (3, 4)
    done = accept(first["receipt"], 1, refusals=[refusal(3)], old_covers_seen=[seen(4)])
    assert done.status == 200, done.body
    assert done.body["acceptance"]["people"] == 3


def test_papers_that_were_seen_give_continuous_cover_and_the_unit_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """第五条: no waiting period for her, in her cover and when she has a claim."""
    first = kept([PEOPLE[0], woman_of_61(), PEOPLE[1]])
    done = accept(first["receipt"], 1, old_covers_seen=[seen(1, 2)])
    assert done.status == 200, done.body
    followed_up()
    found = rows("contact", first["receipt"])["rows"]
    assert [each["cover"]["is_continuous"] for each in found] == [True, True, False]
    waits = cover.waiting_last_day(TOMORROW, PLAN, continuous=False)
    assert [each["cover"]["waiting_last_day"] for each in found] == [None, None, str(waits)]
    assert [each["old_last_day"] for each in found] == [str(TODAY), str(TODAY), None]
    summary = case("contact", first["receipt"])["cover"]
    assert (summary["continuous"], summary["attention_rows"]) == (2, [])
    unit = status(first)
    assert unit["policy"]["old_covers"] == [{"rows": [1, 2], "last_day": str(TODAY)}]
    assert set(unit["names"]) == {"1", "2"}
    assert "保险单原件" not in str(unit), "who saw which paper is the desk's"
    assert "保险单原件" in str(log(first["receipt"]))
    assert "保险单原件" not in str(log(first["receipt"], "federation"))
    at(monkeypatch, TOMORROW + 3 * DAY)
    woman = {"name": PEOPLE[0].name, "id_number": PEOPLE[0].id_number, "phone": "13912345678"}
    ill = str(TOMORROW + DAY)
    claim = reported(
        insured=woman,
        reporter={"name": PEOPLE[0].name, "relation": "self", "phone": "13912345678"},
        bank={"account_holder": PEOPLE[0].name},
        diagnosis={"specimen_date": ill, "diagnosis_date": ill},
    )
    judged = assessment(claim["receipt"])
    assert judged["cover"][0]["waiting_last_day"] is None
    assert (judged["verdict"]["in_waiting"], judged["suggested"]) == (False, "pay")


@pytest.mark.parametrize(
    ("left", "begins"), [(0, TOMORROW), (20, TOMORROW + 20 * DAY), (90, TOMORROW + 90 * DAY)]
)
def test_cover_begins_after_the_old_cover_that_was_seen(left: int, begins: date) -> None:
    """As of cover on record: nobody loses a day that is paid."""
    first = kept(PEOPLE[:2])
    done = accept(first["receipt"], 1, old_covers_seen=[seen(1, 2, last_day=TODAY + left * DAY)])
    assert done.body["acceptance"]["first_day"] == str(begins)
    assert done.body["acceptance"]["old_last_day"] == str(begins - DAY)


@pytest.mark.parametrize("left", [-1, 92])
def test_old_cover_that_the_new_one_does_not_follow_is_no_renewal(left: int) -> None:
    first = kept(PEOPLE[:2])
    refused = accept(first["receipt"], 1, old_covers_seen=[seen(1, last_day=TODAY + left * DAY)])
    assert told(refused) == [("acceptance.old_cover_apart", "old_covers_seen.0.last_day")]


def test_who_is_covered_elsewhere_is_decided_once(monkeypatch: pytest.MonkeyPatch) -> None:
    accepted(PEOPLE[:2], monkeypatch, TODAY)
    second = kept(PEOPLE[:3], name="贺兰县第二示例小学")
    refused = accept(second["receipt"], 1)
    assert told(refused) == [("acceptance.undecided", "underwriting.1")]
    assert "第 1、2 行" in refused.body["findings"][0]["message"]
    why = [{"rows": [2], "reason": "已向原单位申请退保"}]
    body: dict[str, Any] = {"refusals": [refusal(1)], "accepted_rows": why}
    done = accept(second["receipt"], 1, **body)
    assert done.status == 200, done.body
    assert done == accept(second["receipt"], 1, **body)
    unit = status(second)
    assert unit["policy"]["examined_rows"] == [2]
    assert [each["row"] for each in unit["policy"]["refusals"]] == [1]
    assert set(unit["names"]) == {"1", "2"}
    assert "退保" not in str(unit), "what was found is not the unit's to know"
    assert rows("contact", second["receipt"])["rows"][1]["accepted_reason"] == why[0]["reason"]
    assert (
        case("federation", second["receipt"])["acceptance"]["accepted_rows"][0]["reason"]
        != (why[0]["reason"])
    )


def test_whose_item_has_ended_is_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 330)
    claim = reported()
    paid(claim["receipt"])
    again = kept([WOMAN, PEOPLE[0]])
    [row] = [each for each in underwriting(again["receipt"])["rows"] if each["to_decide"]]
    assert (row["row"], row["to_decide"][0]["code"]) == (1, "cover.item_ended")
    assert told(accept(again["receipt"], 1)) == [("acceptance.undecided", "underwriting.1")]
    why = [{"rows": [1], "reason": "另一项责任继续"}]
    done = accept(again["receipt"], 1, accepted_rows=why)
    assert done.status == 200, done.body


@pytest.mark.parametrize(
    ("decided", "code"),
    [
        ({"old_covers_seen": [seen(3)]}, "acceptance.unknown_row"),
        ({"old_covers_seen": [seen(1), seen(1)]}, "acceptance.unknown_row"),
        ({"accepted_rows": [{"rows": [3], "reason": "可以"}]}, "acceptance.unknown_row"),
        (
            {"refusals": [refusal(1)], "old_covers_seen": [seen(1)]},
            "acceptance.decided_twice",
        ),
        ({"old_covers_seen": [seen()]}, "request.field"),
        ({"old_covers_seen": [seen(1, paper="")]}, "request.too_short"),
        ({"accepted_rows": [{"rows": [1], "reason": ""}]}, "request.too_short"),
        ({"accepted_rows": [{"rows": [0], "reason": "可以"}]}, "request.field"),
    ],
)
def test_a_decision_that_says_nothing_or_two_things_changes_nothing(
    decided: dict[str, Any], code: str
) -> None:
    first = kept(PEOPLE[:2])
    refused = accept(first["receipt"], 1, **decided)
    assert (refused.status, refused.codes) == (422, [code])
    assert status(first)["state"] == "submitted"
