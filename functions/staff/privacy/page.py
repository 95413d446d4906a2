"""The page of a copy: what is kept of somebody, to be read and printed by herself."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from functions.claims import paper_kinds
from functions.platform.clock import SHANGHAI
from functions.platform.templates import templates
from functions.records import holdings, kinds, retention
from functions.records.claims import claim_events
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.models import KeptReport
from functions.records.kept import note_unreadable
from functions.records.kinds import Kind
from functions.records.rosters import roster_events
from functions.staff.claims import files
from functions.staff.insured.models import PersonFound
from functions.staff.people import role_names
from functions.staff.privacy.kept_of_person import HerClaim, KeptOfPerson
from shared_rules.messages import written_day
from shared_rules.roster import form
from shared_rules.roster.form.rows import in_order

_WAYS: Final = {
    "sought": "查过",
    "copied": "给您做了副本",
    "restricted": "按您的申请限制了处理",
    "kept": "核对过，继续限制处理",
    "lifted": "按您的申请解除了限制处理",
}
_UNREADABLE: Final = "这一条读不出来，已经通知维护人员"
_Rows = list[tuple[str, ...]]


def of(number: str, found: PersonFound, kept: KeptOfPerson, now: datetime) -> bytes:
    """The page: one file, which asks nothing of any other place."""
    page = templates(Path(__file__).parent).get_template("copy.html")
    written = page.render(
        number=number,
        made_at=_moment(now),
        restricted_on=written_day(str(found.restricted_on)) if found.restricted_on else "",
        policies=_policies(found),
        ended=_ended(found),
        columns=tuple(each.header for each in form.OWN_COLUMNS),
        lists=_lists(kept),
        old_policies=_old_policies(kept),
        claims=[_claim(each) for each in kept.claims],
        looked=_looked(kept),
        terms=_terms(kept),
        elsewhere=_elsewhere(kept),
        unclean=_unclean(kept),
    )
    return written.encode()


def _policies(found: PersonFound) -> _Rows:
    return [
        (
            f"{each.policy_number}{'（补录）' if each.is_brought_in else ''}",
            f"{each.unit_name}（{each.county}）",
            _period(each.first_day, each.last_day),
            each.state_label,
        )
        for each in found.policies
    ]


def _ended(found: PersonFound) -> _Rows:
    return [
        (
            each.item_label,
            "已退还保险费" if each.is_refund else "已给付",
            written_day(each.paid_on.isoformat()),
            each.receipt,
        )
        for each in found.ended
    ]


def _lists(kept: KeptOfPerson) -> _Rows:
    """第四十五条: what every column of the form says of her; so of old policies."""
    return [
        (
            each.roster.receipt,
            each.roster.unit.name,
            roster_events.label(each.roster.state),
            str(version),
            str(row.row),
            *in_order(row),
        )
        for each in kept.lists
        for version, row in each.rows
    ]


def _old_policies(kept: KeptOfPerson) -> _Rows:
    return [
        (
            f"{policy.number}{'（已撤销）' if policy.is_reversed else ''}",
            policy.unit.name,
            _period(policy.first_day, policy.last_day),
            *in_order(each),
        )
        for policy, people in kept.old_policies
        for each in people
    ]


def _claim(claim: HerClaim) -> dict[str, Any]:
    kept, file = claim.whole
    happened = claim_events.as_they_happened(kept.events)
    return {
        "receipt": kept.claim.receipt,
        "report": _report(kept, file.now),
        "happened": [
            (
                _moment(each.at),
                claim_events.said(each),
                each.reason or (each.proposal.reason if each.proposal else None) or "",
            )
            for each in happened
        ],
        "papers": [
            (paper_kinds.by_kind()[each.kind].name, each.filename, _moment(each.received_at))
            for each in kept.documents
        ],
    }


def _report(kept: KeptClaim, report: KeptReport) -> _Rows:
    """What was reported, as she reads it: a day and an hour, and not a file's."""
    return [
        (name, _moment(report.reported_at) if name == files.REPORTED else value)
        for name, value in files.report_lines(kept, report)
        if value
    ]


def _looked(kept: KeptOfPerson) -> _Rows:
    names = role_names()
    looked = sorted(kept.under_her, key=lambda each: str(each.get("at")))
    return [_look(each, names) for each in looked if "by" in each]


def _look(each: Mapping[str, Any], names: Mapping[str, str]) -> tuple[str, str, str]:
    try:
        at = _moment(datetime.fromisoformat(each["at"]))
        return (
            at,
            "、".join(names.get(role, role) for role in each["by"]),
            _WAYS[each.get("what", "sought")],
        )
    except (KeyError, TypeError, ValueError):
        note_unreadable(each["record"], None)
        return _UNREADABLE, "", ""


def _terms(kept: KeptOfPerson) -> _Rows:
    """How long each line is kept of which something of hers is kept."""
    lines = {
        kind.line
        for receipt in kept.receipts
        for kind in _kinds(receipt)
        if kind.whose in ("insured", "among")
    }
    return [(each.what, each.told) for line, each in retention.terms().items() if line in lines]


def _kinds(receipt: str) -> set[Kind]:
    """The kinds of all that is kept of a record."""
    items = {each.kind for each in holdings.items_of(receipt)}
    return items | {each.kind for each in holdings.objects_of(receipt)}


def _elsewhere(kept: KeptOfPerson) -> list[str]:
    """What of hers stands among that of other people, and so is not copied."""
    elsewhere = dict.fromkeys(name for each in kept.lists for name in each.elsewhere)
    if kept.old_policies:
        elsewhere[kinds.OLD_ORIGINAL.what] = None
    return list(elsewhere)


def _unclean(kept: KeptOfPerson) -> int:
    """How many of her papers may not be opened."""
    papers = [paper for each in kept.claims for paper in each.whole.kept.documents]
    return sum(paper.clean_object is None for paper in papers)


def _period(first: object, last: object) -> str:
    return f"{written_day(str(first))}至{written_day(str(last))}" if first and last else ""


def _moment(at: datetime) -> str:
    local = at.astimezone(SHANGHAI)
    return f"{written_day(local.date().isoformat())} {local:%H:%M}"
