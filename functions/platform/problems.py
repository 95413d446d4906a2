"""Problem documents (RFC 9457): every refusal in one shape, in words from the catalogue."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from pydantic import Field

from shared_rules.findings import Finding, ParamValue, RuleError
from shared_rules.records import Model

MEDIA_TYPE: Final = "application/problem+json"

FieldMessages = Mapping[tuple[str | int, ...], str]
"""The code of the message for a field of a request, by where the field stands in it.

A path of a request is never looked up in the catalogue: whoever sends a request names its keys.
"""

NO_FIELDS: Final[FieldMessages] = {}

Beside = Callable[[Mapping[str, Any]], Iterable[Finding]]
"""What is found in the body of a request of which some other field is wrong."""


def nothing_beside(_: Mapping[str, Any]) -> Iterable[Finding]:
    """Nothing."""
    return ()


_SOURCES: Final = ("body", "header", "path")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z_-]{0,39}")


class ProblemDocument(Model):
    """What a refused request gets back."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    findings: list[Finding] = Field(default=[])


class Problem(Exception):
    """A refusal with its HTTP status, the code of its message, and findings where there are any."""

    def __init__(
        self,
        status: HTTPStatus,
        code: str,
        findings: Iterable[Finding] = (),
        params: Mapping[str, ParamValue] | None = None,
        *,
        retry_after: int | None = None,
    ) -> None:
        """A refusal; `retry_after` is in seconds."""
        super().__init__(code)
        self.status = status
        self.retry_after = retry_after
        self.about = Finding.of(code).model_copy(update={"params": dict(params or {})})
        self.findings = list(findings)

    def document(self) -> ProblemDocument:
        """The document that tells about it."""
        return ProblemDocument(
            type=f"urn:ankangbao:problem:{self.about.code}",
            title=str(self.about.title),
            status=self.status,
            detail=f"{self.about.message}{self.about.fix}",
            code=self.about.code,
            findings=self.findings,
        )


def unprocessable(findings: Iterable[Finding], code: str = "request.invalid") -> Problem:
    """A refusal for what the findings say."""
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, code, findings)


def refuse_if(found: Iterable[Finding]) -> None:
    """Refuse a request in which something was found.

    Raises:
        Problem: with all findings.
    """
    if findings := list(found):
        raise unprocessable(findings)


def of_rule(error: RuleError, field: str | None = None) -> Problem:
    """The refusal of a value that no rule can be applied to."""
    findings = [error.finding(field)]
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, error.code, findings, error.params)


def of_validation(
    errors: Sequence[Mapping[str, Any]],
    messages: FieldMessages,
    beside: Callable[[], Iterable[Finding]] = tuple,
) -> Problem:
    """The refusal of a request that its model does not take; never quotes what was sent.

    Args:
        errors: what the model says, as pydantic tells it.
        messages: which message tells of a field; of all others what a rule says of its value, or
            how many characters are too few or too many, or else `request.field`.
        beside: what else is found in it, so that all is told at once; not asked of what is no JSON.
    """
    if any(each["type"] == "json_invalid" or each["loc"] == ("body",) for each in errors):
        return Problem(HTTPStatus.BAD_REQUEST, "request.not_json")
    found = {_field(each): _finding(each, messages) for each in errors}
    # A wrong query says nothing of the body, which may be none.
    more = beside() if any(each["loc"][0] == "body" for each in errors) else ()
    return unprocessable([*found.values(), *(each for each in more if each.field not in found)])


def _path(error: Mapping[str, Any]) -> tuple[str | int, ...]:
    source, *path = error["loc"]
    return tuple(path if source in _SOURCES else error["loc"])


def _field(error: Mapping[str, Any]) -> str:
    return ".".join(map(_shown, _path(error))) or "body"


def _shown(part: str | int) -> str:
    """A part of a path, if it looks like a name: a key that we do not know may be anything."""
    is_plain = isinstance(part, int) or _NAME.fullmatch(part)
    return str(part) if is_plain else "…"


def _finding(error: Mapping[str, Any], messages: FieldMessages) -> Finding:
    path, field = _path(error), _field(error)
    if error["type"] == "too_long" and path[-1:] == ("rows",):
        limit = error["ctx"]["max_length"]
        return Finding.of("file.too_many_people", field=field, limit=limit)
    if path in messages:
        return Finding.of(messages[path], field=field)
    return _of_value(error, field)


def _of_value(error: Mapping[str, Any], field: str) -> Finding:
    """What is wrong with a value, as far as whoever has typed it can put it right."""
    context = error.get("ctx", {})
    if isinstance(said := context.get("error"), RuleError):
        return said.finding(field)
    if error["type"] == "string_too_long":
        return Finding.of("request.too_long", field=field, limit=context["max_length"])
    # Where nothing was sent, the page has sent too little.
    if error["type"] == "string_too_short" and context["min_length"] > 1:
        return Finding.of("request.too_short", field=field, limit=context["min_length"])
    return Finding.of("request.field", field=field)
