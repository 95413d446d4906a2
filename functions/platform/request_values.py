"""Values that several requests hold: days, and texts that no store would refuse."""

import re
from datetime import date
from typing import Annotated, Final

from pydantic import BeforeValidator, ConfigDict, StringConstraints

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

UploadId = Annotated[str, StringConstraints(min_length=1, max_length=64)]
"""The id of a file that was sent before."""
