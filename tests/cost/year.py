"""A year of the region: how often each route is called, and each function starts anew.

Where a habit of people is guessed, it is guessed upwards.
"""

from collections.abc import Mapping
from typing import Final

from functions.platform.metrics import Metric

LISTS: Final = 900 * 2
PEOPLE_A_LIST: Final = 55
CORRECTED: Final = LISTS * 30 // 100
CLAIMS: Final = 60
PAPERS: Final = CLAIMS * 8
PAGE_VIEWS: Final = 300_000
# Browsers that check lists (docs/decisions/0070-…). Each loads all that this takes when it is new
# there, and when Python or a package is newer; of another release what changes with a rule.
CHECKING_BROWSERS: Final = 900 * 2
ALL_LOADED: Final = CHECKING_BROWSERS * 2
RULES_LOADED: Final = CHECKING_BROWSERS * 4
PAGES_A_VISIT: Final = 3
DESK_DAYS: Final = 200
DAYS: Final = 365
KEPT_YEARS_OF_LISTS: Final = 4
KEPT_YEARS_OF_CLAIMS: Final = 6
PAPER_BYTES: Final = 1_500_000  # of a photo, after the browser has shrunk it
LIST_BYTES: Final = 600_000  # of a list with its sheets, policy and invoice

_LIST_LOOK_UPS: Final = LISTS * 3 + CORRECTED
_CLAIM_LOOK_UPS: Final = CLAIMS * 6
_ROSTER: Final = "/api/rosters/{receipt}"
_DESK_ROSTER: Final = "/api/staff/rosters/{receipt}"
_DESK_CLAIM: Final = "/api/staff/claims/{receipt}"

CALLS: Final[Mapping[str, int]] = {
    # A list has mistakes when it first comes: it is marked up, sent again, put right in the page.
    "POST /api/uploads": LISTS * 2 + CORRECTED + PAPERS,
    "POST /api/rosters/check": LISTS * 4,
    "POST /api/rosters/marked-up": LISTS // 2,
    "POST /api/rosters": LISTS,
    f"POST {_ROSTER}/check": CORRECTED,
    f"PUT {_ROSTER}": CORRECTED,
    f"GET {_ROSTER}": _LIST_LOOK_UPS,
    f"GET {_ROSTER}/form": LISTS + CORRECTED,
    f"GET {_ROSTER}/people": LISTS,
    f"POST {_ROSTER}/policy-papers/{{kind}}": LISTS * 2,
    f"POST {_ROSTER}/stamped-sheets": LISTS,
    "POST /api/claims/documents/check": PAPERS,
    "POST /api/claims/check": CLAIMS * 3,
    "POST /api/claims": CLAIMS,
    "GET /api/claims/{receipt}": _CLAIM_LOOK_UPS,
    "POST /api/claims/{receipt}/documents": CLAIMS,
    "GET /api/challenges": LISTS * 3 + CORRECTED * 2 + _LIST_LOOK_UPS + _CLAIM_LOOK_UPS,
    "GET /api/services": PAGE_VIEWS // 50,
    "GET /api/sign-in": DESK_DAYS * 5,
    "GET /api/staff/me": DESK_DAYS * 5 * 4,
    "GET /api/staff/rosters": DESK_DAYS * 5 * 10,
    "GET /api/staff/rosters/counts": DESK_DAYS * 5 * 10,
    # Each search is some of them, as one types.
    "POST /api/staff/rosters/search": DESK_DAYS * 5 * 30,
    f"GET {_DESK_ROSTER}": LISTS * 3,
    f"GET {_DESK_ROSTER}/rows": LISTS * 2,
    f"GET {_DESK_ROSTER}/underwriting": LISTS,
    f"POST {_DESK_ROSTER}/return": CORRECTED,
    f"POST {_DESK_ROSTER}/payments": LISTS,
    f"POST {_DESK_ROSTER}/accept": LISTS,
    f"POST {_DESK_ROSTER}/policy-papers": LISTS * 2,
    "GET /api/staff/claims": DESK_DAYS * 10,
    "GET /api/staff/claims/counts": DESK_DAYS * 10,
    "POST /api/staff/claims/search": DESK_DAYS * 15,
    f"GET {_DESK_CLAIM}": CLAIMS * 6,
    f"POST {_DESK_CLAIM}/documents/{{document_id}}/link": PAPERS,
    f"POST {_DESK_CLAIM}/documents/{{document_id}}/accept": PAPERS,
    f"GET {_DESK_CLAIM}/assessment": CLAIMS * 2,
    f"POST {_DESK_CLAIM}/propose": CLAIMS,
    f"POST {_DESK_CLAIM}/confirm": CLAIMS,
    f"POST {_DESK_CLAIM}/transfer": CLAIMS,
    "GET /api/staff/summary": DESK_DAYS,
}

# What nobody calls: the table's stream and the schedules.
FOLLOWED_UP: Final = {"list": LISTS + CORRECTED, "claim": CLAIMS * 2}
SCHEDULED: Final = {
    "SweeperFunction": DAYS * 24 * 4,
    "ClocksFunction": DAYS,
    "RetentionFunction": DAYS,
    "MonthlySummaryFunction": DAYS,
    "WatchFunction": DAYS * 24 * 4,
}

# A metric costs in the hours in which something is measured, each of its kinds by itself.
_BUSY_HOURS: Final = DESK_DAYS * 10
_LOOKED_AT: Final = DAYS * 24  # WatchFunction measures each time all that it looks at
METRIC_HOURS: Final[Mapping[Metric, int]] = {
    "CertificateDays": _LOOKED_AT,
    "CheckSeconds": 2 * _BUSY_HOURS,
    "ClaimsDueSoon": _LOOKED_AT,
    "ClaimsOverdue": _LOOKED_AT,
    "Messages": 2 * _BUSY_HOURS,
    "NearTimeout": DAYS,
    "OldestEntrySeconds": _LOOKED_AT,
    "Refusals": _BUSY_HOURS,
    "SecretDays": _LOOKED_AT,
    "Submissions": 2 * _BUSY_HOURS,
    "UndeliveredMessages": _LOOKED_AT,
    "UnreadableRecords": DAYS,
}

# A function that nobody called for some minutes starts anew: whoever comes to it is taken as the
# first, and at the desk each quarter of the day.
STARTS: Final[Mapping[str, int]] = {
    "UploadsFunction": LISTS + CORRECTED + CLAIMS,
    "ChallengesFunction": LISTS * 2 + _LIST_LOOK_UPS + _CLAIM_LOOK_UPS,
    "RostersFunction": LISTS * 2 + _LIST_LOOK_UPS,
    "ClaimsFunction": CLAIMS * 2 + _CLAIM_LOOK_UPS,
    "ServicesFunction": PAGE_VIEWS // 50,
    "InfoFunction": DESK_DAYS * 5,
    "StaffFunction": DESK_DAYS * 4,
    "StaffClaimsFunction": DESK_DAYS * 4,
    "FollowUpFunction": sum(FOLLOWED_UP.values()),
    **SCHEDULED,
}
