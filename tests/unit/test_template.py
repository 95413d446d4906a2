"""What template.yaml promises about data, rights and logs, beyond what the linters look at."""

import json
import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from functions.local.template import load_template
from functions.platform import aws
from functions.records import outbox, service_entries
from functions.records.outbox import LEASE
from functions.services.handler import CACHED_FOR
from functions.worker.service import MAX_ATTEMPTS

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
            *("endorsements", "endorsements/confirm", "endorsements/decline"),
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
            *("copy", "restrictions", "erasures", "erasures/look"),
            *("erasures/confirm", "erasures/decline"),
        )
    ),
    ("GET", "/api/staff/people/erasures", "functions.staff.privacy.handler.lambda_handler"),
    ("GET", "/api/staff/units/{receipt}", "functions.staff.handler.lambda_handler"),
    ("POST", "/api/staff/units/{receipt}/events", "functions.staff.handler.lambda_handler"),
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


@pytest.mark.parametrize("name", ["Table", "RecordsBucket", "DataKey", "Pepper"])
def test_records_outlive_the_stack(name: str) -> None:
    item = RESOURCES[name]
    assert (item["DeletionPolicy"], item["UpdateReplacePolicy"]) == ("Retain", "Retain")


@pytest.mark.parametrize("name", BUCKETS)
def test_a_bucket_is_private_and_takes_tls_only(name: str) -> None:
    assert set(BUCKETS[name]["PublicAccessBlockConfiguration"].values()) == {True}
    policies = named("AWS::S3::BucketPolicy").values()
    [policy] = [policy for policy in policies if policy["Bucket"] == {"Ref": name}]
    denied = [item for item in policy["PolicyDocument"]["Statement"] if item["Effect"] == "Deny"]
    assert [item["Condition"] for item in denied] == [{"Bool": {"aws:SecureTransport": "false"}}]
    assert denied[0]["Resource"] == [
        {"Fn::GetAtt": [name, "Arn"]},
        {"Fn::Sub": f"${{{name}.Arn}}/*"},
    ]


@pytest.mark.parametrize("name", ["UploadsBucket", "RecordsBucket"])
def test_what_people_send_is_encrypted_with_our_key(name: str) -> None:
    [rule] = BUCKETS[name]["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    default = rule["ServerSideEncryptionByDefault"]
    assert default["KMSMasterKeyID"] == {"Fn::GetAtt": ["DataKey", "Arn"]}


def statements(function: dict[str, Any]) -> list[dict[str, Any]]:
    policies = [
        named("AWS::IAM::ManagedPolicy")[policy["Ref"]]["PolicyDocument"]
        if "Ref" in policy
        else policy
        for policy in function.get("Policies", [])
    ]
    return [item for policy in policies for item in policy["Statement"]]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_may_do_named_things_to_named_resources(name: str) -> None:
    for statement in statements(FUNCTIONS[name]):
        action = statement["Action"]
        assert "*" not in "".join(action if isinstance(action, list) else [action])
        assert isinstance(statement["Resource"], dict), "a resource of this template"


def allowed(actions: str) -> set[str]:
    """The functions that may do any of these things."""
    return {name for name, each in FUNCTIONS.items() if re.search(actions, str(statements(each)))}


def test_only_intake_desk_and_follow_up_read_records() -> None:
    assert allowed("GetItem") == allowed("GetObject") | {"ClocksFunction"}
    assert allowed("GetObject") == {
        "ClaimsFunction",
        "PrivacyFunction",
        "RetentionFunction",
        "RostersFunction",
        "StaffClaimsFunction",
        "StaffFunction",
        *FOLLOW_UP,
    }


def resources(name: str, bucket: str) -> set[str]:
    """What a function may touch in a bucket."""
    places = [str(each["Resource"].get("Fn::Sub", "")) for each in statements(FUNCTIONS[name])]
    return {place for place in places if f"${{{bucket}.Arn}}" in place}


def test_the_desk_of_claims_reads_papers_and_the_other_desk_reads_lists() -> None:
    """Nobody of the desk reads what is in quarantine; all that it adds is what it was told."""
    read, write = "s3:GetObject", "s3:PutObject"
    rights = {
        "StaffClaimsFunction": {
            "claims/*": read,
            "claims/*/supplement/*": write,
            "quarantine/*": write,  # papers that it attaches on somebody's behalf
        },
        "StaffFunction": {
            **dict.fromkeys(("rosters/*", "summaries/*"), read),
            "imports/*": [read, write],  # old policies, brought in at the desk
            "rosters/*/rows/*": write,  # people whom an endorsement put right
            "rosters/*/papers/*": write,  # policies and invoices
        },
        "PrivacyFunction": {
            "claims/*": read,
            **{key: [read, "s3:DeleteObjectVersion"] for key in ("rosters/*", "imports/*")},
            "quarantine/*": "s3:DeleteObjectVersion",
            # What somebody was taken out of, and that she was.
            **dict.fromkeys(("rosters/*/rows/*", "rosters/*/cover/*"), write),
            **dict.fromkeys(("imports/*/policies/*", "erasures/*"), write),
        },
    }
    for name, allowed_there in rights.items():
        assert {
            str(each["Resource"]["Fn::Sub"]).removeprefix("${RecordsBucket.Arn}/"): each["Action"]
            for each in statements(FUNCTIONS[name])
            if "${RecordsBucket.Arn}/" in str(each["Resource"])
        } == allowed_there


def test_only_retention_and_erasure_delete_what_is_kept() -> None:
    assert allowed("dynamodb:DeleteItem") == {"PrivacyFunction", "RetentionFunction"}
    assert allowed("DeleteObjectVersion") == {"PrivacyFunction"}
    assert allowed("DeleteObject") == {"PrivacyFunction", "RetentionFunction", *FOLLOW_UP}
    [quarantine] = [
        each["Resource"]
        for each in statements(FUNCTIONS["SweeperFunction"])
        if "Delete" in str(each)
    ]
    assert quarantine == {"Fn::Sub": "${RecordsBucket.Arn}/quarantine/*"}


def test_only_what_hashes_by_it_reads_the_pepper() -> None:
    assert allowed("GetSecretValue") == {
        *("ChallengesFunction", "ClaimsFunction", "RostersFunction", "UploadsFunction"),
        *("MessagesFunction",),
        *("MonthlySummaryFunction", "PrivacyFunction", "StaffFunction", "StaffClaimsFunction"),
        "RetentionFunction",
        *FOLLOW_UP,
    }


def test_no_route_reaches_the_index_of_people() -> None:
    """Who has a route may query no index but the desk's, and nobody may scan the table."""
    events = {name: function["Events"].values() for name, function in FUNCTIONS.items()}
    for name in FOLLOW_UP:
        assert not [event for event in events[name] if event["Type"] == "HttpApi"]
    assert allowed("/index/(?!Desk)") == FOLLOW_UP | {"WatchFunction"}
    daily = {"ClocksFunction", "MonthlySummaryFunction", "RetentionFunction", "WatchFunction"}
    routes = {"PrivacyFunction", "StaffFunction", "StaffClaimsFunction"}
    assert allowed("/index/Desk") == routes | daily
    assert allowed("dynamodb:Scan") == set()


def test_who_lists_services_reads_nothing_else() -> None:
    [statement, of_key] = statements(FUNCTIONS["ServicesFunction"])
    assert (statement["Action"], of_key["Action"]) == ("dynamodb:Query", "kms:Decrypt")
    key = service_entries.key("lectures", "x")["pk"]
    assert statement["Condition"] == {
        "ForAllValues:StringLike": {"dynamodb:LeadingKeys": [key.replace("lectures", "*")]}
    }


def test_the_stream_tells_only_of_the_outbox_and_only_keys() -> None:
    [event] = FUNCTIONS["FollowUpFunction"]["Events"].values()
    [filtered] = event["Properties"]["FilterCriteria"]["Filters"]
    prefix = outbox.key_of(outbox.Entry("AK-2026-000000", 0))["sk"].removesuffix("000000")
    assert json.loads(filtered["Pattern"]) == {
        "eventName": ["INSERT"],
        "dynamodb": {"Keys": {"sk": {"S": [{"prefix": prefix}]}}},
    }
    assert RESOURCES["Table"]["Properties"]["StreamSpecification"] == {
        "StreamViewType": "KEYS_ONLY"
    }


def test_the_stream_gives_up_in_time_and_says_so() -> None:
    [event] = FUNCTIONS["FollowUpFunction"]["Events"].values()
    mapping = event["Properties"]
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert mapping["BisectBatchOnFunctionError"] is True
    assert 0 < mapping["MaximumRetryAttempts"] < MAX_ATTEMPTS
    assert mapping["MaximumRecordAgeInSeconds"] <= 3600
    assert mapping["DestinationConfig"]["OnFailure"] == {
        "Type": "SQS",
        "Destination": {"Fn::GetAtt": ["DeadLetters", "Arn"]},
    }


def test_a_lost_call_is_told_before_its_function_ends() -> None:
    """All tries of a call, with the pauses between them, and some seconds for the rest."""
    real = runpy.run_path(aws.__file__)  # the tests' own clients wait longer
    tries = real["TRIES"]
    pauses = sum(2**number for number in range(tries - 1))
    longest = tries * (real["CONNECTED_WITHIN"] + real["ANSWER_WITHIN"]) + pauses
    general = TEMPLATE["Globals"]["Function"]
    assert all({**general, **each}["Timeout"] >= longest + 5 for each in FUNCTIONS.values())


def test_every_client_of_a_function_has_these_limits() -> None:
    for path in (ROOT / "functions").rglob("*.py"):
        if path.parent.name not in {"local", "operations"}:  # run by hand
            assert re.findall(r"boto3\.client\((?!.*config=)|get_secret\(", path.read_text()) == []


def test_a_schedule_that_fails_leaves_a_letter() -> None:
    by_schedule = {
        name
        for name, each in FUNCTIONS.items()
        if "Schedule" in {event["Type"] for event in each["Events"].values()}
    }
    assert {name for name, each in FUNCTIONS.items() if "EventInvokeConfig" in each} == by_schedule
    for name in by_schedule:
        assert FUNCTIONS[name]["EventInvokeConfig"]["DestinationConfig"] == {
            "OnFailure": {"Type": "SQS", "Destination": {"Fn::GetAtt": ["DeadLetters", "Arn"]}}
        }
        # SAM lets the role write to the queue; its key is ours.
        assert name in allowed("kms:Decrypt', 'kms:GenerateDataKey")


# Reached without a token of the issuer.
PUBLIC = {
    name
    for name, each in FUNCTIONS.items()
    if any(event["Properties"].get("ApiId") == {"Ref": "Api"} for event in each["Events"].values())
}
LEFT_FREE = 100
"""Of the account's functions at once, Lambda keeps as many for those without a share."""


def test_a_flood_at_one_public_door_leaves_the_others_and_the_desk_theirs() -> None:
    shares = TEMPLATE["Mappings"]["AtOnce"]
    reserved = {
        name: each["ReservedConcurrentExecutions"]
        for name, each in FUNCTIONS.items()
        if "ReservedConcurrentExecutions" in each
    }
    assert reserved == {
        name: {
            "Fn::If": [
                "ReservesConcurrency",
                {"Fn::FindInMap": ["AtOnce", name.removesuffix("Function"), "Most"]},
                NO_VALUE,
            ]
        }
        for name in PUBLIC
    }
    assert {f"{name}Function" for name in shares} == PUBLIC
    needed = sum(share["Most"] for share in shares.values()) + LEFT_FREE
    assert needed < 200, "what the parameter's description asks for"


def test_a_lease_outlives_every_invocation_of_the_follow_up() -> None:
    assert all(FUNCTIONS[name]["Timeout"] <= LEASE.total_seconds() for name in FOLLOW_UP)


def test_what_is_told_or_given_up_is_encrypted_with_our_key_and_takes_tls_only() -> None:
    topics, queues = named("AWS::SNS::Topic"), named("AWS::SQS::Queue")
    assert (len(topics), len(queues)) == (2, 1)
    for each in (topics | queues).values():
        assert each["KmsMasterKeyId"] == {"Fn::GetAtt": ["DataKey", "Arn"]}
    policies = named("AWS::SNS::TopicPolicy") | named("AWS::SQS::QueuePolicy")
    guarded = [each for policy in policies.values() for each in policy.get("Topics", [])]
    guarded += [each for policy in policies.values() for each in policy.get("Queues", [])]
    assert {each["Ref"] for each in guarded} == {*topics, *queues}
    for policy in policies.values():
        [denied] = [
            each for each in policy["PolicyDocument"]["Statement"] if each["Effect"] == "Deny"
        ]
        assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


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


def test_every_log_group_is_encrypted_and_forgets() -> None:
    groups = named("AWS::Logs::LogGroup")
    assert all(group["RetentionInDays"] == {"Ref": "LogRetentionDays"} for group in groups.values())
    key = {"Fn::GetAtt": ["DataKey", "Arn"]}
    assert all(group["KmsKeyId"] == key for group in groups.values())
    names = [group["LogGroupName"]["Fn::Sub"] for group in groups.values()]
    assert {f"/aws/lambda/${{{name}}}" for name in FUNCTIONS} <= set(names)


def test_access_logs_hold_no_personal_data() -> None:
    logged = set(
        re.findall(
            r"\$context\.([\w.]+)", TEMPLATE["Globals"]["HttpApi"]["AccessLogSettings"]["Format"]
        )
    )
    assert logged == {
        "requestId",
        "requestTime",
        "routeKey",
        "status",
        "responseLatency",
        "responseLength",
        "integrationStatus",
    }


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
