"""What an area's contact is told (第十一、十四条): that something came; nothing about people."""

from typing import Final

from functions.common.areas import contact_ids
from functions.common.aws import sns
from functions.common.environment import follow_up_environment
from functions.followup.models import Version
from shared_rules.findings import Finding

_SUBJECT: Final = "Ankangbao {receipt} v{version}"  # SNS takes ASCII only


def announce(version: Version) -> None:
    """Tell of a list to whoever subscribed to the contact of the unit's county."""
    words = Finding.of(
        "announcement.submitted" if version.version == 1 else "announcement.corrected",
        receipt=version.receipt,
        version=version.version,
        county=version.unit.county,
        people=version.people,
    )
    _publish(words, version.receipt, version.version, version.unit.county)


def announce_claim(receipt: str, version: int, county: str) -> None:
    """Tell of a claim (第十四条), or of papers that came to it, in the same way."""
    code = "announcement.reported" if version == 1 else "announcement.supplemented"
    _publish(Finding.of(code, receipt=receipt, county=county), receipt, version, county)


def _publish(words: Finding, receipt: str, version: int, county: str) -> None:
    sns().publish(
        TopicArn=follow_up_environment().contacts_topic_arn,
        Subject=_SUBJECT.format(receipt=receipt, version=version),
        Message=f"{words.title}\n\n{words.message}\n{words.fix}",
        MessageAttributes={"contact": {"DataType": "String", "StringValue": contact_ids()[county]}},
    )
