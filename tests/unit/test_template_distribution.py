"""What template.yaml's distribution sends where, keeps, and lets pages do."""

from typing import Any

import pytest

from functions.platform import aws
from functions.services.handler import CACHED_FOR
from tests.unit.template_parts import RESOURCES, TEMPLATE


def chosen(node: dict[str, Any]) -> dict[str, Any]:
    """A part of the distribution, where there is a desk."""
    with_desk: dict[str, Any] = node["Fn::If"][1] if "Fn::If" in node else node
    return with_desk


def test_the_distribution_proves_itself_by_what_the_functions_know() -> None:
    [api] = [
        origin
        for origin in RESOURCES["Distribution"]["Properties"]["DistributionConfig"]["Origins"]
        if chosen(origin)["Id"] == "api"
    ]
    environment = TEMPLATE["Globals"]["Function"]["Environment"]["Variables"]
    assert api["OriginCustomHeaders"] == [
        {"HeaderName": "X-Distribution-Key", "HeaderValue": environment["DISTRIBUTION_KEY"]}
    ]


def test_the_distribution_hands_the_api_what_it_needs_and_keeps_only_what_is_public() -> None:
    config = RESOURCES["Distribution"]["Properties"]["DistributionConfig"]
    behaviours = [chosen(each) for each in config["CacheBehaviors"]]
    assert [(each["PathPattern"], each["TargetOriginId"]) for each in behaviours] == [
        ("/api/staff/*", "staff"),
        ("/engine/*", "site"),
        ("/api/services", "api"),
        ("/api/*", "api"),
    ]
    staff, _, public, api = behaviours
    assert public["MaxTTL"] == CACHED_FOR.total_seconds()
    assert (public["MinTTL"], public["DefaultTTL"]) == (0, 0)
    assert public["ForwardedValues"] == {"QueryString": False, "Cookies": {"Forward": "none"}}
    assert {"Authorization", "Idempotency-Key", "If-Match", "X-Proof-Of-Work"} == set(
        api["ForwardedValues"]["Headers"]
    )
    assert {"Authorization", "If-Match"} == set(staff["ForwardedValues"]["Headers"])
    for each in (staff, api):
        assert (each["MinTTL"], each["DefaultTTL"], each["MaxTTL"]) == (0, 0, 0)
    replaced = {item["ErrorCode"] for item in config["CustomErrorResponses"] if len(item) > 2}
    assert replaced == {403}, "the API's own 404 must reach the browser"


def test_webassembly_runs_below_engine_alone() -> None:
    config = RESOURCES["Distribution"]["Properties"]["DistributionConfig"]
    behaviours = [*map(chosen, config["CacheBehaviors"]), config["DefaultCacheBehavior"]]
    policies = {
        each.get("PathPattern", "/"): each["ResponseHeadersPolicyId"]["Fn::If"][1]["Ref"]
        for each in behaviours
    }
    assert policies.pop("/engine/*") == "EngineHeaders"
    assert set(policies.values()) == {"SecurityHeaders"}
    assert "unsafe" not in str(RESOURCES["SecurityHeaders"])
    allowed = str(RESOURCES["EngineHeaders"])
    assert (allowed.count("unsafe"), allowed.count("'wasm-unsafe-eval'")) == (1, 1)


@pytest.mark.parametrize(
    ("region", "suffix"),
    [
        ("cn-northwest-1", "amazonaws.com.cn"),
        ("us-east-1", "amazonaws.com"),
        ("eu-west-1", "amazonaws.com"),
    ],
)
def test_the_content_policy_lets_the_browser_post_where_forms_lead(
    monkeypatch: pytest.MonkeyPatch, region: str, suffix: str
) -> None:
    headers = RESOURCES["SecurityHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]
    policy = headers["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    assert policy["Fn::Sub"][0].count("https://${UploadsBucket.RegionalDomainName}") == 2
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    monkeypatch.setenv("AWS_DEFAULT_REGION", region)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "local")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "local")
    # The undecorated function: the cached client of other tests stays as it is.
    form = aws.s3.__wrapped__().generate_presigned_post("some-uploads", "uploads/x")
    assert form["url"] == f"https://some-uploads.s3.{region}.{suffix}/"
