"""What a unit is told of its list's cover: what to expect, and the policy once there is one."""

from datetime import date

from functions.records.rosters.models import Roster
from functions.rosters.cover_models import ExpectedCover, OldCoverTold, Policy
from shared_rules import cover, first_day, plans
from shared_rules.findings import Finding
from shared_rules.two_sums import two_sums


def policy(roster: Roster) -> Policy | None:
    """The policy of an accepted list."""
    accepted = roster.acceptance
    if accepted is None:
        return None
    return Policy(
        number=accepted.policy_number,
        consent_date=accepted.consent_date,
        premium_received_date=accepted.premium_received_date,
        policy_issued_date=accepted.policy_issued_date,
        first_day=accepted.first_day,
        last_day=accepted.last_day,
        begins=accepted.begins,
        people=accepted.people,
        premium=accepted.premium,
        refusals=accepted.refusals,
        leavers=accepted.leavers,
        old_covers=[
            OldCoverTold(rows=seen.rows, last_day=seen.last_day)
            for seen in accepted.old_covers_seen
        ],
        examined_rows=sorted(accepted.accepted_reasons),
        granted_rows=roster.granted_rows,
        premium_why=accepted.two_sums.why if accepted.two_sums else None,
    )


def expected(roster: Roster, today: date) -> ExpectedCover | None:
    """第四条: the earliest cover of a list that waits, from what the unit says of its old one."""
    if roster.acceptance is not None or roster.is_ended:
        return None
    proposal = first_day.if_done(today, roster.unit.old_last_day)
    return ExpectedCover(
        first_day=proposal.day,
        last_day=cover.last_day(proposal.day, plans.in_force(today)),
        begins=proposal.reason,
    )


def changed_premium(roster: Roster, today: date) -> Finding | None:
    """第二十条: both sums of a list that waits, where a policy of today has another premium."""
    if roster.acceptance is not None or roster.is_ended:
        return None
    sums = two_sums(roster.people, plans.in_force(roster.plan), plans.in_force(today))
    return sums.why if sums else None
