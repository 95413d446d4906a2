"""What of a claim is shown to who may not see whose it is: which item it is for, and its clocks."""

from typing import TypeVar

from functions.staff.claims.case_models import (
    CaseDisease,
    CaseInsured,
    CaseOutcome,
    CasePaper,
    CaseProposal,
    CaseReporter,
    ClaimCase,
    ClaimStep,
    JoinedCase,
)
from functions.staff.claims.models import ClaimLogEntry
from functions.staff.hidden import HIDDEN, name
from shared_rules.findings import Finding
from shared_rules.identity import id_number

Proposed = TypeVar("Proposed", bound=CaseProposal)


def case(whole: ClaimCase) -> ClaimCase:
    """A claim without her, her illness but for the item, her account, and what people wrote."""
    hidden = {
        "insured": _insured(whole.insured),
        "disease": _disease(whole.disease),
        "hospital": HIDDEN,
        "bank": None,
        "findings": [each for each in whole.findings if not _is_of_account(each)],
        "reporter": _reporter(whole.reporter),
        "late_reason": _text(whole.late_reason),
        "documents": [_paper(each) for each in whole.documents],
        "proposal": _without_reason(whole.proposal),
        "outcome": _without_account(_without_reason(whole.outcome)),
        "joined": [_joined(each) for each in whole.joined],
        "timeline": [_step(each) for each in whole.timeline],
        "is_masked": True,
    }
    return whole.model_copy(update=hidden)


def entry(whole: ClaimLogEntry) -> ClaimLogEntry:
    """An entry of the log without what people wrote in their own words."""
    return whole.model_copy(update={"reason": _text(whole.reason), "stated": None})


def _disease(disease: CaseDisease) -> CaseDisease:
    return CaseDisease(
        code=disease.item,
        label=disease.item_label,
        item=disease.item,
        item_label=disease.item_label,
        certificate=None,
        reads_as=None,
        earlier=None,
    )


def _joined(joined: JoinedCase) -> JoinedCase:
    return joined.model_copy(update={"bank": None, "reporter": _reporter(joined.reporter)})


def _reporter(reporter: CaseReporter) -> CaseReporter:
    return reporter.model_copy(update={"name": name(reporter.name), "phone": HIDDEN})


def _is_of_account(finding: Finding) -> bool:
    return (finding.field or "").startswith("bank.")


def _insured(insured: CaseInsured) -> CaseInsured:
    return CaseInsured(
        name=name(insured.name),
        id_number=id_number.mask(insured.id_number),
        birth_date=None,
        age_at_diagnosis=insured.age_at_diagnosis,
        phone=HIDDEN,
    )


def _paper(paper: CasePaper) -> CasePaper:
    decision = paper.decision
    if decision:
        decision = decision.model_copy(update={"reason": _text(decision.reason)})
    return paper.model_copy(update={"filename": HIDDEN, "decision": decision})


def _without_reason(found: Proposed | None) -> Proposed | None:
    if found is None:
        return None
    hidden = {"reason": _text(found.reason), "grounds": _text(found.grounds)}
    return found.model_copy(update={**hidden, "primary": None, "first": None, "stated": None})


def _without_account(outcome: CaseOutcome | None) -> CaseOutcome | None:
    return outcome.model_copy(update={"account": None}) if outcome else None


def _step(step: ClaimStep) -> ClaimStep:
    return step.model_copy(update={"reason": _text(step.reason)})


def _text(text: str | None) -> str | None:
    return HIDDEN if text else None
