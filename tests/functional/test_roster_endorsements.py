"""An accepted list is put right: nothing is edited, and cover, print and hand-off follow."""

from datetime import date
from typing import Any

import pytest

from functions.records import cover_history
from functions.rosters.change_requests import MOST_WAITING
from shared_rules import days
from tests.functional.endorsement_requests import (
    NOT_ACCEPTED,
    OUT,
    accepted,
    confirm,
    decline,
    decline_request,
    endorsed,
    known,
    propose,
    request_change,
)
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    TOMORROW,
    bearer,
    correct,
    new_key,
    printed,
    rows_of,
    status,
    submit,
)
from tests.functional.staff_claim_requests import assessment, checked, insured, paid
from tests.functional.staff_requests import (
    ACTS,
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
from tests.functional.staff_roster_requests import kept as submitted

pytestmark = pytest.mark.usefixtures("aws")

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
    form = call("GET", f"/api/rosters/{receipt}/form", authorization=bearer(kept)).body
    assert [(each["is_out"], each["last_day"]) for each in form["rows"]] == [
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


# ---- what was paid, and what goes out ----


def test_what_contradicts_a_paid_claim_is_refused_with_its_receipt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = insured(monkeypatch, 100)
    claim = checked()["receipt"]
    paid(claim)
    occurred = date.fromisoformat(assessment(claim)["occurrence"])
    refused: list[dict[str, Any]] = [
        {"change": "people_out", "rows": [3], "last_day": (occurred - DAY).isoformat()},
        {"change": "people_out", "rows": [3]},
        {"change": "person", "row": 3, "id_number": PEOPLE[5].id_number},
        NOT_ACCEPTED,
    ]
    for what in refused:
        answer = propose(receipt, what)
        assert (answer.status, answer.body["code"]) == (409, "endorsement.claim_rests_on_it")
        assert claim in answer.body["detail"]
    assert propose(receipt, {**refused[0], "last_day": occurred.isoformat()}).status == 200


@pytest.mark.parametrize("days_out", [0, 1])
def test_what_an_open_claim_may_rest_on_is_confirmed_with_its_receipt(
    monkeypatch: pytest.MonkeyPatch, days_out: int
) -> None:
    """Who was covered until today loses nothing that her claim knows of."""
    receipt, claim = insured(monkeypatch, 100), checked()["receipt"]
    last_day = (TODAY - days_out * DAY).isoformat()
    what = {"change": "people_out", "rows": [3], "last_day": last_day}
    if not days_out:
        assert propose(receipt, what).status == 200
        return
    answer = propose(receipt, what)
    assert (answer.status, answer.codes) == (422, ["endorsement.open_claim"])
    assert claim in answer.body["findings"][0]["message"]
    assert case("contact", receipt)["endorsement"] is None
    assert propose(receipt, what, confirmations=["endorsement.open_claim"]).status == 200
    assert case("admin", receipt)["endorsement"]["open_claims"] == [claim]
    later = checked()["receipt"]
    refused = confirm(receipt)
    assert (refused.status, refused.body["code"]) == (409, "endorsement.claim_meanwhile")
    assert later in refused.body["detail"]
    assert claim not in refused.body["detail"]
    assert decline(receipt).status == 200
    assert propose(receipt, what, confirmations=["endorsement.open_claim"]).status == 200
    assert confirm(receipt).status == 200


def test_what_was_paid_on_papers_of_old_cover_stands_in_the_way_of_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """She has no waiting period by the papers that were seen, before the change and after it."""
    seen = {"rows": [3], "last_day": str(TODAY - 20 * DAY), "paper": "保险单原件"}
    receipt = insured(monkeypatch, 20, old_covers_seen=[seen])
    paid(checked()["receipt"])
    number = case("contact", receipt)["acceptance"]
    days = {name: number[name] for name in ACTS}
    again = {"change": "policy", **days, "policy_number": "NX-2026-0009"}
    assert propose(receipt, again).status == 200
    assert case("contact", receipt)["acceptance"]["policy_number"] == "NX-2026-0009"
    last_day = str(TODAY - DAY)
    assert (
        propose(receipt, {"change": "people_out", "rows": [3], "last_day": last_day}).status == 200
    )


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


# ---- the unit asks for it ----


def test_a_unit_asks_for_a_change_and_sees_what_became_of_it() -> None:
    kept = accepted()
    receipt = kept["receipt"]
    first, again = (request_change(kept) for _ in range(2))
    assert (first.status, first.body) == (again.status, again.body)
    other = request_change(kept, reason="第 1 行的名字写错了", rows=[1])
    assert [each["number"] for each in other.body["requests"]] == [3, 4]
    followed_up()
    asked = {**OUT, "last_day": None}
    assert propose(receipt, asked, answers=9).body["code"] == "change_request.not_waiting"
    assert propose(receipt, asked, answers=3).status == 200
    assert status(kept)["requests"][0]["state"] == "waiting"
    assert confirm(receipt).status == 200
    assert decline_request(receipt, 3).body["code"] == "change_request.not_waiting"
    assert decline_request(receipt, 4).status == 200
    done, declined = status(kept)["requests"]
    assert (done["state"], declined["state"]) == ("endorsed", "declined")
    assert declined["answer"][0]["text"] == "请先交盖章的离职证明"
    assert case("contact", receipt)["requests"] == status(kept)["requests"]


def test_a_change_is_asked_for_of_an_accepted_list_and_its_rows_only() -> None:
    waiting = submitted()
    assert request_change(waiting).body["code"] == "change_request.not_accepted"
    kept = accepted()
    assert request_change(kept, rows=[9]).codes == ["endorsement.not_insured"]
    assert request_change({**kept, "access_code": "WRONG-CODES"}).status == 401
    for number in range(MOST_WAITING):
        assert request_change(kept, reason=f"第 {number} 次申请").status == 200
    assert request_change(kept).body["code"] == "change_request.too_many"


# ---- who joins later ----


def test_a_supplementary_list_names_the_accepted_list_that_it_adds_to() -> None:
    first, waiting = accepted(PEOPLE[:2]), submitted(PEOPLE[5:6])

    def joined(to: dict[str, Any], code: str = "") -> Answer:
        said = {"receipt": to["receipt"], "access_code": code or to["access_code"]}
        return submit(new_key(), rows=rows_of(PEOPLE[2:3]), supplements=said)

    assert joined(waiting).codes == ["supplement.not_accepted"]
    unknown = {"receipt": "AK-2026-000000", "access_code": "WRONG-CODES"}
    assert joined(first, "WRONG-CODES").body == joined(unknown).body, "no oracle"
    added = joined(first)
    assert added.status == 201
    assert status(added.body)["supplements"] == first["receipt"]
    assert correct(added.body, 1, rows=rows_of(PEOPLE[2:4])).status == 200
    assert case("contact", added.body["receipt"])["supplements"] == first["receipt"]
