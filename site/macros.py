"""What the pages may ask for: values of the plan in force, articles, counties and texts.

mkdocs-macros and Zensical both call `define_env`. An unknown name stops the build.
"""

import os
import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, Protocol
from zoneinfo import ZoneInfo

SITE: Final = Path(__file__).parent
ROOT: Final = SITE.parent
# The builders leave these out of the import path; `site` itself is a module of Python's.
sys.path += [str(ROOT), str(SITE)]

import plan_values  # noqa: E402
import programme  # noqa: E402
from worked_examples import WorkedExamples, read_cases  # noqa: E402

from shared_rules import articles, yaml_file  # noqa: E402
from shared_rules.claim import limits as claim_limits  # noqa: E402
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


def define_env(env: Pages) -> None:
    """Register everything above with the builder."""
    plan = in_force(build_day())
    words = read("plan_words")
    shown = plan_values.PlanOnPages(plan, words)
    cases = read_cases(ROOT / "tests" / "cases")
    examples = WorkedExamples(cases, read("case_words"), plan)
    for function in (shown.rule, shown.value, shown.label, shown.set_by, shown.all_values):
        env.macro(function, function.__name__)
    for plain in (plan_values.article, examples.example, message, missing, county_options):
        env.macro(plain, plain.__name__)
    env.macro(written_day, "day")
    env.macro(articles.label, "article_label")
    env.macro(articles.page, "article_page")
    for name in (
        "areas",
        "articles",
        "consent",
        "eligibility",
        "papers",
        "regulations",
        "retention",
    ):
        env.variables[name] = read(name)
    env.variables["readings"] = readings()
    env.variables["plan"] = shown.plan
    env.variables["plans_on_pages"] = [plan_values.PlanOnPages(each, words) for each in load()]
    env.variables["diseases"] = plan_values.diseases(load())
    env.variables["catalogue"] = catalogue()
    env.variables["limits"] = limits
    env.variables["claim_limits"] = claim_limits
    env.variables["roster_headers"] = list(form.HEADERS.values())
    env.variables["roster_columns"] = form.OWN_COLUMNS
    env.variables["carried_out"] = carried_out()
    env.variables["structured_data"] = programme.structured_data(
        plan, shown.all_values(), read("areas")
    )
