"""An accepted list is put right: nothing is edited, and cover, print and hand-off follow."""

from datetime import date
from typing import Any

import pytest

from functions.local.stack import Stack
from functions.records import cover_history
from shared_rules import days
from tests.functional.endorsement_requests import (
    NOT_ACCEPTED,
    OUT,
    accepted,
    confirm,
    decline,
    endorsed,
    look,
    propose,
)
from tests.functional.follow_up_deliveries import known
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    TOMORROW,
    form,
    printed,
    rows_of,
    status,
    stored,
)
from tests.functional.staff_claim_requests import assessment, checked, insured, paid
from tests.functional.staff_requests import (
    accept,
    acceptance,
    acts_on,
    at,
    case,
    desk,
    fetched,
    table_of,
    unpacked,
)
from tests.functional.staff_roster_requests import followed_up, rows

pytestmark = pytest.mark.usefixtures("starts_put_back")

LAST: date = days.anniversary(TOMORROW, 1) - DAY


def cover_of(receipt: str) -> list[tuple[str | None, str | None]]:
    """First and last day of everybody of a list, as the desk sees them."""
    covers = [each["cover"] for each in rows("contact", receipt)["rows"]]
    return [(each["first_day"], each["last_day"]) for each in covers]


# ---- somebody leaves ----


@pytest.mark.parametrize("last_day", [TOMORROW, LAST - DAY, None])
def test_who_leaves_is_covered_until_her_last_day_and_nobody_else_is_touched(
    last_day: date | None,
) -> None:
    kept = accepted()
    receipt = kept["receipt"]
    until = last_day.isoformat() if last_day else None
    found = endorsed(receipt, {**OUT, "last_day": until})
    whole = (TOMORROW.isoformat(), LAST.isoformat())
    hers = (TOMORROW.isoformat() if until else None, until)
    assert cover_of(receipt) == [whole, hers, whole]
    periods = cover_history.timeline(known(PEOPLE[1].id_number)).periods
    assert [each.last_day for each in periods] == ([last_day] if last_day else [])
    assert found["acceptance"]["leavers"] == [{"row": 2, "last_day": until, "has_died": False}]
    told = status(kept)
    assert told["policy"]["leavers"] == [{"row": 2, "last_day": until, "has_died": False}]
    assert told["names"] == {"2": PEOPLE[1].name}
    assert (told["policy"]["people"], told["policy"]["premium"]["amount"]) == (3, 300)
    assert [(each["is_out"], each["last_day"]) for each in form(kept)["rows"]] == [
        (False, None),
        (True, until),
        (False, None),
    ]
    steps = [step["state"] for step in told["timeline"]]
    assert steps == ["submitted", "accepted", "endorsement_proposed", "endorsed"]


# ---- somebody has died ----


def test_who_has_died_is_covered_until_that_day_and_her_illness_is_paid(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = insured(monkeypatch, 100)
    desk("contact", "POST", f"/rosters/{receipt}/hand-off")
    died = (TODAY - DAY).isoformat()
    found = endorsed(receipt, {"change": "died", "rows": [3], "last_day": died})
    assert found["acceptance"]["leavers"] == [{"row": 3, "last_day": died, "has_died": True}]
    assert (found["acceptance"]["people"], found["acceptance"]["premium"]["amount"]) == (3, 300)
    assert cover_of(receipt)[2] == ((TODAY - 99 * DAY).isoformat(), died)
    assert found["timeline"][-2]["state"] == "endorsement_proposed"
    assert [
        (each["行号"], each["变化"], each["审核结果"], each["保险止期"])
        for each in changes_handed_off(receipt)
    ] == [("3", "身故", "承保", died)]
    claim = checked()["receipt"]
    told = assessment(claim)
    assert (told["suggested"], told["cover"][0]["last_day"]) == ("pay", died)
    paid(claim)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (None, "endorsement.day_of_death"),
        (TOMORROW, "endorsement.day_of_death"),
        (TODAY, ""),
        (TODAY - 9 * DAY, ""),
        (TODAY - 10 * DAY, "endorsement.day_outside"),
    ],
)
def test_a_day_of_death_is_in_the_cover_and_not_to_come(
    day: date | None, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = insured(monkeypatch, 10)
    what = {"change": "died", "rows": [1], "last_day": day.isoformat() if day else None}
    answer = propose(receipt, what, "admin")
    assert answer.status == (422 if code else 200)
    if code:
        assert answer.codes == [code]


def test_a_look_says_what_is_wrong_before_anything_is_proposed_and_keeps_nothing(
    aws: Stack,
) -> None:
    receipt = accepted()["receipt"]
    before, head = stored(aws), case("contact", receipt)
    person: dict[str, Any] = {"change": "person", "row": 2}
    asked: list[tuple[dict[str, Any], bool | str]] = [
        (OUT, True),
        (NOT_ACCEPTED, True),
        (person | {"name": "马晓燕"}, False),
        (person | {"id_number": PEOPLE[6].id_number}, True),
        (person | {"id_number": PEOPLE[0].id_number}, "endorsement.number_in_list"),
        (person, "endorsement.nothing_changes"),
        (OUT | {"rows": [9]}, "endorsement.not_insured"),
    ]
    for what, found in asked:
        told = look(receipt, what)
        if isinstance(found, str):
            assert (told.status, told.codes) == (422, [found])
        else:
            assert (told.status, told.body["needs_second"]) == (200, found)
    assert look(receipt, OUT, answers=1).body["code"] == "change_request.not_waiting"
    assert look(receipt, OUT, revision=head["revision"] + 1).status == 412
    assert (stored(aws), case("contact", receipt)) == (before, head)
    assert propose(receipt, OUT).status == 200
    assert look(receipt, OUT).body["code"] == "endorsement.waits"


def test_nothing_changes_before_a_second_person_confirms_and_none_confirms_her_own() -> None:
    receipt = accepted()["receipt"]
    before = case("contact", receipt)
    waiting = propose(receipt, OUT)
    assert waiting.status == 200
    followed_up()
    now = case("contact", receipt)
    assert (now["acceptance"], now["cover"]) == (before["acceptance"], before["cover"])
    assert not now["endorsement"]["may_confirm"]
    assert case("admin", receipt)["endorsement"]["may_confirm"]
    assert confirm(receipt, "contact").body["code"] == "endorsement.second_person"
    assert propose(receipt, OUT, "admin").body["code"] == "endorsement.waits"
    assert decline(receipt).status == 200
    assert case("contact", receipt)["endorsement"] is None
    assert confirm(receipt).body["code"] == "endorsement.none_waits"


def test_the_same_asked_again_is_answered_again_and_another_is_told_of_the_conflict() -> None:
    receipt = accepted()["receipt"]
    first, again = (propose(receipt, OUT, revision=2) for _ in range(2))
    assert (first.status, first.body) == (again.status, again.body)
    assert propose(receipt, {**OUT, "rows": [1]}, revision=2).status == 412
    first, again = (confirm(receipt, revision=3) for _ in range(2))
    assert (first.status, first.body) == (again.status, again.body)
    assert confirm(receipt, revision=3, role="contact").status == 412


REFUSED: list[tuple[dict[str, Any], str | None]] = [
    ({**OUT, "rows": [9]}, "endorsement.not_insured"),
    ({**OUT, "rows": []}, "request.field"),
    ({**OUT, "last_day": TODAY.isoformat()}, "endorsement.day_outside"),
    ({**OUT, "last_day": LAST.isoformat()}, "endorsement.day_outside"),
    ({**OUT, "last_day": "2026-02-30"}, "request.field"),
    ({"change": "everything"}, "request.field"),
    ({"change": "person", "row": 1}, "endorsement.nothing_changes"),
    ({"change": "person", "row": 9, "name": "王芳"}, "endorsement.not_insured"),
    (
        {"change": "person", "row": 1, "id_number": PEOPLE[1].id_number},
        "endorsement.number_in_list",
    ),
    ({"change": "person", "row": 1, "id_number": "640102199001010011"}, None),
    ({"change": "policy", **acceptance()}, "endorsement.nothing_changes"),
    (
        {"change": "policy", **acceptance(policy_issued_date=TOMORROW.isoformat())},
        "acceptance.in_future",
    ),
    ({"change": "policy", **acceptance(policy_number="?")}, "policy.number"),
]
"""What cannot be right, and the code of what is said; None: whatever the rules say of a row."""


def test_what_cannot_be_right_is_refused_and_changes_nothing() -> None:
    receipt = accepted()["receipt"]
    for what, code in REFUSED:
        answer = propose(receipt, what)
        assert answer.status == 422, what
        assert code is None or answer.codes == [code]
    assert case("contact", receipt)["revision"] == 2


def test_a_list_that_is_not_accepted_cannot_be_endorsed() -> None:
    receipt = accepted()["receipt"]
    endorsed(receipt, NOT_ACCEPTED)
    assert propose(receipt, OUT).body["code"] == "staff.state"


# ---- a name or a number was wrong ----


def test_a_number_put_right_moves_her_cover_to_who_she_is() -> None:
    kept = accepted()
    receipt, right = kept["receipt"], PEOPLE[5]
    endorsed(receipt, {"change": "person", "row": 2, "id_number": right.id_number})
    assert cover_history.timeline(known(PEOPLE[1].id_number)).periods == ()
    [period] = cover_history.timeline(known(right.id_number)).periods
    assert (period.first_day, period.last_day) == (TOMORROW, LAST)
    assert [row["id_number"] for row in printed(kept)] == [
        PEOPLE[0].id_number,
        right.id_number,
        PEOPLE[2].id_number,
    ]


def test_who_confirms_sees_the_row_as_it_was_and_as_it_will_be() -> None:
    right = {"id_number": PEOPLE[5].id_number, "occupation": "会计"}
    asked = propose(accepted()["receipt"], {"change": "person", "row": 2, **right})
    [was] = rows_of(PEOPLE[1:2])
    assert asked.body["endorsement"]["person"] == {"row": 2, "before": was, "after": was | right}


def test_a_name_alone_is_put_right_by_one_person_at_once() -> None:
    kept = accepted()
    receipt = kept["receipt"]
    what = {"change": "person", "row": 2, "name": "马晓兰"}
    first, again = (propose(receipt, what, revision=2) for _ in range(2))
    assert (first.status, first.body) == (again.status, again.body)
    assert first.body["endorsement"] is None
    followed_up()
    assert printed(kept)[1] == {
        "name": "马晓兰",
        "id_number": PEOPLE[1].id_number,
        "occupation": PEOPLE[1].occupation,
    }
    assert cover_of(receipt)[1] == (TOMORROW.isoformat(), LAST.isoformat())


# ---- the policy was wrong, or the acceptance ----


def test_a_first_day_put_right_moves_everybody_and_the_list_that_renews_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        at(patch, TODAY - 400 * DAY)
        issued = acts_on(TODAY - 400 * DAY)
        earlier = accepted(PEOPLE[:3], **issued)["receipt"]
    first = TODAY - 399 * DAY
    renewal = accepted()["receipt"]
    assert case("contact", renewal)["cover"]["continuous"] == 0, "35 days too late"
    what = {"change": "policy", **acceptance(), "agreed_first_day": None}
    what |= issued
    moved = first + 40 * DAY
    endorsed(earlier, {**what, "agreed_first_day": moved.isoformat()})
    until = days.anniversary(moved, 1) - DAY
    assert cover_of(earlier) == [(moved.isoformat(), until.isoformat())] * 3
    assert case("contact", renewal)["cover"]["continuous"] == 3
    [old, new] = cover_history.timeline(known(PEOPLE[0].id_number)).periods
    assert (old.last_day, new.continuous) == (until, True)


def test_the_number_of_the_policy_is_put_right_at_once() -> None:
    kept = accepted()
    now = {"change": "policy", **acceptance(policy_number="NX-2026-0002")}
    assert propose(kept["receipt"], now).body["endorsement"] is None
    assert status(kept)["policy"]["number"] == "NX-2026-0002"


def test_an_acceptance_in_error_is_withdrawn_and_the_list_waits_for_the_desk_again() -> None:
    kept = accepted()
    receipt = kept["receipt"]
    before = summary()
    found = endorsed(receipt, NOT_ACCEPTED)
    assert (found["state"], found["acceptance"], found["cover"]) == ("submitted", None, None)
    assert status(kept)["policy"] is None
    assert cover_history.timeline(known(PEOPLE[0].id_number)).periods == ()
    assert known(PEOPLE[0].id_number).lists[receipt].cover_from, "it may be covered"
    counted = summary()
    assert before["lists"] - counted["lists"] == 1
    assert before["people"] - counted["people"] == 3
    assert before["premium"] - counted["premium"] == 300
    assert accept(receipt, found["revision"]).status == 200
    followed_up()
    assert cover_of(receipt) == [(TOMORROW.isoformat(), LAST.isoformat())] * 3
    assert summary() == before


def summary() -> dict[str, Any]:
    period = {"from": TODAY.isoformat(), "until": TODAY.isoformat()}
    total: dict[str, Any] = desk("admin", "GET", "/summary", query=period).body["total"]
    return total


# ---- what goes out ----


def test_a_hand_off_says_who_left_and_whose_number_was_put_right() -> None:
    receipt = accepted()["receipt"]
    desk("contact", "POST", f"/rosters/{receipt}/hand-off")
    last = (TODAY + 30 * DAY).isoformat()
    endorsed(receipt, {**OUT, "last_day": last})
    endorsed(receipt, {"change": "person", "row": 3, "id_number": PEOPLE[5].id_number})
    lines = changes_handed_off(receipt)
    assert [(each["行号"], each["变化"], each["保险止期"]) for each in lines] == [
        ("3", "新增", LAST.isoformat()),
        ("2", "删除", last),
        ("3", "删除", ""),
    ]
    number = {"change": "policy", **acceptance(policy_number="NX-2026-0002")}
    assert propose(receipt, number).status == 200
    assert [each["变化"] for each in changes_handed_off(receipt)] == ["更正", "更正"]


def changes_handed_off(receipt: str) -> list[dict[str, str]]:
    """What the archive says of changes since the last one."""
    made = desk("contact", "POST", f"/rosters/{receipt}/hand-off").body
    files = unpacked(fetched(made["url"]))
    [changes] = [content for name, content in files.items() if name.endswith("变化.csv")]
    header, *lines = table_of(changes)
    return [dict(zip(header, line, strict=True)) for line in lines]
