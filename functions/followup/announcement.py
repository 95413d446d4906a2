"""What the area's contact is told (第十一条): that there is a list, and nothing about people."""

from typing import Final

from functions.common.areas import contact_ids
from functions.common.aws import sns
from functions.common.environment import follow_up_environment
from functions.followup.models import Version
from shared_rules.findings import Finding

_SUBJECT: Final = "Ankangbao {receipt} v{version}"  # SNS takes ASCII only


def announce(version: Version) -> None:
    """Tell whoever subscribed to the contact of the unit's county."""
    words = Finding.of(
        "announcement.submitted" if version.version == 1 else "announcement.corrected",
        receipt=version.receipt,
        version=version.version,
        county=version.unit.county,
        people=version.people,
    )
    sns().publish(
        TopicArn=follow_up_environment().contacts_topic_arn,
        Subject=_SUBJECT.format(receipt=version.receipt, version=version.version),
        Message=f"{words.title}\n\n{words.message}\n{words.fix}",
        MessageAttributes={
            "contact": {
                "DataType": "String",
                "StringValue": contact_ids()[version.unit.county],
            }
        },
    )
