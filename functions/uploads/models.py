"""What goes in and out of `POST /api/uploads`."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from functions.platform.request_values import Request
from functions.records.brought_file import Purpose
from shared_rules.records import Model


class UploadRequest(Request):
    """A file that a person wants to send."""

    purpose: Purpose
    filename: Annotated[str, Field(description="shortened where it is too long, never empty")]
    size: Annotated[int, Field(ge=0, strict=True, description="bytes")]
    content_type: Annotated[
        str, StringConstraints(pattern=r"^([\w.+-]+/[\w.+-]+)?$", max_length=100)
    ] = ""


class UploadTicket(Model):
    """A presigned POST: send `fields` and then `file` to `url` as multipart/form-data."""

    upload_id: str
    url: str
    fields: dict[str, str]
    max_size: int
    expires_at: datetime
