"""Several files in one archive, with a manifest; the same files give the same bytes."""

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any, Final

MANIFEST: Final = "manifest.json"

_MADE: Final = (1980, 1, 1, 0, 0, 0)
# What is packed already: pictures, and most of what a PDF holds.
_PACKED: Final = (".jpg", ".png", ".pdf")


def packed(made: Mapping[str, bytes], about: Mapping[str, Any]) -> bytes:
    """All files, and what `about` says of them, in one file."""
    text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in {**made, MANIFEST: text.encode()}.items():
            part = zipfile.ZipInfo(name, _MADE)
            is_packed = name.endswith(_PACKED)
            part.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            archive.writestr(part, data)
    return target.getvalue()
