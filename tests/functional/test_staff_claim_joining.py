"""Two reports of one illness at the desk: joined, nothing lost, and parted again."""

from typing import Any, Final

import pytest

from functions.staff.hidden import HIDDEN
from tests.functional.claims_requests import CARD, day, status, supplement, supplement_facts
from tests.functional.requests_to_api import Answer, code_of
from tests.functional.rosters_requests import DAY, TODAY
from tests.functional.staff_claim_requests import (
    KINDS,
    assessment,
    checked,
    documents,
    insured,
    paid,
    propose,
    queue,
    reported,
)
from tests.functional.staff_requests import at, claim_case, decide_claim, desk

pytestmark = pytest.mark.usefixtures("starts_put_back")

FIRST: Final = {"admission": day(12), "discharge": day(8)}
OPEN: Final = {"admission": day(5), "discharge": None}
ENDED: Final = {"admission": day(5), "discharge": day(1)}
WORDS: Final = "右乳浸润性导管癌"
WHY: Final = {"reason": "同一次患病，单位又报了一次"}


def join(receipt: str, into: str, revision: object = None, **changes: Any) -> Answer:
    number = revision or claim_case("claims", receipt)["revision"]
    return decide_claim(receipt, number, "join", **{"into": into, **WHY, **changes})


def part(receipt: str, revision: object = None) -> Answer:
    number = revision or claim_case("claims", receipt)["revision"]
    return decide_claim(receipt, number, "part", reason="不是同一次")


def two_reports() -> tuple[dict[str, Any], dict[str, Any]]:
    """The first without an account, of a stay that goes on; a later one knows more."""
    first = checked(*KINDS[:3], stays=[FIRST, OPEN], bank=None)
    second = checked(*KINDS[2:], "hospital_papers", stays=[ENDED], diagnosis={"certificate": WORDS})
    return first, second


def test_what_two_reports_say_is_in_the_leading_case_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    first, second = two_reports()
    into, receipt = first["receipt"], second["receipt"]
    before = claim_case("claims", receipt)
    assert [(each["receipt"], each["may_take_in"]) for each in assessment(receipt)["cases"]] == [
        (into, True)
    ]
    answer, again = (join(receipt, into, before["revision"]) for _ in range(2))
    assert (answer.status, answer) == (200, again)
    joined = answer.body
    assert (joined["state"], joined["joined_to"], joined["may_part"]) == ("joined", into, True)
    assert joined["due"] is None, "the leading one has the clock"
    assert [each["filename"] for each in joined["documents"]] == [
        each["filename"] for each in before["documents"]
    ]
    case = claim_case("claims", into)
    assert [each["kind"] for each in case["documents"]] == [
        *KINDS[:3],
        *KINDS[2:],
        "hospital_papers",
    ]
    assert case["stays"] == [FIRST, ENDED], "the stay that goes on has its discharge"
    assert (case["bank"]["card"], case["disease"]["certificate"]) == (CARD, WORDS)
    assert (case["state"], case["papers_complete_on"]) == ("papers_complete", TODAY.isoformat())
    [other] = case["joined"]
    assert (other["receipt"], other["report_by"], other["stays"]) == (
        *(receipt, second["report_by"], [ENDED]),
    )
    link = desk("claims", "POST", f"/claims/{into}/documents/0002-01/link")
    assert link.status == 200, "its papers are opened in the leading case"
    assert assessment(into)["allowance"]["amount"] > 0
    codes = [each["code"] for each in assessment(into)["verdict"]["findings"]]
    assert "claim_assessment.other_overlap" not in codes
    assert sorted(queue()) == [into]
    masked = claim_case("federation", into)["joined"][0]
    assert (masked["bank"], masked["reporter"]["phone"]) == (None, HIDDEN)


def test_the_joined_report_leads_to_the_leading_one(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = two_reports()
    assert join(second["receipt"], first["receipt"]).status == 200
    told = status(second)
    assert (told["state"], told["joined_to"]["receipt"]) == ("joined", first["receipt"])
    assert (told["missing_papers"], told["may_supplement"]) == ([], False)
    assert told["report_by"] == second["report_by"]
    assert told["in_charge"]["label"] == status(first)["in_charge"]["label"]
    refused = (409, "claim.joined")
    assert code_of(supplement(second, documents("policy"))) == refused
    assert code_of(supplement_facts(second, told["version"], insured={"name": "李示例"})) == refused
    own = status(first)
    assert (own["joined_to"], own["state"]) == (None, "papers_complete")
    assert "took_in" in [each["state"] for each in own["timeline"]]


def test_an_illness_that_one_report_told_in_time_is_not_late(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """第十四条: whichever of the two leads; taken apart, each is what it was."""
    diagnosis = dict.fromkeys(("specimen_date", "diagnosis_date"), day(14))
    with monkeypatch.context() as patch:
        at(patch, TODAY - 9 * DAY)
        early = checked("policy", diagnosis=diagnosis)["receipt"]
    late = checked("policy", diagnosis=diagnosis)["receipt"]

    def told() -> tuple[bool, list[str]]:
        case = claim_case("claims", late)
        return case["late"], [each["code"] for each in case["findings"]]

    assert told() == (True, ["report.late"])
    assert join(early, late).status == 200
    assert told() == (False, [])
    assert part(early).status == 200
    assert told() == (True, ["report.late"])


def test_a_joining_is_taken_back_while_nothing_was_decided_since() -> None:
    first, second = two_reports()
    into, receipt = first["receipt"], second["receipt"]
    before = [claim_case("claims", each) for each in (into, receipt)]
    assert join(receipt, into).status == 200
    answer, again = (part(receipt, before[1]["revision"] + 1) for _ in range(2))
    assert (answer.status, answer) == (200, again)
    after = [claim_case("claims", each) for each in (into, receipt)]
    moved = {"version", "revision", "timeline", "due"}
    for was, now in zip(before, after, strict=True):
        assert {k: v for k, v in now.items() if k not in moved} == {
            k: v for k, v in was.items() if k not in moved
        }
    assert code_of(part(receipt)) == (409, "staff.state")
    assert join(receipt, into).status == 200, "and joined again"
    assert len(claim_case("claims", into)["documents"]) == 7


def test_what_was_decided_on_both_is_not_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    first, second = two_reports()
    into, receipt = first["receipt"], second["receipt"]
    assert join(receipt, into).status == 200
    revision = claim_case("claims", into)["revision"]
    assert decide_claim(into, revision, "documents/0002-01/accept").status == 200
    assert claim_case("claims", receipt)["may_part"] is False
    assert code_of(part(receipt)) == (409, "claim_desk.join_decided")
    paid(into)
    assert claim_case("claims", receipt)["state"] == "joined"


def test_only_two_open_reports_of_one_illness_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    receipt = checked()["receipt"]
    assert code_of(join(receipt, receipt)) == (409, "claim_desk.join_itself")
    other_item = checked(diagnosis={"disease": "卵巢癌"})["receipt"]
    assert code_of(join(receipt, other_item)) == (409, "claim_desk.join_other_item")
    in_check = reported()["receipt"]
    assert code_of(join(in_check, receipt)) == (409, "claim_desk.join_in_check")
    assert code_of(join(receipt, "LP-2026-000000"))[0] == 404
    assert propose(receipt, 1).status == 200
    other = checked()["receipt"]
    assert code_of(join(receipt, other)) == (409, "staff.state"), "it is proposed already"
    assert join(other, receipt).status == 200
    assert claim_case("claims", receipt)["state"] == "papers_complete", "its proposal fell"
    third = checked()["receipt"]
    assert code_of(join(third, other)) == (409, "claim_desk.join_not_open")


def test_the_summary_counts_two_reports_of_one_illness_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def counted() -> int:
        period = {"from": TODAY.replace(day=1).isoformat(), "until": TODAY.isoformat()}
        answer = desk("admin", "GET", "/summary", query=period)
        assert answer.status == 200, answer.body
        return int(answer.body["claims"]["reported"])

    first, second = two_reports()
    for _ in range(12):
        checked("policy")
    before = counted()
    assert join(second["receipt"], first["receipt"]).status == 200
    joined = counted()
    assert part(second["receipt"]).status == 200
    assert (before - joined, counted()) == (1, before)


def test_who_is_slower_joins_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = two_reports()
    assert code_of(join(second["receipt"], first["receipt"], 7)) == (412, "staff.conflict")
    with monkeypatch.context() as patch:
        at(patch, TODAY)
        assert claim_case("claims", first["receipt"])["joined"] == []
