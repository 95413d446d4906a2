"""What is read at once fits a screen: no function is longer than that."""

import ast
from collections.abc import Iterator

from tests.unit.test_nothing_dead import modules

SCREEN = 40
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
