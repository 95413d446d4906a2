"""Calls of this process to its own emulator, which need no socket and no thread of a server.

A browser, and whatever else is not an SDK's client in this process, goes through the port.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

from botocore.auth import SIGV4_TIMESTAMP, S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import get_current_datetime
from botocore.endpoint import Endpoint, convert_to_response_dict
from botocore.httpsession import URLLib3Session
from botocore.useragent import UserAgentString
from urllib3 import HTTPHeaderDict
from urllib3.response import HTTPResponse
from werkzeug.test import run_wsgi_app

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

    from functions.local.table_calls import Answered

    ItemCalls = Callable[[str, str, bytes], Answered | None]

logger = logging.getLogger(__name__)
# Those that sign for a form or a link are others.
_OF_HEADERS: Final = (SigV4Auth, S3SigV4Auth)


@contextmanager
def called_in_process(app: "WSGIApplication", url: str) -> Iterator[None]:
    """Let every AWS client of this process that asks this address call the application itself."""
    through_socket = URLLib3Session.send

    def send(session: URLLib3Session, request: Any) -> AWSResponse:
        if request.url.startswith(f"{url}/"):
            return _answer(app, request)
        return through_socket(session, request)

    add_auth = SigV4Auth.add_auth

    def name_the_caller(auth: SigV4Auth, request: Any) -> None:
        if type(auth) in _OF_HEADERS and auth.credentials and request.url.startswith(f"{url}/"):
            _name_the_caller(auth, request)
        else:
            add_auth(auth, request)

    told = UserAgentString.to_string
    URLLib3Session.send = send  # type: ignore[method-assign, assignment]
    # These are put together anew for each call, and read by nobody here.
    UserAgentString.to_string = lambda _: "in-process"  # type: ignore[method-assign, assignment]
    SigV4Auth.add_auth = name_the_caller  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        URLLib3Session.send = through_socket  # type: ignore[method-assign]
        UserAgentString.to_string = told  # type: ignore[method-assign]
        SigV4Auth.add_auth = add_auth  # type: ignore[method-assign]


@contextmanager
def items_answered_in_process(answer: "ItemCalls", url: str) -> Iterator[None]:
    """Answer the calls for items at this address before they are sent.

    But where somebody listens to what a client sends, in the place of its session's `send`.
    """
    sent: Any = Endpoint._send_request  # type: ignore[attr-defined]  # noqa: SLF001

    def answer_or_send(endpoint: Endpoint, request: Any, operation: Any) -> Any:
        target = request["headers"].get("X-Amz-Target")
        is_heard = "send" in vars(endpoint.http_session)
        if target and not is_heard and request["url"].startswith(f"{url}/"):
            region = request["context"]["client_region"]
            if answered := answer(target, region, request["body"]):
                return _understood(endpoint, request["url"], answered, operation)
        return sent(endpoint, request, operation)

    Endpoint._send_request = answer_or_send  # type: ignore[attr-defined]  # noqa: SLF001
    try:
        yield
    finally:
        Endpoint._send_request = sent  # type: ignore[attr-defined]  # noqa: SLF001


def _name_the_caller(auth: Any, request: Any) -> None:
    """What signing does but for the signature, which nobody in here would look at."""
    request.context["timestamp"] = get_current_datetime().strftime(SIGV4_TIMESTAMP)
    auth._modify_request_before_signing(request)  # noqa: SLF001 - dates, and what S3 says of a body
    caller = f"Credential={auth.scope(request)}, SignedHeaders=host, Signature=none"
    request.headers["Authorization"] = f"AWS4-HMAC-SHA256 {caller}"


def _understood(endpoint: Any, url: str, answer: "Answered", operation: Any) -> tuple[Any, Any]:
    """What the SDK makes of an answer: the response, and what it says."""
    headers: Any = answer.headers
    nothing_to_read: Any = None
    response: Any = AWSResponse(url, answer.status, headers, nothing_to_read)
    response._content = answer.body  # noqa: SLF001 - as botocore keeps it when it was read
    told = convert_to_response_dict(response, operation)
    protocol = operation.service_model.resolved_protocol
    parser = endpoint._response_parser_factory.create_parser(protocol)  # noqa: SLF001
    said = parser.parse(told, operation.output_shape)
    if response.status_code >= HTTPStatus.MULTIPLE_CHOICES:
        endpoint._add_modeled_error_fields(told, said, operation, parser)  # noqa: SLF001
    said["ResponseMetadata"]["RetryAttempts"] = 0
    return response, said


def _answer(app: "WSGIApplication", request: AWSPreparedRequest) -> AWSResponse:
    try:
        raw: Any = response_of(app, environ_of(request))
    except Exception:  # as a server does: whatever an application raises becomes a 500
        logger.exception("the emulator failed")
        failed = HTTPStatus.INTERNAL_SERVER_ERROR
        raw = HTTPResponse(BytesIO(), status=failed, preload_content=False)
    response = AWSResponse(request.url, raw.status, raw.headers, raw)
    if not request.stream_output:
        _ = response.content  # reads it, as botocore does
    return response


def response_of(app: "WSGIApplication", environ: "WSGIEnvironment") -> HTTPResponse:
    """What an application answers to a request, as a client has it from a socket."""
    chunks, status, headers = run_wsgi_app(app, environ, buffered=True)
    named: Any = HTTPHeaderDict(headers.items())
    return HTTPResponse(
        BytesIO(b"".join(chunks)),
        named,
        int(status.split()[0]),
        preload_content=False,
        request_method=environ["REQUEST_METHOD"],
    )


def environ_of(request: Any) -> "WSGIEnvironment":
    """A request that was made ready to be sent, as a server hands it to its application."""
    asked = urlsplit(request.url)
    target = f"{asked.path}?{asked.query}" if asked.query else asked.path
    body = _bytes_of(request.body)
    headers = {
        f"HTTP_{name.upper().replace('-', '_')}": _text_of(value)
        for name, value in request.headers.items()
        if name.lower() != "transfer-encoding"
    }
    return {
        **headers,
        "HTTP_HOST": asked.netloc,
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(asked.path, "latin-1"),
        "QUERY_STRING": asked.query,
        "REQUEST_URI": target,
        "RAW_URI": target,
        "CONTENT_TYPE": headers.get("HTTP_CONTENT_TYPE", ""),
        "CONTENT_LENGTH": str(len(body)),
        "SERVER_NAME": asked.hostname or "",
        "SERVER_PORT": str(asked.port or ""),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": asked.scheme,
        "wsgi.input": BytesIO(body),
    }


def _bytes_of(body: Any) -> bytes:
    if hasattr(body, "read"):
        body = body.read()
    return body.encode() if isinstance(body, str) else bytes(body or b"")


def _text_of(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value
