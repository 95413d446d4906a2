"""The response headers that the distribution adds, read from its policy in template.yaml."""

from collections.abc import Mapping
from typing import Any

from functions.local.data_template import HEADERS_TYPE, Template, names_of


def security_headers(template: Template, resolved: Mapping[str, Any]) -> dict[str, str]:
    """The headers by name, but for those that make sense only under TLS.

    Args:
        template: as `load_template` gives it.
        resolved: the properties of its resources, references resolved; a policy whose condition
            fails is not in it.
    """
    headers: dict[str, str] = {}
    for name in names_of(template, HEADERS_TYPE):
        if name in resolved:
            headers |= _policy_headers(resolved[name]["ResponseHeadersPolicyConfig"])
    return headers


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
