"""What earlier code wrote is read by today's, also after the world around it has changed."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest

from functions.local.stack import Stack
from functions.platform import table
from functions.records import areas
from functions.records.access import access_hash
from functions.records.record_keys import item_key
from tests.functional import kept_records
from tests.functional.claims_requests import status as claim_status
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import printed, status
from tests.functional.staff_claim_requests import queue as claim_queue
from tests.functional.staff_requests import HER_COUNTY, case, claim_case, desk

SETS: Final = sorted(path.stem for path in kept_records.FOLDER.glob("*.json"))
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


def loaded(name: str) -> tuple[list[str], list[str]]:
    """Receipts of the lists and of the claims of a set, which all have one access code now."""
    kept = kept_records.load(name)
    rosters, claims = (kept_records.receipts(kept, kind) for kind in ("AK", "LP"))
    for receipt in (*rosters, *claims):
        change_head(receipt, access_hash=access_hash(receipt, CODE))
    return rosters, claims


def change_head(receipt: str, **changes: Any) -> None:
    head = table.get(item_key(receipt, "HEAD"))
    assert head
    table.put({**head, **changes})


def assert_all_is_read(rosters: list[str], claims: list[str], county: str) -> None:
    """Every route that reads a record reads these."""
    for receipt in rosters:
        whole = {"receipt": receipt, "access_code": CODE}
        assert status(whole)["unit"]["county"] == county
        assert printed(whole)
        seen = case("admin", receipt)
        assert seen["unit"]["county"] == county
        for path in ("rows", "log"):
            assert desk("admin", "GET", f"/rosters/{receipt}/{path}").status == 200
        for path in ("log-file", "hand-off"):
            assert desk("admin", "POST", f"/rosters/{receipt}/{path}").status == 200
    for receipt in claims:
        assert claim_status({"receipt": receipt, "access_code": CODE})["documents"]
        assert claim_case("claims", receipt)["unit"]["county"] == county
        for path in ("assessment", "log"):
            assert desk("claims", "GET", f"/claims/{receipt}/{path}").status == 200
        assert desk("claims", "POST", f"/claims/{receipt}/export").status == 200
    queued = {
        item["receipt"]: item["county"]
        for state in ("submitted", "returned", "accepted")
        for item in desk("admin", "GET", "/rosters", query={"state": state}).body["items"]
    }
    assert queued == dict.fromkeys(rosters, county)
    assert set(claim_queue()) | set(claim_queue(state="refused")) == set(claims)
    period = {"from": "2026-11-01", "until": "2026-11-30"}
    summary = desk("admin", "GET", "/summary", query=period).body
    assert summary["total"]["lists"] == 1
    assert desk("admin", "GET", "/summary/monthly").body["months"]
    assert desk("admin", "POST", "/summary/monthly/2026-10/file").status == 200
    services = call("GET", "/api/services").body
    assert services["specialists"]


@pytest.mark.parametrize("name", SETS)
def test_what_was_kept_is_read(aws: Stack, name: str) -> None:
    assert_all_is_read(*loaded(name), county=HER_COUNTY)


@pytest.mark.parametrize("name", SETS)
def test_what_was_kept_is_read_after_its_county_was_renamed_and_its_contact_left(
    aws: Stack, name: str
) -> None:
    rosters, claims = loaded(name)
    with changed_areas(name=NEW_NAME, formerly=[HER_COUNTY], contact="shizuishan"):
        assert_all_is_read(rosters, claims, county=NEW_NAME)
        for receipt in rosters:
            whole = {"receipt": receipt, "access_code": CODE}
            assert status(whole)["contact"]["area"].startswith("石嘴山")
            assert case("other contact", receipt)["may_decide"]


@pytest.mark.parametrize("name", SETS)
def test_a_county_that_is_in_no_list_any_more_leads_to_the_coordinator(
    aws: Stack, name: str
) -> None:
    rosters, claims = loaded(name)
    with changed_areas(name=NEW_NAME):
        whole = {"receipt": rosters[0], "access_code": CODE}
        assert status(whole)["contact"]["area"] == "各地市县总协调"
        assert claim_status({"receipt": claims[0], "access_code": CODE})["contact"]


@pytest.mark.parametrize("name", SETS)
def test_fields_and_messages_that_this_code_does_not_know_are_passed_over(
    aws: Stack, name: str
) -> None:
    kept = kept_records.load(name)
    for item in kept["items"]:
        told = [{**each, "code": "document.long_gone"} for each in item.get("findings", [])]
        table.put({**item, "later": {"added": 1}, **({"findings": told} if told else {})})
    rosters, claims = loaded_again(kept)
    assert_all_is_read(rosters, claims, county=HER_COUNTY)


def loaded_again(kept: dict[str, Any]) -> tuple[list[str], list[str]]:
    rosters, claims = (kept_records.receipts(kept, kind) for kind in ("AK", "LP"))
    for receipt in (*rosters, *claims):
        change_head(receipt, access_hash=access_hash(receipt, CODE))
    return rosters, claims


@pytest.mark.parametrize("spoilt", [{"people": "many"}, {"unit": {"name": "x"}}, {"unit": None}])
def test_a_list_that_cannot_be_read_is_one_line_at_the_desk_and_an_alarm(
    aws: Stack, caplog: pytest.LogCaptureFixture, spoilt: dict[str, Any]
) -> None:
    rosters, _ = loaded(SETS[-1])
    broken, well = rosters
    for receipt in rosters:
        change_head(receipt, queue=f"AK#submitted#{HER_COUNTY}")
    change_head(broken, **spoilt)
    page = desk("contact", "GET", "/rosters").body
    assert [item["receipt"] for item in page["items"]] == [well]
    assert page["unreadable"] == [broken]
    assert "unreadable record" in caplog.text
    refused = desk("contact", "GET", f"/rosters/{broken}")
    assert (refused.status, refused.body["code"]) == (500, "record.unreadable")


def test_a_claim_that_cannot_be_read_is_one_line_at_the_desk_and_an_alarm(
    aws: Stack, caplog: pytest.LogCaptureFixture
) -> None:
    _, claims = loaded(SETS[-1])
    broken = next(each for each in claims if each in claim_queue())
    change_head(broken, reported_at="yesterday")
    page = desk("claims", "GET", "/claims").body
    assert (page["items"], page["unreadable"]) == ([], [broken])
    assert "unreadable record" in caplog.text
    refused = desk("claims", "GET", f"/claims/{broken}")
    assert (refused.status, refused.body["code"]) == (500, "record.unreadable")
