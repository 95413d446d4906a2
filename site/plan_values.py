"""The values of a plan with the words that pages use for them, and of the plans that are coming."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple

from by_day import dated

from shared_rules import articles
from shared_rules.messages import written_day
from shared_rules.plans import Item, Plan
from shared_rules.premium import premium

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
    named = (item.diseases for plan in plans for item in plan.items.values())
    return list(dict.fromkeys(chain.from_iterable(named)))


def items(plans: Iterable[Plan]) -> dict[str, tuple[str, list[str]]]:
    """Every item of some plan: its name, as the latest has it, and its diseases."""
    found: dict[str, list[Item]] = {}
    for plan in plans:
        for key, item in plan.items.items():
            found.setdefault(key, []).append(item)
    return {
        key: (alike[-1].name, list(dict.fromkeys(chain(*(item.diseases for item in alike)))))
        for key, alike in found.items()
    }


class PlanOnPages:
    """The values of one plan in the words of content/data/plan_words.yaml."""

    def __init__(self, plan: Plan, words: Words) -> None:
        self._plan = plan
        self.plan = plan.model_dump(mode="json")
        self.since: str = self.plan["valid_from"]
        self._words = words

    def find(self, name: str) -> PlanValue:
        """The value at a dotted name such as `items.breast_cancer.lump_sum`.

        Raises:
            LookupError: the plan has no such value, or no label for it.
        """
        node: Any = self.plan
        source = ""
        for part in name.split("."):
            node = node[part]
            source = node.get("article", source) if isinstance(node, dict) else source
        words = self._words["values"][_of_any_item(name)]
        label = words["label"].format(**self._item_of(name))
        return PlanValue(label, self._text(node, words), source)

    def _item_of(self, name: str) -> dict[str, str]:
        parts = name.split(".")
        return {"item": self.plan["items"][parts[1]]["name"]} if parts[0] == "items" else {}

    def _text(self, node: Any, words: Words) -> str:
        if isinstance(node, dict):
            unit = words.get("unit") or self._words["units"][node["unit"]]
            return f"{node['value']:,} {unit}{words.get('per', '')}"
        return node if isinstance(node, str) else "、".join(node)

    def value(self, name: str) -> str:
        """A value and its unit: 30 天."""
        return f'<span class="value">{self.find(name).text}</span>'

    def premium_of(self, people: int) -> str:
        """What so many people cost: 3,600 元，大写叁仟陆佰元整."""
        quoted = premium(people, self._plan)
        return f"{quoted.amount:,} 元，大写{quoted.capitals}"

    def rule(self, name: str) -> str:
        """A value, its unit and the article that sets it, with a link: 30 天（第五条）."""
        found = self.find(name)
        text = f'<strong class="value">{found.text}</strong>'
        return f'<span class="rule">{text}（{article(found.article)}）</span>'

    def of_items(self, field: str) -> str:
        """What the items have by one name, 3 天; each with its name where they differ."""
        found = {
            item["name"]: self.value(f"items.{name}.{field}")
            for name, item in self.plan["items"].items()
            if item[field]
        }
        if len({*found.values()}) == 1:
            return next(iter(found.values()))
        return "，".join(f"{name} {text}" for name, text in found.items())

    def diseases(self) -> str:
        """The diseases that it insures, all items together."""
        return "、".join(chain.from_iterable(it["diseases"] for it in self.plan["items"].values()))

    def all_values(self) -> list[PlanValue]:
        """Every value that pages have words for, in the order of the words."""
        return [
            self.find(name) for name in chain.from_iterable(map(self._named, self._words["values"]))
        ]

    def _named(self, name: str) -> list[str]:
        """The plan's values that one name of the words stands for."""
        if not name.startswith(_ANY_ITEM):
            return [name]
        field = name.removeprefix(_ANY_ITEM)
        return [f"items.{key}.{field}" for key, item in self.plan["items"].items() if item[field]]

    def set_by(self, name: str) -> list[PlanValue]:
        """The values that one article sets."""
        return [value for value in self.all_values() if value.article == name]


_ANY_ITEM: Final = "items.*."


def _of_any_item(name: str) -> str:
    """`items.breast_cancer.lump_sum` → `items.*.lump_sum`; other names as they are."""
    parts = name.split(".")
    return f"{_ANY_ITEM}{parts[-1]}" if parts[0] == "items" else name


class PlansByDay:
    """The plan of the day that pages are built for, and those coming, each from its day on.

    What pages ask for by these names follows the day on which they are read.
    """

    def __init__(self, plans: Sequence[PlanOnPages]) -> None:
        self.plans = plans

    def banks(self) -> list[str]:
        """Every bank to whose cards some of the plans pays, each once."""
        names = (plan.plan["payout_banks"]["names"] for plan in self.plans)
        return list(dict.fromkeys(chain.from_iterable(names)))

    def by_day(self, tag: str = "span", *, caller: Callable[[PlanOnPages], str]) -> str:
        """What a template says of each plan: `{% call(shown) … %}` in it is the caller."""
        said = self._dated(caller)
        return f"<{tag}>{said}</{tag}>" if "<template data-from" in said else said

    def _dated(self, say: Callable[[PlanOnPages], str]) -> str:
        return dated((each.since, say(each)) for each in self.plans)

    def value(self, name: str) -> str:
        """A value and its unit: 30 天."""
        return f'<span class="value">{self._dated(lambda plan: plan.find(name).text)}</span>'

    def number(self, name: str) -> str:
        """A value without its unit."""
        return self.by_day(caller=lambda plan: plan.find(name).text.partition(" ")[0])

    def premium_of(self, people: int) -> str:
        """What so many people cost, in figures and in capital numerals (大写)."""
        return self.by_day(caller=lambda plan: plan.premium_of(people))

    def rule(self, name: str) -> str:
        """A value, its unit and the article that sets it, with a link: 30 天（第五条）."""
        return self.by_day(caller=lambda plan: plan.rule(name))

    def set_in(self, name: str) -> str:
        """The article that sets a value, with a link."""
        return self.by_day(caller=lambda plan: article(plan.find(name).article))

    def of_items(self, field: str) -> str:
        """What the items have by one name, 3 天; each with its name where they differ."""
        return self.by_day(caller=lambda plan: plan.of_items(field))

    def every_disease(self) -> str:
        """The diseases that the plan insures, all items together."""
        return self.by_day(caller=lambda plan: plan.diseases())

    def since(self) -> str:
        """The day from which the plan is in force."""
        return self.by_day(caller=lambda plan: written_day(plan.since))

    def label(self, name: str) -> str:
        """What a value is called: 等待期."""
        return self.plans[0].find(name).label

    def hotline(self, name: str = "") -> str:
        """The number to report a claim by, to tap."""
        return self.by_day(caller=lambda plan: call(plan.plan["hotline"]["number"], name))

    def sets_values(self, name: str) -> bool:
        """Whether an article sets values of a plan."""
        return any(plan.set_by(name) for plan in self.plans)


def call(number: str, name: str = "") -> str:
    """A number to tap."""
    named = f"<span>{name}</span> " if name else ""
    return f'<a class="call" href="tel:{number.replace("-", "")}">{named}{number}</a>'
