"""Recording one line of a bank statement: a payment of each of its lists, all of them or none.

The line is kept by its digest in the same transaction, so that it is recorded once, whoever brings
it again, in whatever statement. Of who paid only the name of an account is kept, and none that is a
person's.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

from functions.platform import table
from functions.records import statement_lines
from functions.records.rosters import endorsements, payments, store
from functions.records.rosters.kept_roster import KeptCase, KeptRoster
from functions.records.rosters.roster_events import PremiumPayment
from functions.records.statement_lines import LinePayment, Recorded, RecordedLine
from functions.staff.decision import Decision, conflict
from functions.staff.people import Staff
from functions.staff.rosters import cases, recording_payments
from functions.staff.statements import lists_to_pay
from functions.staff.statements.lists_to_pay import is_by_hand
from functions.staff.statements.models import LineAsked, LineRecorded
from shared_rules.findings import Finding
from shared_rules.statements.lines import Line
from shared_rules.statements.unit_names import holder

_ATTEMPTS: Final = 8


def record(
    staff: Staff, line: Line, asked: LineAsked, now: datetime, *, is_sure: bool
) -> LineRecorded:
    """Record a line; what became of it.

    Args:
        staff: who does it.
        line: as the statement has it.
        asked: the lists that it is for.
        now: when.
        is_sure: whether somebody knows that it was not written down by hand before.

    Raises:
        Problem: 404: a list is not hers to decide on; 412: others were faster, again and again.
    """
    if refused := _wrong_parts(line, asked):
        return LineRecorded(row=line.row, outcome="refused", finding=refused)
    [digest] = statement_lines.digests([line])
    for _ in range(_ATTEMPTS):
        lists = [cases.decidable(staff, part.receipt) for part in asked.parts]
        recorded = statement_lines.of([digest])
        if told := _recorded_already(line, recorded, lists):
            return told
        paid = list(zip(lists, _payments(line, asked, digest), strict=True))
        if found := next(_judge(line, paid, now, is_sure=is_sure), None):
            refused = found.at(row=line.row)
            return LineRecorded(row=line.row, outcome="refused", finding=refused)
        try:
            _keep(staff, paid, recorded.found.get(digest), now)
        except table.Taken:
            continue  # somebody has just done something with one of the lists, or this very line
        return LineRecorded(row=line.row, outcome="recorded")
    raise conflict(staff)


def counting(
    recorded: Collection[RecordedLine], at_hand: Iterable[KeptCase | KeptRoster]
) -> set[str]:
    """The digests of those lines of which one of the payments was not struck since.

    Of a list that cannot be read nobody knows: its lines count, so that none is recorded twice.

    Args:
        recorded: lines, as they are kept.
        at_hand: lists that were read after them; the others are read, several at once.
    """
    named = {payment.receipt for line in recorded for payment in line.payments}
    lists = {each.roster.receipt: each for each in at_hand if each.roster.receipt in named}
    others = lists_to_pay.read(named - lists.keys())
    standing = {
        LinePayment(receipt=found.roster.receipt, number=each.number)
        for found in (*lists.values(), *others.found)
        for each in payments.kept(found.events)
        if not each.is_struck
    }
    return {
        line.digest
        for line in recorded
        if not standing.isdisjoint(line.payments)
        or any(payment.receipt in others.unreadable for payment in line.payments)
    }


def _recorded_already(
    line: Line, recorded: Recorded, lists: Iterable[KeptCase]
) -> LineRecorded | None:
    """What is told of a line that was recorded, or of which nobody can read whether it was."""
    if recorded.unreadable:
        unknown = Finding.of("statement.line_unreadable").at(row=line.row)
        return LineRecorded(row=line.row, outcome="refused", finding=unknown)
    if counting(recorded.found.values(), lists):
        known = Finding.of("statement.recorded").at(row=line.row)
        return LineRecorded(row=line.row, outcome="known", finding=known)
    return None


def _wrong_parts(line: Line, asked: LineAsked) -> Finding | None:
    receipts = {part.receipt for part in asked.parts}
    if len(receipts) < len(asked.parts) or sum(p.amount for p in asked.parts) != line.amount:
        return Finding.of("statement.parts").at(row=line.row)
    return None


def _payments(line: Line, asked: LineAsked, digest: str) -> Iterator[PremiumPayment]:
    account = holder(line.payer)
    for part in asked.parts:
        yield PremiumPayment(
            amount=part.amount,
            day=line.day,
            account=account,
            payer="" if account == "person" else line.payer,
            bank_reference=line.serial,
            is_back=line.is_out,
            statement_line=digest,
        )


def _judge(
    line: Line,
    paid: Sequence[tuple[KeptCase, PremiumPayment]],
    now: datetime,
    *,
    is_sure: bool,
) -> Iterator[Finding]:
    """What cannot be right, or may have been written down before."""
    for found, payment in paid:
        yield from recording_payments.judge(found, payment, now.date())
        account = payments.account(found.roster, found.events)
        if payment.is_back and account.is_accepted and payment.amount > account.surplus:
            yield Finding.of("payment.back_by_hand")
        if not is_sure and is_by_hand(found, line):
            yield Finding.of("statement.by_hand")


def _keep(
    staff: Staff,
    paid: Sequence[tuple[KeptCase, PremiumPayment]],
    before: RecordedLine | None,
    now: datetime,
) -> None:
    """Keep all payments of a line, and the line.

    Raises:
        Taken: a list, or the line, is no longer what it was.
    """
    happened = []
    for found, payment in paid:
        decision = Decision(staff, found.roster.receipt, found.roster.revision, now)
        event = recording_payments.recorded(decision, found, payment)
        happened.append((found, endorsements.applied(found.roster, event), event))
    recorded = RecordedLine(
        at=now,
        digest=paid[0][1].statement_line,
        times=before.times + 1 if before else 1,
        payments=[LinePayment(receipt=new.receipt, number=e.revision) for _, new, e in happened],
    )
    store.add_all(happened, statement_lines.recording(recorded))
