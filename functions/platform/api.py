"""How a function answers: routing and validation by Powertools, refusals as problem documents."""

import base64
import gzip
import json
import re
from collections.abc import Callable, Iterable
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any, Final, TypeVar

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.exceptions import NotFoundError
from aws_lambda_powertools.event_handler.openapi.exceptions import (
    RequestUnsupportedContentType,
    RequestValidationError,
)
from aws_lambda_powertools.event_handler.openapi.params import Header, Path
from aws_lambda_powertools.event_handler.openapi.types import (
    OpenAPIResponse,
    OpenAPIResponseContentModel,
    OpenAPIResponseContentSchema,
)
from aws_lambda_powertools.utilities.typing import LambdaContext
from botocore.exceptions import BotoCoreError, ClientError
from pydantic import BaseModel

from functions.platform.failures import log_failure
from functions.platform.metrics import measured, time_watched
from functions.platform.problems import (
    MEDIA_TYPE,
    NO_FIELDS,
    Beside,
    FieldMessages,
    Problem,
    ProblemDocument,
    nothing_beside,
    of_rule,
    of_validation,
)
from shared_rules.findings import Finding, RuleError

Model = TypeVar("Model", bound=BaseModel)
Entry = Callable[[dict[str, Any], LambdaContext], dict[str, Any]]
"""What Lambda calls: with an API Gateway HTTP API event (payload 2.0)."""

logger = Logger()

ReceiptInPath = Annotated[str, Path(description="AK-2026-7F3K9Q of a list, LP-… of a claim")]
Authorization = Annotated[str, Header(description="Bearer and the access code")]
IfMatch = Annotated[str, Header(alias="If-Match", description='such as "1"')]
ProofOfWork = Annotated[
    str,
    Header(
        alias="X-Proof-Of-Work",
        description="A challenge of /api/challenges with its solution, in base64; good once",
    ),
]

# What the distribution adds elsewhere (template.yaml) and in China does not. That a host is to be
# asked by TLS alone holds for its pages, too, once one answer has said so.
_SECURITY_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

# Lambda gives back 6 MB, and may write a character as six.
_LONGEST_PLAIN: Final = 1_000_000
_REFUSALS: Final = {
    400: "The body is not JSON, or a header is missing",
    401: "Receipt and access code do not belong together",
    404: "Nothing is there, or nothing for whoever asks",
    409: "The upload was submitted before",
    412: "The list or claim has changed since: If-Match names another version",
    422: "What was sent cannot be taken; the findings say why",
    428: "X-Proof-Of-Work or If-Match is missing, or the proof is not good any more",
    429: "Too much from one address, or too many wrong codes for this receipt; see Retry-After",
    503: "AWS did not answer in time; the same request may be sent again",
}


class _JsonResolver(APIGatewayHttpResolver):
    """Reads every body as JSON, whatever its label says; Powertools would try forms as well.

    Packs every answer that would be too long, also for those who did not say that they unpack.
    """

    def resolve(self, event: Any, context: Any) -> dict[str, Any]:
        """Answer an event."""
        headers = {**event["headers"], "content-type": "application/json"}
        answered = super().resolve({**event, "headers": headers}, context)
        return _packed(answered) if _is_too_long(answered) else answered


def resolver(
    messages: FieldMessages = NO_FIELDS, beside: Beside = nothing_beside
) -> APIGatewayHttpResolver:
    """A resolver that validates by annotations and answers every error with a problem document.

    Args:
        messages: which message tells of a field that is missing or wrong.
        beside: what else is told then of the same body.
    """
    app = _JsonResolver(
        enable_validation=True,
        debug=False,  # whatever the environment says: it prints every request
        serializer=partial(json.dumps, ensure_ascii=False),
        json_body_deserializer=_parse_object,
    )
    app.exception_handler(Problem)(_refused)
    invalid = partial(_not_valid, messages, lambda: _found_beside(app, beside))
    app.exception_handler(RequestValidationError)(invalid)
    app.exception_handler(RuleError)(lambda error: _refused(of_rule(error)))
    app.exception_handler([RequestUnsupportedContentType, UnicodeDecodeError])(_not_json)
    app.exception_handler([ClientError, BotoCoreError])(_busy)
    app.exception_handler(Exception)(_failed)
    app.not_found(_not_found)
    return app


def entry(app: APIGatewayHttpResolver) -> Entry:
    """What Lambda calls: it answers with a problem document whatever happens.

    Lambda would log what escapes, with the values in it.
    """
    resolve: Entry = logger.inject_lambda_context(app.resolve, log_event=False)

    def answer_event(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
        try:
            with time_watched(context):
                answered = resolve(event, context)
        except Exception as error:  # noqa: BLE001 -- nothing may go further
            answered = _as_event(_failed(error))
        return {**answered, "headers": {**answered["headers"], **_SECURITY_HEADERS}}

    return answer_event


def answers(
    status: HTTPStatus,
    description: str,
    model: type[BaseModel],
    *refusals: int,
    unprocessable: type[ProblemDocument] = ProblemDocument,
) -> dict[int, OpenAPIResponse]:
    """What a route may answer, for the OpenAPI document; `unprocessable` is what its 422 says."""
    documents = {int(HTTPStatus.UNPROCESSABLE_ENTITY): unprocessable}
    return {
        int(status): _described(description, "application/json", model),
        **{
            code: _described(_REFUSALS[code], MEDIA_TYPE, documents.get(code, ProblemDocument))
            # Powertools declares a 422 of its own where a route has none.
            for code in sorted({*refusals, 422})
        },
    }


def _described(description: str, media_type: str, model: type[BaseModel]) -> OpenAPIResponse:
    content: dict[str, OpenAPIResponseContentSchema | OpenAPIResponseContentModel] = {
        media_type: {"model": model}
    }
    return {"description": description, "content": content}


def answer(status: HTTPStatus, body: Model, **headers: str) -> Response[Model]:
    """A JSON answer that no cache keeps."""
    return Response(
        status_code=status,
        content_type="application/json",
        body=body,
        headers={"Cache-Control": "no-store", **headers},
    )


def bearer(authorization: str) -> str:
    """The access code in an Authorization header; empty where there is none."""
    scheme, _, access_code = authorization.partition(" ")
    return access_code.strip() if scheme.lower() == "bearer" else ""


def etag(version: int) -> str:
    """The ETag of a version or revision, which an If-Match of later names."""
    return f'"{version}"'


def if_match(header: str) -> int:
    """The version that an If-Match header names.

    Raises:
        Problem: there is none.
    """
    match = re.fullmatch(r'\s*(?:W/)?"?([0-9]{1,9})"?\s*', header)
    if not match:
        raise Problem(HTTPStatus.PRECONDITION_REQUIRED, "request.if_match")
    return int(match[1])


def _parse_object(text: str | None) -> dict[str, Any]:
    """A JSON object; anything else counts as not JSON."""
    try:
        value = json.loads(text or "")
    except (RecursionError, ValueError) as error:
        # Nested too deeply, no JSON, or a number of more digits than Python reads.
        raise json.JSONDecodeError("not readable", "", 0) from error
    if not isinstance(value, dict):
        raise json.JSONDecodeError("not an object", "", 0)
    return value


def _as_event(response: Response[str]) -> dict[str, Any]:
    return {
        "statusCode": response.status_code,
        "headers": {"Content-Type": response.content_type, **response.headers},
        "body": response.body,
        "isBase64Encoded": False,
    }


def _is_too_long(answered: dict[str, Any]) -> bool:
    return not answered.get("isBase64Encoded") and len(answered["body"]) > _LONGEST_PLAIN


def _packed(answered: dict[str, Any]) -> dict[str, Any]:
    """The same answer with its body in gzip."""
    body = base64.b64encode(gzip.compress(answered["body"].encode())).decode()
    headers = {**answered["headers"], "Content-Encoding": "gzip"}
    return {**answered, "headers": headers, "body": body, "isBase64Encoded": True}


def _refused(problem: Problem) -> Response[str]:
    """The answer that refuses a request, which is counted; by its codes in the log alone."""
    code, codes = problem.about.code, sorted({each.code for each in problem.findings})
    said = measured({"Refusals": 1})
    logger.info("refused", status=int(problem.status), code=code, findings=codes[:10], **said)
    return _response(problem)


def _response(problem: Problem) -> Response[str]:
    headers = {"Cache-Control": "no-store"}
    if problem.status is HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    if problem.retry_after is not None:
        headers["Retry-After"] = str(problem.retry_after)
    return Response(
        status_code=problem.status,
        content_type=MEDIA_TYPE,
        body=problem.document().model_dump_json(),
        headers=headers,
    )


def _not_json(_: Exception) -> Response[str]:
    return _refused(Problem(HTTPStatus.BAD_REQUEST, "request.not_json"))


def _found_beside(app: APIGatewayHttpResolver, beside: Beside) -> Iterable[Finding]:
    """What else is found in the body of a request; nothing where it has none."""
    try:
        body = app.current_event.json_body
    except ValueError:
        return ()  # what is wrong is in its path or query, and its body is no JSON either
    return beside(body) if isinstance(body, dict) else ()


def _not_valid(
    messages: FieldMessages, beside: Callable[[], Iterable[Finding]], error: RequestValidationError
) -> Response[str]:
    # An answer that is not as declared is no fault of whoever asked.
    if any(each["loc"][0] == "response" for each in error.errors()):
        return _failed(error)
    return _refused(of_validation(error.errors(), messages, beside))


def _not_found(_: NotFoundError) -> Response[str]:
    return _refused(Problem(HTTPStatus.NOT_FOUND, "request.not_found"))


def _busy(error: Exception) -> Response[str]:
    log_failure(logger, "AWS call failed", error)
    return _refused(Problem(HTTPStatus.SERVICE_UNAVAILABLE, "request.busy"))


def _failed(error: Exception) -> Response[str]:
    log_failure(logger, "unexpected error", error)
    return _refused(Problem(HTTPStatus.INTERNAL_SERVER_ERROR, "request.failed"))
