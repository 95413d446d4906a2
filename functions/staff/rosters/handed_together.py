"""Lists that were handed off one by one go to the insurer as one file, which may come back as one.

Nothing is stored of it: that each list was handed off, by whom and in which version, was kept when
it was (`handing_off`). What comes back about many lists `brought_lists` reads.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final, NamedTuple

from functions.platform import downloads
from functions.platform.aws import CALLS_AT_ONCE
from functions.platform.problems import Problem
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.models import HandOff
from functions.staff import archives
from functions.staff.people import Staff
from functions.staff.rosters import hand_off_files, handing_off
from functions.staff.rosters.batch_models import HandedOffList, HandOffsMade, HandOffsRequest
from functions.staff.rosters.hand_off import HandedOff

MOST_PEOPLE: Final = 10_000
"""So many lines of a workbook are written in some ten seconds."""


class _Out(NamedTuple):
    """A list that was handed off, as it is, and what is kept of that."""

    kept: KeptCase
    noted: HandOff


def make(staff: Staff, request: HandOffsRequest, now: datetime) -> HandOffsMade:
    """One archive of lists that she has just handed off; one that is named twice is in it once.

    Raises:
        Problem: 404: a list is not hers to decide on; 409: it has ended, she has not handed it off,
            or something happened to it since; 422: there are too many people in them.
    """
    asked = {(each.receipt, each.number): each for each in request.lists}
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        out = list(pool.map(lambda each: _out(staff, each), asked.values()))
        _check(out)
        lists = list(pool.map(lambda each: handing_off.going_out(each.kept), out))
    since = [each.noted.since_version for each in out]
    made = hand_off_files.files(f"{len(out)}份-{now:%Y%m%d-%H%M}", lists, is_first=not any(since))
    about = {"lists": [_about(*each) for each in zip(out, lists, strict=True)]}
    archive = archives.pack(made, about)
    offer = downloads.offer(archive.data, "desk", f"交接-{now:%Y%m%d-%H%M}.zip", now)
    people = sum(each.kept.roster.people for each in out)
    return HandOffsMade(**dict(offer), people=people, files=archive.files, sha256=archive.sha256)


def _out(staff: Staff, asked: HandedOffList) -> _Out:
    kept = handing_off.goes_out(staff, asked.receipt)
    noted = next((each for each in kept.hand_offs if each.number == asked.number), None)
    is_hers = noted is not None and noted.by.subject == staff.subject
    if noted is None or not is_hers or noted.revision != kept.roster.revision:
        raise Problem(
            HTTPStatus.CONFLICT, "hand_off.changed", params={"unit": kept.roster.unit.name}
        )
    return _Out(kept, noted)


def _check(out: Sequence[_Out]) -> None:
    people = sum(each.kept.roster.people for each in out)
    if people > MOST_PEOPLE:
        params = {"people": people, "limit": MOST_PEOPLE}
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "hand_off.too_many", params=params)


def _about(out: _Out, list_: HandedOff) -> dict[str, Any]:
    said = hand_off_files.about(list_, out.noted.since_version)
    return {**said, "number": out.noted.number, "sha256": out.noted.sha256}
