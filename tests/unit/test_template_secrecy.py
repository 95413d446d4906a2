"""What template.yaml keeps, tells and logs is encrypted, private, and outlives the stack."""

import re

import pytest

from tests.unit.template_parts import BUCKETS, FUNCTIONS, RESOURCES, TEMPLATE, named


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
