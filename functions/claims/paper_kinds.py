"""What people call the kinds of papers (第十四条), from content/data/papers.yaml."""

from collections.abc import Iterable
from functools import cache

from functions.claims.models import MissingPaper
from functions.records.areas import DATA
from shared_rules import yaml_file
from shared_rules.claim import papers


@cache
def by_kind() -> dict[str, MissingPaper]:
    """Each kind with its name and how to get it, in the order of the article."""
    listed = yaml_file.read(DATA / "papers.yaml")["papers"]
    return {
        each["kind"]: MissingPaper(kind=each["kind"], name=each["name"], hint=each["hint"])
        for each in listed
    }


def of(kinds: Iterable[str]) -> list[MissingPaper]:
    """These kinds, with name and how to get them."""
    return [by_kind()[kind] for kind in kinds]


def missing(brought: Iterable[str], *, in_hospital: bool) -> list[MissingPaper]:
    """The kinds that are still needed."""
    return of(papers.missing(brought, in_hospital=in_hospital))
