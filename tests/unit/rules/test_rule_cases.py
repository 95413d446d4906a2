"""The cases written by hand from the articles: red means that a person decides what is right."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from shared_rules.articles import label
from tests.vectors.calls import Calls

FOLDER = Path(__file__).parents[2] / "cases"
CASES: list[dict[str, Any]] = [
    case
    for file in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    result = Calls().answer(case["rule"], case["input"])
    assert {key: result.get(key) for key in case["expected"]} == case["expected"]


def test_there_are_enough_cases_each_with_an_article_and_a_name_of_its_own() -> None:
    names = [(case["rule"], case["name"]) for case in CASES]
    assert len(CASES) >= 150
    assert len(set(names)) == len(names)
    assert all(label(case["article"]) for case in CASES)
