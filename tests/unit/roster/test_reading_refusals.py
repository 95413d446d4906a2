"""What is no list, or would do harm, is refused with the sentence that helps."""

import io
import struct
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Final

import pytest

from shared_rules.findings import RuleError, column_letters
from shared_rules.roster import entries, limits
from tests.unit.roster.list_files import (
    FIXTURES,
    PEOPLE,
    docx,
    form_rows,
    unzipped,
    with_parts,
    workbook_bytes,
    workbook_of,
    xlsx_of,
    zipped,
)

NUMBER: Final = PEOPLE[0].id_number
XLSX: Final = xlsx_of(*form_rows())
ODS: Final = (FIXTURES / "list.ods").read_bytes()
XLS: Final = (FIXTURES / "list.xls").read_bytes()
SHEET: Final = "xl/worksheets/sheet1.xml"
LONG: Final = "芳" * 200_000
LARGEST_TEXT: Final = (b"x" * 1023 + b"\n") * (limits.MAX_FILE_BYTES // 1024)


def refused(data: bytes) -> str:
    with pytest.raises(RuleError) as caught:
        entries.read(data)
    return caught.value.code


def old_office(*streams: str) -> bytes:
    """An old Office file of one directory sector, in which the streams are named and empty."""
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<III", header, 56, 4096, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    directory = b"".join(_entry(name, 2) for name in streams)
    return bytes(header) + table + (_entry("Root Entry", 5) + directory).ljust(512, b"\0")


def _entry(name: str, kind: int) -> bytes:
    written = name.encode("utf-16-le")
    return written.ljust(64, b"\0") + struct.pack("<HBB60x", len(written) + 2, kind, 1)


def encrypted_zip() -> bytes:
    """A workbook whose entries say that they are encrypted."""
    data = bytearray(zipped({SHEET: b"x"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "file.empty", id="nothing"),
        pytest.param(b" \r\n", "file.empty", id="blank"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "file.pdf", id="PDF"),
        pytest.param((FIXTURES / "list.pdf").read_bytes(), "file.pdf", id="list as PDF"),
        pytest.param((FIXTURES / "list.html").read_bytes(), "file.html", id="list as HTML"),
        pytest.param(b"\xef\xbb\xbf\r\n<table><tr>", "file.html", id="table named .xls"),
        pytest.param("通知\n请按时报送。".encode(), "file.only_text", id="text named .xlsx"),
        *(
            pytest.param(f"\n{begin}<TABLE><tr>".encode(), "file.html", id=f"behind {begin[:9]}")
            for begin in (
                "<style>td {mso-number-format: text}</style>",
                "<!-- 导出 -->",
                "<CENTER>",
                "<script></script>",
                "<h1>名单</h1>",
                "导出时间：2026-03-02\r\n",
                "<meta>" + "<!-- -->" * 1000,
            )
        ),
        pytest.param(b"MIME-Version: 1.0\r\n", "file.html", id="web archive named .xls"),
        pytest.param(
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
            b"<Worksheet><Table>",
            "file.xml_spreadsheet",
            id="XML of Excel 2003",
        ),
        pytest.param(b'<?xml version="1.0"?><a/>', "file.not_a_list", id="other XML"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file.image", id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF", "file.image", id="JPEG"),
        pytest.param(b"\0\0\0\x18ftypheic", "file.image", id="HEIC of a phone"),
        pytest.param(b"Rar!\x1a\x07\x01\0", "file.archive", id="RAR"),
        pytest.param(zipped({"名单.xlsx": XLSX}), "file.archive", id="a zipped list"),
        pytest.param(b"{\\rtf1\\ansi", "file.old_word", id="RTF"),
        pytest.param(old_office("WordDocument"), "file.old_word", id="doc"),
        pytest.param(old_office("EncryptedPackage"), "file.password", id="xlsx with password"),
        pytest.param(old_office("Workbook", "_VBA_PROJECT_CUR"), "file.macros", id="xls macros"),
        pytest.param(old_office("ETExtData"), "file.old_wps", id="old WPS"),
        pytest.param(old_office("Workbook"), "file.damaged", id="xls without content"),
        pytest.param(XLS[:512], "file.damaged", id="xls cut behind its header"),
        pytest.param(XLS[:100], "file.damaged", id="xls cut in its header"),
        pytest.param(encrypted_zip(), "file.password", id="zip with password"),
        pytest.param(
            (FIXTURES / "locked.xls").read_bytes(), "file.password", id="xls with password"
        ),
        pytest.param(
            (FIXTURES / "locked.ods").read_bytes(), "file.password", id="ods with password"
        ),
        pytest.param(with_parts(XLSX, {"xl/vbaProject.bin": b"x"}), "file.macros", id="xlsm"),
        pytest.param(with_parts(docx(""), {"word/vbaProject.bin": b"x"}), "file.macros", id="docm"),
        pytest.param(with_parts(ODS, {"Basic/Standard/a.xml": b""}), "file.macros", id="ods macro"),
        pytest.param(
            zipped({"[Content_Types].xml": b"<T/>", "xl/workbook.bin": b"x"}),
            "file.binary_workbook",
            id="xlsb",
        ),
        pytest.param(
            zipped(
                {
                    "[Content_Types].xml": b"<T/>",
                    "_rels/.rels": b"<R><R Type='officeDocument' Target='xl/Book2.BIN'/></R>",
                    "xl/Book2.bin": b"x",
                }
            ),
            "file.binary_workbook",
            id="xlsb with parts of other names",
        ),
        pytest.param(
            zipped({"[Content_Types].xml": b"<T/>", "ppt/presentation.xml": b"<p/>"}),
            "file.not_a_list",
            id="slides",
        ),
        pytest.param(docx("<w:p/>"), "file.no_table", id="Word text without a table"),
        pytest.param(b"PK\x03\x04" + bytes(99), "file.damaged", id="broken zip"),
        pytest.param(XLSX[: len(XLSX) // 2], "file.damaged", id="half a workbook"),
        pytest.param(
            with_parts(XLSX, {"xl/workbook.xml": b"<workbook"}), "file.damaged", id="broken XML"
        ),
        pytest.param("姓名,电话\n王芳,1\n".encode(), "file.columns_unclear", id="no ID column"),
        pytest.param("姓名,身份证号\n".encode(), "file.no_rows", id="header only"),
        pytest.param("姓名,身份证号\n合计,\n".encode(), "file.no_rows", id="total only"),
        pytest.param(xlsx_of(), "file.no_text", id="empty sheet"),
        pytest.param('姓名,身份证号\n"王芳,1\n'.encode(), "file.quotes", id="a quote left open"),
        pytest.param(f'姓名,身份证号\n"王{LONG}\n'.encode(), "file.quotes", id="a long quote"),
        pytest.param("姓名,身份证号\n王".encode()[:-1], "file.encoding", id="half a character"),
        pytest.param("姓名,身份证号\n王".encode("gb18030")[:-1], "file.encoding", id="half of GB"),
        pytest.param("姓名,身份证号\n王,1".encode("utf-16")[:-1], "file.encoding", id="half of 16"),
        pytest.param(
            "姓名,身份证号\n王\udcff".encode("utf-8", "surrogatepass"),
            "file.encoding",
            id="what UTF-8 does not allow but GB18030 does",
        ),
        pytest.param("姓名,身份证号\n王\ufffd,1".encode(), "file.encoding", id="a lost character"),
        pytest.param(
            "姓名,身份证号\n王\0,1".encode(), "file.control_character", id="a zero in text"
        ),
    ],
)
def test_what_is_no_list_is_refused_by_name(data: bytes, code: str) -> None:
    assert refused(data) == code


def with_entry(name: str) -> bytes:
    """The workbook with one more entry of this very name."""
    placeholder = "?" * len(name.encode())
    added = with_parts(XLSX, {placeholder: b"x"})
    return added.replace(placeholder.encode(), name.encode())


def declaring_less(data: bytes) -> bytes:
    """The same workbook, whose sheet unpacks to one byte more than the archive declares."""
    size = len(unzipped(data)[SHEET])
    return data.replace(struct.pack("<I", size), struct.pack("<I", size - 1))


def with_xml(prefix: bytes) -> bytes:
    return with_parts(XLSX, {SHEET: prefix + unzipped(XLSX)[SHEET]})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(with_entry("../evil.xml"), "file.unsafe", id="a way out"),
        pytest.param(with_entry("xl\\..\\..\\evil"), "file.unsafe", id="a way out on Windows"),
        pytest.param(with_entry("/etc/passwd"), "file.unsafe", id="absolute"),
        pytest.param(with_entry("C:/evil"), "file.unsafe", id="a drive"),
        pytest.param(with_entry("xl/workbook.xml"), "file.unsafe", id="two of one name"),
        pytest.param(with_entry("XL/Workbook.xml"), "file.unsafe", id="two but for capitals"),
        pytest.param(with_xml(b"<!DOCTYPE a>"), "file.unsafe", id="DOCTYPE"),
        pytest.param(with_xml(b'<!DOCTYPE a [<!ENTITY b "b">]>'), "file.unsafe", id="entities"),
        pytest.param(
            with_xml(b'<?xml version="1.0" encoding="cp037"?>'), "file.unsafe", id="EBCDIC"
        ),
        pytest.param(
            with_parts(XLSX, {SHEET: "<a/>".encode("utf-16")}), "file.unsafe", id="UTF-16"
        ),
        pytest.param(declaring_less(XLSX), "file.damaged", id="sizes that lie"),
    ],
)
def test_what_could_harm_is_refused_before_it_is_parsed(data: bytes, code: str) -> None:
    assert refused(data) == code


def entries_many(count: int) -> bytes:
    parts = unzipped(XLSX)
    return with_parts(XLSX, {f"xl/x{n}.xml": b"<a/>" for n in range(count - len(parts))})


@cache  # two tests pass the limit by one byte, and so much takes its time to pack
def unpacking_to(size: int) -> bytes:
    """A workbook that unpacks to so many bytes; as little packed as the ratio allows."""
    rest = sum(map(len, unzipped(XLSX).values()))
    noise = bytes(range(256)) * (limits.MAX_UNPACKED_BYTES // limits.MAX_UNPACKED_RATIO // 128)
    parts = {**unzipped(XLSX), "xl/media/a.bin": bytes(size - rest - len(noise))}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/media/b.bin", noise, zipfile.ZIP_STORED)
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def packing_at(ratio: int) -> bytes:
    """A workbook that unpacks to more than any file is long, and to `ratio` times its own size."""
    parts = {**unzipped(XLSX), "xl/a.bin": bytes(2 * limits.MAX_FILE_BYTES)}
    packed = zipped(parts)
    unpacked = sum(map(len, parts.values()))
    filling = bytes(unpacked // ratio - len(packed) - 200)
    target = io.BytesIO(packed)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_STORED) as made:
        made.writestr("b", filling)
    return target.getvalue()


def with_cell(address: str) -> bytes:
    book = workbook_of(["姓名", "身份证号"], ["王芳", NUMBER])
    book.worksheets[0][address] = "x"
    return workbook_bytes(book)


def csv_of(people: int = 1, columns: int = 2) -> bytes:
    header = ",".join(["姓名", "身份证号", *["备注"] * (columns - 2)])
    return (header + "\n" + "".join(f"王芳,{n}\n" for n in range(people))).encode()


def ods_reaching(row: int, column: int) -> bytes:
    """The list of LibreOffice, and one cell far from it."""
    content = unzipped(ODS)["content.xml"].decode()
    trailing = '<table:table-row table:style-name="ro1" table:number-rows-repeated='
    used = content.count("<table:table-row", 0, content.index(trailing))
    far = (
        f'<table:table-row table:number-rows-repeated="{row - used - 1}"/><table:table-row>'
        f'<table:table-cell table:number-columns-repeated="{column - 1}"/>'
        '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
        "</table:table-row>"
    )
    return with_parts(ODS, {"content.xml": content.replace(trailing, far + trailing).encode()})


@pytest.mark.parametrize(
    ("make", "limit", "code"),
    [
        pytest.param(
            lambda n: csv_of(people=n), limits.MAX_PEOPLE, "file.too_many_people", id="people"
        ),
        pytest.param(
            lambda n: csv_of(columns=n), limits.MAX_COLUMNS, "file.too_many_columns", id="csv"
        ),
        pytest.param(
            lambda n: with_cell(f"{column_letters(n)}1"),
            limits.MAX_COLUMNS,
            "file.too_many_columns",
            id="columns of xlsx",
        ),
        pytest.param(
            lambda n: with_cell(f"A{n}"), limits.MAX_SHEET_ROWS, "file.too_many_rows", id="rows"
        ),
        pytest.param(
            lambda n: ods_reaching(20, n),
            limits.MAX_COLUMNS,
            "file.too_many_columns",
            id="columns of ods",
        ),
        pytest.param(
            lambda n: ods_reaching(n, 2),
            limits.MAX_SHEET_ROWS,
            "file.too_many_rows",
            id="rows of ods",
        ),
        pytest.param(entries_many, limits.MAX_ARCHIVE_ENTRIES, "file.unsafe", id="zip entries"),
        pytest.param(
            unpacking_to, limits.MAX_UNPACKED_BYTES, "file.unpacked_too_large", id="unpacked"
        ),
    ],
)
def test_at_the_limit_and_one_beyond(make: Callable[[int], bytes], limit: int, code: str) -> None:
    assert entries.read(make(limit)).people
    assert refused(make(limit + 1)) == code


def test_the_largest_file_is_looked_at_and_one_byte_more_is_not() -> None:
    assert refused(LARGEST_TEXT) == "file.only_text"
    assert refused(LARGEST_TEXT + b"x") == "file.too_large"


@pytest.mark.parametrize("address", ["XFD1048576", "XFD1", "A1048576", "CW20021"])
def test_a_far_cell_is_refused_before_the_sheet_is_spread_out(address: str) -> None:
    assert refused(with_cell(address)) in ("file.too_many_columns", "file.too_many_rows")


def test_packing_is_limited_only_where_much_is_unpacked() -> None:
    assert entries.read(packing_at(limits.MAX_UNPACKED_RATIO - 1)).people
    assert refused(packing_at(limits.MAX_UNPACKED_RATIO + 1)) == "file.unpacked_too_large"


@pytest.mark.parametrize(
    ("make", "code", "most_bytes"),
    [
        pytest.param(
            lambda: LARGEST_TEXT + b"x", "file.too_large", limits.MAX_FILE_BYTES, id="as it is"
        ),
        pytest.param(
            lambda: unpacking_to(limits.MAX_UNPACKED_BYTES + 1),
            "file.unpacked_too_large",
            limits.MAX_UNPACKED_BYTES,
            id="unpacked",
        ),
        pytest.param(
            lambda: zipped({**unzipped(XLSX), "a.bin": bytes(2 * limits.MAX_FILE_BYTES)}),
            "file.unpacked_too_large",
            limits.MAX_FILE_BYTES,
            id="unpacked from very little",
        ),
    ],
)
def test_the_sentence_names_the_limit_that_was_passed(
    make: Callable[[], bytes], code: str, most_bytes: int
) -> None:
    with pytest.raises(RuleError) as caught:
        entries.read(make())
    expected = {"limit_mb": most_bytes // limits.MIB}
    assert (caught.value.code, caught.value.params) == (code, expected)
