"""The form for old policies (旧保险单补录表), made from the headers that the desk reads."""

from typing import Final, get_args

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from shared_rules.funding import UnitKind
from shared_rules.old_policies.columns import HEADERS, OF_PAYMENT, OF_POLICY, Field
from shared_rules.old_policies.judging import PAID_AS
from shared_rules.plans import Plan
from shared_rules.roster.limits import MAX_PEOPLE

TITLE: Final = "旧保险单补录表"
_HOW: Final = (
    "一人一行。同一份保险单的前七列只填第一行，下面各行空着；不同的保险单、单位可以写在一起。"
    "付过保险金、津贴或退过保险费的，后五列都要填；没有的都空着。"
)
_HEADER_ROW: Final = 3
_LAST_ROW: Final = _HEADER_ROW + MAX_PEOPLE
_AS_TEXT: Final = "@"
_TEXTS: Final[tuple[Field, ...]] = ("policy_number", "id_number", "credit_code")
_DAYS: Final[tuple[Field, ...]] = ("first_day", "last_day", "plan", "paid_on")
_AS_DAY: Final = "yyyy-mm-dd"
_FILLS: Final = {"policy": "F8F0F1", "person": "EEF3F8", "payment": "F4F4EC"}
_WIDTHS: Final[dict[Field, int]] = {
    "unit": 26,
    "policy_number": 22,
    "id_number": 22,
    "credit_code": 22,
}


def workbook(plan: Plan) -> Workbook:
    """The blank form; `plan` names the items that may have been paid."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "补录"
    sheet.append([TITLE])
    sheet.append([_HOW])
    sheet.append(list(HEADERS.values()))
    _lay_out(sheet)
    _offer(sheet, "kind", get_args(UnitKind))
    _offer(sheet, "paid_as", tuple(PAID_AS))
    _offer(sheet, "paid_items", tuple(item.name for item in plan.items.values()), is_only=False)
    return book


def _lay_out(sheet: Worksheet) -> None:
    sheet["A1"].font = Font(bold=True, size=16)
    for column, field in enumerate(HEADERS, start=1):
        cell = sheet.cell(_HEADER_ROW, column)
        cell.font = Font(bold=True)
        group = "policy" if field in OF_POLICY else "payment" if field in OF_PAYMENT else "person"
        cell.fill = PatternFill("solid", fgColor=_FILLS[group])
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width = _WIDTHS.get(field, 14)
        # Excel turns long numbers into 6.4E+17 otherwise.
        if field in _TEXTS:
            dimension.number_format = _AS_TEXT
        elif field in _DAYS:
            dimension.number_format = _AS_DAY
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    sheet.print_title_rows = f"1:{_HEADER_ROW}"


def _offer(sheet: Worksheet, field: Field, words: tuple[str, ...], *, is_only: bool = True) -> None:
    """Words to choose from; where it is not `is_only` them, others may be typed."""
    choice = DataValidation("list", formula1=f'"{",".join(words)}"', showErrorMessage=is_only)
    letter = get_column_letter(list(HEADERS).index(field) + 1)
    choice.add(f"{letter}{_HEADER_ROW + 1}:{letter}{_LAST_ROW}")
    sheet.add_data_validation(choice)
