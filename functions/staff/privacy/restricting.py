"""Processing is restricted (限制处理), or is so no more, as somebody has asked: 第四十四条.

One person does it: neither money nor cover changes by it, and it can be taken back at any time.
"""

from datetime import date, datetime
from http import HTTPStatus
from typing import Final

from functions.platform import table
from functions.platform.problems import Problem
from functions.records import holdings, person_index, restrictions
from functions.records.person_places import Person, person_of
from functions.records.restrictions import Restricting, Restriction, Standing
from functions.staff import queue_index
from functions.staff.insured import search
from functions.staff.insured.models import PersonFound
from functions.staff.models import By
from functions.staff.people import Staff
from functions.staff.privacy.models import (
    RestrictionRequest,
    StandingRestriction,
    StandingRestrictions,
)

_NOT_SO: Final[dict[Restricting, str]] = {
    "restricted": "restriction.stands",
    "kept": "restriction.none",
    "lifted": "restriction.none",
}


def change(staff: Staff, request: RestrictionRequest, now: datetime) -> PersonFound:
    """Restrict processing, look at that again, or take it back; she as she is found then.

    Raises:
        Problem: as `search.find`; 404: nothing is kept of her; 409: it is so already, or is
            not so.
    """
    number = search.read_number(staff, request.id_number, now)
    person, what = person_of(number), request.what
    known = person_index.known(person)
    if not holdings.records_of(known):
        raise Problem(HTTPStatus.NOT_FOUND, "privacy.nothing_kept")
    next_number = max((each.number for each in restrictions.of(person)), default=0) + 1
    done = Restriction(number=next_number, at=now, by=staff.actor, what=what, reason=request.reason)
    try:
        restrictions.add(person, done)
    except table.Taken as taken:
        if not _is_sent_again(person, done):
            raise Problem(HTTPStatus.CONFLICT, _NOT_SO[what]) from taken
    return search.of_number(staff, number, now)


def standing(today: date) -> StandingRestrictions:
    """All that stand, whom to look at again first: nothing that is told says of whom."""
    heads = queue_index.everything([queue_index.all_of(restrictions.QUEUE)])
    found = restrictions.standing(heads)
    return StandingRestrictions(restrictions=[_told(each, today) for each in found])


def _told(standing: Standing, today: date) -> StandingRestriction:
    last = standing.last
    return StandingRestriction(
        since=standing.since,
        at=last.at if last else None,
        by=By.of(last.by) if last else None,
        reason=last.reason if last else "",
        is_looked_at=last is not None and last.what == "kept",
        look_again_on=standing.look_again_on,
        is_to_be_looked_at=standing.look_again_on <= today,
    )


def _is_sent_again(person: Person, restriction: Restriction) -> bool:
    """Whether it is there already, by the same one for the same reason: its answer was lost."""
    return [
        each.model_copy(update={"number": restriction.number, "at": restriction.at})
        for each in restrictions.of(person)[-1:]
    ] == [restriction]
