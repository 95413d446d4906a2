"""What several tests of the functions begin with: a mailbox of the contact, no dead letters.

And what is said at the end of a run of this folder, of the requests that were made up.
"""

from collections.abc import Iterator
from typing import Final

import pytest

from functions.local.stack import Stack
from tests.functional.follow_up_doors import CONTACT, Mailbox, dead_letters, subscribed

ANSWERED_WELL: Final = "answered with a 2xx"  # a property of the tests that send made-up requests


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how often made-up requests to each route were answered with a 2xx."""
    counted = [
        (report.nodeid.rpartition("[")[2].rstrip("]"), said)
        for report in terminalreporter.getreports("passed")
        for name, said in report.user_properties
        if name == ANSWERED_WELL and report.when == "call"
    ]
    if counted:
        terminalreporter.section(f"requests {ANSWERED_WELL}")
    for route, said in counted:
        terminalreporter.write_line(f"{said:>8}  {route}")


@pytest.fixture
def mailbox(aws: Stack) -> Iterator[Mailbox]:
    """What the contact of the tests' county is told."""
    with subscribed(CONTACT) as found:
        yield found


@pytest.fixture
def no_letters(aws: Stack) -> None:
    """Nothing was given up yet."""
    dead_letters()
