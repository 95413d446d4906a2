"""The bucket of what is kept for good: files as they came, and what was read from them.

What is kept is written once: the key ends in the digest of the bytes, so that two requests at once
never write over each other, and a record points to a key, never to a version of an object that a
lifecycle rule may delete.
"""

import hashlib
import time
from collections.abc import Iterator
from typing import Final

from botocore.exceptions import ClientError

from functions.platform.aws import s3
from functions.platform.environment import environment

_CONFLICT_WAITS: Final = (0.05, 0.2, 0.8)  # seconds
_IS_THERE: Final = "PreconditionFailed"
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
            if code != _IS_THERE:
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


def remove(key: str) -> None:
    """Take away what need not be kept any longer."""
    s3().delete_object(Bucket=environment().records_bucket, Key=key)
