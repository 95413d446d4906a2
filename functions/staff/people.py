"""The desk's people: who somebody is, which roles she has, and which counties are hers.

A token's claim holds the roles, each a whole value with our prefix: `ankangbao:contact:<id>` for
the contact of an area (ids are those of areas.yaml; several may be had), `ankangbao:claims`,
`ankangbao:federation`, `ankangbao:privacy` (who answers people who ask for what is kept of them),
`ankangbao:admin`. What is none of these counts for nothing: an issuer's groups are named for much
else.
"""

from collections.abc import Mapping, Set
from http import HTTPStatus
from typing import Final, Literal, Self

from functions.platform.problems import Problem
from functions.records.actors import Actor
from functions.records.areas import COORDINATOR, contact_id_of, contact_ids
from shared_rules.records import Record

Role = Literal["contact", "claims", "federation", "privacy", "admin"]

ROLE_PREFIX: Final = "ankangbao:"

_PLAIN: Final[dict[str, Role]] = {
    "claims": "claims",
    "federation": "federation",
    "privacy": "privacy",
    "admin": "admin",
}
_CONTACT: Final = "contact:"
_NAMES: Final = ("name", "preferred_username", "sub")
_LONGEST_NAME: Final = 100


class Staff(Record):
    """Somebody of the desk; `contact_ids` are the areas that she looks after."""

    subject: str
    name: str
    roles: frozenset[Role]
    contact_ids: frozenset[str]

    @classmethod
    def of(cls, claims: Mapping[str, str], granted: Set[str]) -> Self:
        """Who a token says that somebody is.

        Args:
            claims: as the gateway gives them, texts.
            granted: the values of the claim that holds roles.
        """
        named_roles = {
            each.removeprefix(ROLE_PREFIX) for each in granted if each.startswith(ROLE_PREFIX)
        }
        areas = {each.removeprefix(_CONTACT) for each in named_roles if each.startswith(_CONTACT)}
        known = frozenset(areas & {*contact_ids().values(), COORDINATOR})
        roles = {_PLAIN[each] for each in named_roles if each in _PLAIN}
        named = next((claims[name] for name in _NAMES if claims.get(name)), "")
        return cls(
            subject=claims.get("sub", ""),
            name=named[:_LONGEST_NAME],
            roles=frozenset(roles | ({"contact"} if known else set())),
            contact_ids=known,
        )

    @property
    def actor(self) -> Actor:
        """Somebody as events and log keep her."""
        return Actor(subject=self.subject, name=self.name, roles=sorted(self.roles))

    @property
    def counties(self) -> tuple[str, ...]:
        """The counties whose lists she may see, in the order of areas.yaml."""
        sees_all = bool(self.roles & {"federation", "admin"})
        return tuple(
            county
            for county, contact in contact_ids().items()
            if sees_all or contact in self.contact_ids
        )

    def decides_in(self, county: str) -> bool:
        """Whether she may decide on a list of a county; who only reads may not."""
        return "admin" in self.roles or contact_id_of(county) in self.contact_ids

    def sees_people_of(self, county: str) -> bool:
        """Whether names and numbers of a county's people are shown to her in full."""
        return self.decides_in(county)

    @property
    def decides_claims(self) -> bool:
        """Whether she may decide on claims, of whatever county; who only reads may not."""
        return bool(self.roles & {"claims", "admin"})

    def require(self, *roles: Role) -> None:
        """Refuse whoever has none of these roles.

        Raises:
            Problem: 404, as the distribution keeps 403 for pages that do not exist.
        """
        if not self.roles & set(roles):
            raise Problem(HTTPStatus.NOT_FOUND, "staff.role")
