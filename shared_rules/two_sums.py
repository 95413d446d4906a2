"""A list that was quoted under one plan and is issued under another has two sums: 第二十条.

The article lets the premium be adjusted and does not say which sum such a list pays: the insurer
says so. Cover and benefits are those of the plan of the day of issue, whichever sum holds.
"""

from datetime import date
from typing import Final, Literal

from pydantic import computed_field

from shared_rules.findings import Finding
from shared_rules.plans import Plan
from shared_rules.premium import Premium, premium
from shared_rules.records import Record

Holds = Literal["quoted", "issued"]

_CODES: Final[dict[Holds | None, str]] = {
    None: "premium.two_sums",
    "quoted": "premium.quoted_holds",
    "issued": "premium.issued_holds",
}


class PlanSum(Record):
    """What a list costs under the plan that is valid from a day."""

    plan: date
    premium: Premium


class TwoSums(Record):
    """The sum of the day a list was submitted, that of its policy's day, and which holds."""

    quoted: PlanSum
    issued: PlanSum
    holds: Holds | None = None

    @property
    def premium(self) -> Premium:
        """What holds; until somebody has said so, the sum of the policy's day."""
        return (self.quoted if self.holds == "quoted" else self.issued).premium

    @computed_field  # type: ignore[prop-decorator]
    @property
    def why(self) -> Finding:
        """Both sums, and which one holds."""
        return self.told(_CODES[self.holds])

    def told(self, code: str, field: str | None = None) -> Finding:
        """A finding that has both sums."""
        return Finding.of(
            code,
            field=field,
            quoted_plan=self.quoted.plan.isoformat(),
            quoted=self.quoted.premium.amount,
            issued_plan=self.issued.plan.isoformat(),
            issued=self.issued.premium.amount,
        )


def two_sums(people: int, quoted: Plan, issued: Plan, holds: Holds | None = None) -> TwoSums | None:
    """The two sums of a number of people; None where both plans have the same premium.

    Raises:
        RuleError: `premium.people`, as `premium`.
    """
    if quoted.premium == issued.premium:
        return None
    sums = (
        PlanSum(plan=each.valid_from, premium=premium(people, each)) for each in (quoted, issued)
    )
    return TwoSums(quoted=next(sums), issued=next(sums), holds=holds)
