"""A stack as it is deployed: its outputs, and the environment that its functions have."""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import boto3
from botocore.exceptions import ClientError

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_lambda import LambdaClient


def outputs_of(stack: str) -> Mapping[str, str]:
    """The outputs of a stack, by name.

    Raises:
        SystemExit: AWS shows no such stack, and says why.
    """
    client: CloudFormationClient = boto3.client("cloudformation")
    try:
        [found] = client.describe_stacks(StackName=stack)["Stacks"]
    except ClientError as error:
        sys.exit(f"Nothing was done with the stack {stack}: {error}")
    return {each["OutputKey"]: each["OutputValue"] for each in found["Outputs"]}


def take_environment_of(stack: str) -> None:
    """Let this process work on what a stack's functions work on."""
    client: LambdaClient = boto3.client("lambda")
    name = outputs_of(stack)["SweeperFunctionName"]
    found = client.get_function_configuration(FunctionName=name)
    os.environ.update(found["Environment"]["Variables"])
