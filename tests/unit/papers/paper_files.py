"""Papers of people who do not exist, made here: photos with all that a phone adds, PDFs, OFD."""

import io
import random
import struct
import zlib
from collections.abc import Callable
from functools import cache
from typing import Final, Literal

import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from tests.unit.roster.list_files import zipped

ORIENTATION: Final = 0x0112
Algorithm = Literal["RC4-40", "RC4-128", "AES-128", "AES-256"]


@cache
def picture(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """Coloured noise, always the same, with one corner darker, so that every turn shows."""
    size = width * height * len(Image.new(mode, (1, 1)).tobytes())
    noise = random.Random(7).randbytes(size)  # noqa: S311
    image = Image.frombytes(mode, (width, height), noise)
    image.paste(0 if mode == "L" else (0,) * len(image.getbands()), (0, 0, width // 2, height // 3))
    return image


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: which way is up, its maker, its owner, and where it was."""
    written = Image.Exif()
    written[ORIENTATION] = orientation
    written[0x010F] = "SECRET maker"
    written[0xA430] = "SECRET owner"
    written.get_ifd(0x8825).update({1: "N", 2: (38.0, 28.0, 16.0), 3: "E", 4: (106.0, 16.0, 1.0)})
    return written


@cache
def colours() -> bytes:
    """A colour profile; there is the time in it, to the second."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def jpeg(
    image: Image.Image | None = None, orientation: int = 1, *, progressive: bool = False
) -> bytes:
    """A photo with EXIF and its thumbnail, XMP, IPTC, a comment, and a film behind the picture."""
    written = io.BytesIO()
    (image or picture()).save(
        written,
        "JPEG",
        exif=exif(orientation),
        comment=b"SECRET comment",
        xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>SECRET</x:xmpmeta>",
        icc_profile=colours(),
        progressive=progressive,
    )
    data = written.getvalue()
    thumbnail = segment(0xE0, b"JFXX\0\x10" + b"SECRET thumbnail")
    iptc = segment(0xED, b"Photoshop 3.0\x008BIMSECRET")
    place = 20 if data[6:10] == b"JFIF" else 2
    return data[:place] + thumbnail + iptc + data[place:] + b"\0\0\0\x18ftypmp42SECRET film"


def segment(marker: int, content: bytes) -> bytes:
    """A segment of a JPEG."""
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def png(image: Image.Image | None = None, orientation: int = 1) -> bytes:
    """A screenshot with EXIF, texts of all three kinds, and something behind it."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "SECRET")
    info.add_text("Packed", "SECRET", zip=True)
    info.add_itxt("XML:com.adobe.xmp", "<x>SECRET</x>")
    written = io.BytesIO()
    (image or picture()).save(written, "PNG", pnginfo=info, exif=exif(orientation), dpi=(96, 96))
    return written.getvalue() + b"SECRET"


def declared_png(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says that it is that large."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(10_000))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, content) for name, content in chunks)


def chunk(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


@cache
def heic(width: int = 64, height: int = 48, orientation: int = 1) -> bytes:
    """A photo of an iPhone, with EXIF and XMP."""
    written = io.BytesIO()
    heif = pillow_heif.from_pillow(picture(width, height))
    heif.info["exif"] = exif(orientation).tobytes()
    heif.info["xmp"] = b"<x>SECRET</x>"
    heif.save(written, quality=90)
    return written.getvalue()


def pdf(
    pages: int = 1,
    change: Callable[[PdfWriter], None] | None = None,
    *,
    password: str | None = None,
    algorithm: Algorithm = "AES-256",
) -> bytes:
    """A PDF of blank pages.

    Args:
        pages: how many.
        change: what else is done to it.
        password: encrypted; it is needed for opening, unless it is empty.
        algorithm: of the encryption.
    """
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    if change:
        change(writer)
    if password is not None:
        writer.encrypt(password, "of the owner", algorithm=algorithm)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


ENTRANCE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0"></ofd:OFD>'
)


def ofd(entrance: str = ENTRANCE, name: str = "OFD.xml", **others: str) -> bytes:
    """An invoice as OFD: a zip of this entrance, a page, and others."""
    parts = {name: entrance, "Doc_0/Document.xml": "<ofd:Document/>", **others}
    return zipped({each: content.encode() for each, content in parts.items()})


def dictionary(**entries: object) -> DictionaryObject:
    """A PDF dictionary; text that begins with a slash is a name."""
    return DictionaryObject({NameObject(f"/{key}"): _object(each) for key, each in entries.items()})


def _object(value: object) -> object:
    if not isinstance(value, str):
        return value
    return NameObject(value) if value.startswith("/") else TextStringObject(value)


def _root(**entries: object) -> Callable[[PdfWriter], None]:
    return lambda writer: writer.root_object.update(dictionary(**entries))


def _page(**entries: object) -> Callable[[PdfWriter], None]:
    return lambda writer: writer.pages[0].update(dictionary(**entries))


def _next(writer: PdfWriter) -> None:
    """A script behind a harmless action, each an object of its own."""
    script = writer._add_object(dictionary(S="/JavaScript", JS="app.alert(1)"))
    action = dictionary(S="/GoTo", D="first", Next=ArrayObject([script]))
    writer.root_object.update(dictionary(OpenAction=writer._add_object(action)))


def _file_inside(writer: PdfWriter) -> None:
    writer.add_attachment("a.exe", b"MZ")


def _form_of_scripts(writer: PdfWriter) -> None:
    form = DecodedStreamObject()
    form.set_data(b"<xdp:xdp/>")
    xfa = ArrayObject([TextStringObject("template"), writer._add_object(form)])
    writer.root_object.update(dictionary(AcroForm=dictionary(Fields=ArrayObject(), XFA=xfa)))


def _link(**action: object) -> ArrayObject:
    return ArrayObject([dictionary(Type="/Annot", Subtype="/Link", A=dictionary(**action))])


def _named_elsewhere(writer: PdfWriter) -> None:
    kind = writer._add_object(NameObject("/SubmitForm"))
    writer.root_object.update(dictionary(OpenAction=dictionary(S=kind, F=_SHARE)))


def _bytes_elsewhere(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.update(dictionary(F=_SHARE))
    writer.pages[0].update(dictionary(Contents=writer._add_object(stream)))


_SHARE: Final = r"\\\\example\share\other.pdf"
_JS: Final = dictionary(S="/JavaScript", JS="app.alert(1)")
_NAMED: Final = dictionary(Names=ArrayObject([TextStringObject("first"), _JS]))
_LAUNCH: Final = dictionary(S="/Launch", F="calc.exe")
_LINK: Final = dictionary(Type="/Annot", Subtype="/Link", A=_LAUNCH)
_FILM: Final = dictionary(Type="/Annot", Subtype="/RichMedia")

_THEN: Final = dictionary(S="/GoTo", D="first", Next=dictionary(S="/URI", URI="https://x/"))
_REMOTE: Final = dictionary(S="/GoToR", F="//elsewhere/a.pdf", D="first")
_SENT: Final = dictionary(Type="/Annot", Subtype="/Widget", A=dictionary(S="/SubmitForm"))
_ADDRESS: Final = dictionary(FS="/URL", F="https://x/")
_ELSEWHERE: Final = dictionary(Type="/Annot", Subtype="/FileAttachment", FS=_ADDRESS)

ACTIVE: Final[dict[str, Callable[[PdfWriter], None]]] = {
    "script by name": _root(Names=dictionary(JavaScript=_NAMED)),
    "script on opening": _root(OpenAction=_JS),
    "script after another action": _next,
    "script of a page": _page(AA=dictionary(O=_JS)),
    "program behind a link": _page(Annots=ArrayObject([_LINK])),
    "file inside": _file_inside,
    "form of scripts": _form_of_scripts,
    "another file on opening": _root(OpenAction=_REMOTE),
    "an address on opening": _root(OpenAction=dictionary(S="/URI", URI="https://x/")),
    "an address after another action": _page(AA=dictionary(O=_THEN)),
    "a form that is sent": _page(Annots=ArrayObject([_SENT])),
    "a file from elsewhere": _page(Annots=ArrayObject([_ELSEWHERE])),
    "rich media": _page(Annots=ArrayObject([_FILM])),
    "an article of another file": _root(OpenAction=dictionary(S="/Thread", F=_SHARE, D="first")),
    "an action whose kind stands elsewhere": _named_elsewhere,
    "a link to a share": _page(Annots=_link(S="/URI", URI=_SHARE)),
    "a link to a file": _page(Annots=_link(S="/URI", URI="file:///C:/a.exe")),
    "a link to a script": _page(Annots=_link(S="/URI", URI="JavaScript:alert(1)")),
    "a page of another file": _page(Group=dictionary(Ref=dictionary(F=_SHARE, Page="1"))),
    "bytes of another file": _bytes_elsewhere,
}
_WEB: Final = dictionary(Type="/Annot", Subtype="/Link", A=dictionary(S="/URI", URI="https://x/"))
HARMLESS: Final[dict[str, Callable[[PdfWriter], None]]] = {
    "a place to open at": _root(OpenAction=dictionary(S="/GoTo", D="first")),
    "a link": _page(Annots=ArrayObject([_WEB])),
    "a link without its scheme": _page(Annots=_link(S="/URI", URI="www.example.cn:8080/a")),
    "a link to a letter": _page(Annots=_link(S="/URI", URI="mailto:a@example.cn")),
    "an article of its own": _root(OpenAction=dictionary(S="/Thread", D="first")),
    "a form": _root(AcroForm=dictionary(Fields=ArrayObject())),
}
