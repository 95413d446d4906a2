"""Example rows (示例行) left in a list: told, and nobody who could be insured."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from shared_rules import patterns, yaml_file
from shared_rules.findings import Finding
from shared_rules.identity.writing import bare
from shared_rules.roster.form.rows import Entry, Insured, Values
from shared_rules.roster.sheets import Cell

_SAMPLE: Final = Path(__file__).with_name("example_people.yaml")
_LONGEST: Final = 40
_WORD: Final = "例"
_EXPLAINS: Final = patterns.later("说明|示例|样例|范例|样表|须知")
_SAYS_EXAMPLE: Final = patterns.later(
    r"[(\[【<*※]*(?:填写|填表|填报)?(?:(?:示|样|范|举)例(?:行|数据|人员)?|例(?:子|如)?)[0-9]{0,2}[)\]】>]*(?::.*)?"
)


@cache
def people() -> tuple[Values, ...]:
    """The people of the sample that pages offer; nobody who exists."""
    return tuple(Values(**each) for each in yaml_file.read(_SAMPLE)["people"])


def says_example(cells: Iterable[Cell]) -> bool:
    """Whether a cell of a row says that the row is an example.

    >>> says_example(["示例", "王芳"]), says_example([1, "例：王芳"]), says_example([1, "王例"])
    (True, True, False)
    """
    said = [cell for cell in cells if cell.__class__ is str and _WORD in cell]
    return bool(said) and any(
        len(cell) <= _LONGEST and _SAYS_EXAMPLE.fullmatch(bare(cell)) is not None for cell in said
    )


def explains(sheet: str | None) -> bool:
    """Whether a sheet's name says that it explains how a list is filled in."""
    return sheet is not None and _EXPLAINS.search(sheet) is not None


def tell(judged: Sequence[tuple[Entry, Insured, list[Finding]]]) -> None:
    """Put what is to be said of the sample's people among the findings of their rows.

    A list of nobody else is one to try the page with: then it is only to be confirmed.
    """
    numbers = _numbers()
    found = [findings for _, insured, findings in judged if insured.id_number in numbers]
    code = "roster.only_examples" if len(found) == len(judged) else "roster.example_person"
    for findings in found:
        findings.append(Finding.of(code, field="id_number"))


@cache
def _numbers() -> frozenset[str]:
    return frozenset(each.id_number for each in people())
