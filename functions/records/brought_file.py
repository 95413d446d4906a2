"""A file that somebody brings, as it is known by its id."""

from datetime import datetime
from typing import Literal, NamedTuple

Purpose = Literal["roster", "claim-document", "policy-paper"]
"""A claim's document is any paper that is looked at before it is opened: also a stamped sheet."""


class Upload(NamedTuple):
    """One file that may be sent, or was; `used_by` is the receipt it was submitted under."""

    upload_id: str
    purpose: Purpose
    filename: str
    expires_at: datetime
    used_by: str | None = None

    @property
    def object_key(self) -> str:
        """Where its bytes are in the uploads bucket."""
        return f"uploads/{self.upload_id}"
