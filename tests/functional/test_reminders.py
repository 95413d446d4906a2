"""Reminders on a moved clock: each once, though mornings are missed and others come twice.

Whoever left no address, or whose e-mail comes back, stands in the desk's queue instead.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from functions.local.mailbox import Mailbox
from functions.local.stack import Stack
from functions.platform import clock, table
from functions.records import kept as kept_records
from functions.records.record_keys import item_key
from functions.records.rosters.roster_course import ANSWER_WITHIN
from functions.staff import reminders
from functions.worker import service
from shared_rules import cover
from shared_rules.plans import in_force
from tests.functional import claims_requests
from tests.functional.endorsement_requests import endorsed
from tests.functional.faults import SameStart
from tests.functional.follow_up_deliveries import kept, swept
from tests.functional.rosters_requests import DAY, PEOPLE, TODAY, UNIT
from tests.functional.staff_requests import accept, at, desk, pay

pytestmark = pytest.mark.usefixtures("aws", "one_county")

LAST: date = cover.last_day(TODAY + DAY, in_force(TODAY))
ADDRESS = "zhao.min@example.cn"


@pytest.fixture
def one_county(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others have no list, and the emulator takes its time to say so."""
    monkeypatch.setattr(reminders, "_counties", lambda: [UNIT["county"]])


def listed(row: int, email: str = ADDRESS, **changes: Any) -> dict[str, Any]:
    return kept([PEOPLE[row]], unit={**UNIT, "email": email}, **changes)


def reported(_row: int) -> dict[str, Any]:
    answer = claims_requests.submit(claims_requests.new_key(), reporter={"email": ADDRESS})
    assert answer.status == 201
    return answer.body


def accepted(row: int, email: str = ADDRESS) -> dict[str, Any]:
    given = listed(row, email)
    assert accept(given["receipt"], 1).status == 200
    return given


@pytest.fixture(scope="module")
def covered(emulated_aws: Stack) -> SameStart[None]:
    """Two lists whose cover ends on one day; of the second nobody left an address."""

    def make() -> None:
        accepted(0)
        accepted(1, email="")
        swept()

    return SameStart(make)


def on(day: date) -> datetime:
    return clock.now().replace(year=day.year, month=day.month, day=day.day)


def spoil(receipt: str, part: str) -> None:
    """Have a part of a record be such as nobody can read."""
    [item, *_] = table.between(item_key(receipt, part), f"{part}~")
    table.put({**item, "unit": None, "at": None})


def morning(day: date) -> int:
    """The reminders of a day, which are sent; how many."""
    moment = on(day)
    count = reminders.queue(moment)
    assert service.sweep(moment + timedelta(hours=1), timedelta(0)).failed == 0
    return count


def standing(desk_name: str) -> Counter[str]:
    """What the desk has to tell itself."""
    found = desk("admin", "GET", f"/{desk_name}", query={"state": "to_tell"}).body
    assert (found["unreadable"], found["next"]) == ([], None)
    return Counter(
        f"{each['receipt']} {title}" for each in found["items"] for title in each["to_tell"]
    )


def told(letter_box: Mailbox) -> Counter[str]:
    return Counter(letter.headers["Subject"] for letter in letter_box.letters)


@pytest.mark.parametrize(
    ("left", "count"),
    [
        *[(61, 0), (60, 1), (54, 1), (53, 0)],
        *[(31, 0), (30, 1), (24, 1), (23, 0)],
        *[(8, 0), (7, 1), (1, 1), (0, 0), (-1, 0)],
    ],
)
def test_a_unit_is_reminded_before_cover_ends(
    covered: SameStart[None], left: int, count: int
) -> None:
    covered.again()
    assert morning(LAST - left * DAY) == 2 * count
    assert morning(LAST - left * DAY) == 0


def test_who_has_renewed_is_not_reminded(monkeypatch: pytest.MonkeyPatch) -> None:
    given = accepted(0)
    with monkeypatch.context() as patch:
        at(patch, LAST - 60 * DAY)
        earlier = {name: given[name] for name in ("receipt", "access_code")}
        listed(0, email="", renews=earlier)
    assert morning(LAST - 60 * DAY) == 0


def test_a_list_that_all_have_left_is_not_to_be_renewed() -> None:
    """Neither is the unit of one woman asked to renew for her after her death."""
    given = accepted(0)
    died = {"change": "died", "rows": [1], "last_day": str(TODAY + DAY)}
    with pytest.MonkeyPatch.context() as patch:
        at(patch, TODAY + 2 * DAY)
        endorsed(given["receipt"], died)
    assert morning(LAST - 60 * DAY) == 0


@pytest.mark.parametrize(("late", "count"), [(0, 0), (1, 1), (7, 1), (8, 0)])
def test_premium_that_is_missing_is_asked_for_when_the_answer_is_overdue(
    late: int, count: int
) -> None:
    listed(0)
    paid = listed(1)["receipt"]
    assert pay(paid, 1, amount="100").status == 200
    listed(2, email="")
    assert morning(TODAY + ANSWER_WITHIN + late * DAY) == 2 * count
    assert morning(TODAY + ANSWER_WITHIN + late * DAY) == 0


@pytest.mark.parametrize(("late", "is_asked"), [(0, False), (1, True), (7, True), (8, False)])
def test_of_a_premium_paid_in_part_the_rest_is_asked_for(
    letter_box: Mailbox, late: int, is_asked: bool
) -> None:
    """After the last payment: of a list that waits, and of one that was accepted all the same."""
    waiting, complete, accepted_short = (listed(row)["receipt"] for row in range(3))
    for receipt in (waiting, complete, accepted_short):
        assert pay(receipt, 1, amount="59.50").status == 200
    assert pay(complete, 2, amount="40.50", bank_reference="2").status == 200
    answer = accept(accepted_short, 2, confirmations=["acceptance.premium_short"])
    assert answer.status == 200
    day = TODAY + ANSWER_WITHIN + late * DAY
    assert morning(day) == 2 * is_asked
    assert morning(day) == 0
    asked = [each for each in letter_box.letters if "没有到齐" in each.headers["Subject"]]
    receipts = {each.headers["Subject"].split()[0] for each in asked}
    assert receipts == ({waiting, accepted_short} if is_asked else set())
    assert ["还差 40.50 元" in each.text for each in asked] == [True] * len(asked)


def test_when_the_rest_has_come_nobody_is_told_any_more_that_it_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = listed(0, email="")["receipt"]
    assert pay(receipt, 1, amount="59.50").status == 200
    assert morning(TODAY + ANSWER_WITHIN + DAY) == 1
    assert standing("rosters") == Counter([f"{receipt} 保险费还没有到齐"])
    at(monkeypatch, TODAY + ANSWER_WITHIN + 2 * DAY)
    assert pay(receipt, 2, amount="40.50", bank_reference="2").status == 200
    assert standing("rosters") == Counter()
    assert morning(TODAY + ANSWER_WITHIN + 2 * DAY) == 0


@pytest.mark.parametrize(("days", "count"), [(10, 0), (11, 1), (17, 1), (18, 0)])
def test_papers_that_are_missing_are_asked_for(days: int, count: int) -> None:
    reported(0)
    assert claims_requests.submit(claims_requests.new_key()).status == 201
    assert morning(TODAY + days * DAY) == 2 * count
    assert morning(TODAY + days * DAY) == 0


@pytest.mark.parametrize(
    ("make", "day", "count"),
    [
        (listed, TODAY + ANSWER_WITHIN + DAY, 1),
        (accepted, LAST - 60 * DAY, 2),  # cover ends whatever has led to it
        (reported, TODAY + 11 * DAY, 1),
    ],
)
def test_what_cannot_be_read_stops_no_reminder_of_others(
    make: Callable[[int], dict[str, Any]], day: date, count: int, caplog: pytest.LogCaptureFixture
) -> None:
    broken, torn, _ = (make(row)["receipt"] for row in range(3))
    spoil(broken, "HEAD")
    spoil(torn, "EVENT#")
    assert reminders.queue(on(day)) == count
    assert kept_records.UNREADABLE in caplog.text


def test_over_a_year_nothing_is_missing_and_nothing_doubled(letter_box: Mailbox) -> None:
    """The schedule runs once a week, twice in some weeks."""
    all_year = [accepted(row)["receipt"] for row in range(3)]
    waiting = listed(3)["receipt"]
    claim = reported(0)["receipt"]
    silent, unpaid = accepted(4, email="")["receipt"], listed(5, email="")["receipt"]
    silent_claim = claims_requests.submit(claims_requests.new_key()).body["receipt"]
    lost = accepted(6)["receipt"]
    swept()
    assert desk("contact", "POST", f"/rosters/{lost}/bounced", {}).status == 200
    for days in range(0, (LAST - TODAY).days + 30, 7):
        morning(TODAY + days * DAY)
        if days % 3 == 0:
            morning(TODAY + days * DAY)
    of_list = ("名单已收到", "名单已承保", "保险快到期了", "保险快到期了", "保险几天后到期")
    expected = Counter(f"{receipt} {title}" for receipt in all_year for title in of_list)
    # Sent before anybody knew that they come back.
    expected.update(f"{lost} {title}" for title in of_list[:2])
    expected.update(f"{waiting} {title}" for title in ("名单已收到", "还没有看到保险费"))
    expected.update(f"{claim} {title}" for title in ("已收到您提交的内容", "有材料要补"))
    assert told(letter_box) == expected
    by_the_desk = Counter(f"{each} {title}" for each in (silent, lost) for title in of_list[1:])
    by_the_desk[f"{unpaid} 还没有看到保险费"] += 1
    assert standing("rosters") == by_the_desk
    assert standing("claims") == Counter([f"{silent_claim} 有材料要补"])
