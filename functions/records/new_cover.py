"""What a new policy adds to those that a person has had before it: 第四、五条.

Reckoned in one way before acceptance, for the desk to decide by, and after it, to be kept.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from functions.records import cover_history
from functions.records.person_index import Ended, Known
from functions.records.rosters.policies import PersonCover
from shared_rules import cover, eligibility, plans
from shared_rules.cover import Policy
from shared_rules.findings import Finding
from shared_rules.identity import id_number
from shared_rules.plans import ItemName
from shared_rules.roster.form.rows import Insured


def give(person: Insured, known: Known, own: Policy, *, without: str) -> PersonCover:
    """The cover that a policy gives a person.

    Args:
        person: with her row in the list.
        known: what is known of her.
        own: the policy.
        without: the receipt of its list, which does not count twice.
    """
    others = sorted(cover_history.policies(known, without=without).items())
    mine = (*_order(own), without)
    earlier = [each for receipt, each in others if (*_order(each), receipt) < mine]
    before, after = cover.timeline(earlier), cover.timeline([*earlier, own])
    # Another one may say the same of her, day by day: it is not this one.
    period = next((each for each in after.periods if each.policy is own), None)
    is_continuous = period is not None and period.continuous
    remarks = after.findings[len(before.findings) :]
    return PersonCover(
        row=person.row,
        first_day=period.first_day if period else None,
        last_day=period.last_day if period else None,
        is_continuous=is_continuous,
        waiting_last_day=period.waiting_last_day if period else None,
        findings=[
            *remarks,
            *_judge_age(person, own, is_continuous=is_continuous),
            *_judge_ended(known.over, own),
        ],
    )


def _judge_ended(ended: Mapping[ItemName, Ended], own: Policy) -> Iterator[Finding]:
    """第五条: what was paid or refunded ended that item for her; the others go on."""
    plan = plans.in_force(own.issued)
    for item, each in ended.items():
        yield each.told(plans.known_item(item, plan).name)


def _judge_age(person: Insured, own: Policy, *, is_continuous: bool) -> tuple[Finding, ...]:
    """Whether she is too old on the first day, now that it is known whether she renews."""
    born = id_number.parse(person.id_number).birth_date
    plan = plans.in_force(own.issued)
    return tuple(
        finding.model_copy(update={"field": "id_number"})
        for finding in eligibility.judge_age(born, own.first_day, plan, renewal=is_continuous)
        if finding.severity == "error"
    )


def _order(policy: Policy) -> tuple[date, date]:
    return policy.first_day, policy.issued
