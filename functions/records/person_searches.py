"""Who of the desk has asked for a person by her ID number, or copied what is kept of her, and when.

Kept under her keyed hash.
"""

import secrets
from datetime import datetime
from typing import Final, Literal

from functions.platform import table
from functions.records import kept, person_places, retention
from functions.records.actors import Actor
from functions.records.person_places import Person
from shared_rules.records import Record

_SOUGHT: Final = "SOUGHT#"


class PersonSought(Record):
    """Somebody of the desk has asked for a person, and was shown these records of hers.

    Where all that is kept of her was `copied` for her, `reason` says how she has asked for it, and
    `sha256` is the copy's.
    """

    at: datetime
    by: Actor
    receipts: list[str]
    what: Literal["sought", "copied"] = "sought"
    reason: str = ""
    sha256: str = ""


def put(person: Person, sought: PersonSought) -> None:
    """Keep that somebody asked for a person, also where nothing was known of her."""
    sort = f"{_SOUGHT}{sought.at.isoformat()}#{secrets.token_hex(8)}"
    ends = retention.ends("claim_records", sought.at)
    place = {**person_places.key_of(person), "sk": sort}
    table.put(kept.to_item(place, sought, expires_at=int(ends.timestamp())))
