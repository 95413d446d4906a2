"""The follow-up of lists and claims: each entry of the outbox worked off, given up, or revived.

Done at least once. What an entry was done for is kept with it, so that a repetition does no harm:
the index takes everything twice, and the contact is told a second time only where the process
died between telling and keeping that it did.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from aws_lambda_powertools import Logger

from functions.platform.failures import log_failure
from functions.records import outbox, paper_store, person_index, receipts
from functions.records.claims import store as claims
from functions.records.claims.claim_documents import Document
from functions.records.outbox import Entry, Work
from functions.records.rosters import store as rosters
from functions.records.rosters.models import Roster, RosterPaper
from functions.records.units import store as units
from functions.records.units.models import Named
from functions.worker import (
    accepted_lists,
    announcement,
    dead_letters,
    finding,
    mailing,
    old_policies,
    papers,
    people_index,
)

MAX_ATTEMPTS: Final = 8
logger = Logger()


class NotDone(Exception):
    """The follow-up of an entry failed; it is logged, and will be tried again."""


class Swept(NamedTuple):
    """How many entries a sweep has worked off, and how many failed."""

    done: int
    failed: int


def follow_up(entry: Entry, now: datetime) -> None:
    """Work off an entry; nothing where it is done, given up, or in another's hands.

    Raises:
        NotDone: something failed; the entry waits for the next attempt, or was given up after
            `MAX_ATTEMPTS` and a letter tells of it.
    """
    work = outbox.take(entry, now)
    if work is None:
        return
    # More than there may be, where the last one was killed before it could tell.
    if work.attempts <= MAX_ATTEMPTS and _is_done(work, now):
        return
    if work.attempts >= MAX_ATTEMPTS:
        _give_up(entry, now)
    else:
        outbox.give_back(entry)
    raise NotDone


def sweep(
    now: datetime, older_than: timedelta, has_time: Callable[[], bool] = lambda: True
) -> Swept:
    """Work off what has waited longer than that, the oldest first, while there is time."""
    done = failed = 0
    for entry in outbox.waiting(now - older_than):
        if not has_time():
            break
        try:
            follow_up(entry, now)
        except NotDone:
            failed += 1
        else:
            done += 1
    return Swept(done, failed)


def redrive() -> int:
    """Put every entry that was given up back to work and its letters away; how many there were."""
    revived = list(outbox.waiting(state="dead"))
    for entry in revived:
        outbox.revive(entry)
    for letter in dead_letters.receive():
        # One that is being given up right now keeps its letter, for the next time.
        if letter.entry is None or outbox.attempts(letter.entry) < MAX_ATTEMPTS:
            dead_letters.delete(letter)
    return len(revived)


def _is_done(work: Work, now: datetime) -> bool:
    # The error goes no further than here: it may quote people's data, and Lambda would log it.
    try:
        _do(work, now)
    except Exception as error:  # noqa: BLE001 -- whatever it is, the entry must be given back
        log_failure(logger, "follow-up failed", error)
        return False
    return True


def _do(work: Work, now: datetime) -> None:
    match receipts.kind_of(work.entry.receipt), work.task:
        case _, "message":
            mailing.send(work, now)
        case "LP", _:
            _follow_up_claim(work, now)
        case _, "import" | "take-back":
            follow = old_policies.bring_in if work.task == "import" else old_policies.take_back
            follow(work.entry.receipt, now)
        case _, "cover" | "find":
            _follow_change(work, now)
        case _, "request":
            announcement.announce_request(rosters.current(work.entry.receipt))
        case _, "papers":
            _look_at_papers(work)
        case _, "end":
            _end(rosters.current(work.entry.receipt), now)
        case _:
            _index_and_tell(work, now)
    outbox.finish(work.entry, now)


def _follow_change(work: Work, now: datetime) -> None:
    if work.task == "cover":
        for case in accepted_lists.follow(work.entry.receipt, work.entry.event, now):
            finding.keep(case)
    finding.follow(work.entry.receipt)


def _follow_up_claim(work: Work, now: datetime) -> None:
    receipt = work.entry.receipt
    brought = paper_store.of_batch(receipt, work.version, Document)
    papers.look_at_all(receipt, brought)
    if brought:
        claims.put_checked(receipt, work.version, now)
    kept = claims.keep_place(receipt)
    report = claims.get_report(kept.claim)
    person_index.note_case(person_index.insured_of(kept.claim, report), receipt)
    finding.keep(receipt)
    announcement.announce_claim(kept, work.version)


def _look_at_papers(work: Work) -> None:
    receipt = work.entry.receipt
    papers.look_at_all(receipt, paper_store.of_batch(receipt, work.entry.event, RosterPaper))


def _end(ended: Roster, now: datetime) -> None:
    people_index.take_out(ended, now)
    if ended.state == "withdrawn":  # what the desk has closed, it knows
        announcement.announce_withdrawal(ended)


def _index_and_tell(work: Work, now: datetime) -> None:
    number, current = work.version, rosters.current(work.entry.receipt)
    if current.is_ended:
        return
    is_current = current.version == number
    version = current if is_current else rosters.earlier_version(current.receipt, number)
    if version is None:
        raise LookupError("no such version of a roster")
    if is_current:
        units.place(current.receipt, Named.of(current.unit), current.submitted_at)
        finding.keep(current.receipt)
    # An accepted list has its people indexed by its acceptance.
    if work.indexed_at is None and not current.acceptance:
        people_index.index(version, now)
        outbox.note_indexed(work.entry, now)
    if is_current:  # otherwise the newer version is told of, and the contact would step back
        announcement.announce(version)


def _give_up(entry: Entry, now: datetime) -> None:
    # The letter first: one too many is better than an entry that is dead and nobody knows.
    dead_letters.send(entry)
    outbox.bury(entry, now)
