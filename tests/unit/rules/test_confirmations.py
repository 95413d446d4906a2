"""What is remarkable must be confirmed, each kind once, before what somebody sends is taken."""

from shared_rules import confirmations
from shared_rules.findings import Finding
from shared_rules.messages import catalogue

TWICE, ONCE = "name.space_inside", "report.late"
ERROR, INFO = "unit.no_union", "cover.begins_after_acts"


def of(*codes: str) -> list[Finding]:
    return [Finding.of(code) for code in codes]


def test_each_kind_of_warning_that_was_not_confirmed_is_asked_for_once() -> None:
    missing = confirmations.missing(of(TWICE, ERROR, ONCE, INFO, TWICE), [])
    assert {(each.code, each.field, each.severity) for each in missing} == {
        ("confirmation.missing", "confirmations", "error")
    }
    assert [each.params for each in missing] == [
        {"title": catalogue()[TWICE].title, "warning": TWICE, "count": 2},
        {"title": catalogue()[ONCE].title, "warning": ONCE, "count": 1},
    ]


def test_what_was_confirmed_is_not_asked_for_and_says_nothing_of_the_rest() -> None:
    found = of(TWICE, ONCE, TWICE)
    assert [each.params["warning"] for each in confirmations.missing(found, [TWICE])] == [ONCE]
    assert confirmations.missing(found, [TWICE, ONCE, ERROR]) == []
    assert confirmations.missing(of(ERROR, INFO), []) == []
