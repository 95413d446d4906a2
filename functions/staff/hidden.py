"""What stands in the place of what somebody may not see."""

from typing import Final

HIDDEN: Final = "（已遮住）"


def name(text: str) -> str:
    """The surname's first sign.

    >>> name("王芳"), name("阿依古丽·买买提"), name("")
    ('王*', '阿*', '')
    """
    return f"{text[0]}*" if text else ""
