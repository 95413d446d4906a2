"""What earlier code wrote is read by today's, also after the world around it has changed."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest

from functions.local.stack import Stack
from functions.platform import table
from functions.records import areas
from tests.functional import kept_records
from tests.functional.claims_requests import status as claim_status
from tests.functional.kept_sets import GOES_ON, SETS, Receipts, change_head, loaded, opened, whole
from tests.functional.old_policies_requests import view as import_view
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import bearer, printed, status
from tests.functional.staff_claim_requests import queue as claim_queue
from tests.functional.staff_requests import HER_COUNTY, case, claim_case, desk

NEW_NAME: Final = "贺兰新区"


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
