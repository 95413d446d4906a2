"""The routes of `/api/rosters`; what a unit gets of an accepted list, see `accepted_routes`."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Header

from functions.platform import api, proven, rate_limits
from functions.platform.admission import admitted
from functions.platform.api import Authorization, IfMatch, ProofOfWork, ReceiptInPath
from functions.platform.downloads import Download
from functions.platform.metrics import check_timed
from functions.rosters import (
    accepted_routes,
    change_requests,
    checking,
    clerks,
    renewals,
    service,
    sheets,
    signed_consents,
    stamped_sheets,
    submitted_list,
)
from functions.rosters.check_models import (
    ListDocument,
    MarkUpRequest,
    RosterCheckReport,
    RosterCheckRequest,
)
from functions.rosters.field_messages import FIELD_MESSAGES
from functions.rosters.models import (
    ChangeRequest,
    ClerkIn,
    CorrectionReport,
    MarkedUpList,
    Receipt,
    RosterSubmitRequest,
    SheetIn,
    SignedConsentsIn,
    StampedSheetsIn,
)
from functions.rosters.renewal_models import RenewalReport, RenewalRequest
from functions.rosters.status_models import PrintedForm, RosterStatus, SheetStanding

app = api.resolver(FIELD_MESSAGES, checking.judge_sent_unit)


@app.post(
    "/api/rosters/check",
    summary="Check a list; nothing is stored",
    compress=True,  # a finding on each of 10 000 rows is more than a function may answer plainly
    responses=api.answers(
        HTTPStatus.OK,
        "What was found",
        RosterCheckReport,
        *(400, 422, 428, 429, 503),
        unprocessable=ListDocument,
    ),
)
def check(
    request: Annotated[RosterCheckRequest, Body()], proof: ProofOfWork = ""
) -> Response[RosterCheckReport]:
    """Report on every row of a list; beyond the first few that costs a proof of work."""
    moment = proven.admitted_beyond_free(app, proof, rate_limits.LIST_CHECKS)
    with check_timed("list"):
        return api.answer(HTTPStatus.OK, service.check(request, moment))


@app.post(
    "/api/rosters/marked-up",
    summary="The list with what is wrong beside each row, as a file",
    responses=api.answers(
        HTTPStatus.OK,
        "Where the file is",
        MarkedUpList,
        *(400, 422, 428, 429, 503),
        unprocessable=ListDocument,
    ),
)
def mark_up(
    request: Annotated[MarkUpRequest, Body()], proof: ProofOfWork = ""
) -> Response[MarkedUpList]:
    """Give the person's own file back, marked up; it is kept for a day. Proof as of a check."""
    moment = proven.admitted_beyond_free(app, proof, rate_limits.MARKED_UP)
    return api.answer(HTTPStatus.OK, service.mark_up(request, moment))


@app.post(
    "/api/rosters/renewal",
    summary="This year's list beside last year's; nothing is stored",
    compress=True,
    responses=api.answers(
        HTTPStatus.OK,
        "What becomes of everybody",
        RenewalReport,
        *(400, 401, 422, 428, 429, 503),
        unprocessable=ListDocument,
    ),
)
def compare(
    request: Annotated[RenewalRequest, Body()], proof: ProofOfWork = ""
) -> Response[RenewalReport]:
    """Say who renews, is new, left, or is too old; a receipt asks for its access code and work."""
    if request.last.receipt is None:
        moment = proven.admitted_beyond_free(app, proof, rate_limits.LIST_CHECKS)
    else:
        moment = admitted(app, rate_limits.LIST_CHECKS, rate_limits.LIST_LOOK_UPS)
    return api.answer(HTTPStatus.OK, renewals.compare(request, proof, moment))


@app.post(
    "/api/rosters",
    summary="Submit a list, once",
    compress=True,
    responses=api.answers(
        HTTPStatus.CREATED,
        "The list is kept",
        Receipt,
        *(400, 409, 422, 428, 429, 503),
        unprocessable=ListDocument,
    ),
)
def submit(
    request: Annotated[RosterSubmitRequest, Body()],
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key")] = "",
    proof: ProofOfWork = "",
) -> Response[Receipt]:
    """Keep a list; the same Idempotency-Key gives the same answer and one record."""
    moment = admitted(app, rate_limits.LIST_SUBMISSIONS)
    return api.answer(HTTPStatus.CREATED, service.submit(request, idempotency_key, proof, moment))


@app.post(
    "/api/rosters/verify",
    summary="Compare receipt and check text of a printed sheet",
    responses=api.answers(
        HTTPStatus.OK, "What the sheet is to the list", SheetStanding, *(400, 422, 428, 429, 503)
    ),
)
def verify(request: Annotated[SheetIn, Body()], proof: ProofOfWork = "") -> Response[SheetStanding]:
    """Tell whoever holds a sheet whether it is of the list as it stands; and nothing else of it."""
    proven.admitted(app, proof, rate_limits.LIST_LOOK_UPS)
    return api.answer(HTTPStatus.OK, sheets.verify(request))


@app.put(
    "/api/rosters/<receipt>",
    summary="Put a corrected list in the place of a version",
    compress=True,
    responses=api.answers(
        HTTPStatus.OK,
        "The correction is kept",
        RosterStatus,
        *(400, 401, 404, 409, 412, 428, 429, 503),
        unprocessable=ListDocument,
    ),
)
def correct(
    receipt: ReceiptInPath,
    request: Annotated[RosterSubmitRequest, Body()],
    authorization: Authorization = "",
    if_match: IfMatch = "",
    proof: ProofOfWork = "",
) -> Response[RosterStatus]:
    """Keep a corrected list beside the one that it replaces."""
    version = api.if_match(if_match)
    moment = proven.admitted(app, proof, rate_limits.LIST_SUBMISSIONS)
    access_code = api.bearer(authorization)
    status = service.correct(receipt, access_code, version, request, moment)
    return _standing(status)


@app.post(
    "/api/rosters/<receipt>/check",
    summary="Check a corrected list beside the version whose place it would take",
    compress=True,
    responses=api.answers(
        HTTPStatus.OK,
        "What was found, and what changes",
        CorrectionReport,
        *(400, 401, 404, 409, 428, 429, 503),
        unprocessable=ListDocument,
    ),
)
def check_correction(
    receipt: ReceiptInPath,
    request: Annotated[RosterCheckRequest, Body()],
    authorization: Authorization = "",
    proof: ProofOfWork = "",
) -> Response[CorrectionReport]:
    """Report on a corrected list to whoever has the access code; nothing is stored."""
    moment = proven.admitted(app, proof, rate_limits.LIST_CHECKS, rate_limits.LIST_LOOK_UPS)
    access_code = api.bearer(authorization)
    report = service.check_correction(receipt, access_code, request, moment)
    return api.answer(HTTPStatus.OK, report)


@app.post(
    "/api/rosters/<receipt>/withdraw",
    summary="Withdraw a list that is not accepted yet",
    responses=api.answers(
        HTTPStatus.OK,
        "The list is withdrawn",
        RosterStatus,
        *(401, 404, 409, 412, 428, 429, 503),
    ),
)
def withdraw(
    receipt: ReceiptInPath,
    authorization: Authorization = "",
    if_match: IfMatch = "",
    proof: ProofOfWork = "",
) -> Response[RosterStatus]:
    """End a list for whoever has the access code; nothing of it is lost."""
    version = api.if_match(if_match)
    moment = proven.admitted(app, proof, rate_limits.LIST_LOOK_UPS)
    status = service.withdraw(receipt, api.bearer(authorization), version, moment)
    return _standing(status)


@app.post(
    "/api/rosters/<receipt>/change-requests",
    summary="Ask the desk to change something in an accepted list",
    responses=api.answers(
        HTTPStatus.OK,
        "The request is kept",
        RosterStatus,
        *(400, 401, 404, 409, 412, 422, 428, 429, 503),
    ),
)
def request_change(
    receipt: ReceiptInPath,
    request: Annotated[ChangeRequest, Body()],
    authorization: Authorization = "",
    if_match: IfMatch = "",
    proof: ProofOfWork = "",
) -> Response[RosterStatus]:
    """Keep what a unit asks for; the desk does it, or says why not."""
    version = api.if_match(if_match)
    moment = proven.admitted(app, proof, rate_limits.LIST_LOOK_UPS)
    access_code = api.bearer(authorization)
    status = change_requests.request(receipt, access_code, version, request, moment)
    return _standing(status)


@app.post(
    "/api/rosters/<receipt>/clerk",
    summary="Say who is the clerk of a list from now on",
    responses=api.answers(
        HTTPStatus.OK,
        "It is kept",
        RosterStatus,
        *(400, 401, 404, 409, 412, 422, 428, 429, 503),
    ),
)
def change_clerk(
    receipt: ReceiptInPath,
    request: Annotated[ClerkIn, Body()],
    authorization: Authorization = "",
    if_match: IfMatch = "",
    proof: ProofOfWork = "",
) -> Response[RosterStatus]:
    """Keep another clerk, or her other phone, for whoever has the access code."""
    version = api.if_match(if_match)
    moment = proven.admitted(app, proof, rate_limits.LIST_LOOK_UPS)
    access_code = api.bearer(authorization)
    status = clerks.change(receipt, access_code, version, request, moment)
    return _standing(status)


@app.post(
    "/api/rosters/<receipt>/stamped-sheets",
    summary="Bring scans or photos of the stamped sheets of a list",
    responses=api.answers(
        HTTPStatus.OK,
        "They are kept",
        RosterStatus,
        *(400, 401, 404, 409, 412, 422, 428, 429, 503),
    ),
)
def bring_sheets(
    receipt: ReceiptInPath,
    request: Annotated[StampedSheetsIn, Body()],
    authorization: Authorization = "",
    if_match: IfMatch = "",
    proof: ProofOfWork = "",
) -> Response[RosterStatus]:
    """Keep stamped sheets of this very list for whoever has the access code."""
    version = api.if_match(if_match)
    moment = proven.admitted(app, proof, rate_limits.LIST_SUBMISSIONS)
    access_code = api.bearer(authorization)
    status = stamped_sheets.bring(receipt, access_code, version, request, moment)
    return _standing(status)


@app.post(
    "/api/rosters/<receipt>/signed-consents",
    summary="Bring scans or photos of the consents that people have signed, or attest to keep them",
    responses=api.answers(
        HTTPStatus.OK,
        "They are kept, or that is",
        RosterStatus,
        *(400, 401, 404, 409, 412, 422, 428, 429, 503),
    ),
)
def keep_consents(
    receipt: ReceiptInPath,
    request: Annotated[SignedConsentsIn, Body()],
    authorization: Authorization = "",
    if_match: IfMatch = "",
    proof: ProofOfWork = "",
) -> Response[RosterStatus]:
    """Keep what becomes of signed consents (本人同意书) for whoever has the access code."""
    version = api.if_match(if_match)
    moment = proven.admitted(app, proof, rate_limits.LIST_SUBMISSIONS)
    access_code = api.bearer(authorization)
    status = signed_consents.keep(receipt, access_code, version, request, moment)
    return _standing(status)


@app.get(
    "/api/rosters/<receipt>",
    summary="Where a list stands",
    responses=api.answers(
        HTTPStatus.OK, "State and next step", RosterStatus, 401, 404, 428, 429, 503
    ),
)
def status(
    receipt: ReceiptInPath, authorization: Authorization = "", proof: ProofOfWork = ""
) -> Response[RosterStatus]:
    """Tell the state to whoever has the access code."""
    moment = proven.admitted(app, proof, rate_limits.LIST_LOOK_UPS)
    status = service.status(receipt, api.bearer(authorization), moment)
    return _standing(status)


@app.get(
    "/api/rosters/<receipt>/form",
    summary="附件2 as it was submitted, for printing",
    responses=api.answers(HTTPStatus.OK, "The form's lines", PrintedForm, 401, 404, 428, 429, 503),
)
def printed_form(
    receipt: ReceiptInPath, authorization: Authorization = "", proof: ProofOfWork = ""
) -> Response[PrintedForm]:
    """Give the list's lines to whoever has the access code."""
    moment = proven.admitted(app, proof, rate_limits.LIST_LOOK_UPS)
    return api.answer(
        HTTPStatus.OK, service.printed_form(receipt, api.bearer(authorization), moment)
    )


@app.post(
    "/api/rosters/<receipt>/form/file",
    summary="The list as it was submitted, as a workbook to be mended",
    responses=api.answers(HTTPStatus.OK, "Where the file is", Download, *(401, 404, 428, 429, 503)),
)
def submitted_file(
    receipt: ReceiptInPath, authorization: Authorization = "", proof: ProofOfWork = ""
) -> Response[Download]:
    """Make the workbook for whoever has the access code; it is kept for a day."""
    moment = proven.admitted(app, proof, rate_limits.LIST_LOOK_UPS)
    offer = submitted_list.file(receipt, api.bearer(authorization), moment)
    return api.answer(HTTPStatus.OK, offer)


def _standing(status: RosterStatus) -> Response[RosterStatus]:
    """Where a list stands, with the version that a later request names."""
    return api.answer(HTTPStatus.OK, status, ETag=api.etag(status.version))


app.include_router(accepted_routes.router)

lambda_handler = api.entry(app)
