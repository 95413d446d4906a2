"""Keyed hashes (HMAC-SHA-256) under the service's keys, and codes derived from them.

There is one key, the pepper, until another one takes its place
(docs/decisions/0057-a-key-gives-way-to-the-next.md). The secret holds all that there ever were, by
number; the environment says which are alive, the one for what is new first. A hash under any but
the first key begins with the key's number: `2.5f0c…`.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from functools import cache
from typing import Final

from functions.platform.aws import secret
from functions.platform.environment import environment, keys_environment
from shared_rules import crockford

FIRST_KEY: Final = 1


class HashKeyMissingError(LookupError):
    """`HashKeys` names a key that the secret has not: nothing can be found or made."""


@cache
def _peppers() -> Mapping[int, bytes]:
    found = read_peppers(secret(environment().pepper_secret_id))
    if missing := set(keys()) - found.keys():
        raise HashKeyMissingError(f"the secret has no key {min(missing)}")
    return found


def read_peppers(kept: str) -> dict[int, bytes]:
    """The keys in a secret, by number; one that is no JSON is the first key, as it was made."""
    if not kept.startswith("{"):
        return {FIRST_KEY: kept.encode()}
    return {int(number): pepper.encode() for number, pepper in json.loads(kept).items()}


def keys() -> tuple[int, ...]:
    """The numbers of the keys that are alive; what is new is made with the first."""
    return keys_environment().hash_keys


def keyed_hash(purpose: str, *parts: str, key: int | None = None) -> str:
    """A digest of the parts that only this service can make, different for each purpose.

    Args:
        purpose: what it is for.
        parts: what it is of.
        key: with which it is made; the one for what is new, if not said.
    """
    number = key or keys()[0]
    digest = _digest(number, purpose, parts).hex()
    return digest if number == FIRST_KEY else f"{number}.{digest}"


def keyed_hashes(purpose: str, *parts: str) -> tuple[str, ...]:
    """The digests under all keys that are alive; that of what is new first."""
    return tuple(keyed_hash(purpose, *parts, key=each) for each in keys())


def key_of(keyed: str) -> int:
    """The number of the key with which a digest was made."""
    number, dot, _ = keyed.partition(".")
    return int(number) if dot else FIRST_KEY


def code(length: int, purpose: str, *parts: str, key: int | None = None) -> str:
    """A code of `length` Crockford base32 signs, always the same for the same parts and key."""
    return crockford.code(_digest(key or keys()[0], purpose, parts), length)


def codes(length: int, purpose: str, *parts: str) -> tuple[str, ...]:
    """The codes under all keys that are alive; that of what is new first."""
    return tuple(code(length, purpose, *parts, key=each) for each in keys())


def is_among(given: str, made: tuple[str, ...]) -> bool:
    """Whether a hash or code that came from outside is one of ours, without telling how nearly."""
    return any(hmac.compare_digest(given.encode(), each.encode()) for each in made)


def _digest(key: int, purpose: str, parts: tuple[str, ...]) -> bytes:
    # Lengths go in too, so that ("ab", "c") and ("a", "bc") differ.
    message = "".join(f"{len(part)}:{part}" for part in (purpose, *parts))
    return hmac.digest(_peppers()[key], message.encode(), hashlib.sha256)
