"""What the template's lifecycle rules delete, which no emulator applies, and what must be left."""

import os
from typing import Any, Final

from functions.local.server import ROOT
from functions.local.template import load_template
from functions.platform import objects
from functions.platform.aws import s3
from tests.functional.follow_up_deliveries import items

_BUCKET: Final = load_template(ROOT / "template.yaml")["Resources"]["RecordsBucket"]
_RULES: Final = _BUCKET["Properties"]["LifecycleConfiguration"]["Rules"]
A_FORTNIGHT: Final = 14
"""Days: more than what was written over lives, less than anything that is kept on purpose."""


def pass_days(days: int) -> int:
    """Delete what the rules would delete by then of what there is now; how many versions."""
    bucket, deleted = os.environ["RECORDS_BUCKET"], 0
    for page in s3().get_paginator("list_object_versions").paginate(Bucket=bucket):
        for version in (*page.get("Versions", []), *page.get("DeleteMarkers", [])):
            key, is_latest = version["Key"], version["IsLatest"]
            rules = [rule for rule in _RULES if key.startswith(rule["Prefix"])]
            if any(_is_over(rule, days, is_latest=is_latest) for rule in rules):
                s3().delete_object(Bucket=bucket, Key=key, VersionId=version["VersionId"])
                deleted += 1
    return deleted


def _is_over(rule: dict[str, Any], days: int, *, is_latest: bool) -> bool:
    if is_latest:
        return int(rule["ExpirationInDays"]) <= days
    return int(rule["NoncurrentVersionExpiration"]["NoncurrentDays"]) <= days


def assert_all_is_kept() -> None:
    """Every object that some record points to can be read, also after two weeks."""
    pass_days(A_FORTNIGHT)
    pointers = [key for item in items("") for key in _objects(item)]
    assert pointers
    for key in pointers:
        assert objects.get(key), key


def _objects(item: dict[str, Any]) -> list[str]:
    """The keys of the objects that an item needs."""
    # What may be opened of a paper takes the place of the bytes that came.
    gone = {"quarantine_object"} if item.get("clean_object") else set()
    return [
        str(value)
        for name, value in item.items()
        if (name.endswith("_object") or name == "file") and value and name not in gone
    ]
