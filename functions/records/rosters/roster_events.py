"""What happens to a roster: each event says who, what, why, and the state before and after.

Nothing is edited: an event is added, and the head follows it in the same transaction.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final, Literal

from pydantic import Field, computed_field

from functions.records.actors import Actor
from shared_rules import articles, cover, first_day
from shared_rules.articles import Article
from shared_rules.findings import Finding
from shared_rules.funding import PayingAccount
from shared_rules.messages import catalogue
from shared_rules.policy_papers import PaperFormat, PaperKind
from shared_rules.premium import Premium
from shared_rules.records import Record
from shared_rules.roster.form.rows import Insured
from shared_rules.two_sums import TwoSums

Live = Literal["submitted", "returned", "accepted"]
Ended = Literal["withdrawn", "closed"]
State = Literal[Live, Ended]
Endorsed = Literal["endorsed", "acceptance_withdrawn"]
Happening = Literal[
    State,
    Endorsed,
    "corrected",
    "reminded",
    "access_code_changed",
    "clerk_changed",
    "endorsement_proposed",
    "endorsement_declined",
    "change_requested",
    "change_declined",
    "premium_received",
    "premium_paid_back",
    "payment_struck",
    "policy_attached",
    "policy_replaced",
    "policy_opened",
    "invoice_attached",
    "invoice_replaced",
    "invoice_opened",
    "sheets_brought",
    "consents_brought",
    "consents_attested",
    "person_erased",
    "undone",
]
Change = Literal["people_out", "died", "person", "policy", "gap_granted", "acceptance_withdrawn"]
"""What an endorsement (批改) changes: who leaves or has died, a name or number, the policy, a gap
that the insurer lets pass (宽限), all."""

CHANGES: Final[Mapping[Change, str]] = {
    "people_out": "endorsement.people_out",
    "died": "endorsement.died",
    "person": "endorsement.person",
    "policy": "endorsement.policy",
    "gap_granted": "endorsement.gap_granted",
    "acceptance_withdrawn": "endorsement.acceptance_withdrawn",
}
"""The codes of what is said of each."""

MESSAGES: Final[Mapping[Happening, str]] = {
    "submitted": "state.submitted",
    "corrected": "state.corrected",
    "returned": "state.returned",
    "accepted": "state.accepted",
    "withdrawn": "state.withdrawn",
    "closed": "state.closed",
    "reminded": "state.reminded",
    "access_code_changed": "state.access_code_changed",
    "clerk_changed": "state.clerk_changed",
    "endorsement_proposed": "state.endorsement_proposed",
    "endorsement_declined": "state.endorsement_declined",
    "endorsed": "state.endorsed",
    "acceptance_withdrawn": "state.acceptance_withdrawn",
    "change_requested": "state.change_requested",
    "change_declined": "state.change_declined",
    "premium_received": "state.premium_received",
    "premium_paid_back": "state.premium_paid_back",
    "payment_struck": "state.payment_struck",
    "policy_attached": "state.policy_attached",
    "policy_replaced": "state.policy_replaced",
    "policy_opened": "state.policy_opened",
    "invoice_attached": "state.invoice_attached",
    "invoice_replaced": "state.invoice_replaced",
    "invoice_opened": "state.invoice_opened",
    "sheets_brought": "state.sheets_brought",
    "consents_brought": "state.consents_brought",
    "consents_attested": "state.consents_attested",
    "person_erased": "state.person_erased",
    "undone": "state.undone",
}
"""The codes of what is said of a state, and of what led to it."""


_TO_DO_ABOUT: Final[tuple[Happening, ...]] = ("access_code_changed", "clerk_changed")
"""After these a unit must do something if it was not its own doing."""


class Reason(Record):
    """Why something was done to a list: about all of it, or some of its rows."""

    text: str
    article: Article | None = None
    rows: list[int] = Field(default=[])

    @computed_field  # type: ignore[prop-decorator]
    @property
    def article_label(self) -> str | None:
        """What people call the article."""
        return articles.label(self.article) if self.article else None


class Refusal(Record):
    """Why the insurer does not insure somebody of an accepted list (第三、四条)."""

    row: int
    reason: str
    article: Article

    @computed_field  # type: ignore[prop-decorator]
    @property
    def article_label(self) -> str:
        """What people call the article."""
        return articles.label(self.article)


class Leaver(Record):
    """Somebody of an accepted list who was taken out of it (退保), or died, before its cover ends.

    `last_day` is her last day of cover, that of her death where she `has_died`; None where she was
    never to be in the list.
    """

    row: int
    last_day: date | None = None
    has_died: bool = False


class Gap(Record):
    """Somebody whose old cover, until `last_day`, ended too early for the new one to follow it."""

    row: int
    last_day: date


class OldCoverSeen(Record):
    """Papers of old cover (原保障凭证) that the desk has seen of some people: 第四、五条.

    `last_day` is the last of that cover, `paper` says which papers they were; who saw them is who
    did the event.
    """

    rows: list[int]
    last_day: date
    paper: str


class RowsAccepted(Record):
    """Why people are insured about whom there was something to decide."""

    rows: list[int]
    reason: str


class Acceptance(Record):
    """What the insurer accepted: 第四条 makes the first day from the three dates, or it is agreed.

    `old_last_day` is the last day of the old cover that the list renews, where it does. `plan` is
    the day from which the plan is valid that the policy was issued under; `people` and `premium`
    are without those refused. `leavers` were taken out since: the text knows no refund for them,
    so that both stay as they were. `confirmations` are the codes of what was confirmed of its days.
    Where the list was quoted under another premium, `two_sums` has both and which holds.
    """

    consent_date: date
    premium_received_date: date
    policy_issued_date: date
    policy_number: str
    first_day: date
    last_day: date
    plan: date
    people: int
    premium: Premium
    two_sums: TwoSums | None = None
    refusals: list[Refusal]
    leavers: list[Leaver] = Field(default=[])
    old_covers_seen: list[OldCoverSeen] = Field(default=[])
    accepted_rows: list[RowsAccepted] = Field(default=[])
    confirmations: list[str] = Field(default=[])
    old_last_day: date | None = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def begins(self) -> Finding:
        """Why cover begins on its first day."""
        acts = (self.consent_date, self.premium_received_date, self.policy_issued_date)
        return first_day.reason(self.first_day, cover.first_day(*acts), self.old_last_day)

    @property
    def refused_rows(self) -> frozenset[int]:
        """The rows of those refused."""
        return frozenset(refusal.row for refusal in self.refusals)

    @property
    def left(self) -> dict[int, date | None]:
        """The last day of cover of those taken out, by row."""
        return {leaver.row: leaver.last_day for leaver in self.leavers}

    @property
    def is_left_by_all(self) -> bool:
        """Whether nobody is left in it who could renew."""
        return len(self.left) >= self.people

    @property
    def dead(self) -> frozenset[int]:
        """The rows of those who have died since."""
        return frozenset(leaver.row for leaver in self.leavers if leaver.has_died)

    @property
    def rows_out(self) -> frozenset[int]:
        """The rows of those who are not insured, or have been taken out."""
        return self.refused_rows.union(self.left)

    @property
    def old_last_days(self) -> dict[int, date]:
        """The last day of the old cover of whose papers were seen, by row."""
        return {row: seen.last_day for seen in self.old_covers_seen for row in seen.rows}

    @property
    def accepted_reasons(self) -> dict[int, str]:
        """Why those are insured of whom there was something to decide, by row."""
        return {row: each.reason for each in self.accepted_rows for row in each.rows}

    @property
    def rows_spoken_of(self) -> frozenset[int]:
        """The rows of whom something was decided apart, or who left."""
        return self.rows_out.union(self.old_last_days, self.accepted_reasons)

    @property
    def in_a_line(self) -> str:
        """The policy by its number and its days, to tell whether it was changed."""
        return f"{self.policy_number} {self.first_day} {self.last_day}"

    def last_days(self, people: Iterable[Insured]) -> dict[int, date | None]:
        """The last day of cover of each of these people, by row; None: she has none."""
        apart = {**self.left, **dict.fromkeys(self.refused_rows)}
        return {each.row: apart.get(each.row, self.last_day) for each in people}


class Endorsement(Record):
    """What an endorsement (批改) changes in an accepted list; its reason is the event's.

    `leavers` leave it. `acceptance` is what holds from then on where the policy was wrong.
    `rows_object` are its people from then on where somebody's name or number was wrong, and
    `rows_before` those until then. `gaps` are let pass (宽限): cover goes on as if there were none.
    `open_claims` are the receipts of claims that were open then and may rest on days that are
    covered no more, `renewals` those of later lists with people who go on with this one no more,
    `decided_claims` those that were decided without a cover that there is now: whoever proposed it
    has confirmed that.
    """

    change: Change
    leavers: list[Leaver] = Field(default=[])
    acceptance: Acceptance | None = None
    rows_object: str = ""
    rows_before: str = ""
    gaps: list[Gap] = Field(default=[])
    open_claims: list[str] = Field(default=[])
    renewals: list[str] = Field(default=[])
    decided_claims: list[str] = Field(default=[])


class PremiumPayment(Record):
    """Premium that arrived with the insurer, or went back (`is_back`), as the bank says it.

    What went back `is_for_good` (退还、退保) after acceptance is not owed again.
    `amount` is in yuan, to the fen. `payer` is the name of the account, `bank_reference` the number
    of the line in the bank's statement, both empty where nobody wrote them down. `statement_line`
    is the digest of the line that it was taken from; empty where it was written down by hand.
    """

    amount: Decimal
    day: date
    account: PayingAccount
    payer: str = ""
    bank_reference: str = ""
    is_back: bool = False
    is_for_good: bool = False
    statement_line: str = ""


class PolicyPaper(Record):
    """The policy (保险单) or the invoice (发票) of an accepted list, as it came: 第十三条.

    `object_key` is the key of its bytes in S3; `is_scanned`: a virus scanner has found nothing.
    """

    kind: PaperKind
    format: PaperFormat
    object_key: str
    size: int
    sha256: str
    is_scanned: bool = False


class Clerk(Record):
    """Who compiles a unit's list (经办人), her phone, and her e-mail where she has left it."""

    contact_name: str
    phone: str
    email: str = ""


class ClerkChange(Record):
    """Another clerk took a list over, or her phone changed."""

    before: Clerk
    after: Clerk


class SignedConsents(Record):
    """Consents (本人同意书) that people of a list have signed: brought, or kept by their unit.

    `rows` are theirs, or empty: everybody's. `wording` is the version of the text by which the unit
    attests that it keeps them, `clerk` who did so for it; both empty where they were brought.
    """

    rows: list[int] = Field(default=[])
    wording: str = ""
    clerk: str = ""


class Event(Record):
    """Something that happened to a roster, to one version of its list.

    `revision` counts the events of a roster from 1. `by` is None where the unit did it. By `asked`,
    a digest of the request, what was done is known when it is asked for again; `answers` is the
    revision of the unit's request that it answers. `strikes` is the revision of the payment that
    was recorded in error, `opens` that of the policy or invoice that the unit downloaded.
    `consents` also come with a list: its unit attests when it submits or corrects it. `undoes` is
    the revision of the decision that was undone, from which nothing follows any more; of an
    acceptance what was withdrawn follows.
    """

    at: datetime
    state: Happening
    version: int
    revision: int
    before: State | None = None
    after: State
    by: Actor | None = None
    reasons: list[Reason] = Field(default=[])
    acceptance: Acceptance | None = None
    endorsement: Endorsement | None = None
    asked: str = ""
    answers: int | None = None
    payment: PremiumPayment | None = None
    strikes: int | None = None
    clerk: ClerkChange | None = None
    paper: PolicyPaper | None = None
    opens: int | None = None
    consents: SignedConsents | None = None
    undoes: int | None = None


def label(state: Happening) -> str:
    """What people call a state, or what led to it."""
    return catalogue()[MESSAGES[state]].title


def said(event: Event) -> str:
    """What people call an event; stamped sheets that the desk has are of paper."""
    if event.state == "sheets_brought" and event.by:
        return catalogue()["state.sheets_on_paper"].title
    return label(event.state)


def holding(events: Iterable[Event]) -> list[Event]:
    """The events from which something follows: without those undone, and their undoing."""
    events = list(events)
    undone = {event.undoes for event in events if event.state == "undone"}
    return [event for event in events if event.state != "undone" and event.revision not in undone]


def note(happening: Happening) -> str:
    """What to do about something that happened, where somebody must be told of it apart."""
    return catalogue()[MESSAGES[happening]].fix if happening in _TO_DO_ABOUT else ""
