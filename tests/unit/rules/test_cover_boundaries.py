"""Both sides of every limit of cover, and of its first day, that the tables do not reach."""

from datetime import date, timedelta

import pytest

from shared_rules import cover, first_day, lump_sum
from shared_rules.lump_sum import Illness
from tests.vectors.generate import plans_with_next

DAY = timedelta(days=1)
MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("day", "waiting_last_day", "state"),
    [
        (9, None, "not_yet"), (10, None, "covered"), (20, None, "covered"), (21, None, "ended"),
        (9, 12, "not_yet"), (10, 12, "waiting"), (12, 12, "waiting"), (13, 12, "covered"),
        (21, 31, "ended"),
    ],
)  # fmt: skip
def test_where_cover_stands_on_a_day(day: int, waiting_last_day: int | None, state: str) -> None:
    waiting = date(2026, 3, waiting_last_day) if waiting_last_day else None
    days = cover.Days.of(date(2026, 3, 10), date(2026, 3, 20), waiting)
    assert days is not None
    assert days.state_on(date(2026, 3, day)) == state


@pytest.mark.parametrize(("first", "last"), [(None, MONDAY), (MONDAY, None), (None, None)])
def test_there_is_no_cover_without_both_its_days(first: date | None, last: date | None) -> None:
    assert cover.Days.of(first, last, MONDAY) is None


FIRST_DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("ends", "old_last_day", "last_day", "waiting_last_day"),
    [
        (None, None, date(2027, 3, 9), date(2026, 4, 8)),
        (date(2026, 6, 1), None, date(2026, 6, 1), date(2026, 4, 8)),
        (date(2028, 1, 1), None, date(2027, 3, 9), date(2026, 4, 8)),
        (None, date(2026, 3, 8), date(2027, 3, 9), date(2026, 4, 8)),
        (None, date(2026, 3, 9), date(2027, 3, 9), None),
    ],
)
def test_a_policy_ends_when_she_leaves_and_goes_on_from_papers_that_somebody_saw(
    ends: date | None,
    old_last_day: date | None,
    last_day: date,
    waiting_last_day: date | None,
) -> None:
    policy = cover.Policy(FIRST_DAY - DAY, FIRST_DAY, ends, old_last_day)
    (period,) = cover.timeline([policy]).periods
    assert (period.first_day, period.last_day) == (FIRST_DAY, last_day)
    assert period.waiting_last_day == waiting_last_day
    assert period.continuous == (waiting_last_day is None)


@pytest.mark.parametrize(
    ("again", "old_last_day", "is_continuous"),
    [(2, None, True), (3, None, False), (3, date(2026, 6, 2), True), (3, date(2026, 6, 1), False)],
)
def test_a_policy_follows_one_that_she_left(
    again: int, old_last_day: date | None, is_continuous: bool
) -> None:
    left = cover.Policy(FIRST_DAY - DAY, FIRST_DAY, ends=date(2026, 6, 1))
    joined = cover.Policy(date(2026, 6, 1), date(2026, 6, again), old_last_day=old_last_day)
    made = cover.timeline([left, joined])
    assert made.periods[1].continuous == is_continuous
    gap = [] if is_continuous else [("cover.gap", again - 2)]
    assert [(each.code, each.params["days"]) for each in made.findings] == gap


@pytest.mark.parametrize(
    ("left_after", "old_last_day", "is_cut_short"),
    [(10, None, True), (29, None, True), (30, None, False), (31, None, False), (10, 9, False)],
)
def test_who_goes_on_before_her_waiting_is_over_waits_no_more_and_it_is_told(
    left_after: int, old_last_day: int | None, is_cut_short: bool
) -> None:
    """第五条: whoever goes on without a gap has no waiting period; a person looks at why."""
    last = FIRST_DAY + left_after * DAY - DAY
    seen = FIRST_DAY + old_last_day * DAY if old_last_day else None
    left = cover.Policy(FIRST_DAY - DAY, FIRST_DAY, ends=last)
    timeline = cover.timeline([left, cover.Policy(last, last + DAY, old_last_day=seen)])
    joined = timeline.periods[1]
    assert (joined.continuous, joined.waiting_last_day) == (True, None)
    told = [(each.code, each.params) for each in timeline.findings]
    days = {
        "first_day": joined.first_day,
        "last_day": last,
        "waiting_last_day": FIRST_DAY + 29 * DAY,
    }
    said = {name: str(day) for name, day in days.items()}
    assert told == ([("cover.waiting_cut_short", said)] if is_cut_short else [])
    illness = Illness("breast_cancer", joined.first_day, joined.first_day)
    assert lump_sum.judge(illness, timeline).findings[0].code == "lump_sum.due"


@pytest.mark.parametrize("more", [0, 1, 2])
def test_another_plan_is_told_where_its_policy_adds_a_day(more: int) -> None:
    both = plans_with_next()
    issued = both[1].valid_from
    before = cover.Policy(issued - 31 * DAY, issued - 30 * DAY, ends=issued + DAY)
    after = cover.Policy(issued, issued + DAY, ends=issued + DAY + more * DAY)
    made = cover.timeline([before, after], both)
    assert len(made.periods) == (2 if more else 1)
    told = ["cover.overlap", *(["cover.plan_changed"] if more else [])]
    assert [each.code for each in made.findings] == told


EARLIEST = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("old_covers", "followed"),
    [
        ([], None),
        ([(25, 2), (26, 3), (25, 2)], 25),
        ([(25, 2), (26, 3)], 26),
        ([(26, 2), (25, 2)], 25),
        ([(18, 9), (19, 1)], 19),
    ],
)
def test_a_list_follows_the_old_cover_that_most_of_its_people_have(
    old_covers: list[tuple[int, int]], followed: int | None
) -> None:
    old = [(date(2026, 3, day), people) for day, people in old_covers]
    proposal = first_day.propose(EARLIEST, old)
    last_day = date(2026, 3, followed) if followed else None
    assert (proposal.earliest, proposal.old_last_day) == (EARLIEST, last_day)
    assert proposal.day == (last_day + DAY if last_day else EARLIEST)
    follows = "cover.begins_after_old" if last_day else "cover.begins_after_acts"
    assert proposal.reason.code == follows


@pytest.mark.parametrize(
    ("old_ends_in", "begins_in", "follows"),
    [(None, 1, False), (-1, 1, False), (0, 1, True), (1, 2, True), (91, 92, True), (92, 1, False)],
)
def test_where_all_is_done_today_cover_begins_tomorrow_or_after_the_old(
    old_ends_in: int | None, begins_in: int, follows: bool
) -> None:
    today = EARLIEST - DAY
    old_last_day = None if old_ends_in is None else today + old_ends_in * DAY
    proposal = first_day.if_done(today, old_last_day)
    assert (proposal.earliest, proposal.day) == (EARLIEST, today + begins_in * DAY)
    assert proposal.old_last_day == (old_last_day if follows else None)
