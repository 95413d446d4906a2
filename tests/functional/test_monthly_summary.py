"""The files of the summary of 第十三条, and the one that is made of each month."""

from collections.abc import Iterator
from datetime import date

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError

from functions.platform import clock
from functions.platform.failures import HandlerFailed
from functions.staff import schedule
from functions.staff.summary.small_groups import SMALLEST
from functions.staff.summary.summary_file import NOT_SHOWN
from tests.functional.follow_up_deliveries import CONTEXT, Mailbox, subscribed
from tests.functional.rosters_requests import TODAY
from tests.functional.staff_requests import HER_COUNTY, OTHER_COUNTY, desk
from tests.functional.summary_requests import DISEASE, book, joined, settled
from tests.functional.wire import Send, wire

pytestmark = pytest.mark.usefixtures("aws")


def test_the_workbook_says_what_the_page_says() -> None:
    joined(SMALLEST - 1)
    joined(30, OTHER_COUNTY)
    period = {"from": TODAY.isoformat(), "until": TODAY.isoformat()}
    settled(1)
    data, sheets = book(desk("admin", "POST", "/summary/file", period))
    assert list(sheets) == ["按市县", "按单位性质", "理赔", "办理时间", "没有办完"]
    row = next(each for each in sheets["按市县"] if each[1] == OTHER_COUNTY)
    assert row == ("石嘴山市", OTHER_COUNTY, 1, 1, 30, 30, 0, 0, 3000)
    assert book(desk("admin", "POST", "/summary/file", period))[0] == data
    _, masked = book(desk("federation", "POST", "/summary/file", period))
    hers = next(each for each in masked["按市县"] if each[1] == HER_COUNTY)
    assert hers[:5] == ("银川市", HER_COUNTY, 1, 1, SMALLEST - 1)
    breast, total = (next(r for r in masked["理赔"] if r[0] == it) for it in (DISEASE, "合计"))
    assert (breast[2], breast[5], total[2], total[5]) == (NOT_SHOWN, NOT_SHOWN, 1, 1000)


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with subscribed("federation") as found:
        yield found


def first_of_month(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    moment = clock.now().replace(year=day.year, month=day.month, day=day.day)
    monkeypatch.setattr(schedule, "now", lambda: moment)
    schedule.summary_handler({}, CONTEXT)


def test_the_month_is_told_once_and_stays_as_it_was(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined(1234, on=date(2026, 10, 31))
    joined(SMALLEST - 1, OTHER_COUNTY, on=date(2026, 10, 31))
    joined(5, on=date(2026, 11, 1))
    for _ in range(2):
        first_of_month(monkeypatch, date(2026, 11, 1))
    [message] = [each["Message"] for each in mailbox.read()]
    assert "2026年10月1日 至 2026年10月31日" in message
    assert "1,238 人" in message
    joined(10, on=date(2026, 10, 31))
    first_of_month(monkeypatch, date(2026, 12, 1))
    made = desk("federation", "GET", "/summary/monthly").body["months"]
    assert [each["month"] for each in made] == ["2026-11", "2026-10"]
    _, sheets = book(desk("federation", "POST", "/summary/monthly/2026-10/file"))
    assert sheets["按市县"][-1][4] == 1238


def test_a_month_that_was_missed_is_made_later(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first month of which there is a fact, none is left out."""

    def nobody_is_told(_: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        if "Action=Publish" in str(request.body):
            raise ConnectionClosedError(endpoint_url=request.url)
        return send(request)

    joined(SMALLEST, on=date(2026, 8, 31))
    for day in (date(2026, 9, 1), date(2026, 10, 30)):
        with wire(nobody_is_told), pytest.raises(HandlerFailed, match="ConnectionClosedError"):
            first_of_month(monkeypatch, day)
    assert desk("federation", "GET", "/summary/monthly").body["months"] == []
    first_of_month(monkeypatch, date(2026, 11, 20))
    first_of_month(monkeypatch, date(2027, 1, 31))
    subjects = [each["Subject"].removeprefix("Ankangbao ") for each in mailbox.read()]
    assert subjects == ["2026-08", "2026-09", "2026-10", "2026-11", "2026-12"]


def test_a_month_that_was_never_made_is_not_there() -> None:
    assert desk("federation", "POST", "/summary/monthly/2020-01/file").status == 404
