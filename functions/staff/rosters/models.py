"""What goes in and out of the routes of the desk of lists, and what its log shows."""

from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from functions.platform.downloads import Download
from functions.platform.request_values import Day, Request, Text, UploadId, Words
from functions.records.rosters.arrivals import Arrived
from functions.records.rosters.endorsements import ChangeRequested
from functions.records.rosters.models import Duplicates, Unit, View
from functions.records.rosters.policies import CoverSummary, PersonCover
from functions.records.rosters.roster_events import (
    Acceptance,
    Change,
    ClerkChange,
    Gap,
    Happening,
    Leaver,
    Reason,
    Refusal,
    State,
)
from functions.records.stopped_mail import Mail
from functions.records.teamwork import Doing
from functions.staff.models import ArchiveFile, By
from functions.staff.rosters.paper_models import AttachedPaper, CaseConsents, CaseSheet
from functions.staff.rosters.payment_models import CaseAccount
from functions.staff.rosters.underwriting_models import OldCoverSeenIn, Row, RowsAcceptedIn
from functions.staff.slips import Slip
from functions.staff.teamwork import Teamwork
from shared_rules.articles import Article
from shared_rules.findings import Finding
from shared_rules.premium import Premium
from shared_rules.records import Model
from shared_rules.roster.difference import Difference
from shared_rules.roster.form.rows import Values
from shared_rules.roster.limits import MAX_PEOPLE
from shared_rules.two_sums import Holds

Seen = View | Literal["handed_off"]
"""What the log has of what changed nothing."""

POLICY_NUMBER: Final = "^[A-Za-z0-9-]{4,40}$"
PolicyNumber = Annotated[str, StringConstraints(strip_whitespace=True, pattern=POLICY_NUMBER)]


class ReasonIn(Request):
    """Why the list comes back; `rows` where it is only about some."""

    text: Words
    article: Article | None = None
    rows: list[Row] = Field(default_factory=list, max_length=MAX_PEOPLE)


class ReturnRequest(Request):
    """A list goes back to its unit."""

    reasons: Annotated[list[ReasonIn], Field(min_length=1, max_length=20)]


class RemindRequest(Request):
    """A unit is reminded of a list that went back: what it reads."""

    reason: Words


class CloseRequest(Request):
    """A returned list is closed, and why."""

    reason: Words


class RefusalIn(Request):
    """Somebody whom the insurer does not insure, and by which article."""

    row: Row
    reason: Words
    article: Article


class PolicyDays(Request):
    """The three dates of 第四条 and the number of a policy.

    `agreed_first_day` (约定生效日) is the proposed day where it is not given. `premium_holds` says
    which premium holds, where the list was quoted under a plan with another one.
    """

    consent_date: Day
    premium_received_date: Day
    policy_issued_date: Day
    agreed_first_day: Day | None = None
    policy_number: PolicyNumber
    premium_holds: Holds | None = None


class AcceptRequest(PolicyDays):
    """The insurer accepts: dates, policy, and what is decided of single people.

    Of whom there is something to decide is in `refusals`, or in one or both of the two after it.
    `confirmations` are the codes of what was found of the days, and is right all the same.
    """

    refusals: list[RefusalIn] = Field(default_factory=list, max_length=MAX_PEOPLE)
    old_covers_seen: list[OldCoverSeenIn] = Field(default_factory=list, max_length=100)
    accepted_rows: list[RowsAcceptedIn] = Field(default_factory=list, max_length=100)
    confirmations: list[Text] = Field(default_factory=list, max_length=10)


class RowStatesRequest(Request):
    """The insurer's file, as an upload."""

    upload_id: UploadId


class RowStates(Model):
    """What the insurer's file says of a list's rows; nothing was stored.

    `refusals` go into the acceptance as they are; `without_state` counts the people of whom the
    file says nothing.
    """

    refusals: list[RefusalIn]
    accepted: int
    without_state: int
    findings: list[Finding]


class CaseEvent(Model):
    """Something that happened to a roster; `by` is null where the unit did it.

    `clerk` is there where another clerk took it over.
    """

    at: datetime
    state: Happening
    label: str
    version: int
    revision: int
    by: By | None
    reasons: list[Reason]
    before: State | None
    after: State
    clerk: ClerkChange | None


class ArrivalTold(Model):
    """What has arrived: stamped sheets, the premium or a part of it; `by` is null: its unit did."""

    what: Arrived
    at: datetime
    by: By | None


class Confirmation(Model):
    """A warning that the unit confirmed when it submitted."""

    code: str
    title: str


class CaseHandOff(Model):
    """When which version went out to the insurer, and by whom."""

    number: int
    at: datetime
    by: By
    version: int
    people: int
    sha256: str


class CaseVersion(Model):
    """One version of the list."""

    version: int
    submitted_at: datetime
    people: int


class OldCover(Model):
    """The last day of the cover that people of a list have had, and how many of them."""

    last_day: date
    people: int


class SameUnitList(Model):
    """An earlier list of the same unit with people of this one; what this one changes in it.

    `is_renewed`: it is last year's, by which they were insured last, or which this one names.
    `is_added_to`: this one supplements it, or the same list as it does; the others stay there.
    """

    receipt: str
    is_renewed: bool
    is_added_to: bool
    submitted_at: datetime
    state_label: str
    difference: Difference


class PersonChange(Model):
    """Somebody of a list before and after an endorsement."""

    row: int
    before: Values
    after: Values


class ProposedEndorsement(Model):
    """An endorsement that waits for a second person; `person` is masked as rows are.

    `open_claims` are the receipts of claims that may rest on cover that it takes away, and
    `decided_claims` of those that are to be reopened once it holds; `renewals` says in which later
    lists people would not renew any more, or is empty. `waits_until` is the last day on which
    `person` waits by it, who renewed before; null where she renews still. `gaps` are let pass.
    """

    change: Change
    label: str
    reasons: list[Reason]
    by: By
    at: datetime
    leavers: list[Leaver]
    acceptance: Acceptance | None
    person: PersonChange | None
    gaps: list[Gap]
    open_claims: list[str]
    decided_claims: list[str]
    renewals: str
    waits_until: date | None
    may_confirm: bool


class Case(Model):
    """A roster as the desk sees it; what identifies people is masked where `is_masked` says so.

    `old_covers`, from which a first day is proposed, are there for who may decide on it now.
    `close_from` is the first day on which a returned list may be closed, once there was a reminder.
    `undo_until` is when she may no longer undo what happened last; null where she may not.
    `endorsement` waits for a second person; `requests` are what the unit asked for. `supplements`
    is the receipt of the list whose new joiners these are, `renews` that of last year's list; empty
    where there is none.

    `duplicates` and `cover` are null until they were looked for, in the background.
    """

    receipt: str
    version: int
    revision: int
    state: State
    state_label: str
    next_step: str
    unit: Unit
    people: int
    premium: Premium
    submitted_at: datetime
    due: date
    filename: str | None
    plan: date
    cover_from: date
    old_covers: list[OldCover]
    confirmations: list[Confirmation]
    excluded_rows: list[int]
    unit_findings: list[Finding]
    duplicates: Duplicates | None
    same_unit: list[SameUnitList]
    reasons: list[Reason]
    close_from: date | None
    acceptance: Acceptance | None
    account: CaseAccount
    papers: list[AttachedPaper]
    endorsement: ProposedEndorsement | None
    requests: list[ChangeRequested]
    sheets: list[CaseSheet]
    consents: CaseConsents
    supplements: str
    renews: str
    cover: CoverSummary | None
    versions: list[CaseVersion]
    hand_offs: list[CaseHandOff]
    timeline: list[CaseEvent]
    arrivals: list[ArrivalTold]
    undo_until: datetime | None
    teamwork: Teamwork
    slips: list[Slip]
    mail: Mail
    may_decide: bool
    is_masked: bool


class IssuedCode(Model):
    """A new access code, which is shown this once, and the roster as it is then."""

    access_code: str
    case: Case


class CaseRow(Values):
    """One person of a list, what the rules say of her row, and what became of her.

    `old_last_day` is the last day of old cover of which papers were seen, `accepted_reason` why she
    is insured all the same, where there was something to decide. `is_gap_granted`: she renews,
    although there was a gap.
    """

    row: int
    findings: list[Finding]
    is_elsewhere: bool
    refusal: Refusal | None
    leaver: Leaver | None
    old_last_day: date | None
    is_gap_granted: bool
    accepted_reason: str | None
    cover: PersonCover | None


class RowsPage(Model):
    """Some rows of a version; `next` asks for those after them.

    `difference` comes with the first rows of a version that took the place of another one.
    `offline_text` stands on sheets of these people that were printed before they were submitted;
    who sees people masked is not told it, nor is it there once somebody was erased.
    """

    version: int
    total: int
    offline_text: str
    rows: list[CaseRow]
    difference: Difference | None
    next: int | None
    is_masked: bool


class HandOffMade(Download):
    """Where the archive of a hand-off is to be fetched from, until when, and what is in it."""

    number: int
    since_version: int | None
    changes: dict[str, int]
    files: list[ArchiveFile]
    sha256: str


class LogEntry(Model):
    """What somebody did or saw, when, why, and the state before and after."""

    at: datetime
    what: Happening | Seen | Doing | Literal["mailed"]
    label: str
    by: By | None
    version: int
    revision: int | None
    before: State | None
    after: State | None
    reasons: list[Reason]
    acceptance: Acceptance | None
    rows: tuple[int, int] | None
    is_masked: bool


class Log(Model):
    """The log of a roster, the newest first; the file has what is not in it any more."""

    entries: list[LogEntry]
    is_complete: bool
    unreadable: int
