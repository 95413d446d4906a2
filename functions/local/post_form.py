"""Read a browser's form as S3 reads it: the fields in order, up to and with the part `file`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from werkzeug.sansio.multipart import Data, Field, File, MultipartDecoder, NeedData
from werkzeug.wrappers import Request

from functions.local.post_error import PostError, invalid_argument


@dataclass(frozen=True)
class PostForm:
    """A browser's form: the fields before the file by lower-case name, and the file's bytes.

    `sent_names` keeps each field's name as it was sent, for S3's error texts.
    """

    bucket: str
    fields: Mapping[str, str]
    file: bytes = field(repr=False)
    sent_names: Mapping[str, str] = field(default_factory=dict)


def read_form(request: Request, bucket: str) -> PostForm:
    """The posted form; fields after the file are ignored, as S3 ignores them.

    A field sent twice counts as one with its values joined by commas.

    Raises:
        PostError: not a form, a broken one, or one without a file.
    """
    fields: dict[str, str] = {}
    sent_names: dict[str, str] = {}
    for name, content in _parts(request):
        lower = name.lower()
        if lower == "file":
            return PostForm(bucket, fields, content, sent_names)
        text = content.decode("utf-8", errors="replace")
        fields[lower] = f"{fields[lower]},{text}" if lower in fields else text
        sent_names[lower] = name
    raise _no_file()


def _parts(request: Request) -> list[tuple[str, bytes]]:
    """The parts of a multipart body as names and bytes, in order."""
    decoder = MultipartDecoder(_boundary(request))
    try:
        decoder.receive_data(request.get_data())
        decoder.receive_data(None)
        return _decoded(decoder)
    except ValueError:
        raise _malformed() from None


def _decoded(decoder: MultipartDecoder) -> list[tuple[str, bytes]]:
    parts: list[tuple[str, bytes]] = []
    while not isinstance(event := decoder.next_event(), NeedData):
        match event:
            case Field(name=name) | File(name=name):
                parts.append((name or "", b""))
            case Data(data=data):
                name, content = parts[-1]
                parts[-1] = name, content + data
            case _ if decoder.state.name == "COMPLETE":
                break
    return parts


def _boundary(request: Request) -> bytes:
    if request.mimetype != "multipart/form-data":
        raise PostError(
            412,
            "PreconditionFailed",
            "At least one of the pre-conditions you specified did not hold",
            Condition="Bucket POST must be of the enclosure-type multipart/form-data",
        )
    boundary = request.mimetype_params.get("boundary")
    if not boundary:
        raise _malformed()
    return boundary.encode("latin-1", errors="replace")


def _malformed() -> PostError:
    text = "The body of your POST request is not well-formed multipart/form-data."
    return PostError(400, "MalformedPOSTRequest", text)


def _no_file() -> PostError:
    return invalid_argument("file", "0", "POST requires exactly one file upload per request.")
