"""The accepted list that another one refers to: the one that it supplements, or renews.

A supplementary list (补充名单) has people who join a unit whose list was accepted before; a renewal
(续保名单) is next year's. Only who has its access code may refer to a list: nobody learns of one by
naming it.
"""

from datetime import datetime
from http import HTTPStatus
from typing import NamedTuple

from functions.platform.problems import Problem, of_rule, unprocessable
from functions.records.access import authorised
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from functions.rosters import next_year
from functions.rosters.models import EarlierListIn, RosterSubmitRequest
from shared_rules.findings import Finding, RuleError


class Earlier(NamedTuple):
    """The receipts of the list that is supplemented and of the one that is renewed, if any."""

    supplements: str = ""
    renews: str = ""


def named(request: RosterSubmitRequest, now: datetime) -> Earlier:
    """The lists that a submission refers to.

    Raises:
        Problem: 422: receipt and code do not belong together; the list is not accepted, so that it
            can be corrected; it is too early to renew it; 429: too many wrong codes were tried.
    """
    return Earlier(
        supplements=_supplemented(request.supplements, now) if request.supplements else "",
        renews=_renewed(request.renews, now) if request.renews else "",
    )


def _supplemented(said: EarlierListIn, now: datetime) -> str:
    roster = _opened(said, now, Finding.of("supplement.unknown", field="supplements"))
    if roster.acceptance is None:
        raise unprocessable([Finding.of("supplement.not_accepted", field="supplements")])
    return roster.receipt


def _renewed(said: EarlierListIn, now: datetime) -> str:
    roster = _opened(said, now, Finding.of("renewal.receipt_unknown", field="renews"))
    try:
        next_year.renewable(roster, now.date())
    except RuleError as error:
        raise of_rule(error, "renews") from error
    return roster.receipt


def _opened(said: EarlierListIn, now: datetime, unknown: Finding) -> Roster:
    try:
        return authorised("AK", said.receipt, said.access_code, now, store.find).roster
    except Problem as error:
        if error.status is not HTTPStatus.UNAUTHORIZED:
            raise
        raise unprocessable([unknown]) from error
