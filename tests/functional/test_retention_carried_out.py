"""Seven years pass: what is kept goes on its day, not before, and never while it is needed."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

import boto3
import pytest

from functions.local.stack import Stack
from functions.platform import clock, table
from functions.platform.environment import environment
from functions.records import holdings, kinds, person_index, person_places
from functions.records.person_index import Ended, Listing
from functions.records.person_places import person_of
from functions.records.retention import Carried
from functions.records.rosters import store
from functions.staff import retention, schedule
from functions.worker import old_policies
from shared_rules import days
from tests.functional import old_policies_requests, staff_claim_requests
from tests.functional.claims_requests import WOMAN
from tests.functional.follow_up_deliveries import CONTEXT, items, swept
from tests.functional.rosters_requests import PEOPLE, new_key, rows_of, submit, withdraw
from tests.functional.staff_claim_requests import checked, insured
from tests.functional.staff_requests import claim_case

SOMEBODY: Final = ("0",)
SECOND: Final = timedelta(seconds=1)
NOTHING: Final = {"lists": 0, "claims": 0, "imports": 0, "items": 0, "objects": 0}


def carried(moment: datetime) -> Carried:
    """What a run deletes that the schedule starts at a moment, by the numbers that it keeps."""
    before = noted()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("functions.staff.schedule.now", lambda: moment)
        schedule.retention_handler({}, CONTEXT)
    [new] = noted().keys() - before.keys()
    return Carried.model_validate(noted()[new])


def noted() -> dict[str, dict[str, Any]]:
    return {each["sk"]: each for each in items("") if each["pk"] == "RETENTION"}


def assert_nothing_happens(moment: datetime, *, kept_back: int = 0) -> None:
    before = [each for each in items("") if each["pk"] != "RETENTION"]
    done = carried(moment)
    assert done.model_dump(include=set(NOTHING)) == NOTHING
    assert done.kept_back == kept_back
    assert [each for each in items("") if each["pk"] != "RETENTION"] == before


def later(since: datetime, years: int) -> datetime:
    return datetime.combine(days.anniversary(since.date(), years), since.timetz())


def is_gone(receipt: str) -> bool:
    return not holdings.items_of(receipt) and not holdings.objects_of(receipt)


def person(id_number: str) -> dict[str, Any] | None:
    return table.get(person_places.key_of(person_of(id_number)))


def refuse(receipt: str) -> None:
    """The open claim comes to its end."""
    revision = claim_case("claims", receipt)["revision"]
    refused: dict[str, Any] = {
        "outcome": "refuse",
        "lump_sum": 0,
        "reason": "不在保险期间",
        "article": "article-4",
    }
    assert staff_claim_requests.propose(receipt, revision, **refused).status == 200
    assert staff_claim_requests.confirm(receipt, revision + 1).status == 200


def texts() -> Iterator[bytes]:
    """All that is kept, byte for byte: items, and the objects that there still are."""
    yield repr(items("")).encode()
    bucket = boto3.resource("s3").Bucket(environment().records_bucket)
    yield from (each.get()["Body"].read() for each in bucket.objects.all())
    bucket.meta.client.close()


@pytest.fixture
def kept(aws: Stack, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A list of her in which a claim was paid, one that was withdrawn, an old policy."""
    accepted = insured(monkeypatch, 100)
    paid = checked()["receipt"]
    staff_claim_requests.paid(paid)
    waiting = checked(diagnosis={"disease": "卵巢癌"})["receipt"]
    withdrawn = submit(new_key(), rows=rows_of(PEOPLE[3:5])).body
    assert withdraw(withdrawn).status == 200
    lines = old_policies_requests.policy(PEOPLE[5:7])
    begun = old_policies_requests.begin(old_policies_requests.workbook(lines), "admin").body
    old_policies.bring_in(begun["receipt"], clock.now())
    swept()
    return {
        "accepted": accepted,
        "paid": paid,
        "waiting": waiting,
        "withdrawn": withdrawn["receipt"],
        "import": begun["receipt"],
    }


def test_seven_years_pass(kept: dict[str, str]) -> None:
    now = clock.now()
    for each in items(""):
        assert kinds.of_item(each["pk"], each["sk"])
    accepted, withdrawn = (store.current(kept[name]) for name in ("accepted", "withdrawn"))
    assert_nothing_happens(now)
    assert_nothing_happens(later(accepted.submitted_at, 4) - SECOND)
    assert_nothing_happens(later(accepted.submitted_at, 4), kept_back=1)
    assert not is_gone(kept["accepted"]), "an open claim of one of its people waits for it"

    assert_nothing_happens(later(withdrawn.submitted_at, 4) - SECOND, kept_back=1)
    assert person(PEOPLE[3].id_number)
    day = later(withdrawn.submitted_at, 4)
    nothing = retention.carry_out(day, lambda: False)
    assert nothing.lists == 0, "what a run has no time for"
    done = carried(day)
    assert (done.lists, done.people, done.kept_back) == (1, 2, 1)
    assert is_gone(kept["withdrawn"])
    assert person(PEOPLE[3].id_number) is None

    refuse(kept["waiting"])
    swept()
    done = carried(later(withdrawn.submitted_at, 4))
    assert (done.lists, done.people, done.kept_back) == (1, 3, 0)
    assert is_gone(kept["accepted"])
    hers = person(WOMAN.id_number)
    assert hers
    assert kept["accepted"] not in hers
    assert {kept["paid"], "ended_breast_cancer"} <= hers.keys()

    assert_nothing_happens(later(accepted.submitted_at, 6))
    done = carried(later(now, 6) + timedelta(hours=1))
    assert (done.claims, done.imports) == (2, 1)
    assert all(is_gone(kept[name]) for name in kept)
    assert person(PEOPLE[5].id_number) is None
    hers = person(WOMAN.id_number)
    assert hers
    assert [name for name in hers if "_" in name and name != "settled_claims"] == [
        "ended_breast_cancer"
    ], "that the item was paid is kept for good"
    assert WOMAN.id_number.encode() not in b"".join(texts())
    assert_nothing_happens(later(now, 7))
    counted = {
        name: sum(each[name] for each in noted().values())
        for name in ("lists", "claims", "imports")
    }
    assert counted == {"lists": 2, "claims": 2, "imports": 1}


def test_that_a_premium_was_given_back_is_kept_for_good(aws: Stack) -> None:
    person_index.put_listing(SOMEBODY, "AK-2026-000000", Listing(version=1))
    person_index.note_case(SOMEBODY, "LP-2026-000000")
    refunded = Ended(receipt="LP-2026-000000", paid_on=clock.now().date(), is_refund=True)
    person_index.forget(SOMEBODY, "LP-2026-000000", {"breast_cancer": refunded})
    person_index.forget(SOMEBODY, "AK-2026-000000")
    person_index.forget(SOMEBODY, "AK-2026-000000")
    known = person_index.known(SOMEBODY)
    assert (known.lists, known.cases) == ({}, [])
    assert known.history.refunded == {"breast_cancer"}


def test_what_somebody_writes_while_an_empty_item_goes_is_put_back(aws: Stack) -> None:
    person_index.put_listing(SOMEBODY, "AK-2026-000000", Listing(version=1))
    written = table.get(person_places.key_of(SOMEBODY))
    person_index._drop(person_places.key_of(SOMEBODY))
    assert table.get(person_places.key_of(SOMEBODY)) == written
    person_index.forget(SOMEBODY, "AK-2026-000000")
    assert table.get(person_places.key_of(SOMEBODY)) is None
