"""Signed consents as the tests bring them to a list, or have its unit attest that it keeps them."""

from typing import Any

from functions.records.consent import current_version
from tests.functional.claims_requests import paper
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import bearer
from tests.unit.papers.paper_files import jpeg

ATTESTATION = current_version("attestation")


def photos(*rows: int, file: bytes | None = None) -> dict[str, Any]:
    """One photo of everybody's consents, or of those in some rows."""
    return {"rows": [*rows], "upload_ids": [paper(file or jpeg())]}


def attests(*rows: int) -> dict[str, Any]:
    """That the unit keeps everybody's, or those in some rows."""
    return {"rows": [*rows], "attestation": ATTESTATION}


def consents(list_: dict[str, Any], body: dict[str, Any], version: int = 1) -> Answer:
    """Say so, or bring them."""
    path = f"/api/rosters/{list_['receipt']}/signed-consents"
    return call("POST", path, body, authorization=bearer(list_), if_match=f'"{version}"')
