"""What the pages may ask for: values of the plan in force, articles, counties and texts.

mkdocs-macros and Zensical both call `define_env`. An unknown name stops the build.
"""

import os
import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol
from zoneinfo import ZoneInfo

import yaml

ROOT: Final = Path(__file__).parent.parent
# The builders' own commands leave the project's folder out of the import path.
sys.path.append(str(ROOT))

from shared_rules import articles  # noqa: E402
from shared_rules.messages import catalogue  # noqa: E402
from shared_rules.plans import Plan, in_force  # noqa: E402
from shared_rules.roster import limits  # noqa: E402

DATA: Final = ROOT / "content" / "data"
SHANGHAI: Final = ZoneInfo("Asia/Shanghai")

Data = dict[str, Any]


class Pages(Protocol):
    """What both site builders hand to `define_env`."""

    variables: Any

    def macro(self, function: Any, name: str = ...) -> Any:
        """Make a function callable from the pages."""


class PlanValue(NamedTuple):
    """One value of the plan as people read it."""

    label: str
    text: str
    article: str


def read(name: str) -> Data:
    """One file of `content/data`."""
    data: Data = yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    return data


def build_day() -> date:
    """The day the site is built for, in 宁夏; SOURCE_DATE_EPOCH sets it."""
    seconds = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return datetime.fromtimestamp(seconds, SHANGHAI).date()


def article(name: str) -> str:
    """A link to an article: 第五条.

    Raises:
        ValueError: there is no such article.
    """
    return f'<a class="article" href="{articles.page(name)}">{articles.label(name)}</a>'


class PlanOnPages:
    """The values of one plan with the words that pages use for them."""

    def __init__(self, plan: Plan, words: Data) -> None:
        self._plan = plan.model_dump()
        self._words = words

    def find(self, name: str) -> PlanValue:
        """The value at a dotted name such as `items.breast_cancer.lump_sum`.

        Raises:
            LookupError: the plan has no such value, or no label for it.
        """
        node: Any = self._plan
        source = ""
        for part in name.split("."):
            node = node[part]
            source = node.get("article", source) if isinstance(node, dict) else source
        words = self._words["values"][name]
        return PlanValue(words["label"], self._text(node, words), source)

    def _text(self, node: Any, words: Data) -> str:
        if isinstance(node, dict):
            unit = words.get("unit") or self._words["units"][node["unit"]]
            return f"{node['value']:,} {unit}{words.get('per', '')}"
        return node if isinstance(node, str) else "、".join(node)

    def value(self, name: str) -> str:
        """A value and its unit: 30 天."""
        return f'<span class="value">{self.find(name).text}</span>'

    def rule(self, name: str) -> str:
        """A value, its unit and the article that sets it, with a link: 30 天（第五条）."""
        found = self.find(name)
        text = f'<strong class="value">{found.text}</strong>'
        return f'<span class="rule">{text}（{article(found.article)}）</span>'

    def all_values(self) -> list[PlanValue]:
        """Every value that pages have words for, in the order of the words."""
        return [self.find(name) for name in self._words["values"]]

    def label(self, name: str) -> str:
        """What a value is called: 等待期."""
        return self.find(name).label

    def set_by(self, name: str) -> list[PlanValue]:
        """The values that one article sets."""
        return [value for value in self.all_values() if value.article == name]


def county_options() -> str:
    """宁夏's counties as `<option>`s, grouped by city, for a `<select>`."""
    return "".join(
        f'<optgroup label="{city["name"]}">'
        + "".join(f"<option>{county['name']}</option>" for county in city["counties"])
        + "</optgroup>"
        for city in read("areas")["cities"]
    )


def message(code: str, **params: str | int) -> str:
    """What the catalogue says under a code, and what to do: for forms that ask before the API.

    Raises:
        KeyError: there is no such code, or it needs another param.
    """
    found = catalogue()[code]
    return f"{found.explanation}{found.fix}".format_map(params)


def missing(code: str, **params: str | int) -> str:
    """The attributes with which an input says what is wrong when it is left open.

    Raises:
        KeyError: there is no such code, or it needs another param.
    """
    title = catalogue()[code].title.format_map(params)
    return f'data-missing-title="{title}" data-missing="{message(code, **params)}"'


def define_env(env: Pages) -> None:
    """Register everything above with the builder."""
    plan = in_force(build_day())
    shown = PlanOnPages(plan, read("plan_words"))
    for function in (shown.rule, shown.value, shown.label, shown.set_by, shown.all_values):
        env.macro(function, function.__name__)
    for plain in (article, message, missing, county_options):
        env.macro(plain, plain.__name__)
    env.macro(articles.label, "article_label")
    env.macro(articles.page, "article_page")
    for name in ("areas", "consent", "regulations"):
        env.variables[name] = read(name)
    env.variables["plan"] = plan.model_dump(mode="json")
    env.variables["limits"] = limits
