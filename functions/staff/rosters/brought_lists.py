"""The insurer's file about many lists: what it says of each, to be accepted in one go.

Nothing is stored: the desk looks at it, list by list, and then accepts them.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from functions.platform.aws import CALLS_AT_ONCE
from functions.platform.problems import Problem, unprocessable
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from functions.staff.people import Staff
from functions.staff.rosters import cases, handing_off, row_states
from functions.staff.rosters.batch_models import MOST_LISTS, BroughtList, BroughtLists
from functions.staff.rosters.hand_off import ACTS, BEGINS, POLICY_NUMBER, RECEIPT, RESULT, VERSION
from functions.staff.rosters.models import RowStatesRequest
from functions.staff.rosters.row_states import Line
from shared_rules.findings import Finding, RuleError
from shared_rules.old_policies import cells

Lines = list[tuple[int, Line]]
Value = TypeVar("Value")


def read(staff: Staff, request: RowStatesRequest, now: datetime) -> BroughtLists:
    """What a file that the insurer has filled in says of each of its lists.

    Raises:
        Problem: 422: the file cannot be read, or is about too many lists.
    """
    by_receipt: dict[str, Lines] = {}
    for number, line in handing_off.brought_lines(request, now):
        if line[RECEIPT] or line[RESULT]:
            by_receipt.setdefault(line[RECEIPT], []).append((number, line))
    if len(by_receipt) > MOST_LISTS:
        raise unprocessable([Finding.of("row_states.too_many_lists", limit=MOST_LISTS)])
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        found = list(pool.map(lambda each: _of_list(staff, *each), by_receipt.items()))
    return BroughtLists(
        lists=[each for each in found if isinstance(each, BroughtList)],
        findings=[each for each in found if isinstance(each, Finding)],
    )


def _of_list(staff: Staff, receipt: str, lines: Lines) -> BroughtList | Finding:
    """What the lines say of a list; or why it is not at hand, at the first of them."""
    try:
        kept = cases.decidable(staff, receipt)
        return _said(kept.roster, lines)
    except Problem as problem:
        first, _ = lines[0]
        return problem.about.at(row=first)


def _said(roster: Roster, lines: Lines) -> BroughtList:
    states = row_states.of_list(lines, roster.receipt, store.people(roster))
    findings: list[Finding] = []

    def said(header: str, read_cell: Callable[[str], Value]) -> Value | None:
        try:
            return _one(header, read_cell, lines)
        except RuleError as error:
            findings.append(error.finding())
            return None

    version = said(VERSION, str)
    if version not in (None, str(roster.version)):
        findings.append(Finding.of("acceptance.other_version", version=roster.version))
    brought = BroughtList(
        receipt=roster.receipt,
        unit_name=roster.unit.name,
        version=roster.version,
        people=roster.people,
        policy_number=said(POLICY_NUMBER, str),
        consent_date=said(ACTS["consent_date"], cells.day),
        premium_received_date=said(ACTS["premium_received_date"], cells.day),
        policy_issued_date=said(ACTS["policy_issued_date"], cells.day),
        agreed_first_day=said(BEGINS, cells.day),
        **dict(states),
    )
    return brought.model_copy(update={"findings": [*findings, *states.findings]})


def _one(header: str, read_cell: Callable[[str], Value], lines: Lines) -> Value | None:
    """What all lines of a list say in a column; None where none says anything.

    Raises:
        RuleError: they say different things, or one of them what cannot be read.
    """
    found = set()
    for _, line in lines:
        try:
            if line[header]:
                found.add(read_cell(line[header]))
        except RuleError:
            raise RuleError("row_states.no_day", column=header) from None
    if len(found) > 1:
        raise RuleError("row_states.not_one", column=header)
    return next(iter(found), None)
