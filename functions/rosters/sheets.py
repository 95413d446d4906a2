"""A printed sheet of a list (第十一条): the code on it, and what it is to the list (核对)."""

from typing import Final

from functions.platform.environment import site_environment
from functions.records import receipts
from functions.records.rosters import check_texts, store
from functions.records.rosters.check_texts import Standing
from functions.records.rosters.models import Roster
from functions.rosters.models import SheetIn
from functions.rosters.status_models import SheetStanding
from shared_rules.findings import Finding
from shared_rules.roster import offline_text

_FINDINGS: Final[dict[Standing, str]] = {
    "matches": "sheet.matches",
    "outdated": "sheet.outdated",
    "differs": "sheet.differs",
}


def verify(sheet: SheetIn) -> SheetStanding:
    """Whether a sheet is of a list as it stands; the same of unknown receipts and wrong texts.

    Of one that was printed offline nothing is said, whatever the receipt: whoever guesses a list
    can make its text, and would learn that the guess was right.
    """
    if offline_text.is_one(sheet.check_text):
        return SheetStanding(standing="offline", finding=Finding.of("sheet.offline"))
    standing = _standing(sheet)
    return SheetStanding(standing=standing, finding=Finding.of(_FINDINGS[standing]))


def _standing(sheet: SheetIn) -> Standing:
    receipt = receipts.read(sheet.receipt, "AK")
    if receipt is None:
        return "differs"
    # Both are asked for, whatever the first one gives: what it takes tells no receipt.
    kept, earlier = store.find(receipt), store.earlier_versions(receipt)
    return check_texts.standing(kept, earlier, sheet.check_text) if kept else "differs"


def code(roster: Roster) -> str:
    """The QR code on the sheets of a list, as SVG.

    It leads to the page that compares them, by an address whose receipt and check text no server
    sees; where the site does not know its address, it says both.
    """
    import segno  # noqa: PLC0415 - of all that a list is asked for only its form needs it

    text, site = check_texts.check_text(roster), site_environment().site_url
    said = f"{site}/verify/#{roster.receipt}/{text}" if site else f"{roster.receipt} {text}"
    return segno.make(said, error="m").svg_inline(omitsize=True, svgclass=None, lineclass=None)
