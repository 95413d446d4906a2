"""Addresses to which no messages of a receipt go any more: she wants none, or they come back.

Of an address a mark is kept, and not the address: to another one, or of another receipt, messages
go on.
"""

from datetime import datetime
from typing import Final, Literal

from functions.platform import table
from functions.platform.keyed_hash import codes, is_among
from functions.records import kept, record_keys
from functions.records.actors import Actor
from shared_rules.records import Record

Stop = Literal["unsubscribed", "bounced"]
"""Why no e-mail goes to an address. Bounced: one came back (退信), as somebody of the desk says."""
Mail = Literal["none", "used", Stop]
"""Whether e-mail goes to whoever is told of a record; none: she has left no address."""

# Once only those who wanted none were kept.
_STOPPED: Final = "UNSUBSCRIBED#"
_MARK_LENGTH: Final = 12
_SIGNATURE_LENGTH: Final = 20


class Stopped(Record):
    """No more messages of a receipt go to an address, which is a mark in the item's key.

    `by` is who of the desk said so, None where she wants none herself.
    """

    at: datetime
    why: Stop = "unsubscribed"
    by: Actor | None = None


def token(receipt: str, address: str) -> str:
    """By which whoever reads a message of a receipt at an address may have them stopped."""
    mark = _marks(address)[0]
    return f"{receipt}.{mark}.{_signatures(receipt, mark)[0]}"


def unsubscribe(token: str, now: datetime) -> str | None:
    """Keep that no more messages go where the token was sent; the receipt, if it is such a one."""
    receipt, _, rest = token.partition(".")
    mark, _, signature = rest.partition(".")
    if not is_among(signature, _signatures(receipt, mark)):
        return None
    table.put(kept.to_item(_key(receipt, mark), Stopped(at=now)))
    return receipt


def stop(receipt: str, address: str, stopped: Stopped) -> None:
    """Keep that no more messages of a receipt go to an address."""
    table.put(kept.to_item(_key(receipt, _marks(address)[0]), stopped))


def mail_to(receipt: str, address: str) -> Mail:
    """Whether messages of a receipt go to an address, or why not."""
    if not address:
        return "none"
    found = (table.get(_key(receipt, mark)) for mark in _marks(address))
    item = next(filter(None, found), None)
    return kept.read(Stopped, item).why if item else "used"


def of_record(receipt: str) -> list[Stopped]:
    """When messages of a receipt were stopped, to whichever address."""
    items = table.between(record_keys.item_key(receipt, _STOPPED), f"{_STOPPED}~")
    return [kept.read(Stopped, item) for item in items]


def _marks(address: str) -> tuple[str, ...]:
    return codes(_MARK_LENGTH, "address", address.lower())


def _signatures(receipt: str, mark: str) -> tuple[str, ...]:
    return codes(_SIGNATURE_LENGTH, "unsubscribe", receipt, mark)


def _key(receipt: str, mark: str) -> dict[str, str]:
    return record_keys.item_key(receipt, f"{_STOPPED}{mark}")
