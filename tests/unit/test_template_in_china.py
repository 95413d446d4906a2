"""template.yaml uses nothing that AWS China lacks, except where `OutsideChina` guards it."""

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.unit.template_parts import NO_VALUE, TEMPLATE

Place = tuple[str, ...]

OUTSIDE_CHINA = {"Fn::Not": [{"Fn::Equals": [{"Ref": "AWS::Partition"}, "aws-cn"]}]}

BANNED_TEXTS = {
    r"\barn:aws(-[a-z]+)*:": "literal partition; write ${AWS::Partition}",
    r"amazonaws\.com": "literal host; write ${AWS::URLSuffix}",
    r"cloudfront\.(net|cn)": "literal host of CloudFront",
    r"(?i)\bx-?ray|^AWSXray": "no X-Ray tracing",
    r"^cognito-(idp|identity):": "no Cognito",
    r"^(ses|sesv2):": "no SES",
}
BANNED_KEYS = {
    "Tracing": "no X-Ray tracing",
    "TracingConfig": "no X-Ray tracing",
    "TracingEnabled": "no X-Ray tracing",
    "FunctionUrlConfig": "no function URLs",
    "SnapStart": "no SnapStart",
    "OriginAccessControlId": "no origin access control",
    "FunctionAssociations": "no CloudFront functions",
    "LambdaFunctionAssociations": "no Lambda@Edge",
    "CachePolicyId": "CloudFront in China refuses policies; write ForwardedValues",
    "OriginRequestPolicyId": "CloudFront in China refuses policies; write ForwardedValues",
    "ResponseHeadersPolicyId": "CloudFront in China refuses policies; only OutsideChina",
    "AcmCertificateArn": "CloudFront in China takes IAM server certificates only",
}
BANNED_TYPES = {
    r"AWS::XRay::": "no X-Ray tracing",
    r"AWS::Lambda::Url": "no function URLs",
    r"AWS::Cognito::": "no Cognito",
    r"AWS::SES::": "no SES",
    r"AWS::CloudFront::OriginAccessControl": "no origin access control",
    r"AWS::CloudFront::(Function|KeyValueStore|ConnectionFunction)": "no CloudFront functions",
    r"AWS::CloudFront::\w+Policy": "CloudFront in China refuses policies; only OutsideChina",
}
SERVICE_PRINCIPAL = re.compile(r"[a-z0-9-]+\.amazonaws\.com")


def in_china(node: Any) -> Any:
    """The template as China sees it: without what its condition OutsideChina guards."""
    if isinstance(node, list):
        return [seen for child in node if (seen := in_china(child)) != NO_VALUE]
    if not isinstance(node, dict):
        return node
    match node.get("Fn::If"):
        case ["OutsideChina", _, otherwise]:
            return in_china(otherwise)
    children = {key: in_china(child) for key, child in node.items() if not guarded(child)}
    return {key: child for key, child in children.items() if child != NO_VALUE}


def guarded(node: Any) -> bool:
    return isinstance(node, dict) and node.get("Condition") == "OutsideChina"


def walk(node: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every node with its place: the keys of mappings, too, as texts of their own."""
    yield place, node
    if isinstance(node, dict):
        for key, child in node.items():
            yield (*place, key), key
            yield from walk(child, (*place, key))
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from walk(child, (*place, str(index)))


def china_lacks(template: dict[str, Any]) -> list[str]:
    """What in the template AWS China refuses, or names one partition; each with its place.

    Texts are judged in the whole template, features where the condition OutsideChina is false.
    """
    texts = [
        (place, reason) for place, node in walk(template) for reason in text_faults(place, node)
    ]
    seen = in_china(template)
    features = [(place, reason) for place, node in walk(seen) for reason in feature_faults(node)]
    if template.get("Conditions", {}).get("OutsideChina", OUTSIDE_CHINA) != OUTSIDE_CHINA:
        features.append((("Conditions", "OutsideChina"), "means something else"))
    return [f"{'.'.join(place)}: {reason}" for place, reason in texts + features]


def text_faults(place: Place, node: Any) -> list[str]:
    if not isinstance(node, str):
        return []
    if "Principal" in place and "Service" in place and SERVICE_PRINCIPAL.fullmatch(node):
        return []
    return [reason for pattern, reason in BANNED_TEXTS.items() if re.search(pattern, node)]


def feature_faults(node: Any) -> list[str]:
    if not isinstance(node, dict):
        return []
    kind = str(node.get("Type", ""))
    types = [reason for pattern, reason in BANNED_TYPES.items() if re.match(pattern, kind)]
    return types + [reason for key, reason in BANNED_KEYS.items() if key in node]


def resource(kind: str, **properties: Any) -> dict[str, Any]:
    return {"Resources": {"It": {"Type": kind, "Properties": properties}}}


def function(**properties: Any) -> dict[str, Any]:
    return resource("AWS::Serverless::Function", **properties)


def behaviour(**properties: Any) -> dict[str, Any]:
    return resource(
        "AWS::CloudFront::Distribution", DistributionConfig={"DefaultCacheBehavior": properties}
    )


REFUSED = [
    (function(Role="arn:aws:iam::123456789012:role/x"), "partition"),
    (function(Role="arn:aws-cn:iam::123456789012:role/x"), "partition"),
    (function(Policies=[{"Fn::Sub": "arn:aws:s3:::${Bucket}/*"}]), "partition"),
    (function(Environment={"Variables": {"arn:aws:s3": "a key"}}), "partition"),
    (function(Environment={"Variables": {"A": "s3.cn-north-1.amazonaws.com.cn"}}), "host"),
    (behaviour(Origin={"Fn::Sub": "${Api}.execute-api.${AWS::Region}.amazonaws.com"}), "host"),
    (function(Principal="s3.amazonaws.com"), "host"),
    (function(Origin="d111111abcdef8.cloudfront.net"), "host"),
    (function(Tracing="Active"), "X-Ray"),
    ({"Globals": {"Function": {"Tracing": "Active"}}}, "X-Ray"),
    (resource("AWS::Lambda::Function", TracingConfig={"Mode": "Active"}), "X-Ray"),
    (function(Policies=["AWSXRayDaemonWriteAccess"]), "X-Ray"),
    (function(Policies=[{"Action": ["xray:PutTraceSegments"]}]), "X-Ray"),
    (function(FunctionUrlConfig={"AuthType": "NONE"}), "function URLs"),
    (resource("AWS::Lambda::Url", AuthType="NONE"), "function URLs"),
    (function(SnapStart={"ApplyOn": "PublishedVersions"}), "SnapStart"),
    (resource("AWS::Cognito::UserPool"), "Cognito"),
    (function(Policies=[{"Action": "cognito-idp:AdminGetUser"}]), "Cognito"),
    (resource("AWS::SES::EmailIdentity"), "SES"),
    (function(Policies=[{"Action": "ses:SendEmail"}]), "SES"),
    (resource("AWS::CloudFront::OriginAccessControl"), "origin access control"),
    (behaviour(OriginAccessControlId="E1"), "origin access control"),
    (resource("AWS::CloudFront::Function"), "CloudFront functions"),
    (behaviour(FunctionAssociations=[]), "CloudFront functions"),
    (behaviour(LambdaFunctionAssociations=[]), "Lambda@Edge"),
    (resource("AWS::CloudFront::CachePolicy"), "policies"),
    (behaviour(CachePolicyId="658777ea"), "policies"),
    (behaviour(OriginRequestPolicyId="216adef6"), "policies"),
    (behaviour(ResponseHeadersPolicyId="67f7725c"), "policies"),
    (
        behaviour(ResponseHeadersPolicyId={"Fn::If": ["HasDomain", "67f7725c", NO_VALUE]}),
        "policies",
    ),
    (behaviour(AcmCertificateArn={"Ref": "Certificate"}), "certificates"),
    ({"Conditions": {"OutsideChina": {"Fn::Equals": ["a", "a"]}}}, "something else"),
]
ALLOWED = [
    function(Role={"Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/x"}),
    function(Origin={"Fn::Sub": "${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}"}),
    function(Policy={"Principal": {"Service": "s3.amazonaws.com"}}),
    function(Policy={"Principal": {"Service": ["s3.amazonaws.com", "sns.amazonaws.com"]}}),
    function(Description="sessions: a word that begins as a service does"),
    resource("AWS::CloudFront::CloudFrontOriginAccessIdentity"),
    behaviour(ResponseHeadersPolicyId={"Fn::If": ["OutsideChina", "67f7725c", NO_VALUE]}),
    {"Resources": {"It": {"Type": "AWS::CloudFront::Function", "Condition": "OutsideChina"}}},
]


@pytest.mark.parametrize(("template", "reason"), REFUSED)
def test_the_ban_finds(template: dict[str, Any], reason: str) -> None:
    faults = china_lacks(template)
    assert any(reason in fault for fault in faults), faults


@pytest.mark.parametrize("template", ALLOWED)
def test_the_ban_lets_pass(template: dict[str, Any]) -> None:
    assert china_lacks(template) == []


def test_the_template_needs_nothing_that_china_lacks() -> None:
    assert china_lacks(TEMPLATE) == []


def test_the_ban_reaches_into_the_real_template() -> None:
    spoilt = copy.deepcopy(TEMPLATE)
    spoilt["Resources"]["RostersFunction"]["Properties"]["Tracing"] = "Active"
    assert china_lacks(spoilt) == ["Resources.RostersFunction.Properties: no X-Ray tracing"]
