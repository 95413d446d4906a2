"""Who is paid where it is not the insured herself (收款人): a case for the desk, never a refusal.

第十四条 asks for her own card. Who else may be paid it does not say: the insurer decides.
"""

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from shared_rules.findings import Finding

Payee = Literal["insured", "heir", "guardian", "relative"]
"""Herself; who inherits or was named, where she died; her guardian; a relative whom she asked."""

MESSAGES: Final[Mapping[Payee, str]] = {
    "heir": "payee.heir",
    "guardian": "payee.guardian",
    "relative": "payee.relative",
}
"""The codes of what is said of everybody but herself."""


def judge(payee: Payee, kinship: str | None, *, is_her_name: bool) -> Iterator[Finding]:
    """What is remarkable about who is paid, and wrong where nobody says who that is to her.

    Args:
        payee: who it is said to be.
        kinship: what the payee is to her; None where nothing was said.
        is_her_name: whether the account is in the name of the insured.
    """
    if payee == "insured":
        if not is_her_name:
            yield Finding.of("bank.not_her_own", field="bank.account_holder")
        return
    yield Finding.of(MESSAGES[payee], field="bank.payee")
    if kinship is None:
        yield Finding.of("payee.kinship", field="bank.kinship")
    if is_her_name:
        yield Finding.of("payee.same_name", field="bank.account_holder")
