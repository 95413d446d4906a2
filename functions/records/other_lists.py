"""Other lists that cover a person at the same time (重复参保), as far as the index of people knows.

Her next list is none, that came before this one's cover ends: its own will begin after it.
"""

from collections.abc import Mapping

from functions.records.person_index import Listing
from shared_rules import first_day


def elsewhere(receipt: str, listing: Listing, lists: Mapping[str, Listing]) -> list[str]:
    """The other lists, by receipt.

    Args:
        receipt: of the list that is looked at.
        listing: what it says of her.
        lists: what all her lists say of her, by receipt.
    """
    return [
        name
        for name, other in lists.items()
        if name != receipt and listing.overlaps(other) and not _will_follow(other, listing)
    ]


def _will_follow(next_one: Listing, accepted: Listing) -> bool:
    """Whether a list that is not accepted yet renews one that is: its first day can be agreed."""
    if next_one.policy_issued or not (accepted.policy_issued and accepted.cover_until):
        return False
    return next_one.cover_from is not None and first_day.renews(
        accepted.cover_until, next_one.cover_from
    )
