"""`LISTS=… CLAIMS=… make serve`: a desk with work on it."""

import pytest

from functions.local import busy_region
from functions.local.busy_region import MOST, Busy
from functions.local.stack import Stack
from tests.functional.staff_requests import desk


@pytest.mark.parametrize(
    ("lists", "claims", "asked"),
    [
        (None, None, Busy(0, 0)),
        ("150", None, Busy(150, 0)),
        ("150", "40", Busy(150, 40)),
        (str(MOST), "", Busy(MOST, 0)),
        (str(MOST + 1), None, None),
        ("-1", None, None),
        ("many", "40", None),
    ],
)
def test_the_environment_says_how_much(
    monkeypatch: pytest.MonkeyPatch, lists: str | None, claims: str | None, asked: Busy | None
) -> None:
    for name, value in (("LISTS", lists), ("CLAIMS", claims)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    assert busy_region.asked() == asked


def test_the_desk_has_what_was_asked_for(aws: Stack) -> None:
    busy_region.fill(Busy(3, 2))
    lists, claims = (
        desk("admin", "GET", f"/{what}").body["items"] for what in ("rosters", "claims")
    )
    assert len({each["submitted_at"] for each in lists}) == 3
    assert len({each["receipt"] for each in claims}) == 2
