"""The document of the API says what the routes take and give: it is compared with their code."""

import ast
import inspect
from collections import defaultdict
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, Final, get_args, get_origin, get_type_hints

import pytest
from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Route
from aws_lambda_powertools.event_handler.openapi.params import Body
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from functions.local import generate
from functions.local.generate import APPS, openapi_document
from functions.platform import api
from functions.staff.roles import ROLES
from tests.functional.canaries import DOCUMENT

PLACE: Final = "#/components/schemas/"


ROUTES: Final = {
    f"{each.method} {each.openapi_path}": each
    for app in APPS
    for each in app._static_routes + app._dynamic_routes
    if each.include_in_schema
}


def _taken(route: Route) -> type[BaseModel] | None:
    """The model that the function of a route takes as its body."""
    hints = get_type_hints(route.func, include_extras=True)
    for model, *notes in filter(None, map(get_args, hints.values())):
        if any(isinstance(each, Body) for each in notes):
            taken: type[BaseModel] = model
            return taken
    return None


def _given(route: Route) -> type[BaseModel]:
    """The model of what the function of a route answers."""
    returned = get_type_hints(route.func)["return"]
    assert get_origin(returned) is Response
    model: type[BaseModel] = get_args(returned)[0]
    return model


def _whole(schema: Any, components: Mapping[str, Any]) -> Any:
    """The same with everything in the place of its name; no titles, no empty defaults."""
    if isinstance(schema, list):
        return [_whole(each, components) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _whole(components[schema["$ref"].rpartition("/")[2]], components)
    return {
        name: _whole(part, components)
        for name, part in schema.items()
        if not (name == "title" and isinstance(part, str))
        if (name, part) != ("default", None)  # which Powertools leaves out
    }


def _declared(model: type[BaseModel], mode: Any) -> Any:
    schemas, definitions = models_json_schema([(model, mode)], ref_template=f"{PLACE}{{model}}")
    return _whole(schemas[model, mode], definitions["$defs"])


def _documented(content: Mapping[str, Any]) -> Any:
    schema = content["content"]["application/json"]["schema"]
    return _whole(schema, DOCUMENT["components"]["schemas"])


@pytest.mark.parametrize("name", ROUTES)
def test_a_route_takes_and_gives_what_its_document_says(name: str) -> None:
    route = ROUTES[name]
    method, _, path = name.partition(" ")
    operation = DOCUMENT["paths"][path][method.lower()]
    taken = _taken(route)
    assert ("requestBody" in operation) == (taken is not None)
    if taken:
        assert _documented(operation["requestBody"]) == _declared(taken, "validation")
    good = [each for status, each in operation["responses"].items() if status.startswith("2")]
    assert [_documented(each) for each in good] == [_declared(_given(route), "serialization")]


def test_every_route_is_documented_and_every_documented_path_is_a_route() -> None:
    documented = {
        f"{method.upper()} {path}"
        for path, operations in DOCUMENT["paths"].items()
        for method in operations
    }
    assert set(ROUTES) == documented


def test_every_route_of_the_desk_says_who_may_ask() -> None:
    assert set(ROLES) == {name for name in ROUTES if " /api/staff" in name}


@pytest.mark.parametrize("name", ROUTES)
def test_a_route_asks_once_what_time_it_is(name: str) -> None:
    """Twice is another day, once in a while."""
    route = ast.parse(inspect.getsource(ROUTES[name].func))
    asked = [each for each in ast.walk(route) if isinstance(each, ast.Call)]
    names = [ast.unparse(each.func) for each in asked]
    assert sum(each in {"now", "admitted", "routes.decision"} for each in names) <= 1


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    waiting: list[Any] = [model]
    seen = set[Any]()
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        if isinstance(each, type) and issubclass(each, BaseModel):
            yield each
            waiting += [field.annotation for field in each.model_fields.values()]
        waiting += get_args(each)


def test_every_component_has_a_name_of_its_own() -> None:
    named: defaultdict[str, set[str]] = defaultdict(set)
    for route in ROUTES.values():
        for top in filter(None, (_taken(route), _given(route))):
            for model in _models(top):
                named[model.__name__].add(model.__module__)
    assert len(named) > 60
    assert {name: modules for name, modules in named.items() if len(modules) > 1} == {}


def test_components_of_one_name_stop_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    class Health(BaseModel):
        another: int

    app = api.resolver()
    app.get("/api/other", responses=api.answers(HTTPStatus.OK, "", Health))(lambda: None)
    monkeypatch.setattr(generate, "APPS", (*APPS, app))
    with pytest.raises(ValueError, match="Health"):
        openapi_document()
