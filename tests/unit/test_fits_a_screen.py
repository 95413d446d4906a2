"""What is read at once fits a screen, and what is opened at once ten: functions and files."""

import ast
from collections.abc import Iterator

from tests.unit.test_nothing_dead import ROOT, modules

SCREEN = 40
FILE = 10 * SCREEN
Function = ast.FunctionDef | ast.AsyncFunctionDef


def lengths() -> Iterator[tuple[str, int]]:
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                last = node.end_lineno or node.lineno
                yield f"{module}.{node.name}", last - node.lineno + 1


def test_every_function_fits_a_screen() -> None:
    found = list(lengths())
    assert len(found) > 1000
    assert [each for each in found if each[1] > SCREEN] == []


def test_every_file_fits_ten() -> None:
    """Those of the tests, too. JavaScript is held to the same by eslint.config.js."""
    rooms = ("functions", "shared_rules", "site", "tests")
    files = [file for room in rooms for file in (ROOT / room).rglob("*.py")]
    assert len(files) > 800
    found = {
        str(each.relative_to(ROOT)): len(each.read_text("utf-8").splitlines()) for each in files
    }
    assert not {name for name, length in found.items() if length > FILE}
