"""What only a look tells: how long work waits, whom no message reached, what runs out.

By a schedule of its own, as who does not do the work will not say so either.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from aws_lambda_powertools import Logger

from functions.platform import aws, certificate
from functions.platform.clock import real
from functions.platform.environment import site_environment, watch_environment
from functions.platform.failures import log_failure
from functions.platform.metrics import Metric
from functions.records import outbox
from functions.staff import clocks

UNDELIVERED_AFTER: Final = timedelta(hours=1)
Values = Mapping[Metric, float]
logger = Logger()


def look(now: datetime) -> Iterator[Values]:
    """What there is to measure, one after the other: what fails stops none that came before."""
    yield _work(now)
    yield _claims(now.date())
    yield _secrets()
    yield from _certificates()


def _work(now: datetime) -> Values:
    since = outbox.waits_since() or now
    waiting = [*outbox.waiting(now - UNDELIVERED_AFTER), *outbox.waiting(state="dead")]
    return {
        "OldestEntrySeconds": (now - since).total_seconds(),
        "UndeliveredMessages": sum(bool(each.message) for each in waiting),
    }


def _claims(today: date) -> Values:
    due = clocks.claims_due(today)
    return {"ClaimsDueSoon": len(due.soon), "ClaimsOverdue": len(due.overdue)}


def _secrets() -> Values:
    given = watch_environment()
    of_use = filter(None, (given.pepper_secret_id, given.smtp_password_id))
    return {"SecretDays": max((real() - aws.secret_changed_at(each)).days for each in of_use)}


def _certificates() -> Iterator[Values]:
    """That of the own domain, where there is one."""
    host = urlsplit(site_environment().site_url).hostname
    try:
        if host:
            yield {"CertificateDays": certificate.days_left(host, real())}
    except OSError as error:
        log_failure(logger, "the site's certificate was not seen", error)
