"""This year's list beside last year's (续保比对), before submitting; nothing is stored."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Final, get_args

from functions.platform import proof_of_work
from functions.platform.problems import Problem, of_rule
from functions.records.access import authorised
from functions.records.rosters import store
from functions.rosters import lists, next_year
from functions.rosters.checking import BroughtList
from functions.rosters.renewal_models import (
    LastListIn,
    RenewalCounts,
    RenewalPerson,
    RenewalReport,
    RenewalRequest,
)
from shared_rules import cover, first_day, plans
from shared_rules.findings import RuleError
from shared_rules.messages import catalogue
from shared_rules.plans import Plan
from shared_rules.roster import judging, renewal
from shared_rules.roster.form.rows import Insured
from shared_rules.roster.renewal import CHANGE_MESSAGES, Change, Comparison

_ONE_DAY: Final = timedelta(days=1)


def compare(request: RenewalRequest, proof: str, now: datetime) -> RenewalReport:
    """What becomes of everybody, as if cover began tomorrow, or once the old cover has ended.

    A receipt costs a proof of work, as looking it up does.

    Raises:
        Problem: a list cannot be read; the last day cannot be right, or is missing where it is not
            known; receipt and access code do not belong together; the proof of work is no good.
    """
    plan = plans.in_force(now.date())
    _check_last_day(request, now.date(), plan)
    last, last_rows, decided = _last_people(request.last, proof, now)
    last_day = decided or request.last_day
    if last_day is None:
        raise _last_day_missing()
    brought = lists.read(request.this, now, "this.")
    # Whoever renews early loses no day; cover that runs for long yet is told as such.
    cover_from = first_day.if_done(now.date(), last_day).day
    this, this_rows = _this_people(brought, request.this.exclude_rows, plan, cover_from)
    compared = renewal.compare(last, this, last_day=last_day, cover_from=cover_from, plan=plan)
    changes = Counter(each.change for each in compared)
    counts = RenewalCounts(
        **{change: changes[change] for change in get_args(Change)},
        this_not_compared=this_rows - len(this),
        last_not_compared=last_rows - len(last),
    )
    return RenewalReport(
        last_day=last_day,
        cover_from=cover_from,
        counts=counts,
        people=list(map(_person, compared)),
    )


def _this_people(
    brought: BroughtList, exclude_rows: list[int], plan: Plan, cover_from: date
) -> tuple[tuple[Insured, ...], int]:
    """The people of this year's list who can be compared, and how many rows are wanted."""
    excluded = frozenset(exclude_rows)
    try:
        people = judging.comparable(
            brought.entries, plan=plan, cover_from=cover_from, exclude_rows=excluded
        )
    except RuleError as error:
        raise of_rule(error, "this.exclude_rows") from error
    return people, len(brought.entries.people) - len(excluded)


def _person(compared: Comparison) -> RenewalPerson:
    label = catalogue()[CHANGE_MESSAGES[compared.change]].title
    return RenewalPerson(**dict(compared), change_label=label)


def _check_last_day(request: RenewalRequest, today: date, plan: Plan) -> None:
    """Whether cover under any plan, up to one that begins tomorrow, could have ended then.

    Only a receipt may go without it, as far as it is known there.
    """
    earliest = plans.load()[0].valid_from
    latest = cover.last_day(today + _ONE_DAY, plan)
    last_day = request.last_day
    if last_day is None:
        if request.last.receipt is None:
            raise _last_day_missing()
    elif not earliest <= last_day <= latest:
        error = RuleError(
            "renewal.last_day", earliest=earliest.isoformat(), latest=latest.isoformat()
        )
        raise of_rule(error, "last_day")


def _last_day_missing() -> Problem:
    return of_rule(RuleError("renewal.last_day_missing"), "last_day")


def _last_people(
    request: LastListIn, proof: str, now: datetime
) -> tuple[tuple[Insured, ...], int, date | None]:
    """The people of last year's list who can be compared, and how many rows it has.

    Of a list that the insurer accepted, those whom it insures still, and their policy's last day.
    """
    sources = (request.upload_id, request.rows, request.text, request.receipt)
    if sum(source is not None for source in sources) != 1:
        raise of_rule(RuleError("request.last_list_missing"), "last.upload_id")
    if request.receipt is not None:
        proof_of_work.redeem(proof, now)
        roster = authorised("AK", request.receipt, request.access_code, now, store.find).roster
        accepted = roster.acceptance
        people = next_year.going_on(store.people(roster), accepted)
        return people, len(people), accepted.last_day if accepted else None
    brought = lists.read(request, now, "last.")
    today = now.date()
    people = judging.comparable(brought.entries, plan=plans.in_force(today), cover_from=today)
    return people, len(brought.entries.people), None
