"""What template.yaml lets each function do, statement by statement.

Resources are written as `!Sub` writes them (`${UploadsBucket.Arn}/uploads/*`), so that nothing need
be resolved.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

from functions.local.data_template import FUNCTION_TYPE, Template, names_of
from functions.local.template import load_template

TEMPLATE: Final[Template] = load_template(Path(__file__).parents[2] / "template.yaml")


@dataclass(frozen=True)
class Right:
    """One action that a policy allows on one resource; `keys` are the partitions, where it says.

    `policy` is the function, or the managed policy that several share.
    """

    policy: str
    action: str
    resource: str
    key: str | None = None

    def allows(self, action: str, resource: str, key: str) -> bool:
        """Whether this right is enough."""
        return (
            action == self.action
            and fnmatchcase(resource, self.resource)
            and (self.key is None or fnmatchcase(key, self.key))
        )


def rights() -> dict[str, list[Right]]:
    """The rights of every function, by its logical name.

    Raises:
        ValueError: a statement is of a kind that is not understood here.
    """
    return {name: list(_of_function(name)) for name in names_of(TEMPLATE, FUNCTION_TYPE)}


def encrypted() -> frozenset[str]:
    """The logical names of what is encrypted with the key of the template."""
    return frozenset(
        name
        for name, resource in TEMPLATE["Resources"].items()
        if "'DataKey'" in str(resource) and resource["Type"] not in (FUNCTION_TYPE, _MANAGED)
    )


_MANAGED: Final = "AWS::IAM::ManagedPolicy"


def _of_function(name: str) -> Iterator[Right]:
    for policy in TEMPLATE["Resources"][name]["Properties"].get("Policies", []):
        match policy:
            case {"Ref": shared}:
                document = TEMPLATE["Resources"][shared]["Properties"]["PolicyDocument"]
                yield from _of_policy(shared, document)
            case {"Statement": _}:
                yield from _of_policy(name, policy)
            case _:
                raise ValueError(f"a policy of {name}")


def _of_policy(policy: str, document: Mapping[str, Any]) -> Iterator[Right]:
    for statement in document["Statement"]:
        if statement["Effect"] != "Allow":
            raise ValueError(f"a statement of {policy}")
        for action in _listed(statement["Action"]):
            for resource in _resources(statement["Resource"]):
                for key in _leading_keys(statement):
                    yield Right(policy, action, resource, key)


def _resources(value: Any) -> Iterator[str]:
    match value:
        case {"Fn::GetAtt": [name, attribute]}:
            yield f"${{{name}.{attribute}}}"
        case {"Fn::Sub": str(text)}:
            yield text
        case {"Ref": name}:
            yield f"${{{name}}}"
        case {"Fn::If": [_, then, otherwise]}:
            yield from _resources(then)
            yield from _resources(otherwise)
        case list():
            for one in value:
                yield from _resources(one)
        case _:
            raise ValueError(f"a resource written as {value}")


def _leading_keys(statement: Mapping[str, Any]) -> Sequence[str | None]:
    match statement.get("Condition"):
        case None:
            return [None]
        case {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": keys}}:
            return _listed(keys)
        case other:
            raise ValueError(f"a condition of another kind: {other}")


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
