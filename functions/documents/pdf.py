"""PDF: opened, its pages counted, its active content found."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from shared_rules.claim.limits import MAX_PAGES
from shared_rules.findings import Finding, RuleError

# What a dictionary that can do something has in it: a script, a form of scripts, a file.
_ACTIVE_KEYS: Final = {"/JS", "/XFA", "/EF"}
_ACTIVE_VALUES: Final = {
    "/S": {"/JavaScript", "/Launch", "/ImportData", "/RichMediaExecute", "/Rendition"},
    "/Type": {"/EmbeddedFile"},
    "/Subtype": {"/RichMedia", "/Movie", "/Screen", "/3D"},
}


def inspect(data: bytes) -> tuple[int, tuple[Finding, ...]]:
    """Its pages and what was found in it: `document.active`.

    Raises:
        RuleError: `document.damaged`, `document.password`, `document.too_many_pages`.
    """
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise RuleError("document.password")
        pages = len(reader.pages)
    except (DependencyError, NotImplementedError) as error:  # locks that only Adobe's programs open
        raise RuleError("document.password") from error
    except PyPdfError as error:
        raise RuleError("document.damaged") from error
    if pages == 0:
        raise RuleError("document.damaged")
    if pages > MAX_PAGES:
        raise RuleError("document.too_many_pages", pages=pages, limit=MAX_PAGES)
    is_active = any(map(_is_active, _dictionaries(reader)))
    return pages, (Finding.of("document.active"),) if is_active else ()


def clean(data: bytes) -> bytes:
    """The same bytes: there may be a signature in them.

    Raises:
        RuleError: as of `inspect`.
    """
    inspect(data)
    return data


def _is_active(each: DictionaryObject) -> bool:
    return not _ACTIVE_KEYS.isdisjoint(each) or any(
        str(each.get(key)) in values for key, values in _ACTIVE_VALUES.items()
    )


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
