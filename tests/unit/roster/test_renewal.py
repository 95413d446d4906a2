"""Last year's list and this year's, side by side: who renews, who is new, who is too old."""

from dataclasses import replace
from datetime import date

import pytest

from functions.local import samples
from shared_rules import plans
from shared_rules.roster.form.rows import Insured
from shared_rules.roster.renewal import Comparison, compare

LAST_DAY = date(2026, 3, 9)
NEXT_DAY, DAY_AFTER = date(2026, 3, 10), date(2026, 3, 11)
PLAN = plans.in_force(NEXT_DAY)
BORN = date(1985, 5, 6)


def insured(born: date, row: int = 3, order: int = 22) -> Insured:
    number = samples.id_number(born, order)
    return Insured(row=row, name="王芳", id_number=number, occupation="教师")


def compared(last: list[Insured], this: list[Insured], cover_from: date) -> tuple[Comparison, ...]:
    return compare(last, this, last_day=LAST_DAY, cover_from=cover_from, plan=PLAN)


@pytest.mark.parametrize(
    ("born", "listed_before", "cover_from", "expected", "codes"),
    [
        (BORN, True, LAST_DAY, ("renewed", None, 64), ["renewal.renewed"]),
        (BORN, True, NEXT_DAY, ("renewed", None, 64), ["renewal.renewed"]),
        (BORN, True, DAY_AFTER, ("lapsed", date(2026, 4, 9), 60), ["renewal.lapsed"]),
        (BORN, False, NEXT_DAY, ("added", date(2026, 4, 8), 60), ["renewal.added"]),
        # The day before the 61st birthday, and the birthday.
        (
            *(date(1965, 3, 12), True, DAY_AFTER, ("lapsed", date(2026, 4, 9), 60)),
            ["renewal.lapsed", "eligibility.soon_too_old"],
        ),
        (
            *(date(1965, 3, 11), True, DAY_AFTER, ("too_old", None, 60)),
            ["eligibility.first_time_too_old"],
        ),
        (date(1965, 3, 10), True, NEXT_DAY, ("renewed", None, 64), ["renewal.renewed"]),
        (
            *(date(1965, 3, 10), False, NEXT_DAY, ("added", date(2026, 4, 8), 60)),
            ["renewal.added", "eligibility.renewal_only"],
        ),
        # The day before the 65th birthday, and the birthday.
        (
            *(date(1961, 3, 11), True, NEXT_DAY, ("renewed", None, 64)),
            ["renewal.renewed", "eligibility.soon_too_old"],
        ),
        (date(1961, 3, 10), True, NEXT_DAY, ("too_old", None, 64), ["eligibility.too_old"]),
        (date(1961, 3, 10), False, NEXT_DAY, ("too_old", None, 60), ["eligibility.too_old"]),
    ],
)
def test_what_becomes_of_a_person(
    born: date,
    listed_before: bool,
    cover_from: date,
    expected: tuple[str, date | None, int],
    codes: list[str],
) -> None:
    last = [insured(born, row=9)] if listed_before else []
    (person,) = compared(last, [insured(born)], cover_from)
    assert (person.change, person.waiting_last_day, person.maximum_age) == expected
    assert (person.row, person.last_row) == (3, 9 if listed_before else None)
    assert [finding.code for finding in person.findings] == codes
    assert all(finding.row == 3 and finding.message for finding in person.findings)


def test_whoever_is_only_on_last_years_list_has_left() -> None:
    staying, leaving = insured(BORN, row=3), insured(BORN, row=4, order=24)
    renewed, left = compared([leaving, staying], [staying], NEXT_DAY)
    assert (renewed.change, renewed.last_row) == ("renewed", 3)
    assert (left.change, left.row, left.last_row) == ("left", None, 4)
    assert left.findings[0].params == {"last_day": "2026-03-09"}


@pytest.mark.parametrize("before", ["王芳", "王小芳"])
def test_another_name_for_the_number_is_told_at_its_field(before: str) -> None:
    person = insured(BORN)
    (renewed,) = compared([replace(person, name=before)], [person], NEXT_DAY)
    told = [(each.code, each.field, each.params) for each in renewed.findings[1:]]
    names = {"before": before, "name": person.name}
    is_other = before != person.name
    assert renewed.name_before == (before if is_other else "")
    assert told == ([("renewal.name_changed", "name", names)] if is_other else [])


def test_a_gap_is_counted_in_days_without_cover() -> None:
    person = insured(BORN)
    (lapsed,) = compared([person], [person], date(2026, 3, 20))
    assert lapsed.findings[0].params["days"] == 10


@pytest.mark.parametrize(("last", "this"), [([], []), ([insured(BORN)] * 2, [])])
def test_somebody_written_twice_counts_once(last: list[Insured], this: list[Insured]) -> None:
    assert len(compared(last, this, NEXT_DAY)) == len({each.id_number for each in last})


def test_no_answer_shows_an_id_number() -> None:
    person = insured(BORN)
    for last, this in (([], [person]), ([person], []), ([person], [person])):
        for answer in compared(last, this, NEXT_DAY):
            assert person.id_number not in answer.model_dump_json()
