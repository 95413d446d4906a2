"""What the area's contact is told (第十一条): that there is a list, and nothing about people."""

from functions.common import contacts_topic
from functions.common.areas import contact_ids
from functions.followup.models import Version
from shared_rules.findings import Finding


def announce(version: Version) -> None:
    """Tell whoever subscribed to the contact of the unit's county."""
    words = Finding.of(
        "announcement.submitted" if version.version == 1 else "announcement.corrected",
        receipt=version.receipt,
        version=version.version,
        county=version.unit.county,
        people=version.people,
    )
    subject = f"Ankangbao {version.receipt} v{version.version}"
    contacts_topic.tell(contact_ids()[version.unit.county], subject, words)
