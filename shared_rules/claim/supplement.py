"""A supplement (补充) to a reported claim: what of it cannot be right, each with its field.

It is judged as the report would be had it said so, but only where it says something: what stands
in the way elsewhere is nothing that could be put right here.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, Literal, get_args

from shared_rules.claim import report as report_rules
from shared_rules.claim.report import Report
from shared_rules.findings import Finding
from shared_rules.plans import Plan

Part = Literal["name", "disease", "certificate", "earlier", "specimen_date", "stays", "bank"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)

_FIELDS: Final[Mapping[Part, str]] = {
    "name": "insured.name",
    "disease": "diagnosis.disease",
    "certificate": "diagnosis.certificate",
    "earlier": "diagnosis.earlier",
    "specimen_date": "diagnosis.specimen_date",
    "stays": "stays.",
    "bank": "bank.",
}


def judge(now: Report, parts: Iterable[Part], today: date, plan: Plan) -> tuple[Finding, ...]:
    """What is wrong in these parts of what would hold then, or must be looked at."""
    said = list(parts)
    found = report_rules.judge(now, today, plan)
    return tuple(each for each in found if concerns(each, said))


def concerns(finding: Finding, parts: Iterable[Part]) -> bool:
    """Whether a finding is about one of these parts."""
    beginnings = tuple(_FIELDS[part] for part in parts)
    return finding.field is not None and finding.field.startswith(beginnings)
