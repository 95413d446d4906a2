"""Who may see a roster: whoever has the access code that its submission was answered with."""

import hmac
import re
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Final, Self

from functions.common import rate_limits, receipts
from functions.common.keyed_hash import code, keyed_hash, read_code
from functions.common.problems import Problem
from functions.rosters import store
from functions.rosters.models import Event, Roster, SubmitRequest

CODE_LENGTH: Final = 10
_IDEMPOTENCY_KEY: Final = re.compile(r"[A-Za-z0-9-]{16,64}")


@dataclass(frozen=True, slots=True)
class SubmissionKey:
    """An idempotency key and all that is derived from it; the key itself is never stored."""

    hash: str
    fingerprint: str
    access_code: str

    @classmethod
    def of(cls, idempotency_key: str, request: SubmitRequest) -> Self:
        """All that a submission's key gives.

        Raises:
            Problem: it is missing, too short to be unique, or too long.
        """
        if not _IDEMPOTENCY_KEY.fullmatch(idempotency_key):
            raise Problem(HTTPStatus.BAD_REQUEST, "request.idempotency_key")
        signs = code(CODE_LENGTH, "access-code", idempotency_key)
        half = CODE_LENGTH // 2
        return cls(
            keyed_hash("idempotency-key", idempotency_key),
            fingerprint_of(request),
            f"{signs[:half]}-{signs[half:]}",
        )


def fingerprint_of(request: SubmitRequest) -> str:
    """By which the same request is known when it comes again."""
    # Without what is not said, so that a field added later leaves older fingerprints as they are.
    return keyed_hash("request", request.model_dump_json(exclude_defaults=True))


def access_hash(receipt: str, access_code: str) -> str:
    """What is stored of a receipt's access code."""
    return keyed_hash("access-hash", receipt, read_code(access_code))


def authorised(receipt_text: str, access_code: str, now: datetime) -> tuple[Roster, list[Event]]:
    """The roster and its events, for whoever has its code.

    Raises:
        Problem: receipt and code do not belong together, or too many wrong codes were tried.
    """
    receipt = receipts.read(receipt_text)
    if receipt is None:
        raise Problem(HTTPStatus.UNAUTHORIZED, "access.denied")
    rate_limits.take(rate_limits.WRONG_CODES, receipt, now)
    found = store.find(receipt)
    # An unknown receipt takes the same way as a wrong code, so that nobody can tell them apart.
    expected = found[0].access_hash if found else ""
    if not hmac.compare_digest(access_hash(receipt, access_code), expected) or found is None:
        raise Problem(HTTPStatus.UNAUTHORIZED, "access.denied")
    rate_limits.give_back(rate_limits.WRONG_CODES, receipt, now)
    return found
