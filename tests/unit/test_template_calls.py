"""How calls of template.yaml's functions are limited, tried again and given up."""

import json
import re
import runpy

from functions.platform import aws
from functions.records import outbox
from functions.records.outbox import LEASE
from functions.worker.service import MAX_ATTEMPTS
from tests.unit.template_parts import (
    FOLLOW_UP,
    FUNCTIONS,
    NO_VALUE,
    RESOURCES,
    ROOT,
    TEMPLATE,
    allowed,
)


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


def test_a_flood_at_one_public_function_leaves_the_others_and_the_desk_theirs() -> None:
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
