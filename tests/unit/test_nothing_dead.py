"""What is public is used: no function or class is kept for its tests alone."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Proof of what the browser says, which nothing else asks in Python; and what the desk is to show.
EXEMPT = {
    "shared_rules.eligibility.judge",
    # Asked by site/js/roster/engine/python.js.
    *("functions.rosters.in_browser.answer", "functions.rosters.in_browser.prepare"),
}
BY_NAME = {"inspect", "clean"}  # of each kind of document, imported when the first one comes
Definition = ast.FunctionDef | ast.ClassDef


@cache
def modules() -> dict[str, ast.Module]:
    return {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): ast.parse(
            file.read_text(encoding="utf-8")
        )
        for room in ("functions", "shared_rules", "site")
        for file in sorted((ROOT / room).rglob("*.py"))
    }


@cache
def used() -> frozenset[str]:
    """Every name that some module takes from another, or uses of its own, in full."""
    return frozenset(name for module, tree in modules().items() for name in used_in(module, tree))


def used_in(module: str, tree: ast.Module) -> Iterator[str]:
    rooms: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            base = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
            for alias in node.names:
                rooms[alias.asname or alias.name] = base + alias.name
                yield base + alias.name
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield f"{module}.{node.id}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{rooms.get(node.value.id, module)}.{node.attr}"


def is_registered(node: Definition) -> bool:
    """A decorated function is called by what decorates it: a route, a schedule."""
    return isinstance(node, ast.FunctionDef) and bool(node.decorator_list)


def test_what_is_public_is_used() -> None:
    public = {
        f"{module}.{node.name}"
        for module, tree in modules().items()
        if module.partition(".")[0] != "site"
        for node in tree.body
        if isinstance(node, Definition) and not node.name.startswith("_")
        if not is_registered(node) and node.name not in BY_NAME
    }
    assert len(public) > 100
    assert public - used() - EXEMPT == set()
