"""What goes in and out where this year's list is compared with last year's (续保比对)."""

from datetime import date

from pydantic import Field

from functions.platform.request_values import Day, Request, Text
from functions.rosters.check_models import ListIn, NamedRows
from shared_rules.records import Model
from shared_rules.roster.renewal import Comparison


class ThisListIn(ListIn):
    """This year's list: as any list, without the rows that are left out."""

    exclude_rows: NamedRows = Field(default=[])


class LastListIn(ListIn):
    """Last year's list: as any list, or the receipt of one that was submitted, with its code."""

    receipt: Text | None = None
    access_code: Text = ""


class RenewalRequest(Request):
    """This year's list and last year's; `last_day` is the last of last year's cover.

    It is not asked of a receipt whose list was accepted: there it is known.
    """

    this: ThisListIn
    last: LastListIn
    last_day: Day | None = None


class RenewalCounts(Model):
    """How many people there are of each change; how many rows of each list were not compared."""

    renewed: int
    added: int
    left: int
    lapsed: int
    too_old: int
    this_not_compared: int
    last_not_compared: int


class RenewalPerson(Comparison):
    """What becomes of one person, in the words that people read."""

    change_label: str


class RenewalReport(Model):
    """Two lists compared, as if the new cover began on `cover_from`; nothing was stored."""

    last_day: date
    cover_from: date
    counts: RenewalCounts
    people: list[RenewalPerson]
