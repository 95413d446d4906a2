"""Proof of work: what costs a robot something and a person nothing (ALTCHA, version 2).

A challenge asks for the one counter from which PBKDF2 derives a key that begins as it says; the
browser tries one after the other while the person is still typing. The challenge is signed, so it
needs no record until somebody brings its solution, which is good once.
"""

import secrets
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, Final

from functions.platform import table
from functions.platform.environment import environment
from functions.platform.keyed_hash import keyed_hash, keyed_hashes
from functions.platform.problems import Problem

LIFETIME: Final = timedelta(minutes=10)
# How often a key is derived before the right one; POW_COST says how dear each time is.
DERIVATIONS: Final = range(100, 300)
MAX_LENGTH: Final = 2048  # signs; a proof has some 700
_ALGORITHM: Final = "PBKDF2/SHA-256"


def new_challenge(now: datetime) -> dict[str, Any]:
    """A challenge as ALTCHA's solvers take it, good for `LIFETIME`.

    `now` is by the machine's clock: ALTCHA tells by that one whether it is too old.
    """
    import altcha  # noqa: PLC0415 - most requests ask for no proof, and it takes time to load

    challenge = altcha.create_challenge(
        _ALGORITHM,
        environment().proof_of_work_cost,
        counter=secrets.choice(DERIVATIONS),
        expires_at=now + LIFETIME,
        hmac_secret=keyed_hash("challenge"),
        hmac_key_secret=keyed_hash("challenge-solution"),
    )
    return challenge.to_dict()


def redeem(proof: str, now: datetime) -> None:
    """Take a proof: a solved challenge in base64, good once.

    Raises:
        Problem: it is missing; or it is wrong, too old, or was taken before.
    """
    if not proof:
        raise Problem(HTTPStatus.PRECONDITION_REQUIRED, "proof.missing")
    if not (_is_solved(proof) and _is_first_use(proof, now)):
        raise Problem(HTTPStatus.PRECONDITION_REQUIRED, "proof.invalid")


def _is_solved(proof: str) -> bool:
    if len(proof) > MAX_LENGTH:
        return False
    import altcha  # noqa: PLC0415 - as in `new_challenge`

    secrets_alive = zip(keyed_hashes("challenge"), keyed_hashes("challenge-solution"), strict=True)
    return any(
        altcha.verify_solution(proof, hmac_secret=one, hmac_key_secret=other).verified
        for one, other in secrets_alive
    )


def _is_first_use(proof: str, now: datetime) -> bool:
    import altcha  # noqa: PLC0415 - as in `new_challenge`

    nonce = altcha.Payload.from_base64(proof).challenge.parameters.nonce
    item = {
        "pk": f"PROOF#{nonce}",
        "sk": "PROOF",
        "taken_by": secrets.token_hex(8),
        "expires_at": int((now + 2 * LIFETIME).timestamp()),
    }
    # botocore sends it again where the answer was lost: that is still the first use.
    condition = "attribute_not_exists(pk) OR taken_by = :me"
    return table.put_if(condition, item, {":me": item["taken_by"]})
