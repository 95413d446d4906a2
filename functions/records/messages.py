"""Messages (通知): what is told of which events, by which channels, and what became of each.

Whoever left an address is told by e-mail, the areas' contacts on their topic; whom no e-mail
reaches, by a slip of paper (通知单) in the same words. The transaction that keeps an event also
keeps that an e-mail waits, and an entry of the outbox that has it sent. No slip waits: which are
due follows from events and messages, and what is kept is that somebody has told them. Nothing here
is about people: where a message goes, the record that it is about says when it is sent.
"""

import hmac
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from functions.platform import table
from functions.platform.keyed_hash import code
from functions.records import kept, outbox, receipts, record_keys
from functions.records.actors import Actor
from functions.records.outbox import Entry
from shared_rules.findings import Finding
from shared_rules.records import Record

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

Channel = Literal["email", "slip", "contact"]
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
OnPaper = Literal["printed", "told"]
"""Somebody of the desk has printed it for her, or told her herself."""
Unheard = Literal["refused", "unsubscribed", "no_address", "off"]
"""Refused: the relay will not take it, now or later. Unsubscribed: she wants none.

Off: this service has no relay.
"""
Became = Literal["waiting", "sent", Unheard, OnPaper]

_MESSAGE: Final = "MESSAGE#"
_UNSUBSCRIBED: Final = "UNSUBSCRIBED#"
_MARK_LENGTH: Final = 12
_SIGNATURE_LENGTH: Final = 20


class Telling(NamedTuple):
    """The codes of what is told on an occasion, by channel, and of which events it is."""

    words: Mapping[Channel, str]
    of_list: tuple[str, ...] = ()
    of_claim: tuple[str, ...] = ()


class Happened(NamedTuple):
    """An event, as far as messages are concerned: what it is, its number, and when."""

    what: str
    number: int
    at: datetime


def _to_her(words: str) -> dict[Channel, str]:
    return {"email": words, "slip": words}


def _of_arrival(words: str, contact: str) -> dict[Channel, str]:
    """Not on paper: whoever has just sent something has a receipt to print."""
    return {"email": words, "contact": contact}


TABLE: Final[Mapping[Occasion, Telling]] = {
    "received": Telling(_of_arrival("letter.received", "announcement.submitted"), ("submitted",)),
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
        _of_arrival("letter.claim_received", "announcement.reported"), of_claim=("reported",)
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
    by: Actor | None = None

    @property
    def name(self) -> str:
        """By which it is known among those of its record."""
        return f"{self.occasion}#{self.about}"


def telling(
    receipt: str, happened: Happened, address: str
) -> "dict[str, TransactWriteItemTypeDef]":
    """The parts of a transaction by which whoever left an address is told of an event, if she is.

    Args:
        receipt: of the record.
        happened: the event.
        address: that was left; empty where none was.
    """
    message = _of(receipt, happened) if address else None
    return _queued(message, happened.number) if message else {}


def _of(receipt: str, happened: Happened) -> Message | None:
    """The message that tells of an event, if one does."""
    occasion = _OF_EVENTS[receipts.kind_of(receipt)].get(happened.what)
    if occasion is None:
        return None
    about = f"{happened.number:06d}"
    return Message(receipt=receipt, occasion=occasion, about=about, queued_at=happened.at)


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


def on_paper(receipt: str, happened: Iterable[Happened], since: datetime) -> list[Message]:
    """What somebody is, or was, to be told on paper, the latest of each occasion, the newest last.

    Args:
        receipt: of the record.
        happened: what has happened to it since she last did something herself, and so saw it.
        since: when that was.
    """
    told = of_record(receipt)
    made = filter(None, (_of(receipt, each) for each in happened))
    due = {each.name: each.model_copy(update={"became": "no_address"}) for each in made}
    # A reminder tells of no event.
    due |= {each.name: each for each in told if each.name in due or each.queued_at > since}
    ordered = sorted(due.values(), key=lambda each: each.queued_at)
    latest = {each.occasion: each for each in ordered}
    return [
        each
        for each in latest.values()
        if "slip" in TABLE[each.occasion].words and each.became not in ("waiting", "sent")
    ]


def is_told(message: Message) -> bool:
    """Whether somebody of the desk has told it."""
    return message.became in get_args(OnPaper)


def tell(message: Message, how: OnPaper, by: Actor, now: datetime) -> None:
    """Keep that somebody of the desk tells what no e-mail has told; the first time stands."""
    told = message.model_copy(update={"became": how, "became_at": now, "by": by})
    unheard = {f":{name}": name for name in get_args(Unheard)}
    table.put_if(
        f"attribute_not_exists(pk) OR became IN ({', '.join(unheard)})",
        kept.to_item(_key(message.receipt, message.name), told),
        unheard,
    )


def words(message: Message) -> Finding:
    """What a message tells, by e-mail and on paper."""
    return Finding.of(TABLE[message.occasion].words["email"], day=message.about)


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
