"""The routes of `/api/staff/claims`: the gateway checks the token, roles are checked here."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path, Query

from functions.claims.field_messages import FIELD_MESSAGES
from functions.platform import api
from functions.platform.clock import now
from functions.platform.downloads import Download
from functions.staff import routes
from functions.staff.claims import (
    access_codes,
    assessment,
    cases,
    decisions,
    files,
    joining,
    log,
    on_behalf,
    queue,
    together_routes,
    transfers,
)
from functions.staff.claims.assessment import Stated
from functions.staff.claims.case_models import ClaimCase, IssuedClaimCode
from functions.staff.claims.models import (
    Assessment,
    ClaimCounts,
    ClaimExport,
    ClaimLog,
    ClaimQueue,
    ClaimQueueName,
    CompleteRequest,
    ConfirmRequest,
    JoinRequest,
    ObjectRequest,
    OnBehalfRequest,
    PapersOnBehalfRequest,
    PartRequest,
    ProposeRequest,
    ReopenRequest,
    SendBackRequest,
    TransferRequest,
)
from functions.staff.claims.together_routes import ReceiptInPath
from functions.staff.finding import Sought
from functions.staff.models import AccessCodeRequest, Thumbnails
from functions.staff.routes import IdempotencyKey, IfMatch
from functions.staff.slips import BounceRequest, Slips, TellRequest

app = api.resolver(FIELD_MESSAGES)
app.include_router(together_routes.router)

DocumentInPath = Annotated[str, Path(description="of one of the claim's papers")]
_DECISION = (400, 409, 412, 428)


@app.get(
    "/api/staff/claims",
    summary="The claims of all counties, the most urgent first",
    responses=routes.answers("A page of them", ClaimQueue),
)
def list_claims(
    state: Annotated[ClaimQueueName | None, Query(description="otherwise all open")] = None,
    after: Annotated[str, Query(description="what the page before gave as next")] = "",
) -> Response[ClaimQueue]:
    """Give a page of the queue."""
    routes.signed_in(app)
    return api.answer(HTTPStatus.OK, queue.page(state, after, now()))


@app.post(
    "/api/staff/claims/search",
    summary="Claims by a part of the unit's name, reporter's phone, receipt or policy number",
    responses=routes.answers("A page of them", ClaimQueue, 400, 422),
)
def find_claims(sought: Annotated[Sought, Body()]) -> Response[ClaimQueue]:
    """Give a page of what a search finds."""
    return api.answer(HTTPStatus.OK, queue.find(routes.signed_in(app), sought, now()))


@app.get(
    "/api/staff/claims/counts",
    summary="How many claims are in each state",
    responses=routes.answers("Counted up to a limit", ClaimCounts),
)
def count_claims() -> Response[ClaimCounts]:
    """Count claims by state."""
    routes.signed_in(app)
    return api.answer(HTTPStatus.OK, queue.counts())


@app.get(
    "/api/staff/claims/<receipt>",
    summary="One claim; that it was looked at is logged",
    responses=routes.answers("What is known of it", ClaimCase),
)
def view_claim(receipt: ReceiptInPath) -> Response[ClaimCase]:
    """Give what is known of a claim, and its revision as ETag."""
    return _case(cases.view(routes.signed_in(app), receipt, now()))


@app.post(
    "/api/staff/claims/<receipt>/documents/<document_id>/link",
    summary="Where a paper is to be looked at, for minutes; that it was looked at is logged",
    responses=routes.answers("The address", Download, 409),
)
def link_paper(receipt: ReceiptInPath, document_id: DocumentInPath) -> Response[Download]:
    """Give a link to a paper that may be opened."""
    return api.answer(HTTPStatus.OK, files.link(routes.signed_in(app), receipt, document_id, now()))


@app.post(
    "/api/staff/claims/<receipt>/thumbnails",
    summary="Where the small pictures of the papers are, for minutes; logged as one look",
    responses=routes.answers("Their addresses", Thumbnails),
)
def link_thumbnails(receipt: ReceiptInPath) -> Response[Thumbnails]:
    """Give links to the small pictures of a claim's papers."""
    return api.answer(HTTPStatus.OK, files.thumbnails(routes.signed_in(app), receipt, now()))


@app.post(
    "/api/staff/claims/<receipt>/documents/<document_id>/accept",
    summary="A paper will do",
    responses=routes.answers("It is accepted", ClaimCase, *_DECISION),
)
def accept_paper(
    receipt: ReceiptInPath, document_id: DocumentInPath, if_match: IfMatch = ""
) -> Response[ClaimCase]:
    """Accept a paper."""
    return _case(decisions.accept_paper(routes.decision(app, receipt, if_match), document_id))


@app.post(
    "/api/staff/claims/<receipt>/documents/<document_id>/send-back",
    summary="A paper must come again, with a reason",
    responses=routes.answers("It went back", ClaimCase, *_DECISION),
)
def send_back_paper(
    receipt: ReceiptInPath,
    document_id: DocumentInPath,
    request: Annotated[SendBackRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ClaimCase]:
    """Send a paper back; who reported sees why."""
    decision = routes.decision(app, receipt, if_match)
    return _case(decisions.send_back_paper(decision, document_id, request))


@app.post(
    "/api/staff/claims/<receipt>/complete",
    summary="The papers are complete since a day, from which the 15 working days count",
    responses=routes.answers("They are complete", ClaimCase, *_DECISION),
)
def complete(
    receipt: ReceiptInPath,
    request: Annotated[CompleteRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ClaimCase]:
    """Say that the papers are complete."""
    return _case(decisions.complete(routes.decision(app, receipt, if_match), request))


@app.get(
    "/api/staff/claims/<receipt>/assessment",
    summary="What the rules give, from her cover and what was paid to her; this is logged",
    responses=routes.answers("Prefilled; somebody decides", Assessment, 409),
)
def assess(
    receipt: ReceiptInPath,
    specimen_date: Annotated[
        str, Query(description="as 2026-11-24, where the report did not know it")
    ] = "",
    primary: Annotated[bool | None, Query(description="whether it is 原发, where stated")] = None,
    first: Annotated[bool | None, Query(description="whether it is 初次发生, where stated")] = None,
) -> Response[Assessment]:
    """Give what the rules give."""
    day = routes.day_in_query("specimen_date", specimen_date)
    stated = Stated(day, primary, first)
    return api.answer(HTTPStatus.OK, assessment.view(routes.signed_in(app), receipt, stated, now()))


@app.post(
    "/api/staff/claims/<receipt>/propose",
    summary="What somebody has found; it waits for a second person",
    responses=routes.answers("It is proposed", ClaimCase, *_DECISION),
)
def propose(
    receipt: ReceiptInPath,
    request: Annotated[ProposeRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ClaimCase]:
    """Propose an outcome."""
    return _case(decisions.propose(routes.decision(app, receipt, if_match), request))


@app.post(
    "/api/staff/claims/<receipt>/confirm",
    summary="A second person confirms: what is to be paid waits for its transfer, else it ends",
    responses=routes.answers("It is decided", ClaimCase, *_DECISION),
)
def confirm(
    receipt: ReceiptInPath,
    request: Annotated[ConfirmRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ClaimCase]:
    """Decide on a claim as it was proposed."""
    return _case(decisions.confirm(routes.decision(app, receipt, if_match), request))


@app.post(
    "/api/staff/claims/<receipt>/transfer",
    summary="The money has gone out as it was decided: the claim is settled",
    responses=routes.answers("It is settled", ClaimCase, *_DECISION),
)
def note_transfer(
    receipt: ReceiptInPath,
    request: Annotated[TransferRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ClaimCase]:
    """Keep that what was decided was paid."""
    return _case(transfers.note(routes.decision(app, receipt, if_match), request))


@app.post(
    "/api/staff/claims/<receipt>/object",
    summary="Somebody objects to what was proposed, or takes her own proposal back",
    responses=routes.answers("It is to be assessed anew", ClaimCase, *_DECISION),
)
def object_to(
    receipt: ReceiptInPath,
    request: Annotated[ObjectRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ClaimCase]:
    """Object to a proposal."""
    return _case(decisions.object_to(routes.decision(app, receipt, if_match), request))


@app.post(
    "/api/staff/claims/<receipt>/reopen",
    summary="A decided claim goes on: a mistake was found, or its money cannot be transferred",
    responses=routes.answers("It is to be assessed anew", ClaimCase, *_DECISION),
)
def reopen(
    receipt: ReceiptInPath,
    request: Annotated[ReopenRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ClaimCase]:
    """Reopen a claim; what was paid is set off."""
    return _case(decisions.reopen(routes.decision(app, receipt, if_match), request))


@app.post(
    "/api/staff/claims/<receipt>/join",
    summary="It is another report of an illness that has a claim already, which takes it in",
    responses=routes.answers("It leads to the other one", ClaimCase, *_DECISION),
)
def join(
    receipt: ReceiptInPath,
    request: Annotated[JoinRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ClaimCase]:
    """Join a claim to another one of the same person."""
    return _case(joining.join(routes.decision(app, receipt, if_match), request))


@app.post(
    "/api/staff/claims/<receipt>/part",
    summary="A joining is taken back, while nothing was decided since",
    responses=routes.answers("It stands for itself again", ClaimCase, *_DECISION),
)
def part(
    receipt: ReceiptInPath,
    request: Annotated[PartRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ClaimCase]:
    """Take the joining of a claim back."""
    return _case(joining.part(routes.decision(app, receipt, if_match), request))


@app.post(
    "/api/staff/claims/<receipt>/supplements",
    summary="Enter what somebody has said of her claim on paper or by telephone",
    responses=routes.answers("It is kept beside the report", ClaimCase, *_DECISION),
)
def supplement(
    receipt: ReceiptInPath,
    request: Annotated[OnBehalfRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ClaimCase]:
    """Keep what was said later, with how it came."""
    return _case(on_behalf.supplement(routes.decision(app, receipt, if_match), request))


@app.post(
    "/api/staff/claims/<receipt>/documents",
    summary="Bring papers to a claim that somebody has brought to the desk",
    responses=routes.answers("They are kept", ClaimCase, *_DECISION),
)
def bring_papers(
    receipt: ReceiptInPath,
    request: Annotated[PapersOnBehalfRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ClaimCase]:
    """Keep papers that came later, with who entered them."""
    return _case(on_behalf.bring(routes.decision(app, receipt, if_match), request))


@app.post(
    "/api/staff/claims/<receipt>/access-code",
    summary="Another access code for who has lost hers and has asked in writing",
    responses=routes.answers("The code, this once", IssuedClaimCode, 400, 412, 428),
)
def issue_access_code(
    receipt: ReceiptInPath,
    request: Annotated[AccessCodeRequest, Body()],
    if_match: IfMatch = "",
    idempotency_key: IdempotencyKey = "",
) -> Response[IssuedClaimCode]:
    """Give a claim another access code; the old one is dead at once."""
    decision = routes.decision(app, receipt, if_match)
    issued = access_codes.issue(decision, request, idempotency_key)
    return api.answer(HTTPStatus.OK, issued, ETag=api.etag(issued.case.revision))


@app.post(
    "/api/staff/claims/<receipt>/slips",
    summary="Tell on paper, or in person, what no e-mail has told; that is logged",
    responses=routes.answers("What is, and was, to be told so", Slips, 400),
)
def tell(receipt: ReceiptInPath, request: Annotated[TellRequest, Body()]) -> Response[Slips]:
    """Keep that somebody tells it; twice is once."""
    staff = routes.signed_in(app)
    return api.answer(HTTPStatus.OK, cases.tell(staff, receipt, request, now()))


@app.post(
    "/api/staff/claims/<receipt>/bounced",
    summary="E-mail about a claim came back, and none goes there any more; or it goes again",
    responses=routes.answers("What is, and was, to be told otherwise", Slips, 400, 409, 422),
)
def bounced(receipt: ReceiptInPath, request: Annotated[BounceRequest, Body()]) -> Response[Slips]:
    """Keep that an address cannot be reached, or can; who said so is logged."""
    staff = routes.signed_in(app)
    return api.answer(HTTPStatus.OK, cases.bounce(staff, receipt, request, now()))


@app.get(
    "/api/staff/claims/<receipt>/log",
    summary="Who did or saw what, and why",
    responses=routes.answers("The newest first", ClaimLog),
)
def view_log(receipt: ReceiptInPath) -> Response[ClaimLog]:
    """Give the log of a claim."""
    return api.answer(HTTPStatus.OK, log.view(routes.signed_in(app), receipt))


@app.post(
    "/api/staff/claims/<receipt>/log-file",
    summary="The log of a claim as a file",
    responses=routes.answers("Where the file is", Download),
)
def export_log(receipt: ReceiptInPath) -> Response[Download]:
    """Make a file of the log; that it was taken along is logged."""
    return api.answer(HTTPStatus.OK, log.file(routes.signed_in(app), receipt, now()))


@app.post(
    "/api/staff/claims/<receipt>/export",
    summary="The report and the papers of a claim in one archive, with an index",
    responses=routes.answers("Where the archive is, and what is in it", ClaimExport),
)
def export(receipt: ReceiptInPath) -> Response[ClaimExport]:
    """Make the archive of a claim; that it was taken along is logged."""
    return api.answer(HTTPStatus.OK, files.export(routes.signed_in(app), receipt, now()))


def _case(case: ClaimCase) -> Response[ClaimCase]:
    return api.answer(HTTPStatus.OK, case, ETag=api.etag(case.revision))


lambda_handler = api.entry(app)
