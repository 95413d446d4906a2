"""Serve the built site as the distribution does: whole folders, types, compression, a 404 page."""

import gzip
import mimetypes
from collections.abc import Iterable, Mapping
from email.utils import formatdate
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.http import generate_etag
from werkzeug.security import safe_join
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Said here because machines differ in what they know.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
COMPRESSED = ("text/", "application/json", "application/wasm", "application/xml", "image/svg+xml")
SMALLEST_COMPRESSED = 1000
# A browser asks each time whether a file is still the same: it may just have been built anew.
ALWAYS_ASKED_FOR = "no-cache"


class SiteFiles:
    """WSGI: the files of a folder; `/notice` leads to `/notice/`, unknown pages to 404.html.

    `cache_control` says how long a browser may use them without asking.
    """

    def __init__(self, folder: Path, cache_control: str = ALWAYS_ASKED_FOR) -> None:
        self._folder = folder.resolve()
        self._cache_control = cache_control

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request (WSGI)."""
        return self._answer(Request(environ))(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if request.method not in {"GET", "HEAD"}:
            return Response("Method Not Allowed", 405, headers={"Allow": "GET, HEAD"})
        path = self._path(request.path)
        if path is None:
            return self._not_found(request)
        if not path.is_dir():
            return self._file(request, path)
        if not request.path.endswith("/"):
            return _to_folder(request)
        return self._file(request, path / "index.html")

    def _file(self, request: Request, path: Path) -> Response:
        response = _file_response(request, path)
        response.headers["Cache-Control"] = self._cache_control
        return response

    def _path(self, address: str) -> Path | None:
        """The file or folder at an address; None where there is nothing to show."""
        joined = safe_join(str(self._folder), address.strip("/"))
        if joined is None:
            return None
        path = Path(joined)
        shown = path / "index.html" if path.is_dir() else path
        folder_expected = address.endswith("/")
        return path if shown.is_file() and (path.is_dir() or not folder_expected) else None

    def _not_found(self, request: Request) -> Response:
        page = self._folder / "404.html"
        if not page.is_file():
            return Response("Not Found", 404)
        response = _file_response(request, page, conditional=False)
        response.status_code = 404
        return response


def _to_folder(request: Request) -> Response:
    query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
    return redirect(f"/{request.path.strip('/')}/{query}", 302, Response)


def _file_response(request: Request, path: Path, *, conditional: bool = True) -> Response:
    content = path.read_bytes()
    content_type = _content_type(path)
    response = Response(content, content_type=content_type)
    response.headers["Last-Modified"] = formatdate(path.stat().st_mtime, usegmt=True)
    response.headers["Cache-Control"] = ALWAYS_ASKED_FOR
    response.set_etag(generate_etag(content))
    if content_type.startswith(COMPRESSED) and len(content) >= SMALLEST_COMPRESSED:
        _compress(request, response, content)
    if conditional:
        response.make_conditional(request)
        response.headers.pop("Date", None)  # the server says it
    return response


def _content_type(path: Path) -> str:
    guessed = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    return guessed or "application/octet-stream"


def _compress(request: Request, response: Response, content: bytes) -> None:
    response.headers["Vary"] = "Accept-Encoding"
    if request.accept_encodings.quality("gzip") > 0:
        response.set_data(_packed(content))
        response.headers["Content-Encoding"] = "gzip"
        response.set_etag(generate_etag(content), weak=True)


@lru_cache(maxsize=256)
def _packed(content: bytes) -> bytes:
    """Kept, for one page of a browser asks for twenty files, and the next one for them again."""
    return gzip.compress(content, mtime=0)


def with_headers(
    app: "WSGIApplication", headers: Mapping[str, Mapping[str, str]]
) -> "WSGIApplication":
    """The same application, its every answer with these headers, as the distribution adds them.

    They are given by where addresses begin; the longest that fits counts.
    """
    starts = sorted(headers, key=len, reverse=True)

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        response = Response.from_app(app, environ)
        path = environ["PATH_INFO"]
        response.headers.update(headers[next(each for each in starts if path.startswith(each))])
        return response(environ, start_response)

    return answer
