"""What the functions have stored in this process's emulator: emptied, remembered, put back.

Past the emulator's routes: through them, emptying takes longer than many a test.
"""

import os
import pickle
from collections.abc import Iterable
from itertools import chain
from typing import Any, NamedTuple

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.table import Table
from moto.s3.models import FakeBucket, FakeDeleteMarker, FakeKey, s3_backends

from functions.local.emulator import REGION

_BUCKETS = ("UPLOADS_BUCKET", "RECORDS_BUCKET")


class Stored(NamedTuple):
    """All items and objects of one moment."""

    pickled: bytes

    def put_back(self) -> None:
        """Have these stored, and nothing else."""
        empty()
        items, objects = pickle.loads(self.pickled)  # noqa: S301
        table().items.update(items)
        for name, versions in objects.items():
            for key, kept in versions.items():
                dict.__setitem__(_bucket(name).keys, key, kept)


def stored() -> Stored:
    """What is stored now."""
    objects = {name: dict(_bucket(name).keys) for name in _BUCKETS}
    return Stored(pickle.dumps((dict(table().items), objects)))


def empty() -> None:
    """Remove every item, and every object with its versions."""
    table().items.clear()
    for name in _BUCKETS:
        keys: dict[str, Iterable[FakeKey | FakeDeleteMarker]] = _bucket(name).keys
        for version in chain.from_iterable(dict.values(keys)):
            if isinstance(version, FakeKey):
                version.dispose()
        keys.clear()


def table() -> Table:
    """The emulator's own table."""
    return dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION].tables[os.environ["TABLE_NAME"]]


def _bucket(name: str) -> FakeBucket:
    buckets: Any = s3_backends[DEFAULT_ACCOUNT_ID]["aws-cn"].buckets
    found: FakeBucket = buckets[os.environ[name]]
    return found
