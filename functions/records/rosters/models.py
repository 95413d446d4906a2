"""Rosters as they are kept: versions, their people, and what was found or done with them."""

from datetime import date, datetime, timedelta
from typing import Literal, Self, get_args

from pydantic import Field

from functions.records.actors import Actor
from functions.records.areas import KeptCounty
from functions.records.consent import Given
from functions.records.kept_papers import KeptPaper
from functions.records.rosters.roster_events import Acceptance, Clerk, Ended, Event, State
from shared_rules import crockford
from shared_rules.funding import Funding, UnitKind
from shared_rules.premium import Premium
from shared_rules.records import Record
from shared_rules.roster.form.rows import Insured
from shared_rules.roster.mends import Mend

View = Literal[
    "viewed_case",
    "viewed_rows",
    "exported",
    "unit_viewed_list",
    "unit_exported_list",
    "unit_viewed_people",
    "unit_exported_people",
    "unit_renews",
    "unit_opened_paper",
    "opened_paper",
    "person_sought",
    "person_copied",
    "viewed_sheet",
    "viewed_sheet_thumbnails",
]


RosterPaperKind = Literal["stamped_sheets", "signed_consents"]


class Unit(Record):
    """The unit (单位) that sent a list, as it described itself.

    `old_last_day` is the last day of the cover that the list renews, as the unit says. To `email`,
    where its clerk has left it, goes what happens to the list.
    """

    name: str
    kind: UnitKind
    county: KeptCounty
    union: bool
    contact_name: str
    phone: str
    funding: Funding
    credit_code: str = ""
    old_last_day: date | None = None
    email: str = ""

    @property
    def clerk(self) -> Clerk:
        """Its clerk (经办人)."""
        return Clerk(contact_name=self.contact_name, phone=self.phone, email=self.email)


class Roster(Record):
    """A version of a submitted roster as the table keeps it; its people are in S3.

    `fingerprint` is a keyed hash of the request that made it, by which a repetition is known.
    `revision` counts the events: it changes with every one of them, `version` with the list only.
    `supplements` is the receipt of the accepted list whose new joiners these are (补充名单), and
    `renews` that of last year's (续保名单).
    `list_mark` is the same for the same people (`list_mark.mark_of`); lists of before have none.
    `plan` is the day from which the plan is valid under which it was quoted. `granted_rows` are
    those whose cover goes on although there was a gap, as two people of the desk have let it pass
    (宽限); a correction is another list, of which that is asked anew.
    """

    receipt: str
    version: int
    revision: int
    state: State
    submitted_at: datetime
    unit: Unit
    people: int
    premium: Premium
    plan: date
    cover_from: date
    consent: Given
    confirmations: list[str] = Field(default=[])
    exclude_rows: list[int] = Field(default=[])
    upload_id: str | None = None
    filename: str | None = None
    list_mark: str = ""
    supplements: str = ""
    renews: str = ""
    rows_object: str
    original_object: str
    fingerprint: str
    access_hash: str
    acceptance: Acceptance | None = None
    granted_rows: list[int] = Field(default=[])

    @property
    def old_last_days(self) -> dict[int, date]:
        """The last day of the old cover that no policy here gives, by row: 第四、五条.

        Papers of it were seen; or a gap was let pass.
        """
        if self.acceptance is None:
            return {}
        return {**self.acceptance.old_last_days, **self.gaps_passed(self.acceptance.first_day)}

    def gaps_passed(self, first_day: date) -> dict[int, date]:
        """By row, as if the old cover had ended on the eve of the new one: a gap was let pass."""
        return dict.fromkeys(self.granted_rows, first_day - timedelta(days=1))

    @property
    def is_ended(self) -> bool:
        """Whether nothing will come of it: the unit withdrew it, or the desk closed it."""
        return self.state in get_args(Ended)

    def after(self, event: Event, **changes: object) -> Self:
        """The roster after an event by which its list stays as it is."""
        changed = {"state": event.after, "revision": event.revision, **changes}
        if event.acceptance:
            changed["acceptance"] = event.acceptance
        if event.clerk:
            changed["unit"] = self.unit.model_copy(update=dict(event.clerk.after))
        return self.model_copy(update=changed)


class RosterPaper(KeptPaper):
    """A scan or photo that its unit brought; its batch is the event that brought it.

    It is of the sheets that the unit has stamped (第十一条), or of the consents that people of the
    list have signed (本人同意书). `check_text` is that of the list which the sheets are of, and
    stands on them; on those that were printed before it was submitted stands `offline_text`.
    """

    kind: RosterPaperKind
    check_text: str = ""
    offline_text: str = ""

    @property
    def bears(self) -> str:
        """The check text that stands on the sheets, as it is printed."""
        return self.offline_text or crockford.grouped(crockford.read(self.check_text))


class RenewedBy(Record):
    """A list was submitted that renews this one, with its receipt; what became of it, it says."""

    receipt: str
    at: datetime


class People(Record):
    """The people of one version of a roster, as one immutable object in S3.

    `mends` are how they differ from the file that came with them, which stays as it was. `erased`
    are the rows of those who have had themselves deleted (删除): nothing else of them is left.
    """

    receipt: str
    version: int
    people: list[Insured]
    mends: list[Mend] = Field(default=[])
    erased: list[int] = Field(default=[])


class Duplicates(Record):
    """Which rows are in other lists at the same time, as far as was looked.

    `lists` says how many of them are in each of the others, by receipt.
    """

    rows: list[int]
    lists: dict[str, int] = Field(default={})
    found_at: datetime


class HandOff(Record):
    """A list was handed off to the insurer: which version, since which one, in which bytes.

    `rows_object` are the people that it had then, `rows_out` those of them that had left it,
    `rows_granted` those whose gap in cover had been let pass, and `policy` its policy, in a line.
    """

    number: int
    at: datetime
    by: Actor
    version: int
    revision: int
    since_version: int | None = None
    people: int
    sha256: str
    rows_object: str = ""
    rows_out: list[int] = Field(default=[])
    rows_granted: list[int] = Field(default=[])
    policy: str = ""


class Viewed(Record):
    """Somebody has seen personal data, or taken the log along; kept in the log.

    `by` is None where it was the unit, by its access code.
    """

    at: datetime
    what: View
    version: int
    by: Actor | None = None
    rows: tuple[int, int] | None = None
    document_id: str | None = None
    is_masked: bool
