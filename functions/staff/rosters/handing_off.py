"""A list goes out to the insurer, and what she finds comes back."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from functions.platform import downloads, table
from functions.platform.problems import of_rule
from functions.records import uploads
from functions.records.rosters import policies, store
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.models import HandOff, Roster
from functions.records.rosters.roster_events import label
from functions.staff import archives
from functions.staff.decision import conflict, not_open
from functions.staff.people import Staff
from functions.staff.rosters import cases, hand_off, hand_off_files, row_states
from functions.staff.rosters.hand_off import HandedOff
from functions.staff.rosters.models import HandOffMade, RowStates, RowStatesRequest
from functions.staff.rosters.row_states import Line
from shared_rules.findings import RuleError
from shared_rules.roster.form.rows import Insured
from shared_rules.roster.limits import MAX_FILE_BYTES

_SAME_WITHIN: Final = timedelta(minutes=10)
"""The product's own: who asks for the same bytes again later takes them along once more."""


def make(staff: Staff, receipt_text: str, now: datetime) -> HandOffMade:
    """The archive for the insurer; that it was made is kept before it is given.

    Raises:
        Problem: 404: the list is not hers to decide on; 409: it has ended; 412: somebody handed it
            off just now.
    """
    kept = goes_out(staff, receipt_text)
    roster = kept.roster
    last = _last(kept)
    since = last.version if last else None
    handed_off = going_out(kept)
    stem = f"{roster.receipt}-v{roster.version}"
    made = hand_off_files.files(stem, [handed_off], is_first=since is None)
    about = hand_off_files.about(handed_off, since)
    archive = archives.pack(made, about)
    noted = _kept(staff, kept, _noted(staff, kept, since, archive.sha256, now))
    name = f"{roster.receipt}-v{roster.version}-{noted.number}.zip"
    offer = downloads.offer(archive.data, "desk", name, now)
    return HandOffMade(
        **dict(offer),
        number=noted.number,
        since_version=since,
        changes=about["changes"],
        files=archive.files,
        sha256=noted.sha256,
    )


def going_out(kept: KeptCase) -> HandedOff:
    """A list as it goes out now: everybody in it, and what changed since the last time."""
    roster = kept.roster
    covers = policies.of_people(kept.cover) if roster.acceptance and kept.cover else []
    return HandedOff(roster, _lines(kept, _last(kept)), {cover.row: cover for cover in covers})


def _kept(staff: Staff, kept: KeptCase, noted: HandOff) -> HandOff:
    """What is kept of a hand-off; what was kept where she asks again, as its answer was lost.

    Raises:
        Problem: 412: somebody handed the list off just now.
    """
    before = kept.hand_offs
    if before and _is_same(before[-1], noted):
        return before[-1]
    try:
        store.put_hand_off(kept.roster.receipt, noted)
    except table.Taken as taken:
        found = store.case(kept.roster.receipt) or kept
        # Ours may be there although it was refused: the SDK asks again where an answer was lost.
        if found.hand_offs and _is_same(found.hand_offs[-1], noted):
            return found.hand_offs[-1]
        raise conflict(staff, found.hand_offs[len(before) :]) from taken
    return noted


def _is_same(last: HandOff, noted: HandOff) -> bool:
    """Whether the same person has taken the same bytes along just now."""
    said = {"number": noted.number, "at": noted.at}
    return noted.at - last.at <= _SAME_WITHIN and last.model_copy(update=said) == noted


def _noted(staff: Staff, kept: KeptCase, since: int | None, digest: str, now: datetime) -> HandOff:
    """What is kept of a hand-off: who took which bytes along."""
    return HandOff(
        number=len(kept.hand_offs) + 1,
        at=now,
        by=staff.actor,
        version=kept.roster.version,
        revision=kept.roster.revision,
        since_version=since,
        people=kept.roster.people,
        sha256=digest,
        rows_object=kept.roster.rows_object,
        rows_out=sorted(kept.roster.acceptance.left) if kept.roster.acceptance else [],
        rows_granted=kept.roster.granted_rows,
        policy=_policy(kept.roster),
    )


def read_back(
    staff: Staff, receipt_text: str, request: RowStatesRequest, now: datetime
) -> RowStates:
    """What the insurer's file says of the rows of a list; nothing is stored.

    Raises:
        Problem: 404: the list is not hers to decide on; 409: it has ended; 422: the file cannot be
            read.
    """
    kept = goes_out(staff, receipt_text)
    lines = brought_lines(request, now)
    return row_states.of_list(lines, kept.roster.receipt, store.people(kept.roster))


def brought_lines(request: RowStatesRequest, now: datetime) -> list[tuple[int, Line]]:
    """The lines of a file that the insurer has filled in.

    Raises:
        Problem: 422: the file cannot be read.
    """
    try:
        upload = uploads.find(request.upload_id, "roster", now)
        return row_states.lines_of(uploads.read(upload, MAX_FILE_BYTES))
    except RuleError as error:
        raise of_rule(error, "upload_id") from error


def goes_out(staff: Staff, receipt_text: str) -> KeptCase:
    """A list that still goes to the insurer: not one that was withdrawn or closed.

    Raises:
        Problem: 404: the list is not hers to decide on; 409: it has ended.
    """
    kept = cases.decidable(staff, receipt_text)
    if kept.roster.is_ended:
        raise not_open(label(kept.roster.state))
    return kept


def _last(kept: KeptCase) -> HandOff | None:
    """The last time that it went out before anything happened since.

    What was handed off as it is now is no yardstick: whoever asks again, as the answer was lost,
    must get the same changes.
    """
    earlier = [each for each in kept.hand_offs if each.revision != kept.roster.revision]
    return earlier[-1] if earlier else None


def _lines(kept: KeptCase, last: HandOff | None) -> tuple[hand_off.Line, ...]:
    """Everybody, by what became of her since the last time, with who left by an endorsement."""
    roster = kept.roster
    out = roster.acceptance.left if roster.acceptance else {}
    people = [each for each in store.people(roster) if each.row not in out]
    lines = hand_off.compared(people, _people_then(kept, last) if last else None)
    policy_then = last.policy if last else ""
    is_other_policy = policy_then not in ("", _policy(roster))
    granted = set(roster.granted_rows).difference(last.rows_granted if last else [])
    dead = roster.acceptance.dead if roster.acceptance else frozenset()

    def told(line: hand_off.Line) -> hand_off.Line:
        if line.change == "removed" and line.insured.row in dead:
            return replace(line, change="died")
        is_other_cover = is_other_policy or line.insured.row in granted
        return replace(line, change="changed") if is_other_cover and line.change == "same" else line

    return tuple(map(told, lines))


def _people_then(kept: KeptCase, last: HandOff) -> list[Insured]:
    if last.rows_object:
        people = store.people_in(last.rows_object)
    elif last.version == kept.roster.version:
        people = store.people(kept.roster)
    else:
        earlier = store.earlier_version(kept.roster.receipt, last.version)
        people = store.people(earlier) if earlier else []
    out = frozenset(last.rows_out)
    return [each for each in people if each.row not in out]


def _policy(roster: Roster) -> str:
    return roster.acceptance.in_a_line if roster.acceptance else ""
