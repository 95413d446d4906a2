"""Which function of template.yaml may read, write and delete what."""

import pytest

from functions.records import service_entries
from tests.unit.template_parts import FOLLOW_UP, FUNCTIONS, allowed, statements


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_may_do_named_things_to_named_resources(name: str) -> None:
    for statement in statements(FUNCTIONS[name]):
        action = statement["Action"]
        assert "*" not in "".join(action if isinstance(action, list) else [action])
        assert isinstance(statement["Resource"], dict), "a resource of this template"


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
