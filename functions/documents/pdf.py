"""PDF: opened, its pages counted, its active content found."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from functions.documents.opened import Cleaned, Opened
from shared_rules import file_magic
from shared_rules.claim.limits import MAX_PAGES
from shared_rules.findings import Finding, RuleError

# What a dictionary that can do something has in it: a script, a form of scripts, a file.
_ACTIVE_KEYS: Final = {"/JS", "/XFA", "/EF"}
_ACTIVE_VALUES: Final = {
    "/S": {
        *("/JavaScript", "/Launch", "/ImportData", "/RichMediaExecute", "/Rendition"),
        # To another file, or with what was filled in to another place.
        *("/GoToR", "/GoToE", "/SubmitForm", "/Thread"),
    },
    "/Type": {"/EmbeddedFile"},
    "/Subtype": {"/RichMedia", "/Movie", "/Screen", "/3D"},
    "/FS": {"/URL"},
}
_MOST_ACTIONS: Final = 20
_LAST_LINES: Final = b"\nstartxref\n0\n%%EOF\n"


def inspect(data: bytes) -> Opened:
    """Its pages and what was found in it: `document.active`.

    Raises:
        RuleError: `document.damaged`, `document.password`, `document.too_many_pages`.
    """
    reader, pages = _opened(data)
    if pages == 0:
        raise RuleError("document.damaged")
    if pages > MAX_PAGES:
        raise RuleError("document.too_many_pages", pages=pages, limit=MAX_PAGES)
    is_active = any(map(_is_active, _dictionaries(reader)))
    return Opened(pages, (Finding.of("document.active"),) if is_active else ())


def clean(data: bytes) -> Cleaned:
    """The same bytes: there may be a signature in them.

    Raises:
        RuleError: as of `inspect`.
    """
    return Cleaned(data, inspect(data))


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


def _is_active(each: DictionaryObject) -> bool:
    return (
        not _ACTIVE_KEYS.isdisjoint(each)
        or any(str(each.get(key)) in values for key, values in _ACTIVE_VALUES.items())
        or any(map(_opens_address, _by_itself(each)))
    )


def _by_itself(each: DictionaryObject) -> Iterator[object]:
    """The actions that nobody asks for: when it is opened, turned, or printed."""
    # A link that somebody may touch is on many papers; one that opens by itself is on none.
    yield each.get("/OpenAction")
    additional = each.get("/AA")
    if isinstance(additional, IndirectObject):
        additional = _resolved(additional)
    if isinstance(additional, DictionaryObject):
        yield from additional.values()


def _opens_address(action: object, depth: int = 0) -> bool:
    """Whether an action, or one that follows it, opens an address."""
    action = _resolved(action) if isinstance(action, IndirectObject) else action
    if isinstance(action, ArrayObject):
        return any(_opens_address(each, depth + 1) for each in action)
    if not isinstance(action, DictionaryObject):
        return False
    if depth > _MOST_ACTIONS or str(action.get("/S")) == "/URI":
        return True
    return _opens_address(action.get("/Next"), depth + 1)


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
            each = _resolved(each)
        if isinstance(each, DictionaryObject):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, ArrayObject):
            waiting.extend(each)


def _resolved(reference: IndirectObject) -> object:
    try:
        return reference.get_object()
    except Exception:  # noqa: BLE001 - a part that is broken need not be one that anybody looks at
        return None
