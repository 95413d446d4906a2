"""Where table and records bucket have a record: its items, and the folder of a version.

Of which kind it is, a roster, a claim, an old policy, an import of such or a unit, its receipt
says.
"""

from typing import Final

from functions.records.receipts import kind_of

_PARTITIONS: Final = {
    "AK": "ROSTER#",
    "LP": "CLAIM#",
    "BL": "OLD_POLICY#",
    "DR": "IMPORT#",
    "DW": "UNIT#",
}
_FOLDERS: Final = {"AK": "rosters", "LP": "claims", "DR": "imports"}


def item_key(receipt: str, sort: str) -> dict[str, str]:
    """The key of one of a record's items."""
    return {"pk": partition_of(receipt), "sk": sort}


def partition_of(receipt: str) -> str:
    """The partition of all of a record's items."""
    return _PARTITIONS[kind_of(receipt)] + receipt


def read_partition(partition: str) -> str:
    """The receipt whose items lie in this partition.

    Raises:
        ValueError: it holds something else.
    """
    for prefix in _PARTITIONS.values():
        if partition.startswith(prefix):
            return partition.removeprefix(prefix)
    raise ValueError("not the partition of a record")


def version_sort(number: int) -> str:
    """The sort key under which a version is kept once another one has taken its place."""
    return f"VERSION#{number:06d}"


def has_objects(receipt: str) -> bool:
    """Whether a record of this kind has objects of its own."""
    return kind_of(receipt) in _FOLDERS


def folder_of(receipt: str) -> str:
    """The folder of a record in the records bucket."""
    return f"{_FOLDERS[kind_of(receipt)]}/{receipt}"


def quarantine_of(receipt: str) -> str:
    """Below which a record's files are in the records bucket until they were looked at."""
    return f"quarantine/{receipt}/"


def folder(receipt: str, number: int) -> str:
    """The folder of a version in the records bucket."""
    return f"{folder_of(receipt)}/v{number}"
