"""What stands in the place of what somebody may not see."""

from typing import Final

HIDDEN: Final = "（已遮住）"
_LAST_DIGITS: Final = 4


def name(text: str) -> str:
    """The surname's first sign.

    >>> name("王芳"), name("阿依古丽·买买提"), name("")
    ('王*', '阿*', '')
    """
    return f"{text[0]}*" if text else ""


def phone(text: str) -> str:
    """The last digits of a number.

    >>> phone("13900000123")
    '*******0123'
    """
    return "*" * (len(text) - _LAST_DIGITS) + text[-_LAST_DIGITS:]
