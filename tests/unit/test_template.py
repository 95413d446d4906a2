"""The routes of template.yaml, and who stands before them; its other tests are beside this one."""

import re

import pytest

from tests.unit.template_parts import FUNCTIONS, NO_VALUE, RESOURCES, TEMPLATE

ROUTES = {
    ("GET", "/api/challenges", "functions.challenges.handler.lambda_handler"),
    ("POST", "/api/messages/{token}/unsubscribe", "functions.messages.handler.lambda_handler"),
    ("POST", "/api/uploads", "functions.uploads.handler.lambda_handler"),
    ("POST", "/api/rosters/check", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/marked-up", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/renewal", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/verify", "functions.rosters.handler.lambda_handler"),
    ("GET", "/api/rosters/{receipt}", "functions.rosters.handler.lambda_handler"),
    ("PUT", "/api/rosters/{receipt}", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/{receipt}/check", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/{receipt}/withdraw", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/{receipt}/change-requests", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/{receipt}/clerk", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/{receipt}/stamped-sheets", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/{receipt}/signed-consents", "functions.rosters.handler.lambda_handler"),
    ("GET", "/api/rosters/{receipt}/form", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/{receipt}/form/file", "functions.rosters.handler.lambda_handler"),
    ("GET", "/api/rosters/{receipt}/renewal", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/{receipt}/renewal/file", "functions.rosters.handler.lambda_handler"),
    ("GET", "/api/rosters/{receipt}/people", "functions.rosters.handler.lambda_handler"),
    ("POST", "/api/rosters/{receipt}/people/file", "functions.rosters.handler.lambda_handler"),
    (
        "POST",
        "/api/rosters/{receipt}/policy-papers/{kind}",
        "functions.rosters.handler.lambda_handler",
    ),
    ("POST", "/api/claims/documents/check", "functions.claims.handler.lambda_handler"),
    ("POST", "/api/claims/check", "functions.claims.handler.lambda_handler"),
    ("POST", "/api/claims", "functions.claims.handler.lambda_handler"),
    ("GET", "/api/claims/{receipt}", "functions.claims.handler.lambda_handler"),
    ("POST", "/api/claims/{receipt}/documents", "functions.claims.handler.lambda_handler"),
    ("POST", "/api/claims/{receipt}/supplements", "functions.claims.handler.lambda_handler"),
    ("POST", "/api/claims/{receipt}/reopenings", "functions.claims.handler.lambda_handler"),
    ("GET", "/api/staff/me", "functions.staff.handler.lambda_handler"),
    ("GET", "/api/staff/rosters", "functions.staff.handler.lambda_handler"),
    ("GET", "/api/staff/rosters/counts", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/search", "functions.staff.handler.lambda_handler"),
    ("GET", "/api/staff/rosters/{receipt}", "functions.staff.handler.lambda_handler"),
    ("GET", "/api/staff/rosters/{receipt}/rows", "functions.staff.handler.lambda_handler"),
    (
        "POST",
        "/api/staff/rosters/{receipt}/documents/{document_id}/link",
        "functions.staff.handler.lambda_handler",
    ),
    ("POST", "/api/staff/rosters/{receipt}/thumbnails", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/{receipt}/return", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/{receipt}/accept", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/{receipt}/remind", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/{receipt}/close", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/{receipt}/access-code", "functions.staff.handler.lambda_handler"),
    *(
        (
            "POST",
            f"/api/staff/rosters/{{receipt}}/{path}",
            "functions.staff.handler.lambda_handler",
        )
        for path in (
            *("endorsements", "endorsements/look", "endorsements/confirm", "endorsements/decline"),
            *("change-requests/decline", "payments", "payments/strike"),
            *("policy-papers", "policy-papers/{number}/link", "slips", "bounced", "teamwork"),
            *("undo", "stamped-sheets"),
        )
    ),
    (
        "GET",
        "/api/staff/rosters/{receipt}/underwriting",
        "functions.staff.handler.lambda_handler",
    ),
    ("GET", "/api/staff/rosters/{receipt}/log", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/{receipt}/log-file", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/{receipt}/hand-off", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/{receipt}/row-states", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/row-states", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/hand-offs", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/rosters/{receipt}/accept/look", "functions.staff.handler.lambda_handler"),
    ("GET", "/api/staff/summary", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/summary/file", "functions.staff.handler.lambda_handler"),
    ("GET", "/api/staff/summary/monthly", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/summary/monthly/{month}/file", "functions.staff.handler.lambda_handler"),
    ("GET", "/api/staff/services", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/services/lectures", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/services/specialists", "functions.staff.handler.lambda_handler"),
    (
        "POST",
        "/api/staff/services/{kind}/{entry_id}/withdraw",
        "functions.staff.handler.lambda_handler",
    ),
    ("POST", "/api/staff/statements/check", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/statements/record", "functions.staff.handler.lambda_handler"),
    ("GET", "/api/staff/imports", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/imports", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/imports/check", "functions.staff.handler.lambda_handler"),
    ("GET", "/api/staff/imports/{receipt}", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/imports/{receipt}/reverse", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/people/search", "functions.staff.handler.lambda_handler"),
    *(
        ("POST", f"/api/staff/people/{path}", "functions.staff.privacy.handler.lambda_handler")
        for path in (
            *("copy", "contacts", "restrictions", "erasures", "erasures/look"),
            *("erasures/confirm", "erasures/decline"),
        )
    ),
    ("GET", "/api/staff/people/erasures", "functions.staff.privacy.handler.lambda_handler"),
    ("GET", "/api/staff/people/restrictions", "functions.staff.privacy.handler.lambda_handler"),
    ("GET", "/api/staff/units/{receipt}", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/units/{receipt}/events", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/units/search", "functions.staff.handler.lambda_handler"),
    ("ANY", "/api/staff/{proxy+}", "functions.staff.handler.lambda_handler"),
    ("GET", "/api/services", "functions.services.handler.lambda_handler"),
    *(
        (method, f"/api/staff/claims{path}", "functions.staff.claims.handler.lambda_handler")
        for method, path in (
            ("GET", ""),
            ("GET", "/counts"),
            ("POST", "/search"),
            ("GET", "/{receipt}"),
            ("POST", "/{receipt}/documents/{document_id}/link"),
            ("POST", "/{receipt}/thumbnails"),
            ("POST", "/{receipt}/documents/{document_id}/accept"),
            ("POST", "/{receipt}/documents/{document_id}/send-back"),
            ("POST", "/{receipt}/complete"),
            ("POST", "/{receipt}/reopen"),
            ("POST", "/{receipt}/supplements"),
            ("POST", "/{receipt}/documents"),
            ("GET", "/{receipt}/assessment"),
            ("POST", "/{receipt}/propose"),
            ("POST", "/{receipt}/join"),
            ("POST", "/{receipt}/part"),
            ("POST", "/{receipt}/confirm"),
            ("POST", "/{receipt}/transfer"),
            ("POST", "/{receipt}/object"),
            ("POST", "/{receipt}/access-code"),
            ("GET", "/{receipt}/log"),
            ("POST", "/{receipt}/log-file"),
            ("POST", "/{receipt}/slips"),
            ("POST", "/{receipt}/bounced"),
            ("POST", "/{receipt}/teamwork"),
            ("POST", "/{receipt}/undo"),
            ("POST", "/{receipt}/export"),
        )
    ),
    ("GET", "/api/sign-in", "functions.info.handler.lambda_handler"),
    ("GET", "/api/health", "functions.info.handler.lambda_handler"),
    ("GET", "/api/openapi.json", "functions.info.handler.lambda_handler"),
    ("ANY", "/api/{proxy+}", "functions.info.handler.lambda_handler"),
}


def test_every_call_has_its_function() -> None:
    assert {
        (event["Properties"]["Method"], event["Properties"]["Path"], function["Handler"])
        for function in FUNCTIONS.values()
        for event in function["Events"].values()
        if event["Type"] == "HttpApi"
    } == ROUTES


def test_staff_routes_and_no_others_stand_behind_the_authorizer() -> None:
    api = RESOURCES["StaffApi"]["Properties"]
    [authorizer] = api["Auth"]["Authorizers"].items()
    assert authorizer == (
        api["Auth"]["DefaultAuthorizer"],
        {
            "IdentitySource": "$request.header.Authorization",
            "JwtConfiguration": {
                "issuer": {"Ref": "StaffIssuer"},
                "audience": [{"Ref": "StaffAudience"}],
            },
        },
    )
    events = [
        event["Properties"]
        for function in FUNCTIONS.values()
        for event in function["Events"].values()
        if event["Type"] == "HttpApi"
    ]
    for event in events:
        staff = event["Path"].startswith("/api/staff/")
        assert event["ApiId"] == {"Ref": "StaffApi" if staff else "Api"}
        assert "Auth" not in event, "no route may leave the authorizer out"


def test_without_an_issuer_there_is_no_desk() -> None:
    assert TEMPLATE["Parameters"]["StaffIssuer"]["Default"] == ""
    assert TEMPLATE["Conditions"]["HasDesk"] == {
        "Fn::Not": [{"Fn::Equals": [{"Ref": "StaffIssuer"}, ""]}]
    }
    of_the_desk = {name for name, each in RESOURCES.items() if each.get("Condition") == "HasDesk"}
    functions = {
        "StaffFunction",
        "StaffClaimsFunction",
        "PrivacyFunction",
        "ClocksFunction",
        "MonthlySummaryFunction",
    }
    logs = {"StaffLogs", "StaffClaimsLogs", "PrivacyLogs", "ClocksLogs", "MonthlySummaryLogs"}
    assert of_the_desk == {"StaffApi", *logs, *functions, "DeskFaultsAlarm"}
    config = RESOURCES["Distribution"]["Properties"]["DistributionConfig"]
    guarded = [
        each["Fn::If"]
        for each in (*config["Origins"], *config["CacheBehaviors"])
        if "Fn::If" in each
    ]
    assert [(condition, otherwise) for condition, _, otherwise in guarded] == 2 * [
        ("HasDesk", NO_VALUE)
    ]


@pytest.mark.parametrize(
    ("issuer", "is_taken"),
    [
        ("", True),
        ("https://idp.example.cn", True),
        ("https://idp.example.cn/realms/union", True),
        ("https://idp.example.cn:8443/", True),
        ("http://idp.example.cn", False),
        ("https://", False),
        ("https://idp.example.cn/ x", False),
        ("idp.example.cn", False),
    ],
)
def test_an_issuer_is_an_address_with_tls(issuer: str, *, is_taken: bool) -> None:
    pattern = TEMPLATE["Parameters"]["StaffIssuer"]["AllowedPattern"]
    assert bool(re.fullmatch(pattern, issuer)) is is_taken
