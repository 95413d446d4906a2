"""`functions.operations.keys`: the keys of the keyed hashes, as docs/operations/keys.md says.

`add STACK` makes a new key beside those that there are; `back-up STACK` writes all of them to the
standard output, to be kept elsewhere; `put-back STACK` reads that from the standard input.
"""

import argparse
import json
import secrets
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import boto3

from functions.operations.deployed import take_environment_of
from functions.platform.aws import secret
from functions.platform.environment import environment
from functions.platform.keyed_hash import read_peppers

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

_BYTES: Final = 48


class Refused(Exception):
    """What was asked for would lose a key."""


def main() -> int:
    """Do what was asked for; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=_COMMANDS)
    parser.add_argument("stack", help="name of the deployed stack")
    asked = parser.parse_args()
    take_environment_of(asked.stack)
    try:
        sys.stdout.write(_COMMANDS[asked.what]())
    except Refused as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def add() -> str:
    """Make a key; its number."""
    kept = _kept()
    number = max(kept) + 1
    _keep({**kept, number: secrets.token_urlsafe(_BYTES).encode()})
    return f"Key {number} is there, and makes nothing yet: see docs/operations/keys.md.\n"


def back_up() -> str:
    """All keys, as `put_back` takes them."""
    return _written(_kept())


def put_back(written: str) -> str:
    """Put back the keys that were kept elsewhere.

    Raises:
        Refused: another key has one of their numbers, and may have made hashes.
    """
    kept, brought = _kept(), read_peppers(written.strip())
    if others := [number for number in kept.keys() & brought if kept[number] != brought[number]]:
        raise Refused(
            f"Nothing was changed: the secret has another key {min(others)}. What was made with it"
            " would be lost; docs/operations/keys.md says what to do."
        )
    together = {**kept, **brought}
    if together != kept:
        _keep(together)
    return f"There are the keys {', '.join(map(str, sorted(together)))}.\n"


def _kept() -> dict[int, bytes]:
    return read_peppers(secret(environment().pepper_secret_id))


def _keep(peppers: Mapping[int, bytes]) -> None:
    _client().put_secret_value(
        SecretId=environment().pepper_secret_id, SecretString=_written(peppers)
    )


def _written(peppers: Mapping[int, bytes]) -> str:
    return json.dumps({str(number): peppers[number].decode() for number in sorted(peppers)}) + "\n"


def _client() -> "SecretsManagerClient":
    return boto3.client("secretsmanager")


_COMMANDS: Final[Mapping[str, Callable[[], str]]] = {
    "add": add,
    "back-up": back_up,
    "put-back": lambda: put_back(sys.stdin.read()),
}

if __name__ == "__main__":
    sys.exit(main())
