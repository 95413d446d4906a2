"""The recorded answers are those that the rules give now; a new plan reaches the browser too."""

import json
from datetime import date
from pathlib import Path

import pytest

from functions.local import browser_rules
from shared_rules import plans
from tests.vectors import generate

MAKERS = generate.makers()


@pytest.mark.parametrize("path", MAKERS, ids=lambda path: path.name)
def test_a_file_of_answers_is_fresh(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == MAKERS[path](), "Run: make generate"


def test_there_is_no_file_of_answers_that_nothing_makes() -> None:
    assert set(generate.FOLDER.glob("*.json")) == set(MAKERS)


def test_there_are_thousands_of_answers() -> None:
    assert sum(len(json.loads(path.read_text(encoding="utf-8"))["cases"]) for path in MAKERS) > 5000


def test_a_new_plan_is_added_to_what_the_browser_reads() -> None:
    known, changed = plans.load(), generate.plans_with_next()
    before, after = (browser_rules.plans_module(some) for some in (known, changed))
    assert before == browser_rules.plans_module()
    added = changed[-1]
    assert added.valid_from > date(2026, 1, 1)
    for plan in changed:
        assert f'"valid_from": "{plan.valid_from}"' in after
    assert f'"value": {added.premium.value}' not in before
    assert f'"value": {added.premium.value}' in after
