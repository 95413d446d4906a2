"""What comes out of the route of messages."""

from shared_rules.records import Model


class Unsubscribed(Model):
    """Of this receipt no message goes to the address any more."""

    receipt: str
