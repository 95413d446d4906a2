"""What is counted and measured: lines of the log from which CloudWatch makes metrics by itself.

The embedded metric format is an attribute of a line that is logged anyway, so a metric takes no
call, no right, and no library besides. A metric has a name and at most a kind, both from closed
sets: each pair costs every month, and neither can say who somebody is. What tells more, such as
the code of a refusal, stands in the same line for who asks the log.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import monotonic
from typing import Any, Final, Literal

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.platform.clock import real
from functions.platform.environment import metrics_environment

Metric = Literal[
    "CertificateDays",
    "CheckSeconds",
    "ClaimsDueSoon",
    "ClaimsOverdue",
    "Messages",
    "NearTimeout",
    "OldestEntrySeconds",
    "Refusals",
    "SecretDays",
    "Submissions",
    "UndeliveredMessages",
    "UnreadableRecords",
]
Kind = Literal["claim", "list", "paper", "refused", "sent"]
_UNITS: Final = {"CheckSeconds": "Seconds", "OldestEntrySeconds": "Seconds"}
_NEAR: Final = 0.9
logger = Logger()


def measured(values: Mapping[Metric, float], kind: Kind | None = None) -> dict[str, Any]:
    """What makes a metric of a line: `logger.info("refused", **measured({"Refusals": 1}))`."""
    metrics = [{"Name": name, "Unit": _UNITS.get(name, "Count")} for name in values]
    about = {
        "Namespace": metrics_environment().namespace,
        "Dimensions": [["kind"] if kind else []],
        "Metrics": metrics,
    }
    embedded = {"Timestamp": int(real().timestamp() * 1000), "CloudWatchMetrics": [about]}
    said = {str(name): value for name, value in values.items()}
    return {"_aws": embedded, **said, **({"kind": kind} if kind else {})}


@contextmanager
def check_timed(kind: Kind) -> Iterator[None]:
    """Measure how long a check takes that comes to its end."""
    started = monotonic()
    yield
    logger.info("checked", **measured({"CheckSeconds": round(monotonic() - started, 3)}, kind))


@contextmanager
def time_watched(context: LambdaContext) -> Iterator[None]:
    """Say of an invocation that it has used nearly all of its time."""
    started = monotonic()
    try:
        yield
    finally:
        spent, left = monotonic() - started, context.get_remaining_time_in_millis() / 1000
        if spent > _NEAR * (spent + left):
            said = measured({"NearTimeout": 1})
            logger.warning("little time was left", seconds=round(spent), **said)
