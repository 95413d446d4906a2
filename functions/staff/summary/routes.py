"""The routes of `/api/staff/summary`."""

from datetime import date
from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path, Query
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api, downloads
from functions.platform.clock import now
from functions.platform.downloads import Download
from functions.staff import routes
from functions.staff.summary import monthly_summary, summary, summary_file
from functions.staff.summary.models import Asked, Month, MonthlySummaries, Period, Summary
from functions.staff.summary.summary import Viewer

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


@router.get(
    "/api/staff/summary",
    summary="Lists, people and claims of a period, of one's counties; a few claims as one may see",
    responses=routes.answers("Added up", Summary),
)
def view_summary(
    first: Annotated[date, Query(alias="from", description="a day")],
    last: Annotated[date, Query(alias="until", description="a day, which is in it")],
    industry: Annotated[
        str, Query(description="the code of an industry union, of whose units")
    ] = "",
) -> Response[Summary]:
    """Give the summary of a period."""
    viewer = Viewer.of(routes.signed_in(router), industry)
    period = Period.model_validate({"from": first.isoformat(), "until": last.isoformat()})
    return api.answer(HTTPStatus.OK, summary.of_period(viewer, period, now()))


@router.post(
    "/api/staff/summary/file",
    summary="The summary of a period as a workbook",
    responses=routes.answers("Where the file is", Download, 400),
)
def export_summary(asked: Annotated[Asked, Body()]) -> Response[Download]:
    """Make a workbook of a summary."""
    viewer, moment = Viewer.of(routes.signed_in(router), asked.industry), now()
    data = summary_file.written(summary.of_period(viewer, asked, moment))
    of = f"-{viewer.industry}" if viewer.industry else ""
    name = f"安康保汇总{of}-{asked.first}-{asked.last}.xlsx"
    return api.answer(HTTPStatus.OK, downloads.offer(data, "desk", name, moment))


@router.get(
    "/api/staff/summary/monthly",
    summary="The months whose summaries were made",
    responses=routes.answers("The latest first", MonthlySummaries),
)
def list_monthly() -> Response[MonthlySummaries]:
    """Name the monthly summaries that there are."""
    routes.signed_in(router)
    return api.answer(HTTPStatus.OK, monthly_summary.every())


@router.post(
    "/api/staff/summary/monthly/<month>/file",
    summary="The summary of a month as it was made",
    responses=routes.answers("Where the file is", Download),
)
def export_monthly(
    month: Annotated[Month, Path(description="such as 2026-11")],
) -> Response[Download]:
    """Give a monthly summary's file."""
    routes.signed_in(router)
    return api.answer(HTTPStatus.OK, monthly_summary.file(month, now()))
