"""What an area's contact is told (第十一、十四条): that something came; nothing about people."""

from functions.platform import contacts_topic
from functions.records import messages
from functions.records.areas import CLAIMS_DESK, contact_id_of
from functions.records.claims.kept_claim import KeptClaim
from functions.records.messages import Occasion
from functions.records.rosters.models import Roster
from shared_rules.findings import Finding


def announce(version: Roster) -> None:
    """Tell of a list to whoever subscribed to the contact of the unit's county."""
    words = _words(
        "received" if version.version == 1 else "corrected",
        receipt=version.receipt,
        version=version.version,
        county=version.unit.county,
        people=version.people,
    )
    subject = f"Ankangbao {version.receipt} v{version.version}"
    contacts_topic.tell(contact_id_of(version.unit.county), subject, words)


def announce_withdrawal(ended: Roster) -> None:
    """Tell of a list that its unit has withdrawn, of which the contact was told before."""
    words = _words("withdrawn", receipt=ended.receipt, county=ended.unit.county)
    subject = f"Ankangbao {ended.receipt} withdrawn"
    contacts_topic.tell(contact_id_of(ended.unit.county), subject, words)


def announce_request(accepted: Roster) -> None:
    """Tell that a unit asks to have its accepted list changed."""
    county = accepted.unit.county
    words = _words("change_requested", receipt=accepted.receipt, county=county)
    subject = f"Ankangbao {accepted.receipt} change requested"
    contacts_topic.tell(contact_id_of(county), subject, words)


def announce_claim(kept: KeptClaim, version: int) -> None:
    """Tell of a claim (第十四条), or of papers that came to it, in the same way.

    The desk of claims is told of the report, and of the version that begins its clock (第十五条).
    """
    receipt, county = kept.claim.receipt, kept.claim.unit.county
    subject = f"Ankangbao {receipt} v{version}"
    occasion: Occasion = "claim_received" if version == 1 else "claim_supplemented"
    words = _words(occasion, receipt=receipt, county=county)
    contacts_topic.tell(contact_id_of(county), subject, words)
    if news := _for_the_desk(kept, version):
        contacts_topic.tell(CLAIMS_DESK, subject, news)


def _words(occasion: Occasion, **params: str | int) -> Finding:
    return Finding.of(messages.TABLE[occasion].words["contact"], field=None, **params)


def _for_the_desk(kept: KeptClaim, version: int) -> Finding | None:
    """What a version means to the desk of claims, which hears of further papers by its queue."""
    receipt, county = kept.claim.receipt, kept.claim.unit.county
    if pay_by := kept.clock_begun_by(version):
        until = pay_by.day.isoformat()
        return Finding.of(
            "announcement.claim_complete", receipt=receipt, county=county, until=until
        )
    if version == 1:
        return Finding.of("announcement.claim_reported", receipt=receipt, county=county)
    return None
