"""What the queue of lists shows, and how many there are in each."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from functions.records.rosters.arrivals import Arrived
from functions.records.rosters.roster_events import Live, State
from functions.staff.finding import Sought
from shared_rules.funding import UnitKind
from shared_rules.policy_papers import PaperKind
from shared_rules.records import Model

QueueName = Literal[Live, "papers_missing", "endorsement_waits", "to_tell"]
"""A state of lists that have not ended; or accepted ones whose policy or invoice is missing; or
those of which an endorsement waits for a second person, or the desk has to tell something itself.
"""


class ListSought(Sought):
    """Which lists are searched for: in one county, or in all that may be seen."""

    county: str = ""


class Queued(Model):
    """A roster as the queue shows it; `due` is the day until which the next step is to be done.

    `holder` is who has it in hand, empty where nobody has. `arrived` has what came for it, and is
    empty of lists to which nothing has happened since that is kept.

    `papers_missing` and `to_tell`, what is to be told, are there where such lists are asked for.
    """

    receipt: str
    version: int
    revision: int
    state: State
    state_label: str
    unit_name: str
    unit_kind: UnitKind
    county: str
    people: int
    submitted_at: datetime
    due: date
    is_overdue: bool
    is_soon: bool
    papers_missing: list[PaperKind] = Field(default=[])
    to_tell: list[str] = Field(default=[])
    holder: str
    arrived: list[Arrived]


class Queue(Model):
    """A page of the queue; `next` asks for the one after it.

    `unreadable` has the receipts of lists that cannot be read; who runs the service is alarmed.
    """

    items: list[Queued]
    unreadable: list[str]
    next: str | None


class Count(Model):
    """How many rosters are in a queue; `is_more` where counting stopped there."""

    state: QueueName
    state_label: str
    count: int
    is_more: bool


class RosterCounts(Model):
    """How much there is of each state."""

    counts: list[Count]
