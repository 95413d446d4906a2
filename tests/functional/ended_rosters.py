"""A list that went back, up to where the desk closes it."""

from typing import Any, Final

import pytest

from functions.records.rosters.roster_course import CLOSE_AFTER
from tests.functional.rosters_requests import PEOPLE, TODAY
from tests.functional.staff_requests import at, close, remind, send_back
from tests.functional.staff_roster_requests import kept

LATER: Final = TODAY + CLOSE_AFTER


def steps(seen: dict[str, Any]) -> list[str]:
    """What has happened to a list, one after the other."""
    return [step["state"] for step in seen["timeline"]]


def returned(**unit: Any) -> dict[str, Any]:
    """A list that went back to its unit."""
    first = kept(PEOPLE[:3], **unit)
    assert send_back(first["receipt"], 1).status == 200
    return first


def ended_by_desk(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A list that the desk has reminded of, and then closed."""
    first = returned()
    assert remind(first["receipt"], 2).status == 200
    at(monkeypatch, LATER)
    assert close(first["receipt"], 3).status == 200
    return first
