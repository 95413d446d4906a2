"""More comes to a claim only while it is open: neither decided nor joined to another one.

What is new of a joined one goes to that other one. Where the money of a decision is still to be
transferred, a further stay may be told, and then its days and papers come.
"""

from http import HTTPStatus

from functions.platform.problems import Problem
from functions.records.claims.kept_claim import KeptClaim


def refuse_ended(kept: KeptClaim) -> None:
    """Refuse more of a claim that is decided, or that another one stands for.

    Raises:
        Problem: 409; with the receipt of the other one, where there is one.
    """
    stands = kept.stands
    if stands.takes_more:
        return
    if joined := stands.joined:
        params = {"receipt": joined.other or ""}
        raise Problem(HTTPStatus.CONFLICT, "claim.joined", params=params)
    if stands.awaits_transfer:
        raise Problem(HTTPStatus.CONFLICT, "claim.awaits_transfer")
    raise Problem(HTTPStatus.CONFLICT, "claim.settled")
