"""The mark of a list, by which its people are known again, and nobody of them."""

import hashlib
import json
from collections.abc import Iterable
from typing import Final

from functions.platform import keyed_hash
from shared_rules.roster.form.rows import Insured, in_order

_LENGTH: Final = 10


def mark_of(people: Iterable[Insured]) -> str:
    """By which a device knows a list again that it submitted; it tells nobody who is in it.

    It is the same for the same people, whatever file they come in; empty where there is nobody.
    """
    # What a column says nothing in, a list from before there was the column has not either.
    said = sorted("\t".join(in_order(each)).rstrip() for each in people)
    content = hashlib.sha256(json.dumps(said).encode()).hexdigest()
    return keyed_hash.code(_LENGTH, "list-mark", content) if said else ""
