"""Workbooks under Excel's own default password are read as if they had none."""

import io
from collections.abc import Callable
from functools import partial

import pytest

from functions.rosters import parsing
from shared_rules.findings import RuleError
from tests.unit.roster.list_files import FIXTURES, PEOPLE, form_rows, xlsx_of

DEFAULT = "VelvetSweatshop"


def locked(password: str) -> bytes:
    """A workbook encrypted as today's Excel does it."""
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415

    target = io.BytesIO()
    OOXMLFile(io.BytesIO(xlsx_of(*form_rows()))).encrypt(password, target)
    return target.getvalue()


@pytest.mark.parametrize(
    "data_of",
    [
        pytest.param(partial(locked, DEFAULT), id="xlsx"),
        pytest.param((FIXTURES / "velvet.xls").read_bytes, id="xls"),
    ],
)
def test_the_default_password_is_tried(data_of: Callable[[], bytes]) -> None:
    found = parsing.read(data_of()).people
    assert [entry.id_number for entry in found] == [each.id_number for each in PEOPLE]


@pytest.mark.parametrize(
    "data_of",
    [
        pytest.param(partial(locked, "1234"), id="xlsx"),
        pytest.param((FIXTURES / "locked.xls").read_bytes, id="xls"),
    ],
)
def test_another_password_is_refused(data_of: Callable[[], bytes]) -> None:
    with pytest.raises(RuleError) as caught:
        parsing.read(data_of())
    assert caught.value.code == "file.password"
