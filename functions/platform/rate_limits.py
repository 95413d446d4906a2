"""How often one address may knock, and how often a wrong code may be tried for a receipt.

A count lives under `LIMIT#<hash>#<window>` and goes away by itself. It holds no address: only a
keyed hash, and of it another one for each limit.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Final

from functions.platform.aws import dynamodb, from_item, to_item
from functions.platform.environment import environment
from functions.platform.keyed_hash import keyed_hash
from functions.platform.problems import Problem


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` times in each window of time; `message` is what the next one is told."""

    name: str
    most: int
    window: timedelta
    message: str = "request.too_many"


# Generous for an office building behind one address on the last day.
UPLOADS: Final = Limit("uploads", 150, timedelta(minutes=10))
CHECKS: Final = Limit("checks", 300, timedelta(minutes=10))
SUBMISSIONS: Final = Limit("submissions", 100, timedelta(minutes=10))
LOOK_UPS: Final = Limit("look-ups", 300, timedelta(minutes=10))
# Of one person at the desk: as many as come by phone, too few to try numbers.
PERSON_SEARCHES: Final = Limit("person-searches", 60, timedelta(minutes=10))
# Of one receipt, wherever they come from.
WRONG_CODES: Final = Limit("wrong-codes", 10, timedelta(minutes=15), "access.too_many_tries")


def take(limit: Limit, subject: str, now: datetime) -> None:
    """Count one more for an address or a receipt.

    Counting comes first and is one atomic step, so that many at once get no more than one by one.

    Raises:
        Problem: that was one too many; it says when the window ends.
    """
    if _add(1, limit, subject, now) <= limit.most:
        return
    window = limit.window.total_seconds()
    seconds = math.ceil(window - now.timestamp() % window)
    raise Problem(
        HTTPStatus.TOO_MANY_REQUESTS,
        limit.message,
        params={"minutes": math.ceil(seconds / 60)},
        retry_after=seconds,
    )


def give_back(limit: Limit, subject: str, now: datetime) -> None:
    """Undo a `take` of the same moment, which turned out not to count."""
    _add(-1, limit, subject, now)


def _add(number: int, limit: Limit, subject: str, now: datetime) -> int:
    """The count after adding to it."""
    window = int(now.timestamp() // limit.window.total_seconds())
    key = f"LIMIT#{keyed_hash('limit', limit.name, subject)}#{window}"
    answer = dynamodb().update_item(
        TableName=environment().table_name,
        Key=to_item({"pk": key, "sk": "LIMIT"}),
        UpdateExpression="ADD taken :number SET expires_at = :end",
        ExpressionAttributeValues=to_item(
            {":number": number, ":end": int((now + 2 * limit.window).timestamp())}
        ),
        ReturnValues="UPDATED_NEW",
    )
    return int(from_item(answer["Attributes"])["taken"])
