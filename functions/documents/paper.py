"""A paper as it was found, and its clean copy."""

from dataclasses import dataclass
from typing import Final, Literal

from shared_rules.findings import Finding
from shared_rules.records import Record

Kind = Literal["pdf", "jpeg", "png", "heic", "webp"]

MEDIA_TYPES: Final[dict[Kind, str]] = {
    "pdf": "application/pdf",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "heic": "image/heic",
    "webp": "image/webp",
}


class Paper(Record):
    """What a file is, by its content, and what was found in it: no errors, those were raised."""

    kind: Kind
    pages: int
    findings: tuple[Finding, ...] = ()

    @property
    def media_type(self) -> str:
        """As HTTP names the kind."""
        return MEDIA_TYPES[self.kind]


@dataclass(frozen=True, slots=True)
class CleanPaper:
    """The copy that the desks see, and the paper that it was made of.

    The copy's kind is not always that of the original. `thumbnail` is a small JPEG of a picture.
    """

    data: bytes
    kind: Kind
    paper: Paper
    thumbnail: bytes | None = None

    @property
    def media_type(self) -> str:
        """As HTTP names the kind."""
        return MEDIA_TYPES[self.kind]
