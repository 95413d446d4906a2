"""Papers as they are kept with a claim or a roster: an item for each file, and its bytes in S3.

A file lies in quarantine until it was looked at; what may be opened then lies with the record.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal

from pydantic import Field

from functions.records.record_keys import folder_of, item_key, quarantine_of
from shared_rules.findings import Finding
from shared_rules.messages import catalogue
from shared_rules.records import Record

State = Literal["received", "scanning", "accepted", "unscanned", "rejected"]
Shown = State | Literal["superseded"]
"""Superseded: it would have to come again, had not another one come or the claim ended."""

_MESSAGES: Final[Mapping[Shown, str]] = {
    "received": "document_state.received",
    "scanning": "document_state.scanning",
    "accepted": "document_state.accepted",
    "unscanned": "document_state.unscanned",
    "rejected": "document_state.rejected",
    "superseded": "document_state.superseded",
}

SORT: Final = "DOCUMENT#"
_MOST: Final = 99


class KeptPaper(Record):
    """One file; `findings` say why it was rejected, or what to beware of.

    `version` is that of the claim which it came with, or of the roster that it is of.
    `quarantine_object` and `clean_object` are the keys of its bytes in S3: as it came, and as it
    may be opened, once there is one; `thumbnail_object` is that of a picture's thumbnail.
    """

    document_id: str
    version: int
    filename: str
    received_at: datetime
    quarantine_object: str
    state: State = "received"
    media_type: str | None = None
    pages: int | None = None
    clean_object: str | None = None
    thumbnail_object: str | None = None
    findings: list[Finding] = Field(default=[])

    @property
    def batch(self) -> int:
        """With which others it came: see `document_id`."""
        return int(self.document_id.partition("-")[0])

    @property
    def is_in_check(self) -> bool:
        """Whether nobody has said yet what becomes of it."""
        return self.state in ("received", "scanning")


def label(state: Shown) -> str:
    """What people call a paper's state."""
    return catalogue()[_MESSAGES[state]].title


def document_id(batch: int, number: int) -> str:
    """The id of the file that came as `number` of those that came together, both from 1.

    Those of a claim came with a version of it, those of a roster with one of its events.
    """
    return f"{batch:04d}-{number:02d}"


def key_of(receipt: str, document_id: str) -> dict[str, str]:
    """The key of a file's item."""
    return item_key(receipt, SORT + document_id)


def keys_of_batch(receipt: str, batch: int) -> tuple[dict[str, str], str]:
    """The first key and the last sort key of the files that came together."""
    return key_of(receipt, document_id(batch, 0)), SORT + document_id(batch, _MOST)


def quarantine_place(receipt: str, document_id: str) -> str:
    """Below which a file's bytes are in the records bucket until it was looked at."""
    return f"{quarantine_of(receipt)}{document_id}"


def clean_place(receipt: str, document_id: str) -> str:
    """Below which the bytes are that may be opened."""
    return f"{folder_of(receipt)}/documents/{document_id}"


def thumbnail_place(receipt: str, document_id: str) -> str:
    """Below which the thumbnail is of what may be opened."""
    return f"{folder_of(receipt)}/thumbnails/{document_id}"
