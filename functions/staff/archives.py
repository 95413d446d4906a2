"""Several files in one archive, with a manifest; the same files give the same bytes."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from functions.staff.models import ArchiveFile

MANIFEST: Final = "manifest.json"

_MADE: Final = (1980, 1, 1, 0, 0, 0)
# What is packed already: pictures, and most of what a PDF holds.
_PACKED: Final = (".jpg", ".png", ".pdf")


class Archive(NamedTuple):
    """All files in one, what is in it, and the SHA-256 by which it is known again."""

    data: bytes
    files: list[ArchiveFile]
    sha256: str


def pack(made: Mapping[str, bytes], about: Mapping[str, Any]) -> Archive:
    """All files in one; the manifest has what `about` says, and names them."""
    files = [
        ArchiveFile(name=name, bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
        for name, data in made.items()
    ]
    said = {**about, "files": [each.model_dump() for each in files]}
    manifest = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
    data = _zipped({**made, MANIFEST: manifest.encode()})
    return Archive(data, files, hashlib.sha256(data).hexdigest())


def _zipped(made: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in made.items():
            part = zipfile.ZipInfo(name, _MADE)
            is_packed = name.endswith(_PACKED)
            part.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            archive.writestr(part, data)
    return target.getvalue()
