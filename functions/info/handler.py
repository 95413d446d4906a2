"""The doors of `GET /api/health`, `GET /api/openapi.json` and of everything unknown under /api."""

import os
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.utilities.typing import LambdaContext
from pydantic import BaseModel

from functions.common import api

OPENAPI_FILE: Final = Path(__file__).with_name("openapi.json")

app = api.resolver()


class Health(BaseModel):
    """That the service answers, and which version of it."""

    status: Literal["ok"]
    version: str


@app.get(
    "/api/health",
    summary="Whether the service answers",
    responses=api.answers(HTTPStatus.OK, "It does", Health),
)
def health() -> Response[Health]:
    """Say that the service answers."""
    body = Health(status="ok", version=os.environ.get("APP_VERSION", "unknown"))
    return api.answer(HTTPStatus.OK, body)


@app.get("/api/openapi.json", include_in_schema=False)
def openapi() -> Response[str]:
    """Give the OpenAPI 3.1 document that `make generate` wrote."""
    return Response(
        status_code=HTTPStatus.OK,
        content_type="application/json",
        body=OPENAPI_FILE.read_text(encoding="utf-8"),
    )


@api.logger.inject_lambda_context(log_event=False)
def lambda_handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Take an API Gateway HTTP API event (payload 2.0)."""
    return app.resolve(event, context)
