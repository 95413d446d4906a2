"""What template.yaml declares, made in an emulator: the data resources and the functions' view.

moto's CloudFormation cannot make a secret, and drops of a bucket its versioning and CORS, of a
table its time to live: these are set through the services' own calls. It also drops lifecycle
rules, public access blocks, ownership, bucket policies and point-in-time recovery, and gives the
partition as `aws` everywhere; nothing here depends on those, and no local test can show them.
"""

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from functions.local.authorizer import Authorizer
from functions.local.data_template import FUNCTION_TYPE, Template, data_template, names_of
from functions.local.emulator import Endpoint
from functions.local.events import Route
from functions.local.security_headers import security_headers

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import CORSRuleTypeDef

SECRET_TYPE = "AWS::SecretsManager::Secret"  # noqa: S105


@dataclass(frozen=True)
class Function:
    """One Lambda function: where its handler is, its routes, and its environment variables."""

    name: str
    handler: str
    routes: tuple[Route, ...]
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Stack:
    """The template come to life.

    `resources` holds the physical name of each data resource by its logical one, `headers` the
    response headers that the distribution would add, by where addresses begin.
    """

    endpoint: Endpoint
    functions: tuple[Function, ...]
    resources: Mapping[str, str]
    headers: Mapping[str, Mapping[str, str]]


def create_stack(
    template: Template, endpoint: Endpoint, parameters: Mapping[str, str] | None = None
) -> Stack:
    """Make the template's data resources, under fresh names.

    Args:
        template: as `load_template` gives it.
        endpoint: the emulator.
        parameters: values of the template's parameters, where not its defaults.

    Raises:
        botocore.exceptions.ClientError: the emulator refuses the template.
    """
    name = f"ankangbao-{secrets.token_hex(3)}"
    cloudformation: CloudFormationClient = endpoint.client("cloudformation")
    secret_arns = _make_secrets(template, endpoint, name)
    _create(cloudformation, name, template, {**(parameters or {}), **secret_arns})
    resolved = _resolved(cloudformation, name)
    resources = _physical_names(cloudformation, name)
    _finish_buckets(template, endpoint, resources, resolved)
    _finish_tables(template, endpoint, resources, resolved)
    headers = security_headers(template, resolved)
    return Stack(endpoint, tuple(_functions(template, resolved)), resources, headers)


def _create(
    client: "CloudFormationClient", name: str, template: Template, parameters: Mapping[str, str]
) -> None:
    client.create_stack(
        StackName=name,
        TemplateBody=json.dumps(data_template(template)),
        Parameters=[
            {"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()
        ],
    )
    waiter = client.get_waiter("stack_create_complete")
    waiter.wait(StackName=name, WaiterConfig={"Delay": 1})


def _resolved(client: "CloudFormationClient", name: str) -> dict[str, Any]:
    """Each output by its resource's name: variables or properties, references resolved."""
    outputs = client.describe_stacks(StackName=name)["Stacks"][0].get("Outputs", [])
    return {one["OutputKey"]: json.loads(one["OutputValue"]) for one in outputs}


def _physical_names(client: "CloudFormationClient", stack_name: str) -> dict[str, str]:
    """The physical name of each resource made; moto lists the others too, but unnamed."""
    listed = client.describe_stack_resources(StackName=stack_name)["StackResources"]
    return {
        one["LogicalResourceId"]: one["PhysicalResourceId"]
        for one in listed
        if "LogicalResourceId" in one
    }


def _make_secrets(template: Template, endpoint: Endpoint, stack_name: str) -> dict[str, str]:
    """The ARN of each secret by its logical name, as `Ref` gives it."""
    client = endpoint.client("secretsmanager")
    return {
        name: client.create_secret(
            Name=f"{stack_name}-{name}", SecretString=secrets.token_urlsafe(48)
        )["ARN"]
        for name in names_of(template, SECRET_TYPE)
    }


def _finish_buckets(
    template: Template,
    endpoint: Endpoint,
    resources: Mapping[str, str],
    resolved: Mapping[str, Any],
) -> None:
    s3: S3Client = endpoint.client("s3")
    for name in names_of(template, "AWS::S3::Bucket"):
        properties = resolved.get(name, {})
        if versioning := properties.get("VersioningConfiguration"):
            s3.put_bucket_versioning(Bucket=resources[name], VersioningConfiguration=versioning)
        if cors := properties.get("CorsConfiguration"):
            rules = [_cors_rule(rule) for rule in cors["CorsRules"]]
            s3.put_bucket_cors(Bucket=resources[name], CORSConfiguration={"CORSRules": rules})


def _finish_tables(
    template: Template,
    endpoint: Endpoint,
    resources: Mapping[str, str],
    resolved: Mapping[str, Any],
) -> None:
    dynamodb: DynamoDBClient = endpoint.client("dynamodb")
    for name in names_of(template, "AWS::DynamoDB::Table"):
        if ttl := resolved.get(name, {}).get("TimeToLiveSpecification"):
            dynamodb.update_time_to_live(TableName=resources[name], TimeToLiveSpecification=ttl)


def _cors_rule(rule: Mapping[str, Any]) -> "CORSRuleTypeDef":
    """A rule in the words of S3's own call, which differ from CloudFormation's."""
    renamed = {"MaxAge": "MaxAgeSeconds", "ExposedHeaders": "ExposeHeaders", "Id": "ID"}
    return {renamed.get(key, key): value for key, value in rule.items()}  # type: ignore[return-value]


def _functions(template: Template, resolved: Mapping[str, Any]) -> Iterator[Function]:
    """The functions that are there: those whose condition fails are not in `resolved`."""
    for name in names_of(template, FUNCTION_TYPE):
        if name in resolved:
            properties = template["Resources"][name]["Properties"]
            environment = {key: str(value) for key, value in resolved[name].items()}
            routes = tuple(_routes(properties, resolved))
            yield Function(name, properties["Handler"], routes, environment)


def _routes(properties: Mapping[str, Any], resolved: Mapping[str, Any]) -> Iterator[Route]:
    for event in properties.get("Events", {}).values():
        if event["Type"] == "HttpApi":
            declared = event["Properties"]
            yield Route(
                declared.get("Method", "ANY").upper(),
                declared["Path"],
                properties["Handler"],
                _authorizer(resolved.get(declared.get("ApiId", {}).get("Ref"), {})),
            )


def _authorizer(api: Mapping[str, Any]) -> Authorizer | None:
    """What all routes of an API ask for, by its properties; None where that is nothing."""
    if "Auth" not in api:
        return None
    chosen = api["Auth"]["Authorizers"][api["Auth"]["DefaultAuthorizer"]]["JwtConfiguration"]
    return Authorizer(chosen["issuer"], tuple(chosen["audience"]))
