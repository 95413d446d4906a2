"""A region is lost and brought back: every list and claim that was acknowledged, byte for byte.

`make drill` does it with as many lists as DRILL_LISTS says.
"""

import os
import time
from collections.abc import Iterator
from typing import Any, Final

import boto3
import pytest

from functions.local import samples
from functions.local.stack import Stack
from functions.operations import restore
from functions.platform import clock, rate_limits
from functions.platform.aws import dynamodb, s3
from tests import second_engine, storage
from tests.functional.claims_requests import WOMAN, look_up
from tests.functional.claims_requests import status as claim_status
from tests.functional.erasure_requests import confirm, look, propose
from tests.functional.follow_up_deliveries import items, kept, known, swept
from tests.functional.operator_commands import run
from tests.functional.rosters_requests import TODAY, form, status, withdraw
from tests.functional.staff_claim_requests import checked
from tests.functional.staff_requests import accept, desk

LISTS: Final = int(os.environ.get("DRILL_LISTS", "3"))
EACH: Final = 2  # people
CLAIMS: Final = 1 + LISTS // 20
PEOPLE: Final = samples.people(LISTS * EACH, seed=58, today=TODAY)
HER, OTHER = samples.people(2, seed=581, today=TODAY)
RESTORED: Final = "restored-from-a-backup"
_WITH_BACKUPS: Final = pytest.mark.skipif(
    second_engine.IS_CHOSEN, reason="DynamoDB Local keeps no backups"
)
Told = dict[str, tuple[Any, ...]]


@pytest.fixture
def as_made(aws: Stack) -> Iterator[str]:
    """The stack's table, with what CloudFormation sets, and the emulator's does not."""
    name, emulated = aws.resources["Table"], storage._table()
    # Said, and not written: the emulator would copy every record into its stream.
    emulated.stream_specification = {"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"}
    keep_past(name, is_kept=True)
    yield name
    emulated.stream_specification = None
    keep_past(name, is_kept=False)


def keep_past(name: str, *, is_kept: bool) -> None:
    recovery: Any = {"PointInTimeRecoveryEnabled": is_kept}
    dynamodb().update_continuous_backups(TableName=name, PointInTimeRecoverySpecification=recovery)


def region() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Its lists and claims, as they were acknowledged; one list is accepted."""
    lists = [kept(PEOPLE[at : at + EACH]) for at in range(0, len(PEOPLE), EACH)]
    claims = [checked() for _ in range(CLAIMS)]
    assert accept(lists[0]["receipt"], 1).status == 200
    swept()
    return lists, claims


def told(lists: list[dict[str, Any]], claims: list[dict[str, Any]]) -> Told:
    """What whoever has a receipt and its code is told."""
    of_lists = {each["receipt"]: (status(each), form(each)) for each in lists}
    return {**of_lists, **{each["receipt"]: (claim_status(each),) for each in claims}}


def erase(number: str) -> None:
    """Two people of the desk erase somebody."""
    proposed = propose(look(number=number)["seen"], number)
    assert proposed.status == 200, proposed.body
    confirmed = confirm(number=number)
    assert confirmed.status == 200, confirmed.body


def objects() -> dict[str, bytes]:
    bucket = boto3.resource("s3").Bucket(os.environ["RECORDS_BUCKET"])
    return {each.key: each.get()["Body"].read() for each in bucket.objects.all()}


def lose(keys: list[str]) -> None:
    """Empty the table, delete all objects but one, and write something else over that one."""
    bucket = os.environ["RECORDS_BUCKET"]
    storage.forget("")
    for key in keys[1:]:
        s3().delete_object(Bucket=bucket, Key=key)
    s3().put_object(Bucket=bucket, Key=keys[0], Body=b"something else")


@_WITH_BACKUPS
def test_what_was_acknowledged_comes_back_byte_for_byte(
    as_made: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limits, "take", lambda *_: 1)  # a region has many addresses
    lists, claims = region()
    over = kept([HER, OTHER])
    assert withdraw(over).status == 200
    swept()
    before, rows = told(lists, claims), items("")
    backup = dynamodb().create_backup(TableName=as_made, BackupName="before")
    well = clock.real().isoformat()
    time.sleep(1.1)  # S3 says to the second when a version came
    erase(HER.id_number)
    files = objects()
    lose(sorted(files))
    assert all(look_up(each).status == 401 for each in claims)
    arn = backup["BackupDetails"]["BackupArn"]
    dynamodb().restore_table_from_backup(TargetTableName=RESTORED, BackupArn=arn)
    kept(PEOPLE[:1])
    assert run(restore, "table", "stack", RESTORED) == 1, "somebody writes to it"
    assert "is in use" in capsys.readouterr().err
    storage.forget("")
    for expected in (len(rows), 0):
        assert run(restore, "table", "stack", RESTORED) == 0
        assert f"items copied: {expected}\n" in capsys.readouterr().out
    assert run(restore, "objects", "stack", well) == 0
    assert f"deleted, brought back: {len(files) - 1}\n" in capsys.readouterr().out
    assert sorted(items(""), key=str) == sorted(rows, key=str)
    assert objects().items() >= files.items()
    assert known(HER.id_number).lists.keys() == {over["receipt"]}
    for _ in range(2):
        assert run(restore, "erased", "stack") == 0
        assert "erasures carried out again: 1\n" in capsys.readouterr().out
    assert known(HER.id_number).lists == {}
    assert HER.id_number not in f"{items('')}{objects()}"
    assert OTHER.id_number in str(objects()), "the others of her list stay"
    assert told(lists, claims) == before
    searched = desk("admin", "POST", "/people/search", {"id_number": WOMAN.id_number}).body
    assert len(searched["claims"]) == CLAIMS
    dynamodb().delete_table(TableName=RESTORED)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (["table", "stack", "itself"], "is the stack's own table"),
        pytest.param(
            ["table", "stack", "other"],
            "has no stream, no point-in-time recovery",
            marks=_WITH_BACKUPS,
        ),
        (["objects", "stack", "2026-11-30T08:00:00"], "has no time zone"),
    ],
)
def test_what_would_do_harm_is_refused_with_the_reason(
    aws: Stack, capsys: pytest.CaptureFixture[str], asked: list[str], why: str
) -> None:
    own = aws.resources["Table"]
    assert run(restore, *(own if each == "itself" else each for each in asked)) == 1
    assert why in capsys.readouterr().err
