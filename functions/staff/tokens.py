"""What a token says that the gateway has let pass, as its issuer wrote it.

The gateway hands claims on as texts, where a list is `[one two]`: one group named `Site admin`
could not be told from two. The signature has been checked there.
"""

import base64
import json


def values(authorization: str, claim: str) -> frozenset[str]:
    """The whole values of a claim, a list of texts or one text; none where there is no such claim.

    Args:
        authorization: the header, with or without `Bearer`.
        claim: its name, as `roles`.
    """
    said = _payload(authorization.removeprefix("Bearer ").strip()).get(claim)
    listed = said if isinstance(said, list) else [said]
    return frozenset(value for value in listed if isinstance(value, str))


def _payload(token: str) -> dict[str, object]:
    try:
        encoded = token.split(".")[1]
        payload = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    except (IndexError, ValueError):
        return {}
    return payload if isinstance(payload, dict) else {}
