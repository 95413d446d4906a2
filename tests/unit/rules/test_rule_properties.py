"""What holds for every input, tried on many that a machine makes up."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum import numdb
from stdnum.iso7064 import mod_11_2

from shared_rules import cover, daily_allowance, deadlines, eligibility, plans, premium
from shared_rules.daily_allowance import Stay
from shared_rules.findings import RuleError
from shared_rules.identity import bank_card, credit_code, id_number, mobile, name, phone

PLAN = plans.in_force(date(2026, 1, 1))
AREAS = Path(__file__).parents[3] / "content" / "data" / "areas.yaml"
CURRENT_COUNTIES: list[str] = [
    county["code"]
    for city in yaml.safe_load(AREAS.read_text(encoding="utf-8"))["cities"]
    for county in city["counties"]
]
PERMIT_PLACES = ["810000", "820000", "830000", "911864", "964840"]

days = st.dates(date(2019, 2, 1), date(2035, 12, 31))
births = st.dates(date(1930, 1, 1), date(2010, 12, 31))


@cache
def counties() -> list[str]:
    """Every code that GB/T 2260 ever gave 宁夏, also abolished ones and those of whole cities."""
    places = numdb.get("cn/loc")
    codes = (f"64{number:04}" for number in range(10_000))
    return [code for code in codes if any("county" in about for _, about in places.info(code))]


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """A valid ID number of a place of 宁夏, or of a permit."""
    place = draw(st.sampled_from(counties() + PERMIT_PLACES))
    return number_of(place, draw(births), draw(st.integers(0, 999)))


def number_of(place: str, born: date, order: int) -> str:
    body = f"{place}{born:%Y%m%d}{order:03d}"
    return str(body + mod_11_2.calc_check_digit(body))


@st.composite
def stays(draw: st.DrawFn) -> list[Stay]:
    """Stays of either item that do not overlap."""
    begin, found = draw(days), []
    for _ in range(draw(st.integers(0, 6))):
        begin += timedelta(days=draw(st.integers(0, 120)))
        end = begin + timedelta(days=draw(st.integers(0, 250)))
        found.append(Stay(draw(st.sampled_from(list(PLAN.items))), begin, end))
        begin = end
    return found


@st.composite
def timelines(draw: st.DrawFn) -> cover.Timeline:
    """The cover of somebody with up to five policies, with gaps and overlaps."""
    firsts = draw(st.lists(days, max_size=5))
    return cover.timeline(cover.Policy(first - timedelta(days=1), first) for first in firsts)


@given(st.text())
@pytest.mark.parametrize("module", [bank_card, credit_code, id_number, mobile, name, phone])
def test_normalising_twice_is_normalising_once(module: object, text: str) -> None:
    compact = module.compact  # type: ignore[attr-defined]
    assert compact(compact(text)) == compact(text)


@given(st.text())
@pytest.mark.parametrize("module", [bank_card, credit_code, id_number, mobile, name, phone])
def test_any_text_is_taken_or_refused_with_a_message(module: object, text: str) -> None:
    try:
        module.parse(text)  # type: ignore[attr-defined]
    except RuleError as error:
        finding = error.finding()
        assert finding.title
        assert finding.message
        assert finding.fix


def test_the_codes_hold_the_counties_of_today_and_many_that_are_gone() -> None:
    assert set(CURRENT_COUNTIES) < set(counties())
    # 海原县 under 固原, and a city's “市区” and “市辖区”.
    assert {"640421", "640120", "640101", "642226"} <= set(counties())
    assert len(counties()) > 60


@given(births, st.integers(0, 999))
def test_nothing_valid_is_refused_of_any_place(born: date, order: int) -> None:
    for place in counties() + PERMIT_PLACES:
        parsed = id_number.parse(number_of(place, born, order))
        assert parsed.value.startswith(place)
        assert parsed.birth_date == born
        assert (parsed.sex == "male") == (order % 2 == 1)


@given(numbers(), st.sampled_from("\u3000 \u00a0\u200b'"), st.booleans())
def test_nothing_valid_is_refused_however_it_is_typed(number: str, pad: str, wide: bool) -> None:
    typed = "".join(chr(ord(c) + 0xFEE0) for c in number.lower()) if wide else number.lower()
    assert id_number.parse(f"{pad}{typed} ").value == number


@given(numbers(), st.integers(0, 16), st.sampled_from("0123456789"))
def test_every_single_wrong_digit_is_caught(number: str, place: int, digit: str) -> None:
    assume(number[place] != digit)
    assert not id_number.is_valid(number[:place] + digit + number[place + 1 :])


@given(numbers(), st.sampled_from("0123456789X"))
def test_every_wrong_check_character_is_caught(number: str, character: str) -> None:
    assume(number[-1] != character)
    assert not id_number.is_valid(number[:-1] + character)


@given(numbers(), st.integers(0, 16))
def test_every_adjacent_swap_is_caught(number: str, place: int) -> None:
    assume(number[place] != number[place + 1])
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert not id_number.is_valid(swapped)


@given(numbers())
def test_masking_hides_birth_date_and_place(number: str) -> None:
    assert id_number.mask(number) == f"{number[:4]}**********{number[-4:]}"
    assert number not in repr(id_number.parse(number))


@given(births, days)
def test_an_age_lasts_from_a_birthday_to_the_day_before_the_next(born: date, on: date) -> None:
    age = eligibility.age_on(born, on)
    last = eligibility.last_day_of_age(born, age)
    assert last >= on
    assert eligibility.age_on(born, last) == age
    assert eligibility.age_on(born, last + timedelta(days=1)) == age + 1


@given(births, days, st.sampled_from([True, False, None]))
def test_whoever_may_join_first_may_renew(born: date, cover_from: date, known: bool | None) -> None:
    errors = {
        renewal: any(
            finding.severity == "error"
            for finding in eligibility.judge_age(born, cover_from, PLAN, renewal=renewal)
        )
        for renewal in (True, known, False)
    }
    assert errors[True] <= errors[known] <= errors[False]


@given(timelines())
def test_cover_timelines_never_overlap(timeline: cover.Timeline) -> None:
    assert all(period.first_day <= period.last_day for period in timeline.periods)
    assert all(earlier.last_day < later.first_day for earlier, later in pairwise(timeline.periods))


@given(timelines())
def test_waiting_is_for_those_who_do_not_renew(timeline: cover.Timeline) -> None:
    for period in timeline.periods:
        assert period.continuous == (period.waiting_last_day is None)


@given(timelines(), days)
def test_the_period_on_a_day_covers_it(timeline: cover.Timeline, day: date) -> None:
    covering = [p for p in timeline.periods if p.first_day <= day <= p.last_day]
    assert timeline.on(day) == (covering[0] if covering else None)


@given(stays(), timelines())
def test_an_allowance_is_never_negative_and_never_over_the_cap(
    known: list[Stay], timeline: cover.Timeline
) -> None:
    result = daily_allowance.calculate(known, timeline)
    assert all(line.paid_days >= 0 for line in result.lines)
    assert all(line.days == line.paid_days + sum(line.deducted.values()) for line in result.lines)
    for period in timeline.periods:
        for key, item in period.plan.items.items():
            paid = [x.paid_days for x in result.lines if (x.period, x.stay.item) == (period, key)]
            most = item.allowance.paid_days_per_year.value if item.allowance else 0
            assert sum(paid) <= most


@given(stays(), timelines(), st.data())
def test_an_allowance_never_grows_when_a_stay_is_shortened(
    known: list[Stay], timeline: cover.Timeline, data: st.DataObject
) -> None:
    assume(known)
    index = data.draw(st.integers(0, len(known) - 1))
    stay = known[index]
    start = data.draw(st.dates(stay.admission, stay.discharge))
    end = data.draw(st.dates(start, stay.discharge))
    shorter = [*known[:index], replace(stay, admission=start, discharge=end), *known[index + 1 :]]
    before = daily_allowance.calculate(known, timeline).amount
    assert daily_allowance.calculate(shorter, timeline).amount <= before


@given(days)
def test_a_deadline_is_further_away_in_days_than_in_workdays(day: date) -> None:
    deadline = deadlines.pay_by(day, PLAN)
    assert deadline.day > day + timedelta(days=PLAN.payout_within.value)
    assert deadline.provisional == bool(deadline.findings)


@given(days, days)
def test_a_later_completion_never_brings_an_earlier_deadline(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert deadlines.pay_by(first, PLAN).day <= deadlines.pay_by(second, PLAN).day


@given(st.integers(0, 100_000))
def test_a_premium_in_capitals_ends_in_whole_yuan(people: int) -> None:
    result = premium.premium(people, PLAN)
    assert result.amount == people * PLAN.premium.value
    assert result.capitals.endswith("元整")
