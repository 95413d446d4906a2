"""A story on a moved clock: what units and desk do by the routes, and the oracle hears of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

import pytest

from functions.local import samples
from functions.local.samples import Person
from functions.platform.clock import SHANGHAI
from functions.worker import service
from tests.functional import claims_requests, endorsement_requests, old_policies_requests
from tests.functional.requests_to_api import Answer, turn_clock
from tests.functional.rosters_requests import UNIT, new_key, rows_of, status, submit
from tests.functional.staff_claim_requests import assessment
from tests.functional.staff_requests import accept, acts_on, case, desk
from tests.story.oracle import DAY, Covered, Oracle, Seat, Sold

WAITING: Final = 30
"""第五条: days; a later plan says its own."""
CONFIRMED: Final = ["eligibility.renewal_only", "eligibility.soon_too_old"]
Kept = dict[str, Any]
Days = dict[date, Covered]


def women(count: int, seed: int) -> list[Person]:
    """People of a story, always the same for a seed."""
    return samples.people(count, seed=seed, today=date(2027, 1, 1))


def born(year: int, month: int, day: int, order: int = 2) -> Person:
    """A woman by her birthday."""
    return Person("李梅", samples.id_number(date(year, month, day), order), "工人")


def seen(*rows: int, last_day: date) -> Kept:
    """Papers of old cover that the desk has seen."""
    return {"rows": list(rows), "last_day": str(last_day), "paper": "保险单原件"}


def because(*rows: int) -> Kept:
    """Why people are insured about whom there was something to decide."""
    return {"rows": list(rows), "reason": "已电话核实"}


class Story:
    """What happens, day by day; `oracle` hears the same of it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.oracle = Oracle()
        self.people: dict[str, Person] = {}
        self.passed: dict[str, set[int]] = {}
        self._patch = patch
        self._lists: dict[str, tuple[Kept, list[Person]]] = {}
        self.on(date(2027, 1, 4))

    def on(self, day: date) -> None:
        """It becomes another day."""
        self.today = day
        moment = datetime(day.year, day.month, day.day, 10, tzinfo=SHANGHAI)
        turn_clock(self._patch, moment)
        self._moment = moment

    def followed_up(self) -> None:
        """What follows is done."""
        assert service.sweep(self._moment, timedelta(0)).failed == 0

    # ---- lists ----

    def submits(self, people: Sequence[Person], **said: Any) -> Kept:
        """A unit sends its list."""
        unit = {**UNIT, **said.pop("unit", {})}
        answer = submit(new_key(), rows=rows_of(people), unit=unit, confirmations=CONFIRMED, **said)
        assert answer.status == 201, answer.body
        self.followed_up()
        self._hears_of(answer.body, people)
        return answer.body

    def _hears_of(self, kept: Kept, people: Sequence[Person]) -> None:
        self._lists[kept["receipt"]] = (kept, list(people))
        self.people |= {each.id_number: each for each in people}

    def corrected(self, kept: Kept, people: Sequence[Person]) -> None:
        """The unit has sent these people in the place of those before."""
        self._hears_of(kept, people)
        self.followed_up()

    def tries_to_accept(self, kept: Kept, issued: date | None = None, **said: Any) -> Answer:
        """The desk accepts, on the day when all is done, or says why not."""
        revision = case("contact", kept["receipt"])["revision"]
        return accept(kept["receipt"], revision, **acts_on(issued or self.today), **said)

    def accepts(
        self, kept: Kept, issued: date | None = None, waiting: int = WAITING, **said: Any
    ) -> date:
        """The desk accepts; the first day, which is the oracle's too."""
        answer = self.tries_to_accept(kept, issued, **said)
        assert answer.status == 200, answer.body
        self.followed_up()
        refused = {each["row"] for each in said.get("refusals", [])}
        receipt, people = kept["receipt"], self._lists[kept["receipt"]][1]
        papers = {row: each for each in said.get("old_covers_seen", []) for row in each["rows"]}
        seats = {
            person.id_number: Seat(
                old_last_day=date.fromisoformat(papers[row]["last_day"]) if row in papers else None
            )
            for row, person in enumerate(people, start=1)
            if row not in refused
        }
        agreed = said.get("agreed_first_day")
        begins = (
            date.fromisoformat(agreed)
            if agreed
            else self.oracle.begins(seats, issued or self.today, seats, receipt)
        )
        for row in self.passed.get(receipt, ()):
            seats[people[row - 1].id_number].old_last_day = begins - DAY
        self.oracle.sold[receipt] = Sold(receipt, begins, waiting, seats)
        assert answer.body["acceptance"]["first_day"] == str(begins)
        return begins

    def sells(self, people: Sequence[Person], **said: Any) -> Kept:
        """A list comes in and is accepted on the same day."""
        kept = self.submits(people)
        self.accepts(kept, **said)
        return kept

    def endorses(
        self, kept: Kept, change: str, *, confirmed: Sequence[str] = (), **what: Any
    ) -> None:
        """Two people of the desk put an accepted list right, having seen what rests on it."""
        endorsement_requests_done(kept["receipt"], {"change": change, **what}, confirmed)
        self.followed_up()

    def lets_pass(self, kept: Kept, *rows: int) -> None:
        """Two people of the desk let the gaps in the cover of these people pass (宽限)."""
        self.endorses(kept, "gap_granted", rows=list(rows))
        self.passed[kept["receipt"]] = set(rows)
        if sold := self.oracle.sold.get(kept["receipt"]):
            people = self._lists[kept["receipt"]][1]
            for row in rows:
                sold.seats[people[row - 1].id_number].old_last_day = sold.begins - DAY

    # ---- old policies ----

    def brings_in(self, people: Sequence[Person], first_day: date, **said: Any) -> tuple[str, str]:
        """The desk brings in an old policy; its number and the receipt of the import."""
        number = old_policies_requests.numbered()
        rows = old_policies_requests.policy(people, first_day, number)
        rows[0] |= said
        answer = old_policies_requests.begin(old_policies_requests.workbook(rows))
        assert answer.status in (200, 201, 202), answer.body
        self.followed_up()
        seats = {each.id_number: Seat() for each in people}
        self.oracle.sold[number] = Sold(number, first_day, WAITING, seats)
        self.people |= {each.id_number: each for each in people}
        return number, answer.body["receipt"]

    def takes_back(self, number: str, receipt: str) -> None:
        """The desk takes an import back as a whole."""
        revision = old_policies_requests.view(receipt)["revision"]
        answer = old_policies_requests.reverse(receipt, revision)
        assert answer.status in (200, 202), answer.body
        self.followed_up()
        del self.oracle.sold[number]

    # ---- what the oracle hears of endorsements ----

    def leave(self, kept: Kept, people: Iterable[Person], last_day: date) -> None:
        """These people leave a policy."""
        for person in people:
            self.oracle.sold[kept["receipt"]].seats[person.id_number].leaves = last_day

    def is_named(self, kept: Kept, wrong: Person, right: Person) -> None:
        """Whoever stood in a policy under one number is another."""
        seats = self.oracle.sold[kept["receipt"]].seats
        seats[right.id_number] = seats.pop(wrong.id_number)
        people = self._lists[kept["receipt"]][1]
        people[people.index(wrong)] = right

    # ---- the end ----

    def listed(self, kept: Kept) -> list[Kept]:
        """The people of an accepted list as the desk sees them."""
        answer = desk("contact", "GET", f"/rosters/{kept['receipt']}/rows")
        assert answer.status == 200, answer.body
        rows: list[Kept] = answer.body["rows"]
        return rows

    def ends(self) -> None:
        """Everybody is covered on the days that the oracle counts, whoever is asked."""
        for number, person in self.people.items():
            expected = self.oracle.days(number)
            assert self._as_claims_have_it(person) == _waiting_of(expected), person.name
        for receipt, (kept, people) in self._lists.items():
            self._check_list(receipt, kept, people)

    def _as_claims_have_it(self, person: Person) -> dict[date, bool]:
        """Her days as the desk of claims is told of them, and whether she waits on each."""
        day = self.today.isoformat()
        answer = claims_requests.submit(
            new_key(),
            insured={"name": person.name, "id_number": person.id_number},
            reporter={"name": person.name},
            bank={"account_holder": person.name},
            diagnosis={"specimen_date": day, "diagnosis_date": day},
        )
        assert answer.status == 201, answer.body
        found: dict[date, bool] = {}
        for line in assessment(answer.body["receipt"])["cover"]:
            for day_, waits in _days_of(line):
                assert day_ not in found, "covered twice"
                found[day_] = waits
        return found

    def _check_list(self, receipt: str, kept: Kept, people: Sequence[Person]) -> None:
        """The days of everybody under one list, as its desk and its unit are told."""
        sold = self.oracle.sold.get(receipt)
        shown = case("contact", receipt)
        policy = status(kept)["policy"]
        assert (policy and policy["first_day"]) == (str(sold.begins) if sold else None)
        assert shown["acceptance"] is None or sold
        rows = {each["row"]: each for each in self.listed(kept)}
        for row, person in enumerate(people, start=1):
            cover = rows[row]["cover"] if sold else None
            found = dict(_days_of(cover)) if cover and cover["first_day"] else {}
            days = self.oracle.days(person.id_number)
            expected = {day: each.waits for day, each in days.items() if each.policy == receipt}
            assert found == expected, (person.name, receipt)


def _waiting_of(days: Days) -> dict[date, bool]:
    return {day: each.waits for day, each in days.items()}


def _days_of(line: Kept) -> Iterator[tuple[date, bool]]:
    first, last = (date.fromisoformat(line[name]) for name in ("first_day", "last_day"))
    waiting = line["waiting_last_day"] and date.fromisoformat(line["waiting_last_day"])
    for number in range((last - first).days + 1):
        day = first + number * DAY
        yield day, bool(waiting and day <= waiting)


def endorsement_requests_done(receipt: str, what: Kept, confirmed: Sequence[str]) -> None:
    """Proposed by one person, and confirmed by another where it has to be."""
    if confirmed:
        assert endorsement_requests.propose(receipt, what).codes == list(confirmed)
    answer = endorsement_requests.propose(receipt, what, confirmations=list(confirmed))
    assert answer.status == 200, answer.body
    if answer.body["endorsement"]:
        answer = endorsement_requests.confirm(receipt)
        assert answer.status == 200, answer.body
