"""The route of `GET /api/services`: lectures, specialists, how long things take, for everybody."""

from datetime import timedelta
from http import HTTPStatus
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.platform import api
from functions.platform.clock import now
from functions.records import published_paces, service_entries
from functions.records.published_paces import PublishedPaces
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
    """What there is (第十七、十八条), lectures in the order of their days; nothing withdrawn.

    `paces` is how long lists and claims took lately.
    """

    lectures: list[PublicLecture]
    specialists: list[Specialist]
    paces: PublishedPaces | None


@app.get(
    "/api/services",
    summary="Lectures of the last year and to come, service specialists, how long things take",
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
        paces=published_paces.latest(),
    )
    kept = f"public, max-age={int(CACHED_FOR.total_seconds())}"
    return api.answer(HTTPStatus.OK, body, **{"Cache-Control": kept})


lambda_handler = api.entry(app)
