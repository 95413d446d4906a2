"""The papers of claims and rosters as they are kept: items in the table, and bytes in S3.

They are in quarantine until the worker has looked at them.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from functions.platform import objects, table
from functions.records import kept, kept_papers, uploads
from functions.records.brought_file import Upload
from functions.records.kept_papers import KeptPaper

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

Paper = TypeVar("Paper", bound=KeptPaper)


class Brought(NamedTuple, Generic[Paper]):
    """A paper that comes with a record, and the upload that brings it."""

    paper: Paper
    upload: Upload


def bring(receipt: str, brought: Iterable[Brought[Paper]]) -> "dict[str, TransactWriteItemTypeDef]":
    """The parts of a transaction that keep papers with their record and take their uploads."""
    parts = {}
    for number, (paper, upload) in enumerate(brought):
        parts[f"document.{number}"] = put_new(receipt, paper)
        parts[f"upload.{number}"] = uploads.use(upload.upload_id, receipt)
    return parts


def put_new(receipt: str, document: KeptPaper) -> "TransactWriteItemTypeDef":
    """The part of a transaction that keeps a paper with its record."""
    return table.put_new(_item(receipt, document))


def put_in_quarantine(upload: Upload, receipt: str, document_id: str) -> str:
    """Keep a paper's bytes where nobody opens them; the key of the object.

    Raises:
        RuleError: `upload.unknown`, nothing was sent.
    """
    return uploads.copy_to_records(upload, kept_papers.quarantine_place(receipt, document_id))


def of_batch(receipt: str, batch: int, kind: type[Paper]) -> list[Paper]:
    """The papers that came together: with a version of a claim, or with an event of a roster."""
    first, last = kept_papers.keys_of_batch(receipt, batch)
    return [kept.read(kind, item) for item in table.between(first, last)]


def from_quarantine(document: KeptPaper) -> bytes:
    """A paper's bytes as they came."""
    return objects.get(document.quarantine_object)


def put_clean(receipt: str, document_id: str, data: bytes, media_type: str) -> str:
    """Keep what may be opened of a paper; the key of the object."""
    return objects.put(kept_papers.clean_place(receipt, document_id), data, media_type)


def put_thumbnail(receipt: str, document_id: str, data: bytes) -> str:
    """Keep the thumbnail of a picture, a JPEG; the key of the object."""
    return objects.put(kept_papers.thumbnail_place(receipt, document_id), data, "image/jpeg")


def clean_bytes(clean_object: str) -> bytes:
    """What may be opened of a paper."""
    return objects.get(clean_object)


def leave_quarantine(document: KeptPaper) -> None:
    """Take a paper out of quarantine, once what may be opened of it is kept."""
    objects.remove(document.quarantine_object)


def put_state(receipt: str, document: KeptPaper) -> None:
    """Keep what was found of a paper; never over a state that is final."""
    table.put_if(
        "#state IN (:received, :scanning)",
        _item(receipt, document),
        {":received": "received", ":scanning": "scanning"},
        {"#state": "state"},
    )


def _item(receipt: str, document: KeptPaper) -> dict[str, Any]:
    return kept.to_item(kept_papers.key_of(receipt, document.document_id), document)
