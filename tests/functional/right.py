"""A request that is answered with a 2xx: what it consists of, and whose it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from tests.functional.requests_to_api import solved_challenge
from tests.functional.rosters_requests import bearer, new_key

REVISION: Final = {"If-Match": '"1"'}


@dataclass(frozen=True)
class Right:
    """What a request consists of, but for its proof of work and key, which serve once."""

    body: Any = None
    path_parameters: dict[str, str] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


Make = Callable[[], Right]


def headers_of_now(parameters: list[str]) -> dict[str, str]:
    """Those headers of an operation that are new in each request."""
    made = {"idempotency-key": new_key, "x-proof-of-work": solved_challenge}
    return {name: made[name]() for name in parameters if name in made}


def always(body: Any = None, **query: str) -> Make:
    """The same each time."""
    return lambda: Right(body, query=query)


def holder(kept: dict[str, Any], body: Any = None, **headers: str) -> Right:
    """Of who has a receipt and its code."""
    return Right(
        body,
        path_parameters={"receipt": kept["receipt"]},
        headers={"Authorization": bearer(kept), **headers},
    )


def case(receipt: str, body: Any = None, revision: int = 1, /, **more: str) -> Right:
    """Of the desk, about a record of which a revision was seen."""
    places = {"receipt": receipt, **more}
    return Right(body, path_parameters=places, headers={"If-Match": f'"{revision}"'})
