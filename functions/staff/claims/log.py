"""The log of one claim: who did or saw what, and why; on screen, and as a file for spreadsheets."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from functions.platform.downloads import Download
from functions.records import teamwork, viewings
from functions.records.claims import claim_events
from functions.records.claims.claim_events import Amounts, Event, Proposal, State
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.models import VIEW_MESSAGES, ClaimViewed
from functions.records.teamwork import TeamEvent
from functions.staff import logs
from functions.staff.claims import cases, masking
from functions.staff.claims.models import ClaimLog, ClaimLogEntry
from functions.staff.logs import Mailed
from functions.staff.models import By
from functions.staff.people import Staff
from shared_rules import articles
from shared_rules.messages import catalogue, unended

HEADERS: Final = (
    *("时间", "事项", "办理人", "角色", "材料版本", "序号", "原状态", "新状态", "材料"),
    *("理由", "条款", "自动算出", "核定", "原发和初次", "个人信息已遮住"),
)
_NOTHING_CHANGED: Final = dict.fromkeys(
    ("revision", "before", "after", "reason", "article_label", "amounts", "prefilled", "stated")
)
"""What the entry for an event has, and no other."""


def view(staff: Staff, receipt_text: str) -> ClaimLog:
    """Who did or saw what, the newest first.

    Raises:
        Problem: 404: there is no such claim.
    """
    kept = cases.find(receipt_text)
    last = logs.LastViews.of(kept.claim.receipt, ClaimViewed)
    entries = _entries(staff, kept, last.views)
    return ClaimLog(entries=entries, is_complete=last.is_complete, unreadable=last.unreadable)


def file(staff: Staff, receipt_text: str, now: datetime) -> Download:
    """The whole log as a file; that it was taken along is in it.

    Raises:
        Problem: 404: there is no such claim.
    """
    kept = cases.find(receipt_text)
    receipt = kept.claim.receipt
    cases.note(staff, kept, "exported_log", now)
    entries = _entries(staff, kept, filter(None, viewings.of(receipt, ClaimViewed)))
    return logs.offer(receipt, [HEADERS, *map(_line, entries)], now)


def _entries(staff: Staff, kept: KeptClaim, views: Iterable[ClaimViewed]) -> list[ClaimLogEntry]:
    mailed = (_mailed(each, kept.claim.version) for each in logs.mailed(kept.claim.receipt))
    told = (_told(each, kept.claim.version) for each in teamwork.of(kept.claim.receipt))
    entries = [*map(_happened, kept.events), *map(_seen, views), *mailed, *told]
    if not staff.decides_claims:
        entries = [masking.entry(entry) for entry in entries]
    return logs.newest_first(entries)


def _happened(event: Event) -> ClaimLogEntry:
    proposal = event.proposal
    return ClaimLogEntry(
        at=event.at,
        what=event.state,
        label=claim_events.said(event),
        by=By.of(event.by) if event.by else None,
        version=event.version,
        revision=event.revision,
        before=event.before,
        after=event.after,
        document_id=event.document_id,
        reason=event.reason or (proposal.reason if proposal else None),
        article_label=articles.label(event.article) if event.article else None,
        amounts=proposal.amounts if proposal else None,
        prefilled=proposal.prefilled if proposal else None,
        stated=_stated(proposal) if proposal else None,
        is_masked=False,
    )


def _seen(viewed: ClaimViewed) -> ClaimLogEntry:
    """The entry for what changed nothing."""
    return ClaimLogEntry(
        at=viewed.at,
        what=viewed.what,
        label=catalogue()[VIEW_MESSAGES[viewed.what]].title,
        by=By.of(viewed.by),
        version=viewed.version,
        document_id=viewed.document_id,
        is_masked=viewed.is_masked,
        **_NOTHING_CHANGED,
    )


def _mailed(mailed: Mailed, version: int) -> ClaimLogEntry:
    return ClaimLogEntry(
        **mailed._asdict(),
        what="mailed",
        version=version,
        document_id=None,
        is_masked=False,
        **_NOTHING_CHANGED,
    )


def _told(event: TeamEvent, version: int) -> ClaimLogEntry:
    said = {**_NOTHING_CHANGED, "reason": logs.told(event) or None}
    return ClaimLogEntry(
        at=event.at,
        what=event.what,
        label=teamwork.label(event.what),
        by=By.of(event.by),
        version=version,
        document_id=None,
        is_masked=False,
        **said,
    )


def _stated(proposal: Proposal) -> str | None:
    """What was stated of the illness, and by what somebody knows it."""
    return f"{proposal.stated}（{unended(proposal.grounds or '')}）" if proposal.stated else None


def _line(entry: ClaimLogEntry) -> tuple[str, ...]:
    return (
        entry.at.isoformat(),
        entry.label,
        entry.by.name if entry.by else "报案人或本站",
        "、".join(entry.by.roles) if entry.by else "",
        str(entry.version),
        str(entry.revision or ""),
        _state(entry.before),
        _state(entry.after),
        entry.document_id or "",
        entry.reason or "",
        entry.article_label or "",
        _yuan(entry.prefilled),
        _yuan(entry.amounts),
        entry.stated or "",
        "是" if entry.is_masked else "",
    )


def _state(state: State | None) -> str:
    return claim_events.label(state) if state else ""


def _yuan(amounts: Amounts | None) -> str:
    if amounts is None:
        return ""
    named = {"保险金": amounts.lump_sum, "津贴": amounts.allowance, "退还保险费": amounts.refund}
    return "，".join(f"{name} {yuan} 元" for name, yuan in named.items())
