"""template.yaml as its tests look at it."""

import re
from pathlib import Path
from typing import Any

from functions.local.template import load_template

ROOT = Path(__file__).parents[2]
TEMPLATE = load_template(ROOT / "template.yaml")
RESOURCES: dict[str, dict[str, Any]] = TEMPLATE["Resources"]
NO_VALUE = {"Ref": "AWS::NoValue"}


def named(kind: str) -> dict[str, dict[str, Any]]:
    """The properties of all resources of a type, by logical name."""
    return {
        name: item.get("Properties", {}) for name, item in RESOURCES.items() if item["Type"] == kind
    }


FUNCTIONS = named("AWS::Serverless::Function")
BUCKETS = named("AWS::S3::Bucket")
FOLLOW_UP = {"FollowUpFunction", "SweeperFunction"}


def statements(function: dict[str, Any]) -> list[dict[str, Any]]:
    policies = [
        named("AWS::IAM::ManagedPolicy")[policy["Ref"]]["PolicyDocument"]
        if "Ref" in policy
        else policy
        for policy in function.get("Policies", [])
    ]
    return [item for policy in policies for item in policy["Statement"]]


def allowed(actions: str) -> set[str]:
    """The functions that may do any of these things."""
    return {name for name, each in FUNCTIONS.items() if re.search(actions, str(statements(each)))}
