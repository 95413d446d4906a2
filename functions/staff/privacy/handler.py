"""The routes of `/api/staff/people/…` for who answers people who ask for what is kept of them.

The gateway checks the token, roles are checked here.
"""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.platform import api
from functions.platform.clock import now
from functions.staff import routes
from functions.staff.insured.models import PersonFound
from functions.staff.privacy import by_two, contacts, copies, restricting
from functions.staff.privacy.models import (
    ConfirmErasureRequest,
    ContactRequest,
    CopyRequest,
    DeclineErasureRequest,
    Erasable,
    ErasableRequest,
    ErasureRequest,
    KeptContacts,
    PersonCopy,
    RestrictionRequest,
    StandingRestrictions,
    WaitingErasures,
)

app = api.resolver()


@app.post(
    "/api/staff/people/copy",
    summary="A copy of all that is kept of somebody who has asked for it",
    responses=routes.answers("Where it is to be fetched from", PersonCopy, 400, 422, 429),
)
def copy(request: Annotated[CopyRequest, Body()]) -> Response[PersonCopy]:
    """Copy what is kept of somebody; who did so, and why, is kept."""
    staff = routes.signed_in(app)
    return api.answer(HTTPStatus.OK, copies.make(staff, request, now()))


@app.post(
    "/api/staff/people/contacts",
    summary="What is kept of a clerk or reporter who has asked for it, by her whole phone",
    responses=routes.answers("What lists and claims say of her", KeptContacts, 400, 422, 429),
)
def find_contact(request: Annotated[ContactRequest, Body()]) -> Response[KeptContacts]:
    """Find a clerk or reporter by her exact phone; who asked is in the log of each record."""
    staff = routes.signed_in(app)
    return api.answer(HTTPStatus.OK, contacts.find(staff, request, now()))


@app.post(
    "/api/staff/people/restrictions",
    summary="Use what is kept of somebody for nothing optional; look at that again, or end it",
    responses=routes.answers("As she is found then", PersonFound, 400, 404, 409, 422, 429),
)
def restrict(request: Annotated[RestrictionRequest, Body()]) -> Response[PersonFound]:
    """Restrict processing of what is kept of somebody; who did so, and why, is kept."""
    staff = routes.signed_in(app)
    return api.answer(HTTPStatus.OK, restricting.change(staff, request, now()))


@app.get(
    "/api/staff/people/restrictions",
    summary="Whose data are kept only: since when, by whom and why",
    responses=routes.answers(
        "Whom to look at again first, and of nobody in particular", StandingRestrictions
    ),
)
def restricted() -> Response[StandingRestrictions]:
    """Tell what is restricted, so that nobody's is forgotten; whose it is, who did it knows."""
    routes.signed_in(app)
    return api.answer(HTTPStatus.OK, restricting.standing(now().date()))


@app.post(
    "/api/staff/people/erasures/look",
    summary="What may be deleted of somebody, what must stay and why",
    responses=routes.answers("As it is now", Erasable, 400, 422, 429),
)
def look(request: Annotated[ErasableRequest, Body()]) -> Response[Erasable]:
    """Look what may be deleted of somebody; who looked is kept."""
    staff = routes.signed_in(app)
    return api.answer(HTTPStatus.OK, by_two.look(staff, request, now()))


@app.get(
    "/api/staff/people/erasures",
    summary="Erasures that wait for a second person",
    responses=routes.answers("The oldest first, and of nobody in particular", WaitingErasures),
)
def waiting() -> Response[WaitingErasures]:
    """Tell what waits, so that a second person knows; whose it is she asks the first one."""
    staff = routes.signed_in(app)
    return api.answer(HTTPStatus.OK, by_two.waiting(staff))


@app.post(
    "/api/staff/people/erasures",
    summary="Propose to delete what may be, as she has asked",
    responses=routes.answers("As it is then", Erasable, 400, 409, 422, 429),
)
def propose(request: Annotated[ErasureRequest, Body()]) -> Response[Erasable]:
    """Propose to delete what may be deleted of somebody: a second person confirms it."""
    staff = routes.signed_in(app)
    return api.answer(HTTPStatus.OK, by_two.propose(staff, request, now()))


@app.post(
    "/api/staff/people/erasures/confirm",
    summary="Agree, as a second person, to what was proposed: it is deleted",
    responses=routes.answers("With the certificate", Erasable, 400, 409, 422, 429),
)
def confirm(request: Annotated[ConfirmErasureRequest, Body()]) -> Response[Erasable]:
    """Delete what was proposed; asked again, what an attempt that died has left."""
    staff = routes.signed_in(app)
    return api.answer(HTTPStatus.OK, by_two.confirm(staff, request, now()))


@app.post(
    "/api/staff/people/erasures/decline",
    summary="Say no to what was proposed, or take one's own proposal back",
    responses=routes.answers("As it is then", Erasable, 400, 409, 422, 429),
)
def decline(request: Annotated[DeclineErasureRequest, Body()]) -> Response[Erasable]:
    """Leave everything as it is; why is kept."""
    staff = routes.signed_in(app)
    return api.answer(HTTPStatus.OK, by_two.decline(staff, request, now()))


lambda_handler = api.entry(app)
