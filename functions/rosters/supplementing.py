"""A supplementary list (补充名单): people who join a unit whose list was accepted before."""

from datetime import datetime
from http import HTTPStatus

from functions.platform.problems import Problem, unprocessable
from functions.records.access import authorised
from functions.records.rosters import store
from functions.rosters.models import SupplementedIn
from shared_rules.findings import Finding


def receipt_of(supplemented: SupplementedIn | None, now: datetime) -> str:
    """The receipt of the list that is supplemented; empty where there is none.

    Only who has its access code may refer to a list: nobody learns of one by naming it.

    Raises:
        Problem: 422: receipt and code do not belong together, or the list is not accepted, so that
            it can be corrected; 429: too many wrong codes were tried.
    """
    if supplemented is None:
        return ""
    try:
        kept = authorised("AK", supplemented.receipt, supplemented.access_code, now, store.find)
    except Problem as error:
        if error.status is not HTTPStatus.UNAUTHORIZED:
            raise
        found = Finding.of("supplement.unknown", field="supplements")
        raise unprocessable([found]) from error
    if kept.roster.acceptance is None:
        raise unprocessable([Finding.of("supplement.not_accepted", field="supplements")])
    return kept.roster.receipt
