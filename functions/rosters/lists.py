"""A unit's list as a request brings it: read, judged, and refused where it must be mended."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from http import HTTPStatus
from typing import Final, NamedTuple

from functions.platform import keyed_hash
from functions.platform.problems import Problem, of_rule
from functions.records import consent, uploads
from functions.rosters import checking, parsing, rows_read
from functions.rosters.check_models import ListDocument, ListIn, WholeListIn
from functions.rosters.checking import Brought, BroughtList
from functions.rosters.models import RosterSubmitRequest
from shared_rules import confirmations
from shared_rules.findings import Finding, RuleError
from shared_rules.roster import difference, merging
from shared_rules.roster.entries import Entries
from shared_rules.roster.form.rows import Insured
from shared_rules.roster.judging import Report
from shared_rules.roster.limits import MAX_FILE_BYTES

_MARK_LENGTH: Final = 10


class ListRefused(Problem):
    """The refusal of a list for what was found in it, with who stands in the rows."""

    def __init__(self, findings: Sequence[Finding], entries: Entries) -> None:
        super().__init__(HTTPStatus.UNPROCESSABLE_ENTITY, "request.invalid", findings)
        self.names = rows_read.names_of(findings, entries)

    def document(self) -> ListDocument:
        """The document that tells about it, for her who sent the list."""
        return ListDocument(**dict(super().document()), names=self.names)


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
    bring = partial(_brought, now=now)
    given = checking.read(request, bring, place)
    if request.base is None:
        return checking.whole(given, request, place)
    base = checking.read(request.base, bring, f"{place}base.")
    base = checking.whole(base, request.base, f"{place}base.")
    try:
        merged = merging.merge(base.as_read, base.mends, given.as_read, _mark_on(given, base))
    except RuleError as error:
        raise of_rule(error, f"{place}{checking.source(request)}") from error
    changed = checking.mended(base, merged.mends, request, place)
    found = changed.entries._replace(findings=(*changed.entries.findings, *merged.findings))
    return changed._replace(entries=found, merged=merged._replace(mends=changed.mends))


def mark_of_rows(brought: BroughtList) -> str:
    """By which only some rows of a list are known again; the same for the same people in it."""
    return _marks(brought)[0]


def _mark_on(rows: BroughtList, base: BroughtList) -> str:
    """The mark that rows of a list must bear: also one of before, which another key has made."""
    said = rows.as_read.rows_to_mend
    return said.mark if said and said.mark in _marks(base) else mark_of_rows(base)


def _marks(brought: BroughtList) -> tuple[str, ...]:
    people = json.dumps(brought.as_read.people).encode()
    return keyed_hash.codes(_MARK_LENGTH, "rows-to-mend", hashlib.sha256(people).hexdigest())


def _brought(request: WholeListIn, *, now: datetime) -> Brought:
    if request.rows is not None:
        return *checking.typed(request.rows), None
    if request.text is not None:
        return request.text.encode(), parsing.pasted(request.text, request.columns), None
    upload = uploads.find(request.upload_id or "", "roster", now)
    data = uploads.read(upload, MAX_FILE_BYTES)
    return data, parsing.read(data, request.columns), upload


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
    report = checking.judge(brought, now, request.exclude_rows, request.unit)
    unit = checking.judge_unit(request.unit)
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
