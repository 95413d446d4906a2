"""What the template's lifecycle rules delete, which no emulator applies, and what must be left."""

import os
from typing import Any, Final

import boto3

from functions.local.server import ROOT
from functions.local.template import load_template
from functions.platform import objects
from tests.functional.follow_up_deliveries import items

_BUCKET: Final = load_template(ROOT / "template.yaml")["Resources"]["RecordsBucket"]
_RULES: Final = _BUCKET["Properties"]["LifecycleConfiguration"]["Rules"]
A_FORTNIGHT: Final = 14
"""Days: more than what was written over lives, less than anything that is kept on purpose."""


def pass_days(days: int) -> int:
    """Delete what the rules would delete by then of what there is now; how many versions."""
    bucket = boto3.resource("s3").Bucket(os.environ["RECORDS_BUCKET"])
    deleted = 0
    for version in bucket.object_versions.all():
        rules = [rule for rule in _RULES if version.object_key.startswith(rule["Prefix"])]
        if any(_is_over(rule, days, is_latest=version.is_latest) for rule in rules):
            version.delete()
            deleted += 1
    bucket.meta.client.close()
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
