"""The part of template.yaml that an emulator makes, as a template of its own.

Only resources that hold data are in it. Whatever else they refer to (a distribution, a role)
stands in it as a parameter of the same name, so that references resolve to a harmless word.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

Template = Mapping[str, Any]

DATA_TYPES = frozenset(
    {
        "AWS::DynamoDB::Table",
        "AWS::KMS::Key",
        "AWS::S3::Bucket",
        "AWS::SNS::Topic",
        "AWS::SQS::Queue",
    }
)
FUNCTION_TYPE = "AWS::Serverless::Function"
HEADERS_TYPE = "AWS::CloudFront::ResponseHeadersPolicy"
# Kinds of resources whose resolved properties are needed, beyond creating them.
API_TYPE = "AWS::Serverless::HttpApi"
RESOLVED_TYPES = frozenset({"AWS::DynamoDB::Table", "AWS::S3::Bucket", API_TYPE, HEADERS_TYPE})
KEPT_SECTIONS = ("AWSTemplateFormatVersion", "Mappings", "Conditions")
# Nobody here reads a table's stream; the emulator forgets none of its records, and copies them
# all, with the table, before every transaction.
UNREAD_PROPERTIES = frozenset({"StreamSpecification"})
SUB_ATTRIBUTE = re.compile(r"\$\{(\w+)\.[\w.]+\}")


def data_template(template: Template) -> dict[str, Any]:
    """The part of a template that an emulator can make.

    Each function's environment, and the properties that are needed after creation, come back as
    JSON in an output named for their resource.
    """
    resources: Mapping[str, Any] = template["Resources"]
    data = {key: one for key, one in resources.items() if one["Type"] in DATA_TYPES}
    outside = {key for key in resources if key not in data}
    kept = {key: template[key] for key in KEPT_SECTIONS if key in template}
    made = {key: _emulated(one) for key, one in data.items()}
    return {
        **kept,
        "Parameters": dict(template.get("Parameters", {})) | _stand_ins(outside),
        "Resources": _refer(made, outside),
        "Outputs": _refer(dict(_outputs(template)), outside),
    }


def names_of(template: Template, kind: str) -> list[str]:
    """The logical names of the resources of one kind."""
    return [name for name, one in template["Resources"].items() if one["Type"] == kind]


def _stand_ins(names: set[str]) -> dict[str, Any]:
    return {name: {"Type": "String", "Default": f"local-{name}"} for name in sorted(names)}


def _emulated(resource: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in resource.items() if key != "DependsOn"}
    if properties := resource.get("Properties"):
        kept["Properties"] = {
            key: value for key, value in properties.items() if key not in UNREAD_PROPERTIES
        }
    return kept


def _refer(value: Any, outside: set[str]) -> Any:
    """The same value, attributes of outside resources turned into plain references."""
    match value:
        case {"Fn::GetAtt": [name, *_]} if name in outside:
            return {"Ref": name}
        case {"Fn::Sub": text} if isinstance(text, str):
            return {"Fn::Sub": _refer_in_text(text, outside)}
        case {"Fn::Sub": [text, values]}:
            return {"Fn::Sub": [_refer_in_text(text, outside), _refer(values, outside)]}
        case dict():
            return {key: _refer(one, outside) for key, one in value.items()}
        case list():
            return [_refer(one, outside) for one in value]
    return value


def _refer_in_text(text: str, outside: set[str]) -> str:
    def plain(found: re.Match[str]) -> str:
        return f"${{{found[1]}}}" if found[1] in outside else found[0]

    return SUB_ATTRIBUTE.sub(plain, text)


def _outputs(template: Template) -> Iterator[tuple[str, Any]]:
    for name, resource in template["Resources"].items():
        condition = {"Condition": resource["Condition"]} if "Condition" in resource else {}
        if resource["Type"] == FUNCTION_TYPE:
            yield name, _as_json(_declared_environment(template, resource)) | condition
        elif resource["Type"] in RESOLVED_TYPES:
            yield name, _as_json(resource.get("Properties", {})) | condition


def _as_json(value: Any) -> dict[str, Any]:
    return {"Value": {"Fn::ToJsonString": value}}


def _declared_environment(template: Template, function: Mapping[str, Any]) -> dict[str, Any]:
    """A function's variables, on top of those that all functions share."""
    declared: dict[str, Any] = {}
    for properties in (template.get("Globals", {}).get("Function", {}), function["Properties"]):
        declared |= properties.get("Environment", {}).get("Variables", {})
    return declared
