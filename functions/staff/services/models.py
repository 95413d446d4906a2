"""What goes in and out of the desk's routes of lectures and specialists (第十七、十八条)."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import ConfigDict, StringConstraints

from functions.platform.request_values import Request
from functions.records.service_entries import EntryId, Kind, Lecture, Specialist
from functions.staff.models import By, Words
from shared_rules.records import Model

FormName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{16,64}$")]
"""Made once by a form: what is sent again with it is not entered twice."""


class LectureIn(Lecture):
    """A lecture to be entered."""

    model_config = ConfigDict(extra="forbid")

    form: FormName


class SpecialistIn(Specialist):
    """A specialist to be entered; she has agreed that name and work phone are published."""

    model_config = ConfigDict(extra="forbid")

    form: FormName
    has_agreed: Literal[True]


class WithdrawRequest(Request):
    """Why an entry is taken back."""

    reason: Words


class WithdrawnBy(Model):
    """Who took an entry back, when, and why."""

    at: datetime
    by: By
    reason: str


class Entered(Model):
    """An entry as the desk sees it; `may_withdraw` where it is hers and still stands."""

    kind: Kind
    entry_id: EntryId
    at: datetime
    by: By
    lecture: Lecture | None
    specialist: Specialist | None
    withdrawn: WithdrawnBy | None
    may_withdraw: bool


class EnteredServices(Model):
    """The entries for somebody's counties, those withdrawn too, the latest lecture first."""

    entries: list[Entered]
