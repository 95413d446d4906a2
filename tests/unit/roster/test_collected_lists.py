"""Lists that went wrong somewhere, each with its right value; all in them is invented."""

from pathlib import Path
from typing import NamedTuple

import pytest

from shared_rules import plans
from shared_rules.findings import RuleError
from shared_rules.roster import entries, judging
from tests.unit.roster.list_files import FIXTURES, TODAY

FOLDER = FIXTURES / "collected"
PLAN = plans.in_force(TODAY)
WANG = "王芳"
TOTAL = "roster.row_left_out"
FAILED = "cell.error_value"
READ_AS = "name.normalised"


class Right(NamedTuple):
    """How many rows are what, what is told, and who is in it where that is the point."""

    people: int
    to_mend: int = 0
    left_out: int = 0
    template: int = 0
    told: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()


READ = {
    "formula_failed.xlsx": Right(0, 4, told=frozenset({FAILED})),
    "formulas_failed.xlsx": Right(1, 1, told=frozenset({FAILED})),
    "formulas_failed.ods": Right(1, 1, told=frozenset({FAILED})),
    "without_a_number.xlsx": Right(1, 1, told=frozenset({"id_number.missing"})),
    "total.xlsx": Right(2, left_out=1, told=frozenset({TOTAL})),
    "footer.xlsx": Right(1, left_out=2, told=frozenset({TOTAL}), names=(WANG,)),
    "prefilled.xlsx": Right(1, template=58, told=frozenset({"roster.template_rows"})),
    "lost_digits_as_text.csv": Right(
        3, 27, told=frozenset({"id_number.lost_digits", "id_number.perhaps_lost_digits"})
    ),
    "hr_export.csv": Right(7, 1, told=frozenset({"id_number.check_character"})),
    "radicals.xlsx": Right(
        8,
        told=frozenset({READ_AS}),
        names=("马晓燕", "馬晓燕", "黄敏", "王青", "方芳", "李民", "长孙丽", "西门秀"),
    ),
    "private_use.xlsx": Right(
        2, told=frozenset({READ_AS, "name.private_use_read"}), names=("王䶮", "马㑳")
    ),
    "kinds_of_dots.xlsx": Right(
        9,
        3,
        told=frozenset(
            {READ_AS, "name.space_inside", "name.characters", "name.masked", "name.two_people"}
        ),
    ),
    "space_in_a_name.xlsx": Right(
        1, told=frozenset({"name.space_inside"}), names=("阿依古丽 买买提",)
    ),
    "two_people_in_a_cell.xlsx": Right(
        0, 4, told=frozenset({"name.two_people", "id_number.length"})
    ),
    "hidden_under_a_merge.xlsx": Right(12, told=frozenset({"cell.covered"})),
    "a_cell_too_long.xlsx": Right(1, 1, told=frozenset({"cell.too_long"})),
    "unseen_in_header.xlsx": Right(1, names=(WANG,)),
    "header_of_the_insured.xlsx": Right(1, names=(WANG,)),
    "header_in_row_30.xlsx": Right(1, names=(WANG,)),
    "workbook_of_another_name.xlsx": Right(1, names=(WANG,)),
    "default_password.xlsx": Right(1, names=(WANG,)),
    "stream_in_capitals.xls": Right(2, names=(WANG, "李娜")),
    "office_online.xlsx": Right(12),
    "power_query.xlsx": Right(12),
    "gnumeric.ods": Right(12),
    "empty_columns.csv": Right(12),
    "space_in_row_30000.xlsx": Right(12),
    "other_sheet_wide.xls": Right(12),
    "beside_a_wide_sheet.xlsx": Right(12, told=frozenset({"file.other_sheets_unread"})),
}
REFUSED = {
    "apple.numbers": "file.numbers",
    "a_field_a_row.xlsx": "file.vertical",
    "columns_101.xls": "file.too_many_columns",
    "no_text.xlsx": "file.no_text",
}


def test_every_collected_list_has_its_right_value() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*READ, *REFUSED}


@pytest.mark.parametrize(("name", "right"), READ.items(), ids=READ)
def test_a_collected_list_is_read(name: str, right: Right) -> None:
    found = entries.read(FOLDER.joinpath(name).read_bytes())
    report = judging.judge(found, plan=PLAN, cover_from=TODAY)
    counts = report.counts
    told = {each.code for each in report.findings} - {"roster.occupation_missing"}
    seen = Right(
        counts.people, counts.to_mend, counts.left_out, counts.template, frozenset(told),
        tuple(each.name for each in report.people) if right.names else (),
    )  # fmt: skip
    assert seen == right


@pytest.mark.parametrize(("name", "code"), REFUSED.items(), ids=REFUSED)
def test_a_collected_list_is_refused_with_the_true_reason(name: str, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        entries.read(Path(FOLDER, name).read_bytes())
    assert caught.value.code == code
