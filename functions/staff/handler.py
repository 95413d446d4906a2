"""The routes of `/api/staff`: the gateway checks the token, roles are checked here."""

from http import HTTPStatus

from aws_lambda_powertools.event_handler import Response

from functions.platform import api
from functions.records import industries
from functions.staff import routes
from functions.staff.field_messages import FIELD_MESSAGES
from functions.staff.imports import routes as import_routes
from functions.staff.insured import routes as insured_routes
from functions.staff.models import IndustryTold, Me
from functions.staff.rosters import batch_routes, paper_routes, together_routes
from functions.staff.rosters import routes as roster_routes
from functions.staff.services import routes as service_routes
from functions.staff.statements import routes as statement_routes
from functions.staff.summary import routes as summary_routes
from functions.staff.units import routes as unit_routes

app = api.resolver(FIELD_MESSAGES)
app.include_router(roster_routes.router)
app.include_router(paper_routes.router)
app.include_router(batch_routes.router)
app.include_router(together_routes.router)
app.include_router(summary_routes.router)
app.include_router(service_routes.router)
app.include_router(import_routes.router)
app.include_router(insured_routes.router)
app.include_router(unit_routes.router)
app.include_router(statement_routes.router)


@app.get(
    "/api/staff/me",
    summary="Who is signed in",
    responses=routes.answers("Roles and counties", Me),
)
def me() -> Response[Me]:
    """Say who the token says that somebody is."""
    staff = routes.signed_in(app)
    return api.answer(
        HTTPStatus.OK,
        Me(
            name=staff.name,
            roles=sorted(staff.roles),
            counties=list(staff.counties),
            summary_counties=list(staff.summary_counties),
            summary_industries=IndustryTold.every(staff.summary_industries),
            places_units=staff.places_units and bool(industries.every()),
            decides=any(map(staff.decides_in, staff.counties)),
        ),
    )


lambda_handler = api.entry(app)
