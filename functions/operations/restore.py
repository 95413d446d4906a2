"""`functions.operations.restore`: bring back what is kept, as docs/operations/restore.md says.

`table STACK FROM` copies the items of a table that was restored from a backup into the stack's new,
empty one; `objects STACK SINCE` brings back what was deleted or overwritten in the records bucket
since a moment; `erased STACK` takes out again whoever was erased since. Each may be run again, and
goes on where it stopped.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from functions.operations.deployed import take_environment_of
from functions.platform import clock
from functions.platform.aws import CALLS_AT_ONCE, dynamodb, s3
from functions.platform.environment import environment
from functions.records import erasing

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef
    from mypy_boto3_s3.type_defs import CopySourceTypeDef

    Item = Mapping[str, AttributeValueTypeDef]

_SHOWN: Final = 3
_PASSING: Final = "quarantine/"


class Refused(Exception):
    """It would do harm, or not bring back what was lost."""


def main() -> int:
    """Do what was asked for; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="what", required=True)
    for what, about, meaning in (
        ("table", "source", "name of the table that was restored from a backup"),
        ("objects", "since", "the moment until which all was well: 2026-11-30T08:00:00+08:00"),
        ("erased", "", ""),
    ):
        command = commands.add_parser(what)
        command.add_argument("stack", help="name of the deployed stack")
        if about:
            command.add_argument(about, help=meaning)
    asked = parser.parse_args()
    take_environment_of(asked.stack)
    try:
        done = _done(asked)
    except Refused as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("".join(f"{what}: {count}\n" for what, count in sorted(done.items())))
    return 0


def _done(asked: argparse.Namespace) -> Counter[str]:
    match asked.what:
        case "table":
            return copy_table(asked.source)
        case "objects":
            return put_back(asked.since)
        case _:
            return Counter({"erasures carried out again": erasing.erase_again(clock.now())})


# ---- the table ----


def copy_table(source: str) -> Counter[str]:
    """Copy all items of a table into the stack's; how many.

    Raises:
        Refused: the stack's table holds something else, or is not set up as the template says.
    """
    target = environment().table_name
    if source == target:
        raise Refused(f"Nothing was copied: {source} is the stack's own table.")
    _refuse_unready(target)
    kept, there = _items(source), _items(target)
    others = [f"{pk} {sk}" for (pk, sk), item in there.items() if kept.get((pk, sk)) != item]
    if others:
        shown = "; ".join(sorted(others)[:_SHOWN])
        raise Refused(
            f"Nothing was copied: {target} is in use. Of its items {source} has {len(others)} not,"
            f" or otherwise, such as {shown}. Stop the functions, and begin with an empty table."
        )
    missing = [item for key, item in kept.items() if key not in there]
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        list(pool.map(lambda item: _put(target, item), missing))
    if _items(target) != kept:
        raise Refused(f"{target} was written to meanwhile: stop the functions, and begin anew.")
    return Counter({"items copied": len(missing), "items in the table": len(kept)})


def _refuse_unready(table: str) -> None:
    """What a restored table lacks, and one that CloudFormation has made has."""
    described = dynamodb().describe_table(TableName=table)["Table"]
    lasting = dynamodb().describe_time_to_live(TableName=table)["TimeToLiveDescription"]
    backups = dynamodb().describe_continuous_backups(TableName=table)[
        "ContinuousBackupsDescription"
    ]
    in_time = backups.get("PointInTimeRecoveryDescription", {})
    lacks = {
        "stream": not described.get("StreamSpecification", {}).get("StreamEnabled"),
        "time to live": lasting.get("TimeToLiveStatus") not in ("ENABLED", "ENABLING"),
        "point-in-time recovery": in_time.get("PointInTimeRecoveryStatus") != "ENABLED",
        "deletion protection": not described.get("DeletionProtectionEnabled"),
    }
    if missing := [what for what, is_missing in lacks.items() if is_missing]:
        raise Refused(
            f"Nothing was copied: {table} has no {', no '.join(missing)}. Let CloudFormation make"
            " the table (parameter TableName), which sets all of it."
        )


def _items(table: str) -> "dict[tuple[str, str], Item]":
    """All of a table, by its keys."""
    pages = dynamodb().get_paginator("scan").paginate(TableName=table, ConsistentRead=True)
    return {(item["pk"]["S"], item["sk"]["S"]): item for page in pages for item in page["Items"]}


def _put(table: str, item: "Item") -> None:
    # What somebody writes meanwhile is found afterwards, and is not written over.
    dynamodb().put_item(TableName=table, Item=item, ConditionExpression="attribute_not_exists(pk)")


# ---- the bucket ----


class _Version(NamedTuple):
    """A version of an object, or the mark that it was deleted."""

    key: str
    id: str
    is_last: bool
    at: datetime
    is_deletion: bool


def put_back(since: str) -> Counter[str]:
    """Bring back every object that was there at a moment and is not, or is otherwise; how many.

    Raises:
        Refused: the moment has no time zone.
    """
    moment = datetime.fromisoformat(since)
    if moment.tzinfo is None:
        raise Refused(f"Nothing was brought back: {since} has no time zone, such as +08:00.")
    bucket = environment().records_bucket
    done = Counter({"deleted, brought back": 0, "overwritten, brought back": 0})
    for _, versions in groupby(_versions(), key=lambda each: each.key):
        # Two of one second: the last one says that it is.
        newest_first = sorted(versions, key=lambda each: (each.is_last, each.at), reverse=True)
        then = next((each for each in newest_first if each.at <= moment), _made(newest_first))
        later = newest_first[: newest_first.index(then)] if then else []
        if then is None or then.is_deletion or not later:
            continue
        if all(each.is_deletion for each in later):
            for each in later:
                s3().delete_object(Bucket=bucket, Key=each.key, VersionId=each.id)
            done["deleted, brought back"] += 1
        else:
            _copy(then)
            done["overwritten, brought back"] += 1
    return done


def _made(newest_first: list[_Version]) -> _Version | None:
    """The last version of what came after the moment, such as a list without whom was erased.

    Papers in quarantine went from there once they were looked at.
    """
    versions = (each for each in newest_first if not each.is_deletion)
    return None if newest_first[0].key.startswith(_PASSING) else next(versions, None)


def _versions() -> Iterator[_Version]:
    """Every version in the records bucket, those of one object together."""
    bucket = environment().records_bucket
    pages = s3().get_paginator("list_object_versions").paginate(Bucket=bucket)
    found: list[_Version] = []
    for page in pages:
        found += (_version(each, is_deletion=False) for each in page.get("Versions", []))
        found += (_version(each, is_deletion=True) for each in page.get("DeleteMarkers", []))
    return iter(sorted(found, key=lambda each: each.key))


def _version(said: Mapping[str, Any], *, is_deletion: bool) -> _Version:
    return _Version(
        said["Key"], said["VersionId"], said["IsLatest"], said["LastModified"], is_deletion
    )


def _copy(version: _Version) -> None:
    bucket = environment().records_bucket
    source: CopySourceTypeDef = {"Bucket": bucket, "Key": version.key, "VersionId": version.id}
    s3().copy_object(Bucket=bucket, Key=version.key, CopySource=source)


if __name__ == "__main__":
    sys.exit(main())
