"""The package as a whole: its table of articles, its catalogue, its plans, what it depends on."""

import ast
import re
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared_rules import cover, daily_allowance, eligibility, lump_sum, plans, premium, yaml_file
from shared_rules.articles import ARTICLE_COUNT, label
from shared_rules.messages import catalogue
from shared_rules.plans import PLANS_FOLDER

PACKAGE = PLANS_FOLDER.parent
CASES = PACKAGE.parent / "tests" / "cases"
CARRIED_OUT = yaml_file.read(PACKAGE / "carried_out.yaml")
# Modules of the standard library that reach outside, or that tell the time.
EFFECTS = {"os", "socket", "subprocess", "time", "urllib.request", "http"}
EFFECTS |= {"boto3", "requests", "functions"}
CODE = re.compile(
    r"""(?:RuleError|Finding\.of)\(\s*f?"([a-z_]+\.[a-z_]+)"|"((?:eligibility|funding|lump_sum)"""
    r"""\.[a-z_]+)\""""
)


def _sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_every_article_is_in_the_table() -> None:
    articles = [f"article-{number}" for number in range(1, ARTICLE_COUNT + 1)]
    assert list(CARRIED_OUT) == [*articles, "notice-2"]
    assert all(label(article) for article in articles)


@pytest.mark.parametrize("entry", CARRIED_OUT.values(), ids=CARRIED_OUT)
def test_an_article_is_carried_out_or_left_to_people(entry: dict[str, Any]) -> None:
    assert ("functions" in entry) != ("by_person" in entry)
    for function in entry.get("functions", []):
        module, _, name = function.rpartition(".")
        assert callable(getattr(import_module(f"shared_rules.{module}"), name))


@pytest.mark.parametrize("entry", CARRIED_OUT.values(), ids=CARRIED_OUT)
def test_the_cases_of_an_article_exist(entry: dict[str, Any]) -> None:
    files = entry.get("cases", [])
    assert all((CASES / file).is_file() for file in files)
    assert files or "by_person" in entry


@pytest.mark.parametrize("file", _sources(), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_every_code_has_its_words(file: Path) -> None:
    codes = {a or b for a, b in CODE.findall(file.read_text(encoding="utf-8"))}
    assert codes <= set(catalogue())


@pytest.mark.parametrize("file", _sources(), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_nothing_reaches_outside(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {name.partition(".")[0] for name in imported}
    assert not imported & EFFECTS
    # A generator that is given its seed gives the same every time.
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"\brandom\.(?!Random\b)[a-z]|from random import (?!Random\b)", text)
    assert not re.search(r"\.(today|now|utcnow)\(", file.read_text(encoding="utf-8"))


@pytest.fixture
def next_plan(tmp_path: Path) -> tuple[plans.Plan, ...]:
    """The plans that there are, and a fictitious one from 2027 on: one file more, nothing else."""
    for file in PLANS_FOLDER.glob("[0-9]*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    latest = max(tmp_path.glob("*.yaml"))
    values = yaml.safe_load(latest.read_text(encoding="utf-8"))
    values["valid_from"] = "2027-01-01"
    values["premium"]["value"] = 120
    values["maximum_age"]["value"] = 62
    values["items"]["breast_cancer"]["lump_sum"]["value"] = 150_000
    values["items"]["breast_cancer"]["daily_allowance"]["value"] = 150
    text = yaml.safe_dump(values, allow_unicode=True)
    (tmp_path / "2027-01-01.yaml").write_text(text, encoding="utf-8")
    return plans.load(tmp_path)


def test_a_new_plan_changes_what_is_sold_from_its_day_on(
    next_plan: tuple[plans.Plan, ...],
) -> None:
    old = plans.in_force(date(2026, 12, 31), next_plan)
    new = plans.in_force(date(2027, 1, 1), next_plan)
    assert [premium.premium(10, plan).amount for plan in (old, new)] == [1000, 1200]
    born, day = date(1965, 6, 1), date(2027, 3, 1)
    assert [bool(eligibility.judge_age(born, day, p, renewal=False)) for p in (old, new)] == [
        True,
        False,
    ]


def test_a_policy_sold_under_the_old_plan_keeps_it(next_plan: tuple[plans.Plan, ...]) -> None:
    policies = [
        cover.Policy(date(2026, 3, 9), date(2026, 3, 10)),
        cover.Policy(date(2027, 3, 9), date(2027, 3, 10)),
    ]
    timeline = cover.timeline(policies, next_plan)
    assert [finding.code for finding in timeline.findings] == ["cover.plan_changed"]
    days = (date(2027, 3, 9), date(2027, 3, 10))
    illnesses = [lump_sum.Illness("breast_cancer", day, day) for day in days]
    sums = [lump_sum.judge(illness, timeline).amount for illness in illnesses]
    assert sums == [100_000, 150_000]
    stay = daily_allowance.Stay("breast_cancer", date(2027, 3, 3), date(2027, 3, 13))
    lines = [line.text for line in daily_allowance.calculate([stay], timeline).lines]
    assert lines == ["7 天 − 3 天免赔 = 4 天 × 100 元 = 400 元", "3 天 × 150 元 = 450 元"]


@pytest.mark.parametrize(
    ("ends", "last_day", "continues"),
    [
        (date(2026, 12, 31), date(2026, 12, 31), True),
        (date(2027, 6, 1), date(2026, 12, 31), True),
        (date(2026, 12, 30), date(2026, 12, 30), False),
        (date(2026, 1, 1), date(2026, 1, 1), False),
    ],
)
def test_who_leaves_early_is_covered_until_then_and_renews_with_a_gap(
    ends: date, last_day: date, *, continues: bool
) -> None:
    left = cover.Policy(date(2025, 12, 31), date(2026, 1, 1), ends)
    next_one = cover.Policy(date(2026, 12, 31), date(2027, 1, 1))
    old, new = cover.timeline([left, next_one]).periods
    assert (old.last_day, new.continuous) == (last_day, continues)
