"""Units, desk and insurer over five years, each scene ended by counting everybody's days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from shared_rules import plans
from tests.functional.rosters_requests import correct, rows_of
from tests.functional.staff_requests import acts_on, case, new_code, send_back
from tests.functional.staff_roster_requests import refusal
from tests.functional.unit_requests import becomes, named, receipts_of, unit
from tests.story.oracle import DAY
from tests.story.playing import Story, because, born, seen, women

pytestmark = pytest.mark.usefixtures("aws")

FIRST = date(2027, 3, 1)
"""The day on which most of the lists are accepted first: cover from the next."""
ENDS = date(2028, 3, 1)
RENEWED = ["endorsement.renewal_rests"]
"""Who has renewed already, and would go on no more, is seen by whoever changes the old list."""


@pytest.fixture
def story(monkeypatch: pytest.MonkeyPatch) -> Iterator[Story]:
    told = Story(monkeypatch)
    told.on(FIRST)
    yield told
    told.ends()


def test_old_policies_are_brought_in_and_renewed(story: Story) -> None:
    people = [*women(2, seed=1), born(1965, 5, 5)]
    last = date(2027, 3, 20)
    story.brings_in(people, date(2026, 3, 21))
    kept = story.submits([*people, *women(1, seed=2)])
    assert story.accepts(kept) == last + DAY


def test_what_is_brought_in_late_or_taken_back_is_followed(story: Story) -> None:
    """Cover on paper that nobody had typed in yet when the list that renews it was accepted."""
    people = women(2, seed=2)
    kept = story.sells(people)
    number, receipt = story.brings_in(people, date(2026, 3, 2))
    assert story.listed(kept)[0]["cover"]["is_continuous"]
    other, _ = story.brings_in(people[:1], date(2025, 3, 2))
    story.takes_back(number, receipt)
    assert not story.listed(kept)[0]["cover"]["is_continuous"]
    assert other in story.oracle.sold


def test_a_renewal_that_is_early_or_on_time_loses_no_day(story: Story) -> None:
    people = women(1, seed=3)
    story.sells(people)
    for year, days in {2028: 20, 2029: 0, 2030: 1, 2031: 90}.items():
        story.on(date(year, 3, 1) - days * DAY)
        assert story.accepts(story.submits(people)) == date(year, 3, 2)


def test_a_late_renewal_waits_anew(story: Story) -> None:
    people = women(2, seed=4)
    story.sells(people)
    story.on(ENDS + DAY)
    late = story.submits(people)
    assert story.accepts(late) == ENDS + 2 * DAY
    assert not any(each["cover"]["is_continuous"] for each in story.listed(late))
    story.on(date(2029, 2, 20))
    assert story.accepts(story.submits(people)) == date(2029, 3, 3)


def test_two_policies_that_begin_on_one_day_cover_it_once(story: Story) -> None:
    people = women(2, seed=20)
    kept = story.sells(people)
    both = [story.sells(people[:1], accepted_rows=[because(1)]) for _ in range(2)]
    story.endorses(kept, "people_out", rows=[1], last_day="2027-03-15")
    story.leave(kept, people[:1], date(2027, 3, 15))
    days = [each["cover"]["first_day"] for one in both for each in story.listed(one)]
    assert days.count(None) == 1


def test_a_gap_is_granted_to_whose_papers_show_other_cover(story: Story) -> None:
    """Also to one of 62, who could not join for the first time; not by a word alone."""
    people = [*women(1, seed=5), born(1965, 5, 5), *women(1, seed=6)]
    story.brings_in(people, date(2026, 1, 10))
    kept = story.submits(people)
    assert story.tries_to_accept(kept).status == 422
    assert story.tries_to_accept(kept, accepted_rows=[because(2)]).status == 422
    story.accepts(kept, old_covers_seen=[seen(1, 2, last_day=FIRST)])
    assert [each["cover"]["is_continuous"] for each in story.listed(kept)] == [True, True, False]
    story.on(ENDS - 5 * DAY)
    story.accepts(story.submits(people))


def test_a_bare_gap_is_let_pass_by_two_people_before_acceptance_or_after(story: Story) -> None:
    """One of 62 could not join otherwise; and whoever renews from her then goes on, too."""
    people = [born(1965, 5, 5), *women(3, seed=25)]
    story.brings_in(people[:3], date(2026, 1, 10))
    kept = story.submits(people)
    assert story.tries_to_accept(kept).status == 422
    story.lets_pass(kept, 1)
    story.accepts(kept)
    assert [each["cover"]["is_continuous"] for each in story.listed(kept)] == [True, *[False] * 3]
    story.lets_pass(kept, 2)
    continuous = [True, True, False, False]
    assert [each["cover"]["is_continuous"] for each in story.listed(kept)] == continuous
    story.on(ENDS - 5 * DAY)
    story.accepts(story.submits(people))


def test_who_joins_has_her_own_year_and_comes_over_when_it_ends(story: Story) -> None:
    people, [joiner] = women(2, seed=7), women(1, seed=8)
    main = story.sells(people)
    story.on(date(2027, 8, 1))
    named = {"receipt": main["receipt"], "access_code": main["access_code"]}
    story.accepts(story.submits([joiner], supplements=named))
    story.on(date(2028, 2, 20))
    renewed = story.submits([*people, joiner])
    assert story.tries_to_accept(renewed).status == 422, "hers runs until August"
    assert story.accepts(renewed, accepted_rows=[because(3)]) == date(2028, 3, 2)
    story.on(date(2029, 2, 20))
    story.accepts(story.submits([*people, joiner]))


def test_units_that_are_merged_renew_as_one_and_nobody_loses_a_day(story: Story) -> None:
    """Continuity is each person's own, by her number; what is found together is the unit's."""
    first, second, third = women(2, seed=21), women(2, seed=22), women(1, seed=23)
    second_name, new_name = "贺兰县第二示例小学", "贺兰县示例联合小学"
    mains = story.sells(first)
    story.on(FIRST + 10 * DAY)
    others = story.submits(second, unit={"name": second_name})
    story.accepts(others)
    story.brings_in(third, date(2026, 3, 12), unit=second_name)
    story.on(date(2028, 2, 10))
    since = story.today.isoformat()
    merged = becomes(mains["receipt"], "merged", since=since, other=others["receipt"])
    renamed = becomes(mains["receipt"], "renamed", since=since, **named(new_name))
    assert (merged.status, renamed.status) == (200, 200)
    everybody = [*first, *second, *third]
    renewed = story.submits(everybody, unit={"name": new_name})
    assert story.accepts(renewed) == ENDS + DAY
    continuous = [each["cover"]["is_continuous"] for each in story.listed(renewed)]
    assert continuous == [True, True, True, True, False], "the third one had left a gap"
    found = unit(others["receipt"])
    assert receipts_of(found)[:3] == sorted(each["receipt"] for each in (mains, others, renewed))
    assert [each["is_brought_in"] for each in found["lists"]].count(True) == 1


def test_who_leaves_is_covered_until_then_and_waits_where_she_comes_too_late(story: Story) -> None:
    people = women(4, seed=9)
    kept = story.sells(people)
    last = date(2027, 9, 30)
    story.on(date(2027, 9, 20))
    story.endorses(kept, "people_out", rows=[2, 3], last_day=str(last))
    story.leave(kept, people[1:3], last)
    story.endorses(kept, "people_out", rows=[4])
    del story.oracle.sold[kept["receipt"]].seats[people[3].id_number]
    elsewhere = {"name": "贺兰县第二示例小学"}
    story.on(last)
    story.accepts(story.submits([people[1]], unit=elsewhere))
    story.on(last + DAY)
    story.accepts(story.submits([people[2]], unit=elsewhere))
    story.on(ENDS - 5 * DAY)
    renewed = story.submits(people[:1])
    story.accepts(renewed)
    last_day = str(ENDS - 3 * DAY)
    story.endorses(kept, "people_out", rows=[1], last_day=last_day, confirmed=RENEWED)
    story.leave(kept, people[:1], ENDS - 3 * DAY)
    assert not story.listed(renewed)[0]["cover"]["is_continuous"]


def test_who_changes_units_while_she_waits_goes_on_without_waiting(story: Story) -> None:
    """第五条: 连续投保 has no waiting period; the desk is told that one was cut short."""
    people = women(3, seed=26)
    kept = story.sells(people)
    last = FIRST + 12 * DAY
    story.on(last)
    story.endorses(kept, "people_out", rows=[2, 3], last_day=str(last))
    story.leave(kept, people[1:], last)
    elsewhere = {"name": "贺兰县第二示例小学"}
    papers = [seen(2, last_day=last)]
    story.accepts(story.submits(people[1:], unit=elsewhere), old_covers_seen=papers)


def test_who_has_died_is_covered_until_that_day_and_in_no_list_of_next_year(story: Story) -> None:
    people = women(2, seed=24)
    kept = story.sells(people)
    died = date(2027, 11, 3)
    story.on(died + 6 * DAY)
    story.endorses(kept, "died", rows=[2], last_day=str(died))
    story.leave(kept, people[1:], died)
    story.on(ENDS - 5 * DAY)
    story.accepts(story.submits(people[:1]))


def test_a_number_and_a_name_are_put_right_and_her_history_moves_along(story: Story) -> None:
    """Whose number was wrong was new when she renewed, until her first list was put right."""
    right, other = women(2, seed=10)
    wrong = replace(women(1, seed=11)[0], name=right.name)
    first = story.sells([wrong, other])
    story.on(ENDS)
    renewed = story.submits([right, other])
    story.accepts(renewed)
    assert [each["cover"]["is_continuous"] for each in story.listed(renewed)] == [False, True]
    story.endorses(first, "person", row=1, id_number=right.id_number)
    story.is_named(first, wrong, right)
    assert [each["cover"]["is_continuous"] for each in story.listed(renewed)] == [True, True]
    story.endorses(first, "person", row=2, name="马兰英")
    assert story.listed(first)[1]["name"] == "马兰英"


@pytest.mark.parametrize(
    ("issued", "confirmed"), [(date(2027, 2, 20), RENEWED), (date(2027, 3, 11), [])]
)
def test_a_wrong_day_of_the_policy_is_put_right_after_the_renewal(
    story: Story, issued: date, confirmed: list[str]
) -> None:
    """Then the renewal has a gap, or overlaps, and the days that are covered are covered once."""
    people = women(2, seed=12)
    story.on(date(2027, 2, 15))
    kept = story.submits(people)
    story.on(date(2027, 3, 12))
    story.accepts(kept, FIRST)
    story.on(ENDS)
    story.accepts(story.submits(people))
    days = dict.fromkeys(("consent_date", "premium_received_date"), "2027-02-18")
    number = case("contact", kept["receipt"])["acceptance"]["policy_number"]
    right = {**days, "policy_issued_date": str(issued), "policy_number": number}
    story.endorses(kept, "policy", confirmed=confirmed, **right)
    story.oracle.sold[kept["receipt"]].begins = issued + DAY


def test_a_policy_that_is_put_right_late_still_begins_after_the_cover_that_it_renewed(
    story: Story,
) -> None:
    """By then its people have had their next policy, too."""
    people = women(2, seed=17)
    story.brings_in(people, date(2026, 3, 21))
    kept = story.sells(people)
    story.on(date(2028, 3, 10))
    story.accepts(story.submits(people))
    said = acts_on(FIRST) | {"premium_received_date": "2027-02-26"}
    number = case("contact", kept["receipt"])["acceptance"]["policy_number"]
    story.endorses(kept, "policy", **said, policy_number=number)
    assert case("contact", kept["receipt"])["acceptance"]["old_last_day"] == "2027-03-20"


def test_a_renewal_stands_alone_once_the_acceptance_before_it_is_withdrawn(story: Story) -> None:
    people = women(2, seed=18)
    first = story.sells(people)
    story.on(ENDS - 5 * DAY)
    renewed = story.submits(people)
    story.accepts(renewed)
    story.endorses(first, "acceptance_withdrawn", confirmed=RENEWED)
    policy = story.oracle.sold.pop(first["receipt"])
    assert not story.listed(renewed)[0]["cover"]["is_continuous"]
    confirmed = ["acceptance.begun_long_ago"]
    day = str(policy.begins)
    assert story.accepts(first, FIRST, agreed_first_day=day, confirmations=confirmed)
    assert story.listed(renewed)[0]["cover"]["is_continuous"]


def test_an_acceptance_in_error_covers_nobody_until_the_next(story: Story) -> None:
    people = women(3, seed=13)
    kept = story.sells(people)
    story.on(FIRST + 10 * DAY)
    story.endorses(kept, "acceptance_withdrawn")
    del story.oracle.sold[kept["receipt"]]
    assert send_back(kept["receipt"], case("contact", kept["receipt"])["revision"]).status == 200
    answer = correct(kept, 1, rows=rows_of(people[1:]))
    assert answer.status == 200, answer.body
    story.corrected(kept, people[1:])
    assert story.accepts(kept) == FIRST + 11 * DAY


def test_a_lost_code_is_replaced_and_the_list_goes_on(story: Story) -> None:
    people = women(2, seed=14)
    kept = story.submits(people)
    issued = new_code(kept["receipt"], 1)
    assert issued.status == 200, issued.body
    found = {**kept, "access_code": issued.body["access_code"]}
    assert correct(kept, 1, rows=rows_of(people[:1])).status == 401
    assert correct(found, 1, rows=rows_of(people[:1])).status == 200
    story.corrected(found, people[:1])
    story.accepts(found)


def test_a_plan_that_changes_between_quotation_and_policy(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """第二十条: what is issued from the day on is of the new plan; what was sold before stays."""
    change = date(2028, 2, 25)
    [old] = plans.load()
    longer = old.waiting_period.model_copy(update={"value": 45})
    new = old.model_copy(update={"valid_from": change, "waiting_period": longer})
    monkeypatch.setattr(plans, "load", lambda: (old, new))
    people, [late, later] = women(2, seed=15), women(2, seed=16)
    story.on(change - 10 * DAY)
    story.sells([late])
    story.on(change - DAY)
    before, quoted = story.submits(people), story.submits([later])
    story.accepts(before)
    story.on(change)
    story.accepts(quoted, waiting=45)


def test_who_has_her_64th_birthday_renews_until_the_day_before_her_65th(story: Story) -> None:
    """第四条: 64 on the first day is not too old; 65 is, and her cover runs to its end."""
    first_day = date(2027, 3, 2)
    turns_64, turns_65, day_after = (
        born(1963, 3, 2),
        born(1962, 3, 2, 4),
        born(1962, 3, 3, 6),
    )
    people = [*women(1, seed=19), turns_64, turns_65, day_after]
    story.brings_in(people, date(2026, 3, 2))
    story.on(date(2027, 2, 20))
    kept = story.submits(people)
    assert story.tries_to_accept(kept).codes == ["eligibility.too_old"]
    assert story.accepts(kept, refusals=[refusal(3)]) == first_day
    story.on(date(2028, 2, 20))
    again = story.submits(people[:2])
    assert story.tries_to_accept(again).codes == ["eligibility.too_old"]
    story.accepts(again, refusals=[refusal(2)])
