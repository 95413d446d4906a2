"""Messages (通知): what is told of which events, by which channels, and what became of each.

Whoever left an address is told by e-mail, the areas' contacts on their topic. The transaction that
keeps an event also keeps that a message waits, and an entry of the outbox that has it sent. Nothing
here is about people: where a message goes, the record that it is about says when it is sent.
"""

import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from functions.platform import table
from functions.platform.keyed_hash import code
from functions.records import kept, outbox, receipts, record_keys
from functions.records.outbox import Entry
from shared_rules.records import Record

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

Channel = Literal["email", "contact"]
Occasion = Literal[
    "received",
    "corrected",
    "returned",
    "accepted",
    "withdrawn",
    "change_requested",
    "policy_ready",
    "payment_missing",
    "renewal_60",
    "renewal_30",
    "renewal_7",
    "code_replaced",
    "claim_received",
    "claim_supplemented",
    "paper_missing",
    "claim_decided",
]
Became = Literal["waiting", "sent", "refused", "unsubscribed", "no_address", "off"]
"""Refused: the relay will not take it, now or later. Unsubscribed: she wants none.

Off: this service has no relay.
"""

_MESSAGE: Final = "MESSAGE#"
_UNSUBSCRIBED: Final = "UNSUBSCRIBED#"
_MARK_LENGTH: Final = 12
_SIGNATURE_LENGTH: Final = 20


class Telling(NamedTuple):
    """The codes of what is told on an occasion, by channel, and of which events it is."""

    words: Mapping[Channel, str]
    of_list: tuple[str, ...] = ()
    of_claim: tuple[str, ...] = ()


def _to_her(words: str, contact: str | None = None) -> dict[Channel, str]:
    return {"email": words, "contact": contact} if contact else {"email": words}


TABLE: Final[Mapping[Occasion, Telling]] = {
    "received": Telling(_to_her("letter.received", "announcement.submitted"), ("submitted",)),
    "corrected": Telling({"contact": "announcement.corrected"}),
    "returned": Telling(_to_her("letter.returned"), ("returned",)),
    "accepted": Telling(_to_her("letter.accepted"), ("accepted",)),
    "policy_ready": Telling(_to_her("letter.policy_ready"), ("policy_attached",)),
    "payment_missing": Telling(_to_her("letter.payment_missing")),
    "renewal_60": Telling(_to_her("letter.renewal")),
    "renewal_30": Telling(_to_her("letter.renewal")),
    "renewal_7": Telling(_to_her("letter.renewal_soon")),
    "withdrawn": Telling({"contact": "announcement.withdrawn"}),
    "change_requested": Telling({"contact": "announcement.change_requested"}),
    "code_replaced": Telling(
        _to_her("letter.code_replaced"), ("access_code_changed",), ("access_code_changed",)
    ),
    "claim_received": Telling(
        _to_her("letter.claim_received", "announcement.reported"), of_claim=("reported",)
    ),
    "claim_supplemented": Telling({"contact": "announcement.supplemented"}),
    "paper_missing": Telling(_to_her("letter.paper_missing"), of_claim=("paper_sent_back",)),
    "claim_decided": Telling(
        _to_her("letter.claim_decided"), of_claim=("approved", "paid", "refused", "refunded")
    ),
}
"""Occasions and channels: the one place that says who is told of what, and in which words."""

_OF_EVENTS: Final[Mapping[str, Mapping[str, Occasion]]] = {
    "AK": {event: name for name, its in TABLE.items() for event in its.of_list},
    "LP": {event: name for name, its in TABLE.items() for event in its.of_claim},
}


class Unsubscribed(Record):
    """Somebody wants no more messages of a receipt; her address is a mark in the item's key."""

    at: datetime


class Message(Record):
    """A message to whoever sent a list or reported a claim.

    `about` tells it from others on such an occasion: the number of the event that it is about, or
    of the version; the day that a reminder is about.
    """

    receipt: str
    occasion: Occasion
    about: str
    queued_at: datetime
    became: Became = "waiting"
    became_at: datetime | None = None

    @property
    def name(self) -> str:
        """By which it is known among those of its record."""
        return f"{self.occasion}#{self.about}"


def telling(
    receipt: str, happening: str, event: int, at: datetime, address: str
) -> "dict[str, TransactWriteItemTypeDef]":
    """The parts of a transaction by which whoever left an address is told of an event, if she is.

    Args:
        receipt: of the record.
        happening: what the event is.
        event: its number.
        at: when it happened.
        address: that was left; empty where none was.
    """
    occasion = _OF_EVENTS[receipts.kind_of(receipt)].get(happening)
    if not (occasion and address):
        return {}
    return _queued(
        Message(receipt=receipt, occasion=occasion, about=f"{event:06d}", queued_at=at), event
    )


def remind(receipt: str, occasion: Occasion, about: str, revision: int, now: datetime) -> bool:
    """Have somebody reminded, unless she was of the same; whether she was not."""
    message = Message(receipt=receipt, occasion=occasion, about=about, queued_at=now)
    try:
        table.transact(_queued(message, revision))
    except table.Taken:
        return False
    return True


def _queued(message: Message, event: int) -> "dict[str, TransactWriteItemTypeDef]":
    receipt = message.receipt
    waiting = Entry(receipt, event, message.name)
    return {
        "message": table.put_new(kept.to_item(_key(receipt, message.name), message)),
        "message outbox": outbox.entry(waiting, message.queued_at, task="message"),
    }


def find(receipt: str, name: str) -> Message | None:
    """A message of a record."""
    item = table.get(_key(receipt, name))
    return kept.read(Message, item) if item else None


def of_record(receipt: str) -> list[Message]:
    """The messages of a record."""
    items = table.between(_key(receipt, ""), f"{_MESSAGE}~")
    return [kept.read(Message, item) for item in items]


def note(message: Message, became: Became, now: datetime) -> None:
    """Keep what became of a message, which stands: it is told once."""
    table.update_if(
        "became = :waiting",
        _key(message.receipt, message.name),
        "SET became = :became, became_at = :now",
        {":waiting": "waiting", ":became": became, ":now": now.isoformat()},
    )


def token(receipt: str, address: str) -> str:
    """By which whoever reads a message of a receipt at an address may have them stopped."""
    mark = _mark(address)
    return f"{receipt}.{mark}.{_signature(receipt, mark)}"


def unsubscribe(token: str, now: datetime) -> str | None:
    """Keep that no more messages go where the token was sent; the receipt, if it is such a one."""
    receipt, _, rest = token.partition(".")
    mark, _, signature = rest.partition(".")
    if not hmac.compare_digest(_signature(receipt, mark).encode(), signature.encode()):
        return None
    table.put(kept.to_item(_mark_key(receipt, mark), Unsubscribed(at=now)))
    return receipt


def is_unsubscribed(receipt: str, address: str) -> bool:
    """Whether no messages of a receipt go to an address."""
    return table.get(_mark_key(receipt, _mark(address))) is not None


def _mark(address: str) -> str:
    return code(_MARK_LENGTH, "address", address.lower())


def _signature(receipt: str, mark: str) -> str:
    return code(_SIGNATURE_LENGTH, "unsubscribe", receipt, mark)


def _mark_key(receipt: str, mark: str) -> dict[str, str]:
    return record_keys.item_key(receipt, f"{_UNSUBSCRIBED}{mark}")


def _key(receipt: str, name: str) -> dict[str, str]:
    return record_keys.item_key(receipt, f"{_MESSAGE}{name}")
