"""Who is paid, where it is not the insured herself, in words: for desk and reporter."""

from functions.records.claims.models import RELATION_MESSAGES, BankAccount
from shared_rules.claim import payees
from shared_rules.messages import catalogue


def said(account: BankAccount) -> str | None:
    """收款人是继承人或指定受益人（子女）; None where she is paid herself."""
    if account.payee == "insured":
        return None
    words = catalogue()
    title = words[payees.MESSAGES[account.payee]].title
    if account.kinship is None:
        return title
    return f"{title}（{words[RELATION_MESSAGES[account.kinship]].title}）"
