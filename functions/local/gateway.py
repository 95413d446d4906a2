"""API Gateway and Lambda on one machine: route a request, call the handler, give its answer."""

import logging
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from functions.local.authorizer import IssuerKeys, UnauthorizedError, claims_of
from functions.local.events import (
    ACCOUNT,
    Event,
    Route,
    TooLargeError,
    message_response,
    to_event,
    to_response,
)
from functions.local.stack import Function
from functions.platform import clock

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Handler = Callable[[Event, "LambdaContext"], Any]

INVOCATION_MS = 30_000
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class LambdaContext:
    """What Lambda tells a handler about the invocation, as far as Powertools asks."""

    function_name: str
    memory_limit_in_mb: int = 512
    function_version: str = "$LATEST"
    aws_request_id: str = field(default_factory=lambda: str(uuid4()))

    @property
    def invoked_function_arn(self) -> str:
        """The function's name in full."""
        region = os.environ.get("AWS_REGION", "local")
        return f"arn:aws:lambda:{region}:{ACCOUNT}:function:{self.function_name}"

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds left; always the whole time here."""
        return INVOCATION_MS


@dataclass(frozen=True)
class _Target:
    function: str
    route: Route
    handler: Handler
    one_at_a_time: Lock  # as in a Lambda: Powertools keeps the event on its resolver


class Gateway:
    """WSGI: the routes of an HTTP API, each before the function that template.yaml gives it."""

    def __init__(self, functions: Iterable[Function], handlers: Mapping[str, Handler]) -> None:
        rules = []
        for function in functions:
            lock = Lock()
            rules += [
                _rule(_Target(function.name, route, handlers[function.name], lock))
                for route in function.routes
            ]
        self._routes = Map(rules, merge_slashes=False)
        self._keys = IssuerKeys()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request (WSGI)."""
        return self._answer(Request(environ))(environ, start_response)

    def _answer(self, request: Request) -> Response:
        try:
            target, parameters = self._routes.bind_to_environ(request.environ).match()
        except HTTPException:
            return message_response(404, {"message": "Not Found"})
        try:
            claims = self._claims(request, target.route)
            event = to_event(request, target.route, parameters, clock.now(), claims)
        except UnauthorizedError as refused:
            response = message_response(401, {"message": "Unauthorized"})
            response.headers["WWW-Authenticate"] = refused.challenge
            return response
        except TooLargeError:
            return message_response(413, {"message": "Request Entity Too Large"})
        return _invoke(target, event)

    def _claims(self, request: Request, route: Route) -> dict[str, str] | None:
        if route.authorizer is None:
            return None
        authorization = request.headers.get("Authorization", "")
        return claims_of(route.authorizer, authorization, self._keys, clock.real())


def _invoke(target: _Target, event: Event) -> Response:
    try:
        with target.one_at_a_time:
            answer = target.handler(event, LambdaContext(target.function))
    except Exception:  # as Lambda does: whatever a handler raises becomes a 500
        logger.exception("%s failed", target.function)
        return message_response(500, {"message": "Internal Server Error"})
    return to_response(answer)


def _rule(target: _Target) -> Rule:
    """A route in werkzeug's words, which ranks literal, {name} and {name+} as the gateway does."""
    path = re.sub(r"\{(\w+)\+\}", r"<path:\1>", target.route.path)
    path = re.sub(r"\{(\w+)\}", r"<\1>", path)
    methods = None if target.route.method == "ANY" else [target.route.method]
    rule = Rule(path, endpoint=target, methods=methods)
    if rule.methods is not None and target.route.method != "HEAD":
        rule.methods.discard("HEAD")  # the gateway does not answer HEAD for GET
    return rule


def load_handlers(functions: Iterable[Function]) -> dict[str, Handler]:
    """Import each function's handler with its environment set, as a cold start does.

    Raises:
        ImportError, AttributeError: a handler that template.yaml names does not exist.
    """
    handlers: dict[str, Handler] = {}
    for function in functions:
        os.environ.update(function.environment)
        module, _, name = function.handler.rpartition(".")
        handlers[function.name] = getattr(import_module(module), name)
    return handlers


def only_under(prefix: str, api: "WSGIApplication", rest: "WSGIApplication") -> "WSGIApplication":
    """One application for a prefix such as `/api/`, another for everything else."""

    def choose(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        chosen = api if environ.get("PATH_INFO", "").startswith(prefix) else rest
        return chosen(environ, start_response)

    return choose
