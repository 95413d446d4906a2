"""What tests ask the API over HTTP, answered in their process: no socket, no thread a request."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import requests
from requests.adapters import HTTPAdapter

from functions.local.emulator import HOST
from functions.local.in_process import environ_of, response_of

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

# Of this machine only: no proxy, and no password, is looked for in its settings.
session: Final = requests.Session()
session.trust_env = False


class _InProcess(HTTPAdapter):
    """Hands a request to an application as a server does."""

    def __init__(self, app: "WSGIApplication") -> None:
        super().__init__()
        self._app = app

    def send(self, request: requests.PreparedRequest, *_: Any, **_more: Any) -> requests.Response:
        """What the application answers."""
        environ = {**environ_of(request), "REMOTE_ADDR": HOST}
        return self.build_response(request, response_of(self._app, environ))


@contextmanager
def answered_in_process(url: str, app: "WSGIApplication") -> Iterator[None]:
    """Have this application answer what `session` asks at this address, until the block ends."""
    session.mount(url, _InProcess(app))
    yield
    del session.adapters[url]


def ask(
    url: str, method: str, path: str, headers: Mapping[str, str], body: Any = None
) -> requests.Response:
    """Ask the gateway."""
    return session.request(method, url + path, headers=headers, json=body, timeout=30)
