"""How long the rosters' function takes to start, beside a bare boto3 with the same two clients."""

from typing import Final

from tests.bench import interpreters

ROUNDS: Final = 11
_OURS: Final = """
import functions.rosters.handler
from functions.common import aws
aws.dynamodb()
aws.s3()
"""
_BARE: Final = """
import boto3
boto3.client("dynamodb")
boto3.client("s3")
"""


def ratio() -> float:
    """Processor seconds to import the handler and make its clients ÷ those of the clients alone."""
    sides = _OURS, _BARE
    for side in sides:
        interpreters.run("-c", side)  # compiles what was not compiled yet
    ours, bare = (lambda code=code: interpreters.seconds("-c", code) for code in sides)
    return interpreters.ratio(ours, bare, ROUNDS)
