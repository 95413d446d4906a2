"""The routes by which a unit gets what there is of its accepted list.

Who is covered, the policy and the invoice, and next year's list.
"""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api, proven, rate_limits
from functions.platform.api import Authorization, ProofOfWork, ReceiptInPath
from functions.platform.downloads import Download
from functions.rosters import covered_people, next_year, opened_papers
from functions.rosters.cover_models import CoveredPeople, NextYear, NextYearFile
from shared_rules.policy_papers import PaperKind

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


@router.get(
    "/api/rosters/<receipt>/people",
    summary="Who is covered by an accepted list",
    compress=True,
    responses=api.answers(
        HTTPStatus.OK, "Everybody's cover", CoveredPeople, 401, 404, 409, 428, 429, 503
    ),
)
def people(
    receipt: ReceiptInPath, authorization: Authorization = "", proof: ProofOfWork = ""
) -> Response[CoveredPeople]:
    """Give everybody's cover to whoever has the access code; it is logged."""
    moment = proven.admitted(router, proof, rate_limits.LIST_LOOK_UPS)
    found = covered_people.view(receipt, api.bearer(authorization), moment)
    return api.answer(HTTPStatus.OK, found)


@router.post(
    "/api/rosters/<receipt>/people/file",
    summary="The same as a workbook, with whole ID numbers",
    responses=api.answers(
        HTTPStatus.OK, "Where the file is", Download, *(401, 404, 409, 428, 429, 503)
    ),
)
def people_file(
    receipt: ReceiptInPath, authorization: Authorization = "", proof: ProofOfWork = ""
) -> Response[Download]:
    """Make the workbook for whoever has the access code; it is logged, and kept for a day."""
    moment = proven.admitted(router, proof, rate_limits.LIST_LOOK_UPS)
    offer = covered_people.file(receipt, api.bearer(authorization), moment)
    return api.answer(HTTPStatus.OK, offer)


@router.post(
    "/api/rosters/<receipt>/policy-papers/<kind>",
    summary="The policy or the invoice of an accepted list",
    responses=api.answers(
        HTTPStatus.OK, "Where the file is", Download, *(401, 404, 409, 428, 429, 503)
    ),
)
def policy_paper(
    receipt: ReceiptInPath,
    kind: Annotated[PaperKind, Path(description="the policy (保险单) or the invoice (发票)")],
    authorization: Authorization = "",
    proof: ProofOfWork = "",
) -> Response[Download]:
    """Give whoever has the access code the file as it came; that it was opened is kept."""
    moment = proven.admitted(router, proof, rate_limits.LIST_LOOK_UPS)
    offer = opened_papers.download(receipt, api.bearer(authorization), kind, moment)
    return api.answer(HTTPStatus.OK, offer)


@router.get(
    "/api/rosters/<receipt>/renewal",
    summary="Next year's list of an accepted one, to be handed in",
    compress=True,
    responses=api.answers(
        HTTPStatus.OK, "Unit and people as they go on", NextYear, 401, 404, 409, 428, 429, 503
    ),
)
def renewal(
    receipt: ReceiptInPath, authorization: Authorization = "", proof: ProofOfWork = ""
) -> Response[NextYear]:
    """Give whoever has the access code all that need not be typed again; it is logged."""
    moment = proven.admitted(router, proof, rate_limits.LIST_LOOK_UPS)
    found = next_year.prefilled(receipt, api.bearer(authorization), moment)
    return api.answer(HTTPStatus.OK, found)


@router.post(
    "/api/rosters/<receipt>/renewal/file",
    summary="Next year's list as a workbook",
    responses=api.answers(
        HTTPStatus.OK, "Where the file is", NextYearFile, *(401, 404, 409, 428, 429, 503)
    ),
)
def renewal_file(
    receipt: ReceiptInPath, authorization: Authorization = "", proof: ProofOfWork = ""
) -> Response[NextYearFile]:
    """Make the workbook for whoever has the access code; it is logged, and kept for a day."""
    moment = proven.admitted(router, proof, rate_limits.LIST_LOOK_UPS)
    made = next_year.file(receipt, api.bearer(authorization), moment)
    return api.answer(HTTPStatus.OK, made)
