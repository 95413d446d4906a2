"""A lost access code: the desk issues another one on a stamped request; nobody else can."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import pytest

from functions.records.rosters.roster_course import REMIND_AFTER
from shared_rules.messages import catalogue
from tests.functional import claims_requests
from tests.functional.at_once import meanwhile
from tests.functional.follow_up_deliveries import items
from tests.functional.requests_to_api import Answer, call, code_of
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    bearer,
    correct,
    new_key,
    rows_of,
    submit,
)
from tests.functional.staff_claim_requests import insured, propose, reported
from tests.functional.staff_requests import at, case, claim_case, desk, new_code, send_back
from tests.functional.staff_roster_requests import kept

pytestmark = pytest.mark.usefixtures("aws")


@dataclass(frozen=True)
class Kind:
    """A list or a claim: how it is made, where it is looked up, and who decides on it."""

    make: Callable[[], dict[str, Any]]
    path: str
    role: str
    others: tuple[str, ...]
    submit: Callable[[str], Answer]

    def look(self, found: dict[str, Any], code: str) -> Answer:
        """What the unit, or who reported, gets with a code."""
        path = f"/api/{self.path}/{found['receipt']}"
        return call("GET", path, authorization=bearer({"access_code": code}))

    def log(self, receipt: str) -> list[dict[str, Any]]:
        """The log at the desk."""
        return list(desk(self.role, "GET", f"/{self.path}/{receipt}/log").body["entries"])


def _submit(key: str) -> Answer:
    return submit(key, rows=rows_of(PEOPLE))


def _report(key: str) -> Answer:
    return claims_requests.submit(key)


KINDS: Final = {
    "list": Kind(
        kept, "rosters", "contact", ("federation", "claims", "other contact", "nobody"), _submit
    ),
    "claim": Kind(reported, "claims", "claims", ("federation", "contact", "nobody"), _report),
}
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@every_kind
def test_a_new_code_opens_what_the_old_one_no_longer_does(kind: Kind) -> None:
    first = kind.make()
    before = kind.look(first, first["access_code"]).body
    issued = new_code(first["receipt"], 1, kind.role)
    assert (issued.status, issued.headers["ETag"]) == (200, '"2"')
    assert issued.headers["Cache-Control"] == "no-store"
    code = issued.body["access_code"]
    assert code != first["access_code"]
    assert code_of(kind.look(first, first["access_code"])) == (401, "access.denied")
    seen = kind.look(first, code).body
    told = seen["timeline"][-1]
    assert (told["state"], told["label"]) == ("access_code_changed", "查询码已更换")
    assert "不是" in told["note"]
    assert [each["note"] for each in seen["timeline"][:-1]] == [""] * len(before["timeline"])
    assert {**seen, "timeline": seen["timeline"][:-1]} == before, "nothing else has changed"


@every_kind
def test_the_desk_s_log_says_who_and_why_and_nothing_keeps_the_code(kind: Kind) -> None:
    receipt = kind.make()["receipt"]
    issued = new_code(receipt, 1, kind.role, reason="经办人离职，没有交接")
    [entry] = [each for each in kind.log(receipt) if each["what"] == "access_code_changed"]
    assert (entry["by"]["name"], entry["label"]) == (f"演示 {kind.role}", "查询码已更换")
    assert entry["before"] == entry["after"]
    assert "经办人离职，没有交接" in str(entry)
    code = issued.body["access_code"]
    kept_words = str([items("", receipt), items("IDEMPOTENCY")])
    assert code not in kept_words
    assert code.replace("-", "") not in kept_words


@every_kind
def test_the_same_request_again_gives_the_same_code(kind: Kind) -> None:
    receipt, key = kind.make()["receipt"], new_key()
    first = new_code(receipt, 1, kind.role, key)
    assert first == new_code(receipt, 1, kind.role, key)
    assert code_of(new_code(receipt, 1, kind.role)) == (412, "staff.conflict_own")
    second = new_code(receipt, 2, kind.role, key)
    assert second.body["access_code"] != first.body["access_code"], "another revision"
    assert code_of(new_code(receipt, 1, kind.role, key)) == (412, "staff.conflict_own")


@every_kind
def test_the_first_submission_again_does_not_answer_the_code_that_is_dead(kind: Kind) -> None:
    key = new_key()
    first = kind.submit(key)
    assert first == kind.submit(key)
    receipt = first.body["receipt"]
    code = new_code(receipt, 1, kind.role).body["access_code"]
    again = kind.submit(key)
    assert code_of(again) == (409, "access.code_replaced")
    assert receipt in again.body["detail"]
    assert "access_code" not in again.body
    assert kind.look(first.body, code).status == 200


@every_kind
def test_of_two_at_once_one_code_holds(kind: Kind) -> None:
    first = kind.make()
    slower, faster = meanwhile(
        lambda: new_code(first["receipt"], 1, kind.role),
        lambda: new_code(first["receipt"], 1, "admin"),
    )
    assert (faster.status, code_of(slower)) == (200, (412, "staff.conflict"))
    assert kind.look(first, faster.body["access_code"]).status == 200


@every_kind
def test_only_who_decides_issues_one(kind: Kind) -> None:
    first = kind.make()
    for role in kind.others:
        assert new_code(first["receipt"], 1, role).status == 404, role
    assert kind.look(first, first["access_code"]).status == 200


@every_kind
@pytest.mark.parametrize(
    "changes",
    [{"reason": ""}, {"reason": "x"}, {"has_request": False}, {"has_request": None}, {"who": "me"}],
)
def test_without_a_stamped_request_and_a_reason_there_is_none(
    kind: Kind, changes: dict[str, Any]
) -> None:
    first = kind.make()
    assert new_code(first["receipt"], 1, kind.role, **changes).status == 422
    assert kind.look(first, first["access_code"]).status == 200


@every_kind
@pytest.mark.parametrize("key", ["short", "x" * 65, "带汉字的钥匙不行的不行的不行"])
def test_a_key_that_cannot_be_unique_gives_none(kind: Kind, key: str) -> None:
    first = kind.make()
    answer = new_code(first["receipt"], 1, kind.role, key)
    assert code_of(answer) == (400, "request.idempotency_key")
    assert kind.look(first, first["access_code"]).status == 200


@every_kind
def test_a_wrong_code_is_told_how_to_get_another_one(kind: Kind) -> None:
    refused = kind.look(kind.make(), "00000-00000")
    assert refused.body["detail"].endswith(catalogue()["access.denied"].fix)
    assert "盖章" in refused.body["detail"]


def test_a_new_code_moves_no_deadline_and_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    first = kept()
    assert send_back(first["receipt"], 1).status == 200
    at(monkeypatch, TODAY + 3 * DAY)
    issued = new_code(first["receipt"], 2, "contact").body
    assert issued["case"]["due"] == (TODAY + REMIND_AFTER).isoformat()
    assert (issued["case"]["state"], issued["case"]["version"]) == ("returned", 1)
    assert issued["case"]["reasons"]
    hers = {**first, "access_code": issued["access_code"]}
    assert correct(hers, 1, rows=rows_of(PEOPLE)).body["state"] == "submitted"
    assert case("contact", first["receipt"])["revision"] == 4


def test_a_proposal_goes_on_when_who_reported_gets_a_new_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    first = reported()
    assert propose(first["receipt"], 1).status == 200
    issued = new_code(first["receipt"], 2, "claims").body
    assert issued["case"] == claim_case("claims", first["receipt"])
    assert (issued["case"]["state"], issued["case"]["revision"]) == ("assessed", 3)
    hers = {**first, "access_code": issued["access_code"]}
    assert claims_requests.supplement(hers, claims_requests.papers("policy")).status == 200
    assert claims_requests.status(hers)["version"] == 2
