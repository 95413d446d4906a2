"""The route of `POST /api/uploads`."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.platform import api
from functions.platform.admission import admitted
from functions.platform.visitor import address_of
from functions.uploads import service
from functions.uploads.models import UploadRequest, UploadTicket

app = api.resolver()


@app.post(
    "/api/uploads",
    summary="Ask where to send a file",
    responses=api.answers(
        HTTPStatus.CREATED, "A ticket to send one file with", UploadTicket, 400, 422, 429, 503
    ),
)
def issue_ticket(request: Annotated[UploadRequest, Body()]) -> Response[UploadTicket]:
    """Give a presigned POST, which takes the file's bytes straight to S3."""
    moment = admitted(app, service.limit_of(request))
    ticket = service.issue_ticket(request, address_of(app.current_event), moment)
    return api.answer(HTTPStatus.CREATED, ticket)


lambda_handler = api.entry(app)
