"""A report that was joined to another one of the same illness: what is new goes to that one."""

from http import HTTPStatus

from functions.platform.problems import Problem
from functions.records.claims.store import KeptClaim


def refuse_joined(kept: KeptClaim) -> None:
    """Refuse more of a claim that another one stands for.

    Raises:
        Problem: 409, with the receipt of the other one.
    """
    if joined := kept.stands.joined:
        params = {"receipt": joined.other or ""}
        raise Problem(HTTPStatus.CONFLICT, "claim.joined", params=params)
