"""What goes in and out of the routes that copy, restrict or erase what is kept of somebody."""

from datetime import date, datetime
from typing import Literal

from functions.platform.downloads import Download
from functions.platform.request_values import Request, Text, Words
from functions.records.areas import KeptCounty
from functions.records.erasures import Line
from functions.records.restrictions import Restricting
from functions.staff.models import ArchiveFile, By
from shared_rules.records import Model


class CopyRequest(Request):
    """Whose data she herself has asked for: the whole number, in the body only.

    `reason` says how she asked, and `is_verified` that it is she who asks, or who she has sent.
    """

    id_number: Text
    reason: Words
    is_verified: Literal[True]


class RestrictionRequest(CopyRequest):
    """Whose data are to be kept only (限制处理), still so, or not any more, as she has asked.

    `reason` of one that is looked at again (`kept`) says what came of that.
    """

    what: Restricting


class StandingRestriction(Model):
    """Somebody's data are kept only, `since` a day: who did last what about it, when and why.

    That is who restricted it, or, where it `is_looked_at`, who has looked at it again; nobody knows
    once the years are over for which that is kept. From `look_again_on` it is to be looked at.
    """

    since: date
    at: datetime | None
    by: By | None
    reason: str
    is_looked_at: bool
    look_again_on: date
    is_to_be_looked_at: bool


class StandingRestrictions(Model):
    """All that stand, whom to look at again first; of whom each is, who did it knows."""

    restrictions: list[StandingRestriction]


class ContactRequest(Request):
    """Which clerk or reporter herself has asked what is kept of her: the phone, in the body only.

    `is_verified`: it is she who asks, or who she has sent.
    """

    phone: Text
    is_verified: Literal[True]


class KeptContact(Model):
    """What a list, or a claim, says of whom one calls about it, or called before.

    That is its clerk, who was its clerk once, or who reported it. It is kept `until` a day at the
    latest.
    """

    receipt: str
    what: Literal["clerk", "former_clerk", "reporter"]
    unit_name: str
    county: KeptCounty
    name: str
    phone: str
    email: str
    since: date
    until: date
    state_label: str


class KeptContacts(Model):
    """All that is kept of whoever is called on a phone."""

    on: date
    contacts: list[KeptContact]


class PersonCopy(Download):
    """Where the copy of what is kept of somebody is to be fetched from, and what is in it."""

    files: list[ArchiveFile]
    sha256: str


class ErasableRequest(Request):
    """Of whom somebody asks what may be deleted: the whole number, in the body only."""

    id_number: Text


class ErasureRequest(ErasableRequest):
    """What she herself has asked to have deleted; `seen` is the mark of what may be, as shown.

    `reason` says how she asked, and `is_verified` that it is she who asks, or who she has sent.
    """

    seen: Text
    reason: Words
    is_verified: Literal[True]


class ConfirmErasureRequest(ErasableRequest):
    """A second person agrees to what she has seen."""

    seen: Text


class DeclineErasureRequest(ErasableRequest):
    """Why what was proposed is not done."""

    reason: Words


class WaitingErasure(Model):
    """What waits for a second person, or, once it `is_confirmed`, has not come to its end yet."""

    at: datetime
    by: By
    reason: str
    is_own: bool
    is_confirmed: bool


class WaitingErasures(Model):
    """All that waits, the oldest first; of whom each is, who proposed it says to the second one.

    `unreadable` is how many of them cannot be read.
    """

    waiting: list[WaitingErasure]
    unreadable: int


class ErasureCertificate(Model):
    """What was deleted (删除证明): who agreed to it and when, what went, what stays and why.

    `backups_until` is the last day on which a backup still has what went, `copies_until` that on
    which a file has it that was uploaded or made for somebody.
    """

    done_at: datetime
    proposed_at: datetime
    proposed_by: By
    confirmed_at: datetime
    confirmed_by: By
    goes: list[Line]
    stays: list[Line]
    backups_until: date
    copies_until: date


class Erasable(Model):
    """What may be deleted of somebody, what stays and why; what waits; what was done.

    `seen` is a mark of goes and stays: by it nobody agrees to anything that she has not seen.
    """

    id_number: str
    seen: str
    goes: list[Line]
    stays: list[Line]
    waiting: WaitingErasure | None
    done: list[ErasureCertificate]
