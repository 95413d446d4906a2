"""The route by which who gets messages wants none any more (退订), without the access code."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Path

from functions.messages.models import Unsubscribed
from functions.platform import api
from functions.platform.clock import now
from functions.platform.problems import Problem
from functions.records import stopped_mail

TokenInPath = Annotated[str, Path(description="As the link of a message brings it")]

app = api.resolver()


@app.post(
    "/api/messages/<token>/unsubscribe",
    summary="Send no more messages of a receipt to the address that this token was sent to",
    responses=api.answers(HTTPStatus.OK, "It is so, now or since before", Unsubscribed, 404, 503),
)
def unsubscribe(token: TokenInPath) -> Response[Unsubscribed]:
    """Send no more messages; mail programs ask for it by themselves (RFC 8058), with a form."""
    receipt = stopped_mail.unsubscribe(token, now())
    if receipt is None:
        raise Problem(HTTPStatus.NOT_FOUND, "letter.no_such_link")
    return api.answer(HTTPStatus.OK, Unsubscribed(receipt=receipt))


lambda_handler = api.entry(app)
