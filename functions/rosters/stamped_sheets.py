"""A unit brings scans or photos of the sheets that it has stamped (第十一条): of this very list.

What is of another list, or was printed before the list was corrected, is refused by its check text.
Sheets that were printed offline, before the list was submitted, are of it if it is still the same.
"""

from datetime import datetime
from decimal import Decimal
from typing import Final, get_args

from functions.platform.problems import unprocessable
from functions.records.access import authorised
from functions.records.rosters import check_texts, offline_texts, store
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.models import Roster
from functions.records.submissions import fingerprint_of
from functions.rosters import unit_papers
from functions.rosters.models import StampedSheetsIn
from functions.rosters.status_models import RosterStatus
from functions.rosters.unit_papers import Bringing
from shared_rules import crockford
from shared_rules.findings import Finding, ParamValue
from shared_rules.premium import in_yuan
from shared_rules.roster import offline_text
from shared_rules.roster.offline_text import Differs

_Standing = check_texts.Standing | offline_texts.Standing
_REFUSED: Final[dict[_Standing, str]] = {
    "outdated": "stamped_sheets.outdated",
    "differs": "stamped_sheets.other_list",
    "unit": "stamped_sheets.offline_unit",
    "people": "stamped_sheets.offline_people",
    "erased": "stamped_sheets.offline_erased",
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
    digest, typed = fingerprint_of(asked), asked.check_text
    texts = (typed, "")
    if offline_text.is_one(typed):
        texts = (check_texts.check_text(kept.roster), crockford.grouped(crockford.read(typed)))
    brings = Bringing("sheets_brought", "stamped_sheets", asked.upload_ids, digest, *texts)
    return unit_papers.bring(kept, version, brings, lambda kept: _check(kept, typed), now)


def _check(kept: KeptRoster, text: str) -> None:
    earlier = store.earlier_versions(kept.roster.receipt)
    if offline_text.is_one(text):
        standing: _Standing = offline_texts.standing(kept, earlier, text)
    else:
        standing = check_texts.standing(kept, earlier, text)
    if standing != "matches":
        about = _about(kept.roster) if standing in get_args(Differs) else {}
        raise unprocessable([Finding.of(_REFUSED[standing], field="check_text", **about)])


def _about(roster: Roster) -> dict[str, ParamValue]:
    """What of the list helps to see in what the sheet differs."""
    premium = in_yuan(Decimal(roster.premium.amount))
    return {"people": roster.people, "unit": roster.unit.name, "premium": premium}
