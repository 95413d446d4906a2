"""What goes in and out of the route that finds somebody by her ID number."""

from datetime import date

from functions.platform.request_values import Request, Text
from functions.records.areas import KeptCounty
from shared_rules import cover
from shared_rules.findings import Finding
from shared_rules.plans import ItemName
from shared_rules.records import Model


class PersonRequest(Request):
    """Whom the desk asks about: the whole number, in the body only."""

    id_number: Text


class PersonPolicy(Model):
    """A policy of hers and what it covers of her time; `is_brought_in`: 补录, from before go-live.

    Her days are None where it gives her none, as another one runs.
    """

    receipt: str
    is_brought_in: bool
    policy_number: str
    unit_name: str
    county: KeptCounty
    first_day: date | None
    last_day: date | None
    is_continuous: bool
    waiting_last_day: date | None
    state: cover.State | None
    state_label: str


class PersonClaim(Model):
    """A claim of hers, open or settled; item, day and sum once it is settled."""

    receipt: str
    reported_on: date
    state_label: str
    item_label: str | None = None
    settled_on: date | None = None
    total: int | None = None


class PersonEnded(Model):
    """An item that is over for her (第五条), by which claim or old policy."""

    item: ItemName
    item_label: str
    receipt: str
    paid_on: date
    is_refund: bool


class PersonFound(Model):
    """What is known of somebody, as far as whoever asks may see it.

    `is_whole`: all her policies, with what is remarkable between them, ended items and claims. A
    county's contact sees the policies of her own counties, and nothing about illness.
    `restricted_on` is since when her data are only kept, as she has asked (限制处理).
    """

    id_number: str
    on: date
    is_whole: bool
    restricted_on: date | None
    policies: list[PersonPolicy]
    findings: list[Finding]
    ended: list[PersonEnded]
    claims: list[PersonClaim]
