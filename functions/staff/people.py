"""The desk's people: who somebody is, which roles she has, and which counties are hers.

A token's claim holds the roles, each a whole value with our prefix: `ankangbao:contact:<id>` for
the contact of an area (ids are those of areas.yaml; several may be had), `ankangbao:area:<code>`
for the union of a county or city, which reads the summary of its own area (第十六条; codes are
those of GB/T 2260: 640122, 640100), `ankangbao:industry:<code>` for an industry union (产业工会),
which reads that of its own units (codes are those of industries.yaml), `ankangbao:claims`,
`ankangbao:federation`, `ankangbao:privacy` (who answers people who ask for what is kept of them),
`ankangbao:admin`. What is none of these counts for nothing: an issuer's groups are named for much
else.
"""

from collections.abc import Mapping, Set
from http import HTTPStatus
from itertools import chain
from typing import Final, Literal, Self

from functions.platform.problems import Problem
from functions.records.actors import Actor
from functions.records.areas import COORDINATOR, contact_id_of, contact_ids, counties_of
from functions.records.industries import Industry
from functions.records.industries import every as every_industry
from shared_rules.messages import catalogue
from shared_rules.records import Record

Role = Literal["contact", "area", "industry", "claims", "federation", "privacy", "admin"]

ROLE_PREFIX: Final = "ankangbao:"

_PLAIN: Final[dict[str, Role]] = {
    "claims": "claims",
    "federation": "federation",
    "privacy": "privacy",
    "admin": "admin",
}
ROLE_MESSAGES: Final[Mapping[Role, str]] = {
    "contact": "staff_role.contact",
    "area": "staff_role.area",
    "industry": "staff_role.industry",
    "claims": "staff_role.claims",
    "federation": "staff_role.federation",
    "privacy": "staff_role.privacy",
    "admin": "staff_role.admin",
}
"""The codes of what each role is called."""
_CONTACT: Final = "contact:"
_AREA: Final = "area:"
_INDUSTRY: Final = "industry:"
_NAMES: Final = ("name", "preferred_username", "sub")
_LONGEST_NAME: Final = 100


def role_names() -> dict[str, str]:
    """What each role is called."""
    return {role: catalogue()[code].title for role, code in ROLE_MESSAGES.items()}


class Staff(Record):
    """Somebody of the desk.

    `contact_ids` are the areas that she looks after, `area_counties` the counties of her union,
    `industry_codes` the industry unions that she reads the summary for.
    """

    subject: str
    name: str
    roles: frozenset[Role]
    contact_ids: frozenset[str]
    area_counties: frozenset[str]
    industry_codes: frozenset[str]

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
        contacts = _after(_CONTACT, named_roles) & {*contact_ids().values(), COORDINATOR}
        counties = frozenset(chain(*map(counties_of, _after(_AREA, named_roles))))
        industries = _after(_INDUSTRY, named_roles) & every_industry().keys()
        roles = {_PLAIN[each] for each in named_roles if each in _PLAIN}
        if contacts:
            roles.add("contact")
        if counties:
            roles.add("area")
        if industries:
            roles.add("industry")
        named = next((claims[name] for name in _NAMES if claims.get(name)), "")
        return cls(
            subject=claims.get("sub", ""),
            name=named[:_LONGEST_NAME],
            roles=frozenset(roles),
            contact_ids=contacts,
            area_counties=counties,
            industry_codes=frozenset(industries),
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

    @property
    def summary_counties(self) -> tuple[str, ...]:
        """The counties whose sums she may see: those of her lists, and those of her union."""
        hers = {*self.counties, *self.area_counties}
        return tuple(county for county in contact_ids() if county in hers)

    @property
    def summary_industries(self) -> tuple[Industry, ...]:
        """The industry unions whose sums she may see, in the order of industries.yaml."""
        sees_all = "admin" in self.roles
        return tuple(
            each
            for code, each in every_industry().items()
            if sees_all or code in self.industry_codes
        )

    @property
    def places_units(self) -> bool:
        """Whether she may record which industry union a unit belongs to."""
        return bool(self.roles & {"federation", "admin"})

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


def _after(prefix: str, roles: Set[str]) -> frozenset[str]:
    return frozenset(each.removeprefix(prefix) for each in roles if each.startswith(prefix))
