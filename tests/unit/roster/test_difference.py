"""A corrected list beside the one before: who is gone, who is new, whose entry is another."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from functions.local import samples
from shared_rules.roster.difference import Difference, compare, rows_now
from shared_rules.roster.form.rows import Insured
from shared_rules.roster.limits import MAX_PEOPLE

LIST = [
    Insured(row, each.name, each.id_number, each.occupation)
    for row, each in enumerate(samples.people(43, seed=21, today=date(2026, 3, 1)), start=3)
]
OTHER = samples.id_number(date(1988, 8, 8), 46)
WANG, NUMBERS = "王芳", [samples.id_number(date(1990, 1, day), 22) for day in range(1, 6)]


def named(difference: Difference) -> dict[str, list[tuple[int, str]]]:
    """Who is gone and who is new."""
    return {
        what: [(each.row, each.name) for each in getattr(difference, what)]
        for what in ("gone", "added")
    }


def moved(people: list[Insured], first_row: int = 2) -> list[Insured]:
    """The same people in other rows."""
    return [replace(each, row=row) for row, each in enumerate(people, start=first_row)]


def test_the_same_people_in_other_rows_are_no_difference() -> None:
    found = compare(LIST, moved(LIST[::-1]))
    assert (found.gone, found.added, found.changed) == ((), (), ())
    assert (found.before, found.after, found.unchanged) == (43, 43, 43)


def test_four_of_forty_three_come_back_with_two_new_ones() -> None:
    new = [replace(LIST[0], name=f"新{each}", id_number=NUMBERS[each]) for each in (0, 1)]
    married = replace(LIST[1], name=LIST[1].name + "儿")
    found = compare(LIST, moved([LIST[0], married, *LIST[2:4], *new]))
    assert named(found) == {
        "gone": [(each.row, each.name) for each in LIST[4:]],
        "added": [(6, "新0"), (7, "新1")],
    }
    (changed,) = found.changed
    assert (changed.row, changed.row_before) == (3, LIST[1].row)
    assert (changed.name_before, changed.fields) == (LIST[1].name, ("name",))
    assert (found.before, found.after, found.unchanged) == (43, 6, 3)
    (warning,) = found.warnings()
    assert warning.severity == "warning"
    for words in ("43 人", "39 人", LIST[4].name):
        assert words in warning.message
    assert not [each for each in LIST if each.id_number in found.model_dump_json()]


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"occupation": "另一种"}, ("occupation",)),
        ({"name": "另一个"}, ("name",)),
        ({"id_number": OTHER}, ("id_number",)),
        ({"id_number": OTHER, "occupation": "另一种"}, ("id_number", "occupation")),
    ],
)
def test_whoever_shares_number_or_name_is_changed_and_not_lost(
    change: dict[str, Any], fields: tuple[str, ...]
) -> None:
    found = compare(LIST, [*LIST[:-1], replace(LIST[-1], **change)])
    assert (found.gone, found.added) == ((), ())
    assert [each.fields for each in found.changed] == [fields]


def test_whoever_stands_in_both_lists_has_a_row_now() -> None:
    married = replace(LIST[1], name=LIST[1].name + "儿", row=9)
    other = replace(LIST[2], name="另一个", id_number=OTHER, row=5)
    now = [replace(LIST[0], row=7), married, other]
    assert rows_now(LIST[:3], now) == {3: 7, 4: 9}
    assert rows_now(LIST[:3], []) == rows_now([], now) == {}


def test_another_name_with_another_number_is_another_person() -> None:
    found = compare(LIST, [*LIST[:-1], replace(LIST[-1], name="另一个", id_number=OTHER)])
    assert named(found) == {
        "gone": [(LIST[-1].row, LIST[-1].name)],
        "added": [(LIST[-1].row, "另一个")],
    }


def test_of_namesakes_each_is_who_she_was_and_the_missing_one_is_told() -> None:
    one, two, three = (Insured(row, WANG, NUMBERS[row], "") for row in (1, 2, 3))
    slip = replace(two, row=9, id_number=two.id_number[:-4] + "9999")
    found = compare([one, two, three], [one, slip])
    assert [(each.row_before, each.fields) for each in found.changed] == [(2, ("id_number",))]
    assert named(found)["gone"] == [(3, WANG)]


def test_a_number_is_known_before_a_name() -> None:
    """Two who exchanged their names have each her own number still."""
    one, two = Insured(1, "王芳", NUMBERS[0], ""), Insured(2, "李梅", NUMBERS[1], "")
    found = compare([one, two], [replace(one, name="李梅"), replace(two, name="王芳")])
    assert [(each.name_before, each.name) for each in found.changed] == [
        ("王芳", "李梅"),
        ("李梅", "王芳"),
    ]


@pytest.mark.parametrize(
    ("before", "gone", "asks"),
    [
        *((2, 2, False), (3, 3, True)),
        *((20, 2, False), (29, 3, True), (30, 3, False)),
        *((43, 4, False), (43, 5, True)),
    ],
)
def test_a_large_loss_is_asked_about(before: int, gone: int, asks: bool) -> None:
    found = compare(LIST[:before], LIST[gone:before])
    assert bool(found.warnings()) is asks
    assert found.is_large_loss is asks


@pytest.mark.parametrize(("gone", "more"), [(5, ""), (6, " 等")])
def test_the_first_five_who_are_gone_are_named(gone: int, more: str) -> None:
    (asked,) = compare(LIST[:20], LIST[gone:20]).warnings()
    names = "、".join(each.name for each in LIST[:5])
    assert asked.params == {"names": names + more, "gone": gone, "before": 20}


def test_as_many_others_in_their_place_do_not_hide_who_is_gone() -> None:
    found = compare(LIST[:20], LIST[20:40])
    assert (len(found.gone), len(found.added)) == (20, 20)
    assert [each.code for each in found.warnings()] == ["correction.large_loss"]


def test_thousands_of_one_name_are_compared_in_time() -> None:
    everybody = [Insured(row, WANG, f"{row:018}", "") for row in range(MAX_PEOPLE)]
    others = [replace(each, id_number=f"9{each.row:017}") for each in everybody]
    found = compare(everybody, others)
    assert (len(found.changed), found.gone, found.added) == (MAX_PEOPLE, (), ())
