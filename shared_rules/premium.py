"""The premium (保险费): 第八条 sets it, 第十二条 has it transferred in one sum."""

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
    # Slow to import: a function that starts has no sum to write yet.
    import cn2an  # noqa: PLC0415

    per_person = plan.premium.value
    amount = people * per_person
    try:
        capitals = cn2an.an2cn(amount, "rmb")
    except ValueError as error:
        raise RuleError("premium.people") from error
    return Premium(amount=amount, per_person=per_person, capitals=capitals)
