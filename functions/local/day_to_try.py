"""A day to start from (`TODAY=2027-03-01 make serve`): every page reckons from it, and says so.

Only this machine's server adds it: nothing of it is in the built site.
"""

import os
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from werkzeug.wrappers import Response

from functions.platform import clock

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

VARIABLE: Final = "TODAY"
_NEVER_KEPT: Final = {"Cache-Control": "no-store"}
_SCRIPT: Final = """
const RealDate = Date;
const ahead = {milliseconds};
globalThis.Date = class Date extends RealDate {{
  constructor(...given) {{
    if (given.length) super(...given);
    else super(RealDate.now() + ahead);
  }}
  static now() {{
    return RealDate.now() + ahead;
  }}
}};
"""
_STYLE: Final = """
.day-to-try {
  position: fixed;
  z-index: 99;
  bottom: 0;
  left: 0;
  margin: 0;
  padding: 0.2rem 0.6rem;
  color: #000;
  background: #ffd54f;
  font-size: 0.7rem;
  pointer-events: none;
}
@media print {
  .day-to-try {
    display: none;
  }
}
"""
_HEAD: Final = (
    '<script src="/day-to-try.js"></script><link rel="stylesheet" href="/day-to-try.css">'
)
_NOTE: Final = '<p class="day-to-try" role="note">试用：这里的今天是 {}年{}月{}日</p>'


def asked() -> date | None:
    """The day that the environment asks for, today without; None: it is no day, or has passed."""
    today = clock.real().date()
    try:
        day = date.fromisoformat(os.environ.get(VARIABLE) or today.isoformat())
    except ValueError:
        return None
    return day if day >= today else None


def script(ahead: timedelta) -> str:
    """What makes a page's clock differ from its machine's by so much (JavaScript)."""
    return _SCRIPT.format(milliseconds=ahead // timedelta(milliseconds=1))


def shown(app: "WSGIApplication") -> "WSGIApplication":
    """The same site; once the clock is put forward, its pages say so and go by it."""

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if not clock.ahead():
            return app(environ, start_response)
        return _answer(app, environ)(environ, start_response)

    return answer


def _answer(app: "WSGIApplication", environ: "WSGIEnvironment") -> Response:
    match environ["PATH_INFO"]:
        case "/day-to-try.js":
            text = script(clock.ahead())
            return Response(text, mimetype="text/javascript", headers=_NEVER_KEPT)
        case "/day-to-try.css":
            return Response(_STYLE, mimetype="text/css", headers=_NEVER_KEPT)
        case "/service-worker.js":  # what it keeps would outlive the day
            return Response("Not Found", 404)
    return _told(app, environ)


def _told(app: "WSGIApplication", environ: "WSGIEnvironment") -> Response:
    # Neither packed, nor what a browser has of another day.
    left_out = ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
    plain = {name: value for name, value in environ.items() if name not in left_out}
    response = Response.from_app(app, plain)
    if response.mimetype != "text/html":
        return response
    today = clock.now().date()
    note = _NOTE.format(today.year, today.month, today.day)
    page = response.get_data(as_text=True)
    page = page.replace("<head>", f"<head>{_HEAD}", 1).replace("</body>", f"{note}</body>", 1)
    response.set_data(page)
    response.headers.remove("ETag")
    response.headers.update(_NEVER_KEPT)
    return response
