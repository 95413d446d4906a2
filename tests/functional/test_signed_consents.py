"""What people have signed (本人同意书): brought by the unit, or kept as it attests."""

from typing import Any

import pytest

from functions.rosters import signed_consents
from tests.functional.endorsement_requests import OUT, accepted, endorsed
from tests.functional.follow_up_deliveries import swept
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import (
    PEOPLE,
    UNIT,
    correct,
    new_key,
    rows_of,
    status,
    submit,
    withdraw,
)
from tests.functional.signed_consents_requests import ATTESTATION, attests, consents, photos
from tests.functional.staff_requests import case, desk
from tests.functional.stamped_sheets_requests import bring, sheets

pytestmark = pytest.mark.usefixtures("aws")

NOBODY: dict[str, Any] = {"people": 0, "rows": []}


@pytest.fixture
def kept() -> dict[str, Any]:
    return submit(new_key(), rows=rows_of(PEOPLE[:4])).body


def missing(list_: dict[str, Any]) -> dict[str, Any]:
    """Of whom there is none, as the unit and everybody at the desk is told."""
    told = status(list_)["consents"]["missing"]
    for role in ("contact", "federation"):
        assert case(role, list_["receipt"])["consents"]["missing"] == told
    return dict(told)


def test_what_is_brought_is_seen_by_the_desk_beside_the_stamped_sheets(
    kept: dict[str, Any],
) -> None:
    receipt = kept["receipt"]
    assert bring(kept, sheets(kept)).status == 200
    assert consents(kept, photos(1, 2)).status == 200
    swept()
    told = status(kept)
    assert [each["state"] for each in told["timeline"]][1:] == [
        "sheets_brought",
        "consents_brought",
    ]
    assert (len(told["sheets"]), missing(kept)) == (1, {"people": 2, "rows": [3, 4]})
    [paper] = told["consents"]["papers"]
    assert (paper["rows"], paper["state"]) == ([1, 2], "unscanned")
    seen = case("contact", receipt)
    assert [each["document_id"] for each in seen["sheets"]] == ["0002-01"]
    assert [each["document_id"] for each in seen["consents"]["papers"]] == ["0003-01"]
    link = desk("contact", "POST", f"/rosters/{receipt}/documents/0003-01/link")
    assert (link.status, f"/{receipt}/documents/0003-01/" in link.body["url"]) == (200, True)
    assert case("federation", receipt)["consents"]["papers"] == []


def test_the_unit_attests_that_it_keeps_them(kept: dict[str, Any]) -> None:
    assert missing(kept) == {"people": 4, "rows": []}
    assert consents(kept, attests(1)).status == 200
    assert missing(kept) == {"people": 3, "rows": [2, 3, 4]}
    first = consents(kept, attests())
    assert (first.status, consents(kept, attests())) == (200, first)
    assert missing(kept) == NOBODY
    attested = case("contact", kept["receipt"])["consents"]["attested"]
    said = [(each["rows"], each["wording"], each["clerk"]) for each in attested]
    assert said == [
        ([1], ATTESTATION, UNIT["contact_name"]),
        ([], ATTESTATION, UNIT["contact_name"]),
    ]
    hidden = case("federation", kept["receipt"])["consents"]["attested"]
    assert {each["clerk"] for each in hidden} == {f"{UNIT['contact_name'][0]}*"}


def test_it_attests_when_it_submits_or_corrects(kept: dict[str, Any]) -> None:
    with_list = submit(new_key(), rows=rows_of(PEOPLE[4:6]), attestation=ATTESTATION)
    assert with_list.status == 201
    [attested] = status(with_list.body)["consents"]["attested"]
    assert (attested["version"], missing(with_list.body)) == (1, NOBODY)
    old = submit(new_key(), rows=rows_of(PEOPLE[4:6]), attestation="2019-01-03")
    assert (old.status, old.codes) == (422, ["consent.version"])
    assert correct(kept, 1, rows=rows_of(PEOPLE[:3]), attestation=ATTESTATION).status == 200
    assert missing(kept) == NOBODY


def test_after_a_correction_those_are_missing_who_came_with_it(kept: dict[str, Any]) -> None:
    assert consents(kept, photos(1, 2)).status == 200
    assert consents(kept, attests(4)).status == 200
    # The first and third one left, the rows are others, and two have come.
    assert correct(kept, 1, rows=rows_of([*PEOPLE[6:8], PEOPLE[3], PEOPLE[1]])).status == 200
    assert missing(kept) == {"people": 2, "rows": [1, 2]}
    assert consents(kept, attests(), version=2).status == 200
    assert missing(kept) == NOBODY
    assert correct(kept, 2, rows=rows_of([PEOPLE[8], *PEOPLE[6:8]])).status == 200
    assert missing(kept) == {"people": 1, "rows": [1]}
    assert consents(kept, attests(), version=3).status == 200, "the same, but of another version"
    assert missing(kept) == NOBODY


def test_what_is_no_paper_counts_for_nobody(kept: dict[str, Any]) -> None:
    body = photos(file=b"PK\x03\x04 a workbook [Content_Types].xml")
    assert consents(kept, body).status == 200
    assert missing(kept) == NOBODY, "until it was looked at"
    swept()
    assert missing(kept) == {"people": 4, "rows": []}


def test_of_who_is_not_insured_none_is_missing() -> None:
    list_ = accepted(PEOPLE[:3])
    assert missing(list_)["people"] == 3
    endorsed(list_["receipt"], OUT)
    assert missing(list_)["people"] == 2
    rows = {each["row"] for each in case("contact", list_["receipt"])["acceptance"]["leavers"]}
    [first, *_] = sorted({1, 2, 3} - rows)
    assert consents(list_, attests(first)).status == 200
    assert missing(list_)["rows"] == sorted({1, 2, 3} - rows - {first})


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({}, (422, "signed_consents.which")),
        ({"attestation": "2019-01-03"}, (422, "consent.version")),
        (attests(9), (422, "endorsement.not_insured")),
        ({"upload_ids": ["nonsense"]}, (422, "upload.unknown")),
        ({"upload_ids": ["nonsense"], "attestation": ATTESTATION}, (422, "signed_consents.which")),
    ],
)
def test_what_cannot_be_is_refused(
    kept: dict[str, Any], body: dict[str, Any], refusal: tuple[int, str]
) -> None:
    answer = consents(kept, body)
    assert (answer.status, answer.codes[0]) == refusal
    assert missing(kept)["people"] == 4


def test_a_list_takes_so_many_and_none_once_it_has_ended(
    kept: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signed_consents, "MOST", 2)
    assert [consents(kept, attests(row)).status for row in (1, 2)] == [200, 200]
    assert code_of(consents(kept, attests(3))) == (409, "signed_consents.too_often")
    assert code_of(consents(kept, attests(3), version=2)) == (412, "roster.version_conflict")
    assert withdraw(kept).status == 200
    assert code_of(consents(kept, attests(3))) == (409, "roster.ended")
