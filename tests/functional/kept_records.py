"""A set of records as one version of the code wrote them: made here, committed, read by tests.

`python -m tests.functional.kept_records NAME` writes `tests/fixtures/records/NAME.json` from a
short story of people who do not exist. A set is never written again: it stands for what is kept.
"""

import base64
import json
import os
import sys
from pathlib import Path
from typing import Any, Final

import boto3

from functions.local.server import local_aws
from functions.platform import clock
from functions.platform.aws import dynamodb, s3, to_item
from functions.staff.summary import monthly_summary
from tests.functional import staff_claim_requests
from tests.functional.claims_requests import WOMAN
from tests.functional.follow_up_deliveries import items, swept
from tests.functional.rosters_requests import (
    PEOPLE,
    as_bytes,
    correct,
    new_key,
    rows_of,
    submit,
    uploaded,
)
from tests.functional.staff_requests import (
    accept,
    case,
    claim_case,
    desk,
    lecture,
    send_back,
    specialist,
)

FOLDER: Final = Path(__file__).parents[1] / "fixtures" / "records"
# What goes away by itself within a month, and is only read by what wrote it.
_PASSING: Final = ("LIMIT#", "UPLOAD#", "IDEMPOTENCY#", "PROOF#", "CHALLENGE#")


def load(name: str) -> dict[str, Any]:
    """Put a set into the storage; its items."""
    kept: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text())
    for key, data in kept["objects"].items():
        s3().put_object(Bucket=os.environ["RECORDS_BUCKET"], Key=key, Body=base64.b64decode(data))
    for item in kept["items"]:
        dynamodb().put_item(TableName=os.environ["TABLE_NAME"], Item=to_item(item))
    return kept


def receipts(kept: dict[str, Any], kind: str) -> list[str]:
    """The receipts of a kind in a set."""
    heads = [item for item in kept["items"] if item["sk"] == "HEAD"]
    return sorted(item["receipt"] for item in heads if item["receipt"].startswith(kind))


def _story() -> None:
    """A returned and corrected list, an accepted one, a settled claim, an open one, services."""
    returned = submit(new_key(), upload_id=uploaded(as_bytes(PEOPLE[:3]))).body
    assert send_back(returned["receipt"], 1).status == 200
    assert correct(returned, 1, rows=rows_of(PEOPLE[:2])).status == 200
    people = rows_of([*PEOPLE[3:5], WOMAN])
    accepted = submit(new_key(), rows=people).body
    assert accept(accepted["receipt"], 1).status == 200
    swept()
    case("contact", accepted["receipt"])
    assert desk("contact", "POST", f"/rosters/{accepted['receipt']}/hand-off").status == 200
    staff_claim_requests.checked("policy", "diagnosis")
    settled = staff_claim_requests.checked()
    revision = claim_case("claims", settled["receipt"])["revision"]
    refused: dict[str, Any] = {
        "outcome": "refuse",
        "lump_sum": 0,
        "reason": "不在保险期间",
        "article": "article-4",
    }
    assert staff_claim_requests.propose(settled["receipt"], revision, **refused).status == 200
    assert staff_claim_requests.confirm(settled["receipt"], revision + 1).status == 200
    assert desk("contact", "POST", "/services/lectures", lecture()).status == 200
    assert desk("contact", "POST", "/services/specialists", specialist()).status == 200
    swept()
    monthly_summary.make(clock.now())


def _dumped() -> dict[str, Any]:
    bucket = os.environ["RECORDS_BUCKET"]
    found = boto3.client("s3").list_objects_v2(Bucket=bucket)
    return {
        "items": [item for item in items("") if not item["pk"].startswith(_PASSING)],
        "objects": {
            each["Key"]: base64.b64encode(
                s3().get_object(Bucket=bucket, Key=each["Key"])["Body"].read()
            ).decode()
            for each in found.get("Contents", [])
        },
    }


def main(name: str) -> None:
    """Write a set."""
    with local_aws(parameters={"ProofOfWorkCost": "1", "StaffIssuer": "https://issuer.invalid"}):
        _story()
        target = FOLDER / f"{name}.json"
        text = json.dumps(_dumped(), ensure_ascii=False, indent=1, sort_keys=True)
        target.write_text(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
