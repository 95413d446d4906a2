"""Which papers are taken, and what is said to the others."""

import io
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from functions.documents import reading
from functions.platform.sandbox.process import ReadingProcess
from shared_rules.claim import limits
from shared_rules.findings import RuleError
from tests.unit.papers.paper_files import (
    ACTIVE,
    HARMLESS,
    Algorithm,
    declared_png,
    heic,
    jpeg,
    pdf,
    picture,
    png,
)
from tests.unit.roster.list_files import docx, word_table, xlsx_of

ROOT = Path(__file__).parents[3]


def refused(data: bytes) -> RuleError:
    with pytest.raises(RuleError) as caught:
        reading.inspect(data)
    with pytest.raises(RuleError) as caught_cleaning:
        reading.clean(data)
    assert caught_cleaning.value.code == caught.value.code
    finding = caught.value.finding("upload_id")
    assert finding.severity == "error"
    assert "{" not in finding.title + finding.message + finding.fix
    return caught.value


@pytest.mark.parametrize(
    ("data", "kind", "media_type", "pages"),
    [
        pytest.param(jpeg(), "jpeg", "image/jpeg", 1, id="jpeg"),
        pytest.param(jpeg(progressive=True), "jpeg", "image/jpeg", 1, id="progressive"),
        pytest.param(jpeg(picture(mode="L")), "jpeg", "image/jpeg", 1, id="grey"),
        pytest.param(jpeg(picture(mode="CMYK")), "jpeg", "image/jpeg", 1, id="four colours"),
        pytest.param(png(), "png", "image/png", 1, id="png"),
        pytest.param(png(picture(mode="RGBA")), "png", "image/png", 1, id="transparent"),
        pytest.param(heic(), "heic", "image/heic", 1, id="heic"),
        pytest.param(pdf(3), "pdf", "application/pdf", 3, id="pdf"),
        pytest.param(b"\xef\xbb\xbf\r\n" + pdf(), "pdf", "application/pdf", 1, id="pdf after bom"),
    ],
)
def test_a_paper_is_known_by_its_content(
    data: bytes, kind: str, media_type: str, pages: int
) -> None:
    paper = reading.inspect(data)
    assert (paper.kind, paper.media_type, paper.pages) == (kind, media_type, pages)
    assert paper.findings == ()


def saved_as(format_: str) -> bytes:
    written = io.BytesIO()
    picture().save(written, format_)
    return written.getvalue()


def zipped(*names: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "x" * 100)
    return written.getvalue()


HTML = "<!DOCTYPE html>\n<html><body><script>alert(1)</script></body></html>"
SVG = b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'></svg>"
XLS = (ROOT / "tests/fixtures/rosters/list.xls").read_bytes()
OTHERS = {
    "nothing": (b"", "empty"),
    "only zeros": (bytes(5_000), "empty"),
    "html": (HTML.encode(), "html"),
    "html after blanks and bom": (b"\xef\xbb\xbf\r\n  " + HTML.encode(), "html"),
    "html in utf-16": (HTML.encode("utf-16"), "html"),
    "html with a pdf's mark": (b"<html>%PDF-1.7\n</html>", "html"),
    "xlsx": (xlsx_of(["a"]), "office"),
    "docx": (docx(word_table()), "office"),
    "xls": (XLS, "office"),
    "rtf": (b"{\\rtf1 x}", "office"),
    "ofd": (zipped("OFD.xml", "Doc_0/Document.xml"), "ofd"),
    "zip": (zipped("1.jpg", "2.jpg"), "archive"),
    "empty zip": (zipped(), "archive"),
    "rar": (b"Rar!\x1a\x07\x01\0" + bytes(50), "archive"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(50), "archive"),
    "gzip": (b"\x1f\x8b\x08" + bytes(50), "archive"),
    "gif": (saved_as("GIF"), "other_picture"),
    "tiff": (saved_as("TIFF"), "other_picture"),
    "bmp": (saved_as("BMP"), "other_picture"),
    "avif": (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + bytes(50), "other_picture"),
    "avif of another brand": (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "other_picture"),
    "jpeg 2000": (b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(50), "other_picture"),
    "jpeg xl": (b"\xff\x0a" + bytes(50), "other_picture"),
    "jpeg xl in boxes": (b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(50), "other_picture"),
    "psd": (b"8BPS\0\1" + bytes(50), "other_picture"),
    "ico": (saved_as("ICO"), "other_picture"),
    "dicom": (bytes(128) + b"DICM" + bytes(50), "other_picture"),
    "svg": (SVG, "other_picture"),
    "mp4": (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(50), "video"),
    "mov": (b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + bytes(50), "video"),
    "avi": (b"RIFF\0\0\0\0AVI LIST" + bytes(50), "video"),
    "mkv": (b"\x1a\x45\xdf\xa3" + bytes(50), "video"),
    "wav": (b"RIFF\0\0\0\0WAVEfmt " + bytes(50), "video"),
    "mp3": (b"ID3\3" + bytes(50), "video"),
    "amr": (b"#!AMR\n" + bytes(50), "video"),
    "text": ("诊断证明书".encode(), "not_a_paper"),
    "xml": (b"<?xml version='1.0'?><a/>", "not_a_paper"),
    "program": (b"MZ\x90\0" + bytes(50), "not_a_paper"),
    "one byte": (b"x", "not_a_paper"),
    "html behind a jpeg's mark": (b"\xff\xd8\xff" + HTML.encode(), "damaged"),
    "html behind a png's mark": (b"\x89PNG\r\n\x1a\n" + HTML.encode(), "damaged"),
    "html behind a heic's mark": (b"\0\0\0\x14ftypheic\0\0\0\0heic" + HTML.encode(), "damaged"),
    "a pdf's mark alone": (b"%PDF-1.7\n", "damaged"),
    "a pdf without pages": (pdf(0), "damaged"),
    "a pdf without its table": (pdf(3).partition(b"xref\n")[0], "damaged"),
    "a pdf without its trailer": (pdf(3).partition(b"trailer\n")[0], "damaged"),
    "a pdf whose pages are gone": (pdf(3).replace(b"/Kids", b"/Kidz"), "damaged"),
    "a pdf whose pages are themselves": (
        pdf(1).replace(b"/Kids [ 4 0 R ]", b"/Kids [ 2 0 R ]"),
        "damaged",
    ),
    "a pdf of brackets": (pdf(1).replace(b"/Kids", b"/Kids " + b"[" * 9_000), "damaged"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_paper_is_told_what_it_is(name: str) -> None:
    data, code = OTHERS[name]
    assert refused(data).code == f"document.{code}"


def test_another_picture_is_told_its_format() -> None:
    assert refused(saved_as("TIFF")).params == {"format": "TIFF"}


@pytest.mark.parametrize("data", [jpeg(), png(), heic()], ids=["jpeg", "png", "heic"])
@pytest.mark.parametrize("share", [0.3, 0.6])
def test_half_a_picture_is_damaged(data: bytes, share: float) -> None:
    picture_alone = data.partition(b"\0\0\0\x18ftypmp42")[0]
    assert refused(picture_alone[: int(len(picture_alone) * share)]).code == "document.damaged"


@pytest.mark.parametrize("lost", [1, 2, 10, 3_000])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_photo_that_lost_its_end_is_taken_and_told(lost: int, *, progressive: bool) -> None:
    written = io.BytesIO()
    picture(320, 240).save(written, "JPEG", progressive=progressive)
    copy = reading.clean(written.getvalue()[:-lost])
    assert [each.code for each in copy.paper.findings] == ["document.cut_short"]
    again = reading.inspect(copy.data)
    assert (again.kind, again.findings) == ("jpeg", ())


def test_more_about_a_picture_than_its_pixels_does_not_refuse_it() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", "x" * 3 * 1024**2, zip=True)
    written = io.BytesIO()
    picture().save(written, "PNG", pnginfo=info)
    assert reading.inspect(written.getvalue()).pages == 1


def test_a_photo_of_todays_phones_is_taken() -> None:
    written = io.BytesIO()
    Image.new("RGB", (8160, 6144), "beige").save(written, "JPEG")
    assert reading.inspect(written.getvalue()).pages == 1


LAST_LINES = {"the last": b"%%EOF", "the last three": b"startxref"}


@pytest.mark.parametrize("name", LAST_LINES)
def test_a_pdf_without_its_last_lines_is_taken(name: str) -> None:
    data = pdf(3, ACTIVE["script on opening"])
    paper = reading.inspect(data[: data.rindex(LAST_LINES[name])])
    assert paper.pages == 3
    assert [each.code for each in paper.findings] == ["document.active"]


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf\r\n", b"x" * 60, b"x" * 900])
def test_a_pdf_with_bytes_before_it_is_taken_as_viewers_do(before: bytes) -> None:
    assert reading.inspect(before + pdf(3)).pages == 3
    assert refused(before + b"x" * 1_024 + pdf(3)).code == "document.not_a_paper"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_half_a_pdf_is_damaged(share: float) -> None:
    data = pdf(5)
    assert refused(data[: int(len(data) * share)]).code == "document.damaged"


def padded(data: bytes, size: int) -> bytes:
    return data + bytes(size - len(data))


@pytest.mark.parametrize("data", [jpeg(), png(), pdf()], ids=["jpeg", "png", "pdf"])
def test_a_paper_may_have_so_many_bytes_and_not_one_more(data: bytes) -> None:
    largest = limits.MAX_DOCUMENT_BYTES
    assert reading.inspect(padded(data, largest)).pages == 1
    error = refused(padded(data, largest + 1))
    assert (error.code, error.params) == ("document.too_large", {"limit_mb": largest // 1024**2})


def test_a_pdf_may_have_so_many_pages_and_not_one_more() -> None:
    assert reading.inspect(pdf(limits.MAX_PAGES)).pages == limits.MAX_PAGES
    error = refused(pdf(limits.MAX_PAGES + 1))
    assert error.code == "document.too_many_pages"
    assert error.params == {"pages": limits.MAX_PAGES + 1, "limit": limits.MAX_PAGES}


WIDTH = 10_000
HEIGHT, _REST = divmod(limits.MAX_PIXELS, WIDTH)


@cache
def blank(format_: str, height: int) -> bytes:
    written = io.BytesIO()
    Image.new("L", (WIDTH, height)).save(written, format_)
    return written.getvalue()


@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
def test_a_picture_may_have_so_many_pixels_and_not_one_row_more(format_: str) -> None:
    assert _REST == 0
    assert reading.inspect(blank(format_, HEIGHT)).pages == 1
    error = refused(blank(format_, HEIGHT + 1))
    assert error.code == "document.too_many_pixels"
    assert error.params == {
        "width": WIDTH,
        "height": HEIGHT + 1,
        "limit": limits.MAX_PIXELS // 10_000,
    }


def test_a_heic_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    size = (64).to_bytes(4, "big") * 2
    assert heic(64, 64).count(size) == 1

    def sized(width: int) -> bytes:
        return heic(64, 64).replace(size, width.to_bytes(4, "big") + HEIGHT.to_bytes(4, "big"))

    assert refused(sized(WIDTH + 1)).code == "document.too_many_pixels"
    assert refused(sized(WIDTH)).code == "document.damaged", "it is none that large"


@pytest.mark.parametrize("side", [60_000, 2**31 - 1])
def test_a_bomb_is_refused_by_what_it_says_of_itself(side: int) -> None:
    assert refused(declared_png(side, side)).code == "document.too_many_pixels"


@pytest.mark.parametrize("name", ACTIVE)
@pytest.mark.parametrize("password", [None, ""])
def test_a_pdf_that_can_do_something_is_flagged(name: str, password: str | None) -> None:
    [finding] = reading.inspect(pdf(2, ACTIVE[name], password=password)).findings
    assert (finding.code, finding.severity) == ("document.active", "warning")
    assert finding.fix


@pytest.mark.parametrize("name", HARMLESS)
def test_a_pdf_that_only_shows_is_not_flagged(name: str) -> None:
    assert reading.inspect(pdf(2, HARMLESS[name])).findings == ()


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_locked_pdf_is_taken_if_it_opens_without_a_password(algorithm: Algorithm) -> None:
    assert reading.inspect(pdf(4, password="", algorithm=algorithm)).pages == 4
    locked = pdf(4, password="her own", algorithm=algorithm)  # noqa: S106
    assert refused(locked).code == "document.password"


def test_a_pdf_locked_in_a_way_that_only_some_programs_open_is_locked() -> None:
    locked = pdf(password="", algorithm="RC4-128").replace(b"/Standard", b"/AdobeAPS")
    assert refused(locked).code == "document.password"


def test_the_function_itself_imports_nothing_that_opens_a_file() -> None:
    code = "import functions.documents.reading, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert not {b"PIL", b"pi_heif", b"pypdf", b"cryptography"} & set(done.stdout.split())


def test_a_paper_that_ends_the_reading_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when a picture makes its decoder ask for more memory than there is."""
    odd_jobs = ReadingProcess("tests.unit.sandbox.odd_jobs")
    monkeypatch.setattr(reading, "_process", odd_jobs)
    monkeypatch.setattr(reading, "INSPECT", b"")
    monkeypatch.setattr(reading, "CLEAN", b"")
    for job, code in {"crash": "unreadable", "no memory": "unreadable", "fault": "damaged"}.items():
        assert refused(job.encode()).code == f"document.{code}"
    for small in (b"", b"a thumbnail"):
        answer = b'pdf\0{"kind": "pdf", "pages": 1}\0%d\0%sthe next' % (len(small), small)
        cleaned = reading.clean(answer)
        assert (cleaned.data, cleaned.thumbnail) == (b"the next", small or None)
    odd_jobs._end()


@pytest.mark.parametrize("colour", ["gray", "white"])
def test_a_photo_of_one_colour_lacks_only_its_end(colour: str) -> None:
    written = io.BytesIO()
    Image.new("RGB", (320, 240), colour).save(written, "JPEG")
    codes = [each.code for each in reading.inspect(written.getvalue()[:-2]).findings]
    assert codes == ["document.cut_short"]


@pytest.mark.parametrize(("share", "taken"), [(0.1, False), (0.4, False), (0.99, True)])
def test_a_photo_that_is_still_a_blur_is_damaged(share: float, taken: bool) -> None:
    written = io.BytesIO()
    picture(320, 240).save(written, "JPEG", progressive=True)
    data = written.getvalue()[: int(len(written.getvalue()) * share)]
    if taken:
        assert reading.inspect(data).pages == 1
    else:
        assert refused(data).code == "document.damaged"
