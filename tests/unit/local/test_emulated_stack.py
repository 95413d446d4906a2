"""A template's data resources in the emulator, and the functions' environments."""

from collections.abc import Iterator

import pytest

from functions.local.data_template import data_template
from functions.local.emulator import embedded_aws
from functions.local.stack import Stack, create_stack
from functions.local.template import load_template

TEMPLATE = """
AWSTemplateFormatVersion: 2010-09-09
Transform: AWS::Serverless-2016-10-31
Parameters:
  DomainName: {Type: String, Default: ""}
  Version: {Type: String, Default: dev}
Conditions:
  HasDomain: !Not [!Equals [!Ref DomainName, ""]]
  Always: !Equals [a, a]
Globals:
  Function:
    Environment:
      Variables:
        TABLE_NAME: !Ref Table
        PEPPER_SECRET_ID: !Ref Pepper
        LOG_LEVEL: INFO
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    DependsOn: Distribution
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
      KeySchema: [{AttributeName: pk, KeyType: HASH}]
      TimeToLiveSpecification: {AttributeName: expires_at, Enabled: true}
      StreamSpecification: {StreamViewType: KEYS_ONLY}
  Files:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: {Status: Enabled}
      CorsConfiguration:
        CorsRules:
          - AllowedMethods: [POST]
            AllowedOrigins: [!If [HasDomain, !Sub "https://${DomainName}", "*"]]
            ExposedHeaders: [ETag]
            MaxAge: 60
  Unmade:
    Type: AWS::S3::Bucket
    Condition: HasDomain
  Pepper:
    Type: AWS::SecretsManager::Secret
    Properties: {GenerateSecretString: {PasswordLength: 64}}
  Distribution:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        DefaultCacheBehavior: {ResponseHeadersPolicyId: !If [Always, !Ref Headers, none]}
        CacheBehaviors:
          - {PathPattern: /api/*, ResponseHeadersPolicyId: !If [Always, !Ref Headers, none]}
          - {PathPattern: /workers/*, ResponseHeadersPolicyId: !If [Always, !Ref Workers, none]}
  Workers:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Condition: Always
    Properties:
      ResponseHeadersPolicyConfig:
        SecurityHeadersConfig:
          ContentSecurityPolicy: {ContentSecurityPolicy: "default-src 'none'"}
  Headers:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Condition: Always
    Properties:
      ResponseHeadersPolicyConfig:
        SecurityHeadersConfig:
          ContentSecurityPolicy:
            ContentSecurityPolicy: !Sub connect-src https://${Files.RegionalDomainName}
          FrameOptions: {FrameOption: DENY}
  First:
    Type: AWS::Serverless::Function
    Properties:
      Handler: first.handler
      Environment:
        Variables:
          LOG_LEVEL: DEBUG
          URL: !Sub "https://${Distribution.DomainName}/${Version}"
          HOST: !GetAtt Distribution.DomainName
          FILES: !Sub ["${Name}/${Distribution}", {Name: !Ref Files}]
          OPTIONAL: !If [HasDomain, !Ref DomainName, !Ref "AWS::NoValue"]
      Events:
        Create: {Type: HttpApi, Properties: {Method: post, Path: /api/first}}
        Rest: {Type: HttpApi, Properties: {Path: "/api/{proxy+}"}}
        Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
  Second:
    Type: AWS::Serverless::Function
    Properties: {Handler: second.handler}
"""


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    path = tmp_path_factory.mktemp("stack") / "template.yaml"
    path.write_text(TEMPLATE, encoding="utf-8")
    with embedded_aws() as endpoint:
        yield create_stack(load_template(path), endpoint)


def test_references_in_environments_are_resolved(stack: Stack) -> None:
    first, second = stack.functions
    shared = dict(second.environment)
    assert shared.keys() == {"TABLE_NAME", "PEPPER_SECRET_ID", "LOG_LEVEL"}
    assert shared["TABLE_NAME"] == stack.resources["Table"]
    assert shared["PEPPER_SECRET_ID"].startswith("arn:")
    assert dict(first.environment) == {
        **shared,
        "LOG_LEVEL": "DEBUG",
        "URL": "https://local-Distribution/dev",
        "HOST": "local-Distribution",
        "FILES": f"{stack.resources['Files']}/local-Distribution",
    }


def test_routes_are_those_of_the_http_api(stack: Stack) -> None:
    keys = {function.name: [route.key for route in function.routes] for function in stack.functions}
    assert keys == {"First": ["POST /api/first", "ANY /api/{proxy+}"], "Second": []}


def test_the_emulator_is_not_asked_for_a_stream_that_it_would_keep_for_ever(stack: Stack) -> None:
    table = stack.endpoint.client("dynamodb").describe_table(TableName=stack.resources["Table"])
    assert not table["Table"].get("StreamSpecification", {}).get("StreamEnabled")


def test_the_bucket_has_what_the_emulator_drops(stack: Stack) -> None:
    s3 = stack.endpoint.client("s3")
    bucket = stack.resources["Files"]
    assert s3.get_bucket_versioning(Bucket=bucket)["Status"] == "Enabled"
    assert s3.get_bucket_cors(Bucket=bucket)["CORSRules"] == [
        {
            "AllowedMethods": ["POST"],
            "AllowedOrigins": ["*"],
            "ExposeHeaders": ["ETag"],
            "MaxAgeSeconds": 60,
        }
    ]
    s3.close()


def test_the_table_forgets_and_the_secret_is_long(stack: Stack) -> None:
    dynamodb = stack.endpoint.client("dynamodb")
    found = dynamodb.describe_time_to_live(TableName=stack.resources["Table"])
    assert found["TimeToLiveDescription"] == {
        "TimeToLiveStatus": "ENABLED",
        "AttributeName": "expires_at",
    }
    secretsmanager = stack.endpoint.client("secretsmanager")
    secret_id = stack.functions[0].environment["PEPPER_SECRET_ID"]
    assert len(secretsmanager.get_secret_value(SecretId=secret_id)["SecretString"]) >= 64
    dynamodb.close()
    secretsmanager.close()


def test_a_resource_whose_condition_fails_is_not_made(stack: Stack) -> None:
    assert "Unmade" not in stack.resources


def test_the_distribution_s_headers_are_known(stack: Stack) -> None:
    host = f"https://{stack.resources['Files']}.s3.{stack.endpoint.region}."
    everywhere, workers = stack.headers["/"], stack.headers["/workers/"]
    assert everywhere["X-Frame-Options"] == "DENY"
    assert everywhere["Content-Security-Policy"].startswith(f"connect-src {host}")
    assert workers == {"Content-Security-Policy": "default-src 'none'"}


def test_a_template_without_functions_needs_nothing() -> None:
    made = data_template({"Resources": {"Files": {"Type": "AWS::S3::Bucket"}}})
    assert made == {
        "Parameters": {},
        "Resources": {"Files": {"Type": "AWS::S3::Bucket"}},
        "Outputs": {"Files": {"Value": {"Fn::ToJsonString": {}}}},
    }
