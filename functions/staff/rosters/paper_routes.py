"""The routes of `/api/staff/rosters` about papers: what a unit has brought, policy and invoice."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api
from functions.platform.clock import now
from functions.platform.downloads import Download
from functions.staff import routes
from functions.staff.models import Thumbnails
from functions.staff.rosters import attaching, unit_papers
from functions.staff.rosters.models import Case
from functions.staff.rosters.paper_models import AttachRequest
from functions.staff.rosters.routes import ReceiptInPath, case_answer
from functions.staff.routes import IfMatch

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]

DocumentInPath = Annotated[str, Path(description="such as 0002-01")]


@router.post(
    "/api/staff/rosters/<receipt>/documents/<document_id>/link",
    summary="Where a paper that a unit has brought is to be looked at; that is logged",
    responses=routes.answers("Where it is, for minutes", Download, 409),
)
def link_unit_paper(receipt: ReceiptInPath, document_id: DocumentInPath) -> Response[Download]:
    """Give the address of what a unit has brought."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, unit_papers.link(staff, receipt, document_id, now()))


@router.post(
    "/api/staff/rosters/<receipt>/thumbnails",
    summary="Where the small pictures of what a unit has brought are; that is logged",
    responses=routes.answers("Where they are, for minutes", Thumbnails),
)
def link_thumbnails(receipt: ReceiptInPath) -> Response[Thumbnails]:
    """Give the addresses of small pictures in which nothing can be read."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, unit_papers.thumbnails(staff, receipt, now()))


@router.post(
    "/api/staff/rosters/<receipt>/policy-papers",
    summary="Attach the policy or the invoice of an accepted list, or replace a wrong one",
    responses=routes.answers("The unit can download it", Case, 400, 409, 412, 428),
)
def attach_paper(
    receipt: ReceiptInPath,
    request: Annotated[AttachRequest, Body()],
    if_match: IfMatch = "",
) -> Response[Case]:
    """Hand a policy or an invoice on as it came; what is not only paper is refused."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(attaching.attach(decision, request))


@router.post(
    "/api/staff/rosters/<receipt>/policy-papers/<number>/link",
    summary="Where a policy or invoice is to be saved from; logged",
    responses=routes.answers("The address", Download),
)
def link_attached(
    receipt: ReceiptInPath,
    number: Annotated[int, Path(description="of the attached file, as the list tells it")],
) -> Response[Download]:
    """Give the address of a policy or invoice, also of one that was replaced."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, attaching.link(staff, receipt, number, now()))
