"""Stamped sheets as the tests bring them to a list."""

from typing import Any

from tests.functional.claims_requests import paper
from tests.functional.follow_up_deliveries import swept
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import PEOPLE, bearer, form, new_key, rows_of, submit
from tests.unit.papers.paper_files import pdf


def sheets(list_: dict[str, Any], *files: bytes) -> dict[str, Any]:
    """Sheets of the list as it stands."""
    ids = [paper(each) for each in files or (pdf(),)]
    return {"check_text": form(list_)["check_text"], "upload_ids": ids}


def bring(list_: dict[str, Any], body: dict[str, Any], version: int = 1) -> Answer:
    """Bring them."""
    path = f"/api/rosters/{list_['receipt']}/stamped-sheets"
    return call("POST", path, body, authorization=bearer(list_), if_match=f'"{version}"')


def brought(*files: bytes) -> dict[str, Any]:
    """A list whose sheets were brought and looked at."""
    list_ = submit(new_key(), rows=rows_of(PEOPLE[:3])).body
    answer = bring(list_, sheets(list_, *files))
    assert answer.status == 200, answer.body
    swept()
    return list_
