"""What goes in and out of the desk's routes of lectures and specialists (第十七、十八条)."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from functions.platform.request_values import Day, Request, Words
from functions.records.areas import County
from functions.records.service_entries import EntryId, Kind, Lecture, Specialist
from functions.staff.models import By
from shared_rules.identity import phone
from shared_rules.records import Model

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=100)]
Remark = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)]
Phone = Annotated[str, StringConstraints(max_length=40), AfterValidator(phone.parse)]
Time = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
FormName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{16,64}$")]
"""Made once by a form: what is sent again with it is not entered twice."""


class LectureIn(Request):
    """A lecture to be entered; times are China's."""

    form: FormName
    title: Title
    day: Day
    begins: Time
    ends: Time
    county: County
    place: Title
    speaker: Remark = ""
    phone: Phone


class SpecialistIn(Request):
    """A specialist to be entered; she has agreed that name and work phone are published."""

    form: FormName
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=50)]
    phone: Phone
    counties: Annotated[list[County], Field(min_length=1, max_length=22)]
    duties: Remark = ""
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
    """An entry as the desk sees it; `may_withdraw` where whoever asks may take it back."""

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
