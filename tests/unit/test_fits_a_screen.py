"""What is read at once fits a screen: no function is longer than that."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCREEN = 40
Function = ast.FunctionDef | ast.AsyncFunctionDef


def lengths(room: str) -> Iterator[tuple[str, int]]:
    for file in sorted((ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                last = node.end_lineno or node.lineno
                yield f"{file.relative_to(ROOT)}: {node.name}", last - node.lineno + 1


def test_every_function_fits_a_screen() -> None:
    found = [each for room in ("functions", "shared_rules", "site") for each in lengths(room)]
    assert len(found) > 1000
    assert [each for each in found if each[1] > SCREEN] == []
