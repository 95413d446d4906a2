"""Addresses to which no messages of a receipt go any more: she wants none, or they come back.

Of an address a mark is kept, and not the address: to another one, or of another receipt, messages
go on. What was said of one stands when something else is said of it: that they come back, too, and
that they do so no more. Whoever wants none gets none, whatever is said besides.
"""

from datetime import datetime
from typing import Any, Final, Literal

from functions.platform import table
from functions.platform.keyed_hash import codes, is_among
from functions.records import kept, record_keys
from functions.records.actors import Actor
from shared_rules.records import Record

Stop = Literal["unsubscribed", "bounced"]
"""Why no e-mail goes to an address. Bounced: one came back (退信), as somebody of the desk says."""
Mail = Literal["none", "used", Stop]
"""Whether e-mail goes to whoever is told of a record; none: she has left no address."""

Said = Literal[Stop, "resumed"]
"""What is said of an address; resumed: messages come back no more, or never did (退信已取消)."""

# Once only those who wanted none were kept.
_STOPPED: Final = "UNSUBSCRIBED#"
_MARK_LENGTH: Final = 12
_SIGNATURE_LENGTH: Final = 20


class Stopped(Record):
    """No more messages of a receipt go to an address, which is a mark in the item's key.

    Or they go there again (`resumed`). `by` is who of the desk said so, None where she wants none
    herself.
    """

    at: datetime
    why: Said = "unsubscribed"
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
    wanted = kept.to_item(_key(receipt, mark), Stopped(at=now))
    is_free = "attribute_not_exists(#by)"  # of what somebody of the desk has said
    if not table.put_if(is_free, wanted, names={"#by": "by"}):
        table.put({**wanted, **_key(receipt, mark, "unsubscribed")})
    return receipt


def say(receipt: str, address: str, stopped: Stopped) -> None:
    """Keep what somebody of the desk says of an address; of two at once the first one stands."""
    mark = _marks(address)[0]
    number = len(_said(receipt, mark))
    later = [f"{number:06d}"] if number else []
    table.put_if("attribute_not_exists(pk)", kept.to_item(_key(receipt, mark, *later), stopped))


def mail_to(receipt: str, address: str) -> Mail:
    """Whether messages of a receipt go to an address, or why not."""
    if not address:
        return "none"
    said = [item for mark in reversed(_marks(address)) for item in _said(receipt, mark)]
    whys = [kept.read(Stopped, item).why for item in said]
    if "unsubscribed" in whys:
        return "unsubscribed"
    return "bounced" if whys[-1:] == ["bounced"] else "used"


def of_record(receipt: str) -> list[Stopped]:
    """When messages of a receipt were stopped, or went on, to whichever address."""
    items = table.between(record_keys.item_key(receipt, _STOPPED), f"{_STOPPED}~")
    return [kept.read(Stopped, item) for item in items]


def _said(receipt: str, mark: str) -> list[dict[str, Any]]:
    """All that was said of an address, the first first."""
    first = _key(receipt, mark)
    return table.between(first, f"{first['sk']}~")


def _marks(address: str) -> tuple[str, ...]:
    return codes(_MARK_LENGTH, "address", address.lower())


def _signatures(receipt: str, mark: str) -> tuple[str, ...]:
    return codes(_SIGNATURE_LENGTH, "unsubscribe", receipt, mark)


def _key(receipt: str, mark: str, *later: str) -> dict[str, str]:
    """The place of what was said of an address first, or `later` of what was besides."""
    return record_keys.item_key(receipt, "#".join((f"{_STOPPED}{mark}", *later)))
