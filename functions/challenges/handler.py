"""The route of `GET /api/challenges`."""

from http import HTTPStatus

from aws_lambda_powertools.event_handler import Response

from functions.challenges.models import Challenge
from functions.platform import api, proof_of_work
from functions.platform.clock import now

app = api.resolver()


@app.get(
    "/api/challenges",
    summary="Ask for a task whose solution lets one request pass",
    responses=api.answers(HTTPStatus.OK, "The task, as ALTCHA writes it", Challenge, 503),
)
def give_challenge() -> Response[Challenge]:
    """Give a new challenge; nothing is stored."""
    challenge = Challenge.model_validate(proof_of_work.new_challenge(now()))
    return api.answer(HTTPStatus.OK, challenge)


lambda_handler = api.entry(app)
