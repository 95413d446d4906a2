"""How many calls to AWS the desk makes, for a region with ever more lists."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Final

from tests.bench import many_lists
from tests.functional.rosters_requests import TODAY, UNIT
from tests.functional.staff_requests import case, desk, found, queue
from tests.functional.wire import wire

LISTS: Final = (1_000, 100_000)
_YEAR: Final = {"from": (TODAY - timedelta(days=364)).isoformat(), "until": TODAY.isoformat()}


def by_lists() -> dict[str, dict[int, int]]:
    """The calls for each thing that the desk looks at, by the number of lists."""
    counted: dict[str, dict[int, int]] = {}
    for lists in LISTS:
        receipt = many_lists.fill(lists)
        with many_lists.found_quickly():
            for name, look in _looks(receipt).items():
                counted.setdefault(name, {})[lists] = _calls(look)
    return counted


def _looks(receipt: str) -> Mapping[str, Callable[[], object]]:
    return {
        "a contact's queue": lambda: queue("contact"),
        "her search by a part of a unit's name": lambda: found("contact", UNIT["name"][1:]),
        "how many lists each of her queues has": lambda: _asked("contact", "/rosters/counts"),
        "a list that she opens": lambda: case("contact", receipt),
        "a year's summary of the region": lambda: _asked("federation", "/summary", **_YEAR),
    }


def _asked(role: str, path: str, **query: str) -> bool:
    return desk(role, "GET", path, query=query).status == HTTPStatus.OK


def _calls(look: Callable[[], object]) -> int:
    with wire() as counted:
        assert look(), "nothing is there to be looked at"
    return counted.sent
