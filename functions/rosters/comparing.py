"""This year's list beside last year's (续保比对), from nothing but the two; as `checking`."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple, get_args

from functions.platform.problems import Problem, of_rule
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


class LastYear(NamedTuple):
    """Who of last year's list can be compared, how many rows it has, and when cover ended."""

    people: tuple[Insured, ...]
    rows: int
    last_day: date | None = None


def compare(
    request: RenewalRequest,
    today: date,
    last_year: Callable[[], LastYear],
    this_year: Callable[[], BroughtList],
) -> RenewalReport:
    """What becomes of everybody, as if cover began tomorrow, or once the old cover has ended.

    Args:
        request: its last day, and the rows of this year's list that are left out.
        today: in China.
        last_year: brings last year's list.
        this_year: brings this year's.

    Raises:
        Problem: a list cannot be brought; the last day cannot be right, or is missing where it is
            not known.
    """
    plan = plans.in_force(today)
    _check_last_day(request, today, plan)
    last = last_year()
    last_day = last.last_day or request.last_day
    if last_day is None:
        raise _last_day_missing()
    brought = this_year()
    # Whoever renews early loses no day; cover that runs for long yet is told as such.
    cover_from = first_day.if_done(today, last_day).day
    this, rows = _this_people(brought, request.this.exclude_rows, plan, cover_from)
    compared = renewal.compare(
        last.people, this, last_day=last_day, cover_from=cover_from, plan=plan
    )
    return RenewalReport(
        last_day=last_day,
        cover_from=cover_from,
        counts=_counts(compared, rows - len(this), last.rows - len(last.people)),
        people=list(map(_person, compared)),
    )


def _counts(compared: Sequence[Comparison], this_others: int, last_others: int) -> RenewalCounts:
    """How many there are of each change; `…_others` could not be compared."""
    changes = Counter(each.change for each in compared)
    return RenewalCounts(
        **{change: changes[change] for change in get_args(Change)},
        this_not_compared=this_others,
        last_not_compared=last_others,
    )


def of_list(brought: BroughtList, today: date) -> LastYear:
    """Last year's list, where it is brought as one, and not by its receipt."""
    people = judging.comparable(brought.entries, plan=plans.in_force(today), cover_from=today)
    return LastYear(people, len(brought.entries.people))


def refuse_unless_one(request: LastListIn) -> None:
    """Refuse a request that says in several ways, or in none, which last year's list was.

    Raises:
        Problem: so it does.
    """
    sources = (request.upload_id, request.rows, request.text, request.receipt)
    if sum(source is not None for source in sources) != 1:
        raise of_rule(RuleError("request.last_list_missing"), "last.upload_id")


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
