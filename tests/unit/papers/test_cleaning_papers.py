"""What a clean copy has lost, and what it has kept."""

import io
from itertools import product

import pillow_heif
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from functions.documents import reading
from tests.unit.papers.paper_files import (
    ACTIVE,
    ORIENTATION,
    chunk,
    colours,
    exif,
    heic,
    jpeg,
    pdf,
    picture,
    png,
    segment,
)

MODES = {"jpeg": ("RGB", "L", "CMYK"), "png": ("RGB", "L", "RGBA", "1", "P", "I;16")}


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def assert_tells_nothing(data: bytes) -> None:
    """No text of the original's, and no EXIF but which way is up."""
    assert b"SECRET" not in data
    image = opened(data)
    found = image.getexif()
    assert set(found) <= {ORIENTATION}
    assert not any(found.get_ifd(each) for each in (0x8825, 0x8769, 0xA005, 1))
    assert not {"comment", "xmp", "XML:com.adobe.xmp", "photoshop", "Author"} & set(image.info)


def test_the_originals_of_these_tests_do_tell() -> None:
    for data in (jpeg(), png(), heic()):
        assert data.count(b"SECRET") >= 2
    for data in (jpeg(), png()):
        assert opened(data).getexif().get_ifd(0x8825)[2] == (38.0, 28.0, 16.0)
    assert pillow_heif.open_heif(heic()).to_pillow().getexif().get_ifd(0x8825)[1] == "N"


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("mode", MODES["jpeg"])
def test_a_jpeg_loses_what_tells_and_no_pixel(mode: str, progressive: bool) -> None:
    data = jpeg(picture(mode=mode), progressive=progressive)
    copy = reading.clean(data)
    assert (copy.kind, copy.media_type) == ("jpeg", "image/jpeg")
    assert_tells_nothing(copy.data)
    assert opened(copy.data).tobytes() == opened(data).tobytes()
    assert opened(copy.data).info["icc_profile"] == colours()


@pytest.mark.parametrize("mode", MODES["png"])
def test_a_png_loses_what_tells_and_no_pixel(mode: str) -> None:
    data = png(picture().convert("L").convert(mode) if mode in "1P I;16" else picture(mode=mode))
    copy = reading.clean(data)
    assert (copy.kind, copy.media_type) == ("png", "image/png")
    assert_tells_nothing(copy.data)
    assert (opened(copy.data).mode, opened(copy.data).size) == (mode, (64, 48))
    assert opened(copy.data).tobytes() == opened(data).tobytes()
    assert opened(copy.data).info["dpi"] == opened(data).info["dpi"]


@pytest.mark.parametrize(("make", "turned"), list(product((jpeg, png), range(1, 9))))
def test_a_copy_is_the_same_way_up(make: object, turned: int) -> None:
    data = make(picture(), turned)  # type: ignore[operator]
    copy = reading.clean(data).data
    upright = ImageOps.exif_transpose(opened(copy))
    assert upright.tobytes() == ImageOps.exif_transpose(opened(data)).tobytes()
    assert opened(copy).getexif().get(ORIENTATION, 1) == turned
    assert_tells_nothing(copy)


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_thumbnail_is_small_and_the_right_way_up(turned: int) -> None:
    data = jpeg(picture(800, 600), turned)
    small = reading.clean(data).thumbnail
    assert small
    image = opened(small)
    assert (image.format, image.mode, max(image.size)) == ("JPEG", "RGB", 200)
    assert not image.getexif()
    assert not set(image.info) & {"icc_profile", "comment", "xmp"}
    upright = ImageOps.exif_transpose(opened(data)).resize(image.size)
    assert max(ImageStat.Stat(ImageChops.difference(image, upright)).mean) < 40


@pytest.mark.parametrize("mode", MODES["png"])
def test_every_picture_has_a_thumbnail_and_no_pdf(mode: str) -> None:
    data = png(picture().convert("L").convert(mode) if mode in "1P I;16" else picture(mode=mode))
    small = reading.clean(data).thumbnail
    assert small
    assert opened(small).size == (64, 48)
    assert reading.clean(pdf()).thumbnail is None


@pytest.mark.parametrize("turned", [0, 9, 65_535])
def test_a_way_up_that_there_is_not_is_left_out(turned: int) -> None:
    assert not opened(reading.clean(jpeg(orientation=turned)).data).getexif()


@pytest.mark.parametrize(
    "extra",
    [
        segment(0xE1, b"Exif\0\0" + bytes(20)),
        segment(0xE1, b"Exif\0\0"),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>SECRET"),
        segment(0xE2, b"MPF\0MM\0*\0\0\0\x08SECRET"),
        segment(0xEB, b"JPSECRET"),
        segment(0xEF, b"SECRET"),
        segment(0xFE, b"SECRET"),
        b"\xff" + segment(0xE5, b"SECRET"),
    ],
    ids=["empty exif", "no exif", "xmp", "pictures", "c2pa", "app15", "comment", "filled"],
)
def test_no_segment_of_a_jpeg_gets_through(extra: bytes) -> None:
    written = io.BytesIO()
    picture().save(written, "JPEG")
    data = written.getvalue()
    copy = reading.clean(data[:20] + extra + data[20:])
    assert copy.data == data


def test_a_jpegs_header_loses_its_thumbnail() -> None:
    written = io.BytesIO()
    picture().save(written, "JPEG")
    data = written.getvalue()
    header = b"JFIF\0\x01\x02\x01\0\x60\0\x60\x02\x01" + b"SECRET"  # two points of three colours
    copy = reading.clean(data[:2] + segment(0xE0, header) + data[20:]).data
    assert copy == data[:2] + segment(0xE0, header[:12] + b"\0\0") + data[20:]


def test_two_pictures_in_one_jpeg_become_one() -> None:
    written = io.BytesIO()
    picture().save(written, "MPO", save_all=True, append_images=[picture()], exif=exif())
    copy = reading.clean(written.getvalue())
    assert written.getvalue().count(b"\xff\xd8\xff") == 2
    assert copy.data.count(b"\xff\xd8\xff") == 1
    assert opened(copy.data).format == "JPEG"
    assert_tells_nothing(copy.data)


def test_a_jpeg_that_does_not_come_apart_as_it_should_is_written_anew() -> None:
    """Between two marks to restart at stands one that is none: decoders skip to the next."""
    written = io.BytesIO()
    picture(320, 240).save(written, "JPEG", restart_marker_blocks=4, exif=exif())
    data = written.getvalue()
    place = data.index(b"\xff\xd3", data.index(b"\xff\xda"))
    copy = reading.clean(data[:place] + b"\xff\x02\x7f\xff" + data[place:])
    assert_tells_nothing(copy.data)
    original = opened(data[:place] + b"\xff\x02\x7f\xff" + data[place:])
    assert max(ImageStat.Stat(ImageChops.difference(opened(copy.data), original)).mean) < 12


@pytest.mark.parametrize("name", [b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf", b"acTL", b"prVt"])
def test_no_chunk_of_a_png_gets_through(name: bytes) -> None:
    written = io.BytesIO()
    picture().save(written, "PNG")
    data = written.getvalue()
    for place in (33, len(data) - 12):  # behind the header, before the end
        copy = reading.clean(data[:place] + chunk(name, b"SECRET\0\0\0") + data[place:])
        assert copy.data == data


def test_a_film_of_pictures_becomes_its_first() -> None:
    written = io.BytesIO()
    picture().save(written, "PNG", save_all=True, append_images=[picture(mode="RGB").rotate(90)])
    copy = opened(reading.clean(written.getvalue()).data)
    assert getattr(copy, "n_frames", 1) == 1
    assert copy.tobytes() == picture().tobytes()


def test_a_heic_becomes_a_jpeg_that_looks_the_same() -> None:
    copy = reading.clean(heic(320, 240))
    assert (copy.kind, copy.media_type) == ("jpeg", "image/jpeg")
    image = opened(copy.data)
    assert (image.format, image.size) == ("JPEG", (320, 240))
    assert not image.getexif()
    assert_tells_nothing(copy.data)
    original = pillow_heif.open_heif(heic(320, 240)).to_pillow()
    assert max(ImageStat.Stat(ImageChops.difference(image, original)).mean) < 16
    assert reading.inspect(copy.data).kind == "jpeg"


def test_a_webp_becomes_a_jpeg_on_white() -> None:
    written = io.BytesIO()
    clear = Image.new("RGBA", (64, 48), (0, 0, 0, 0))
    clear.save(written, "WEBP", lossless=True, exif=exif(orientation=6))
    copy = reading.clean(written.getvalue())
    assert (copy.kind, copy.paper.kind, copy.paper.media_type) == ("jpeg", "webp", "image/webp")
    image = opened(copy.data)
    assert (image.size, image.getpixel((0, 0))) == ((64, 48), (255, 255, 255))
    assert dict(image.getexif()) == {ORIENTATION: 6}
    assert_tells_nothing(copy.data)


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_turned_heic_stands_upright_as_a_jpeg(turned: int) -> None:
    def averages(image: Image.Image) -> bytes:
        return image.convert("L").resize((4, 4), Image.Resampling.BOX).tobytes()

    copy = opened(reading.clean(heic(320, 240, turned)).data)
    assert not copy.getexif()
    original = picture(320, 240).copy()
    original.getexif()[ORIENTATION] = turned
    upright = ImageOps.exif_transpose(original)
    assert copy.size == upright.size
    assert max(abs(a - b) for a, b in zip(averages(copy), averages(upright), strict=True)) < 8


@pytest.mark.parametrize("change", [None, *ACTIVE.values()])
def test_a_pdf_stays_as_it_is(change: object) -> None:
    data = pdf(2, change)  # type: ignore[arg-type]
    copy = reading.clean(data)
    assert (copy.kind, copy.media_type, copy.data) == ("pdf", "application/pdf", data)


@pytest.mark.parametrize("data", [jpeg(), png(), pdf()], ids=["jpeg", "png", "pdf"])
def test_a_clean_copy_is_taken_and_stays_as_it_is(data: bytes) -> None:
    copy = reading.clean(data)
    assert reading.inspect(copy.data).kind == copy.kind
    assert reading.clean(copy.data) == copy
