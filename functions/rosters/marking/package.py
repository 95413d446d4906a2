"""The parts of a workbook (.xlsx): what is changed is parsed, all else stays byte for byte."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from posixpath import basename, dirname, join, normpath, relpath
from typing import Final
from urllib.parse import unquote
from xml.etree import ElementTree

from functions.rosters.marking import elements
from functions.rosters.marking.elements import Element
from shared_rules.roster.reading import relations
from shared_rules.roster.reading.archive import Parts

CONTENT_TYPES: Final = "[Content_Types].xml"
SPREADSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_RELATION: Final = "Relationship"
_OVERRIDE: Final = "Override"
_MADE: Final = (1980, 1, 1, 0, 0, 0)


class Package:
    """A workbook's parts, by names with slashes."""

    def __init__(self, original: bytes, parts: Parts) -> None:
        """Take an archive and its XML, as `archive.unpack` gave it."""
        self._original = original
        self._parts = parts
        self._roots: dict[str, Element] = {}
        self._dropped: str | None = None
        self.book = relations.main_part(parts) or "xl/workbook.xml"

    def root(self, part: str) -> Element:
        """The root of a part that will be changed.

        Raises:
            KeyError: there is no such part.
            ExpatError: it is no XML.
            ValueError: as of `elements.parsed`.
        """
        if part not in self._roots:
            self._roots[part] = self.read(part)
        return self._roots[part]

    def read(self, part: str) -> Element:
        """The root of a part that will stay as it is; raises as `root`."""
        return self._roots[part] if part in self._roots else elements.parsed(self._parts[part])

    def content(self, part: str) -> bytes:
        """The bytes of a part that stays as it is."""
        return self._parts[part]

    def related(self, source: str, kind: str) -> str | None:
        """The first part to which `source` has a relation of that kind."""
        return next((part for end, _, part in self._relations(source) if end == kind), None)

    def target(self, source: str, relation_id: str) -> str:
        """The part that a relation leads to.

        Raises:
            KeyError: there is none.
        """
        for _, identifier, part in self._relations(source):
            if identifier == relation_id:
                return part
        raise KeyError(relation_id)

    def add(self, part: str, root: Element, kind: str) -> str:
        """Add a part that the workbook has a relation to, of a kind such as worksheet; its id."""
        self._roots[part] = root
        types = self.root(relations.named(self._parts, CONTENT_TYPES) or CONTENT_TYPES)
        ElementTree.SubElement(
            types, _OVERRIDE, PartName=f"/{part}", ContentType=f"{SPREADSHEET}.{kind}+xml"
        )
        rels = self.root(self._rels(self.book))
        known = {each.get("Id") for each in rels}
        identifier = next(f"rId{n}" for n in range(1, len(known) + 2) if f"rId{n}" not in known)
        kinds = (each.get("Type", "") for each in rels)
        like = next(each for each in kinds if each.endswith("/worksheet"))
        ElementTree.SubElement(
            rels,
            _RELATION,
            Id=identifier,
            Type=f"{dirname(like)}/{kind}",
            Target=relpath(part, dirname(self.book) or "."),
        )
        return identifier

    def drop(self, kind: str) -> None:
        """Leave away the part of that kind that the workbook has a relation to, if there is one."""
        part = self._dropped = self.related(self.book, kind)
        if part is None:
            return
        types = self.root(relations.named(self._parts, CONTENT_TYPES) or CONTENT_TYPES)
        for each in types.findall(_OVERRIDE):
            if each.get("PartName", "").lstrip("/").casefold() == part.casefold():
                types.remove(each)
        rels = self.root(self._rels(self.book))
        for each in rels.findall(_RELATION):
            if basename(each.get("Type", "")) == kind:
                rels.remove(each)

    def free_name(self, beginning: str) -> str:
        """A name beside the workbook that no part has."""
        taken = {name.casefold() for name in (*self._parts, *self._roots)}
        names = (join(dirname(self.book), f"{beginning}{n}.xml") for n in range(1, len(taken) + 2))
        return next(name for name in names if name.casefold() not in taken)

    def packed(self) -> bytes:
        """The archive: the same bytes for the same changes, whenever it is packed."""
        target = BytesIO()
        with zipfile.ZipFile(BytesIO(self._original)) as old, zipfile.ZipFile(target, "w") as new:
            for entry in old.infolist():
                name = entry.filename.replace("\\", "/")
                if name.endswith("/") or name == self._dropped:
                    continue
                content = (
                    elements.written(self._roots[name]) if name in self._roots else old.read(entry)
                )
                put(new, name, content, entry.compress_type)
            for name in self._roots:
                if name not in self._parts:
                    put(new, name, elements.written(self._roots[name]))
        return target.getvalue()

    def _rels(self, source: str) -> str:
        name = join(dirname(source), "_rels", f"{basename(source)}.rels")
        return relations.named(self._parts, name) or name

    def _relations(self, source: str) -> Iterator[tuple[str, str, str]]:
        """The kind, id and part of each relation that leads to a part of the workbook."""
        rels = self._rels(source)
        for each in self.read(rels) if rels in self._parts else ():
            target = unquote(each.get("Target", "").replace("\\", "/"))
            name = normpath(join("/", dirname(source), target)).lstrip("/")
            if part := relations.named(self._parts, name):
                yield basename(each.get("Type", "")), each.get("Id", ""), part


def put(
    archive: zipfile.ZipFile, name: str, content: bytes, compression: int = zipfile.ZIP_DEFLATED
) -> None:
    """Write a part, without the time of its making."""
    part = zipfile.ZipInfo(name, _MADE)
    part.compress_type = compression
    archive.writestr(part, content)
