"""Who of the desk may ask for what: the roles of every route, in one table.

What a county's contact may do only with her own lists is asked where the list is known.
"""

from collections.abc import Mapping
from typing import Final

from functions.staff.people import Role

_READ_LISTS: Final[tuple[Role, ...]] = ("contact", "federation", "admin")
_DECIDE_LISTS: Final[tuple[Role, ...]] = ("contact", "admin")
_READ_CLAIMS: Final[tuple[Role, ...]] = ("claims", "federation", "admin")
_DECIDE_CLAIMS: Final[tuple[Role, ...]] = ("claims", "admin")
_CHANGE_UNITS: Final[tuple[Role, ...]] = ("contact", "federation", "admin")
_ENTER: Final[tuple[Role, ...]] = ("contact", "admin")
_READ_SUMS: Final[tuple[Role, ...]] = ("contact", "area", "industry", "federation", "admin")
_FEDERATION: Final[tuple[Role, ...]] = ("federation", "admin")
_PRIVACY: Final[tuple[Role, ...]] = ("privacy", "admin")

ROLES: Final[Mapping[str, tuple[Role, ...]]] = {
    "GET /api/staff/me": (
        *("contact", "area", "industry", "claims", "federation", "privacy", "admin"),
    ),
    "GET /api/staff/rosters": _READ_LISTS,
    "GET /api/staff/rosters/counts": _READ_LISTS,
    "POST /api/staff/rosters/search": _READ_LISTS,
    "GET /api/staff/rosters/{receipt}": _READ_LISTS,
    "GET /api/staff/rosters/{receipt}/rows": _READ_LISTS,
    "POST /api/staff/rosters/{receipt}/documents/{document_id}/link": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/thumbnails": _DECIDE_LISTS,
    "GET /api/staff/rosters/{receipt}/underwriting": _DECIDE_LISTS,
    "GET /api/staff/rosters/{receipt}/log": _READ_LISTS,
    "POST /api/staff/rosters/{receipt}/log-file": _READ_LISTS,
    "POST /api/staff/rosters/{receipt}/slips": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/bounced": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/teamwork": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/undo": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/stamped-sheets": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/return": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/accept": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/accept/look": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/remind": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/close": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/payments": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/payments/strike": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/policy-papers": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/policy-papers/{number}/link": _READ_LISTS,
    "POST /api/staff/rosters/{receipt}/access-code": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/endorsements": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/endorsements/look": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/endorsements/confirm": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/endorsements/decline": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/change-requests/decline": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/hand-off": _DECIDE_LISTS,
    "POST /api/staff/rosters/{receipt}/row-states": _DECIDE_LISTS,
    "POST /api/staff/rosters/row-states": _DECIDE_LISTS,
    "POST /api/staff/rosters/hand-offs": _DECIDE_LISTS,
    "GET /api/staff/claims": _READ_CLAIMS,
    "GET /api/staff/claims/counts": _READ_CLAIMS,
    "POST /api/staff/claims/search": _READ_CLAIMS,
    "GET /api/staff/claims/{receipt}": _READ_CLAIMS,
    "GET /api/staff/claims/{receipt}/assessment": _READ_CLAIMS,
    "GET /api/staff/claims/{receipt}/log": _READ_CLAIMS,
    "POST /api/staff/claims/{receipt}/log-file": _READ_CLAIMS,
    "POST /api/staff/claims/{receipt}/slips": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/bounced": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/teamwork": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/undo": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/export": _READ_CLAIMS,
    "POST /api/staff/claims/{receipt}/documents/{document_id}/link": _READ_CLAIMS,
    "POST /api/staff/claims/{receipt}/thumbnails": _READ_CLAIMS,
    "POST /api/staff/claims/{receipt}/documents/{document_id}/accept": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/documents/{document_id}/send-back": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/complete": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/propose": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/confirm": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/transfer": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/object": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/reopen": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/join": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/part": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/supplements": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/documents": _DECIDE_CLAIMS,
    "POST /api/staff/claims/{receipt}/access-code": _DECIDE_CLAIMS,
    "GET /api/staff/services": ("contact", "federation", "admin"),
    "POST /api/staff/services/lectures": _ENTER,
    "POST /api/staff/services/specialists": _ENTER,
    "POST /api/staff/services/{kind}/{entry_id}/withdraw": _ENTER,
    "GET /api/staff/imports": _READ_LISTS,
    "POST /api/staff/imports": _DECIDE_LISTS,
    "POST /api/staff/imports/check": _DECIDE_LISTS,
    "GET /api/staff/imports/{receipt}": _READ_LISTS,
    "POST /api/staff/imports/{receipt}/reverse": _DECIDE_LISTS,
    "POST /api/staff/statements/check": _DECIDE_LISTS,
    "POST /api/staff/statements/record": _DECIDE_LISTS,
    "GET /api/staff/units/{receipt}": _READ_LISTS,
    "POST /api/staff/units/{receipt}/events": _CHANGE_UNITS,
    "POST /api/staff/units/search": _FEDERATION,
    "POST /api/staff/people/search": ("contact", "claims", "privacy", "admin"),
    "POST /api/staff/people/copy": _PRIVACY,
    "POST /api/staff/people/contacts": _PRIVACY,
    "POST /api/staff/people/restrictions": _PRIVACY,
    "GET /api/staff/people/restrictions": _PRIVACY,
    "GET /api/staff/people/erasures": _PRIVACY,
    "POST /api/staff/people/erasures/look": _PRIVACY,
    "POST /api/staff/people/erasures": _PRIVACY,
    "POST /api/staff/people/erasures/confirm": _PRIVACY,
    "POST /api/staff/people/erasures/decline": _PRIVACY,
    "GET /api/staff/summary": _READ_SUMS,
    "POST /api/staff/summary/file": _READ_SUMS,
    "GET /api/staff/summary/monthly": _FEDERATION,
    "POST /api/staff/summary/monthly/{month}/file": _FEDERATION,
}
"""By method and path, as the OpenAPI document names them."""
