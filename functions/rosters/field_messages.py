"""Which message tells of a field of a list's submission that is missing or wrong."""

from typing import Final

from functions.platform.problems import FieldMessages
from functions.records import consent

FIELD_MESSAGES: Final[FieldMessages] = {
    ("contact_name",): "unit.contact_name",
    ("phone",): "unit.phone",
    ("email",): "email.form",
    ("unit", "name"): "unit.name",
    ("unit", "kind"): "unit.kind",
    ("unit", "county"): "unit.county",
    ("unit", "contact_name"): "unit.contact_name",
    ("unit", "phone"): "unit.phone",
    ("unit", "email"): "email.form",
    ("unit", "funding"): "unit.funding",
    ("unit", "credit_code"): "unit.credit_code",
    **consent.FIELD_MESSAGES,
}
