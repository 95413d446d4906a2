"""Files in YAML, of which plans, messages and the site's data are made."""

from pathlib import Path
from typing import Any, Final

import yaml

# libyaml reads ten times faster; Pyodide and some builds lack it.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(file: Path) -> Any:
    """What a file holds, as plain data.

    Raises:
        yaml.YAMLError: it is not YAML.
    """
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506
