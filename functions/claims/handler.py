"""The routes of `/api/claims`."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Header

from functions.claims import paper_check, reopening, reports, service, supplementing
from functions.claims.field_messages import FIELD_MESSAGES
from functions.claims.models import (
    ClaimCheckReport,
    ClaimCheckRequest,
    ClaimReceipt,
    ClaimSubmitRequest,
    DocumentCheckRequest,
    DocumentReport,
    FactsRequest,
    ReopeningRequest,
    SupplementRequest,
)
from functions.claims.status_models import ClaimStatus
from functions.platform import api, proven, rate_limits
from functions.platform.admission import admitted
from functions.platform.api import Authorization, IfMatch, ProofOfWork, ReceiptInPath
from functions.platform.metrics import check_timed

app = api.resolver(FIELD_MESSAGES)


@app.post(
    "/api/claims/check",
    summary="Check a claim; nothing is stored",
    responses=api.answers(HTTPStatus.OK, "What was found", ClaimCheckReport, 400, 422, 429, 503),
)
def check(request: Annotated[ClaimCheckRequest, Body()]) -> Response[ClaimCheckReport]:
    """Say what must be mended, what is missing, by when, and what the claim may bring."""
    moment = admitted(app, rate_limits.CLAIM_CHECKS)
    return api.answer(HTTPStatus.OK, reports.check(request, moment))


@app.post(
    "/api/claims/documents/check",
    summary="Look at an uploaded paper; nothing is stored",
    responses=api.answers(HTTPStatus.OK, "What it is", DocumentReport, *(400, 422, 428, 429, 503)),
)
def check_paper(
    request: Annotated[DocumentCheckRequest, Body()], proof: ProofOfWork = ""
) -> Response[DocumentReport]:
    """Say what a file is, or why it is not taken; beyond the first few for a proof of work."""
    moment = proven.admitted_beyond_free(app, proof, rate_limits.PAPER_CHECKS)
    with check_timed("paper"):
        return api.answer(HTTPStatus.OK, paper_check.check(request, moment))


@app.post(
    "/api/claims",
    summary="Report a claim, once",
    responses=api.answers(
        HTTPStatus.CREATED,
        "The claim is kept",
        ClaimReceipt,
        *(400, 409, 422, 428, 429, 503),
    ),
)
def submit(
    request: Annotated[ClaimSubmitRequest, Body()],
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key")] = "",
    proof: ProofOfWork = "",
) -> Response[ClaimReceipt]:
    """Keep a claim; the same Idempotency-Key gives the same answer and one record."""
    moment = admitted(app, rate_limits.CLAIM_SUBMISSIONS)
    return api.answer(HTTPStatus.CREATED, service.submit(request, idempotency_key, proof, moment))


@app.get(
    "/api/claims/<receipt>",
    summary="Where a claim stands",
    responses=api.answers(
        HTTPStatus.OK, "State, papers and deadlines", ClaimStatus, 401, 404, 428, 429, 503
    ),
)
def status(
    receipt: ReceiptInPath, authorization: Authorization = "", proof: ProofOfWork = ""
) -> Response[ClaimStatus]:
    """Tell the state to whoever has the access code."""
    moment = proven.admitted(app, proof, rate_limits.CLAIM_LOOK_UPS)
    found = service.status(receipt, api.bearer(authorization), moment)
    return _standing(found)


@app.post(
    "/api/claims/<receipt>/documents",
    summary="Bring papers to a claim",
    responses=api.answers(
        HTTPStatus.OK,
        "The papers are kept",
        ClaimStatus,
        *(400, 401, 404, 409, 422, 428, 429, 503),
    ),
)
def supplement(
    receipt: ReceiptInPath,
    request: Annotated[SupplementRequest, Body()],
    authorization: Authorization = "",
    proof: ProofOfWork = "",
) -> Response[ClaimStatus]:
    """Keep papers that come later; the same again changes nothing."""
    moment = proven.admitted(app, proof, rate_limits.CLAIM_SUBMISSIONS)
    found = service.supplement(receipt, api.bearer(authorization), request, moment)
    return _standing(found)


@app.post(
    "/api/claims/<receipt>/supplements",
    summary="Say more of a reported claim: stays, the account, what was wrong",
    responses=api.answers(
        HTTPStatus.OK,
        "It is kept beside the report",
        ClaimStatus,
        *(400, 401, 404, 409, 412, 422, 428, 429, 503),
    ),
)
def supplement_facts(
    receipt: ReceiptInPath,
    request: Annotated[FactsRequest, Body()],
    authorization: Authorization = "",
    if_match: IfMatch = "",
    proof: ProofOfWork = "",
) -> Response[ClaimStatus]:
    """Keep what is said later; the same again changes nothing."""
    version = api.if_match(if_match)
    moment = proven.admitted(app, proof, rate_limits.CLAIM_SUBMISSIONS)
    found = supplementing.supplement(receipt, api.bearer(authorization), version, request, moment)
    return _standing(found)


@app.post(
    "/api/claims/<receipt>/reopenings",
    summary="A settled claim goes on: she objects, or was in hospital again",
    responses=api.answers(
        HTTPStatus.OK,
        "It is open again",
        ClaimStatus,
        *(400, 401, 404, 409, 412, 422, 428, 429, 503),
    ),
)
def reopen(
    receipt: ReceiptInPath,
    request: Annotated[ReopeningRequest, Body()],
    authorization: Authorization = "",
    if_match: IfMatch = "",
    proof: ProofOfWork = "",
) -> Response[ClaimStatus]:
    """Reopen a claim; the same again changes nothing."""
    version = api.if_match(if_match)
    moment = proven.admitted(app, proof, rate_limits.CLAIM_SUBMISSIONS)
    found = reopening.reopen(receipt, api.bearer(authorization), version, request, moment)
    return _standing(found)


def _standing(status: ClaimStatus) -> Response[ClaimStatus]:
    """Where a claim stands, with the version that a later request names."""
    return api.answer(HTTPStatus.OK, status, ETag=api.etag(status.version))


lambda_handler = api.entry(app)
