"""What S3 checks before it takes a browser's form (POST Object, Signature Version 4).

The emulator stores whatever is posted; these are the checks that it leaves out, in S3's order and
with S3's own answers, so that a refusal seen here is a refusal in AWS. Sources: the S3 developer
guide, "Authenticating requests in browser-based uploads using POST" and "Creating a POST policy";
where the guide and the service differ (a failed condition is 403 AccessDenied), the service.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from functions.local.post_error import PostError
from functions.local.post_form import PostForm
from functions.local.post_signature import Signer, check_fields, check_signature

FREE_FIELDS = frozenset({"x-amz-signature", "file", "policy"})
FREE_PREFIX = "x-ignore-"


class _Condition(NamedTuple):
    """One condition; `first` and `second` are its operands as the policy writes them."""

    operator: str
    first: Any
    second: Any

    def __str__(self) -> str:
        return json.dumps(list(self), ensure_ascii=False)


def check(form: PostForm, signer: Signer, now: datetime) -> None:
    """Pass if S3 would store the form.

    Args:
        form: what was posted.
        signer: the keys that exist.
        now: the moment of the post, with a time zone.

    Raises:
        PostError: with the answer that S3 would give.
    """
    check_fields(form)
    check_signature(form, signer)
    policy = _policy(form.fields["policy"])
    _check_expiration(policy, now)
    conditions = [_condition(item) for item in _conditions(policy)]
    for condition in conditions:
        _check_condition(condition, form)
    _check_coverage(conditions, form)


def _policy(encoded: str) -> dict[str, Any]:
    try:
        text = base64.b64decode(encoded, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        raise _bad_policy("invalid Base64 encoding.") from None
    try:
        policy = json.loads(text)
    except json.JSONDecodeError:
        raise _bad_policy("Invalid JSON.") from None
    if not isinstance(policy, dict):
        raise _bad_policy("Invalid JSON.")
    return policy


def _bad_policy(reason: str) -> PostError:
    return PostError(400, "InvalidPolicyDocument", f"Invalid Policy: {reason}")


def _denied(reason: str) -> PostError:
    return PostError(403, "AccessDenied", f"Invalid according to Policy: {reason}")


def _check_expiration(policy: Mapping[str, Any], now: datetime) -> None:
    if "expiration" not in policy:
        raise _bad_policy("Policy document must have an expiration.")
    try:
        expiration = datetime.fromisoformat(policy["expiration"])
    except (TypeError, ValueError):
        raise _bad_policy("Invalid 'expiration' value.") from None
    if expiration.tzinfo is None:
        raise _bad_policy("Invalid 'expiration' value.")
    if now >= expiration:
        raise _denied("Policy expired.")


def _conditions(policy: Mapping[str, Any]) -> list[Any]:
    conditions = policy.get("conditions")
    if not isinstance(conditions, list):
        raise _bad_policy("Policy document must have conditions.")
    return conditions


def _condition(item: Any) -> _Condition:
    match item:
        case dict():
            return _simple_condition(item)
        case [str(operator), first, second]:
            return _Condition(operator.lower(), first, second)
        case []:
            raise _bad_policy("Invalid Condition: missing operation identifier.")
        case [operator, *_]:
            raise _bad_policy(f"Invalid {operator}: wrong number of arguments.")
    raise _bad_policy("Invalid condition test: must be a List or Object.")


def _simple_condition(item: Mapping[str, Any]) -> _Condition:
    if len(item) != 1:
        text = "Simple-Conditions must have exactly one property specified."
        raise _bad_policy(f"Invalid Simple-Condition: {text}")
    ((name, value),) = item.items()
    if not isinstance(value, str):
        raise _bad_policy("Invalid Simple-Condition: value must be a string.")
    return _Condition("eq", f"${name}", value)


def _check_condition(condition: _Condition, form: PostForm) -> None:
    match condition.operator:
        case "content-length-range":
            return _check_size(condition, len(form.file))
        case "eq":
            holds = _value(condition, form) == condition.second
        case "starts-with":
            holds = _starts_with(condition, form)
        case operator:
            raise _bad_policy(f"Invalid Condition: unknown operation '{operator}'.")
    if not holds:
        raise _denied(f"Policy Condition failed: {condition}")
    return None


def _field_name(condition: _Condition) -> str | None:
    """The lower-case name of the field that a condition is about; None without its `$`."""
    name = str(condition.first)
    return name[1:].lower() if name.startswith("$") else None


def _value(condition: _Condition, form: PostForm) -> str | None:
    name = _field_name(condition)
    if name is None:
        return None
    return form.bucket if name == "bucket" else form.fields.get(name)


def _starts_with(condition: _Condition, form: PostForm) -> bool:
    value = _value(condition, form)
    if value is None:
        return False
    listed = _field_name(condition) == "content-type" and "," in value
    values = value.split(",") if listed else [value]
    return all(one.startswith(str(condition.second)) for one in values)


def _check_size(condition: _Condition, size: int) -> None:
    try:
        least, most = int(condition.first), int(condition.second)
    except (TypeError, ValueError):
        raise _denied(f"Policy Condition failed: {condition}") from None
    if size < least:
        raise _wrong_size("EntityTooSmall", "is smaller than the minimum", size, least)
    if size > most:
        raise _wrong_size("EntityTooLarge", "exceeds the maximum", size, most)


def _wrong_size(code: str, verb: str, size: int, bound: int) -> PostError:
    name = "MinSizeAllowed" if code == "EntityTooSmall" else "MaxSizeAllowed"
    elements = {"ProposedSize": str(size), name: str(bound)}
    return PostError(400, code, f"Your proposed upload {verb} allowed size", **elements)


def _check_coverage(conditions: list[_Condition], form: PostForm) -> None:
    covered = {_field_name(condition) for condition in conditions} | FREE_FIELDS
    for name in form.fields:
        if name not in covered and not name.startswith(FREE_PREFIX):
            sent = form.sent_names.get(name, name)
            raise _denied(f"Extra input fields: {sent}")
