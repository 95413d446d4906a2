"""A unit brings its stamped sheets: of this very list, seen by the desk beside its rows."""

from typing import Any

import pytest

from functions.records import uploads
from functions.records.brought_file import Upload
from shared_rules.messages import catalogue
from tests.functional.claims_requests import paper
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import (
    PEOPLE,
    correct,
    form,
    new_key,
    rows_of,
    status,
    submit,
    withdraw,
)
from tests.functional.staff_requests import case, desk, pay
from tests.functional.stamped_sheets_requests import bring, brought, sheets
from tests.unit.papers.paper_files import jpeg, pdf

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def kept() -> dict[str, Any]:
    return submit(new_key(), rows=rows_of(PEOPLE[:3])).body


def test_the_desk_sees_what_was_brought_and_that_is_logged() -> None:
    list_ = brought(pdf(), jpeg())
    told = status(list_)
    assert [step["state"] for step in told["timeline"]] == ["submitted", "sheets_brought"]
    assert [each["is_current"] for each in told["sheets"]] == [True, True]
    receipt = list_["receipt"]
    seen = case("contact", receipt)["sheets"]
    assert [each["state"] for each in seen] == ["unscanned", "unscanned"]
    assert [each["media_type"] for each in seen] == ["application/pdf", "image/jpeg"]
    link = desk("contact", "POST", f"/rosters/{receipt}/documents/0002-01/link")
    kept_there = f"/rosters/{receipt}/documents/0002-01/"
    assert (link.status, kept_there in link.body["url"]) == (200, True)
    small = desk("contact", "POST", f"/rosters/{receipt}/thumbnails").body["thumbnails"]
    assert [each["document_id"] for each in small] == ["0002-02"]
    logged = desk("contact", "GET", f"/rosters/{receipt}/log").body["entries"]
    assert {"viewed_sheet", "viewed_sheet_thumbnails", "sheets_brought"} <= {
        e["what"] for e in logged
    }
    assert case("federation", receipt)["sheets"] == []
    unknown = desk("contact", "POST", f"/rosters/{receipt}/documents/0002-09/link")
    assert code_of(unknown) == (404, "staff.not_found")


def test_sheets_of_another_list_or_version_are_refused(kept: dict[str, Any]) -> None:
    other = submit(new_key(), rows=rows_of(PEOPLE[:3])).body
    body = sheets(kept)
    for text in (form(other)["check_text"], "0", ""):
        refused = bring(kept, body | {"check_text": text})
        assert (refused.status, refused.codes) == (422, ["stamped_sheets.other_list"])
    assert correct(kept, 1, rows=rows_of(PEOPLE[:2])).status == 200
    assert code_of(bring(kept, body, version=1)) == (412, "roster.version_conflict")
    outdated = bring(kept, body, version=2)
    assert (outdated.status, outdated.codes) == (422, ["stamped_sheets.outdated"])
    assert status(kept)["sheets"] == []
    now = body | {"check_text": form(kept)["check_text"].lower()}
    assert bring(kept, now, version=2).status == 200


def test_the_same_again_changes_nothing_and_an_upload_serves_once(kept: dict[str, Any]) -> None:
    body = sheets(kept)
    first = bring(kept, body)
    assert (first.status, bring(kept, body)) == (200, first)
    again = bring(kept, body | {"upload_ids": [*body["upload_ids"], paper(pdf())]})
    assert code_of(again) == (409, "upload.used")
    twice = bring(kept, body | {"upload_ids": [paper(pdf())] * 2})
    assert code_of(twice) == (409, "upload.used")
    gone = bring(kept, body | {"upload_ids": ["nonsense"]})
    assert (gone.status, gone.codes) == (422, ["upload.unknown"])
    assert len(status(kept)["sheets"]) == 1


def test_an_upload_that_another_request_takes_meanwhile_is_refused(
    kept: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    body = sheets(kept)
    assert bring(kept, body).status == 200
    find, looks = uploads.find, []

    def before_the_other(*asked: Any) -> Upload:
        found = find(*asked)
        looks.append(found)
        return found._replace(used_by=None) if len(looks) == 1 else found

    monkeypatch.setattr(uploads, "find", before_the_other)
    late = bring(kept, body | {"check_text": body["check_text"].lower()})
    assert code_of(late) == (409, "upload.used")


def test_a_correction_makes_what_was_brought_outdated(kept: dict[str, Any]) -> None:
    assert bring(kept, sheets(kept)).status == 200
    assert correct(kept, 1, rows=rows_of(PEOPLE[:2])).status == 200
    [told] = status(kept)["sheets"]
    assert (told["version"], told["is_current"]) == (1, False)
    [seen] = case("contact", kept["receipt"])["sheets"]
    assert not seen["is_current"]


def next_step_of(list_: dict[str, Any], says: str) -> bool:
    return bool(status(list_)["next_step"] == catalogue()[says].fix)


def test_the_unit_is_not_told_to_stamp_again_what_has_come(kept: dict[str, Any]) -> None:
    assert next_step_of(kept, "state.submitted")
    assert bring(kept, sheets(kept)).status == 200
    assert next_step_of(kept, "state.submitted_stamped")
    due = {"amount": str(kept["premium"]["amount"])}
    assert pay(kept["receipt"], 2, **due).status == 200
    assert next_step_of(kept, "state.submitted_all_there")
    assert correct(kept, 1, rows=rows_of(PEOPLE[:3])[::-1]).status == 200
    assert next_step_of(kept, "state.submitted_paid"), "they were of the list before"


def test_what_is_no_paper_is_told_and_never_opened() -> None:
    list_ = brought(b"PK\x03\x04 a workbook [Content_Types].xml")
    [told] = status(list_)["sheets"]
    assert (told["state"], [each["code"] for each in told["findings"]]) == (
        "rejected",
        ["document.office"],
    )
    assert next_step_of(list_, "state.submitted")
    link = desk("contact", "POST", f"/rosters/{list_['receipt']}/documents/0002-01/link")
    assert code_of(link) == (409, "claim_paper.not_clean")


def test_a_list_that_has_ended_takes_none(kept: dict[str, Any]) -> None:
    body = sheets(kept)
    assert withdraw(kept).status == 200
    assert code_of(bring(kept, body)) == (409, "roster.ended")
