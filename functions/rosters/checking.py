"""What is found in a list, from nothing but the list: on the service, and in her browser alike.

Nothing of AWS is known here; how a list is brought, and read, its caller says.
"""

import json
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from http import HTTPStatus
from typing import Any, Final, NamedTuple, Protocol, get_args

from functions.platform.problems import Problem, of_rule
from functions.records.brought_file import Upload
from functions.rosters import rows_read
from functions.rosters.check_models import (
    ListDocument,
    MarkUpRequest,
    MergedRows,
    RosterCheckReport,
    RosterCheckRequest,
    RowIn,
    WholeListIn,
)
from functions.rosters.marking import kept
from functions.rosters.marking.marks import Marking
from shared_rules import first_day, funding, plans
from shared_rules.findings import Finding, RuleError
from shared_rules.funding import Funding, UnitKind
from shared_rules.roster import entries, judging, mends, merging
from shared_rules.roster.entries import Entries
from shared_rules.roster.form.rows import in_order
from shared_rules.roster.judging import Report
from shared_rules.roster.mends import Mend
from shared_rules.roster.merging import Merged
from shared_rules.roster.unclear import ColumnsUnclear

SOURCES: Final = ("upload_id", "rows", "text")

Brought = tuple[bytes, Entries, Upload | None]
"""The bytes of a list, what was read in them, and the upload that brought it, if one did."""


class JudgedUnit(Protocol):
    """What is asked of a unit when its list is judged."""

    @property
    def union(self) -> bool:
        """Whether it has a union (工会)."""

    @property
    def kind(self) -> UnitKind:
        """What kind of unit it is (单位性质)."""

    @property
    def funding(self) -> Funding:
        """Who pays."""

    @property
    def old_last_day(self) -> date | None:
        """The last day of the cover that the list renews."""


class ColumnsUnknown(Problem):
    """The refusal of a list in which it is not clear which column is which."""

    def __init__(self, error: ColumnsUnclear, field: str) -> None:
        super().__init__(
            HTTPStatus.UNPROCESSABLE_ENTITY, error.code, [error.finding(field)], error.params
        )
        self.sheets = error.sheets

    def document(self) -> ListDocument:
        """The document that tells about it, with what can be chosen from."""
        return ListDocument(**dict(super().document()), sheets=list(self.sheets))


class BroughtList(NamedTuple):
    """A list as it came: its bytes, what was read in them, and the upload that brought it.

    `entries` are what was read with the mends in their place; `merged` says what rows that were
    brought back have changed.
    """

    original: bytes
    as_read: Entries
    upload: Upload | None
    entries: Entries
    mends: tuple[Mend, ...] = ()
    merged: Merged | None = None

    @property
    def is_used(self) -> bool:
        """Whether the upload was submitted before."""
        return bool(self.upload and self.upload.used_by)


def read(request: WholeListIn, bring: Callable[[WholeListIn], Brought], place: str) -> BroughtList:
    """What was brought, as it was read; it may be only some rows of another list.

    Args:
        request: exactly one source of a list, and what changes it.
        bring: reads that source.
        place: where the list stands in the request, such as `last.`.

    Raises:
        Problem: there is none, or it cannot be read.
    """
    field = f"{place}{source(request)}"
    try:
        _refuse_unless_one(request)
        original, found, upload = bring(request)
    except ColumnsUnclear as error:
        raise ColumnsUnknown(error, field) from error
    except RuleError as error:
        raise of_rule(error, field) from error
    return BroughtList(original, found, upload, found)


def _refuse_unless_one(request: WholeListIn) -> None:
    if sum(getattr(request, name) is not None for name in SOURCES) != 1:
        raise RuleError("request.list_missing")


def source(request: WholeListIn) -> str:
    """The field of a request that brings its list; the first one where none does."""
    return next((name for name in SOURCES if getattr(request, name) is not None), SOURCES[0])


def typed(rows: list[RowIn]) -> tuple[bytes, Entries]:
    """A list that was typed row by row: its bytes, and what they hold.

    Raises:
        RuleError: as of `entries.typed`.
    """
    original = json.dumps([row.model_dump() for row in rows], ensure_ascii=False)
    return original.encode(), entries.typed([in_order(row) for row in rows])


def whole(given: BroughtList, request: WholeListIn, place: str) -> BroughtList:
    """The same list with the request's mends, if it is not only some rows of another one.

    Raises:
        Problem: it is; a mend cannot be made.
    """
    if given.as_read.rows_to_mend:
        raise of_rule(RuleError("merge.base_missing"), f"{place}{source(request)}")
    return mended(given, (), request, place)


def mended(
    brought: BroughtList, before: Sequence[Mend], request: WholeListIn, place: str
) -> BroughtList:
    """The list with mends in place: those that were there before, and over them the request's.

    Raises:
        Problem: a mend cannot be made.
    """
    asked = [Mend(**dict(mend)) for mend in request.mends]
    again = {(mend.row, mend.field) for mend in asked}
    all_mends = (*(each for each in before if (each.row, each.field) not in again), *asked)
    try:
        found = mends.apply(brought.as_read, all_mends)
    except RuleError as error:
        raise of_rule(error, f"{place}mends") from error
    return brought._replace(entries=found, mends=all_mends)


def judge(
    brought: BroughtList,
    now: datetime,
    exclude_rows: Collection[int] = (),
    unit: JudgedUnit | None = None,
) -> Report:
    """What is wrong in a list, as if all were done today: cover begins tomorrow.

    Where its unit says when the old cover ends that the list renews, it begins after that.

    Raises:
        Problem: an excluded row is none of the people's, or nobody is left.
    """
    begins = first_day.if_done(now.date(), unit.old_last_day if unit else None).day
    try:
        report = judging.judge(
            brought.entries,
            plan=plans.in_force(now.date()),
            cover_from=begins,
            exclude_rows=frozenset(exclude_rows),
        )
    except RuleError as error:
        raise of_rule(error, "exclude_rows") from error
    if brought.merged is None:
        return report
    told_of_rows = merging.left_out(brought.merged, report.errors)
    return report.model_copy(update={"findings": (*report.findings, *told_of_rows)})


def judge_unit(unit: JudgedUnit | None) -> tuple[Finding, ...]:
    """What 第十九条 says to a unit, and the notice to the way it pays; nothing without a unit."""
    if unit is None:
        return ()
    return (*_judge_union(has=unit.union), *funding.judge(unit.kind, unit.funding))


def judge_sent_unit(asked: object) -> tuple[Finding, ...]:
    """The same of the unit in the body of a request some other field of which is wrong.

    What cannot be read of it is passed over: that is told as the fault of its field.
    """
    unit: Any = asked.get("unit") if isinstance(asked, dict) else None
    if not isinstance(unit, dict):
        return ()
    has_none = unit.get("union") is False
    kind: Any = unit.get("kind")
    paid: Any = unit.get("funding")
    is_read = kind in get_args(UnitKind) and paid in get_args(Funding)
    return (*_judge_union(has=not has_none), *(funding.judge(kind, paid) if is_read else ()))


def _judge_union(*, has: bool) -> tuple[Finding, ...]:
    return () if has else (Finding.of("unit.no_union", field="unit.union"),)


def told(
    request: RosterCheckRequest, brought: BroughtList, report: Report, list_mark: str
) -> RosterCheckReport:
    """What was found in a list, for her who brought it."""
    findings = [*judge_unit(request.unit), *report.findings]
    return RosterCheckReport(
        ready=not any(finding.severity == "error" for finding in findings),
        sheet=report.sheet,
        counts=report.counts,
        premium=report.premium,
        columns=list(report.columns),
        cover_from=report.cover_from,
        findings=findings,
        names=rows_read.names(brought.entries),
        rows=rows_read.wanting(brought.as_read, brought.entries, brought.mends, findings),
        names_read={each.row: each.name for each in report.people if each.name_written},
        left_out=list(report.left_out),
        template=list(report.template),
        marking=_not_marked(brought),
        list_mark=list_mark,
        merged=_merged(brought),
    )


def marking(
    request: MarkUpRequest, brought: BroughtList, report: Report, list_mark: str
) -> Marking:
    """What is to be marked in a list; rows to mend of it are known again by `list_mark`."""
    findings = (*judge_unit(request.unit), *report.findings)
    return Marking(brought.entries, findings, request.only, brought.mends, list_mark)


def _not_marked(brought: BroughtList) -> list[Finding]:
    """What a marked-up file will not hold; nothing where there is no file that could come back."""
    if brought.upload is None:
        return []
    fits = Marking(brought.entries, (), mends=brought.mends).fits_her_file
    return kept.told(kept.foreseen(brought.original, brought.as_read, fits=fits))


def _merged(brought: BroughtList) -> MergedRows | None:
    if brought.merged is None:
        return None
    return MergedRows(mends=list(brought.mends), rows=sorted(brought.merged.rows))
