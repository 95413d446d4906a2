"""By what the desk finds a list or claim: items beside its head, in the index of units' names.

A unit's name stands there from each of its signs on, so that any part of it is the beginning of
one; receipt and policy numbers stand backwards, so that their last signs are. Of whom one calls
about it, and on which phone, there is a keyed hash: found whole, or not at all; of the phones of
clerks before her another one, which the desk's search does not ask for. The head itself stands in
the index by its unit's name (`desk_queue`).
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from functions.platform import table
from functions.platform.keyed_hash import keyed_hash, keyed_hashes
from functions.records import desk_queue, kept
from functions.records.receipts import kind_of
from functions.records.record_keys import item_key
from shared_rules import crockford
from shared_rules.identity import phone
from shared_rules.identity.writing import bare, standard

LEAST_OF_A_NUMBER: Final = 4
"""So many of the last signs of a receipt or policy number find it."""

_SORT: Final = "SEARCH#"
_CHANGES: Final = "changes"
_ATTEMPTS: Final = 8
# With two names, ten numbers and five clerks of before all of it fits into one transaction.
_MOST_PARTS: Final = 40
_LONGEST_PART: Final = 60
_MOST_NUMBERS: Final = 10
_PERSON: Final = "desk-person"
_PHONE: Final = "desk-phone"
_FORMER_PHONE: Final = "desk-former-phone"
_MOST_FORMER: Final = 5


class Terms(NamedTuple):
    """What a record can be found by.

    The names of its unit, the numbers of its policies, and whom one calls about it, and where; the
    phones of clerks that it had before, the last first.
    """

    county: str
    names: Sequence[str]
    numbers: Sequence[str] = ()
    person: str = ""
    phone: str = ""
    former_phones: Sequence[str] = ()


# ---- what is searched for ----


def name_part(text: str) -> str:
    """A part of a unit's name as the index has it, however it was typed."""
    return bare(text).casefold()[:_LONGEST_PART]


def ending(text: str) -> str:
    """The last signs of a receipt or policy number as the index has them: from behind.

    >>> ending("NX-2026-o0l1"), ending("第一小学")
    ('11006202XN', '')
    """
    signs = (sign for sign in standard(text) if sign.isascii() and sign.isalnum())
    return crockford.read("".join(signs))[::-1]


def former_clerk(number: str) -> tuple[str, ...]:
    """The hashes of the phone of whoever was a list's clerk once, under each key alive."""
    return keyed_hashes(_FORMER_PHONE, phone.compact(number))


def contacts(text: str) -> tuple[str, ...]:
    """The hashes of a person's name, or of a phone, under each key alive."""
    number = phone.compact(text)
    is_phone = any(sign.isdigit() for sign in number)
    return keyed_hashes(_PHONE, number) if is_phone else keyed_hashes(_PERSON, name_part(text))


# ---- what is kept ----


def keep(receipt: str, terms_now: Callable[[], Terms]) -> bool:
    """Bring what a record is found by in step with what it says; whether that changed anything.

    Several at once end with what it says last. May be done again.

    Args:
        receipt: of the list or claim.
        terms_now: reads what it says now.

    Raises:
        RuntimeError: it does not come to rest.
    """
    for _ in range(_ATTEMPTS):
        before = table.between(item_key(receipt, _SORT), f"{_SORT}~")
        # Read after it: whoever was faster with something newer has changed what was before.
        wanted = _items(receipt, terms_now(), before)
        if [_bare(each) for each in before] == wanted:
            return False
        first, *others = wanted
        seen = before[0][_CHANGES] if before else 0
        counted = {**first, _CHANGES: seen + 1}
        guard = table.put_over(counted, changes=seen) if before else table.put_new(counted)
        changed = [each for each in others if each not in before]
        parts = {str(number): table.put_part(each) for number, each in enumerate(changed)}
        try:
            table.transact({"first": guard, **parts})
        except table.Taken:
            continue
        return True
    raise RuntimeError("what a record is found by does not come to rest")


def _items(receipt: str, terms: Terms, before: Sequence[object]) -> list[dict[str, Any]]:
    """All items of it; what there is too many of before is no longer in the index."""
    kind = kind_of(receipt)
    places = [
        desk_queue.found_by(receipt, desk_queue.finding(kind, terms.county, by), term)
        for by, term in _terms(receipt, terms)
    ]
    nowhere: list[dict[str, str]] = [{}] * (len(before) - len(places))
    return [
        {**item_key(receipt, f"{_SORT}{number:03d}"), "schema": kept.SCHEMA, **place}
        for number, place in enumerate((*places, *nowhere))
    ]


def _terms(receipt: str, terms: Terms) -> list[tuple[desk_queue.FoundBy, str]]:
    parts = {
        name_part(name[at:])
        for name in map(bare, terms.names)
        for at in range(min(len(name), _MOST_PARTS))
    }
    numbers = {ending(each) for each in terms.numbers[:_MOST_NUMBERS]}
    hashes = []
    if terms.person:
        hashes.append(keyed_hash(_PERSON, name_part(terms.person)))
    if terms.phone:
        hashes.append(keyed_hash(_PHONE, phone.compact(terms.phone)))
    former = (phone.compact(each) for each in terms.former_phones[:_MOST_FORMER])
    hashes += [keyed_hash(_FORMER_PHONE, each) for each in former]
    return [
        *(("part", each) for each in sorted(parts)),
        *(("ending", each) for each in sorted({ending(receipt), *numbers})),
        *(("contact", each) for each in sorted(hashes)),
    ]


def _bare(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name != _CHANGES}
