"""What earlier code wrote is read by today's, also after the world around it has changed."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

import pytest

from functions.local.stack import Stack
from functions.platform import clock, table
from functions.records import areas, messages, stopped_mail
from functions.records.access import access_hash
from functions.records.actors import Actor
from functions.records.messages import Addressee, Message
from functions.records.person_places import key_of, person_of
from functions.records.record_keys import item_key
from functions.records.stopped_mail import Stopped
from tests.functional import kept_records
from tests.functional.claims_requests import WOMAN
from tests.functional.claims_requests import status as claim_status
from tests.functional.endorsement_requests import endorsed
from tests.functional.erasure_requests import look
from tests.functional.follow_up_deliveries import items
from tests.functional.old_policies_requests import reverse
from tests.functional.old_policies_requests import view as import_view
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import PEOPLE, TODAY, bearer, printed, status
from tests.functional.staff_claim_requests import (
    NOTHING,
    SUM,
    assessment,
    confirm,
    propose,
    transfer,
)
from tests.functional.staff_claim_requests import queue as claim_queue
from tests.functional.staff_requests import HER_COUNTY, at, case, claim_case, desk
from tests.functional.statement_requests import matched, outcomes, record, standings, upload

SETS: Final = sorted(path.stem for path in kept_records.FOLDER.glob("*.json"))
# Of lists and claims that have gone on after acceptance and settlement, and of old policies.
GOES_ON: Final = "schema-1-goes-on"
# The same once a claim was decided in one step, and paid in another.
TWO_STEPS: Final = "schema-1-two-steps"
NEW_NAME: Final = "贺兰新区"
CODE: Final = "AAAAA-AAAAA"


@contextmanager
def changed_areas(**changes: Any) -> Iterator[None]:
    """The areas' data with her county changed, and the contact of it gone."""
    data = copy.deepcopy(areas._data())
    county = next(
        each for city in data["cities"] for each in city["counties"] if each["name"] == HER_COUNTY
    )
    county.update(changes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(areas, "_data", lambda: data)
        _forget_areas()
        yield
    _forget_areas()


def _forget_areas() -> None:
    for cached in (areas.contact_ids, areas.cities, areas._contacts, areas._renamed):
        cached.cache_clear()


class Receipts(NamedTuple):
    """The receipts of a set: of its lists, claims, and imports of old policies."""

    rosters: list[str]
    claims: list[str]
    imports: list[str]


def loaded(name: str) -> Receipts:
    """The receipts of a set, whose lists and claims have one access code now."""
    return opened(kept_records.load(name))


def opened(kept: dict[str, Any]) -> Receipts:
    found = Receipts(*(kept_records.receipts(kept, kind) for kind in ("AK", "LP", "DR")))
    for receipt in (*found.rosters, *found.claims):
        change_head(receipt, access_hash=access_hash(receipt, CODE))
    return found


def whole(receipt: str) -> dict[str, str]:
    """A receipt with the code that opens it."""
    return {"receipt": receipt, "access_code": CODE}


def change_head(receipt: str, **changes: Any) -> None:
    head = table.get(item_key(receipt, "HEAD"))
    assert head
    table.put({**head, **changes})


def assert_all_is_read(receipts: Receipts, county: str) -> None:
    """Every route that reads a record reads these."""
    assert_lists_are_read(receipts.rosters, county)
    assert_claims_are_read(receipts.claims, county)
    for receipt in receipts.imports:
        assert import_view(receipt, "admin")["counties"] == [county]
    imports = desk("admin", "GET", "/imports").body["imports"]
    assert {each["receipt"] for each in imports} == set(receipts.imports)
    period = {"from": "2026-11-01", "until": "2026-11-30"}
    summary = desk("admin", "GET", "/summary", query=period).body
    assert summary["total"]["lists"] == 1
    assert desk("admin", "GET", "/summary/monthly").body["months"]
    assert desk("admin", "POST", "/summary/monthly/2026-10/file").status == 200
    services = call("GET", "/api/services").body
    assert services["specialists"]


def assert_lists_are_read(rosters: list[str], county: str) -> None:
    for receipt in rosters:
        told = status(whole(receipt))
        assert told["unit"]["county"] == county
        assert printed(whole(receipt))
        people = call("GET", f"/api/rosters/{receipt}/people", authorization=bearer(whole(receipt)))
        assert people.status == (200 if told["policy"] else 409)
        seen = case("admin", receipt)
        assert seen["unit"]["county"] == county
        for path in ("rows", "log"):
            assert desk("admin", "GET", f"/rosters/{receipt}/{path}").status == 200
        for path in ("log-file", "hand-off"):
            assert desk("admin", "POST", f"/rosters/{receipt}/{path}").status == 200
    queued = {
        item["receipt"]: item["county"]
        for state in ("submitted", "returned", "accepted")
        for item in desk("admin", "GET", "/rosters", query={"state": state}).body["items"]
    }
    assert queued == dict.fromkeys(rosters, county)


def assert_claims_are_read(claims: list[str], county: str) -> None:
    for receipt in claims:
        assert claim_status(whole(receipt))["documents"]
        assert claim_case("claims", receipt)["unit"]["county"] == county
        for path in ("assessment", "log"):
            assert desk("claims", "GET", f"/claims/{receipt}/{path}").status == 200
        assert desk("claims", "POST", f"/claims/{receipt}/export").status == 200
    assert set(claim_queue()) | set(claim_queue(state="refused")) == set(claims)


@pytest.mark.parametrize("name", SETS)
def test_what_was_kept_is_read(aws: Stack, name: str) -> None:
    assert_all_is_read(loaded(name), HER_COUNTY)


@pytest.mark.parametrize("name", SETS)
def test_what_was_kept_is_read_after_its_county_was_renamed_and_its_contact_left(
    aws: Stack, name: str
) -> None:
    kept = loaded(name)
    with changed_areas(name=NEW_NAME, formerly=[HER_COUNTY], contact="shizuishan"):
        assert_all_is_read(kept, NEW_NAME)
        for receipt in kept.rosters:
            assert status(whole(receipt))["contact"]["area"].startswith("石嘴山")
            assert case("other contact", receipt)["may_decide"]
        for receipt in kept.imports:
            assert import_view(receipt, "other contact")["counties"] == [NEW_NAME]


@pytest.mark.parametrize("name", SETS)
def test_a_county_that_is_in_no_list_any_more_leads_to_the_coordinator(
    aws: Stack, name: str
) -> None:
    kept = loaded(name)
    with changed_areas(name=NEW_NAME):
        assert status(whole(kept.rosters[0]))["contact"]["area"] == "各地市县总协调"
        assert claim_status(whole(kept.claims[0]))["contact"]


@pytest.mark.parametrize("name", SETS)
def test_fields_and_messages_that_this_code_does_not_know_are_passed_over(
    aws: Stack, name: str
) -> None:
    kept = kept_records.load(name)
    for item in kept["items"]:
        told = [{**each, "code": "document.long_gone"} for each in item.get("findings", [])]
        table.put({**item, "later": {"added": 1}, **({"findings": told} if told else {})})
    assert_all_is_read(opened(kept), HER_COUNTY)


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


def test_which_messages_were_sent_and_who_wants_none_is_read(aws: Stack) -> None:
    address = "zhao.min@example.cn"
    [receipt, *_] = loaded(GOES_ON).rosters
    noon = datetime(2026, 11, 30, 12, tzinfo=clock.SHANGHAI)
    reminder = Message(receipt=receipt, occasion="renewal_60", about="2027-11-29", queued_at=noon)
    to = Addressee(address, HER_COUNTY)
    assert messages.remind(reminder, to, 3)
    assert stopped_mail.unsubscribe(stopped_mail.token(receipt, address), noon) == receipt
    [message, stop] = [*items("MESSAGE#", receipt), *items("UNSUBSCRIBED#", receipt)]
    assert message == {
        **item_key(receipt, "MESSAGE#renewal_60#2027-11-29"),
        "schema": 1,
        "receipt": receipt,
        "occasion": "renewal_60",
        "about": "2027-11-29",
        "queued_at": "2026-11-30T12:00:00+08:00",
        "became": "waiting",
    }
    key = {"pk": stop["pk"], "sk": stop["sk"]}
    assert stop == {**key, "schema": 1, "at": noon.isoformat(), "why": "unsubscribed"}
    # Once nothing was kept but when.
    for item in (message, {**key, "schema": 1, "at": noon.isoformat()}):
        table.put({**item, "later": {"added": 1}})
    assert stopped_mail.mail_to(receipt, address.upper()) == "unsubscribed"
    assert not messages.remind(reminder, to, 4)
    [found] = messages.of_record(receipt)
    assert (found.name, found.became) == ("renewal_60#2027-11-29", "waiting")


def test_that_an_e_mail_came_back_is_read(aws: Stack) -> None:
    receipt = next(iter(loaded(GOES_ON).rosters))
    noon = datetime(2026, 11, 30, 12, tzinfo=clock.SHANGHAI)
    by = Actor(subject="s", name="示例", roles=["contact"])
    stopped = Stopped(at=noon, why="bounced", by=by)
    stopped_mail.stop(receipt, "zhao.min@example.cn", stopped)
    [item] = items("UNSUBSCRIBED#", receipt)
    assert item == {
        "pk": item["pk"],
        "sk": item["sk"],
        "schema": 1,
        "at": noon.isoformat(),
        "why": "bounced",
        "by": by.model_dump(),
    }
    table.put({**item, "later": {"added": 1}})
    assert stopped_mail.mail_to(receipt, "zhao.min@example.cn") == "bounced"
    assert stopped_mail.of_record(receipt) == [stopped]


def test_who_is_to_be_told_and_of_whose_premium_a_part_is_there_is_read(aws: Stack) -> None:
    receipt = next(iter(loaded(GOES_ON).rosters))
    noon = datetime(2026, 11, 30, 12, tzinfo=clock.SHANGHAI)
    reminder = Message(
        receipt=receipt,
        occasion="payment_short",
        about="2026-11-29",
        queued_at=noon,
        due=Decimal("100.50"),
    )
    assert messages.remind(reminder, Addressee("", HER_COUNTY), 3)
    [told, place] = [*items("MESSAGE#", receipt), *items("TO_TELL", receipt)]
    assert (told["became"], told["due"]) == ("no_address", "100.50")
    assert place == {
        **item_key(receipt, "TO_TELL"),
        "schema": 1,
        "receipt": receipt,
        "last": "payment_short#2026-11-29",
        "queue": f"AK#to_tell#{HER_COUNTY}",
        "queue_order": f"2026-11-30#{receipt}",
    }
    for item in (told, place):
        table.put({**item, "later": {"added": 1}})
    query = {"state": "to_tell"}
    [queued] = desk("admin", "GET", "/rosters", query=query).body["items"]
    assert (queued["receipt"], queued["to_tell"]) == (receipt, ["保险费还没有到齐"])
    table.put({**place, "receipt": 1})
    page = desk("admin", "GET", "/rosters", query=query).body
    assert (page["items"], page["unreadable"]) == ([], [receipt])


def test_what_was_told_on_paper_is_read(aws: Stack) -> None:
    noon = datetime(2026, 11, 30, 12, tzinfo=clock.SHANGHAI)
    by = Actor(subject="s", name="示例", roles=["contact"])
    told = Message(
        receipt=next(iter(loaded(GOES_ON).rosters)),
        occasion="returned",
        about="000002",
        queued_at=noon,
        became="no_address",
    )
    messages.tell(told, "printed", by, noon)
    [message] = items("MESSAGE#", told.receipt)
    assert message == {
        **item_key(told.receipt, "MESSAGE#returned#000002"),
        "schema": 1,
        "receipt": told.receipt,
        "occasion": "returned",
        "about": "000002",
        "queued_at": "2026-11-30T12:00:00+08:00",
        "became": "printed",
        "became_at": "2026-11-30T12:00:00+08:00",
        "by": by.model_dump(),
    }
    table.put({**message, "later": {"added": 1}})
    messages.tell(told, "told", by, noon)
    [found] = messages.of_record(told.receipt)
    assert (found.became, found.by) == ("printed", by)


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


@pytest.mark.parametrize("spoilt", [{"people": "many"}, {"unit": {"name": "x"}}, {"unit": None}])
def test_a_list_that_cannot_be_read_is_one_line_at_the_desk_and_an_alarm(
    aws: Stack, caplog: pytest.LogCaptureFixture, spoilt: dict[str, Any]
) -> None:
    broken, *well = rosters = loaded(GOES_ON).rosters
    for receipt in rosters:
        change_head(receipt, queue=f"AK#submitted#{HER_COUNTY}")
    change_head(broken, **spoilt)
    page = desk("contact", "GET", "/rosters").body
    assert [item["receipt"] for item in page["items"]] == well
    assert page["unreadable"] == [broken]
    assert "unreadable record" in caplog.text
    refused = desk("contact", "GET", f"/rosters/{broken}")
    assert (refused.status, refused.body["code"]) == (500, "record.unreadable")


def test_a_claim_that_cannot_be_read_is_one_line_at_the_desk_and_an_alarm(
    aws: Stack, caplog: pytest.LogCaptureFixture
) -> None:
    loaded(GOES_ON)
    broken, *well = claim_queue()
    change_head(broken, reported_at="yesterday")
    page = desk("claims", "GET", "/claims").body
    assert [item["receipt"] for item in page["items"]] == well
    assert page["unreadable"] == [broken]
    assert "unreadable record" in caplog.text
    refused = desk("claims", "GET", f"/claims/{broken}")
    assert (refused.status, refused.body["code"]) == (500, "record.unreadable")


def test_what_was_decided_and_what_was_paid_of_a_claim_is_read(aws: Stack) -> None:
    told = [claim_status(whole(one)) for one in loaded(TWO_STEPS).claims]
    [reopened] = [each for each in told if each["reopened"]]
    [paid] = reopened["earlier"]
    assert None not in (paid["decided_on"], paid["settled_on"], paid["account"])
    [waiting] = [each for each in told if each["state"] == "awaiting_transfer"]
    revision = claim_case("claims", waiting["receipt"])["revision"]
    assert transfer(waiting["receipt"], revision).body["state"] == "paid"
