"""A unit brings scans or photos of the sheets that it has stamped (第十一条): of this very list.

What is of another list, or was printed before the list was corrected, is refused by its check text.
"""

from datetime import datetime
from typing import Final

from functions.platform.problems import unprocessable
from functions.records.access import authorised
from functions.records.rosters import check_texts, store
from functions.records.rosters.check_texts import Standing
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.submissions import fingerprint_of
from functions.rosters import unit_papers
from functions.rosters.models import StampedSheetsIn
from functions.rosters.status_models import RosterStatus
from functions.rosters.unit_papers import Bringing
from shared_rules.findings import Finding

_REFUSED: Final[dict[Standing, str]] = {
    "outdated": "stamped_sheets.outdated",
    "differs": "stamped_sheets.other_list",
}


def bring(
    receipt: str, access_code: str, version: int, asked: StampedSheetsIn, now: datetime
) -> RosterStatus:
    """Keep stamped sheets with their list; the same again changes nothing.

    Raises:
        Problem: as `service.status` and `unit_papers.bring`; 422: the sheets are not of this list
            as it stands.
    """
    kept = authorised("AK", receipt, access_code, now, store.find)
    digest, text = fingerprint_of(asked), asked.check_text
    brings = Bringing("sheets_brought", "stamped_sheets", asked.upload_ids, digest, text)
    return unit_papers.bring(kept, version, brings, lambda kept: _check(kept, text), now)


def _check(kept: KeptRoster, text: str) -> None:
    standing = check_texts.standing(kept, store.earlier_versions(kept.roster.receipt), text)
    if standing != "matches":
        raise unprocessable([Finding.of(_REFUSED[standing], field="check_text")])
