"""The list of the demo at /roster/?demo, and what the service says of it: nobody in it exists.

The page walks through it without sending anything, so every answer that it can need is made here,
by the rules themselves: one for each part of what is wrong in the list that is put right.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime, time
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from functions.local import browser_rules, samples
from functions.platform.clock import SHANGHAI
from functions.records.areas import contact_of
from functions.rosters import checking, lists, progress
from functions.rosters.check_models import RosterCheckRequest, RosterUnitIn
from functions.rosters.models import Receipt
from shared_rules import plans
from shared_rules.premium import premium

FILE: Final = browser_rules.FOLDER / "demo-list.js"
# Made once and kept: ages, and the day on which cover begins, follow from it.
DAY: Final = date(2026, 12, 1)
_NOW: Final = datetime.combine(DAY, time(10), SHANGHAI)
_PEOPLE: Final = 6
# The row of each mistake; rows that were typed count from 1.
_SLIP, _NAMELESS, _MAN = 2, 3, 5
UNIT: Final[dict[str, Any]] = {
    "name": "贺兰县示例小学",
    "kind": "事业单位",
    "county": "贺兰县",
    "union": True,
    "contact_name": "赵敏",
    "phone": "0951-2090080",
    "funding": "self",
}
NONE: Final = "没有（演示）"
"""What stands where a receipt has its number and its access code."""


_GOOD: Final = samples.people(8, seed=1, today=DAY)


def people() -> list[samples.Person]:
    """Six people with three of the mistakes that real lists have."""
    bad = samples.flawed(_GOOD, today=DAY)
    rows = _GOOD[:_PEOPLE]
    rows[_SLIP - 1] = bad[1]
    rows[_NAMELESS - 1] = replace(rows[_NAMELESS - 1], name="")
    rows[_MAN - 1] = replace(rows[_MAN - 1], id_number=bad[2].id_number)
    return rows


def mends() -> list[dict[str, Any]]:
    """What puts each mistake right: a cell's value, or that its row is left out (no field)."""
    return [
        {"row": _SLIP, "field": "id_number", "value": _GOOD[_SLIP - 1].id_number},
        {"row": _NAMELESS, "field": "name", "value": _GOOD[_NAMELESS - 1].name},
        {"row": _MAN, "field": None, "value": None},
    ]


def reports() -> dict[str, Any]:
    """What is found in the list, by the rows that are put right: `2,5`."""
    known = mends()
    parts = [part for size in range(len(known) + 1) for part in combinations(known, size)]
    return {",".join(str(each["row"]) for each in part): _report(part) for part in parts}


def _report(part: tuple[dict[str, Any], ...]) -> Any:
    asked = RosterCheckRequest.model_validate(
        {
            "unit": UNIT,
            "rows": [asdict(each) for each in people()],
            "mends": [each for each in part if each["field"]],
            "exclude_rows": [each["row"] for each in part if not each["field"]],
        }
    )
    brought = lists.read(asked, _NOW)
    judged = checking.judge(brought, _NOW, asked.exclude_rows, asked.unit)
    return checking.told(asked, brought, judged, list_mark="").model_dump(mode="json")


def receipt() -> Any:
    """What the list would get once it is handed in, but for its numbers."""
    plan = plans.in_force(DAY)
    contact = contact_of(UNIT["county"])
    return Receipt(
        receipt=NONE,
        access_code=NONE,
        version=1,
        submitted_at=_NOW,
        people=_PEOPLE,
        premium=premium(_PEOPLE, plan),
        whereabouts=progress.on_receipt(DAY, contact),
        contact=contact,
        payment=plan.payment,
        print_url="",
        list_mark="",
    ).model_dump(mode="json")


def module() -> str:
    """All of it for the page."""
    contract = 'import("../../contract.js")'
    return browser_rules.module(
        unit=(f"{contract}.Unit", RosterUnitIn.model_validate(UNIT).model_dump(mode="json")),
        people=(f"{contract}.TypedRow[]", [asdict(each) for each in people()]),
        mends=("{row: number, field: string | null, value: string | null}[]", mends()),
        reports=(f"Record<string, {contract}.Report>", reports()),
        receipt=(f"{contract}.Receipt", receipt()),
    )


GENERATED: Final[Mapping[Path, Callable[[], str]]] = {FILE: module}
