"""The search of both desks: by any part of a unit's name, by numbers, by whom one calls about it.

It costs one read for each kind of term in each county, and one for the heads, however many records
there are; for each of several parts of a name another, of all that one call gives. What is searched
for may be somebody's name or phone: it comes in the body, and no log holds it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Final

from pydantic import StringConstraints

from functions.platform.problems import unprocessable
from functions.platform.request_values import Request, Text
from functions.records import desk_queue, found_by
from functions.records.receipts import Kind
from functions.staff import queue_index
from functions.staff.queue_index import Page, Place
from shared_rules.findings import Finding, RuleError
from shared_rules.identity import id_number

MOST_PARTS: Final = 5
"""So many of the parts of a name are tried as the first of it; so a search stays cheap."""

_LONGEST_MARK: Final = 300  # a unit's name, and a receipt
_SHORTENED: Final = "~"  # before the mark of a page of names that have but the signs


class Sought(Request):
    """What is searched for; `after` is what the page before gave as `next`."""

    q: Text
    after: Annotated[str, StringConstraints(max_length=_LONGEST_MARK)] = ""


def words(sought: Sought) -> str:
    """What is searched for, without the spaces around it.

    Raises:
        Problem: 422: nothing is, or an ID number, by which people are asked for elsewhere.
    """
    text = sought.q.strip()
    if not text:
        raise unprocessable([Finding.of("staff.nothing_sought", field="q")])
    try:
        id_number.parse(text)
    except RuleError:
        return text
    raise unprocessable([Finding.of("staff.id_number_sought", field="q")])


def page(kind: Kind, counties: Iterable[str], sought: Sought, contacts_in: Iterable[str]) -> Page:
    """A page of the heads that a search finds, in the order of what they are found by.

    Where nothing has what is sought for as it was typed, names are found that have its signs in
    their order, as one shortens them.

    Args:
        kind: of the records.
        counties: where to search, under all names that they have had.
        sought: what for.
        contacts_in: those of the counties where whom one calls is shown in full, and so found.
    """
    text, by_contact, everywhere = words(sought), frozenset(contacts_in), tuple(counties)
    if not sought.after.startswith(_SHORTENED):
        found = _merged(
            place
            for county in everywhere
            for place in _places(kind, county, text, sought.after, by_contact=county in by_contact)
        )
        if found.heads or sought.after or not found_by.name_part(text):
            return found
    after = sought.after.removeprefix(_SHORTENED)
    found = _merged(_shortened(kind, county, text, after) for county in everywhere)
    return found._replace(goes_on=found.goes_on and f"{_SHORTENED}{found.goes_on}")


def _merged(places: Iterable[Place]) -> Page:
    found = queue_index.merged(desk_queue.BY_UNIT, places)
    return found._replace(heads=queue_index.heads_of(found.receipts))


def _places(kind: Kind, county: str, text: str, after: str, *, by_contact: bool) -> Iterator[Place]:
    parts = [part for each in text.split() if (part := found_by.name_part(each))]
    if len(parts) > 1:
        yield from _with_all(kind, county, parts, after)
    else:
        yield queue_index.units(kind, county, text, after)
        for part in parts:
            yield queue_index.found_by(kind, county, "part", part, after)
    ending = found_by.ending(text)
    if len(ending) >= found_by.LEAST_OF_A_NUMBER:
        yield queue_index.found_by(kind, county, "ending", ending, after)
    if by_contact:
        yield from called_about(kind, county, text, after)


def _with_all(kind: Kind, county: str, parts: Sequence[str], after: str) -> Iterator[Place]:
    """Where the names are that have all of several parts: one of them is the first in the name."""
    for first in dict.fromkeys(parts[:MOST_PARTS]):
        place = queue_index.found_by(kind, county, "part", first, after)
        yield place._replace(takes=lambda order: all(part in _term(order) for part in parts))


def _shortened(kind: Kind, county: str, text: str, after: str) -> Place:
    """Where the names are that have these signs, in this order, with others between them."""
    signs = found_by.name_part(text)
    place = queue_index.found_by(kind, county, "part", signs[:1], after)
    return place._replace(takes=lambda order: _has_in_order(_term(order), signs))


def _has_in_order(term: str, signs: str) -> bool:
    left = iter(term)
    return all(sign in left for sign in signs)


def _term(order: str) -> str:
    return order.rpartition("#")[0]


def called_about(kind: Kind, county: str, contact: str, after: str = "") -> Iterator[Place]:
    """Where the records of a county are about which one calls somebody, by name or phone."""
    for keyed in found_by.contacts(contact):
        yield queue_index.found_by(kind, county, "contact", f"{keyed}#", after)


def once_called_about(kind: Kind, county: str, number: str) -> Iterator[Place]:
    """Where the records of a county are whose clerk once had this phone."""
    for keyed in found_by.former_clerk(number):
        yield queue_index.found_by(kind, county, "contact", f"{keyed}#", "")
