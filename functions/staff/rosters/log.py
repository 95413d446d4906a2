"""The log of one list: who did or saw what, and why; on screen, and as a file for spreadsheets."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final

from functions.platform.downloads import Download
from functions.records import teamwork, viewings
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.models import HandOff, Viewed
from functions.records.rosters.roster_events import Acceptance, Event, Reason, State, label, said
from functions.records.teamwork import TeamEvent
from functions.staff import logs
from functions.staff.logs import Mailed
from functions.staff.models import By
from functions.staff.people import Staff
from functions.staff.rosters import cases, masking
from functions.staff.rosters.models import Log, LogEntry, Seen
from shared_rules.messages import catalogue, unended

HEADERS: Final = (
    *("时间", "事项", "办理人", "角色", "名单版本", "序号", "原状态", "新状态"),
    *("原因", "行", "保险单号", "保险期间", "个人信息已遮住"),
)
SEEN_MESSAGES: Final[Mapping[Seen, str]] = {
    "viewed_case": "log.viewed_case",
    "viewed_rows": "log.viewed_rows",
    "exported": "log.exported",
    "unit_viewed_list": "log.unit_viewed_list",
    "unit_exported_list": "log.unit_exported_list",
    "unit_viewed_people": "log.unit_viewed_people",
    "unit_exported_people": "log.unit_exported_people",
    "unit_renews": "log.unit_renews",
    "unit_opened_paper": "log.unit_opened_paper",
    "opened_paper": "log.opened_paper",
    "person_sought": "log.person_sought",
    "person_copied": "log.person_copied",
    "viewed_sheet": "log.viewed_sheet",
    "viewed_sheet_thumbnails": "log.viewed_sheet_thumbnails",
    "handed_off": "log.handed_off",
}
"""The codes of what changed nothing."""
_NOTHING_CHANGED: Final = dict.fromkeys(("revision", "before", "after", "acceptance"))
"""What the entry for an event has, and no other."""


def view(staff: Staff, receipt_text: str) -> Log:
    """Who did or saw what, the newest first.

    Raises:
        Problem: 404: there is no such list, or it is not hers to see.
    """
    kept = cases.find(staff, receipt_text)
    last = logs.LastViews.of(kept.roster.receipt, Viewed)
    entries = _entries(staff, kept, last.views)
    return Log(entries=entries, is_complete=last.is_complete, unreadable=last.unreadable)


def file(staff: Staff, receipt_text: str, now: datetime) -> Download:
    """The whole log as a file; that it was taken along is in it.

    Raises:
        Problem: as `view`.
    """
    kept = cases.find(staff, receipt_text)
    receipt = kept.roster.receipt
    cases.note(staff, kept.roster, "exported", now)
    entries = _entries(staff, kept, filter(None, viewings.of(receipt, Viewed)))
    return logs.offer(receipt, [HEADERS, *map(_line, entries)], now)


def _entries(staff: Staff, kept: KeptCase, views: Iterable[Viewed]) -> list[LogEntry]:
    sees_all = staff.sees_people_of(kept.roster.unit.county)
    events = kept.events if sees_all else masking.case(kept).events
    return logs.newest_first(
        [
            *map(_happened, events),
            *(_seen(each, each.what, each.rows, is_masked=each.is_masked) for each in views),
            *(_seen(each, "handed_off", None, is_masked=False) for each in kept.hand_offs),
            *(_mailed(each, kept.roster.version) for each in logs.mailed(kept.roster.receipt)),
            *(
                _told(each, kept.roster.version, sees_all=sees_all)
                for each in teamwork.of(kept.roster.receipt)
            ),
        ]
    )


def _happened(event: Event) -> LogEntry:
    return LogEntry(
        at=event.at,
        what=event.state,
        label=said(event),
        by=By.of(event.by) if event.by else None,
        version=event.version,
        revision=event.revision,
        before=event.before,
        after=event.after,
        reasons=event.reasons,
        acceptance=event.acceptance,
        rows=None,
        is_masked=False,
    )


def _seen(
    noted: Viewed | HandOff,
    what: Seen,
    rows: tuple[int, int] | None,
    *,
    is_masked: bool,
) -> LogEntry:
    """The entry for what changed nothing."""
    return LogEntry(
        at=noted.at,
        what=what,
        label=catalogue()[SEEN_MESSAGES[what]].title,
        by=By.of(noted.by) if noted.by else None,
        version=noted.version,
        reasons=[],
        rows=rows,
        is_masked=is_masked,
        **_NOTHING_CHANGED,
    )


def _mailed(mailed: Mailed, version: int) -> LogEntry:
    return LogEntry(
        **mailed._asdict(),
        what="mailed",
        version=version,
        reasons=[],
        rows=None,
        is_masked=False,
        **_NOTHING_CHANGED,
    )


def _told(event: TeamEvent, version: int, *, sees_all: bool) -> LogEntry:
    text = logs.told(event, is_masked=not sees_all)
    return LogEntry(
        at=event.at,
        what=event.what,
        label=teamwork.label(event.what),
        by=By.of(event.by),
        version=version,
        reasons=[Reason(text=text)] if text else [],
        rows=None,
        is_masked=False,
        **_NOTHING_CHANGED,
    )


def _line(entry: LogEntry) -> tuple[str, ...]:
    accepted = entry.acceptance
    return (
        entry.at.isoformat(),
        entry.label,
        entry.by.name if entry.by else "本站" if entry.what == "mailed" else "单位",
        "、".join(entry.by.roles) if entry.by else "",
        str(entry.version),
        str(entry.revision or ""),
        _state(entry.before),
        _state(entry.after),
        _reasons(entry),
        "–".join(map(str, entry.rows)) if entry.rows else "",
        accepted.policy_number if accepted else "",
        f"{accepted.first_day} 至 {accepted.last_day}" if accepted else "",
        "是" if entry.is_masked else "",
    )


def _state(state: State | None) -> str:
    return label(state) if state else ""


def _reasons(entry: LogEntry) -> str:
    texts = [
        *(_said(each.text, each.article_label, each.rows) for each in entry.reasons),
        *(_decided(entry.acceptance) if entry.acceptance else ()),
    ]
    return "；".join(texts)


def _decided(accepted: Acceptance) -> Iterator[str]:
    """What was decided of single people."""
    for refusal in accepted.refusals:
        yield _said(refusal.reason, refusal.article_label, [refusal.row])
    for seen in accepted.old_covers_seen:
        yield f"已核实旧保险到 {seen.last_day} 为止：{_said(seen.paper, None, seen.rows)}"
    for each in accepted.accepted_rows:
        yield f"同意承保：{_said(each.reason, None, each.rows)}"


def _said(words: str, article_label: str | None, rows: list[int]) -> str:
    return f"{unended(words)}{_article(article_label)}{_rows(rows)}"


def _article(label: str | None) -> str:
    return f"（{label}）" if label else ""


def _rows(rows: list[int]) -> str:
    return f"〔第 {'、'.join(map(str, rows))} 行〕" if rows else ""
