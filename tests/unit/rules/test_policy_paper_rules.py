"""The papers that a unit is handed for its list, and what each may be (第十三条)."""

import pytest

from shared_rules import policy_papers
from shared_rules.findings import RuleError
from shared_rules.policy_papers import PaperFormat, PaperKind


@pytest.mark.parametrize(
    ("kind", "format_"), [("policy", "pdf"), ("invoice", "pdf"), ("invoice", "ofd")]
)
def test_a_paper_is_taken_as_units_open_it(kind: PaperKind, format_: PaperFormat) -> None:
    policy_papers.check(kind, format_)


def test_a_policy_is_no_ofd() -> None:
    with pytest.raises(RuleError) as refused:
        policy_papers.check("policy", "ofd")
    assert refused.value.finding().code == "policy_paper.policy_is_pdf"
