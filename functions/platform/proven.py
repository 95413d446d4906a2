"""Whoever asks what costs a proof of work: counted first, then the proof is taken.

Apart from `admission`: a route without proofs starts without what checks them.
"""

from datetime import datetime

from aws_lambda_powertools.event_handler.api_gateway import BaseRouter

from functions.platform import admission, proof_of_work
from functions.platform.rate_limits import Limit


def admitted(app: BaseRouter, proof: str, *limits: Limit) -> datetime:
    """The moment of the request, as `admission.admitted` gives it.

    Raises:
        Problem: as there; the proof is missing or wrong, or was taken before.
    """
    moment = admission.admitted(app, *limits)
    proof_of_work.redeem(proof, moment)
    return moment


def admitted_beyond_free(app: BaseRouter, proof: str, limit: Limit) -> datetime:
    """The same, where the first `limit.free` of an address need no proof.

    Raises:
        Problem: as `admitted`.
    """
    moment, count = admission.counted(app, limit)
    if count > limit.free:
        proof_of_work.redeem(proof, moment)
    return moment
