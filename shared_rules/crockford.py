"""Crockford's base32 (by Douglas Crockford): codes that people read off paper, and type again."""

from typing import Final

SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES: Final = str.maketrans("OIL", "011")
_GROUP: Final = 4


def code(digest: bytes, length: int) -> str:
    """A code of `length` signs, always the same for the same digest."""
    number = int.from_bytes(digest)
    return "".join(SIGNS[number >> 5 * place & 31] for place in range(length))


def read(text: str) -> str:
    """A code as it was made, from what a person typed: case, dashes, and O for 0 do not matter."""
    return text.upper().replace("-", "").replace(" ", "").translate(_LOOKALIKES)


def grouped(signs: str) -> str:
    """A code as it is printed.

    >>> grouped("7F3K9QXA20MT")
    '7F3K-9QXA-20MT'
    """
    return "-".join(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))
