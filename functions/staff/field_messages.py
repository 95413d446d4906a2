"""Which message tells of a field at the desk of lists that is wrong."""

from typing import Final

from functions.platform.problems import FieldMessages

FIELD_MESSAGES: Final[FieldMessages] = {
    ("policy_number",): "policy.number",
    ("what", "policy", "policy_number"): "policy.number",
}
