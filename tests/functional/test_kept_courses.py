"""What earlier code kept of lists, claims and old policies that went on is read, and goes on."""

from datetime import date
from typing import Final

import pytest

from functions.local.stack import Stack
from functions.platform import table
from functions.records.person_places import key_of, person_of
from functions.records.record_keys import item_key
from tests.functional.claims_requests import WOMAN
from tests.functional.claims_requests import status as claim_status
from tests.functional.endorsement_requests import endorsed
from tests.functional.erasure_requests import REASON, look, restrict
from tests.functional.follow_up_deliveries import items
from tests.functional.kept_sets import GOES_ON, change_head, loaded, whole
from tests.functional.old_policies_requests import reverse
from tests.functional.old_policies_requests import view as import_view
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import PEOPLE, TODAY, bearer, status
from tests.functional.staff_claim_requests import (
    NOTHING,
    SUM,
    assessment,
    confirm,
    propose,
    transfer,
)
from tests.functional.staff_requests import HER_COUNTY, at, case, claim_case, desk
from tests.functional.statement_requests import matched, outcomes, record, standings, upload

# As of claims that are decided in one step, and paid in another.
TWO_STEPS: Final = "schema-1-two-steps"


def test_what_became_of_an_accepted_list_is_read(aws: Stack) -> None:
    receipts = loaded(GOES_ON).rosters
    [told] = [each for each in (status(whole(one)) for one in receipts) if each["policy"]]
    assert [each["state"] for each in told["requests"]] == ["endorsed", "declined"]
    assert told["policy"]["leavers"] == [{"row": 2, "last_day": None, "has_died": False}]
    receipt = told["receipt"]
    people = call("GET", f"/api/rosters/{receipt}/people", authorization=bearer(whole(receipt)))
    assert [each["state"] for each in people.body["people"]][1] == "left"
    rows = desk("admin", "GET", f"/rosters/{receipt}/rows").body["rows"]
    assert rows[2]["cover"]["waiting_last_day"] is None, "she goes on from an old policy"
    right = {"change": "person", "row": 1, "id_number": PEOPLE[6].id_number}
    assert endorsed(receipt, right)["revision"] == case("admin", receipt)["revision"]


def test_what_was_said_and_decided_of_a_claim_is_read(aws: Stack) -> None:
    receipts = loaded(GOES_ON).claims
    told = {each["receipt"]: each for each in (claim_status(whole(one)) for one in receipts)}
    [waiting] = [each for each in told.values() if each["state"] == "waiting_for_papers"]
    assert (waiting["version"], len(waiting["facts"]["stays"])) == (4, 1)
    [reopened] = [each for each in told.values() if each["reopened"]]
    [paid] = reopened["earlier"]
    assert (paid["outcome"], paid["decided_on"], paid["account"]) == ("pay", None, None)
    assert paid["settled_on"] == "2026-11-30", "paid and decided in one step"
    reasons = [each["reason"] for each in claim_case("claims", reopened["receipt"])["timeline"]]
    assert "少算了津贴" in reasons
    found = assessment(reopened["receipt"])
    assert found["paid_before"] == {**NOTHING, "lump_sum": SUM}
    assert found["cover"][0]["brought_in"]["number"] == "NX-2025-0001"
    [refused] = [each for each in told.values() if each["state"] == "refused"]
    assert len(refused["earlier"]) == 1
    revision = claim_case("claims", reopened["receipt"])["revision"]
    upheld = {**NOTHING, "reason": "已经核对过"}
    assert propose(reopened["receipt"], revision, **upheld).status == 200
    assert confirm(reopened["receipt"], revision + 1).status == 200


def test_what_became_of_old_policies_is_read_and_goes_on(aws: Stack) -> None:
    views = [import_view(each) for each in loaded(GOES_ON).imports]
    found = {each["state"]: each for each in views}
    assert found.keys() == {"imported", "reversed"}
    [line] = found["imported"]["lines"]
    assert (line["number"], line["people"], line["paid"]) == ("NX-2025-0001", 2, 1)
    assert len(found["reversed"]["timeline"]) == 4
    assert reverse(found["imported"]["receipt"]).body["state"] == "reversing"


def test_which_lists_renew_another_one_is_read(aws: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {each: status(whole(each)) for each in loaded(GOES_ON).rosters}
    [accepted] = [each for each in told if told[each]["renewal"]]
    [other] = set(told) - {accepted}
    kept = {"schema": 1, "at": "2027-10-01T08:00:00+08:00", "later": {"added": 1}}
    for receipt in (other, "AK-2027-GONE00"):
        table.put({**item_key(accepted, f"RENEWED_BY#{receipt}"), **kept, "receipt": receipt})
    at(monkeypatch, date.fromisoformat(told[accepted]["renewal"]["last_day"]))
    sent = status(whole(accepted))["renewal"]["sent"]
    assert [each["receipt"] for each in sent] == [other]


def test_which_lines_of_statements_were_recorded_is_read(aws: Stack) -> None:
    [receipt, *_] = loaded(GOES_ON).rosters
    revision = case("contact", receipt)["revision"]
    sent = upload((TODAY, 5, "示例小学", receipt))
    assert outcomes(record(sent, (2, {receipt: 5}), is_looked_at=True)) == ["recorded"]
    [item] = [each for each in items("LINE") if each["pk"].startswith("STATEMENT_LINE#")]
    assert item == {
        "pk": f"STATEMENT_LINE#{item['digest']}",
        "sk": "LINE",
        "schema": 1,
        "times": 1,
        "at": item["at"],
        "digest": item["digest"],
        "payments": [{"receipt": receipt, "number": revision + 1}],
    }
    table.put({**item, "later": {"added": 1}})
    assert standings(matched(sent)) == [("known", "recorded")]


def test_which_papers_of_a_policy_were_handed_over_is_read(aws: Stack) -> None:
    receipts = loaded(GOES_ON).rosters
    [told] = [each for each in (status(whole(one)) for one in receipts) if each["policy"]]
    receipt, revision = told["receipt"], case("admin", told["receipt"])["revision"]
    by = {"subject": "contact", "name": "演示", "roles": ["contact"]}
    said = {"schema": 1, "version": told["version"], "before": "accepted", "after": "accepted"}
    file = {"format": "pdf", "object_key": f"rosters/{receipt}/papers/policy/0", "size": 1}
    paper = {**file, "kind": "policy", "sha256": "0", "later": {"added": 1}}
    for number, event in enumerate(
        (
            {"state": "policy_attached", "by": by, "paper": paper},
            {"state": "policy_opened", "by": None, "opens": revision + 1},
        ),
        revision + 1,
    ):
        at_noon = f"2026-11-30T12:00:0{number % 10}+08:00"
        key = item_key(receipt, f"EVENT#{number:06d}")
        table.put({**key, **said, **event, "revision": number, "at": at_noon})
    change_head(receipt, revision=revision + 2)
    [shown] = status(whole(receipt))["papers"]
    assert (shown["kind"], shown["format"], shown["size"]) == ("policy", "pdf", 1)
    assert shown["opened_at"]
    answer = call(
        "POST", f"/api/rosters/{receipt}/policy-papers/policy", authorization=bearer(whole(receipt))
    )
    assert answer.status == 200
    waiting = {
        **item_key(receipt, "PAPERS"),
        "schema": 1,
        "receipt": receipt,
        "later": {"added": 1},
    }
    place = {"queue": f"AK#papers_missing#{HER_COUNTY}", "queue_order": f"2026-11-30#{receipt}"}
    table.put({**waiting, **place, "missing": ["invoice"]})
    query = {"state": "papers_missing"}
    [queued] = desk("admin", "GET", "/rosters", query=query).body["items"]
    assert (queued["receipt"], queued["papers_missing"]) == (receipt, ["invoice"])
    [attached] = case("admin", receipt)["papers"]
    assert (attached["number"], attached["stands"]) == (revision + 1, True)
    table.put({**waiting, **place, "missing": "all"})
    page = desk("admin", "GET", "/rosters", query=query).body
    assert (page["items"], page["unreadable"]) == ([], [receipt])


def test_what_became_of_signed_consents_is_read(aws: Stack) -> None:
    receipt = next(iter(loaded(GOES_ON).rosters))
    told = status(whole(receipt))
    revision, version = case("admin", receipt)["revision"], told["version"]
    said = {"schema": 1, "version": version, "before": told["state"], "after": told["state"]}
    kept = {"wording": "2026-11-30", "clerk": "赵敏", "later": {"added": 1}}
    for number, event in enumerate(
        (
            {"state": "consents_brought", "consents": {"rows": [1]}},
            {"state": "consents_attested", "consents": {"rows": [], **kept}},
        ),
        revision + 1,
    ):
        at_noon = f"2026-11-30T12:00:0{number % 10}+08:00"
        key = item_key(receipt, f"EVENT#{number:06d}")
        table.put({**key, **said, **event, "revision": number, "at": at_noon})
    document_id = f"{revision + 1:04d}-01"
    paper = {"kind": "signed_consents", "state": "accepted", "filename": "同意书.jpg"}
    place = {"received_at": "2026-11-30T12:00:00+08:00", "quarantine_object": "quarantine/0"}
    key = item_key(receipt, f"DOCUMENT#{document_id}")
    ids = {"schema": 1, "document_id": document_id, "version": version}
    table.put({**key, **ids, **paper, **place, "later": {"added": 1}})
    change_head(receipt, revision=revision + 2)
    consents = status(whole(receipt))["consents"]
    assert [(each["rows"], each["state"]) for each in consents["papers"]] == [([1], "accepted")]
    [attested] = consents["attested"]
    assert (attested["rows"], attested["wording"], attested["clerk"]) == ([], "2026-11-30", "赵敏")
    assert consents["missing"] == {"people": 0, "rows": []}
    assert case("admin", receipt)["consents"]["attested"] == [attested]


def test_that_somebody_was_erased_is_read(aws: Stack) -> None:
    receipt = next(iter(loaded(GOES_ON).rosters))
    told = status(whole(receipt))
    revision = case("admin", receipt)["revision"] + 1
    said = {"version": told["version"], "before": told["state"], "after": told["state"]}
    event = {"at": "2026-11-30T12:00:00+08:00", "state": "person_erased", "revision": revision}
    reasons = [{"text": "本人申请", "rows": [1]}]
    key = item_key(receipt, f"EVENT#{revision:06d}")
    table.put({**key, "schema": 1, **said, **event, "reasons": reasons, "later": {"added": 1}})
    change_head(receipt, revision=revision)
    assert status(whole(receipt))["timeline"][-1]["reasons"][0]["rows"] == [1]

    person = person_of(WOMAN.id_number)
    by = {"subject": "privacy", "name": "演示", "roles": ["privacy"], "later": 1}
    step = {"at": "2026-11-30T12:00:00+08:00", "by": by, "what": "proposed", "later": 1}
    kept = {"person": list(person), "number": 1, "steps": [step], "later": {"added": 1}}
    table.put({**key_of(person), "sk": "ERASURE#000001", "schema": 1, **kept})
    assert look("admin", WOMAN.id_number)["waiting"]["by"]["name"] == "演示"


def test_that_processing_is_restricted_is_read(aws: Stack) -> None:
    receipt = next(iter(loaded(GOES_ON).rosters))
    person = person_of(WOMAN.id_number)
    table.put({**key_of(person), "schema": 1, receipt: {"version": 1}})
    assert restrict(WOMAN.id_number).status == 200
    [event], index = items("RESTRICTION#"), table.get(key_of(person))
    assert index
    assert index["restricted_on"] == TODAY.isoformat()
    assert event == {
        "pk": index["pk"],
        "sk": "RESTRICTION#000001",
        "schema": 1,
        "number": 1,
        "at": event["at"],
        "by": {"subject": "privacy", "name": "演示 privacy", "roles": ["privacy"]},
        "what": "restricted",
        "reason": REASON,
        "expires_at": event["expires_at"],
    }
    for item in (index, event):
        table.put({**item, "later": {"added": 1}})
    assert restrict(WOMAN.id_number, "lifted").body["restricted_on"] is None


def test_what_was_decided_and_what_was_paid_of_a_claim_is_read(aws: Stack) -> None:
    told = [claim_status(whole(one)) for one in loaded(TWO_STEPS).claims]
    [reopened] = [each for each in told if each["reopened"]]
    [paid] = reopened["earlier"]
    assert None not in (paid["decided_on"], paid["settled_on"], paid["account"])
    [waiting] = [each for each in told if each["state"] == "awaiting_transfer"]
    revision = claim_case("claims", waiting["receipt"])["revision"]
    assert transfer(waiting["receipt"], revision).body["state"] == "paid"
