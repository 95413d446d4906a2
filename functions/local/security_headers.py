"""The response headers that the distribution adds, read from its policies in template.yaml."""

from collections.abc import Mapping
from typing import Any, Final

from functions.local.data_template import HEADERS_TYPE, Template, names_of

DISTRIBUTION_TYPE: Final = "AWS::CloudFront::Distribution"


def security_headers(template: Template, resolved: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The headers by where addresses begin, and by name; but for what makes sense only under TLS.

    Under "/" are those of all that no other beginning is said for.

    Args:
        template: as `load_template` gives it.
        resolved: the properties of its resources, references resolved; a policy whose condition
            fails is not in it.
    """
    below = _beginnings(template)
    headers: dict[str, dict[str, str]] = {"/": {}}
    for name in names_of(template, HEADERS_TYPE):
        if name in resolved:
            config = resolved[name]["ResponseHeadersPolicyConfig"]
            headers[below.get(name, "/")] = _policy_headers(config)
    return headers


def _beginnings(template: Template) -> dict[str, str]:
    """Where addresses begin to which a policy belongs, if it is not everything's."""
    found: dict[str, str] = {}
    everywhere = set()
    for distribution in names_of(template, DISTRIBUTION_TYPE):
        config = template["Resources"][distribution]["Properties"]["DistributionConfig"]
        everywhere.add(_policy_of(config.get("DefaultCacheBehavior", {})))
        behaviours = config.get("CacheBehaviors", [])
        found |= {_policy_of(each): each.get("PathPattern", "") for each in behaviours}
    return {name: at.removesuffix("*") for name, at in found.items() if name not in everywhere}


def _policy_of(behaviour: Mapping[str, Any]) -> str:
    match behaviour.get("ResponseHeadersPolicyId"):
        case {"Fn::If": [_, {"Ref": str(name)}, _]}:
            return name
    return ""


def _policy_headers(config: Mapping[str, Any]) -> dict[str, str]:
    security = config.get("SecurityHeadersConfig", {})
    custom = config.get("CustomHeadersConfig", {}).get("Items", [])
    headers = {item["Header"]: item["Value"] for item in custom}
    if policy := security.get("ContentSecurityPolicy"):
        headers["Content-Security-Policy"] = policy["ContentSecurityPolicy"]
    if "ContentTypeOptions" in security:
        headers["X-Content-Type-Options"] = "nosniff"
    if frames := security.get("FrameOptions"):
        headers["X-Frame-Options"] = frames["FrameOption"]
    if referrer := security.get("ReferrerPolicy"):
        headers["Referrer-Policy"] = referrer["ReferrerPolicy"]
    return headers
