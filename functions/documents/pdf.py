"""PDF: opened, its pages counted, its active content found."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from functions.documents import pdf_actions
from functions.documents.opened import Cleaned, Opened
from shared_rules import file_magic
from shared_rules.claim.limits import MAX_PAGES
from shared_rules.findings import Finding, RuleError

_LAST_LINES: Final = b"\nstartxref\n0\n%%EOF\n"


def inspect(data: bytes) -> Opened:
    """Its pages and what was found in it: `document.active`.

    Raises:
        RuleError: `document.damaged`, `document.password`, `document.too_many_pages`.
    """
    reader, pages = _opened(data)
    if pages > MAX_PAGES:
        raise RuleError("document.too_many_pages", pages=pages, limit=MAX_PAGES)
    return _found_in(reader, pages)


def inspect_whole(data: bytes) -> Opened:
    """As `inspect`, of a file that every viewer opens as it is, however many pages it has.

    Raises:
        RuleError: `document.damaged`, also where something was lost of it; `document.password`.
    """
    try:
        return _found_in(*_read(data))
    except PyPdfError as error:
        raise RuleError("document.damaged") from error


def clean(data: bytes) -> Cleaned:
    """The same bytes: there may be a signature in them.

    Raises:
        RuleError: as of `inspect`.
    """
    return Cleaned(data, inspect(data))


def _found_in(reader: PdfReader, pages: int) -> Opened:
    if pages == 0:
        raise RuleError("document.damaged")
    is_active = any(map(pdf_actions.is_active, _dictionaries(reader)))
    return Opened(pages, (Finding.of("document.active"),) if is_active else ())


def _opened(data: bytes) -> tuple[PdfReader, int]:
    """A file and the number of its pages; as viewers do, also of one that lost its last line.

    Raises:
        RuleError: `document.damaged`, `document.password`.
    """
    begins = max(0, data.find(file_magic.PDF))
    try:
        return _read(data)
    except PyPdfError:
        pass
    try:
        # Without a table of contents the objects are looked for.
        return _read(data[begins:] + _LAST_LINES)
    except PyPdfError as error:
        raise RuleError("document.damaged") from error


def _read(data: bytes) -> tuple[PdfReader, int]:
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise RuleError("document.password")
        return reader, len(reader.pages)
    except (DependencyError, NotImplementedError) as error:  # locks that only Adobe's programs open
        raise RuleError("document.password") from error


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary that can be reached, each once."""
    waiting: list[object] = [reader.trailer]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if each.idnum in seen:
                continue
            seen.add(each.idnum)
            each = pdf_actions.resolved(each)
        if isinstance(each, DictionaryObject):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, ArrayObject):
            waiting.extend(each)
