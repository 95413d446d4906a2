"""A bank statement at the desk: matched with the lists of her counties, and recorded."""

from datetime import datetime

from functions.platform.problems import of_rule
from functions.records import statement_lines, uploads
from functions.records.rosters import payments
from functions.records.rosters.kept_roster import KeptRoster
from functions.staff import parsing
from functions.staff.people import Staff
from functions.staff.statements import line_recording
from functions.staff.statements.lists_to_pay import Lists, as_open, lists_to_pay
from functions.staff.statements.models import (
    LineRecorded,
    LinesRecorded,
    MatchedLine,
    MatchedList,
    MatchedStatement,
    RecordLinesRequest,
)
from shared_rules.findings import Finding, RuleError
from shared_rules.roster.limits import MAX_FILE_BYTES
from shared_rules.statements.lines import Statement
from shared_rules.statements.matching import Match, match
from shared_rules.statements.unit_names import holder


def check(staff: Staff, upload_id: str, now: datetime) -> MatchedStatement:
    """What the lines of a statement are for; nothing is recorded.

    Raises:
        Problem: 422: it cannot be read.
    """
    statement = _read(upload_id, now)
    rows = [line.row for line in statement.lines]
    digests = dict(zip(rows, statement_lines.digests(statement.lines), strict=True))
    recorded = statement_lines.of(digests.values())
    lists, unreadable = lists_to_pay(staff, statement.lines) if statement.lines else Lists([], [])
    # Of a line that cannot be read nobody knows: it counts, so that it is not recorded twice.
    counting = line_recording.counting(recorded.found.values(), lists) | recorded.unreadable
    known = {row for row, digest in digests.items() if digest in counting}
    matches = match(statement.lines, as_open(lists, statement.lines), known)
    proposed = {part.receipt for each in matches for parts in each.proposals for part in parts}
    return MatchedStatement(
        sheet=statement.sheet,
        lines=[_told(each) for each in matches],
        lists=[_list(each) for each in lists if each.roster.receipt in proposed],
        findings=[
            *statement.findings,
            *(Finding.of("statement.list_unreadable", receipt=each) for each in unreadable),
            *(
                Finding.of("statement.line_unreadable").at(row=row)
                for row, digest in digests.items()
                if digest in recorded.unreadable
            ),
        ],
    )


def record(staff: Staff, request: RecordLinesRequest, now: datetime) -> LinesRecorded:
    """Record lines of a statement, each as the payments of its lists, all of a line or none.

    Raises:
        Problem: 404: a list is not hers to decide on; 422: the statement cannot be read.
    """
    lines = {line.row: line for line in _read(request.upload_id, now).lines}
    told = []
    for asked in request.lines:
        if line := lines.get(asked.row):
            told.append(
                line_recording.record(staff, line, asked, now, is_sure=request.is_looked_at)
            )
        else:
            refused = Finding.of("statement.no_row").at(row=asked.row)
            told.append(LineRecorded(row=asked.row, outcome="refused", finding=refused))
    return LinesRecorded(lines=told)


def _read(upload_id: str, now: datetime) -> Statement:
    try:
        upload = uploads.find(upload_id, "roster", now)
        return parsing.statement(uploads.read(upload, MAX_FILE_BYTES))
    except RuleError as error:
        raise of_rule(error, "upload_id") from error


def _told(found: Match) -> MatchedLine:
    line = found.line
    return MatchedLine(
        row=line.row,
        day=line.day,
        amount=line.amount,
        is_out=line.is_out,
        payer=line.payer,
        account=holder(line.payer),
        note=line.note,
        standing=found.standing,
        reason=found.reason,
        proposals=list(found.proposals),
    )


def _list(found: KeptRoster) -> MatchedList:
    roster = found.roster
    return MatchedList(
        receipt=roster.receipt,
        unit_name=roster.unit.name,
        county=roster.unit.county,
        state=roster.state,
        due=payments.account(roster, found.events).missing,
    )
