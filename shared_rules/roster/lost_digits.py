"""ID numbers whose last digits a program has lost, however they come.

A spreadsheet keeps 15 digits of a number: the last three become 000. What keeps numbers as
floating point (scripts, exports by way of JSON) leaves the next value that it can hold. As text,
such a number looks whole, and one in eleven still passes the check character: as somebody else's.
`docs/decisions/0018-lost-digits.md` says how they are told from honest ones.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from shared_rules.findings import Finding
from shared_rules.identity import id_number
from shared_rules.roster.form.rows import Entry, Insured
from shared_rules.roster.sheets import DIGITS_OF_A_NUMBER

Judged = tuple[Entry, Insured, list[Finding]]

_END: Final = "0" * (id_number.LENGTH - DIGITS_OF_A_NUMBER)

# Of a woman's number: an even digit is 0, one digit is 0, and the check character is 0.
_HONEST_END: Final = 1 / (5 * 10 * 11)
# Doubles of this size lie 64 or 128 apart, and fewer than these are written like one.
_HONEST_DOUBLE: Final = 1 / 32
_UNLIKELY: Final = 0.01
_SEVERAL: Final = 2
_MANY: Final = 3


def tell(judged: Sequence[Judged]) -> None:
    """Put what is to be said of lost digits among the findings of the rows of a list.

    A number that fails its check is told to have lost digits where it looks so; one that passes is
    asked about by itself, where others of its list show that digits were lost.
    """
    told = [each for each in judged if each[2]]
    is_long = any(_has("id_number.lost_digits", each) for each in told)
    failed = [each for each in told if _has("id_number.check_character", each)]
    cut = [each for each in failed if _number(each).endswith(_END)]
    doubles = _doubles(failed)
    for _, _, findings in (*cut, *doubles):
        findings[:] = [_lost(finding) for finding in findings]
    passed = [each for each in judged if each[1].id_number]
    for _, _, findings in _suspects(passed, is_cut=is_long or bool(cut), is_double=bool(doubles)):
        findings.append(Finding.of("id_number.perhaps_lost_digits", field="id_number"))


def _suspects(passed: Sequence[Judged], *, is_cut: bool, is_double: bool) -> Iterator[Judged]:
    ending = [each for each in passed if each[1].id_number.endswith(_END)]
    too_many = len(ending) >= _SEVERAL and _chance(len(passed), len(ending), _HONEST_END)
    if is_cut or (too_many and too_many < _UNLIKELY):
        yield from ending
    if is_double:
        yield from (
            each
            for each in passed
            if _is_double(each[1].id_number) and not each[1].id_number.endswith(_END)
        )


def _doubles(failed: Sequence[Judged]) -> list[Judged]:
    """Those that fail and can be floating-point numbers, if too many of them can."""
    found = [each for each in failed if _is_double(_number(each))]
    if len(found) < _MANY or _chance(len(failed), len(found), _HONEST_DOUBLE) >= _UNLIKELY:
        return []
    return [each for each in found if not _number(each).endswith(_END)]


def _is_double(number: str) -> bool:
    """Whether a number is what a double holds, or what programs write for one."""
    if not number.isdigit():
        return False
    held = float(number)
    shortest = repr(held).split("e")[0].replace(".", "").ljust(id_number.LENGTH, "0")
    return number in (str(int(held)), shortest)


def _has(code: str, judged: Judged) -> bool:
    """Whether judging has told so of a row."""
    return any(each.code == code for each in judged[2])


def _number(judged: Judged) -> str:
    cell = judged[0].id_number
    return id_number.compact(cell) if isinstance(cell, str) else ""


def _lost(finding: Finding) -> Finding:
    if finding.code != "id_number.check_character":
        return finding
    return Finding.of("id_number.lost_digits", field="id_number")


def _chance(total: int, found: int, each: float) -> float:
    """How likely it is that at least so many of all are so by chance."""
    term = (1 - each) ** total
    below = 0.0
    for count in range(found):
        below += term
        term *= (total - count) / (count + 1) * each / (1 - each)
    return max(0.0, 1 - below)
