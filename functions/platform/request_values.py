"""Values that several requests hold: days, texts that no store would refuse, phones, e-mail."""

import re
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, ConfigDict, StringConstraints

from shared_rules.identity import email, free_words, phone
from shared_rules.records import Model

_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Request(Model):
    """What a request holds; what it may not hold is refused."""

    model_config = ConfigDict(extra="forbid")


def _iso_date(value: object) -> date:
    # As the rules take it: text only, where pydantic would take seconds since 1970 as well.
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        raise ValueError("not a day")
    return date.fromisoformat(value)


Day = Annotated[date, BeforeValidator(_iso_date)]
"""A calendar day, written 2026-11-24."""

Text = Annotated[str, StringConstraints(max_length=200)]
"""What was typed, to be judged by the rules."""

Phone = Annotated[str, StringConstraints(max_length=40), AfterValidator(phone.parse)]
"""A phone number (电话), as it is dialled."""

Email = Annotated[str, StringConstraints(max_length=300), AfterValidator(email.parse)]
"""An e-mail address (电子邮箱), or nothing; as typed it may be longer than as it is kept."""

Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=500),
    AfterValidator(free_words.check),
]
"""What people write of their own: read by others, and kept; nobody's whole ID number is in it."""

UploadId = Annotated[str, StringConstraints(min_length=1, max_length=64)]
"""The id of a file that was sent before."""
