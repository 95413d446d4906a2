"""The search of both desks: by any part of a unit's name, by numbers, by whom one calls about it.

It costs one read for each kind of term in each county, and one for the heads, however many records
there are. What is searched for may be somebody's name or phone: it comes in the body, and no log
holds it.
"""

from collections.abc import Iterable, Iterator
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

_LONGEST_MARK: Final = 300  # a unit's name, and a receipt


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

    Args:
        kind: of the records.
        counties: where to search, under all names that they have had.
        sought: what for.
        contacts_in: those of the counties where whom one calls is shown in full, and so found.
    """
    text, by_contact = words(sought), frozenset(contacts_in)
    places = [
        place
        for county in counties
        for place in _places(kind, county, text, sought.after, by_contact=county in by_contact)
    ]
    found = queue_index.merged(desk_queue.BY_UNIT, places)
    return found._replace(heads=queue_index.heads_of(found.receipts))


def _places(kind: Kind, county: str, text: str, after: str, *, by_contact: bool) -> Iterator[Place]:
    yield queue_index.units(kind, county, text, after)
    if part := found_by.name_part(text):
        yield queue_index.found_by(kind, county, "part", part, after)
    ending = found_by.ending(text)
    if len(ending) >= found_by.LEAST_OF_A_NUMBER:
        yield queue_index.found_by(kind, county, "ending", ending, after)
    if by_contact:
        yield from called_about(kind, county, text, after)


def called_about(kind: Kind, county: str, contact: str, after: str = "") -> Iterator[Place]:
    """Where the records of a county are about which one calls somebody, by name or phone."""
    for keyed in found_by.contacts(contact):
        yield queue_index.found_by(kind, county, "contact", f"{keyed}#", after)
