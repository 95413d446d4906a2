"""A unit's list as a request brings it: read, judged, and refused where it must be mended."""

import hashlib
import json
from collections.abc import Collection, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Final, NamedTuple

from functions.platform import keyed_hash
from functions.platform.problems import Problem, of_rule
from functions.records import consent, uploads
from functions.records.rosters.models import Unit
from functions.rosters import parsing, rows_read
from functions.rosters.models import (
    ListDocument,
    ListIn,
    RosterSubmitRequest,
    RosterUnitIn,
    RowIn,
    WholeListIn,
)
from shared_rules import confirmations, first_day, funding, plans
from shared_rules.findings import Finding, RuleError
from shared_rules.roster import difference, entries, judging, mends, merging
from shared_rules.roster.entries import Entries
from shared_rules.roster.form.rows import Insured, in_order
from shared_rules.roster.judging import Report
from shared_rules.roster.limits import MAX_FILE_BYTES
from shared_rules.roster.mends import Mend
from shared_rules.roster.merging import Merged
from shared_rules.roster.unclear import ColumnsUnclear

_SOURCES: Final = ("upload_id", "rows", "text")
_MARK_LENGTH: Final = 10


class ListRefused(Problem):
    """The refusal of a list for what was found in it, with who stands in the rows."""

    def __init__(self, findings: Sequence[Finding], entries: Entries) -> None:
        super().__init__(HTTPStatus.UNPROCESSABLE_ENTITY, "request.invalid", findings)
        self.names = rows_read.names_of(findings, entries)

    def document(self) -> ListDocument:
        """The document that tells about it, for her who sent the list."""
        return ListDocument(**dict(super().document()), names=self.names)


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
    upload: uploads.Upload | None
    entries: Entries
    mends: tuple[Mend, ...] = ()
    merged: Merged | None = None

    @property
    def mark(self) -> str:
        """By which only some of its rows are known again; the same for the same people in them."""
        return self._marks[0]

    def mark_on(self, rows: Entries) -> str:
        """The mark that rows of it must bear: also one of before, which another key has made."""
        said = rows.rows_to_mend
        return said.mark if said and said.mark in self._marks else self.mark

    @property
    def _marks(self) -> tuple[str, ...]:
        people = json.dumps(self.as_read.people).encode()
        return keyed_hash.codes(_MARK_LENGTH, "rows-to-mend", hashlib.sha256(people).hexdigest())

    @property
    def is_used(self) -> bool:
        """Whether the upload was submitted before."""
        return bool(self.upload and self.upload.used_by)


class AcceptedList(NamedTuple):
    """A list that may be kept, and what was found in it."""

    brought: BroughtList
    report: Report


def read(request: ListIn, now: datetime, place: str = "") -> BroughtList:
    """The list of a request: an upload's file, its rows, or its pasted text.

    Args:
        request: exactly one of the three, and what changes it.
        now: for the upload's age.
        place: where the list stands in the request, such as `last.`.

    Raises:
        Problem: there is none, it cannot be read, or it cannot be changed so.
    """
    given = _as_given(request, now, place)
    if request.base is None:
        return _mended(_whole(given, request, place), (), request, place)
    base = _whole(_as_given(request.base, now, f"{place}base."), request.base, f"{place}base.")
    base = _mended(base, (), request.base, f"{place}base.")
    mark = base.mark_on(given.as_read)
    try:
        merged = merging.merge(base.as_read, base.mends, given.as_read, mark)
    except RuleError as error:
        raise of_rule(error, f"{place}{_source(request)}") from error
    changed = _mended(base, merged.mends, request, place)
    found = changed.entries._replace(findings=(*changed.entries.findings, *merged.findings))
    return changed._replace(entries=found, merged=merged._replace(mends=changed.mends))


def _as_given(request: WholeListIn, now: datetime, place: str) -> BroughtList:
    """What was brought, as it was read."""
    try:
        original, found, upload = _brought(request, now)
    except ColumnsUnclear as error:
        raise ColumnsUnknown(error, f"{place}{_source(request)}") from error
    except RuleError as error:
        raise of_rule(error, f"{place}{_source(request)}") from error
    return BroughtList(original, found, upload, found)


def _source(request: WholeListIn) -> str:
    return next((name for name in _SOURCES if getattr(request, name) is not None), _SOURCES[0])


def _whole(given: BroughtList, request: WholeListIn, place: str) -> BroughtList:
    """The same list, if it is not only some rows of another one."""
    if given.as_read.rows_to_mend:
        raise of_rule(RuleError("merge.base_missing"), f"{place}{_source(request)}")
    return given


def _mended(
    brought: BroughtList, before: Sequence[Mend], request: WholeListIn, place: str
) -> BroughtList:
    """The list with mends in place: those that were there before, and over them the request's."""
    asked = [Mend(**dict(mend)) for mend in request.mends]
    again = {(mend.row, mend.field) for mend in asked}
    all_mends = (*(each for each in before if (each.row, each.field) not in again), *asked)
    try:
        found = mends.apply(brought.as_read, all_mends)
    except RuleError as error:
        raise of_rule(error, f"{place}mends") from error
    return brought._replace(entries=found, mends=all_mends)


def _brought(request: WholeListIn, now: datetime) -> tuple[bytes, Entries, uploads.Upload | None]:
    if sum(getattr(request, name) is not None for name in _SOURCES) != 1:
        raise RuleError("request.list_missing")
    if request.rows is not None:
        return *_typed(request.rows), None
    if request.text is not None:
        return request.text.encode(), parsing.pasted(request.text, request.columns), None
    upload = uploads.find(request.upload_id or "", "roster", now)
    data = uploads.read(upload, MAX_FILE_BYTES)
    return data, parsing.read(data, request.columns), upload


def _typed(rows: list[RowIn]) -> tuple[bytes, Entries]:
    original = json.dumps([row.model_dump() for row in rows], ensure_ascii=False)
    people = entries.typed([in_order(row) for row in rows])
    return original.encode(), people


def judge(
    brought: BroughtList,
    now: datetime,
    exclude_rows: Collection[int] = (),
    unit: RosterUnitIn | Unit | None = None,
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
    told = merging.left_out(brought.merged, report.errors)
    return report.model_copy(update={"findings": (*report.findings, *told)})


def judge_unit(unit: RosterUnitIn | Unit | None) -> tuple[Finding, ...]:
    """What 第十九条 says to a unit, and the notice to the way it pays; nothing without a unit."""
    if unit is None:
        return ()
    union = () if unit.union else (Finding.of("unit.no_union", field="unit.union"),)
    paying = funding.judge(unit.kind, unit.funding)
    return (*union, *(each.model_copy(update={"field": "unit.funding"}) for each in paying))


def accept(
    request: RosterSubmitRequest,
    brought: BroughtList,
    now: datetime,
    replaced: Sequence[Insured] | None = None,
) -> AcceptedList:
    """The list, if it has no errors left, is confirmed and consented to.

    `replaced` are the people of the version whose place it takes, if it takes one's place.

    Raises:
        Problem: with every finding that stands in the way.
    """
    report = judge(brought, now, request.exclude_rows, request.unit)
    unit = judge_unit(request.unit)
    lost = () if replaced is None else difference.compare(replaced, report.people).warnings()
    missing = confirmations.missing((*unit, *report.warnings, *lost), request.confirmations)
    refused = [finding for finding in unit if finding.severity == "error"]
    refused += [each for each in lost if each.code not in request.confirmations]
    refused += [*report.errors, *missing, *consent.judge(request.consent, "roster")]
    if request.attestation:
        refused += consent.judge_attestation(request.attestation)
    if refused:
        raise ListRefused(refused, brought.entries)
    return AcceptedList(brought, report)
