"""What is told of the cover of a list: its policy, who is covered, and next year's list."""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from pydantic import Field

from functions.platform.downloads import Download
from functions.records.areas import Contact
from functions.records.rosters.models import Unit
from functions.records.rosters.roster_events import Leaver, Refusal
from shared_rules import cover
from shared_rules.findings import Finding
from shared_rules.policy_papers import PaperFormat, PaperKind
from shared_rules.premium import Premium
from shared_rules.records import Model
from shared_rules.roster.form.rows import Values


class OldCoverTold(Model):
    """The rows of whose old cover the desk has seen papers, and its last day: they renew."""

    rows: list[int]
    last_day: date


class Policy(Model):
    """The policy (保单) by which a list was accepted: covered from … until, both inclusive.

    The three days are those that decide when it may begin at the earliest (第四条); `begins` says
    why it begins on its first day; `premium_why` which of two premiums holds, where the list was
    quoted under another one. `examined_rows` are those insured of whom there was something to
    decide; what, may be an illness of theirs, and is not told. `granted_rows` renew, although there
    was a gap in their cover.
    """

    number: str
    consent_date: date
    premium_received_date: date
    policy_issued_date: date
    first_day: date
    last_day: date
    begins: Finding
    people: int
    premium: Premium
    refusals: list[Refusal]
    leavers: list[Leaver] = Field(default=[])
    old_covers: list[OldCoverTold] = Field(default=[])
    examined_rows: list[int] = Field(default=[])
    granted_rows: list[int] = Field(default=[])
    premium_why: Finding | None = None


class PaymentTold(Model):
    """Premium that arrived, or went back (`is_back`), in yuan."""

    amount: Decimal
    day: date
    is_back: bool


class AccountTold(Model):
    """What has come of the premium, in yuan; `due_capitals` is what is due in capital numerals."""

    expected: Decimal
    due: Decimal
    due_capitals: str
    surplus: Decimal
    payments: list[PaymentTold]


class PaperTold(Model):
    """The policy or the invoice of a list, which its unit may download; `opened_at`: first done."""

    kind: PaperKind
    format: PaperFormat
    size: int
    at: datetime
    opened_at: datetime | None


class ExpectedCover(Model):
    """The cover that a list may have at the earliest, if its three acts are all done today.

    It is reckoned from what the unit itself says of its old cover, never from what is known of its
    people: the desk may find another day.
    """

    first_day: date
    last_day: date
    begins: Finding


CoverState = cover.State | Literal["left", "died", "refused", "no_days"]
"""As of a day: also taken out (批改退出), dead, not insured (不予承保), or without a day."""


class CoveredPerson(Model):
    """Somebody of an accepted list: covered from … until, both inclusive, under this list's policy.

    Her days are None where it gives her none. `is_leaving`: she is taken out after `last_day`.
    """

    row: int
    name: str
    id_number: str
    state: CoverState
    state_label: str
    first_day: date | None
    last_day: date | None
    waiting_last_day: date | None
    is_leaving: bool


class CoveredPeople(Model):
    """Who is covered by an accepted list on a day, in the list's order; numbers are masked.

    While the cover of each is still being reckoned, the days are those of the policy, and
    `is_complete` is false: waiting periods are not known yet. `plan` is the day from which the plan
    of the policy is valid: with its words their certificates (被保险人凭证) are printed.
    """

    receipt: str
    unit_name: str
    policy_number: str
    policy_issued_date: date
    plan: date
    contact: Contact
    on: date
    is_complete: bool
    counts: dict[CoverState, int]
    people: list[CoveredPerson]


class RenewalSent(Model):
    """A list that was submitted to renew another one; `is_ended`: it was withdrawn or closed."""

    receipt: str
    submitted_at: datetime
    state_label: str
    people: int
    is_ended: bool


class RenewalOffer(Model):
    """Next year's list of an accepted one: offered from `opens_on`, as the old cover nears its end.

    `first_day` is the earliest of the new cover: the day after the old one ends, or tomorrow where
    it has ended. `sent` are the lists that were submitted to renew it.
    """

    opens_on: date
    is_open: bool
    last_day: date
    first_day: date
    sent: list[RenewalSent] = Field(default=[])


WhyNotRenewed = Literal["too_old", "left", "died", "refused", "ask_her"]
"""Too old on the new first day (超龄), taken out (已退出), dead, or never insured (不予承保); or
she goes on only where she says so herself, as her data are only kept (限制处理).
"""


class NotRenewed(Model):
    """Somebody of an accepted list who is not in next year's, with her row in the old one."""

    row: int
    name: str
    why: WhyNotRenewed
    why_label: str
    findings: list[Finding]


class NextYear(Model):
    """Next year's list as it can be handed in when nothing has changed; nothing was stored.

    `unit` has the last day of the old cover, `last_day`, and the name that it has now; `formerly`
    is that of the list where it was renamed, or merged into another one, since; otherwise empty.
    Whatever is sent is judged as any list.
    `list_mark` is the same for the same people; `sent` are the lists that renew this one already.
    """

    receipt: str
    unit: Unit
    formerly: str = ""
    last_day: date
    first_day: date
    people: list[Values]
    list_mark: str
    sent: list[RenewalSent]
    not_renewed: list[NotRenewed]


class NextYearFile(Download):
    """Where next year's list is, as a workbook; who is not in it, and why."""

    people: int
    not_renewed: list[NotRenewed]
