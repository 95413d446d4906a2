"""What is told of a kept list to whoever has its access code: where it stands, and its form."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from functions.records import kept_papers
from functions.records.areas import Contact
from functions.records.rosters.check_texts import Standing
from functions.records.rosters.endorsements import ChangeRequested
from functions.records.rosters.models import Unit
from functions.records.rosters.roster_events import Happening, Reason, State
from functions.records.rosters.signed_consents import ConsentsAttested, ConsentsMissing
from functions.records.whereabouts import Whereabouts
from functions.rosters.cover_models import (
    AccountTold,
    ExpectedCover,
    PaperTold,
    Policy,
    RenewalOffer,
)
from functions.rosters.form_models import Form
from shared_rules.findings import Finding
from shared_rules.plans import Payment
from shared_rules.premium import Premium
from shared_rules.records import Model


class RosterStatusStep(Model):
    """Something that happened to a roster, to one version of its list, in words for the unit.

    `note` says what to do about it, where that is not said elsewhere.
    """

    at: datetime
    state: Happening
    version: int
    label: str
    note: str = ""
    reasons: list[Reason] = Field(default=[])


class Reminder(Model):
    """The desk has reminded of a list that went back; from `close_from` on it may close it."""

    at: datetime
    reasons: list[Reason]
    close_from: date


class BroughtTold(Model):
    """A paper that the unit has brought to a version of its list."""

    filename: str
    received_at: datetime
    version: int
    state: kept_papers.State
    state_label: str
    findings: list[Finding] = Field(default=[])


class SheetTold(BroughtTold):
    """Of stamped sheets; `is_current`: it is of the list as it stands."""

    is_current: bool


class ConsentsPaperTold(BroughtTold):
    """Of signed consents (本人同意书): of everybody in that version, or of `rows`."""

    rows: list[int]


class ConsentsTold(Model):
    """What has become of the signed consents: brought, or kept by the unit as it attests."""

    papers: list[ConsentsPaperTold]
    attested: list[ConsentsAttested]
    missing: ConsentsMissing


class RosterStatus(Model):
    """Where a roster stands; `reasons` say why it was returned or closed, if it was.

    `reminder` is there while a list that went back waits and the desk has reminded of it.
    `expected` is there until the insurer has accepted it, `policy` and `renewal` from then on, and
    of the `papers` those that were handed over;
    before it, `two_sums`, where today's premium is not the one that the list was quoted. `names`
    say who stands in the rows that reasons and refusals are about. `check_text` stands on the
    sheets of the list as it is now. `unit` is what the unit said of itself, so that a correction
    need not ask for it again.
    """

    receipt: str
    version: int
    state: State
    state_label: str
    next_step: str
    whereabouts: Whereabouts
    timeline: list[RosterStatusStep]
    unit_name: str
    unit: Unit
    people: int
    premium: Premium
    contact: Contact
    payment: Payment
    print_url: str
    check_text: str
    reasons: list[Reason] = Field(default=[])
    reminder: Reminder | None = None
    names: dict[int, str] = Field(default={})
    account: AccountTold
    expected: ExpectedCover | None = None
    two_sums: Finding | None = None
    policy: Policy | None = None
    papers: list[PaperTold] = Field(default=[])
    renewal: RenewalOffer | None = None
    requests: list[ChangeRequested] = Field(default=[])
    sheets: list[SheetTold] = Field(default=[])
    consents: ConsentsTold
    supplements: str = ""
    renews: str = ""


class SheetStanding(Model):
    """What the check text of a sheet is to a list; `finding` says it, and what to do.

    An `offline` one was printed before its list was submitted: it is not compared here.
    """

    standing: Standing | Literal["offline"]
    finding: Finding


class PrintedForm(Form):
    """What the unit prints and stamps (第十一条): what it submitted, as it was endorsed since.

    `code` is a QR code that leads to where its check text is compared, as SVG. `offline_text` is
    what stands instead on sheets of the same list that were printed before it was submitted; none
    once somebody was erased. `ended` is what the state of a list is called that has ended: nobody
    needs to stamp it.
    """

    receipt: str
    version: int
    submitted_at: datetime
    code: str
    offline_text: str
    policy: Policy | None = None
    ended: str = ""
