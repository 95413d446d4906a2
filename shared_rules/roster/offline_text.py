"""The offline check text (离线核对码): on a list that was printed before it was submitted.

A sheet with a receipt has a text that only the service can make. This one is made of nothing but
what the sheet says, so that a computer without a network makes it, and the service again from the
list as it was submitted: it stands for exactly that list. Who has the list can make it, and who
guesses a short one can tell by it that the guess was right: it is compared only for whoever may
see the list (docs/decisions/0071-a-list-printed-offline-is-known-by-its-people.md).
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from shared_rules import crockford
from shared_rules.identity.writing import bare
from shared_rules.roster.form.rows import Insured, in_order

Differs = Literal["unit", "people"]
"""In what a list is another one than the sheet: in what it says of the unit and its premium only,
or of its people.
"""

_MADE_AS: Final = "安康保附件2/1"
_OF_UNIT: Final = 4
_OF_PEOPLE: Final = 12


class Said(NamedTuple):
    """What a sheet says besides its people: the unit, what it declares of who pays, the premium.

    `declared` is the code of what it declares, `premium` the amount in yuan.
    """

    unit_name: str
    declared: str
    premium: int


def make(said: Said, people: Iterable[Insured]) -> str:
    """The text of a list, its people in their order: `20MT-7F3K-9QXA-88AB`.

    Spaces and the width of signs in the unit's name do not count, nor the rows that people stand in
    and how their names were written before they were read.
    """
    of_unit = _digest([bare(said.unit_name), said.declared, said.premium])
    of_people = _digest([in_order(each) for each in people])
    signs = crockford.code(of_unit, _OF_UNIT) + crockford.code(of_people, _OF_PEOPLE)
    return crockford.grouped(signs)


def is_one(typed: str) -> bool:
    """Whether what somebody typed can be such a text: the other check texts are shorter."""
    signs = crockford.read(typed)
    return len(signs) == _OF_UNIT + _OF_PEOPLE and set(signs) <= set(crockford.SIGNS)


def difference(made: str, typed: str) -> Differs | None:
    """In what the list of a text differs from the one that was typed; None if in nothing."""
    ours, theirs = crockford.read(made), crockford.read(typed)
    if ours == theirs:
        return None
    return "unit" if ours[_OF_UNIT:] == theirs[_OF_UNIT:] else "people"


def _digest(said: object) -> bytes:
    text = json.dumps([_MADE_AS, said], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).digest()
