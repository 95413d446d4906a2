"""Rows of a list that its unit names: each is somebody's."""

from collections.abc import Collection

from functions.platform.problems import refuse_if
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from shared_rules.findings import Finding


def refuse_unknown(roster: Roster, rows: Collection[int]) -> None:
    """Refuse rows that are nobody's; the list is read only where some are named.

    Raises:
        Problem: 422: with each of them.
    """
    if rows:
        known = {each.row for each in store.people(roster)}
        unknown = [row for row in rows if row not in known]
        refuse_if(Finding.of("endorsement.not_insured", field="rows", row=row) for row in unknown)
