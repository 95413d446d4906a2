"""A stack as it is deployed: its outputs, and the environment that its functions have."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

import boto3

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_lambda import LambdaClient


def outputs_of(stack: str) -> Mapping[str, str]:
    """The outputs of a stack, by name."""
    client: CloudFormationClient = boto3.client("cloudformation")
    [found] = client.describe_stacks(StackName=stack)["Stacks"]
    return {each["OutputKey"]: each["OutputValue"] for each in found["Outputs"]}


def take_environment_of(stack: str) -> None:
    """Let this process work on what a stack's functions work on."""
    client: LambdaClient = boto3.client("lambda")
    name = outputs_of(stack)["SweeperFunctionName"]
    found = client.get_function_configuration(FunctionName=name)
    os.environ.update(found["Environment"]["Variables"])
