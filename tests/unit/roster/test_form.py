"""The table of columns, and what is said of each: no column is forgotten anywhere."""

from dataclasses import fields
from typing import get_args

from shared_rules.roster import form
from shared_rules.roster.form.rows import Entry, Insured, Places, Values


def test_every_column_has_its_record_its_cell_its_value_and_its_place() -> None:
    assert [each.field for each in form.COLUMNS] == list(get_args(form.Field))
    assert Entry._fields == ("row", *form.OWN)
    assert [each.name for each in fields(Insured)] == ["row", *form.OWN, "name_written"]
    assert tuple(Values.model_fields) == form.OWN
    assert set(Places.model_fields) == set(form.BY_FIELD)


def test_what_was_kept_before_there_was_a_column_can_still_be_made() -> None:
    added = form.OWN[len(form.NEEDED) :]
    assert {getattr(Insured(1, "王芳", "1"), field) for field in added} == {""}
