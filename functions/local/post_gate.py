"""A gate before the emulator's S3: browsers' forms are checked as S3 checks them, then stored."""

from collections.abc import Callable, Iterable
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree as ET

from werkzeug.test import Client
from werkzeug.wrappers import Request, Response

from functions.local.post_error import PostError
from functions.local.post_form import PostForm, read_form
from functions.local.post_policy import check
from functions.local.post_signature import Signer
from functions.platform import clock

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

KEPT_HEADERS = frozenset(
    {"cache-control", "content-type", "content-disposition", "content-encoding", "expires"}
)
KEPT_PREFIXES = ("x-amz-meta-", "x-amz-server-side-encryption")
DEFAULT_CONTENT_TYPE = "binary/octet-stream"


class PostGate:
    """WSGI: the emulator's application, with S3's checks before each browser post to a bucket.

    What passes is written as an ordinary object, so what was checked is what is stored, byte for
    byte. Answers 204 as S3 does unless asked otherwise; `success_action_*` is not offered here.
    Calls that nobody signed are refused, as S3 refuses them where nothing is public.
    """

    def __init__(
        self, app: "WSGIApplication", signer: Signer, now: Callable[[], datetime] = clock.real
    ) -> None:
        self._app = app
        self._inside = Client(app, Response, use_cookies=False)
        self._signer = signer
        self._now = now

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request (WSGI)."""
        request = Request(environ)
        bucket = posted_bucket(request)
        if bucket is None:
            return self._pass_on(request)(environ, start_response)
        response = self._answer(request, bucket)
        response.headers.extend(self._cors_headers(request, bucket))
        return response(environ, start_response)

    def _pass_on(self, request: Request) -> "WSGIApplication":
        """Any other call goes on if somebody signed it; nothing here is public."""
        if is_anonymous(request) and request.method != "OPTIONS":
            return error_response(PostError(403, "AccessDenied", "Access Denied"))
        return self._app

    def _answer(self, request: Request, bucket: str) -> Response:
        try:
            form = read_form(request, bucket)
            check(form, self._signer, self._now())
        except PostError as error:
            return error_response(error)
        return self._store(form, request.host_url)

    def _store(self, form: PostForm, host_url: str) -> Response:
        path = f"/{form.bucket}/{quote(form.fields['key'])}"
        stored = self._inside.put(path, data=form.file, headers=_object_headers(form))
        if stored.status_code != HTTPStatus.OK:
            return stored
        location = f"{host_url}{form.bucket}/{quote(form.fields['key'], safe='')}"
        headers = {"ETag": stored.headers["ETag"], "Location": location}
        response = Response(status=HTTPStatus.NO_CONTENT, headers=headers)
        response.headers.remove("Content-Type")
        return response

    def _cors_headers(self, request: Request, bucket: str) -> dict[str, str]:
        """What the bucket's CORS rules allow this origin, as the emulator answers a preflight."""
        origin = request.headers.get("Origin")
        if origin is None:
            return {}
        asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
        allowed = self._inside.options(
            f"/{bucket}", headers=asked | _service_headers(self._signer.region)
        ).headers
        if "POST" not in allowed.get("Access-Control-Allow-Methods", ""):
            return {}
        kept = ("Access-Control-Allow-Origin", "Access-Control-Expose-Headers")
        return {"Vary": "Origin"} | {name: allowed[name] for name in kept if name in allowed}


def posted_bucket(request: Request) -> str | None:
    """The bucket that a browser posts a form to; None for any other call to the emulator.

    Whatever else the request says of itself, a form for S3 counts as one: nothing may lead it past
    the checks.
    """
    bucket, _, rest = request.path.removeprefix("/").partition("/")
    if request.method != "POST" or rest or "delete" in request.args:
        return None
    if request.mimetype == "multipart/form-data":
        return bucket  # no call of an SDK is a form
    return bucket if bucket and is_anonymous(request) else None


def is_anonymous(request: Request) -> bool:
    """Whether nobody signed the request, neither in a header nor in its address."""
    return "Authorization" not in request.headers and "X-Amz-Signature" not in request.args


def error_response(error: PostError) -> Response:
    """S3's XML for a refusal."""
    root = ET.Element("Error")
    elements = {"Code": error.code, "Message": error.message} | error.elements
    for name, text in elements.items():
        ET.SubElement(root, name).text = text
    body = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return Response(body, error.status, content_type="application/xml")


def _object_headers(form: PostForm) -> dict[str, str]:
    region = form.fields["x-amz-credential"].split("/")[2]
    kept = {
        name: value
        for name, value in form.fields.items()
        if name in KEPT_HEADERS or name.startswith(KEPT_PREFIXES)
    }
    return {"content-type": DEFAULT_CONTENT_TYPE} | kept | _service_headers(region)


def _service_headers(region: str) -> dict[str, str]:
    """The part of a signature by which the emulator finds the service and the region."""
    scope = f"gate/20000101/{region}/s3/aws4_request"
    return {"Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host"}
