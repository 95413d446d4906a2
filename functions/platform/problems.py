"""Problem documents (RFC 9457): every refusal in one shape, in words from the catalogue."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError
from pydantic import Field

from shared_rules.findings import Finding, ParamValue, RuleError
from shared_rules.messages import catalogue
from shared_rules.records import Model

MEDIA_TYPE: Final = "application/problem+json"


class ProblemDocument(Model):
    """What a refused request gets back."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    findings: list[Finding] = Field(default=[])


class Problem(Exception):
    """A refusal with its HTTP status, the code of its message, and findings where there are any."""

    def __init__(
        self,
        status: HTTPStatus,
        code: str,
        findings: Iterable[Finding] = (),
        params: Mapping[str, ParamValue] | None = None,
        *,
        retry_after: int | None = None,
    ) -> None:
        """A refusal; `retry_after` is in seconds."""
        super().__init__(code)
        self.status = status
        self.retry_after = retry_after
        self.about = Finding.of(code).model_copy(update={"params": dict(params or {})})
        self.findings = list(findings)

    def document(self) -> ProblemDocument:
        """The document that tells about it."""
        return ProblemDocument(
            type=f"urn:ankangbao:problem:{self.about.code}",
            title=str(self.about.title),
            status=self.status,
            detail=f"{self.about.message}{self.about.fix}",
            code=self.about.code,
            findings=self.findings,
        )

    def response(self) -> Response[str]:
        """The HTTP answer."""
        headers = {"Cache-Control": "no-store"}
        if self.status is HTTPStatus.UNAUTHORIZED:
            headers["WWW-Authenticate"] = "Bearer"
        if self.retry_after is not None:
            headers["Retry-After"] = str(self.retry_after)
        return Response(
            status_code=self.status,
            content_type=MEDIA_TYPE,
            body=self.document().model_dump_json(),
            headers=headers,
        )


def unprocessable(findings: Iterable[Finding], code: str = "request.invalid") -> Problem:
    """A refusal for what the findings say."""
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, code, findings)


def of_rule(error: RuleError, field: str | None = None) -> Problem:
    """The refusal of a value that no rule can be applied to."""
    findings = [error.finding(field)]
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, error.code, findings, error.params)


def of_validation(error: RequestValidationError) -> Problem:
    """The refusal of a request that its model does not take; never quotes what was sent."""
    errors = error.errors()
    if any(each["type"] == "json_invalid" or each["loc"] == ("body",) for each in errors):
        return Problem(HTTPStatus.BAD_REQUEST, "request.not_json")
    return unprocessable({_field(each): _finding(each) for each in errors}.values())


def _field(error: Mapping[str, Any]) -> str:
    place = [part for part in error["loc"] if part not in ("body", "header", "path")]
    return ".".join(str(part) for part in place) or "body"


def _finding(error: Mapping[str, Any]) -> Finding:
    field = _field(error)
    if error["type"] == "too_long" and field.rpartition(".")[2] == "rows":
        limit = error["ctx"]["max_length"]
        return Finding.of("file.too_many_people", field=field, limit=limit)
    return Finding.of(field if field in catalogue() else "request.field", field=field)
