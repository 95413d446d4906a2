"""Pages and letters by jinja2, which is imported only when one is written."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def templates(folder: Path) -> "Environment":
    """The templates of a folder: in HTML all that is put in is escaped, and nothing may lack."""
    import jinja2  # noqa: PLC0415 - few requests need it, and no start

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=jinja2.select_autoescape(["html"]),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
