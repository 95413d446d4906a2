"""The route of `GET /api/services`: lectures and specialists, for everybody (第十七、十八条)."""

from datetime import timedelta
from http import HTTPStatus
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.platform import api
from functions.platform.clock import now
from functions.records import service_entries
from functions.records.service_entries import Lecture, Specialist
from shared_rules.records import Model

SHOWN_FOR: Final = timedelta(days=365)
"""How long a lecture that is over is still shown: 第十七条 counts them by the year."""

CACHED_FOR: Final = timedelta(minutes=5)
app = api.resolver()


class PublicLecture(Lecture):
    """A lecture; `entry_id` is the same as long as it is not changed."""

    entry_id: str


class Services(Model):
    """What there is, lectures in the order of their days; nothing that was withdrawn."""

    lectures: list[PublicLecture]
    specialists: list[Specialist]


@app.get(
    "/api/services",
    summary="Lectures of the last year and those to come, and the service specialists",
    responses=api.answers(HTTPStatus.OK, "What there is", Services, 503),
)
def list_services() -> Response[Services]:
    """Give what the desk has entered and not withdrawn; caches may keep it for some minutes."""
    body = Services(
        lectures=[
            PublicLecture(**each.lecture.model_dump(mode="json"), entry_id=each.entry_id)
            for each in service_entries.lectures(now().date() - SHOWN_FOR)
            if each.lecture and not each.withdrawal
        ],
        specialists=[
            each.specialist
            for each in service_entries.specialists()
            if each.specialist and not each.withdrawal
        ],
    )
    kept = f"public, max-age={int(CACHED_FOR.total_seconds())}"
    return api.answer(HTTPStatus.OK, body, **{"Cache-Control": kept})


lambda_handler = api.entry(app)
