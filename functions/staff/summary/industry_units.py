"""Which facts are about the units of an industry union (产业工会, 第十六条), as these are now.

Their lists are those that still name them, and those whose head retention has deleted since; their
claims are those whose reports name the unit by any of its names.
"""

from collections.abc import Iterable
from typing import NamedTuple

from functions.platform import table
from functions.records import areas, summary_facts
from functions.records.record_keys import item_key
from functions.records.summary_facts import Only
from functions.records.units import store
from functions.records.units.models import Named


class IndustryUnits(NamedTuple):
    """How many units an industry union has, the counties that they were ever in, their facts."""

    number: int
    counties: tuple[str, ...]
    only: Only


def of(code: str) -> IndustryUnits:
    """Those of an industry union: what a unit, its lists and claims are read for is each unit.

    Beside the reads of `units.store.of_industry`, one for each hundred lists.
    """
    families = store.of_industry(code)
    placed = sorted({each for family in families for unit in family.units for each in unit.lists})
    heads = table.get_all([item_key(receipt, "HEAD") for receipt in placed])
    named = {str(head["receipt"]): Named.model_validate(head["unit"]) for head in heads}
    lists = {
        receipt
        for receipt in placed
        if receipt not in named or any(family.has(named[receipt]) for family in families)
    }
    written = {each for family in families for each in family.written}
    counties = {areas.current_name(county) for county, _ in written}
    counties |= {named[receipt].county for receipt in lists & named.keys()}
    return IndustryUnits(
        number=len(families),
        counties=tuple(county for county in areas.contact_ids() if county in counties),
        only=Only(frozenset(lists), frozenset(_keys(written))),
    )


def _keys(written: Iterable[tuple[str, str]]) -> Iterable[str]:
    """By what facts of claims name these units, under all names that their counties have had."""
    for county, name in written:
        for each in areas.names(county):
            yield from summary_facts.unit_keys(each, name)
