"""Proofs of work, as browsers make them."""

from typing import Any

import altcha


def solved(challenge: dict[str, Any]) -> str:
    """The proof for a challenge of the service."""
    read = altcha.Challenge.from_dict(challenge)
    solution = altcha.solve_challenge(read)
    if solution is None:
        raise ValueError("a challenge of our own has no solution")
    return altcha.Payload(read, solution).to_base64()
