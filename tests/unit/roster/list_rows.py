"""Rows of lists, and what they are read as."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from functions.local import samples
from shared_rules.roster.listing import Listing
from shared_rules.roster.people import People, read
from shared_rules.roster.sheets import Row, Sheet
from tests.unit.roster.list_files import HEADER

FIRST, SECOND = (samples.id_number(date(1990, 1, day), 2 * day) for day in (1, 2))
WANG: Row = [1, "王芳", FIRST, "教师"]
LI: Row = [2, "李娜", SECOND, "护士"]


def people(*rows: Sequence[Any], header: Sequence[Any] = HEADER) -> People:
    return read(Listing.of(Sheet(None, [list(header), *map(list, rows)])))
