"""The routes of `/api/staff/imports`."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api
from functions.platform.clock import now
from functions.staff import routes
from functions.staff.imports import imports
from functions.staff.imports.models import (
    Checked,
    ImportCase,
    Imports,
    ReverseRequest,
    WorkbookRequest,
)
from functions.staff.routes import IfMatch

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]

ImportInPath = Annotated[str, Path(description="such as DR-2026-7F3K9Q")]


@router.get(
    "/api/staff/imports",
    summary="The imports of old policies of one's counties",
    responses=routes.answers("The newest first", Imports),
)
def list_imports() -> Response[Imports]:
    """Give the imports, without their policies."""
    return api.answer(HTTPStatus.OK, imports.listed(routes.signed_in(router)))


@router.post(
    "/api/staff/imports/check",
    summary="What a workbook of old policies would bring in; nothing is stored",
    responses=routes.answers("Each policy, and each finding by its cell", Checked, 400),
)
def check_workbook(request: Annotated[WorkbookRequest, Body()]) -> Response[Checked]:
    """Check a workbook."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, imports.check(staff, request.upload_id, now()))


@router.post(
    "/api/staff/imports",
    summary="Bring in the old policies of a workbook that are in order and not there yet",
    responses=routes.answers("It goes on in the background", ImportCase, 400, 409),
)
def begin_import(request: Annotated[WorkbookRequest, Body()]) -> Response[ImportCase]:
    """Begin an import; an upload is brought in once."""
    staff = routes.signed_in(router)
    return _case(imports.begin(staff, request.upload_id, now()))


@router.get(
    "/api/staff/imports/<receipt>",
    summary="One import: how far it is, its policies, and what happened to it",
    responses=routes.answers("What is known of it", ImportCase),
)
def view_import(receipt: ImportInPath) -> Response[ImportCase]:
    """Give an import, and its revision as ETag."""
    return _case(imports.view(routes.signed_in(router), receipt))


@router.post(
    "/api/staff/imports/<receipt>/reverse",
    summary="Take back all that an import brought in",
    responses=routes.answers("It goes on in the background", ImportCase, 400, 409, 412, 428),
)
def reverse_import(
    receipt: ImportInPath,
    request: Annotated[ReverseRequest, Body()],
    if_match: IfMatch = "",
) -> Response[ImportCase]:
    """Reverse an import."""
    decision = routes.decision(router, receipt, if_match)
    return _case(imports.reverse(decision, request))


def _case(case: ImportCase) -> Response[ImportCase]:
    return api.answer(HTTPStatus.OK, case, ETag=api.etag(case.revision))
