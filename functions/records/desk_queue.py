"""Where the desk finds a roster or claim: attributes of its head, which two sparse indexes are for.

`Desk` has a partition for each state in each county, so that no partition takes all that comes in,
and holds in it the most urgent first. `DeskUnits` has the units of a county by name, and what else
their records are found by (`found_by`), each in a partition of its own. Versions that were replaced
are in neither index. An item beside a head has a place of its own in `Desk` while something is
missing of its record that its state does not tell.
"""

from datetime import date
from typing import Final, Literal

from functions.records.receipts import Kind, kind_of

BY_URGENCY: Final = "Desk"
BY_UNIT: Final = "DeskUnits"
FoundBy = Literal["part", "ending", "contact"]
"""By what a record is found: from a sign of its unit's name on, the end of a number of it, or
whom one calls about it.
"""
ALL_COUNTIES: Final = ""
"""The county of claims: they are few, so that each of their queues has one partition."""


def attributes(
    receipt: str, *, state: str, county: str, due: date, unit_name: str
) -> dict[str, str]:
    """What to keep with a head; `due` is the day until which the next step is to be done."""
    kind = kind_of(receipt)
    return {
        **place(receipt, queue_name=state, county=county, since=due),
        "unit_county": units(kind, county),
        "unit_order": f"{unit_name}#{receipt}",
        "due": due.isoformat(),
    }


def day_of(queue_order: str) -> str:
    """The ISO day by which a queue has something in its order."""
    return queue_order.partition("#")[0]


def is_past(due: date | str, today: date) -> bool:
    """Whether the day until which a step is to be done is over, for the desk as for who waits.

    On the day itself it is not. `due` may be its ISO text, as heads keep it.
    """
    return str(due) < today.isoformat()


def place(receipt: str, *, queue_name: str, county: str, since: date) -> dict[str, str]:
    """What to keep with an item by which a record is found in a queue, in the order of days."""
    return {
        "queue": queue(kind_of(receipt), queue_name, county),
        "queue_order": f"{since.isoformat()}#{receipt}",
    }


def queue(kind: Kind, state: str, county: str) -> str:
    """The partition of `Desk` where records wait in a state, in a county."""
    return f"{kind}#{state}#{county}"


def units(kind: Kind, county: str) -> str:
    """The partition of `DeskUnits` that has the units of a county."""
    return f"{kind}#{county}"


def finding(kind: Kind, county: str, by: FoundBy) -> str:
    """The partition of `DeskUnits` that has by what the records of a county are found."""
    return f"{units(kind, county)}#{by}"


def found_by(receipt: str, partition: str, term: str) -> dict[str, str]:
    """What to keep with an item by which a record is found in a partition."""
    return {"unit_county": partition, "unit_order": f"{term}#{receipt}"}
