"""Unpacking a document that is a zip (.xlsx, .ods, .docx), before any parser sees it.

A file of 600 kB can unpack to 600 MB, and its directory may lie about that; an XML part can define
entities that grow without end. So every part is unpacked here once, counted as it comes, and the
parsers are given these very bytes, never the file.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from shared_rules.findings import RuleError
from shared_rules.roster.limits import (
    MAX_ARCHIVE_ENTRIES,
    MAX_FILE_BYTES,
    MAX_UNPACKED_BYTES,
    MAX_UNPACKED_RATIO,
    MIB,
)

_CHUNK: Final = 8 * MIB
_ENCRYPTED: Final = 0x1
_ENDLESS: Final = 1 << 62
_XML: Final = (".xml", ".rels")
_KEPT: Final = (*_XML, "mimetype")
_ODS_MANIFEST: Final = "META-INF/manifest.xml"
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCODING: Final = re.compile(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)""")
_DECLARATION: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_PLAIN_ENCODINGS: Final = (b"utf-8", b"us-ascii", b"ascii")
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError,
                  OSError, ValueError, OverflowError)  # fmt: skip


class Parts(Mapping[str, bytes]):
    """The XML parts of an archive by name; the other parts are named, but empty.

    A part is checked when it is first read: one that nobody reads can do no harm.
    """

    def __init__(self, contents: dict[str, bytes]) -> None:
        self._contents = contents
        self._checked: set[str] = set()

    def __getitem__(self, name: str) -> bytes:
        content = self._contents[name]
        if name not in self._checked and name.lower().endswith(_XML):
            _check_xml(content)
            self._checked.add(name)
        return content

    def __contains__(self, name: object) -> bool:
        return name in self._contents

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents)

    def __len__(self) -> int:
        return len(self._contents)

    @property
    def size(self) -> int:
        """How many bytes were kept."""
        return sum(map(len, self._contents.values()))


def unpack(data: bytes) -> Parts:
    """The parts of an archive.

    Raises:
        RuleError: `file.damaged`, `file.password`, `file.unpacked_too_large`, `file.unsafe`; the
            last also when a part is read that could do harm.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = _checked_directory(archive.infolist())
            parts = Parts(_unpacked(archive, entries, _most_bytes(len(data))))
    except RuleError:
        raise
    except _BROKEN as error:
        raise RuleError("file.damaged") from error
    # Before anything else is looked at: of an .ods with a password the rest is unreadable.
    if b"encryption-data" in parts.get(_ODS_MANIFEST, b""):
        raise RuleError("file.password")
    return parts


def packed(contents: Mapping[str, bytes]) -> bytes:
    """A new archive of these parts, not compressed."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return target.getvalue()


def _most_bytes(packed_size: int) -> int:
    return min(MAX_UNPACKED_BYTES, max(MAX_FILE_BYTES, MAX_UNPACKED_RATIO * packed_size))


def _checked_directory(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The archive's files by their names, which are safe and different."""
    if len(entries) > MAX_ARCHIVE_ENTRIES:
        raise RuleError("file.unsafe")
    # Some generators of .xlsx write the names with backslashes.
    slashed = [(entry.filename.replace("\\", "/"), entry) for entry in entries]
    named = [(name, entry) for name, entry in slashed if not name.endswith("/")]
    folded = {name.casefold() for name, _ in named}
    if len(folded) < len(named) or any(map(_leads_elsewhere, folded)):
        raise RuleError("file.unsafe")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise RuleError("file.password")
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise RuleError("file.unsafe")
    return dict(named)


def _leads_elsewhere(name: str) -> bool:
    return name[:1] in ("", "/") or ".." in name.split("/") or ":" in name.split("/", maxsplit=1)[0]


def _unpacked(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], most_bytes: int
) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = most_bytes
    for name, entry in entries.items():
        size, content = _content(archive, entry, left, kept=name.lower().endswith(_KEPT))
        left -= size
        if left < 0:
            raise RuleError("file.unpacked_too_large", limit_mb=most_bytes // MIB)
        parts[name] = content
    return parts


def _content(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most_bytes: int, *, kept: bool
) -> tuple[int, bytes]:
    """The size of a part, and its bytes; no more than one chunk beyond `most_bytes`."""
    # zipfile stops silently at the declared size; other readers go on, so let it go on as well.
    declared, entry.file_size = entry.file_size, _ENDLESS
    size, chunks = 0, []
    with archive.open(entry) as part:
        while size <= most_bytes and (chunk := part.read(_CHUNK)):
            size += len(chunk)
            if kept:
                chunks.append(chunk)
    if size != declared and size <= most_bytes:
        raise RuleError("file.damaged")
    return size, b"".join(chunks)


def _check_xml(content: bytes) -> None:
    """Refuse what could define entities, or be written so that we would not see it."""
    encoding = _ENCODING.match(content.removeprefix(b"\xef\xbb\xbf"))
    if encoding and encoding[1].lower() not in _PLAIN_ENCODINGS:
        raise RuleError("file.unsafe")
    if _DECLARATION.search(content) or b"\0" in content:
        raise RuleError("file.unsafe")
