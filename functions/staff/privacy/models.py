"""What goes in and out of the route that copies what is kept of somebody."""

from typing import Literal

from functions.platform.downloads import Download
from functions.platform.request_values import Request, Text
from functions.staff.models import ArchiveFile, Words


class CopyRequest(Request):
    """Whose data she herself has asked for: the whole number, in the body only.

    `reason` says how she asked, and `is_verified` that it is she who asks, or who she has sent.
    """

    id_number: Text
    reason: Words
    is_verified: Literal[True]


class PersonCopy(Download):
    """Where the copy of what is kept of somebody is to be fetched from, and what is in it."""

    files: list[ArchiveFile]
    sha256: str
