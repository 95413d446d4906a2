"""The papers of claims as they are kept: their items in the table, and their bytes in S3.

They are in quarantine until the worker has looked at them.
"""

from typing import TYPE_CHECKING, Any

from functions.platform import objects, table
from functions.records import kept, uploads
from functions.records.claims import claim_documents
from functions.records.claims.claim_documents import Document
from functions.records.uploads import Upload

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef


def put_new(receipt: str, document: Document) -> "TransactWriteItemTypeDef":
    """The part of a transaction that keeps a paper with a claim."""
    return table.put_new(_item(receipt, document))


def put_in_quarantine(upload: Upload, receipt: str, document_id: str) -> str:
    """Keep a paper's bytes where nobody opens them; the key of the object.

    Raises:
        RuleError: `upload.unknown`, nothing was sent.
    """
    return uploads.copy_to_records(upload, claim_documents.quarantine_place(receipt, document_id))


def documents_of(receipt: str, version: int) -> list[Document]:
    """The papers that came with one version of a claim."""
    first, last = claim_documents.keys_of_version(receipt, version)
    return [kept.read(Document, item) for item in table.between(first, last)]


def from_quarantine(document: Document) -> bytes:
    """A paper's bytes as they came."""
    return objects.get(document.quarantine_object)


def put_clean(receipt: str, document_id: str, data: bytes, media_type: str) -> str:
    """Keep what may be opened of a paper; the key of the object."""
    return objects.put(claim_documents.clean_place(receipt, document_id), data, media_type)


def put_thumbnail(receipt: str, document_id: str, data: bytes) -> str:
    """Keep the thumbnail of a picture, a JPEG; the key of the object."""
    return objects.put(claim_documents.thumbnail_place(receipt, document_id), data, "image/jpeg")


def clean_bytes(clean_object: str) -> bytes:
    """What may be opened of a paper."""
    return objects.get(clean_object)


def leave_quarantine(document: Document) -> None:
    """Take a paper out of quarantine, once what may be opened of it is kept."""
    objects.remove(document.quarantine_object)


def put_state(receipt: str, document: Document) -> None:
    """Keep what was found of a paper; never over a state that is final."""
    table.put_if(
        "#state IN (:received, :scanning)",
        _item(receipt, document),
        {":received": "received", ":scanning": "scanning"},
        {"#state": "state"},
    )


def _item(receipt: str, document: Document) -> dict[str, Any]:
    return kept.to_item(claim_documents.key_of(receipt, document.document_id), document)
