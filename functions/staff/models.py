"""What the routes of all desks share: who did something, new access codes, files."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, Self

from functions.platform.request_values import Request, Words
from functions.records.actors import Actor
from functions.records.industries import Industry
from functions.staff.people import Role
from shared_rules.records import Model


class AccessCodeRequest(Request):
    """A new access code for whoever has lost hers and has asked for one in writing, stamped."""

    reason: Words
    has_request: Literal[True]


class GatewayRefusal(Model):
    """What the gateway says to whoever brings no token that passes."""

    message: str


class IndustryTold(Model):
    """An industry union (产业工会)."""

    code: str
    name: str

    @classmethod
    def every(cls, industries: Iterable[Industry]) -> list[Self]:
        """Industry unions as the desk is told of them."""
        return [cls(code=each.code, name=each.name) for each in industries]


class Me(Model):
    """Who is signed in, what she may see, and whether she may decide anything.

    `counties` are those whose lists she sees, `summary_counties` those whose sums,
    `summary_industries` the industry unions (产业工会) whose sums. `places_units`: there are such,
    and she may record which units are theirs.
    """

    name: str
    roles: list[Role]
    counties: list[str]
    summary_counties: list[str]
    summary_industries: list[IndustryTold]
    places_units: bool
    decides: bool


class By(Model):
    """Who of the desk did something."""

    name: str
    roles: list[str]

    @classmethod
    def of(cls, actor: Actor) -> Self:
        """Somebody as the desk's people see her."""
        return cls(name=actor.name, roles=actor.roles)


class ArchiveFile(Model):
    """One file in an archive that goes out."""

    name: str
    bytes: int
    sha256: str


class Thumbnail(Model):
    """Where the small picture of a paper is to be looked at."""

    document_id: str
    url: str


class Thumbnails(Model):
    """The small pictures of a record's papers, and until when their addresses are good."""

    thumbnails: list[Thumbnail]
    expires_at: datetime
