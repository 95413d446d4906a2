"""Every message of the catalogue is said by something; what nobody says is not kept."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from shared_rules.messages import catalogue

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "site" / "js" / "rules" / "generated"
SAYING = {"Finding.of", "RuleError", "Problem", "rejected", "unprocessable"}


def sources(*patterns: str) -> Iterator[str]:
    for pattern in patterns:
        for file in sorted(ROOT.glob(pattern)):
            if GENERATED not in file.parents and "vendor" not in file.parts:
                yield file.read_text(encoding="utf-8")


def is_of_messages(node: ast.AST) -> bool:
    """Whether it looks a message up, or makes something that says one."""
    if isinstance(node, ast.Subscript):
        return ast.unparse(node.value) in {"catalogue()", "words", "self._words"}
    return isinstance(node, ast.Call) and ast.unparse(node.func) in SAYING


def strings_in(node: ast.AST) -> set[str]:
    constants = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def code_in(node: ast.AST) -> list[ast.expr]:
    """What names the message."""
    if isinstance(node, ast.Subscript):
        return [node.slice]
    return node.args[:2] if isinstance(node, ast.Call) else []


def trees() -> Iterator[ast.Module]:
    return map(ast.parse, sources("functions/**/*.py", "shared_rules/**/*.py", "site/*.py"))


@cache
def said_by_python() -> frozenset[str]:
    """Every string in the code."""
    return frozenset(text for tree in trees() for text in strings_in(tree))


def test_a_code_is_found_by_looking_for_it() -> None:
    """No code is put together from parts: a table names each."""
    made = [
        ast.unparse(node)
        for tree in trees()
        for node in ast.walk(tree)
        if is_of_messages(node)
        if any(isinstance(each, ast.JoinedStr | ast.BinOp) for each in code_in(node))
    ]
    assert made == []


@cache
def said_by_pages() -> str:
    patterns = ("site/**/*.js", "site/**/*.html", "content/**/*.md", "content/**/*.yaml")
    return "\n".join(sources(*patterns))


def is_said(code: str) -> bool:
    if code in said_by_python():
        return True
    return re.search(rf"""["'`(]{re.escape(code)}["'`)]""", said_by_pages()) is not None


@pytest.mark.parametrize("code", catalogue())
def test_a_message_is_said_somewhere(code: str) -> None:
    assert is_said(code), "nothing says it: take it out of messages.yaml"


def test_a_message_that_nobody_says_is_noticed() -> None:
    assert not is_said("roster.never")
    assert not is_said("state.never")
