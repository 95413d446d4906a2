"""What the pages may ask for: values of the plan in force, articles, counties and texts.

mkdocs-macros and Zensical both call `define_env`. An unknown name stops the build.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, Protocol
from zoneinfo import ZoneInfo

SITE: Final = Path(__file__).parent
ROOT: Final = SITE.parent
# The builders leave these out of the import path; `site` itself is a module of Python's.
sys.path += [str(ROOT), str(SITE)]

import plan_values  # noqa: E402
import programme  # noqa: E402
import regulations  # noqa: E402
from worked_examples import WorkedExamples, read_cases  # noqa: E402

from shared_rules import articles, yaml_file  # noqa: E402
from shared_rules.claim import limits as claim_limits  # noqa: E402
from shared_rules.first_day import RENEWS_WITHIN  # noqa: E402
from shared_rules.identity import bank_card  # noqa: E402
from shared_rules.messages import catalogue, filled, written_day  # noqa: E402
from shared_rules.plans import in_force, load  # noqa: E402
from shared_rules.roster import form, limits  # noqa: E402

DATA: Final = ROOT / "content" / "data"
SHANGHAI: Final = ZoneInfo("Asia/Shanghai")

Data = dict[str, Any]


class Pages(Protocol):
    """What both site builders hand to `define_env`."""

    variables: Any

    def macro(self, function: Any, name: str = ...) -> Any:
        """Make a function callable from the pages."""


def read(name: str) -> Data:
    """One file of `content/data`."""
    data: Data = yaml_file.read(DATA / f"{name}.yaml")
    return data


def carried_out() -> Data:
    """How each article is carried out: its functions and cases, or why a person decides it."""
    data: Data = yaml_file.read(ROOT / "shared_rules" / "carried_out.yaml")
    return data


def build_day() -> date:
    """The day the site is built for, in 宁夏; SOURCE_DATE_EPOCH sets it."""
    seconds = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return datetime.fromtimestamp(seconds, SHANGHAI).date()


def county_options() -> str:
    """宁夏's counties as `<option>`s, grouped by city, for a `<select>`."""
    return "".join(
        f'<optgroup label="{city["name"]}">'
        + "".join(f" <option>{county['name']}</option>" for county in city["counties"])
        + "</optgroup>"
        for city in read("areas")["cities"]
    )


def message(code: str, **params: str | int) -> str:
    """What the catalogue says under a code, and what to do: for forms that ask before the API.

    Raises:
        KeyError: there is no such code, or it needs another param.
    """
    found = catalogue()[code]
    return filled(f"{found.explanation}{found.fix}", params)


def missing(code: str, **params: str | int) -> str:
    """The attributes with which an input says what is wrong when it is left open.

    Raises:
        KeyError: there is no such code, or it needs another param.
    """
    title = filled(catalogue()[code].title, params)
    return f'data-missing-title="{title}" data-missing="{message(code, **params)}"'


def readings() -> list[Data]:
    """The readings of ours, each with the article that it reads (`of`)."""
    return [
        {**each, "of": articles.article_read(each["name"])} for each in read("readings")["readings"]
    ]


def changes(plans: list[plan_values.PlanOnPages], day: date) -> list[Data]:
    """The plans that follow another, with that one: coming, or not older than a year.

    Policies that were issued under the one before run for a year.
    """
    told = (day - timedelta(days=366)).isoformat()
    return [{"plan": new, "before": old} for old, new in pairwise(plans) if new.since > told]


def define_env(env: Pages) -> None:
    """Register everything above with the builder."""
    today = build_day()
    _define_plans(env, today)
    _define_regulations(env, today)
    examples = WorkedExamples(read_cases(ROOT / "tests" / "cases"), read("case_words"))
    _define(env, message, missing, county_options, examples.example)
    env.macro(written_day, "day")
    env.macro(articles.label, "article_label")
    env.macro(articles.page, "article_page")
    for name in (
        "areas",
        "articles",
        "consent",
        "eligibility",
        "papers",
        "ready_words",
        "retention",
    ):
        env.variables[name] = read(name)
    env.variables["readings"] = readings()
    env.variables["renews_within"] = RENEWS_WITHIN.days
    env.variables["catalogue"] = catalogue()
    env.variables["limits"] = limits
    env.variables["bank_card"] = bank_card
    env.variables["claim_limits"] = claim_limits
    env.variables["roster_headers"] = list(form.HEADERS.values())
    env.variables["roster_columns"] = form.OWN_COLUMNS
    env.variables["carried_out"] = carried_out()


def _define_plans(env: Pages, today: date) -> None:
    """What pages say of all plans, and of that of the day and those coming, each on its day."""
    words = read("plan_words")
    every = [plan_values.PlanOnPages(each, words) for each in load()]
    since = in_force(today).valid_from.isoformat()
    shown = plan_values.PlansByDay([each for each in every if each.since >= since])
    _define(
        env,
        *(shown.value, shown.number, shown.rule, shown.set_in, shown.of_items, shown.label),
        shown.premium_of,
        *(shown.since, shown.hotline, shown.every_disease, shown.by_day, shown.sets_values),
        *(plan_values.article, plan_values.call),
    )
    env.variables["plans"] = every
    env.variables["plan_changes"] = changes(every, today)
    env.variables["diseases"] = plan_values.diseases(load())
    env.variables["every_item"] = plan_values.items(load())
    env.variables["banks"] = shown.banks()
    env.variables["structured_data"] = programme.structured_data(shown.plans, read("areas"))


def _define_regulations(env: Pages, today: date) -> None:
    """The texts of the 办法, and what articles say on the day and later."""
    versions = regulations.read_versions(DATA / "regulations")
    texts = regulations.TextsByDay(versions, today.isoformat())
    _define(env, texts.wordings, texts.wording_now, texts.topic_by_day, texts.text_by_day)
    # The notice is a document of 2019, its annex with it; what is in force stands by article.
    env.variables["printed_regulations"] = versions[0].text
    begun = [each.text for each in versions if each.since <= today.isoformat()]
    env.variables["regulations"] = begun[-1]


def _define(env: Pages, *functions: Callable[..., Any]) -> None:
    for function in functions:
        env.macro(function, function.__name__)
