"""What the functions have stored in this process's emulator: emptied, remembered, put back.

Past the emulator's routes: through them, emptying takes longer than many a test.
"""

import os
import pickle
from collections.abc import Iterable
from hashlib import sha256
from itertools import chain
from typing import Any, NamedTuple

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.table import Table
from moto.s3.models import FakeBucket, FakeDeleteMarker, FakeKey, s3_backends

from functions.local.emulator import REGION
from tests import second_engine

_BUCKETS = ("UPLOADS_BUCKET", "RECORDS_BUCKET")


class Stored(NamedTuple):
    """All items and objects of one moment."""

    pickled: bytes

    def put_back(self) -> None:
        """Have these stored, and nothing else."""
        empty()
        items, objects = pickle.loads(self.pickled)  # noqa: S301
        if second_engine.IS_CHOSEN:
            second_engine.put(items)
        else:
            _table().items.update(items)
        for name, versions in objects.items():
            for key, kept in versions.items():
                dict.__setitem__(_bucket(name).keys, key, kept)


def stored() -> Stored:
    """What is stored now."""
    objects = {name: dict(_bucket(name).keys) for name in _BUCKETS}
    items = second_engine.items() if second_engine.IS_CHOSEN else dict(_table().items)
    return Stored(pickle.dumps((items, objects)))


def digest() -> str:
    """Tells apart what is stored, of the emulator's own table."""
    partitions = dict.values(_table().items)
    items = [item.to_json() for partition in partitions for item in partition.values()]
    objects = [
        (name, key, [(each.version_id, str(each.last_modified)) for each in versions])
        for name in _BUCKETS
        for key, versions in dict.items(_bucket(name).keys)
    ]
    return sha256(repr((items, objects)).encode()).hexdigest()


def empty() -> None:
    """Remove every item, and every object with its versions."""
    forget("")
    for name in _BUCKETS:
        keys: dict[str, Iterable[FakeKey | FakeDeleteMarker]] = _bucket(name).keys
        for version in chain.from_iterable(dict.values(keys)):
            if isinstance(version, FakeKey):
                version.dispose()
        keys.clear()


def forget(beginning: str) -> None:
    """Remove every item whose partition begins so.

    In the emulator past its scan, which takes a second where a browser's tests have left some
    thousand items, and is asked for before each of them.
    """
    if second_engine.IS_CHOSEN:
        second_engine.forget(beginning)
        return
    kept = _table().items
    for key in [key for key in kept if key.value.startswith(beginning)]:
        del kept[key]


def partitions(beginning: str) -> list[str]:
    """The partitions that begin so."""
    if second_engine.IS_CHOSEN:
        kept = {item["pk"]["S"] for item in second_engine.items()}
    else:
        kept = {key.value for key in _table().items}
    return sorted(key for key in kept if key.startswith(beginning))


def _table() -> Table:
    """The emulator's own table."""
    return dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION].tables[os.environ["TABLE_NAME"]]


def _bucket(name: str) -> FakeBucket:
    buckets: Any = s3_backends[DEFAULT_ACCOUNT_ID]["aws-cn"].buckets
    found: FakeBucket = buckets[os.environ[name]]
    return found
