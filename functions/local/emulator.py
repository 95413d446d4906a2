"""The embedded AWS: moto on a port of its own, with the checks that S3 makes of browser posts."""

import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

import boto3
from moto.moto_server import werkzeug_app
from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import WSGIRequestHandler, make_server

from functions.local.in_process import called_in_process, items_answered_in_process
from functions.local.post_gate import PostGate
from functions.local.post_signature import Signer
from functions.local.quick_items import take_items_as_they_are
from functions.local.quick_table import read_quickly
from functions.local.quick_updates import update_quickly
from functions.local.table_calls import Answered, answer_item_call
from functions.local.transactions import undo_item_by_item

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

HOST = "127.0.0.1"
# Where the product is at home; a session of the emulator may as well be there.
REGION = "cn-northwest-1"
ACCESS_KEY = "local"
SECRET_KEY = "never-a-real-one"  # noqa: S105

# The emulator lets every origin in, whatever the bucket's CORS rules say; S3 does not.
werkzeug_app.DISABLE_GLOBAL_CORS = True  # type: ignore[attr-defined]


class PortTakenError(Exception):
    """The port, `port`, is in use or not for this user."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Port {port} is taken")
        self.port = port


class _Quiet:
    """No line per request: addresses and codes stay out of the terminal."""

    def log_request(self, *_: Any) -> None:
        pass


class QuietHandler(_Quiet, WSGIRequestHandler):
    """Serves the site without a line per request."""


class _QuietMotoHandler(_Quiet, MotoRequestHandler):
    """Serves the emulator without a line per request."""


class _Dispatcher(DomainDispatcherApplication):
    """The emulator's choice among its services, which it finds by listing folders each time."""

    def __init__(self) -> None:
        super().__init__(create_backend_app)
        self._found: dict[str | None, Any] = {}

    def get_backend_for_host(self, host: str | None) -> Any:
        """The service that a host stands for, looked for once."""
        if host not in self._found:
            self._found[host] = super().get_backend_for_host(host)
        return self._found[host]


class IsolatedTable:
    """WSGI: the emulator's application, one call to its DynamoDB at a time.

    A transaction that is undone puts back what it touched, and would put away what others wrote
    there meanwhile; DynamoDB keeps them apart.
    """

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app
        self._lock = Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request (WSGI)."""
        target = environ.get("HTTP_X_AMZ_TARGET", "")
        if not target.startswith("DynamoDB_"):
            return self._app(environ, start_response)
        asked = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        signed = environ.get("HTTP_AUTHORIZATION")
        answer = self.answer_item_call(target, signed.split("/")[2], asked) if signed else None
        if answer is None:
            environ["wsgi.input"] = BytesIO(asked)
            with self._lock:
                return list(self._app(environ, start_response))
        status = f"{answer.status} {HTTPStatus(answer.status).phrase}"
        start_response(status, list(answer.headers.items()))
        return [answer.body]

    def answer_item_call(self, target: str, region: str, asked: bytes) -> Answered | None:
        """Answer a call for items; nothing where it is another call."""
        with self._lock:
            return answer_item_call(target, region, asked)


@dataclass(frozen=True)
class Endpoint:
    """Where an AWS is and who may ask it: address, region, credentials."""

    url: str
    region: str = REGION
    access_key: str = ACCESS_KEY
    secret_key: str = SECRET_KEY

    def client(self, service: str) -> Any:
        """A boto3 client of a service there."""
        return boto3.client(  # type: ignore[call-overload]
            service,
            endpoint_url=self.url,
            region_name=self.region,
            aws_access_key_id=self.access_key,
            aws_secret_access_key=self.secret_key,
        )

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which any AWS SDK finds it, and finds nothing else."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_REGION": self.region,
            "AWS_DEFAULT_REGION": self.region,
            "AWS_ACCESS_KEY_ID": self.access_key,
            "AWS_SECRET_ACCESS_KEY": self.secret_key,
            "AWS_EC2_METADATA_DISABLED": "true",
        }


@contextmanager
def embedded_aws(port: int = 0) -> Iterator[Endpoint]:
    """An empty AWS in memory on `port` (0: any free one), gone when the block ends.

    Raises:
        PortTakenError: the port is in use.
    """
    undo_item_by_item()
    read_quickly()
    update_quickly()
    take_items_as_they_are()
    app = IsolatedTable(_Dispatcher())
    gate = PostGate(app, Signer({ACCESS_KEY: SECRET_KEY}, REGION))
    with (
        listening(gate, port, _QuietMotoHandler) as url,
        called_in_process(gate, url),
        items_answered_in_process(app.answer_item_call, url),
    ):
        yield Endpoint(url)


@contextmanager
def listening(
    app: "WSGIApplication", port: int, handler: type[WSGIRequestHandler] = QuietHandler
) -> Iterator[str]:
    """Serve an application from a thread; gives its address, such as `http://127.0.0.1:8000`.

    Raises:
        PortTakenError: the port is in use.
    """
    with bound_socket(port) as bound:
        server = make_server(
            HOST, 0, app, threaded=True, request_handler=handler, fd=bound.fileno()
        )
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.socket.getsockname()[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def bound_socket(port: int) -> socket.socket:
    """A socket that has the port (0: any free one).

    Raises:
        PortTakenError: the port is in use, or not for this user.
    """
    try:
        return socket.create_server((HOST, port), backlog=128)
    except OSError as error:
        raise PortTakenError(port) from error


def free_port() -> int:
    """A port that nobody has now."""
    with bound_socket(0) as bound:
        port: int = bound.getsockname()[1]
    return port
