"""Every answer that a test gets is one that the API's document declares for its route."""

import json
import re
from http import HTTPStatus
from typing import Any, Final

from functions.info.handler import OPENAPI_FILE

_PATHS: Final = json.loads(OPENAPI_FILE.read_text(encoding="utf-8"))["paths"]
# A path without a place in it before one that has such a place.
_ROUTES: Final = [
    (re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path)), operations)
    for path, operations in sorted(_PATHS.items(), key=lambda each: each[0].count("{"))
]


def assert_declared(method: str, path: str, status: int, media_type: str) -> None:
    """Hold an answer against the document; what no route answers, and a failure, it has none of."""
    for pattern, operations in _ROUTES:
        if method.lower() in operations and pattern.fullmatch(path):
            declared: dict[str, Any] = operations[method.lower()]["responses"]
            if status != HTTPStatus.INTERNAL_SERVER_ERROR:
                content = declared.get(str(int(status)), {}).get("content", {})
                assert media_type in content, f"not declared: {method} {path} {status} {media_type}"
            return
