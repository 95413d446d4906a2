"""Submissions: once for each idempotency key, with receipt and access code derived from it.

The same key gives the same receipt and code, also when the first try died half-way. A key is kept
as a keyed hash under `IDEMPOTENCY#<hash>`, with the receipt that it was given, for `LIFETIME`.
"""

import hmac
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, NamedTuple, Self, TypeVar

from aws_lambda_powertools import Logger
from pydantic import BaseModel

from functions.platform import metrics, table
from functions.platform.keyed_hash import code, keyed_hash, keys
from functions.platform.metrics import measured
from functions.platform.problems import Problem
from functions.records import receipts
from functions.records.access import access_hash, opens
from functions.records.receipts import Kind
from shared_rules.findings import Finding

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

LIFETIME: Final = timedelta(days=30)
CODE_LENGTH: Final = 10
_ATTEMPTS: Final = 5
_MEASURED_AS: Final[dict[Kind, metrics.Kind]] = {"AK": "list", "LP": "claim"}
_IDEMPOTENCY_KEY: Final = re.compile(r"[A-Za-z0-9-]{16,64}")
Kept = TypeVar("Kept")
logger = Logger()


class SubmissionKey(NamedTuple):
    """An idempotency key and all that is derived from it; the key itself is never stored."""

    hash: str
    fingerprint: str
    access_code: str

    @classmethod
    def of(cls, idempotency_key: str, request: BaseModel) -> Self:
        """All that a submission's key gives: as it did when it was given its receipt.

        Raises:
            Problem: it is missing, too short to be unique, or too long.
        """
        every = [cls._under(each, idempotency_key, request) for each in keys()]
        if len(every) == 1:
            return every[0]
        return next((each for each in every if table.get(_item_key(each.hash))), every[0])

    @classmethod
    def _under(cls, key: int, idempotency_key: str, request: BaseModel) -> Self:
        return cls(
            keyed_hash("idempotency-key", idempotency_key, key=key),
            fingerprint_of(request, key=key),
            code_of(idempotency_key, key=key),
        )


def code_of(idempotency_key: str, *about: str, key: int | None = None) -> str:
    """The access code that a key gives, the same for the same key and what it is about.

    Args:
        idempotency_key: the request's.
        about: what the code is for, where the key alone does not say so.
        key: of the service, with which it is made.

    Raises:
        Problem: the key is missing, too short to be unique, or too long.
    """
    if not _IDEMPOTENCY_KEY.fullmatch(idempotency_key):
        raise Problem(HTTPStatus.BAD_REQUEST, "request.idempotency_key")
    signs = code(CODE_LENGTH, "access-code", idempotency_key, *about, key=key)
    half = CODE_LENGTH // 2
    return f"{signs[:half]}-{signs[half:]}"


def fingerprint_of(request: BaseModel | None, *about: str, key: int | None = None) -> str:
    """By which the same request is known when it comes again.

    Args:
        request: its body, where it has one.
        about: what is asked for, where the body alone does not say so.
        key: of the service, with which it is made.
    """
    # Without what is not said, so that a field added later leaves older fingerprints as they are.
    said = request.model_dump_json(exclude_defaults=True) if request else ""
    # Keyed: what is asked for may be somebody's number, or her words.
    return keyed_hash("request", *about, said, key=key)


def answered(key: SubmissionKey) -> str | None:
    """The receipt that this key was given before, if it was.

    Raises:
        Problem: for another request.
    """
    item = table.get(_item_key(key.hash))
    if item is None:
        return None
    if not hmac.compare_digest(item["fingerprint"], key.fingerprint):
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "request.idempotency_conflict")
    return str(item["receipt"])


def refuse_replaced(receipt: str, hash_of_code: str, key: SubmissionKey) -> None:
    """Refuse to tell a code again that was replaced by another one (更换查询码): it opens nothing.

    Args:
        receipt: that the key was given.
        hash_of_code: of the code that opens it now.
        key: of the repetition.

    Raises:
        Problem: 409, with the receipt.
    """
    if not opens(receipt, key.access_code, hash_of_code):
        raise Problem(HTTPStatus.CONFLICT, "access.code_replaced", params={"receipt": receipt})


def remember(key: SubmissionKey, receipt: str, now: datetime) -> "TransactWriteItemTypeDef":
    """The part of a transaction that gives the receipt to the key, and fails if it has one."""
    return table.put_new(
        {
            **_item_key(key.hash),
            "receipt": receipt,
            "fingerprint": key.fingerprint,
            "expires_at": int((now + LIFETIME).timestamp()),
        }
    )


def keep(
    kind: Kind,
    key: SubmissionKey,
    now: datetime,
    save: Callable[[str, str], Kept],
    read: Callable[[str], Kept],
) -> Kept:
    """Save under a free receipt, or read what the same key has saved meanwhile.

    Args:
        kind: of the receipt.
        key: from which receipt and access code come.
        now: for the receipt's year.
        save: gets receipt and hash of the access code; may raise `Taken`.
        read: gets the receipt of what is kept already.

    Raises:
        Problem: an upload was used by another submission meanwhile.
    """
    for attempt in range(_ATTEMPTS):
        receipt = receipts.make(kind, now.year, key.hash, str(attempt))
        try:
            saved = save(receipt, access_hash(receipt, key.access_code))
        except table.Taken as taken:
            if earlier := answered(key):
                return read(earlier)
            if any(part.startswith("upload") for part in taken.what):
                raise upload_used() from taken
        else:
            logger.info("kept", **measured({"Submissions": 1}, _MEASURED_AS[kind]))
            return saved
    raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "request.busy")


def upload_used(field: str = "upload_id") -> Problem:
    """The refusal of an upload that was submitted before."""
    finding = Finding.of("upload.used", field=field)
    return Problem(HTTPStatus.CONFLICT, finding.code, [finding])


def _item_key(key_hash: str) -> dict[str, str]:
    return {"pk": f"IDEMPOTENCY#{key_hash}", "sk": "IDEMPOTENCY"}
