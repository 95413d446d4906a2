"""The log of one case as a file that spreadsheets open: one line an entry, in words."""

from collections.abc import Iterable
from typing import Final

from functions.records.rosters.roster_events import State, label
from functions.staff import delimited
from functions.staff.models import LogEntry

NAME: Final = "办理记录"
HEADERS: Final = (
    *("时间", "事项", "经办人", "角色", "名单版本", "序号", "原状态", "新状态"),
    *("原因", "行", "保单号", "保险期间", "个人信息已遮住"),
)


def written(entries: Iterable[LogEntry]) -> bytes:
    """The file."""
    return delimited.written([HEADERS, *map(_line, entries)])


def _line(entry: LogEntry) -> tuple[str, ...]:
    accepted = entry.acceptance
    return (
        entry.at.isoformat(),
        entry.label,
        entry.by.name if entry.by else "单位",
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
    refusals = entry.acceptance.refusals if entry.acceptance else []
    texts = [
        *(f"{each.text}{_article(each.article_label)}{_rows(each.rows)}" for each in entry.reasons),
        *(f"{each.reason}{_article(each.article_label)}{_rows([each.row])}" for each in refusals),
    ]
    return "；".join(texts)


def _article(label: str | None) -> str:
    return f"（{label}）" if label else ""


def _rows(rows: list[int]) -> str:
    return f"〔第 {'、'.join(map(str, rows))} 行〕" if rows else ""
