"""How long lists and claims took, as everybody may read it."""

from typing import Any

import pytest

from functions.platform import clock
from functions.staff.summary import paces
from functions.staff.summary.small_groups import SMALLEST
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import DAY, TODAY
from tests.functional.summary_requests import joined, settled

pytestmark = pytest.mark.usefixtures("aws")


@pytest.mark.parametrize(
    ("days", "median", "ninetieth"),
    [([7], 7, 7), ([1, 2], 1, 2), (list(range(1, 11)), 5, 9), (list(range(1, 12)), 6, 10)],
)
def test_percentiles_are_days_that_something_took(
    days: list[int], median: int, ninetieth: int
) -> None:
    assert [paces.percentile(days, share) for share in paces.PERCENTILES] == [median, ninetieth]


def published() -> Any:
    return call("GET", "/api/services").body["paces"]


@pytest.mark.parametrize("count", [SMALLEST - 1, SMALLEST])
def test_how_long_things_took_is_published_daily_of_five_cases_or_more(count: int) -> None:
    settled(count)
    for number in range(count):
        joined(10, on=TODAY - number * DAY, days=number)
    tomorrow = clock.now() + DAY
    paces.publish(tomorrow)
    made = published()
    assert made["last_day"] == TODAY.isoformat()
    told = [(each["label"][:2], each["median"], each["ninetieth"]) for each in made["paces"]]
    assert told == ([] if count < SMALLEST else [("名单", 2, 4), ("理赔", 3, 3)])


def test_what_was_done_in_the_last_ninety_days_is_published() -> None:
    for late in (0, 1, 89, 90, 91):
        joined(10, on=TODAY - late * DAY, days=late)
    paces.publish(clock.now())
    made = published()
    assert made["first_day"] == (TODAY - 90 * DAY).isoformat()
    assert made["paces"] == []
    for late in (1, 90):
        joined(10, on=TODAY - late * DAY, days=late)
    paces.publish(clock.now())
    [told] = published()["paces"]
    assert (told["median"], told["ninetieth"]) == (89, 90)
