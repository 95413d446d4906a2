"""Keyed hashes (HMAC-SHA-256) under the service's pepper, and codes derived from them."""

import hashlib
import hmac
from functools import cache
from typing import Final

from functions.platform.aws import secret
from functions.platform.environment import environment

CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES: Final = str.maketrans("OIL", "011")


@cache
def _pepper() -> bytes:
    return secret(environment().pepper_secret_id).encode()


def keyed_hash(purpose: str, *parts: str) -> str:
    """A hex digest of the parts that only this service can make, different for each purpose."""
    return _digest(purpose, parts).hex()


def code(length: int, purpose: str, *parts: str) -> str:
    """A code of `length` Crockford base32 signs, always the same for the same parts."""
    number = int.from_bytes(_digest(purpose, parts))
    return "".join(CROCKFORD[number >> 5 * place & 31] for place in range(length))


def _digest(purpose: str, parts: tuple[str, ...]) -> bytes:
    # Lengths go in too, so that ("ab", "c") and ("a", "bc") differ.
    message = "".join(f"{len(part)}:{part}" for part in (purpose, *parts))
    return hmac.digest(_pepper(), message.encode(), hashlib.sha256)


def read_code(text: str) -> str:
    """A code as it was made, from what a person typed: case, dashes, and O for 0 do not matter."""
    return text.upper().replace("-", "").replace(" ", "").translate(_LOOKALIKES)
