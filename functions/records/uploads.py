"""Uploads as they are kept: an item that says what the file is for, and the bytes in S3.

The id of an upload is 128 random bits and thereby its own proof: whoever has it may use it.
"""

import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from botocore.exceptions import ClientError

from functions.platform import table
from functions.platform.aws import s3, to_item
from functions.platform.environment import environment
from functions.records.brought_file import Purpose, Upload
from shared_rules.claim.limits import UPLOAD_HOURS
from shared_rules.findings import RuleError

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef
    from mypy_boto3_s3.type_defs import CopySourceTypeDef

POST_LIFETIME: Final = timedelta(hours=1)
"""How long the form is good that the browser sends the bytes with."""
LIFETIMES: Final[dict[Purpose, timedelta]] = {
    "roster": timedelta(hours=1),
    # The bucket keeps the bytes as long.
    "claim-document": timedelta(hours=UPLOAD_HOURS),
    "policy-paper": timedelta(hours=1),
}


def create(purpose: Purpose, filename: str, now: datetime) -> Upload:
    """A new upload, kept until its time is over."""
    upload = Upload(secrets.token_urlsafe(16), purpose, filename, now + LIFETIMES[purpose])
    item = {
        **_key(upload.upload_id),
        "purpose": purpose,
        "filename": filename,
        "expires_at": int(upload.expires_at.timestamp()),
    }
    table.put(item)
    return upload


def presigned_post(upload: Upload, content_type: str, max_size: int) -> dict[str, Any]:
    """The form that S3 takes for this file: this very key, this type, 1 to `max_size` bytes."""
    fixed = {"Content-Type": content_type, "success_action_status": "204"}
    return s3().generate_presigned_post(
        environment().uploads_bucket,
        upload.object_key,
        Fields=dict(fixed),
        Conditions=[
            *({name: value} for name, value in fixed.items()),
            ["content-length-range", 1, max_size],
        ],
        ExpiresIn=int(POST_LIFETIME.total_seconds()),
    )


def find(upload_id: str, purpose: Purpose, now: datetime) -> Upload:
    """The upload with this id and purpose.

    Raises:
        RuleError: `upload.unknown`.
    """
    item = table.get(_key(upload_id)) or {}
    # TTL deletes late: an item whose time is over counts as gone.
    if item.get("purpose") != purpose or item["expires_at"] < now.timestamp():
        raise RuleError("upload.unknown")
    expires_at = datetime.fromtimestamp(item["expires_at"], now.tzinfo)
    return Upload(upload_id, purpose, item["filename"], expires_at, item.get("used_by"))


def read(upload: Upload, max_size: int) -> bytes:
    """The bytes that were sent; one byte more than `max_size` at most, whatever S3 holds.

    Raises:
        RuleError: `upload.unknown`: nothing was sent.
    """
    try:
        found = s3().get_object(
            Bucket=environment().uploads_bucket,
            Key=upload.object_key,
            Range=f"bytes=0-{max_size}",
        )
    except ClientError as error:
        match error.response["Error"]["Code"]:
            case "InvalidRange":
                return b""  # what S3 says of an empty object
            case "NoSuchKey":
                raise RuleError("upload.unknown") from error
        raise
    return found["Body"].read()


def copy_to_records(upload: Upload, place: str) -> str:
    """Keep the bytes that were sent below a place of the records bucket; the new object's key.

    Each attempt has a key of its own, so that of two at once neither writes over the other.

    Raises:
        RuleError: `upload.unknown`: nothing was sent.
    """
    config = environment()
    source: CopySourceTypeDef = {"Bucket": config.uploads_bucket, "Key": upload.object_key}
    key = f"{place}/{secrets.token_hex(16)}"
    try:
        s3().copy_object(Bucket=config.records_bucket, Key=key, CopySource=source)
    except ClientError as error:
        if error.response["Error"]["Code"] == "NoSuchKey":
            raise RuleError("upload.unknown") from error
        raise
    return key


def use(upload_id: str, receipt: str) -> "TransactWriteItemTypeDef":
    """The part of a transaction that takes the upload for one receipt, and fails if it is taken."""
    return {
        "Update": {
            "TableName": environment().table_name,
            "Key": to_item(_key(upload_id)),
            "UpdateExpression": "SET used_by = :receipt",
            "ConditionExpression": "attribute_exists(pk) AND attribute_not_exists(used_by)",
            "ExpressionAttributeValues": to_item({":receipt": receipt}),
        }
    }


def _key(upload_id: str) -> dict[str, str]:
    return {"pk": f"UPLOAD#{upload_id}", "sk": "UPLOAD"}
