"""People in the follow-up: found where they are in two lists, and readable nowhere."""

import logging
import os
from datetime import date, timedelta

import pytest

from functions.platform import clock, objects
from functions.platform.aws import dynamodb
from functions.records.person_index import Listing
from functions.records.person_places import person_of
from functions.records.rosters import store
from functions.worker import service
from shared_rules import cover
from shared_rules.plans import in_force
from tests.functional.follow_up_deliveries import (
    Mailbox,
    corrected,
    dead_letters,
    deliver,
    items,
    kept,
    later,
)
from tests.functional.requests_to_api import turn_clock
from tests.functional.rosters_requests import PEOPLE, TODAY, UNIT, status

pytestmark = pytest.mark.usefixtures("aws", "no_letters")


def duplicates(receipt: str) -> list[int] | None:
    found = [each for each in items("DUPLICATES") if each["pk"] == f"ROSTER#{receipt}"]
    return found[0]["rows"] if found else None


def test_who_is_in_two_lists_is_kept_for_the_desk_by_row() -> None:
    first = kept(PEOPLE[:6])
    deliver((first["receipt"], 1))
    second = kept(PEOPLE[4:], unit={**UNIT, "name": "另一所示例小学", "county": "平罗县"})
    before = status(second)
    deliver((second["receipt"], 1))
    assert duplicates(first["receipt"]) == []
    assert duplicates(second["receipt"]) == [1, 2]
    assert status(second) == before
    deliver((second["receipt"], 1), (first["receipt"], 1))
    assert duplicates(second["receipt"]) == [1, 2]


def test_a_list_is_no_duplicate_of_itself() -> None:
    first = kept()
    corrected(first, PEOPLE[:5])
    deliver((first["receipt"], 1), (first["receipt"], 2), (first["receipt"], 1))
    assert duplicates(first["receipt"]) == []


def test_who_left_the_other_list_is_no_duplicate() -> None:
    first = kept(PEOPLE[:6])
    deliver((first["receipt"], 1))
    corrected(first, PEOPLE[:2])
    deliver((first["receipt"], 2))
    second = kept(PEOPLE)
    deliver((second["receipt"], 1))
    assert duplicates(second["receipt"]) == [1, 2]


@pytest.mark.parametrize(("days", "rows"), [(-1, [1]), (0, []), (1, [])])
def test_cover_after_cover_is_no_duplicate(
    monkeypatch: pytest.MonkeyPatch, days: int, rows: list[int]
) -> None:
    first = kept(PEOPLE[:1])
    deliver((first["receipt"], 1))
    tomorrow = TODAY + timedelta(days=1)
    next_year = cover.last_day(tomorrow, in_force(TODAY)) + timedelta(days=days)
    moment = clock.now().replace(year=next_year.year, month=next_year.month, day=next_year.day)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: moment)
        turn_clock(patch, moment)
        second = kept(PEOPLE[:1])
    deliver((second["receipt"], 1))
    assert duplicates(second["receipt"]) == rows


def test_people_are_in_no_index_no_message_no_letter_and_no_log(
    mailbox: Mailbox, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    first, second = kept(), kept()
    deliver((first["receipt"], 1))
    rows = store.current(second["receipt"]).rows_object
    spoilt = objects.get(rows).replace(b'"row":', b'"Row":')
    point_to(second["receipt"], objects.put(rows, spoilt, "application/json"))
    for _ in range(service.MAX_ATTEMPTS):
        service.sweep(later(hours=1), timedelta(0))
    output = capsys.readouterr()
    ours = [vars(record) for record in caplog.records if "boto" not in record.name]
    letters = dead_letters()
    assert len(letters) == 1
    words = output.out + output.err + str(ours) + str(mailbox.read()) + str(letters) + str(items())
    assert "UnreadableError" in words, "the log says what it was"
    secrets = [text for each in PEOPLE for text in (each.name, each.id_number)]
    assert not [secret for secret in secrets if secret in words]
    seen = output.out + output.err + str(ours) + str(letters)
    assert not [
        each for each in (UNIT["name"], UNIT["contact_name"], UNIT["phone"]) if each in seen
    ]


def point_to(receipt: str, rows_object: str) -> None:
    dynamodb().update_item(
        TableName=os.environ["TABLE_NAME"],
        Key={"pk": {"S": f"ROSTER#{receipt}"}, "sk": {"S": "HEAD"}},
        UpdateExpression="SET rows_object = :rows",
        ExpressionAttributeValues={":rows": {"S": rows_object}},
    )


def test_an_id_number_s_key_is_no_hash_that_others_could_make() -> None:
    first = kept(PEOPLE[:1])
    deliver((first["receipt"], 1))
    [person] = items("LISTS")
    assert person["pk"] == f"PERSON#{person_of(PEOPLE[0].id_number)[0]}"
    assert person.keys() == {"pk", "sk", "changes", first["receipt"]}


@pytest.mark.parametrize(
    ("mine", "other", "overlap"),
    [
        (("2026-01-01", "2026-12-31"), ("2026-12-31", "2027-12-30"), True),
        (("2026-01-01", "2026-12-31"), ("2027-01-01", "2027-12-31"), False),
        (("2026-01-01", "2026-12-31"), ("2025-01-02", "2026-01-01"), True),
        (("2026-01-01", "2026-12-31"), ("2025-01-01", "2025-12-31"), False),
        (("2026-01-01", "2026-12-31"), (None, None), False),
    ],
)
def test_when_cover_overlaps(
    mine: tuple[str, str], other: tuple[str | None, str | None], *, overlap: bool
) -> None:
    one, two = (
        Listing(
            version=1,
            cover_from=first and date.fromisoformat(first),
            cover_until=last and date.fromisoformat(last),
        )
        for first, last in (mine, other)
    )
    assert one.overlaps(two) == two.overlaps(one) == overlap
