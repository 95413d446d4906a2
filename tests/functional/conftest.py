"""What several tests of the functions begin with: a mailbox of the contact, no dead letters."""

from collections.abc import Iterator

import pytest

from functions.local.stack import Stack
from tests.functional.follow_up_deliveries import CONTACT, Mailbox, dead_letters, subscribed


@pytest.fixture
def mailbox(aws: Stack) -> Iterator[Mailbox]:
    """What the contact of the tests' county is told."""
    with subscribed(CONTACT) as found:
        yield found


@pytest.fixture
def no_letters(aws: Stack) -> None:
    """Nothing was given up yet."""
    dead_letters()
