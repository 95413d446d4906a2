"""Who may see a record: whoever has its receipt and the access code that was shown once."""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Final, Protocol, TypeVar

from functions.platform import rate_limits
from functions.platform.keyed_hash import is_among, keyed_hash, keyed_hashes
from functions.platform.problems import Problem
from functions.records import receipts
from functions.records.receipts import Kind
from shared_rules import crockford

_PURPOSE: Final = "access-hash"


class Guarded(Protocol):
    """A record that keeps the hash of its access code."""

    @property
    def access_hash(self) -> str:
        """As `access_hash` makes it."""
        ...


Found = TypeVar("Found", bound=Guarded)


def access_hash(receipt: str, access_code: str) -> str:
    """What is stored of a receipt's access code."""
    return keyed_hash(_PURPOSE, receipt, crockford.read(access_code))


def opens(receipt: str, access_code: str, hash_of_code: str) -> bool:
    """Whether a code, as it was typed, is the one of which the hash is stored."""
    return is_among(hash_of_code, keyed_hashes(_PURPOSE, receipt, crockford.read(access_code)))


def authorised(
    kind: Kind,
    receipt_text: str,
    access_code: str,
    now: datetime,
    find: Callable[[str], Found | None],
) -> Found:
    """The record, for whoever has its code, however often others were wrong.

    Args:
        kind: of the receipt.
        receipt_text: as it was typed.
        access_code: as it was typed.
        now: for the count of wrong codes.
        find: gives the record of a receipt.

    Raises:
        Problem: receipt and code do not belong together, or too many wrong codes were tried.
    """
    receipt = receipts.read(receipt_text, kind)
    if receipt is None:
        raise Problem(HTTPStatus.UNAUTHORIZED, "access.denied")
    found = find(receipt)
    # An unknown receipt takes the same way as a wrong code, so that nobody can tell them apart.
    expected = found.access_hash if found else ""
    if not opens(receipt, access_code, expected) or found is None:
        rate_limits.take(rate_limits.WRONG_CODES, receipt, now)
        raise Problem(HTTPStatus.UNAUTHORIZED, "access.denied")
    return found
