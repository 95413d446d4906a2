"""Write what the rules answer at every edge, and the hand-written cases, as JSON for Node.

`python -m tests.vectors.generate` writes the files; test_vectors.py compares them.
"""

import json
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from functions.local.browser_rules import plan_values
from shared_rules import plans
from shared_rules.plans import Plan
from tests.hand_written import Case, plan_of, read_cases
from tests.vectors.calls import Calls, Result
from tests.vectors.edge_days import Edge
from tests.vectors.edges import GROUPS, edges, next_plan

FOLDER: Final = Path(__file__).parent
# Left out of an answer whose codes have been seen: a code's words are the same every time.
_WORDS: Final = ("severities", "messages")


def makers() -> dict[Path, Callable[[], str]]:
    """What makes the text of each file."""
    return {
        **{FOLDER / f"{group}.json": partial(_edges_of, group) for group in GROUPS},
        FOLDER / "next-plan.json": _under_the_next_plan,
        **{
            FOLDER / f"cases-{plan}.json": partial(_hand_written, list(cases))
            for plan, cases in groupby(
                sorted(read_cases(), key=itemgetter("plan")), itemgetter("plan")
            )
        },
    }


def _edges_of(group: str) -> str:
    return _document(edges(group), Calls())


def _under_the_next_plan() -> str:
    changed = plans_with_next()
    known = [plan_values(plan) for plan in changed]
    return _document(next_plan(changed[-1]), Calls(changed), known)


NEW_DISEASE: Final = "外阴癌"
"""What only the fictitious plan insures."""


def plans_with_next() -> tuple[Plan, ...]:
    """The plans that there are, and a fictitious one from a later year on."""
    known = plans.load()
    values = known[-1].model_dump(mode="json")
    values["valid_from"] = f"{max(2026, known[-1].valid_from.year) + 1}-01-01"
    values["premium"]["value"] += 20
    values["maximum_age"]["value"] += 2
    values["waiting_period"]["value"] += 30
    values["items"]["breast_cancer"]["lump_sum"]["value"] *= 2
    values["items"]["breast_cancer"]["daily_allowance"]["value"] += 50
    values["items"]["gynaecological_cancer"]["unpaid_days_per_stay"]["value"] -= 1
    its = values["items"]["gynaecological_cancer"]
    its["diseases"] = list(dict.fromkeys([*its["diseases"], NEW_DISEASE]))
    return (*known, Plan.model_validate(values))


def _hand_written(cases: list[Case]) -> str:
    """Cases about one plan: under this one they are judged in the browser too."""
    told = [[each["rule"], each["input"], each["expected"], each["name"]] for each in cases]
    return _lines({"plans": [plan_values(plan_of(cases[0]))], "cases": told})


def _document(asked: Iterable[Edge], calls: Calls, known: list[Any] | None = None) -> str:
    seen: set[str] = set()
    unique = {json.dumps(edge): edge for edge in asked}
    answered = [
        [rule, facts, _told(calls.answer(rule, facts), seen)] for rule, facts in unique.values()
    ]
    return _lines({"plans": known, "cases": answered} if known else {"cases": answered})


def _told(result: Result, seen: set[str]) -> Result:
    codes = {*result.get("codes", ()), *([result["error"]] if "error" in result else ())}
    new = codes - seen
    seen |= codes
    return {key: value for key, value in result.items() if new or key not in _WORDS}


def _lines(document: dict[str, list[Any]]) -> str:
    """JSON with a line for each entry, so that a change shows in a diff."""
    parts = [
        f'"{key}": [\n'
        + ",\n".join(json.dumps(e, ensure_ascii=False, separators=(",", ":")) for e in entries)
        + "\n]"
        for key, entries in document.items()
    ]
    return "{" + ",\n".join(parts) + "}\n"


if __name__ == "__main__":
    for path, make in makers().items():
        path.write_text(make(), encoding="utf-8")
