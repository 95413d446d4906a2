"""Uploads that a request brings as papers: found, not used before, and put into quarantine.

`field` is where the id of an upload stands in the request, with `{}` for its number from 0.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from functions.platform.problems import of_rule
from functions.records import kept_papers, paper_store, submissions, uploads
from functions.records.brought_file import Upload
from shared_rules.findings import RuleError


class InQuarantine(NamedTuple):
    """A paper whose bytes lie in quarantine under the key `place`, and the upload that brought it.

    Its record does not name it yet.
    """

    document_id: str
    place: str
    upload: Upload


def uploads_of(upload_ids: Iterable[str], field: str, now: datetime) -> list[Upload]:
    """The upload of each paper.

    Raises:
        Problem: one is not there, or is named twice.
    """
    found: list[Upload] = []
    for number, upload_id in enumerate(upload_ids):
        try:
            upload = uploads.find(upload_id, "claim-document", now)
        except RuleError as error:
            raise of_rule(error, field.format(number)) from error
        if upload.upload_id in {each.upload_id for each in found}:
            raise submissions.upload_used(field.format(number))
        found.append(upload)
    return found


def refuse_used(found: Iterable[Upload], field: str) -> None:
    """Refuse the first one that was submitted before.

    Raises:
        Problem: one was.
    """
    for number, upload in enumerate(found):
        if upload.used_by:
            raise submissions.upload_used(field.format(number))


def put(found: Sequence[Upload], receipt: str, batch: int, field: str) -> Iterator[InQuarantine]:
    """The papers of a batch of a record, each once its bytes were written to S3.

    Raises:
        Problem: the bytes of one never arrived.
    """
    for number, upload in enumerate(found):
        document_id = kept_papers.document_id(batch, number + 1)
        try:
            place = paper_store.put_in_quarantine(upload, receipt, document_id)
        except RuleError as error:
            raise of_rule(error, field.format(number)) from error
        yield InQuarantine(document_id, place, upload)
