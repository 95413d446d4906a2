"""An e-mail address (电子邮箱), as far as a computer can tell that it is one.

>>> parse(" Zhao.Min＠example.cn "), parse("")
('Zhao.Min@example.cn', '')
"""

import re
from typing import Final

from shared_rules import patterns
from shared_rules.findings import RuleError
from shared_rules.identity.writing import bare

MAX_LENGTH: Final = 254  # RFC 5321
# RFC 5322 without quoted names, which nobody has: 64 signs and an @ at most.
_WORD: Final = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS: Final = patterns.later(
    rf"(?=[^@]{{1,64}}@){_WORD}(?:\.{_WORD})*@(?:{_LABEL}\.)+[a-z]{{2,63}}",
    re.IGNORECASE | re.ASCII,
)


def parse(text: str) -> str:
    """The address without spaces and in plain characters; nothing where there is none.

    Raises:
        RuleError: `email.form`, it is none to which mail could go.
    """
    plain = bare(text)
    if plain and not (len(plain) <= MAX_LENGTH and _ADDRESS.fullmatch(plain)):
        raise RuleError("email.form")
    return plain
