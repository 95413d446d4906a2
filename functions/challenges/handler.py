"""The route of `GET /api/challenges`."""

from http import HTTPStatus

from aws_lambda_powertools.event_handler import Response

from functions.challenges.models import Challenge
from functions.platform import api, proof_of_work, rate_limits
from functions.platform.admission import admitted
from functions.platform.clock import real

app = api.resolver()


@app.get(
    "/api/challenges",
    summary="Ask for a task whose solution lets one request pass",
    responses=api.answers(HTTPStatus.OK, "The task, as ALTCHA writes it", Challenge, 429, 503),
)
def give_challenge() -> Response[Challenge]:
    """Give a new challenge; nothing is stored but that its address has had one more."""
    admitted(app, rate_limits.CHALLENGES)
    challenge = Challenge.model_validate(proof_of_work.new_challenge(real()))
    return api.answer(HTTPStatus.OK, challenge)


lambda_handler = api.entry(app)
