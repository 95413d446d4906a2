"""A package that was rewritten imports its modules when somebody asks for what is in them."""

import subprocess
import sys
from pathlib import Path

import pytest

from functions.local.lazy_package import import_on_request

_INIT = '''"""What is in it."""
from __future__ import annotations

import json
from offers.needed import begin
from offers.parts import Other as Renamed, Part
from .waits import Late, Later
from .same import same

__all__ = ["Late"]
begin()
'''
_MODULES = {
    "needed": "def begin(): print('begun')",
    "parts": "class Other: ...\nclass Part: ...",
    "waits": "print('waits is there')\nLate = 1\nLater = 2",
    "same": "def same(): return 'function'",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    package = tmp_path / "offers"
    package.mkdir()
    (package / "__init__.py").write_text(_INIT, "utf-8")
    for name, content in _MODULES.items():
        (package / f"{name}.py").write_text(content, "utf-8")
    import_on_request(package / "__init__.py")
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("import offers", "begun"),
        ("import offers; print(offers.Renamed.__name__)", "begun Other"),
        ("from offers import Late, Later; print(Late + Later)", "begun waits is there 3"),
        ("from offers import waits; import offers; print(offers.Late)", "begun waits is there 1"),
        ("import offers, offers.same; print(offers.same())", "begun function"),
        ("import offers; print(hasattr(offers, 'nothing'))", "begun False"),
        ("import offers; print(offers.__doc__, offers.__all__)", "begun What is in it. ['Late']"),
    ],
)
def test_only_what_is_asked_for_is_imported(folder: Path, asked: str, printed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=folder, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == printed.split()
