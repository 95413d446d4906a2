"""What becomes of the consents (本人同意书) that the people of a list have signed, says its unit.

It brings scans or photos of them, or attests that it keeps them: of everybody, or of some rows.
"""

from datetime import datetime
from http import HTTPStatus
from typing import Final

from functions.platform.problems import Problem, refuse_if, unprocessable
from functions.records import consent
from functions.records.access import authorised
from functions.records.rosters import store
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.models import Unit
from functions.records.rosters.roster_events import SignedConsents
from functions.records.submissions import fingerprint_of
from functions.rosters import rows_named, unit_papers
from functions.rosters.models import RosterSubmitRequest, SignedConsentsIn
from functions.rosters.status_models import RosterStatus
from functions.rosters.unit_papers import Bringing
from shared_rules.findings import Finding

MOST: Final = 50
"""So often a unit says for one list what becomes of them."""


def keep(
    receipt: str, access_code: str, version: int, asked: SignedConsentsIn, now: datetime
) -> RosterStatus:
    """Keep what a unit says or brings; of one version the same again changes nothing.

    Raises:
        Problem: as `service.status` and `unit_papers.bring`; 409: it has said so too often; 422: it
            says neither or both, by another text than the site shows, or of rows that are nobody's.
    """
    kept = authorised("AK", receipt, access_code, now, store.find)
    said = SignedConsents(rows=asked.rows)
    if asked.attestation:
        said = _attested(kept.roster.unit, asked.attestation, asked.rows)
    brings = Bringing(
        "consents_attested" if asked.attestation else "consents_brought",
        "signed_consents",
        asked.upload_ids,
        fingerprint_of(asked, str(version)),
        said={"consents": said},
    )
    return unit_papers.bring(kept, version, brings, lambda kept: _check(kept, asked), now)


def with_list(request: RosterSubmitRequest, unit: Unit) -> SignedConsents | None:
    """What a unit attests when it submits or corrects its list: of everybody; None if nothing."""
    return _attested(unit, request.attestation, []) if request.attestation else None


def _attested(unit: Unit, wording: str, rows: list[int]) -> SignedConsents:
    return SignedConsents(rows=rows, wording=wording, clerk=unit.contact_name)


def _check(kept: KeptRoster, asked: SignedConsentsIn) -> None:
    if bool(asked.upload_ids) == bool(asked.attestation):
        raise unprocessable([Finding.of("signed_consents.which", field="how")])
    if asked.attestation:
        refuse_if(consent.judge_attestation(asked.attestation))
    if sum(each.consents is not None for each in kept.events) >= MOST:
        raise Problem(HTTPStatus.CONFLICT, "signed_consents.too_often", params={"limit": MOST})
    rows_named.refuse_unknown(kept.roster, asked.rows)
