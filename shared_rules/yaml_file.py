"""Files in YAML, of which plans, messages and the site's data are made."""

import json
from pathlib import Path
from typing import Any


def read(file: Path) -> Any:
    """What a file holds, as plain data.

    JSON is YAML too, and a package of the functions holds these files as JSON: reading it needs no
    YAML library, whose import alone would take a function longer than all of its rules.

    Raises:
        yaml.YAMLError: it is not YAML.
    """
    text = file.read_text(encoding="utf-8")
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return _parsed(text)


def loader() -> Any:
    """The class by which PyYAML reads: with libyaml, which Pyodide and some builds lack.

    That reads ten times faster.
    """
    import yaml  # noqa: PLC0415 - only where the file is not JSON

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _parsed(text: str) -> Any:
    import yaml  # noqa: PLC0415 - as above

    return yaml.load(text, Loader=loader())  # noqa: S506
