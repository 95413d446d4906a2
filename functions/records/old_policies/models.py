"""Old policies and imports as they are kept."""

from datetime import date, datetime
from typing import Final, Literal

from pydantic import Field

from functions.records.actors import Actor
from functions.records.areas import KeptCounty
from shared_rules.funding import UnitKind
from shared_rules.messages import catalogue
from shared_rules.old_policies.judging import Payment
from shared_rules.records import Record
from shared_rules.roster.form.rows import Values

State = Literal["importing", "imported", "reversing", "reversed"]

STATE_MESSAGES: Final[dict[State, str]] = {
    "importing": "old_policies_state.importing",
    "imported": "old_policies_state.imported",
    "reversing": "old_policies_state.reversing",
    "reversed": "old_policies_state.reversed",
}
"""The codes of what the desk is told of a state."""


def label(state: State) -> str:
    """What a state is called."""
    return catalogue()[STATE_MESSAGES[state]].title


class OldUnit(Record):
    """The unit (单位) of an old policy."""

    name: str
    kind: UnitKind
    county: KeptCounty
    credit_code: str = ""


class Covered(Values):
    """Somebody under an old policy."""

    row: int
    paid: Payment | None = None


class PolicyLines(Record):
    """An old policy as a workbook brings it, with its people.

    `mark` is a keyed hash of all of it, by which the same is known when it comes again.
    """

    receipt: str
    number: str
    unit: OldUnit
    first_day: date
    last_day: date
    issued: date
    plan: date
    mark: str
    people: list[Covered]


class Brought(Record):
    """The policies that an import brings in, as one immutable object in S3."""

    policies: list[PolicyLines]


class OldPolicy(Record):
    """The head of an old policy: by which import it came, by whom and when (补录).

    `version` grows when it is taken back, and when it comes again after that.
    """

    receipt: str
    version: int
    number: str
    unit: OldUnit
    first_day: date
    last_day: date
    plan: date
    people: int
    mark: str
    import_receipt: str
    at: datetime
    by: Actor
    is_reversed: bool = False


class Event(Record):
    """Something that happened to an import; `by` is None where the service has done it."""

    at: datetime
    state: State
    by: Actor | None = None
    reason: str = ""


class Import(Record):
    """An import of a workbook. Its state is that of its last event.

    `done` counts the policies that the last task is through with, from the first one; `skipped` are
    the numbers of those that another import had brought in meanwhile; `lists` are the accepted
    lists of people in them, whose cover there follows from what they have had, and `cases` their
    claims, which are found by the policies' numbers.
    """

    receipt: str
    at: datetime
    by: Actor
    filename: str
    policies: int
    people: int
    counties: list[KeptCounty]
    lines_object: str
    original_object: str
    events: list[Event]
    done: int = 0
    skipped: list[str] = Field(default=[])
    lists: list[str] = Field(default=[])
    cases: list[str] = Field(default=[])

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.events[-1].state

    @property
    def revision(self) -> int:
        """Counts its events."""
        return len(self.events)
