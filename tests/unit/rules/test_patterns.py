"""Regular expressions that are compiled when they are first used."""

import re

import pytest

from shared_rules import patterns


def test_an_expression_is_compiled_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(re, "compile", None)
        word = patterns.later("name|n/?a", re.IGNORECASE)
        assert word.pattern == "name|n/?a"
    assert word.fullmatch("NAME")
    assert not word.fullmatch("names")
    assert word.sub("", "Na 3").strip() == "3"


def test_a_process_that_forks_compiles_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    word = patterns.later("[0-9]+")
    patterns.compile_all()
    monkeypatch.setattr(re, "compile", None)
    assert word.search("a 1")
