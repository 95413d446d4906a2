"""A claim's papers as uploads: each for one claim, only so many, looked at before they go."""

import pytest

from shared_rules.claim.limits import MAX_DOCUMENTS, MAX_DOCUMENTS_AT_ONCE
from tests.functional.claims_requests import new_key, paper, papers, status, submit, supplement
from tests.functional.follow_up_deliveries import items
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import submit as submit_roster
from tests.unit.papers.paper_files import declared_png, jpeg, pdf, png

pytestmark = pytest.mark.usefixtures("aws")


def test_an_upload_is_good_for_one_claim() -> None:
    documents = papers("policy")
    assert submit(new_key(), documents=documents).status == 201
    other = submit(new_key(), documents=[*papers("id_card"), *documents])
    assert other.status == 409
    assert other.codes == ["upload.used"]
    assert other.body["findings"][0]["field"] == "documents.1.upload_id"
    kept = submit(new_key()).body
    assert supplement(kept, documents).status == 409


def test_one_upload_is_not_two_papers() -> None:
    [document] = papers("policy")
    assert submit(new_key(), documents=[document, {**document, "kind": "id_card"}]).status == 409


def test_a_list_is_no_paper_and_a_paper_no_list() -> None:
    refused = submit_roster(new_key(), upload_id=paper())
    assert refused.codes == ["upload.unknown"]


def test_a_ticket_whose_bytes_never_came_is_no_paper() -> None:
    asked = {"purpose": "claim-document", "filename": "a.pdf", "size": 5}
    upload_id = call("POST", "/api/uploads", asked).body["upload_id"]
    refused = submit(new_key(), documents=[{"kind": "policy", "upload_id": upload_id}])
    assert (refused.status, refused.codes) == (422, ["upload.unknown"])
    assert not any(item["pk"].startswith("CLAIM#") for item in items())


def test_a_claim_takes_so_many_papers_and_no_more() -> None:
    kept = submit(new_key(), documents=papers(*["policy"] * MAX_DOCUMENTS_AT_ONCE)).body
    left = MAX_DOCUMENTS - MAX_DOCUMENTS_AT_ONCE
    more = papers(*["policy"] * (left + 1))
    assert supplement(kept, more).codes == ["claim.documents_full"]
    assert supplement(kept, more[:left]).status == 200
    assert len(status(kept)["documents"]) == MAX_DOCUMENTS


# ---- a paper looked at before it is sent ----


def look_at(data: bytes) -> Answer:
    return call("POST", "/api/claims/documents/check", {"upload_id": paper(data)})


@pytest.mark.parametrize(
    ("data", "kind", "pages"), [(pdf(3), "pdf", 3), (jpeg(), "jpeg", 1), (png(), "png", 1)]
)
def test_a_paper_is_known_by_its_content(data: bytes, kind: str, pages: int) -> None:
    found = look_at(data)
    assert found.status == 200
    assert (found.body["kind"], found.body["pages"]) == (kind, pages)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "document.empty"),
        (b"<html><body>x</body></html>", "document.html"),
        (jpeg()[:200], "document.damaged"),
        (declared_png(60_000, 60_000), "document.too_many_pixels"),
    ],
)
def test_what_is_no_paper_is_said_before_it_is_sent(data: bytes, code: str) -> None:
    refused = look_at(data)
    assert (refused.status, refused.codes) == (422, [code])
    assert refused.body["findings"][0]["field"] == "upload_id"


def test_a_paper_nobody_uploaded_cannot_be_looked_at() -> None:
    refused = call("POST", "/api/claims/documents/check", {"upload_id": "unknown"})
    assert (refused.status, refused.codes) == (422, ["upload.unknown"])
