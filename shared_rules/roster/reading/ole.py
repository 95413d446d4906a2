"""The shell of old Office files, a small file system (MS-CFB): what it holds, and its streams.

Sectors are numbered from behind the header; a table (FAT) tells for each sector which one follows.
Short streams share a stream of their own, the root's, which has small sectors and a table as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from struct import unpack_from
from typing import Final, NamedTuple, Self

from shared_rules.findings import RuleError

_HEADER_SIZE: Final = 512
_ENTRY_SIZE: Final = 128
_LONGEST_NAME: Final = 64
_STREAM_KINDS: Final = (1, 2)  # folder, stream
_ROOT_KIND: Final = 5
_LAST_SECTOR: Final = 0xFFFFFFF9
_SMALL: Final = 64
_SECTOR_SHIFTS: Final = (9, 12)


class _Piece(NamedTuple):
    """Bytes of the file that belong to a stream, one after another."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class _Stored:
    """A stream: its entry's place in the directory, its first sector, its size in bytes."""

    entry: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class _Sectors:
    """Where sectors of one size are in the file, and the number of the one that follows each."""

    places: Sequence[int]
    size: int
    following: Sequence[int]

    def pieces(self, start: int, size: int) -> Iterator[_Piece]:
        """Where a stream is; less than its size where the file is damaged."""
        number = start
        # The size, not the end mark, ends the way: a table can lead in circles.
        while size > 0 and number < len(self.following) and number < len(self.places):
            yield _Piece(self.places[number], min(self.size, size))
            size -= self.size
            number = self.following[number]


@dataclass(frozen=True, slots=True)
class OldOfficeFile:
    """A file's streams and folders by name."""

    data: bytes
    entries: dict[str, _Stored]
    _shortest: int
    _directory: Sequence[_Piece]
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
        pieces = list(sectors.pieces(directory, len(data)))
        entries = list(_entries(_joined(data, pieces)))
        root = next((each for kind, _, each in entries if kind == _ROOT_KIND), None)
        if root is None:
            raise RuleError("file.damaged")
        small_table = sectors.pieces(table, min(table_sectors * sectors.size, len(data)))
        small = [
            piece.start + place
            for piece in sectors.pieces(root.start, min(root.size, len(data)))
            for place in range(0, piece.length, _SMALL)
        ]
        return cls(
            data,
            {name: stored for kind, name, stored in entries if kind in _STREAM_KINDS},
            shortest,
            pieces,
            sectors,
            _Sectors(small, _SMALL, _numbers(_joined(data, small_table))),
        )

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; fewer than it has where the file is damaged."""
        return _joined(self.data, self._pieces(name))

    def with_stream(self, name: str, content: bytes, new_name: str) -> bytes:
        """The file with other bytes in a stream, as many; its name written in other case."""
        changed = bytearray(self.data)
        place = 0
        for start, length in self._pieces(name):
            changed[start : start + length] = content[place : place + length]
            place += length
        written = new_name.encode("utf-16-le")
        per_piece = self._directory[0].length
        piece, within = divmod(self.entries[name].entry, per_piece)
        start = self._directory[piece].start + within
        changed[start : start + len(written)] = written
        return bytes(changed)

    def _pieces(self, name: str) -> Iterator[_Piece]:
        stored = self.entries[name]
        size = min(stored.size, len(self.data))
        is_small = stored.size < self._shortest
        return (self._small_sectors if is_small else self._sectors).pieces(stored.start, size)


def _joined(data: bytes, pieces: Iterator[_Piece] | Sequence[_Piece]) -> bytes:
    return b"".join(data[start : start + length] for start, length in pieces)


def _sectors(data: bytes) -> _Sectors:
    size: int = 1 << unpack_from("<H", data, 30)[0]
    table = b"".join(
        data[(number + 1) * size : (number + 2) * size] for number in _table_sectors(data, size)
    )
    return _Sectors(range(size, len(data), size), size, _numbers(table))


def _table_sectors(data: bytes, size: int) -> Iterator[int]:
    """The sectors of the table: the first are listed in the header, others in a chain of lists."""
    yield from (number for number in unpack_from("<109I", data, 76) if number <= _LAST_SECTOR)
    (number,) = unpack_from("<I", data, 68)
    for _ in range(len(data) // size):  # a chain can lead in circles
        listed = data[(number + 1) * size : (number + 2) * size]
        if number > _LAST_SECTOR or len(listed) < size:
            return
        *numbers, number = _numbers(listed)
        yield from (each for each in numbers if each <= _LAST_SECTOR)


def _entries(directory: bytes) -> Iterator[tuple[int, str, _Stored]]:
    """The kind, name and place of each entry of a directory."""
    for place in range(0, len(directory) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
        length, kind = unpack_from("<HB", directory, place + 64)
        name = directory[place : place + min(length, _LONGEST_NAME)].decode("utf-16-le", "replace")
        yield kind, name.rstrip("\0"), _Stored(place, *unpack_from("<II", directory, place + 116))


def _numbers(content: bytes) -> Sequence[int]:
    return unpack_from(f"<{len(content) // 4}I", content)
