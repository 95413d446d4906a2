"""How long the rosters' function takes to start, beside a bare boto3 with the same two clients."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.bench import interpreters
from tests.packages import ROOT, make_package

ROUNDS: Final = 31
# Tidying up at the end is no part of a start.
_LEAVE: Final = """
import os
os._exit(0)
"""
_OURS: Final = f"""
import functions.rosters.handler
from functions.platform import aws
aws.dynamodb()
aws.s3()
{_LEAVE}
"""
_BARE: Final = f"""
import boto3
boto3.client("dynamodb")
boto3.client("s3")
{_LEAVE}
"""


def ratio() -> float:
    """Processor seconds to import the handler and make its clients ÷ those of the clients alone.

    Ours is a package, as AWS gets it; bare is what pip installs.
    """
    with TemporaryDirectory() as folder:
        package = Path(folder)
        make_package(package)
        interpreters.run("-c", _BARE, cwd=ROOT)  # compiles what was not compiled yet
        return interpreters.ratio(
            lambda: interpreters.seconds("-c", _OURS, cwd=package),
            lambda: interpreters.seconds("-c", _BARE, cwd=ROOT),
            ROUNDS,
        )
