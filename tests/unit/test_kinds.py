"""Everything that is kept is of one kind that the service knows, and has its line of retention."""

import json
from pathlib import Path
from typing import Any

import pytest

from functions.records import kinds, retention
from tests.permissions import statements

ROOT = Path(__file__).parents[2]
SETS = sorted((ROOT / "tests" / "fixtures" / "records").glob("*.json"))


def kept(name: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(name.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", SETS, ids=lambda each: each.stem)
def test_every_item_and_object_that_any_code_has_written_is_of_a_kind(name: Path) -> None:
    found = kept(name)
    for item in found["items"]:
        assert kinds.of_item(item["pk"], item["sk"])
    for key in found["objects"]:
        assert kinds.of_object(key)


def test_whatever_a_function_may_write_is_of_a_kind() -> None:
    """A new partition needs its right in template.yaml, and with it its line in `kinds`."""
    written = {right.key for each in statements.rights().values() for right in each if right.key}
    assert written
    known = {each.place.split(" ")[0] for each in kinds.ITEMS}
    assert written - {"IMPORT#*"} <= known, "the outbox of imports is in any partition"


@pytest.mark.parametrize(
    ("place", "whose"),
    [
        ("CLAIM#LP-2026-000000 OUTBOX#000001", "nobody"),
        ("CLAIM#LP-2026-000000 VIEWED#2026-11-30T10:00:00+08:00#0", "insured"),
        ("ROSTER#AK-2026-000000 MESSAGE#received#000001", "others"),
        ("ROSTER#AK-2026-000000 HEAD", "among"),
        ("ROSTER#AK-2026-000000 SHORT", "nobody"),
        ("ROSTER#AK-2026-000000 TEAMWORK", "others"),
        ("ROSTER#AK-2026-000000 TEAMWORK#000001", "among"),
        ("CLAIM#LP-2026-000000 TEAMWORK#000001", "insured"),
        ("CLAIM#LP-2026-000000 TO_TELL", "nobody"),
        ("PERSON#0123 SOUGHT#2026-11-30T10:00:00+08:00#0", "insured"),
        ("PERSON#0123 RESTRICTION#000001", "insured"),
        ("LIMIT#checks#0#0 LIMIT", "nobody"),
    ],
)
def test_a_place_says_whose_it_is(place: str, whose: str) -> None:
    assert kinds.of_item(*place.split(" ")).whose == whose


@pytest.mark.parametrize("place", ["ROSTER#AK-2026-000000 DIARY#1", "DIARY#1 HEAD"])
def test_what_is_of_no_kind_may_not_be_kept(place: str) -> None:
    with pytest.raises(LookupError):
        kinds.of_item(*place.split(" "))
    with pytest.raises(LookupError):
        kinds.of_object("rosters/AK-2026-000000/v1/diary/0")


def test_whatever_is_about_people_has_an_end_that_the_page_tells() -> None:
    every = (*kinds.ITEMS, *kinds.OBJECTS)
    assert {each.line for each in every if each.line} <= retention.terms().keys()
    assert all(each.line and each.what for each in every if each.whose in ("insured", "among"))


def test_whatever_is_about_people_says_how_somebody_is_taken_out_of_it() -> None:
    every = (*kinds.ITEMS, *kinds.OBJECTS)
    assert {bool(each.erasing) == (each.whose in ("insured", "among")) for each in every} == {True}


def test_every_line_of_the_page_is_about_something_that_is_kept() -> None:
    known = {each.line for each in (*kinds.ITEMS, *kinds.OBJECTS)}
    # CloudWatch and DynamoDB see to the end of logs and backups; what was paid stays in the index.
    assert retention.terms().keys() - known == {"logs", "paid_items", "backups"}
