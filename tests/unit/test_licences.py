"""Licences of what goes out: what the functions carry, and what stands in published pages."""

import json
import re
from importlib.metadata import metadata
from pathlib import Path
from typing import Any, Final

import engine
import pytest

ROOT: Final = Path(__file__).parents[2]
VENDOR: Final = ROOT / "site" / "js" / "vendor"
ALLOWED: Final = frozenset(
    {
        *("MIT", "MIT License", "MIT-0", "MIT-CMU", "MIT No Attribution License (MIT-0)"),
        *(
            "Apache-2.0",
            "Apache Software License",
            "Apache-2.0 OR BSD-3-Clause",
            "(MIT OR Apache-2.0)",
        ),
        *("BSD-3-Clause", "BSD License", "ISC", "PSF-2.0"),
        # Of libraries that are imported as they came, and that anybody may put another in place of.
        "GNU Lesser General Public License v2 or later (LGPLv2+)",
        "GNU Lesser General Public License v3 (LGPLv3)",
    }
)
"""As packages name them; a new name is read before it is added. No GPL: a function is one work."""


def carried() -> list[str]:
    """The distributions that the functions ship, and the theme, whose files the site has."""
    locked = (ROOT / "functions" / "requirements.txt").read_text(encoding="utf-8")
    return [
        *re.findall(r"^([A-Za-z0-9._-]+)(?:\[.*?\])?==", locked, re.MULTILINE),
        "mkdocs-material",
    ]


def licences(name: str) -> list[str]:
    """What a distribution says of its licence, each by the name that it uses."""
    said: Any = metadata(name)  # a mail's headers, which its type does not say
    if expression := said.get("License-Expression"):
        return [expression]
    classified = [
        each.rpartition(" :: ")[2]
        for each in said.get_all("Classifier") or []
        if each.startswith("License :: ")
    ]
    return classified or [said.get("License") or "none"]


@pytest.mark.parametrize("name", carried())
def test_what_functions_and_pages_carry_is_under_a_licence_that_was_read(name: str) -> None:
    assert set(licences(name)) <= ALLOWED


@pytest.mark.parametrize("folder", sorted(VENDOR.iterdir()), ids=lambda folder: str(folder.name))
def test_a_script_of_others_has_its_licence_beside_it(folder: Path) -> None:
    package = ROOT / "node_modules" / folder.name / "package.json"
    assert json.loads(package.read_text(encoding="utf-8"))["license"] in ALLOWED
    assert list(folder.glob("LICENSE*"))


def test_what_browsers_check_lists_with_has_its_licences_beside_it() -> None:
    package = json.loads((engine.PYODIDE / "package.json").read_text(encoding="utf-8"))
    # Of the files that it covers, as they came: the rest of what stands beside them is not meant.
    assert package["license"] == "MPL-2.0"
    told = engine.licences()
    locked = (ROOT / "requirements-browser.txt").read_text(encoding="utf-8")
    for name in ("pyodide", *re.findall(r"^([a-z-]+)==", locked, re.MULTILINE)):
        assert name.replace("-", "_") in told.lower().replace("-", "_")
