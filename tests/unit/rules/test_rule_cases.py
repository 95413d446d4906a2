"""The cases written by hand from the articles: red means that a person decides what is right."""

import pytest

from shared_rules.articles import label
from tests.hand_written import Case, plan_of, read_cases
from tests.vectors.calls import Calls

CASES = read_cases()
# In letters that need no escape: where tests are collected twice, as for mutants, pytest escapes
# the escapes, and no longer finds a test by its name.
IDS = [f"{case['article']}-{case['rule']}-{number}" for number, case in enumerate(CASES, 1)]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_case(case: Case) -> None:
    result = Calls((plan_of(case),)).answer(case["rule"], case["input"])
    assert {key: result.get(key) for key in case["expected"]} == case["expected"], case["name"]


def test_there_are_enough_cases_each_with_an_article_and_a_name_of_its_own() -> None:
    names = [(case["rule"], case["name"]) for case in CASES]
    assert len(CASES) >= 150
    assert len(set(names)) == len(names)
    assert all(label(case["article"]) for case in CASES)
