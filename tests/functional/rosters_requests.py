"""What the tests of rosters send to the routes, and how they look at the storage."""

import io
import os
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import openpyxl

from functions.local import samples
from functions.local.stack import Stack
from functions.platform import clock
from functions.platform.aws import dynamodb, s3
from functions.records.consent import current_version
from shared_rules.plans import in_force
from shared_rules.roster.form.rows import Values
from tests.functional import requests_to_api
from tests.functional.requests_to_api import Answer, call

TODAY = clock.now().date()
DAY = timedelta(days=1)
TOMORROW = TODAY + DAY
PLAN = in_force(TODAY)
PEOPLE = samples.people(10, seed=5, today=TODAY)
UNIT: dict[str, Any] = {
    "name": "贺兰县示例小学",
    "kind": "事业单位",
    "county": "贺兰县",
    "union": True,
    "contact_name": "赵敏",
    "phone": "0951-2090080",
    "funding": "self",
}
CONSENT = {
    "version": current_version("roster"),
    "personal_information": True,
    "sensitive_information": True,
}


def as_bytes(people: Sequence[samples.Person]) -> bytes:
    """The list as a workbook."""
    target = io.BytesIO()
    samples.workbook(people, UNIT["name"]).save(target)
    return target.getvalue()


def rows_of(people: Sequence[samples.Person]) -> list[dict[str, str]]:
    """The list as the API takes it without a file."""
    return [
        Values(name=each.name, id_number=each.id_number, occupation=each.occupation).model_dump()
        for each in people
    ]


def new_key() -> str:
    """An Idempotency-Key that was never used."""
    return str(uuid4())


def uploaded(data: bytes) -> str:
    """The id of a list's upload."""
    return requests_to_api.uploaded(data, "roster", "名单.xlsx")


def submission(**changes: Any) -> dict[str, Any]:
    """A submission's body."""
    return {"unit": UNIT, "confirmations": [], "consent": CONSENT, **changes}


def submit(key: str, **changes: Any) -> Answer:
    """Submit a list."""
    return call("POST", "/api/rosters", submission(**changes), idempotency_key=key)


def bearer(kept: dict[str, Any]) -> str:
    """The Authorization header of whoever got this receipt."""
    return f"Bearer {kept['access_code']}"


def correct(kept: dict[str, Any], version: object, **changes: Any) -> Answer:
    """Send a corrected list in the place of a version."""
    return call(
        "PUT",
        f"/api/rosters/{kept['receipt']}",
        submission(**changes),
        authorization=bearer(kept),
        if_match=f'"{version}"',
    )


def withdraw(kept: dict[str, Any], version: object = 1) -> Answer:
    """Withdraw a list."""
    return call(
        "POST",
        f"/api/rosters/{kept['receipt']}/withdraw",
        authorization=bearer(kept),
        if_match=f'"{version}"',
    )


def status(kept: dict[str, Any]) -> dict[str, Any]:
    """Where a list stands."""
    answer = call("GET", f"/api/rosters/{kept['receipt']}", authorization=bearer(kept))
    assert answer.status == 200
    return answer.body


def form(kept: dict[str, Any]) -> dict[str, Any]:
    """What is printed of a list: 附件2."""
    answer = call("GET", f"/api/rosters/{kept['receipt']}/form", authorization=bearer(kept))
    assert answer.status == 200
    return answer.body


def printed(kept: dict[str, Any]) -> list[dict[str, Any]]:
    """The people of 附件2."""
    asked = ("name", "id_number", "occupation")
    return [{name: row[name] for name in asked} for row in form(kept)["rows"]]


def made_file(url: str) -> list[tuple[Any, ...]]:
    """The lines of a workbook that was made for who has a list."""
    key = urlsplit(url).path.partition("/marked-up/")[2]
    bucket = os.environ["UPLOADS_BUCKET"]
    data = s3().get_object(Bucket=bucket, Key=f"marked-up/{key}")["Body"].read()
    return list(openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].values)


def stored(aws: Stack) -> dict[str, int]:
    """How many visible rosters, and objects with their versions, there are."""
    table = dynamodb().scan(TableName=aws.resources["Table"])["Items"]
    objects = s3().list_object_versions(Bucket=aws.resources["RecordsBucket"])
    rosters = (item for item in table if item["pk"]["S"].startswith("ROSTER#"))
    heads = [item for item in rosters if item["sk"]["S"] == "HEAD"]
    return {"heads": len(heads), "objects": len(objects.get("Versions", []))}
