"""Requests full of values that nobody may find in a log, for every route of the API's document."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from functions.info.handler import OPENAPI_FILE
from functions.local import samples
from shared_rules.messages import catalogue
from tests.functional.requests_to_api import event
from tests.functional.rosters_requests import TODAY
from tests.functional.staff_requests import ROLES, passed

WOMAN: Final = samples.people(1, seed=77, today=TODAY)[0]
PHONE: Final = "13987650123"
NAME: Final = "金丝雀"
WORD: Final = "canary-7f3kq9"
CANARIES: Final = (WOMAN.id_number, PHONE, NAME, WORD)
ALL: Final = f"{NAME} {WOMAN.id_number} {PHONE} {WORD}"

DOCUMENT: Final[dict[str, Any]] = json.loads(OPENAPI_FILE.read_text(encoding="utf-8"))
_DEPTH: Final = 100_000


@dataclass(frozen=True)
class Route:
    """A method and a path of the document, with what it takes."""

    method: str
    path: str
    operation: Mapping[str, Any] = field(repr=False)

    def __str__(self) -> str:
        """As a test is named for it."""
        return f"{self.method} {self.path}"

    @property
    def is_desk(self) -> bool:
        """Whether only the desk may ask."""
        return self.path.startswith("/api/staff")

    def named(self, kind: str) -> list[str]:
        """Its parameters of a kind: path, query, header."""
        found = self.operation.get("parameters", [])
        return [each["name"] for each in found if each["in"] == kind]

    @property
    def body(self) -> Mapping[str, Any] | None:
        """The schema of its body, where it takes one."""
        if "requestBody" not in self.operation:
            return None
        schema: dict[str, Any] = self.operation["requestBody"]["content"]["application/json"][
            "schema"
        ]
        return schema


ROUTES: Final = [
    Route(method.upper(), path, operation)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
]


def bodies(route: Route) -> Iterator[str]:
    """What is sent as a route's body: each in its own way wrong, or nearly right."""
    filled = example(route.body or {})
    known = filled if isinstance(filled, dict) else {}
    yield f'{{"name": "{ALL}'
    yield json.dumps([ALL])
    yield json.dumps({ALL: ALL, WORD: 1, WOMAN.id_number: {}, PHONE: [], NAME: None})
    yield json.dumps({**known, **dict.fromkeys(catalogue(), ALL)})
    yield json.dumps(_with_keys(known))
    yield json.dumps(known)
    for value in (None, True, [ALL], {ALL: ALL}, -1, 1e400, float("nan"), "\ud800" + ALL, ""):
        yield json.dumps(dict.fromkeys(known, value))
    yield f'{{"{WORD}": {"9" * 6000}}}'
    yield "[" * _DEPTH
    yield f'{{"{WORD}":' * _DEPTH
    yield json.dumps({"\ud800": ALL, **known})


def nearly_right(route: Route) -> str:
    """A body that its document allows, or nearly."""
    return json.dumps(example(route.body or {}))


def request_of(route: Route, text: str | None, *, address: str, **headers: str) -> dict[str, Any]:
    """A request with such a body and canaries everywhere else."""
    path = route.path
    for name in route.named("path"):
        path = path.replace(f"{{{name}}}", ALL)
    given = {name.lower().replace("-", "_"): ALL for name in route.named("header")}
    asked = event(route.method, path, text, given | headers, address=address)
    asked["queryStringParameters"] = dict.fromkeys(route.named("query"), ALL)
    if route.is_desk:
        roles = ROLES["admin"] + ROLES["claims"]
        return passed(asked, {"sub": WORD, "name": NAME, "roles": roles})
    return asked


def example(schema: Mapping[str, Any], name: str = "") -> Any:
    """A value as a schema wants it, made of canaries wherever it leaves room."""
    if "$ref" in schema:
        return example(DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]], name)
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return example(options[0], name)
    if "enum" in schema or "const" in schema:
        return schema.get("enum", [schema.get("const")])[0]
    if schema.get("type") == "object":
        parts = schema.get("properties", {})
        return {each: example(part, each) for each, part in parts.items()}
    if schema.get("type") == "array":
        return [example(schema.get("items", {}), name)]
    plain = {"integer": schema.get("minimum", 1), "number": 1, "boolean": True}
    return plain.get(str(schema.get("type")), _text(schema, name))


def _text(schema: Mapping[str, Any], name: str) -> str:
    if schema.get("format") == "date" or name.endswith(("_day", "_date", "admission", "_on")):
        return TODAY.isoformat()
    if "phone" in name:
        return PHONE
    if name == "email":
        return f"{WORD}@example.cn"
    if name == "id_number":
        return WOMAN.id_number
    return NAME if name in ("name", "account_holder", "insured") else ALL[: schema.get("maxLength")]


def _with_keys(value: Any) -> Any:
    """The same with a key in every object that nobody knows."""
    if isinstance(value, dict):
        return {ALL: ALL, **{name: _with_keys(part) for name, part in value.items()}}
    return [_with_keys(part) for part in value] if isinstance(value, list) else value
