"""Facts that have few values: taken where they have one of them, else refused with a code.

Types say the same to whoever checks them; these say it to whatever comes at run time, so that an
unknown word never passes for one of the known ones.
"""

from typing import TypeVar

from shared_rules import plans
from shared_rules.findings import RuleError
from shared_rules.plans import ItemName

Value = TypeVar("Value")


def one_of(value: Value, known: tuple[Value, ...], code: str) -> Value:
    """The value, which is one of those that are known.

    Raises:
        RuleError: `code`, it is none of them.
    """
    if value in known:
        return value
    raise RuleError(code)


def yes_no(value: bool | None, code: str) -> bool | None:  # noqa: FBT001 - it is the fact itself
    """The value: yes, no, or None for what is not known.

    Raises:
        RuleError: `code`, it is something else; words like “no” are.
    """
    if value is None or value is True or value is False:
        return value
    raise RuleError(code)


def item(value: ItemName) -> ItemName:
    """The item (保险责任), which is one of some plan.

    Raises:
        RuleError: `plan.item`, there is no such item.
    """
    return one_of(value, tuple(name for plan in plans.load() for name in plan.items), "plan.item")
