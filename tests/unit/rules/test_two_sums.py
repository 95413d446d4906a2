"""A list that is quoted under one plan and issued under another has two sums: 第二十条."""

import pytest

from shared_rules.findings import RuleError
from shared_rules.two_sums import Holds, two_sums
from tests.vectors.generate import plans_with_next

QUOTED, ISSUED = plans_with_next()[-2:]
PEOPLE = 3
SUMS = {"quoted": PEOPLE * QUOTED.premium.value, "issued": PEOPLE * ISSUED.premium.value}


@pytest.mark.parametrize(
    ("holds", "code", "sum_of"),
    [
        (None, "premium.two_sums", "issued"),
        ("quoted", "premium.quoted_holds", "quoted"),
        ("issued", "premium.issued_holds", "issued"),
    ],
)
def test_both_sums_are_told_and_which_one_holds(
    holds: Holds | None, code: str, sum_of: str
) -> None:
    assert SUMS["quoted"] != SUMS["issued"]
    found = two_sums(PEOPLE, QUOTED, ISSUED, holds)
    assert found
    assert (found.holds, found.premium.amount) == (holds, SUMS[sum_of])
    assert (found.quoted.premium.per_person, found.issued.premium.per_person) == (
        QUOTED.premium.value,
        ISSUED.premium.value,
    )
    assert (found.why.code, found.why.field) == (code, None)
    assert found.why.params == {
        "quoted_plan": QUOTED.valid_from.isoformat(),
        "quoted": SUMS["quoted"],
        "issued_plan": ISSUED.valid_from.isoformat(),
        "issued": SUMS["issued"],
    }
    assert found.told(code, "premium_holds").field == "premium_holds"


def test_there_is_one_sum_where_both_plans_have_the_same_premium() -> None:
    assert two_sums(PEOPLE, QUOTED, QUOTED) is None
    other = ISSUED.model_copy(update={"premium": QUOTED.premium})
    assert two_sums(PEOPLE, QUOTED, other) is None
    assert two_sums(0, QUOTED, ISSUED) is not None


def test_there_is_no_sum_of_what_is_no_number_of_people() -> None:
    with pytest.raises(RuleError, match=r"premium\.people"):
        two_sums(-1, QUOTED, ISSUED)
