"""An e-mail address (电子邮箱), as far as a computer can tell that it is one.

>>> parse(" Zhao.Min＠example.cn "), parse("")
('Zhao.Min@example.cn', '')
"""

import re
from email.headerregistry import Address
from typing import Final

from shared_rules.findings import RuleError
from shared_rules.identity.writing import bare

MAX_LENGTH: Final = 254  # RFC 5321
_MAX_LOCAL: Final = 64
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN: Final = re.compile(rf"(?:{_LABEL}\.)+[a-z]{{2,63}}", re.IGNORECASE)


def parse(text: str) -> str:
    """The address without spaces and in plain characters; nothing where there is none.

    Raises:
        RuleError: `email.form`, it is none to which mail could go.
    """
    plain = bare(text)
    if not plain:
        return ""
    if not plain.isascii() or len(plain) > MAX_LENGTH or '"' in plain:
        raise RuleError("email.form")
    try:
        address = Address(addr_spec=plain)
    except (ValueError, IndexError):
        raise RuleError("email.form") from None
    if len(address.username) > _MAX_LOCAL or not _DOMAIN.fullmatch(address.domain):
        raise RuleError("email.form")
    return plain
