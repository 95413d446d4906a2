"""A copy of all that is kept of somebody, for her: a page to read and print, data, her papers.

That it was made is kept under her, and in the log of every record, before it is given.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final

from functions.platform import downloads
from functions.platform.problems import Problem
from functions.records import person_index, person_searches, viewings
from functions.records.claims.models import ClaimViewed
from functions.records.person_places import Person, person_of
from functions.records.person_searches import PersonSought
from functions.records.rosters.models import Viewed
from functions.staff import archives
from functions.staff.claims import files
from functions.staff.insured import search
from functions.staff.insured.models import PersonRequest
from functions.staff.people import Staff
from functions.staff.privacy import kept_of_person, page
from functions.staff.privacy.kept_of_person import KeptOfPerson
from functions.staff.privacy.models import CopyRequest, PersonCopy
from shared_rules.identity import id_number

PAGE: Final = "个人信息副本.html"


def make(staff: Staff, request: CopyRequest, now: datetime) -> PersonCopy:
    """Copy all that is kept of somebody.

    Raises:
        Problem: as `search.find`; 404: nothing is kept of her.
    """
    found = search.find(staff, PersonRequest(id_number=request.id_number), now)
    number = id_number.parse(request.id_number).value
    person = person_of(number)
    known = person_index.known(person)
    kept = kept_of_person.of(number, person, known)
    if not kept.receipts and not known.ended:
        raise Problem(HTTPStatus.NOT_FOUND, "privacy.nothing_kept")
    made = {PAGE: page.of(number, found, kept, now), **dict(_data(kept)), **_claims(kept)}
    archive = archives.pack(made, {"made_at": now.isoformat()})
    sought = PersonSought(
        at=now,
        by=staff.actor,
        receipts=kept.receipts,
        what="copied",
        reason=request.reason,
        sha256=archive.sha256,
    )
    _note(person, kept, sought)
    offer = downloads.offer(archive.data, "desk", "个人信息副本.zip", now)
    return PersonCopy(**dict(offer), files=archive.files, sha256=archive.sha256)


def _data(kept: KeptOfPerson) -> Iterator[tuple[str, bytes]]:
    """A file of data for each record, and one for the index that finds them by her."""
    yield "数据/索引.json", _json(kept.under_her)
    for each in kept.lists:
        rows = [{"version": version, **asdict(row)} for version, row in each.rows]
        unit = each.roster.unit
        said = {
            "receipt": each.roster.receipt,
            "unit": unit.name,
            "county": unit.county,
            "state": each.roster.state,
            "submitted_at": each.roster.submitted_at.isoformat(),
            "rows": rows,
            "said": each.said,
        }
        yield f"数据/{each.roster.receipt}.json", _json(said)
    for old in kept.old_policies:
        policy = kept_of_person.cleaned(old.policy.model_dump(mode="json", exclude={"mark"}))
        people = [each.model_dump(mode="json") for each in old.people]
        yield f"数据/{old.policy.receipt}.json", _json({**policy, "people": people})
    for claim in kept.claims:
        receipt = claim.whole.kept.claim.receipt
        yield f"数据/{receipt}.json", _json({"receipt": receipt, "kept": claim.said})


def _claims(kept: KeptOfPerson) -> dict[str, bytes]:
    """Her papers, and what was reported, as the desk of claims packs them."""
    return {name: data for each in kept.claims for name, data in files.of(*each.whole).items()}


def _json(said: Any) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _note(person: Person, kept: KeptOfPerson, sought: PersonSought) -> None:
    at, by = sought.at, sought.by
    for each in kept.lists:
        version = each.roster.version
        viewed = Viewed(at=at, what="person_copied", version=version, by=by, is_masked=False)
        viewings.put(each.roster.receipt, at, viewed)
    for claim in (each.whole.kept.claim for each in kept.claims):
        seen = ClaimViewed(
            at=at,
            what="copied_for_her",
            version=claim.version,
            by=by,
            sha256=sought.sha256,
            is_masked=False,
        )
        viewings.put(claim.receipt, at, seen)
    person_searches.put(person, sought)
