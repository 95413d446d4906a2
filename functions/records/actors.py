"""Somebody of the desk, as the events that she makes keep her."""

from shared_rules.records import Record


class Actor(Record):
    """Somebody of the desk who did something; the unit, or who reported a claim, is no actor."""

    subject: str
    name: str
    roles: list[str]
