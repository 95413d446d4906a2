"""How often the requests that tests make up got through, said at the end of a run."""

from typing import Final

import pytest

ANSWERED_WELL: Final = "answered with a 2xx"
"""The property by which a test says it of its route."""


def summarise(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how often made-up requests to each route were answered with a 2xx."""
    counted = [
        (report.nodeid.rpartition("[")[2].rstrip("]"), said)
        for report in terminalreporter.getreports("passed")
        for name, said in report.user_properties
        if name == ANSWERED_WELL and report.when == "call"
    ]
    if counted:
        terminalreporter.section("how often made-up requests reached 2xx")
    for route, said in sorted(counted):
        terminalreporter.write_line(f"{said:>8}  {route}")
