"""OFD (GB/T 33190), as electronic invoices come: whether a zip is one."""

import re
from typing import Final

from shared_rules.findings import RuleError
from shared_rules.roster.reading import archive

_ENTRANCE: Final = "OFD.xml"
_ROOT: Final = re.compile(rb"\s*(?:<\?xml[^>]*\?>|<!--.*?-->|\s)*<(?:\w+:)?OFD[\s>]", re.DOTALL)
# An invoice has its data with it, as XML; what a computer would run is no such thing.
_PROGRAM: Final = re.compile(
    r"(?i)\.(?:exe|com|scr|bat|cmd|msi|ps1|vbs|jse?|wsf|hta|lnk|jar|html?)\Z"
)


def check(data: bytes) -> None:
    """Pass if it is an OFD that holds nothing but paper and data.

    Raises:
        RuleError: `policy_paper.password`, `policy_paper.active`, `policy_paper.not_ofd`.
    """
    try:
        parts = archive.unpack(data)
        entrance = parts.get(_ENTRANCE, b"")
    except RuleError as error:
        is_locked = error.code == "file.password"
        code = "policy_paper.password" if is_locked else "policy_paper.not_ofd"
        raise RuleError(code) from error
    if not _ROOT.match(entrance.removeprefix(b"\xef\xbb\xbf")):
        raise RuleError("policy_paper.not_ofd")
    if any(map(_PROGRAM.search, parts)):
        raise RuleError("policy_paper.active")
