"""The desk attaches the policy and the invoice of an accepted list (第十三条), and looks at them.

They are handed on as they came, as there may be a signature in them: what is not only paper is
refused instead of cleaned.
"""

from collections.abc import Iterator
from datetime import datetime
from http import HTTPStatus
from typing import Final

from functions.documents import reading, scanner
from functions.platform import downloads
from functions.platform.downloads import Download
from functions.platform.problems import Problem, of_rule, refuse_if
from functions.records import uploads
from functions.records.rosters import policy_papers
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.policy_papers import PaperKept
from functions.records.rosters.roster_events import Event, PolicyPaper, Reason
from functions.records.submissions import fingerprint_of
from functions.staff.decision import Decision
from functions.staff.people import Staff
from functions.staff.rosters import cases
from functions.staff.rosters.deciding import decided, event
from functions.staff.rosters.models import Case
from functions.staff.rosters.paper_models import AttachRequest
from shared_rules import policy_papers as rules
from shared_rules.findings import Finding, RuleError

_SCANNED_WITHIN: Final = 15.0
"""Seconds: the desk waits for it; a scanner without its daemon takes longer, and is not heard."""


def attach(decision: Decision, request: AttachRequest) -> Case:
    """Attach a policy or an invoice, or put it in the place of one that was wrong.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: the list is not
            accepted; 422: the file cannot be handed on, or nobody has said why it replaces one.
    """

    def decide(kept: KeptCase) -> Event:
        before = policy_papers.standing(kept.events).get(request.kind)
        if before and request.reason is None:
            refuse_if([Finding.of("policy_paper.no_reason", field="reason")])
        paper = _kept(kept.roster.receipt, request, decision.now)
        refuse_if(_same(paper, before))
        names = policy_papers.REPLACED if before else policy_papers.ATTACHED
        reasons = [Reason(text=request.reason)] if before and request.reason else []
        said = {"paper": paper, "reasons": reasons}
        return event(decision, kept, names[request.kind], kept.roster.state, **said)

    return decided(decision, fingerprint_of(request, "policy paper"), ("accepted",), decide)


def link(staff: Staff, receipt_text: str, number: int, now: datetime) -> Download:
    """Where a policy or invoice is to be saved from; that it was opened is logged.

    Raises:
        Problem: 404: there is no such file, or it is not hers to see.
    """
    kept = cases.decidable(staff, receipt_text)
    found = [each for each in policy_papers.attached(kept.events) if each.number == number]
    if not found:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")
    cases.note(staff, kept.roster, "opened_paper", now)
    return downloads.kept(*policy_papers.as_file(kept.roster.receipt, found[0].paper), now)


def _kept(receipt: str, request: AttachRequest, now: datetime) -> PolicyPaper:
    try:
        upload = uploads.find(request.upload_id, "policy-paper", now)
        data = uploads.read(upload, rules.MAX_BYTES)
        format_ = reading.format_to_hand_on(data)
        rules.check(request.kind, format_)
    except RuleError as error:
        raise of_rule(error, "upload_id") from error
    verdict = scanner.scan(data, _SCANNED_WITHIN)
    if verdict == "infected":
        refuse_if([Finding.of("policy_paper.infected", field="upload_id")])
    return policy_papers.put(receipt, request.kind, data, format_, is_scanned=verdict == "clean")


def _same(paper: PolicyPaper, before: PaperKept | None) -> Iterator[Finding]:
    if before and before.paper.sha256 == paper.sha256:
        yield Finding.of("policy_paper.same_file", field="upload_id")
