"""How much one address may ask for, and how often a wrong code is answered for a receipt.

A count lives under `LIMIT#<hash>#<window>` and goes away by itself. It holds no address: only a
keyed hash, and of it another one for each limit. Lists and claims are counted apart, so that a
hundred lists of an office leave a patient behind the same address what her claim needs.
"""

import math
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Final, NamedTuple

from functions.platform.aws import dynamodb, from_item, to_item
from functions.platform.environment import environment
from functions.platform.keyed_hash import keyed_hash
from functions.platform.problems import Problem


class Limit(NamedTuple):
    """At most `most` in each window of time; `message` is what the next one is told.

    Beyond the first `free` each costs a proof of work, where `proven.admitted_beyond_free` asks.
    """

    name: str
    most: int
    window: timedelta = timedelta(minutes=10)
    message: str = "request.too_many"
    free: int = 0


_DAY: Final = timedelta(days=1)
_MB: Final = 1_000_000

# Of one address each, generous for an office building behind one on the last day.
LIST_UPLOADS: Final = Limit("list-uploads", 150)
# Of claims; and stamped sheets and consents of lists, of which one unit may bring hundreds.
PAPER_UPLOADS: Final = Limit("paper-uploads", 300)
# What 50 of the largest lists, or 200 of the largest papers, have; kept for a day.
LIST_BYTES: Final = Limit("list-bytes", 500 * _MB, _DAY, "upload.too_much_today")
PAPER_BYTES: Final = Limit("paper-bytes", 2_000 * _MB, _DAY, "upload.too_much_today")
# A proof of work is next to nothing beside reading a file: beyond what somebody needs to mend a
# list or a claim, it is asked for all the same. Marking up costs several times a check.
LIST_CHECKS: Final = Limit("list-checks", 300, free=20)
MARKED_UP: Final = Limit("lists-marked-up", 100, free=5)
PAPER_CHECKS: Final = Limit("paper-checks", 300, free=20)
CLAIM_CHECKS: Final = Limit("claim-checks", 300)  # rules alone: as cheap as a proof
LIST_SUBMISSIONS: Final = Limit("list-submissions", 100)
CLAIM_SUBMISSIONS: Final = Limit("claim-submissions", 100)
LIST_LOOK_UPS: Final = Limit("list-look-ups", 300)
CLAIM_LOOK_UPS: Final = Limit("claim-look-ups", 300)

_WITH_PROOF: Final = (
    *(LIST_CHECKS, MARKED_UP, PAPER_CHECKS),
    *(LIST_SUBMISSIONS, CLAIM_SUBMISSIONS, LIST_LOOK_UPS, CLAIM_LOOK_UPS),
)
# As many as all routes take: it is never the one that a person meets.
CHALLENGES: Final = Limit("challenges", sum(limit.most for limit in _WITH_PROOF))

# Of one person at the desk: as many as come by phone, too few to try numbers.
PERSON_SEARCHES: Final = Limit("person-searches", 60)
# Of one receipt, wherever they come from; the right code is not asked.
WRONG_CODES: Final = Limit("wrong-codes", 10, timedelta(minutes=15), "access.too_many_tries")


def take(limit: Limit, subject: str, now: datetime, number: int = 1) -> int:
    """Count so many more for an address or a receipt; how many they are in this window.

    Counting comes first and is one atomic step, so that many at once get no more than one by one.

    Raises:
        Problem: that was too many; it says when the window ends.
    """
    length = limit.window.total_seconds()
    window = int(now.timestamp() // length)
    key = f"LIMIT#{keyed_hash('limit', limit.name, subject)}#{window}"
    taken = _add(number, key, now + limit.window)
    if taken <= limit.most:
        return taken
    seconds = math.ceil(length - now.timestamp() % length)
    raise Problem(
        HTTPStatus.TOO_MANY_REQUESTS,
        limit.message,
        params={"minutes": math.ceil(seconds / 60), "hours": math.ceil(seconds / 3600)},
        retry_after=seconds,
    )


def _add(number: int, key: str, until: datetime) -> int:
    """The count after adding to it; it is over at the latest at `until`."""
    answer = dynamodb().update_item(
        TableName=environment().table_name,
        Key=to_item({"pk": key, "sk": "LIMIT"}),
        UpdateExpression="ADD taken :number SET expires_at = :end",
        ExpressionAttributeValues=to_item({":number": number, ":end": int(until.timestamp())}),
        ReturnValues="UPDATED_NEW",
    )
    return int(from_item(answer["Attributes"])["taken"])
