"""The bucket of what is kept for good: files as they came, and what was read from them."""

import hashlib
from typing import NamedTuple

from functions.common.aws import s3
from functions.common.environment import environment


class StoredObject(NamedTuple):
    """One version of an object in S3, with the digest of its bytes."""

    version_id: str
    sha256: str


def put(key: str, data: bytes, content_type: str) -> StoredObject:
    """Keep bytes under a key; what was there before stays as an earlier version."""
    answer = s3().put_object(
        Bucket=environment().records_bucket, Key=key, Body=data, ContentType=content_type
    )
    return StoredObject(answer["VersionId"], hashlib.sha256(data).hexdigest())


def get(key: str, version_id: str) -> bytes:
    """The bytes of one version."""
    found = s3().get_object(Bucket=environment().records_bucket, Key=key, VersionId=version_id)
    return found["Body"].read()
