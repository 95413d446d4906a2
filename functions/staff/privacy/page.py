"""The page of a copy: what is kept of somebody, to be read and printed by herself."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from html import escape
from typing import Final

from functions.platform.clock import SHANGHAI
from functions.records import holdings, kinds, retention
from functions.records.claims import claim_events
from functions.records.kinds import Line
from functions.records.rosters import roster_events
from functions.staff.claims import files
from functions.staff.insured.models import PersonFound
from functions.staff.privacy.hers import HerClaim, Hers
from shared_rules.messages import written_day

_STYLE: Final = (
    "body{font:16px/1.6 'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif;"
    "max-width:52rem;margin:0 auto;padding:1rem;color:#111}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}"
    "th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top;"
    "overflow-wrap:anywhere}"
    "caption{text-align:left;font-weight:bold}h1{font-size:1.6rem}h2{font-size:1.25rem}"
    "@media print{body{max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}}"
)
_NO_ROWS: Final = "没有。"
_ROLES: Final[dict[str, str]] = {
    "contact": "对接人",
    "claims": "理赔人员",
    "federation": "总工会",
    "privacy": "个人信息保护人员",
    "admin": "管理员",
}
_WAYS: Final = {"sought": "查过", "copied": "给您做了副本"}


def of(number: str, found: PersonFound, kept: Hers, now: datetime) -> bytes:
    """The page: one file, which asks nothing of any other place."""
    parts = [
        "<h1>您的个人信息副本</h1>",
        _paragraph(
            "依照《个人信息保护法》第四十五条，应您的申请制作：“安康保”网上服务保存的、按您的身份证号"
            "查得到的全部信息。同一个压缩包里还有每条记录的数据文件和您报案时交的材料。"
        ),
        _facts([("身份证号", number), ("制作时间", _moment(now))]),
        *_policies(found),
        *_lists(kept),
        *_old_policies(kept),
        *(part for each in kept.claims for part in _claim(each)),
        *_looked(kept),
        *_terms(kept),
        *_left_out(kept),
    ]
    body = "\n".join(parts)
    head = (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>您的个人信息副本</title><style>{_STYLE}</style></head>\n<body>\n"
    )
    return f"{head}{body}\n</body></html>\n".encode()


def _policies(found: PersonFound) -> Iterator[str]:
    yield "<h2>您的保险单</h2>"
    rows = [
        (
            f"{each.policy_number}{'（补录）' if each.is_brought_in else ''}",
            f"{each.unit_name}（{each.county}）",
            _period(each.first_day, each.last_day),
            each.state_label,
        )
        for each in found.policies
    ]
    yield _table(("保险单", "单位", "保险期间", "状态"), rows)
    if found.ended:
        yield "<h2>已经终止的责任</h2>"
        yield _table(
            ("责任", "为什么", "日期", "记录"),
            [
                (
                    each.item_label,
                    "已退费" if each.is_refund else "已给付",
                    written_day(each.paid_on.isoformat()),
                    each.receipt,
                )
                for each in found.ended
            ],
        )


def _lists(kept: Hers) -> Iterator[str]:
    yield "<h2>名单里的您</h2>"
    yield _paragraph("单位提交的名单，每一版里您的那一行。别人的行不在这里。")
    yield _table(
        ("名单", "单位", "现在", "第几版", "行", "姓名", "身份证号", "职业"),
        [
            (
                each.roster.receipt,
                each.roster.unit.name,
                roster_events.label(each.roster.state),
                str(version),
                str(row.row),
                row.name,
                row.id_number,
                row.occupation,
            )
            for each in kept.lists
            for version, row in each.rows
        ],
    )


def _old_policies(kept: Hers) -> Iterator[str]:
    if not kept.old_policies:
        return
    yield "<h2>补录的旧保险单里的您</h2>"
    yield _table(
        ("保险单", "单位", "保险期间", "姓名", "身份证号", "职业"),
        [
            (
                f"{policy.number}{'（已撤销）' if policy.is_reversed else ''}",
                policy.unit.name,
                _period(policy.first_day, policy.last_day),
                each.name,
                each.id_number,
                each.occupation,
            )
            for policy, people in kept.old_policies
            for each in people
        ],
    )


def _claim(claim: HerClaim) -> Iterator[str]:
    kept, file = claim.whole
    yield f"<h2>报案 {escape(kept.claim.receipt)}</h2>"
    yield _facts((name, value) for name, value in files.report_lines(kept, file.now) if value)
    happened = claim_events.as_they_happened(kept.events)
    yield _table(
        ("时间", "办到哪一步", "为什么"),
        [
            (
                _moment(each.at),
                claim_events.said(each),
                each.reason or (each.proposal.reason if each.proposal else None) or "",
            )
            for each in happened
        ],
    )
    yield _table(
        ("材料", "收到时间"),
        [(each.filename, _moment(each.received_at)) for each in kept.documents],
    )


def _looked(kept: Hers) -> Iterator[str]:
    yield "<h2>谁按身份证号查过您</h2>"
    yield _table(
        ("时间", "角色", "做了什么"),
        [
            (
                _moment(datetime.fromisoformat(each["at"])),
                "、".join(_ROLES.get(role, role) for role in each["by"]),
                _WAYS[each.get("what", "sought")],
            )
            for each in kept.under_her
            if "by" in each
        ],
    )


def _terms(kept: Hers) -> Iterator[str]:
    """How long each line is kept of which something of hers is kept."""
    yield "<h2>保存多久</h2>"
    lines: dict[Line, None] = {}
    for each in kept.receipts:
        of_it = (found.kind for found in holdings.items_of(each))
        in_it = (found.kind for found in holdings.objects_of(each))
        lines |= dict.fromkeys(
            kind.line for kind in (*of_it, *in_it) if kind.whose in ("hers", "among")
        )
    terms = retention.terms()
    rows = [(terms[line].what, terms[line].told) for line in terms if line in lines]
    yield _table(("什么", "多久"), rows)
    yield _paragraph(
        "认为哪里不对、不全的，可以要求更正、补充；要求删除的，法律规定必须保存的到期再删"
        "（《个人信息保护法》第四十六条、第四十七条）。"
    )


def _left_out(kept: Hers) -> Iterator[str]:
    elsewhere = dict.fromkeys(name for each in kept.lists for name in each.elsewhere)
    if kept.old_policies:
        originals = (kind for kind in kinds.OBJECTS if kind.place.startswith("imports/*/v*/orig"))
        elsewhere |= dict.fromkeys(each.what for each in originals)
    papers = [paper for each in kept.claims for paper in each.whole.kept.documents]
    unclean = sum(paper.clean_object is None for paper in papers)
    if not elsewhere and not unclean:
        return
    yield "<h2>没有放进来的</h2>"
    if elsewhere:
        yield _paragraph(
            f"{'、'.join(elsewhere)}里也有别人的个人信息，不能整份给您；名单里您的那一行，上面都有。"
        )
    if unclean:
        yield _paragraph(f"还在检查或者没有通过检查的材料 {unclean} 个：不能打开，所以不给。")


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
    if not lines:
        return _paragraph(_NO_ROWS)
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in headers)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>'
        for name, value in facts
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _period(first: object, last: object) -> str:
    return f"{written_day(str(first))}至{written_day(str(last))}" if first and last else ""


def _moment(at: datetime) -> str:
    local = at.astimezone(SHANGHAI)
    return f"{written_day(local.date().isoformat())} {local:%H:%M}"
