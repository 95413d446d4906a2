"""The routes of the HTTP APIs as resources of their own, which an emulator makes.

CloudFormation imports them from the OpenAPI document that SAM puts into each API; the emulator does
not look at that document.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

API: Final = "AWS::ApiGatewayV2::Api"
Resources = Mapping[str, Mapping[str, Any]]


def with_routes(resources: Resources) -> dict[str, Any]:
    """A transformed template's resources, with what its APIs' documents say beside the APIs."""
    made: dict[str, Any] = {}
    for name, resource in resources.items():
        if resource["Type"] != API:
            made[name] = resource
            continue
        document = resource["Properties"]["Body"]
        properties = {"Name": document["info"]["title"], "ProtocolType": "HTTP"}
        made[name] = {**resource, "Properties": properties}
        when = {key: resource[key] for key in ("Condition",) if key in resource}
        for part, kind, said in _parts(name, document):
            own = {"ApiId": {"Ref": name}, **said}
            made[part] = {"Type": f"AWS::ApiGatewayV2::{kind}", "Properties": own, **when}
    return made


def _parts(api: str, document: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The logical name, kind and properties of each authorizer, integration and route."""
    schemes = document.get("components", {}).get("securitySchemes", {})
    for name, scheme in schemes.items():
        yield f"{api}{name}Authorizer", "Authorizer", _authorizer(name, scheme)
    for number, (path, method, operation) in enumerate(_operations(document)):
        integration = f"{api}Integration{number}"
        yield integration, "Integration", _integration(operation)
        yield f"{api}Route{number}", "Route", _route(api, path, method, operation, integration)


def _operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in _then(methods).items():
            name = "ANY" if method == "x-amazon-apigateway-any-method" else method.upper()
            yield path, name, _then(operation)


def _authorizer(name: str, scheme: Mapping[str, Any]) -> dict[str, Any]:
    said = scheme["x-amazon-apigateway-authorizer"]
    jwt = said["jwtConfiguration"]
    return {
        "Name": name,
        "AuthorizerType": said["type"].upper(),
        "IdentitySource": [said["identitySource"]],
        "JwtConfiguration": {"Audience": jwt["audience"], "Issuer": jwt["issuer"]},
    }


def _integration(operation: Mapping[str, Any]) -> dict[str, Any]:
    said = operation["x-amazon-apigateway-integration"]
    return {
        "IntegrationType": said["type"].upper(),
        "IntegrationUri": _then(said["uri"]),
        "PayloadFormatVersion": said["payloadFormatVersion"],
    }


def _route(
    api: str, path: str, method: str, operation: Mapping[str, Any], integration: str
) -> dict[str, Any]:
    route: dict[str, Any] = {
        "RouteKey": f"{method} {path}",
        "Target": {"Fn::Sub": f"integrations/${{{integration}}}"},
    }
    for [scheme] in operation.get("security", []):
        authorizer = {"Ref": f"{api}{scheme}Authorizer"}
        route |= {"AuthorizationType": "JWT", "AuthorizerId": authorizer}
    return route


def _then(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a part of an API with a condition is where that holds: elsewhere there is no API."""
    match value:
        case {"Fn::If": [_, then, {"Ref": "AWS::NoValue"}]}:
            return _then(then)
        case _:
            return value
