"""Messages (通知): what is told of which events, by which channels, and what became of each.

Whoever left an address is told by e-mail, the areas' contacts on their topic; whom no e-mail
reaches, by a slip of paper (通知单) in the same words. The transaction that keeps an event also
keeps that an e-mail waits, and an entry of the outbox that has it sent. No slip waits: which are
due follows from events and messages, and what is kept is that somebody has told them. Nothing here
is about people: where a message goes, the record that it is about says when it is sent.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, get_args

from functions.platform import table
from functions.records import kept, outbox, receipts, record_keys, stopped_mail, to_tell
from functions.records.actors import Actor
from functions.records.outbox import Entry
from functions.records.stopped_mail import Stop, Stopped
from shared_rules import premium
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
    "payment_short",
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
Unheard = Literal["refused", Stop, "no_address", "off"]
"""Refused: the relay will not take it, now or later. Off: this service has no relay."""
Became = Literal["waiting", "sent", Unheard, OnPaper]

_MESSAGE: Final = "MESSAGE#"


class Telling(NamedTuple):
    """The codes of what is told on an occasion, by channel, and of which events it is.

    `until`: after these there is nothing more to tell of it.
    """

    words: Mapping[Channel, str]
    of_list: tuple[str, ...] = ()
    of_claim: tuple[str, ...] = ()
    until: tuple[str, ...] = ()


class Happened(NamedTuple):
    """An event, as far as messages are concerned: what it is, its number, and when.

    It is her own where whoever is told of the record did it, and so saw how it stands.
    """

    what: str
    number: int
    at: datetime
    is_own: bool


class Addressee(NamedTuple):
    """Where messages about a record go, and the county whose contact answers for it."""

    email: str
    county: str


class Course(NamedTuple):
    """How a record has gone on `since` whoever is told of it last did something herself."""

    receipt: str
    to: Addressee
    since: datetime
    happened: Sequence[Happened]

    @classmethod
    def of(cls, receipt: str, to: Addressee, happened: Sequence[Happened]) -> "Course":
        """The course of a record, of all that has happened to it."""
        own = max(number for number, each in enumerate(happened) if each.is_own)
        return cls(receipt, to, happened[own].at, happened[own + 1 :])


def _to_her(words: str) -> dict[Channel, str]:
    return {"email": words, "slip": words}


def _of_arrival(words: str, contact: str) -> dict[Channel, str]:
    """Not on paper: whoever has just sent something has a receipt to print."""
    return {"email": words, "contact": contact}


_NOT_COVERED: Final = ("acceptance_withdrawn",)
_MONEY_MOVED: Final = (
    *("premium_received", "premium_paid_back", "payment_struck"),
    *("closed", "acceptance_withdrawn"),
)
TABLE: Final[Mapping[Occasion, Telling]] = {
    "received": Telling(_of_arrival("letter.received", "announcement.submitted"), ("submitted",)),
    "corrected": Telling({"contact": "announcement.corrected"}),
    "returned": Telling(_to_her("letter.returned"), ("returned",), until=("closed",)),
    "accepted": Telling(_to_her("letter.accepted"), ("accepted",), until=_NOT_COVERED),
    "policy_ready": Telling(
        _to_her("letter.policy_ready"), ("policy_attached",), until=_NOT_COVERED
    ),
    "payment_missing": Telling(_to_her("letter.payment_missing"), until=_MONEY_MOVED),
    "payment_short": Telling(_to_her("letter.payment_short"), until=_MONEY_MOVED),
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
    "paper_missing": Telling(
        _to_her("letter.paper_missing"),
        of_claim=("paper_sent_back",),
        until=("supplemented", "completed", "joined"),
    ),
    "claim_decided": Telling(
        _to_her("letter.claim_decided"),
        of_claim=("approved", "paid", "refused", "refunded"),
        until=("reopened",),
    ),
}
"""Occasions and channels: the one place that says who is told of what, and in which words."""

_OF_EVENTS: Final[Mapping[str, Mapping[str, Occasion]]] = {
    "AK": {event: name for name, its in TABLE.items() for event in its.of_list},
    "LP": {event: name for name, its in TABLE.items() for event in its.of_claim},
}


class Message(Record):
    """A message to whoever sent a list or reported a claim.

    `about` tells it from others on such an occasion: the number of the event that it is about, or
    of the version; the day that a reminder is about. `due` is what a premium lacks, in yuan.
    """

    receipt: str
    occasion: Occasion
    about: str
    queued_at: datetime
    became: Became = "waiting"
    became_at: datetime | None = None
    by: Actor | None = None
    due: Decimal | None = None

    @property
    def name(self) -> str:
        """By which it is known among those of its record."""
        return f"{self.occasion}#{self.about}"


def telling(
    receipt: str, happened: Happened, to: Addressee
) -> "dict[str, TransactWriteItemTypeDef]":
    """The parts of a transaction by which somebody is told of an event, or has seen it herself.

    Args:
        receipt: of the record.
        happened: the event.
        to: whom; without an address the desk tells her.
    """
    seen = {"to tell": to_tell.nothing(receipt)} if happened.is_own and happened.number > 1 else {}
    message = _of(receipt, happened)
    if message is None:
        return seen
    if to.email:
        return seen | _queued(message, happened.number)
    return seen | ({} if happened.is_own else _placed(message, to.county))


def _of(receipt: str, happened: Happened) -> Message | None:
    """The message that tells of an event, if one does."""
    occasion = _OF_EVENTS[receipts.kind_of(receipt)].get(happened.what)
    if occasion is None:
        return None
    about = about_number(happened.number)
    return Message(receipt=receipt, occasion=occasion, about=about, queued_at=happened.at)


def about_number(number: int) -> str:
    """What a message is about that tells of an event, or of a version, by its number."""
    return f"{number:06d}"


def remind(message: Message, to: Addressee, revision: int) -> bool:
    """Have somebody reminded, unless she was of the same; whether she was not."""
    parts = _queued(message, revision) if to.email else _for_the_desk(message, to.county)
    try:
        table.transact(parts)
    except table.Taken:
        return False
    return True


def _queued(message: Message, event: int) -> "dict[str, TransactWriteItemTypeDef]":
    receipt = message.receipt
    waiting = Entry(receipt, event, message.name)
    return {
        "message": table.put_new(_item(message)),
        "message outbox": outbox.entry(waiting, message.queued_at, task="message"),
    }


def _for_the_desk(message: Message, county: str) -> "dict[str, TransactWriteItemTypeDef]":
    """A reminder tells of no event, and so is kept itself."""
    untold = message.model_copy(update={"became": "no_address", "became_at": message.queued_at})
    return {"message": table.put_new(_item(untold)), **_placed(untold, county)}


def _placed(message: Message, county: str) -> "dict[str, TransactWriteItemTypeDef]":
    """What has the desk tell it, if anybody does: what only says that something came, nobody."""
    if "slip" not in TABLE[message.occasion].words:
        return {}
    since = message.queued_at.date()
    return {"to tell": to_tell.place(message.receipt, county, since, message.name)}


def find(receipt: str, name: str) -> Message | None:
    """A message of a record."""
    item = table.get(_key(receipt, name))
    return kept.read(Message, item) if item else None


def of_record(receipt: str) -> list[Message]:
    """The messages of a record."""
    items = table.between(_key(receipt, ""), f"{_MESSAGE}~")
    return [kept.read(Message, item) for item in items]


def note(message: Message, became: Became, to: Addressee, now: datetime) -> None:
    """Keep what became of a message, which stands: it is told once, by e-mail or by the desk."""
    _change(message, {"became": became, "became_at": now}, to)


def bounce(course: Course, by: Actor, now: datetime) -> None:
    """Keep that e-mail to an address comes back: none goes there any more, and the desk tells it.

    What was sent since she last did something, and so saw how it stands, was not heard.
    """
    said = {"became": "bounced", "became_at": now, "by": by}
    for each in of_record(course.receipt):
        if each.became == "sent" and each.queued_at >= course.since:
            _change(each, said, course.to)
    stopped_mail.say(course.receipt, course.to.email, Stopped(at=now, why="bounced", by=by))


def resume(course: Course, by: Actor, now: datetime) -> None:
    """Keep that e-mail to an address comes back no more, or never did: it goes there again.

    What is noted of messages stays: who has not heard is told by the desk.
    """
    stopped_mail.say(course.receipt, course.to.email, Stopped(at=now, why="resumed", by=by))


def _change(message: Message, said: Mapping[str, object], to: Addressee) -> None:
    """Keep something else of a message, unless somebody was faster."""
    changed = message.model_copy(update=said)
    still = table.put_where("became = :held", _item(changed), {":held": message.became})
    unheard = _placed(changed, to.county) if changed.became in get_args(Unheard) else {}
    with suppress(table.Taken):
        table.transact({"message": still, **unheard})


def on_paper(course: Course) -> list[Message]:
    """What is, or was, to be told on paper, the latest of each occasion, the newest last."""
    kept_ones = of_record(course.receipt)
    made = filter(None, (_of(course.receipt, each) for each in course.happened))
    due = {each.name: each.model_copy(update={"became": "no_address"}) for each in made}
    # A reminder tells of no event.
    due |= {
        each.name: each for each in kept_ones if each.name in due or each.queued_at > course.since
    }
    ordered = sorted(due.values(), key=lambda each: each.queued_at)
    latest = {each.occasion: each for each in ordered}
    return [each for each in latest.values() if is_told(each) or _is_to_tell(each, course)]


def _is_to_tell(message: Message, course: Course) -> bool:
    telling = TABLE[message.occasion]
    is_over = any(
        each.what in telling.until and _is_after(each, message) for each in course.happened
    )
    return "slip" in telling.words and message.became in get_args(Unheard) and not is_over


def _is_after(happened: Happened, message: Message) -> bool:
    """Whether an event came after a message: within one second only numbers of events tell."""
    if message.occasion in _OF_EVENTS[receipts.kind_of(message.receipt)].values():
        return happened.number > int(message.about)
    return happened.at > message.queued_at


def is_told(message: Message) -> bool:
    """Whether somebody of the desk has told it."""
    return message.became in get_args(OnPaper)


def tell(message: Message, how: OnPaper, by: Actor, now: datetime) -> None:
    """Keep that somebody of the desk tells what no e-mail has told; the first time stands."""
    told = message.model_copy(update={"became": how, "became_at": now, "by": by})
    unheard = {f":{name}": name for name in get_args(Unheard)}
    condition = f"attribute_not_exists(pk) OR became IN ({', '.join(unheard)})"
    table.put_if(condition, _item(told), unheard)


def words(message: Message) -> Finding:
    """What a message tells, by e-mail and on paper."""
    due = {} if message.due is None else {"due": premium.in_yuan(message.due)}
    return Finding.of(TABLE[message.occasion].words["email"], day=message.about, **due)


def _item(message: Message) -> dict[str, Any]:
    return kept.to_item(_key(message.receipt, message.name), message)


def _key(receipt: str, name: str) -> dict[str, str]:
    return record_keys.item_key(receipt, f"{_MESSAGE}{name}")
