"""A record that cannot be read stops no other, whoever reads them: one line, and an alarm."""

from collections.abc import Callable
from typing import Any, Final

import pytest

from functions.operations import rehash, search_index
from functions.platform import clock, table
from functions.records import published_paces
from functions.staff import retention
from functions.staff.summary import monthly_summary, paces
from tests.functional.erasure_requests import HER, look, propose, restrict, restrictions
from tests.functional.follow_up_deliveries import items, swept
from tests.functional.kept_sets import loaded
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import PEOPLE, new_key, rows_of, submit, withdraw
from tests.functional.staff_requests import claim_case, desk

SET: Final = "schema-1-stamped-sheets"
# By what an item is found.
_PLACE: Final = frozenset(
    ("pk", "sk", "schema", "receipt", "queue", "queue_order", "unit_county", "unit_order")
)

pytestmark = pytest.mark.usefixtures("aws")


def spoil(sort: str, partition: str = "") -> dict[str, Any]:
    """An item so named, of which no field is any more what it was."""
    item = next(each for each in items(sort) if each["pk"].startswith(partition))
    table.put({name: said if name in _PLACE else {"later": 1} for name, said in item.items()})
    return item


def read(role: str, path: str) -> dict[str, Any]:
    answer = desk(role, "GET", path)
    assert answer.status == 200, answer.body
    return answer.body


@pytest.fixture
def alarms(caplog: pytest.LogCaptureFixture) -> Callable[[], bool]:
    """Whether it was logged, for which there is an alarm, that something cannot be read."""
    return lambda: "unreadable record" in caplog.text


@pytest.mark.parametrize(
    ("partition", "path"), [("CLAIM#", "/claims"), ("ROSTER#", "/rosters?state=accepted")]
)
def test_a_head_stops_no_queue(alarms: Callable[[], bool], partition: str, path: str) -> None:
    loaded(SET)
    place, _, state = path.partition("?state=")
    query = {"state": state} if state else {}
    before = desk("admin", "GET", place, query=query).body["items"]
    receipt = before[0]["receipt"]
    assert spoil("HEAD", f"{partition}{receipt}")["receipt"] == receipt
    page = desk("admin", "GET", place, query=query)
    assert page.status == 200, page.body
    assert page.body["items"] == before[1:]
    assert page.body["unreadable"] == [receipt]
    assert alarms()


def test_an_import_stops_no_other_and_no_retention(alarms: Callable[[], bool]) -> None:
    loaded(SET)
    before = read("admin", "/imports")["imports"]
    receipt = spoil("", "IMPORTS")["receipt"]
    listed = read("admin", "/imports")
    assert listed["imports"] == [each for each in before if each["receipt"] != receipt]
    assert listed["unreadable"] == [receipt]
    assert retention.carry_out(clock.now(), lambda: True).unreadable == 1
    assert alarms()


def test_a_month_stops_no_other_and_is_not_made_again(alarms: Callable[[], bool]) -> None:
    loaded(SET)
    [month] = [each["month"] for each in read("admin", "/summary/monthly")["months"]]
    spoil("", "SUMMARIES")
    listed = read("admin", "/summary/monthly")
    assert (listed["months"], listed["unreadable"]) == ([], [month])
    assert month not in monthly_summary.make_missing(clock.now())
    assert alarms()


def test_a_proposal_to_erase_stops_no_other(alarms: Callable[[], bool]) -> None:
    gone = submit(new_key(), rows=rows_of([HER])).body
    assert withdraw(gone).status == 200
    swept()
    assert propose(look()["seen"]).status == 200
    spoil("ERASURE#")
    listed = read("admin", "/people/erasures")
    assert (listed["waiting"], listed["unreadable"]) == ([], 1)
    assert alarms()


def test_a_restriction_stops_no_other(alarms: Callable[[], bool]) -> None:
    people = PEOPLE[:2]
    submit(new_key(), rows=rows_of(people))
    swept()
    for each in people:
        assert restrict(each.id_number).status == 200
    spoil("RESTRICTION#")
    assert sorted(each["at"] is None for each in restrictions()) == [False, True]
    assert alarms()


def test_what_was_published_stops_no_services(alarms: Callable[[], bool]) -> None:
    loaded(SET)
    paces.publish(clock.now())
    assert published_paces.latest()
    spoil("LATEST")
    answer = call("GET", "/api/services")
    assert (answer.status, answer.body["paces"]) == (200, None)
    assert answer.body["specialists"]
    assert alarms()


def test_a_fact_stops_no_sum(alarms: Callable[[], bool]) -> None:
    loaded(SET)
    spoil("", "FACTS#")
    paces.publish(clock.now())
    period = {"from": "2026-11-01", "until": "2026-11-30"}
    assert desk("admin", "GET", "/summary", query=period).status == 200
    assert alarms()


def test_what_was_seen_stops_no_case_and_no_log(alarms: Callable[[], bool]) -> None:
    loaded(SET)
    receipt = str(spoil("VIEWED#", "CLAIM#")["pk"]).removeprefix("CLAIM#")
    assert claim_case("claims", receipt)
    assert read("claims", f"/claims/{receipt}/log")["unreadable"] == 1
    assert desk("claims", "POST", f"/claims/{receipt}/log-file").status == 200
    receipt = str(spoil("VIEWED#", "ROSTER#")["pk"]).removeprefix("ROSTER#")
    assert read("admin", f"/rosters/{receipt}/log")["unreadable"] == 1
    assert desk("admin", "POST", f"/rosters/{receipt}/log-file").status == 200
    assert alarms()


def test_who_looked_stops_no_copy_but_what_the_index_says_of_her_does(
    alarms: Callable[[], bool],
) -> None:
    submit(new_key(), rows=rows_of([HER]))
    swept()
    number = {"id_number": HER.id_number}
    whole = number | {"reason": "本人书面申请", "is_verified": True}
    for _ in range(2):
        assert desk("privacy", "POST", "/people/copy", whole).status == 200
        spoil("SOUGHT#")
    assert alarms()
    spoil("LISTS")
    for path, asked in (("search", number), ("copy", whole)):
        answer = desk("privacy", "POST", f"/people/{path}", asked)
        assert (answer.status, answer.body["code"]) == (500, "record.unreadable")


def test_what_cannot_be_read_of_some_stops_no_command() -> None:
    loaded(SET)
    spoil("DOCUMENT#", "ROSTER#")
    spoil("EVENT#", "CLAIM#")
    assert rehash.rehash()["records that cannot be read"] == 2
    assert search_index.keep_all()["cannot be read"] == 2
