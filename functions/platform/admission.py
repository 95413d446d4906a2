"""Whoever asks the public's routes is counted, at the one moment at which the request came."""

from datetime import datetime

from aws_lambda_powertools.event_handler.api_gateway import BaseRouter

from functions.platform import rate_limits
from functions.platform.clock import now
from functions.platform.rate_limits import Limit
from functions.platform.visitor import address_of


def admitted(app: BaseRouter, *limits: Limit) -> datetime:
    """The moment of the request, after its address was counted for each limit.

    Raises:
        Problem: that was once too often.
    """
    moment = now()
    for limit in limits:
        rate_limits.take(limit, address_of(app.current_event), moment)
    return moment


def counted(app: BaseRouter, limit: Limit) -> tuple[datetime, int]:
    """The moment of the request, and how many its address has made of those that are limited.

    Raises:
        Problem: as `admitted`.
    """
    moment = now()
    return moment, rate_limits.take(limit, address_of(app.current_event), moment)
