"""What is asked for of an accepted list: endorsements (批改), and what its unit wants changed."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from functions.platform.request_values import Day, Request, Text, Words
from functions.rosters.check_models import RowIn
from functions.staff.rosters.models import PolicyDays
from functions.staff.rosters.underwriting_models import Row
from shared_rules.records import Model
from shared_rules.roster.limits import MAX_PEOPLE


class PeopleOutIn(Request):
    """Some people leave the list (离职、退保), or have died: the last day of their cover.

    None where they were never to be in it; of who has died it is the day of her death.
    """

    change: Literal["people_out", "died"]
    rows: Annotated[list[Row], Field(min_length=1, max_length=MAX_PEOPLE)]
    last_day: Day | None = None


class PersonIn(RowIn):
    """What somebody's row should have said; what is not given stays."""

    change: Literal["person"]
    row: Row


class PolicyIn(PolicyDays):
    """The dates and the number of the policy, as they should have been: all of them."""

    change: Literal["policy"]


class GapIn(Request):
    """The insurer lets a gap in the cover of some people pass (宽限): they renew all the same.

    Also of a list that waits for its acceptance.
    """

    change: Literal["gap_granted"]
    rows: Annotated[list[Row], Field(min_length=1, max_length=MAX_PEOPLE)]


class NotAcceptedIn(Request):
    """The list was accepted in error: it waits for the desk again."""

    change: Literal["acceptance_withdrawn"]


class EndorseRequest(Request):
    """An endorsement (批改): what is to be put right in a list, and why.

    `answers` is the number of the unit's request that it answers, where it answers one.
    `confirmations` are the codes of what was found of it, and is right all the same.
    """

    reason: Words
    answers: Annotated[int, Field(ge=1, strict=True)] | None = None
    confirmations: list[Text] = Field(default_factory=list, max_length=10)
    what: Annotated[
        PeopleOutIn | PersonIn | PolicyIn | GapIn | NotAcceptedIn, Field(discriminator="change")
    ]


class EndorsementLook(Model):
    """What an endorsement would come to, in whose way nothing stands; nothing is stored.

    `needs_second`: it waits for a second person, and otherwise holds at once. The rest is as of one
    that waits.
    """

    needs_second: bool
    open_claims: list[str]
    decided_claims: list[str]
    renewals: str
    waits_until: date | None


class DeclineEndorsementRequest(Request):
    """What was proposed does not hold, and why; or whoever proposed it takes it back."""

    reason: Words


class DeclineChangeRequest(Request):
    """What a unit has asked for is not done, and why."""

    number: Annotated[int, Field(ge=1, strict=True)]
    reason: Words
