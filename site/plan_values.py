"""The values of a plan with the words that pages use for them."""

from collections.abc import Iterable
from itertools import chain
from typing import Any, NamedTuple

from shared_rules import articles
from shared_rules.plans import Plan

Words = dict[str, Any]


class PlanValue(NamedTuple):
    """One value of the plan as people read it."""

    label: str
    text: str
    article: str


def article(name: str) -> str:
    """A link to an article, 第五条, or to a reading of ours; of a standard, its name.

    Raises:
        ValueError: there is no such article, standard or reading.
    """
    page, label = articles.page(name), articles.label(name)
    return f'<a class="article" href="{page}">{label}</a>' if page else label


def diseases(plans: Iterable[Plan]) -> list[str]:
    """Every disease that some plan insures, each once: a claim may rest on an older policy."""
    named = (plan.items[item].diseases for plan in plans for item in plan.items)
    return list(dict.fromkeys(chain.from_iterable(named)))


class PlanOnPages:
    """The values of one plan in the words of content/data/plan_words.yaml."""

    def __init__(self, plan: Plan, words: Words) -> None:
        self.plan = plan.model_dump(mode="json")
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

    def _text(self, node: Any, words: Words) -> str:
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
