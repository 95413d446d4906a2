"""What an area's contact is told (第十一、十四条): that something came; nothing about people."""

from functions.platform import contacts_topic
from functions.records.areas import contact_id_of
from functions.records.rosters.models import Roster
from shared_rules.findings import Finding


def announce(version: Roster) -> None:
    """Tell of a list to whoever subscribed to the contact of the unit's county."""
    words = Finding.of(
        "announcement.submitted" if version.version == 1 else "announcement.corrected",
        receipt=version.receipt,
        version=version.version,
        county=version.unit.county,
        people=version.people,
    )
    subject = f"Ankangbao {version.receipt} v{version.version}"
    contacts_topic.tell(contact_id_of(version.unit.county), subject, words)


def announce_withdrawal(ended: Roster) -> None:
    """Tell of a list that its unit has withdrawn, of which the contact was told before."""
    words = Finding.of("announcement.withdrawn", receipt=ended.receipt, county=ended.unit.county)
    subject = f"Ankangbao {ended.receipt} withdrawn"
    contacts_topic.tell(contact_id_of(ended.unit.county), subject, words)


def announce_request(accepted: Roster) -> None:
    """Tell that a unit asks to have its accepted list changed."""
    county = accepted.unit.county
    words = Finding.of("announcement.change_requested", receipt=accepted.receipt, county=county)
    subject = f"Ankangbao {accepted.receipt} change requested"
    contacts_topic.tell(contact_id_of(county), subject, words)


def announce_claim(receipt: str, version: int, county: str) -> None:
    """Tell of a claim (第十四条), or of papers that came to it, in the same way."""
    code = "announcement.reported" if version == 1 else "announcement.supplemented"
    words = Finding.of(code, receipt=receipt, county=county)
    contacts_topic.tell(contact_id_of(county), f"Ankangbao {receipt} v{version}", words)
