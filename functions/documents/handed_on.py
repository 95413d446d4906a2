"""A file that is handed on as it came (保险单、发票): looked at strictly, and never cleaned.

There may be a signature in it, which cleaning would break.
"""

from typing import Final

from functions.documents import ofd, pdf
from functions.documents.kinds import kind_of
from shared_rules.findings import RuleError
from shared_rules.policy_papers import PaperFormat

_REFUSED: Final = {
    "document.empty": "policy_paper.empty",
    "document.password": "policy_paper.password",
    "document.damaged": "policy_paper.damaged",
    "document.archive": "policy_paper.not_ofd",
    "document.other_picture": "policy_paper.picture",
    "document.video": "policy_paper.other",
    "document.html": "policy_paper.other",
    "document.office": "policy_paper.other",
    "document.not_a_paper": "policy_paper.other",
}


def format_of(data: bytes) -> PaperFormat:
    """What the file is.

    Raises:
        RuleError: `policy_paper.…`: why it cannot be handed on.
    """
    try:
        kind = kind_of(data)
    except RuleError as error:
        if error.code == "document.ofd":
            ofd.check(data)
            return "ofd"
        raise RuleError(_REFUSED[error.code]) from error
    if kind != "pdf":
        raise RuleError("policy_paper.picture")
    _check_pdf(data)
    return "pdf"


def _check_pdf(data: bytes) -> None:
    try:
        opened = pdf.inspect_whole(data)
    except RuleError as error:
        raise RuleError(_REFUSED[error.code]) from error
    if opened.findings:
        raise RuleError("policy_paper.active")
