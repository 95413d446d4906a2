"""What /privacy/ promises about keeping is what the template and the code carry out."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from functions.local.template import load_template
from functions.platform import proof_of_work, rate_limits
from functions.records import outbox, record_keys, submissions, uploads
from functions.records.retention import Term, terms

ROOT = Path(__file__).parents[2]
RETENTION: dict[str, Any] = yaml.safe_load(
    (ROOT / "content" / "data" / "retention.yaml").read_text(encoding="utf-8")
)
TEMPLATE = load_template(ROOT / "template.yaml")


def promised(name: str) -> timedelta:
    """The whole time, with as many leap days as it can have."""
    kept = RETENTION["kept"][name]
    years = timedelta(days=kept["value"] * 365 + -(-kept["value"] // 4))
    days = timedelta(days=kept["value"])
    return {"year": years, "day": days, "minute": timedelta(minutes=kept["value"])}[kept["unit"]]


# Of what belongs to a record, whoever deletes the record is the first; the rules come after.
LEFT_OVERS = timedelta(days=365)


def lifecycle(bucket: str) -> dict[str, timedelta]:
    """Days until objects are gone, by their prefix; every rule is on."""
    properties = TEMPLATE["Resources"][bucket]["Properties"]
    rules = properties["LifecycleConfiguration"]["Rules"]
    assert {rule["Status"] for rule in rules} == {"Enabled"}
    if "VersioningConfiguration" in properties:
        assert all("NoncurrentVersionExpiration" in rule for rule in rules)
    return {rule.get("Prefix", ""): timedelta(days=rule["ExpirationInDays"]) for rule in rules}


@pytest.mark.parametrize(
    ("name", "bucket", "prefix"),
    [
        ("uploads", "UploadsBucket", ""),
        ("quarantine", "RecordsBucket", "quarantine/"),
        ("erasures", "RecordsBucket", "erasures/"),
    ],
)
def test_a_lifecycle_rule_deletes_when_the_page_says(name: str, bucket: str, prefix: str) -> None:
    assert lifecycle(bucket)[prefix] == promised(name)


@pytest.mark.parametrize(
    ("name", "prefix"),
    [("rosters", "rosters/"), ("claims", "claims/"), ("old_policies", "imports/")],
)
def test_what_no_record_names_is_gone_a_year_after_the_records(name: str, prefix: str) -> None:
    assert lifecycle("RecordsBucket")[prefix] == promised(name) + LEFT_OVERS


def test_everything_that_ends_is_deleted_by_the_service() -> None:
    by = {name: line["by"] for name, line in RETENTION["kept"].items()}
    assert {name for name, each in by.items() if each != "system"} == {"paid_items"}


def test_no_folder_of_the_records_is_without_a_rule() -> None:
    receipts = [f"{kind}-2026-7F3K9Q" for kind in ("AK", "LP", "DR")]
    folders = {record_keys.folder(receipt, 1) for receipt in receipts}
    assert {f"{folder.partition('/')[0]}/" for folder in folders} < set(lifecycle("RecordsBucket"))


def test_items_with_a_time_of_their_own_are_deleted_when_the_page_says() -> None:
    table = TEMPLATE["Resources"]["Table"]["Properties"]
    assert table["TimeToLiveSpecification"]["Enabled"] is True
    assert promised("repeats") == submissions.LIFETIME
    assert promised("follow_up") == outbox.DONE_LIFETIME
    assert max(uploads.LIFETIMES.values()) <= promised("uploads")
    limits = [each for each in vars(rate_limits).values() if isinstance(each, rate_limits.Limit)]
    counted = [limit.window for limit in limits]
    assert max([*counted, 2 * proof_of_work.LIFETIME]) == promised("counts")


def test_logs_are_kept_as_long_as_the_page_says() -> None:
    days = TEMPLATE["Parameters"]["LogRetentionDays"]["Default"]
    assert timedelta(days=days) == promised("logs")


def test_claims_are_kept_for_five_years_after_the_longest_cover() -> None:
    """《保险法》第八十七条, where the illness is reported on the first day of a cover of a year."""
    assert RETENTION["kept"]["claims"]["value"] >= 5 + 1


@pytest.mark.parametrize(
    ("name", "value", "unit", "is_taken"),
    [
        ("claims", 6, "year", True),
        ("claims", 5, "year", False),
        ("claims", 6, "day", False),
        ("claims", None, "always", True),
        ("claim_records", 5, "year", False),
        ("logs", 180, "day", True),
        ("logs", 179, "day", False),
        ("rosters", 1, "year", True),
    ],
)
def test_a_time_shorter_than_the_law_asks_is_refused(
    name: str, value: int | None, unit: str, *, is_taken: bool
) -> None:
    said = RETENTION["kept"][name] | {"value": value, "unit": unit}
    if is_taken:
        assert Term.model_validate(said)
    else:
        with pytest.raises(ValidationError, match=f"{said['at_least']['law']} asks for"):
            Term.model_validate(said)


def test_every_time_is_as_long_as_its_law_asks() -> None:
    assert terms().keys() == RETENTION["kept"].keys()


def test_no_deployment_keeps_logs_shorter_than_the_law_asks() -> None:
    assert (
        min(TEMPLATE["Parameters"]["LogRetentionDays"]["AllowedValues"])
        == RETENTION["kept"]["logs"]["at_least"]["value"]
    )


@pytest.mark.parametrize(
    ("files", "records"), [("rosters", "roster_records"), ("claims", "claim_records")]
)
def test_items_go_with_the_files_that_they_belong_to(files: str, records: str) -> None:
    assert promised(records) == promised(files)
