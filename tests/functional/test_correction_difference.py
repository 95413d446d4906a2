"""What a corrected list changes is said before it takes the place of the other one."""

from typing import Any

import pytest

from functions.local import samples
from functions.local.samples import Person
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    PEOPLE,
    TODAY,
    UNIT,
    as_bytes,
    bearer,
    correct,
    new_key,
    rows_of,
    status,
    submit,
    uploaded,
)

pytestmark = pytest.mark.usefixtures("aws")

LOSS = "correction.large_loss"
NEW = samples.people(2, seed=77, today=TODAY)
RENAMED = Person(PEOPLE[0].name + "儿", PEOPLE[0].id_number, PEOPLE[0].occupation)


@pytest.fixture
def kept() -> dict[str, Any]:
    return submit(new_key(), rows=rows_of(PEOPLE)).body


def checked(kept: dict[str, Any], authorization: str = "", **body: Any) -> Answer:
    return call(
        "POST",
        f"/api/rosters/{kept['receipt']}/check",
        body,
        authorization=authorization or bearer(kept),
    )


def test_the_difference_is_told_by_person(kept: dict[str, Any]) -> None:
    answer = checked(kept, rows=rows_of([RENAMED, *NEW]), unit=UNIT)
    assert answer.status == 200
    difference = answer.body["difference"]
    assert [(each["row"], each["name"]) for each in difference["gone"]] == [
        (row, each.name) for row, each in enumerate(PEOPLE[1:], start=2)
    ]
    assert [(each["row"], each["name"]) for each in difference["added"]] == [
        (2, NEW[0].name),
        (3, NEW[1].name),
    ]
    assert difference["changed"] == [
        {
            "row": 1,
            "name": RENAMED.name,
            "row_before": 1,
            "name_before": PEOPLE[0].name,
            "fields": ["name"],
        }
    ]
    assert (difference["before"], difference["after"], difference["unchanged"]) == (10, 3, 0)
    assert answer.body["version"] == 1
    assert [each["code"] for each in answer.body["findings"]] == [LOSS]
    assert not [each for each in PEOPLE if each.id_number in str(difference)]


def test_the_same_list_again_differs_in_nothing(kept: dict[str, Any]) -> None:
    difference = checked(kept, upload_id=uploaded(as_bytes(PEOPLE))).body["difference"]
    assert difference["unchanged"] == len(PEOPLE)
    assert not difference["gone"] + difference["added"] + difference["changed"]


def test_a_large_loss_is_refused_with_names_until_it_is_confirmed(kept: dict[str, Any]) -> None:
    few = rows_of(PEOPLE[:4])
    refused = correct(kept, 1, rows=few)
    assert refused.status == 422
    loss, missing = refused.body["findings"]
    assert (loss["code"], missing["code"]) == (LOSS, "confirmation.missing")
    assert missing["params"]["warning"] == LOSS
    assert "6 人" in loss["message"]
    assert PEOPLE[4].name in loss["message"]
    assert status(kept)["people"] == len(PEOPLE)
    assert correct(kept, 1, rows=few, confirmations=[LOSS]).body["people"] == 4


def test_two_people_fewer_need_no_tick(kept: dict[str, Any]) -> None:
    assert correct(kept, 1, rows=rows_of(PEOPLE[:8])).status == 200


def test_a_row_left_out_is_a_person_lost(kept: dict[str, Any]) -> None:
    """Whoever is not in the list is gone, however she left it."""
    answer = checked(kept, rows=rows_of(PEOPLE), exclude_rows=[1, 2, 3])
    assert [each["row"] for each in answer.body["difference"]["gone"]] == [1, 2, 3]
    assert LOSS in [each["code"] for each in answer.body["findings"]]


def test_the_latest_version_is_what_is_compared(kept: dict[str, Any]) -> None:
    assert correct(kept, 1, rows=rows_of(PEOPLE[:8])).status == 200
    answer = checked(kept, rows=rows_of(PEOPLE))
    assert (answer.body["version"], answer.body["difference"]["before"]) == (2, 8)
    assert [each["row"] for each in answer.body["difference"]["added"]] == [9, 10]


def test_nobody_learns_of_a_list_without_its_code(kept: dict[str, Any]) -> None:
    for authorization in ("Bearer 00000-00000", "Bearer"):
        refused = checked(kept, authorization, rows=rows_of(PEOPLE[:1]))
        assert (refused.status, refused.body["code"]) == (401, "access.denied")
    unknown = checked({**kept, "receipt": "AK-2026-000000"}, rows=rows_of(PEOPLE[:1]))
    assert (unknown.status, unknown.body["code"]) == (401, "access.denied")
