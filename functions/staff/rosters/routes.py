"""The routes of `/api/staff/rosters`: roles and counties are checked here."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path, Query
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api
from functions.platform.clock import now
from functions.platform.downloads import Download
from functions.records.rosters.roster_events import State
from functions.staff import routes
from functions.staff.models import AccessCodeRequest
from functions.staff.rosters import (
    access_codes,
    cases,
    decisions,
    endings,
    endorsing,
    handing_off,
    log,
    queue,
    recording_payments,
    underwriting,
)
from functions.staff.rosters.endorsement_models import (
    DeclineChangeRequest,
    DeclineEndorsementRequest,
    EndorsementLook,
    EndorseRequest,
)
from functions.staff.rosters.models import (
    AcceptRequest,
    Case,
    CloseRequest,
    HandOffMade,
    IssuedCode,
    Log,
    RemindRequest,
    ReturnRequest,
    RowsPage,
    RowStates,
    RowStatesRequest,
)
from functions.staff.rosters.payment_models import PaymentRequest, StrikePaymentRequest
from functions.staff.rosters.queue_models import ListSought, Queue, QueueName, RosterCounts
from functions.staff.rosters.underwriting_models import Underwriting
from functions.staff.routes import IdempotencyKey, IfMatch
from functions.staff.slips import BounceRequest, Slips, TellRequest

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]

ReceiptInPath = Annotated[str, Path(description="such as AK-2026-7F3K9Q")]


@router.get(
    "/api/staff/rosters",
    summary="The lists of one's counties, the most urgent first",
    responses=routes.answers("A page of them", Queue),
)
def list_rosters(
    state: Annotated[State | QueueName, Query(description="of the lists")] = "submitted",
    county: Annotated[str, Query(description="one that may be seen; otherwise all of these")] = "",
    after: Annotated[str, Query(description="what the page before gave as next")] = "",
) -> Response[Queue]:
    """Give a page of the queue."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, queue.page(staff, queue.Asked(state, county, after), now()))


@router.post(
    "/api/staff/rosters/search",
    summary="Lists by a part of the unit's name, contact, phone, receipt or policy number",
    responses=routes.answers("A page of them", Queue, 400, 422),
)
def find_rosters(sought: Annotated[ListSought, Body()]) -> Response[Queue]:
    """Give a page of what a search finds."""
    return api.answer(HTTPStatus.OK, queue.find(routes.signed_in(router), sought, now()))


@router.get(
    "/api/staff/rosters/counts",
    summary="How many lists are in each state",
    responses=routes.answers("Counted up to a limit", RosterCounts),
)
def count_rosters(
    county: Annotated[str, Query(description="one that may be seen; otherwise all of these")] = "",
) -> Response[RosterCounts]:
    """Count lists by state."""
    return api.answer(HTTPStatus.OK, queue.counts(routes.signed_in(router), county))


@router.get(
    "/api/staff/rosters/<receipt>",
    summary="One list; that it was looked at is logged",
    responses=routes.answers("What is known of it", Case),
)
def view_roster(receipt: ReceiptInPath) -> Response[Case]:
    """Give what is known of a list, and its revision as ETag."""
    return case_answer(cases.view(routes.signed_in(router), receipt, now()))


@router.get(
    "/api/staff/rosters/<receipt>/rows",
    summary="The people of a list, page by page; that they were looked at is logged",
    responses=routes.answers("Some of them", RowsPage),
)
def view_rows(
    receipt: ReceiptInPath,
    version: Annotated[int | None, Query(ge=1, description="otherwise the current one")] = None,
    after: Annotated[int, Query(ge=0, description="what the page before gave as next")] = 0,
) -> Response[RowsPage]:
    """Give some people of a list, masked for who may not see them."""
    staff = routes.signed_in(router)
    page = cases.rows(staff, receipt, now(), version=version, after=after)
    return api.answer(HTTPStatus.OK, page)


@router.get(
    "/api/staff/rosters/<receipt>/underwriting",
    summary="Who renews, and of whom something must be decided before acceptance; logged",
    responses=routes.answers("Who does not simply renew, and how many do", Underwriting, 409),
    compress=True,
)
def view_underwriting(
    receipt: ReceiptInPath,
    first_day: Annotated[
        str, Query(description="of cover; otherwise the one that would be proposed today")
    ] = "",
) -> Response[Underwriting]:
    """Give how the people of a list stand to their old cover, before it is accepted."""
    staff = routes.signed_in(router)
    begins = routes.day_in_query("first_day", first_day)
    return api.answer(HTTPStatus.OK, underwriting.view(staff, receipt, begins, now()))


@router.post(
    "/api/staff/rosters/<receipt>/return",
    summary="Send a list back to its unit, with reasons",
    responses=routes.answers("It went back", Case, 400, 409, 412, 428),
)
def send_back(
    receipt: ReceiptInPath,
    request: Annotated[ReturnRequest, Body()],
    if_match: IfMatch = "",
) -> Response[Case]:
    """Return a list; who was slower than somebody else decides on nothing."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(decisions.send_back(decision, request))


@router.post(
    "/api/staff/rosters/<receipt>/accept",
    summary="Accept a list, with the dates and the number of its policy",
    responses=routes.answers("It is accepted", Case, 400, 409, 412, 428),
)
def accept(
    receipt: ReceiptInPath,
    request: Annotated[AcceptRequest, Body()],
    if_match: IfMatch = "",
) -> Response[Case]:
    """Accept a list; its people get their cover in the background."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(decisions.accept(decision, request))


@router.post(
    "/api/staff/rosters/<receipt>/remind",
    summary="Remind a unit of a list that went back",
    responses=routes.answers("It is reminded", Case, 400, 409, 412, 428),
)
def remind(
    receipt: ReceiptInPath,
    request: Annotated[RemindRequest, Body()],
    if_match: IfMatch = "",
) -> Response[Case]:
    """Remind a unit, which reads it where it looks its list up."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(endings.remind(decision, request))


@router.post(
    "/api/staff/rosters/<receipt>/close",
    summary="Close a returned list that its unit has not mended after a reminder",
    responses=routes.answers("It is closed", Case, 400, 409, 412, 428),
)
def close(
    receipt: ReceiptInPath,
    request: Annotated[CloseRequest, Body()],
    if_match: IfMatch = "",
) -> Response[Case]:
    """Close a list; who still wants to join sends a new one."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(endings.close(decision, request))


@router.post(
    "/api/staff/rosters/<receipt>/access-code",
    summary="Another access code for a unit that has lost its own and has asked in writing",
    responses=routes.answers("The code, this once", IssuedCode, 400, 412, 428),
)
def issue_access_code(
    receipt: ReceiptInPath,
    request: Annotated[AccessCodeRequest, Body()],
    if_match: IfMatch = "",
    idempotency_key: IdempotencyKey = "",
) -> Response[IssuedCode]:
    """Give a list another access code; the old one is dead at once."""
    decision = routes.decision(router, receipt, if_match)
    issued = access_codes.issue(decision, request, idempotency_key)
    return api.answer(HTTPStatus.OK, issued, ETag=api.etag(issued.case.revision))


@router.post(
    "/api/staff/rosters/<receipt>/endorsements",
    summary="Propose to put something right in an accepted list (批改)",
    responses=routes.answers("It waits for a second person, or holds", Case, 400, 409, 412, 428),
)
def propose_endorsement(
    receipt: ReceiptInPath,
    request: Annotated[EndorseRequest, Body()],
    if_match: IfMatch = "",
) -> Response[Case]:
    """Propose an endorsement; what changes neither money nor cover holds at once."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(endorsing.propose(decision, request))


@router.post(
    "/api/staff/rosters/<receipt>/endorsements/look",
    summary="What proposing an endorsement would come to; nothing is stored",
    responses=routes.answers("Nothing stands in its way", EndorsementLook, 400, 409, 412, 428),
)
def look_at_endorsement(
    receipt: ReceiptInPath,
    request: Annotated[EndorseRequest, Body()],
    if_match: IfMatch = "",
) -> Response[EndorsementLook]:
    """Look at an endorsement before it is proposed."""
    decision = routes.decision(router, receipt, if_match)
    return api.answer(HTTPStatus.OK, endorsing.look(decision, request))


@router.post(
    "/api/staff/rosters/<receipt>/endorsements/confirm",
    summary="Confirm an endorsement that somebody else has proposed",
    responses=routes.answers("It holds", Case, 400, 409, 412, 428),
)
def confirm_endorsement(receipt: ReceiptInPath, if_match: IfMatch = "") -> Response[Case]:
    """Confirm an endorsement; everybody's cover follows in the background."""
    return case_answer(endorsing.confirm(routes.decision(router, receipt, if_match)))


@router.post(
    "/api/staff/rosters/<receipt>/endorsements/decline",
    summary="Say no to an endorsement that waits, or take one's own back",
    responses=routes.answers("Nothing changes", Case, 400, 409, 412, 428),
)
def decline_endorsement(
    receipt: ReceiptInPath,
    request: Annotated[DeclineEndorsementRequest, Body()],
    if_match: IfMatch = "",
) -> Response[Case]:
    """Decline an endorsement, with the reason."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(endorsing.decline(decision, request))


@router.post(
    "/api/staff/rosters/<receipt>/change-requests/decline",
    summary="Tell a unit why what it has asked for is not done",
    responses=routes.answers("The unit is told", Case, 400, 409, 412, 428),
)
def decline_change_request(
    receipt: ReceiptInPath,
    request: Annotated[DeclineChangeRequest, Body()],
    if_match: IfMatch = "",
) -> Response[Case]:
    """Decline what a unit has asked for; what is done answers it by an endorsement."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(endorsing.decline_request(decision, request))


@router.post(
    "/api/staff/rosters/<receipt>/payments",
    summary="Record premium that arrived, or went back, as the bank says it",
    responses=routes.answers("It is recorded", Case, 400, 412, 428),
)
def record_payment(
    receipt: ReceiptInPath,
    request: Annotated[PaymentRequest, Body()],
    if_match: IfMatch = "",
) -> Response[Case]:
    """Record a payment; what is still due follows."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(recording_payments.record(decision, request))


@router.post(
    "/api/staff/rosters/<receipt>/payments/strike",
    summary="Strike a payment that was recorded in error",
    responses=routes.answers("It counts no more", Case, 400, 409, 412, 428),
)
def strike_payment(
    receipt: ReceiptInPath,
    request: Annotated[StrikePaymentRequest, Body()],
    if_match: IfMatch = "",
) -> Response[Case]:
    """Strike a payment, with the reason."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(recording_payments.strike(decision, request))


@router.post(
    "/api/staff/rosters/<receipt>/slips",
    summary="Tell on paper, or in person, what no e-mail has told; that is logged",
    responses=routes.answers("What is, and was, to be told so", Slips, 400),
)
def tell(receipt: ReceiptInPath, request: Annotated[TellRequest, Body()]) -> Response[Slips]:
    """Keep that somebody tells it; twice is once."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, cases.tell(staff, receipt, request, now()))


@router.post(
    "/api/staff/rosters/<receipt>/bounced",
    summary="E-mail about a list came back, and none goes there any more; or it goes again",
    responses=routes.answers("What is, and was, to be told otherwise", Slips, 400, 409, 422),
)
def bounced(receipt: ReceiptInPath, request: Annotated[BounceRequest, Body()]) -> Response[Slips]:
    """Keep that an address cannot be reached, or can; who said so is logged."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, cases.bounce(staff, receipt, request, now()))


@router.get(
    "/api/staff/rosters/<receipt>/log",
    summary="Who did or saw what, and why",
    responses=routes.answers("The newest first", Log),
)
def view_log(receipt: ReceiptInPath) -> Response[Log]:
    """Give the log of a list."""
    return api.answer(HTTPStatus.OK, log.view(routes.signed_in(router), receipt))


@router.post(
    "/api/staff/rosters/<receipt>/log-file",
    summary="The log of a list as a file",
    responses=routes.answers("Where the file is", Download),
)
def export_log(receipt: ReceiptInPath) -> Response[Download]:
    """Make a file of the log; that it was taken along is logged."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, log.file(staff, receipt, now()))


@router.post(
    "/api/staff/rosters/<receipt>/hand-off",
    summary="The list as files for the insurer, with what changed since the last time",
    responses=routes.answers("Where the archive is, and what is in it", HandOffMade, 409, 412),
)
def hand_off(receipt: ReceiptInPath) -> Response[HandOffMade]:
    """Make the archive of a hand-off; that it was made is logged."""
    made = handing_off.make(routes.signed_in(router), receipt, now())
    return api.answer(HTTPStatus.OK, made)


@router.post(
    "/api/staff/rosters/<receipt>/row-states",
    summary="What the insurer's file says of a list's rows; nothing is stored",
    responses=routes.answers(
        "The refusals in it, and the lines that say nothing", RowStates, 400, 409
    ),
)
def read_row_states(
    receipt: ReceiptInPath, request: Annotated[RowStatesRequest, Body()]
) -> Response[RowStates]:
    """Read the file of a hand-off that the insurer has filled in."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, handing_off.read_back(staff, receipt, request, now()))


def case_answer(case: Case) -> Response[Case]:
    """A case, with the revision that a later decision names."""
    return api.answer(HTTPStatus.OK, case, ETag=api.etag(case.revision))
