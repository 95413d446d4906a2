"""What people call the kinds of papers (第十四条), from content/data/papers.yaml."""

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from functions.claims.models import MissingPaper, PayeePapers
from functions.records.areas import DATA
from functions.records.claims.models import BankAccount
from shared_rules import yaml_file
from shared_rules.claim import papers


@cache
def _listed() -> dict[str, Any]:
    listed: dict[str, Any] = yaml_file.read(DATA / "papers.yaml")
    return listed


@cache
def by_kind() -> dict[str, MissingPaper]:
    """Each kind with its name and how to get it, in the order of the article."""
    return {
        each["kind"]: MissingPaper(kind=each["kind"], name=each["name"], hint=each["hint"])
        for each in (*_listed()["papers"], _listed()["payee"])
    }


def of(kinds: Iterable[str]) -> list[MissingPaper]:
    """These kinds, with name and how to get them."""
    return [by_kind()[kind] for kind in kinds]


def missing(brought: Iterable[str], *, in_hospital: bool) -> list[MissingPaper]:
    """The kinds that are still needed."""
    return of(papers.missing(brought, in_hospital=in_hospital))


def of_payee(account: BankAccount | None, brought: Collection[str]) -> PayeePapers | None:
    """What else to bring where somebody else is paid than the insured."""
    if account is None or account.payee == "insured":
        return None
    [found] = [each for each in _listed()["payees"] if each["payee"] == account.payee]
    return PayeePapers(
        payee=account.payee,
        name=found["name"],
        papers=found["papers"],
        is_brought=papers.OF_A_PAYEE in brought,
    )
