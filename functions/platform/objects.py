"""The bucket of what is kept for good: files as they came, and what was read from them.

What is kept is written once: the key ends in the digest of the bytes, so that two requests at once
never write over each other, and a record points to a key, never to a version of an object that a
lifecycle rule may delete.
"""

import hashlib
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from botocore.exceptions import ClientError

from functions.platform.aws import s3
from functions.platform.environment import environment

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import DeleteMarkerEntryTypeDef, ObjectVersionTypeDef

_CONFLICT_WAITS: Final = (0.05, 0.2, 0.8)  # seconds
_IS_OTHER: Final = "PreconditionFailed"
_AT_ONCE: Final = "ConditionalRequestConflict"


def put(place: str, data: bytes, content_type: str) -> str:
    """Keep bytes below a place; the key that they have, also where they were there already."""
    key = f"{place}/{hashlib.sha256(data).hexdigest()}"
    for wait in (*_CONFLICT_WAITS, None):
        try:
            s3().put_object(
                Bucket=environment().records_bucket,
                Key=key,
                Body=data,
                ContentType=content_type,
                IfNoneMatch="*",
            )
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code == _AT_ONCE and wait is not None:
                time.sleep(wait)
                continue
            if code != _IS_OTHER:
                raise
        break
    return key


def get(key: str) -> bytes:
    """The bytes that are kept under a key."""
    return s3().get_object(Bucket=environment().records_bucket, Key=key)["Body"].read()


def keys(place: str) -> Iterator[str]:
    """The keys of all that is kept below a place, which ends with `/`."""
    pages = (
        s3()
        .get_paginator("list_objects_v2")
        .paginate(Bucket=environment().records_bucket, Prefix=place)
    )
    for page in pages:
        yield from (each["Key"] for each in page.get("Contents", []))


def is_there(key: str) -> bool:
    """Whether something is kept under a key."""
    return key in keys(key)


def rewrite(key: str, change: Callable[[bytes], bytes], content_type: str) -> None:
    """Keep other bytes under a key: somebody was taken out of them; what they were is gone.

    The one exception from what is written once: whatever points to the key goes on to do so. May be
    done again; of two at once, the later one changes what the earlier one has left.
    """
    for wait in (*_CONFLICT_WAITS, None):
        found = s3().get_object(Bucket=environment().records_bucket, Key=key)
        before = found["Body"].read()
        after = change(before)
        if after == before:
            break
        try:
            s3().put_object(
                Bucket=environment().records_bucket,
                Key=key,
                Body=after,
                ContentType=content_type,
                IfMatch=found["ETag"],
            )
        except ClientError as error:
            if error.response["Error"]["Code"] not in (_IS_OTHER, _AT_ONCE) or wait is None:
                raise
            time.sleep(wait)
        else:
            break
    _remove_earlier(key)


def _remove_earlier(key: str) -> None:
    for version in _versions(key):
        if version["Key"] == key and not version["IsLatest"]:
            _remove_version(key, version["VersionId"])


def remove_wholly(key: str) -> None:
    """Take away every version of what is kept under a key; may be done again."""
    for version in _versions(key):
        if version["Key"] == key:
            _remove_version(key, version["VersionId"])


def ever(place: str) -> set[str]:
    """The keys of all that is kept below a place, or of which an earlier version is."""
    return {version["Key"] for version in _versions(place)}


def _versions(place: str) -> "list[ObjectVersionTypeDef | DeleteMarkerEntryTypeDef]":
    """Every version of what is kept below a place, and every mark that it was deleted."""
    pages = (
        s3()
        .get_paginator("list_object_versions")
        .paginate(Bucket=environment().records_bucket, Prefix=place)
    )
    return [
        each
        for page in pages
        for each in (*page.get("Versions", []), *page.get("DeleteMarkers", []))
    ]


def _remove_version(key: str, version: str) -> None:
    s3().delete_object(Bucket=environment().records_bucket, Key=key, VersionId=version)


def remove(key: str) -> None:
    """Take away what need not be kept any longer; a rule deletes what it was some days later."""
    s3().delete_object(Bucket=environment().records_bucket, Key=key)
