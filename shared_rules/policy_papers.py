"""The policy (保险单) and the invoice (发票) that a unit is handed for its list (第十三条)."""

from collections.abc import Mapping
from typing import Final, Literal

from shared_rules.findings import RuleError
from shared_rules.roster.limits import MIB

PaperKind = Literal["policy", "invoice"]
PaperFormat = Literal["pdf", "ofd"]

FORMATS: Final[Mapping[PaperKind, tuple[PaperFormat, ...]]] = {
    "policy": ("pdf",),
    "invoice": ("pdf", "ofd"),
}
"""What each may be: invoices come as OFD (GB/T 33190), too."""

MAX_BYTES: Final = 10 * MIB


def check(kind: PaperKind, format_: PaperFormat) -> None:
    """Pass if such a paper may be of this format.

    Raises:
        RuleError: `policy_paper.policy_is_pdf`.
    """
    if format_ not in FORMATS[kind]:
        raise RuleError("policy_paper.policy_is_pdf")
