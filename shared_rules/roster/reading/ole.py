"""The shell of old Office files, a small file system (MS-CFB): what it holds, and its streams.

Sectors are numbered from behind the header; a table (FAT) tells for each sector which one follows.
Short streams share a stream of their own, the root's, which has small sectors and a table as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from struct import unpack_from
from typing import Final, Self

from shared_rules.findings import RuleError

_HEADER_SIZE: Final = 512
_ENTRY_SIZE: Final = 128
_LONGEST_NAME: Final = 64
_STREAM_KINDS: Final = (1, 2)  # folder, stream
_ROOT_KIND: Final = 5
_LAST_SECTOR: Final = 0xFFFFFFF9
_SMALL: Final = 64
_SECTOR_SHIFTS: Final = (9, 12)


@dataclass(frozen=True, slots=True)
class _Stored:
    """A stream: its first sector and its size in bytes."""

    start: int
    size: int


@dataclass(frozen=True, slots=True)
class _Sectors:
    """Sectors of one size, and the number of the sector that follows each."""

    content: bytes
    size: int
    following: Sequence[int]

    def stream(self, stored: _Stored) -> bytes:
        """The bytes of a stream; fewer than its size where the file is damaged."""
        found: list[bytes] = []
        number = stored.start
        # The size, not the end mark, ends the way: a table can lead in circles.
        size = min(stored.size, len(self.content))
        while number < len(self.following) and len(found) * self.size < size:
            found.append(self.content[number * self.size : (number + 1) * self.size])
            number = self.following[number]
        return b"".join(found)[: stored.size]


@dataclass(frozen=True, slots=True)
class OldOfficeFile:
    """A file's streams and folders by name."""

    entries: dict[str, _Stored]
    _shortest: int
    _sectors: _Sectors
    _small_sectors: _Sectors

    @classmethod
    def of(cls, data: bytes) -> Self:
        """The file of these bytes.

        Raises:
            RuleError: `file.damaged`.
        """
        if len(data) < _HEADER_SIZE or unpack_from("<H", data, 30)[0] not in _SECTOR_SHIFTS:
            raise RuleError("file.damaged")
        sectors = _sectors(data)
        (directory,) = unpack_from("<I", data, 48)
        shortest, table, table_sectors = unpack_from("<III", data, 56)
        small_table = _Stored(table, min(table_sectors * sectors.size, len(data)))
        entries = list(_entries(sectors.stream(_Stored(directory, len(data)))))
        root = next((each for kind, _, each in entries if kind == _ROOT_KIND), None)
        if root is None:
            raise RuleError("file.damaged")
        return cls(
            {name: stored for kind, name, stored in entries if kind in _STREAM_KINDS},
            shortest,
            sectors,
            _Sectors(sectors.stream(root), _SMALL, _numbers(sectors.stream(small_table))),
        )

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; fewer than it has where the file is damaged."""
        stored = self.entries[name]
        is_small = stored.size < self._shortest
        return (self._small_sectors if is_small else self._sectors).stream(stored)


def _sectors(data: bytes) -> _Sectors:
    """The sectors of the file; of one over 7 MB only the first are followed."""
    size: int = 1 << unpack_from("<H", data, 30)[0]
    content = data[size:]
    listed = (number for number in unpack_from("<109I", data, 76) if number <= _LAST_SECTOR)
    table = b"".join(content[number * size : (number + 1) * size] for number in listed)
    return _Sectors(content, size, _numbers(table))


def _entries(directory: bytes) -> Iterator[tuple[int, str, _Stored]]:
    """The kind, name and place of each entry of a directory."""
    for place in range(0, len(directory) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
        length, kind = unpack_from("<HB", directory, place + 64)
        name = directory[place : place + min(length, _LONGEST_NAME)].decode("utf-16-le", "replace")
        yield kind, name.rstrip("\0"), _Stored(*unpack_from("<II", directory, place + 116))


def _numbers(content: bytes) -> Sequence[int]:
    return unpack_from(f"<{len(content) // 4}I", content)
