"""Calls of this process to its own emulator, which need no socket and no thread of a server.

A browser, and whatever else is not an SDK's client in this process, goes through the port.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import unquote, urlsplit

from botocore.auth import SIGV4_TIMESTAMP, S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import get_current_datetime
from botocore.httpsession import URLLib3Session
from botocore.useragent import UserAgentString
from urllib3 import HTTPHeaderDict
from urllib3.response import HTTPResponse
from werkzeug.datastructures import Headers
from werkzeug.test import run_wsgi_app

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

    from functions.local.table_calls import Answered

    ItemCalls = Callable[[str, str, bytes], Answered | None]

logger = logging.getLogger(__name__)
# Those that sign for a form or a link are others.
_OF_HEADERS: Final = (SigV4Auth, S3SigV4Auth)


@contextmanager
def called_in_process(
    app: "WSGIApplication", url: str, answer_item_call: "ItemCalls | None" = None
) -> Iterator[None]:
    """Let every AWS client of this process that asks this address call the application itself.

    What `answer_item_call` answers does not become a request first.
    """
    through_socket = URLLib3Session.send

    def send(session: URLLib3Session, request: Any) -> AWSResponse:
        if not request.url.startswith(f"{url}/"):
            return through_socket(session, request)
        if answer_item_call and (target := request.headers.get("X-Amz-Target")):
            signed = _text_of(request.headers.get("Authorization", ""))
            answer = answer_item_call(_text_of(target), signed, _bytes_of(request.body))
            if answer:
                return _item_answer(request.url, answer)
        return _answer(app, request)

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


def _name_the_caller(auth: Any, request: Any) -> None:
    """What signing does but for the signature, which nobody in here would look at."""
    request.context["timestamp"] = get_current_datetime().strftime(SIGV4_TIMESTAMP)
    auth._modify_request_before_signing(request)  # noqa: SLF001 - dates, and what S3 says of a body
    caller = f"Credential={auth.scope(request)}, SignedHeaders=host, Signature=none"
    request.headers["Authorization"] = f"AWS4-HMAC-SHA256 {caller}"


def _item_answer(url: str, answer: "Answered") -> AWSResponse:
    headers: Any = answer.headers
    nothing_to_read: Any = None
    response: Any = AWSResponse(url, answer.status, headers, nothing_to_read)
    response._content = answer.body  # noqa: SLF001 - as botocore keeps it when it was read
    return cast("AWSResponse", response)


def _answer(app: "WSGIApplication", request: AWSPreparedRequest) -> AWSResponse:
    try:
        chunks, status, headers = run_wsgi_app(app, _environ(request), buffered=True)
        code, body = int(status.split()[0]), b"".join(chunks)
    except Exception:  # as a server does: whatever an application raises becomes a 500
        logger.exception("the emulator failed")
        code, body, headers = HTTPStatus.INTERNAL_SERVER_ERROR, b"", Headers()
    named: Any = HTTPHeaderDict(headers.items())
    raw: Any = HTTPResponse(
        BytesIO(body), named, code, preload_content=False, request_method=request.method
    )
    response = AWSResponse(request.url, code, named, raw)
    if not request.stream_output:
        _ = response.content  # reads it, as botocore does
    return response


def _environ(request: AWSPreparedRequest) -> "WSGIEnvironment":
    """The request as a server hands it to its application."""
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
