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
FAMILY = re.compile(r"([a-z_]+)\.\Z")
SAYING = {"Finding.of", "RuleError", "Problem", "rejected"}


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


def families_in(node: ast.AST) -> set[str]:
    """The beginnings of f-strings that end in a dot."""
    made = (each.values[0] for each in ast.walk(node) if isinstance(each, ast.JoinedStr))
    beginnings = (str(first.value) for first in made if isinstance(first, ast.Constant))
    return {family for text in beginnings for family in FAMILY.findall(text)}


@cache
def said_by_python() -> tuple[frozenset[str], frozenset[str]]:
    """Every string in the code, and the families of messages to which it adds a word."""
    trees = [
        ast.parse(text)
        for text in sources("functions/**/*.py", "shared_rules/**/*.py", "site/*.py")
    ]
    asking = (node for tree in trees for node in ast.walk(tree) if is_of_messages(node))
    return (
        frozenset(text for tree in trees for text in strings_in(tree)),
        frozenset(family for node in asking for family in families_in(node)),
    )


@cache
def said_by_pages() -> str:
    patterns = ("site/**/*.js", "site/**/*.html", "content/**/*.md", "content/**/*.yaml")
    return "\n".join(sources(*patterns))


def is_said(code: str) -> bool:
    strings, families = said_by_python()
    family, _, word = code.partition(".")
    if code in strings or (family in families and word in strings):
        return True
    return re.search(rf"""["'`(]{re.escape(code)}["'`)]""", said_by_pages()) is not None


@pytest.mark.parametrize("code", catalogue())
def test_a_message_is_said_somewhere(code: str) -> None:
    assert is_said(code), "nothing says it: take it out of messages.yaml"


def test_a_message_that_nobody_says_is_noticed() -> None:
    assert not is_said("roster.never")
    assert not is_said("state.never")
