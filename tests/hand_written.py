"""The cases of tests/cases, written by hand from the articles; each is about one plan."""

from pathlib import Path
from typing import Any, Final

from shared_rules import plans, yaml_file
from shared_rules.plans import Plan

FOLDER: Final = Path(__file__).parent / "cases"
Case = dict[str, Any]


def read_cases() -> list[Case]:
    """All cases, file by file; `plan` is the day from which the plan of its file is valid."""
    return [
        {"plan": content["plan"], **case}
        for content in map(yaml_file.read, sorted(FOLDER.glob("*.yaml")))
        for case in content["cases"]
    ]


def plan_of(case: Case) -> Plan:
    """The plan that a case is about: what is sold later changes nothing in its answer."""
    (plan,) = [each for each in plans.load() if each.valid_from.isoformat() == case["plan"]]
    return plan
