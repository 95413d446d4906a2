"""How long lists and claims took lately, as everybody may read it: what was published last.

Only what was reckoned from enough cases is in it; no case can be told from it.
"""

from datetime import date
from typing import Final

from functions.platform import table
from functions.records import kept
from shared_rules.records import Record

# Beside lectures and specialists: who lists these for everybody may read nothing else.
_KEY: Final = {"pk": "SERVICES#paces", "sk": "LATEST"}


class PublishedPace(Record):
    """Within how many days half of something was done, and nine of ten."""

    label: str
    unit: str
    median: int
    ninetieth: int


class PublishedPaces(Record):
    """What was done from a day until another, both inclusive."""

    first_day: date
    last_day: date
    paces: list[PublishedPace]


def put(published: PublishedPaces) -> None:
    """Publish, in the place of what was published before."""
    table.put(kept.to_item(_KEY, published))


def latest() -> PublishedPaces | None:
    """What was published last, if anything was that can be read."""
    published, _ = kept.readable(PublishedPaces, table.between(_KEY, _KEY["sk"]))
    return published[0] if published else None
