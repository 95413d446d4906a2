"""The premium (保险费): 第八条 sets it, 第十二条 has it transferred in one sum."""

from decimal import Decimal

from shared_rules.capital_numerals import capitals
from shared_rules.findings import RuleError
from shared_rules.plans import Plan
from shared_rules.records import Record


class Premium(Record):
    """What a unit transfers, in yuan; `capitals` is the amount in capital numerals (大写)."""

    amount: int
    per_person: int
    capitals: str


def premium(people: int, plan: Plan) -> Premium:
    """The premium of a number of people under a plan.

    Raises:
        RuleError: `premium.people`, it is no number of people, or more than can be written out.
    """
    if type(people) is not int or people < 0:
        raise RuleError("premium.people")
    per_person = plan.premium.value
    amount = people * per_person
    try:
        return Premium(amount=amount, per_person=per_person, capitals=capitals(amount))
    except ValueError as error:
        raise RuleError("premium.people") from error


def in_yuan(amount: Decimal) -> str:
    """An amount as people read it, to the fen where there are any.

    >>> in_yuan(Decimal("3600.00")), in_yuan(Decimal("3600.5"))
    ('3,600', '3,600.50')
    """
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
