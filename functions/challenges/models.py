"""What comes out of `GET /api/challenges`, in ALTCHA's own names."""

from typing import Literal

from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

from shared_rules.records import Model


class ChallengeParameters(Model):
    """What to solve: all bytes in hex, `expires_at` in seconds since 1970."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")

    algorithm: Literal["PBKDF2/SHA-256"]
    nonce: str
    salt: str
    cost: int
    key_length: int
    key_prefix: str
    key_signature: str
    expires_at: int


class Challenge(Model):
    """A task, signed; give it back whole, with its solution, in X-Proof-Of-Work."""

    model_config = ConfigDict(extra="forbid")

    parameters: ChallengeParameters
    signature: str
