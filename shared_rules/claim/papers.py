"""The papers (理赔申请材料) of a claim: 第十四条 names six kinds.

A seventh says why somebody else is paid than the insured: it is asked for, no clock waits for it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, Literal, get_args

Kind = Literal[
    "policy", "id_card", "diagnosis", "pathology", "bank_card", "hospital_papers", "payee"
]

OF_A_PAYEE: Final[Kind] = "payee"
KINDS: Final[tuple[Kind, ...]] = tuple(kind for kind in get_args(Kind) if kind != OF_A_PAYEE)
OF_A_STAY: Final[Kind] = "hospital_papers"


def needed(*, in_hospital: bool) -> tuple[Kind, ...]:
    """第十四条: the kinds that a claim needs; papers of a stay only where there was one."""
    return tuple(kind for kind in KINDS if in_hospital or kind != OF_A_STAY)


def missing(brought: Iterable[str], *, in_hospital: bool) -> tuple[Kind, ...]:
    """The needed kinds of which nothing was brought."""
    there = set(brought)
    return tuple(kind for kind in needed(in_hospital=in_hospital) if kind not in there)


def complete_on(first_brought: Mapping[Kind, date], *, in_hospital: bool) -> date | None:
    """第十五条: the day on which the last needed kind was brought; None while one is missing.

    Args:
        first_brought: for each kind the first day on which a paper of it came that can be used.
        in_hospital: whether there was a stay.
    """
    if missing(first_brought, in_hospital=in_hospital):
        return None
    return max(first_brought[kind] for kind in needed(in_hospital=in_hospital))
