"""The roster form of 附件2 as files to fill in, made from the headers that the intake reads."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from shared_rules import yaml_file
from shared_rules.plans import Plan
from shared_rules.roster.form import BY_FIELD, HEADERS, Field
from shared_rules.roster.form.rows import Values
from shared_rules.roster.limits import MAX_PEOPLE

_OCCUPATIONS: Final = Path(__file__).parents[1] / "content" / "data" / "occupations.yaml"

TITLE: Final = "关爱女职工“安康保”参保人员名单"
UNIT: Final = "单位名称："
FORM_HEADERS: Final = tuple(HEADERS.values())
WIDTHS_CM: Final = tuple(BY_FIELD[field].width for field in HEADERS)
ID_NUMBER_LENGTH: Final = 18
BLANK_ROWS: Final = 200
WORD_ROWS: Final = 20
_FONT: Final = "宋体"
_SIDE: Final = Side(style="thin", color="999999")
_LINE: Final = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_HEADER_ROW: Final = 3
# The last row that a list may reach, however few rows are drawn.
_LAST_ROW: Final = _HEADER_ROW + MAX_PEOPLE
_AS_TEXT: Final = "@"


def workbook_form(plan: Plan, people: Sequence[Values] = (), unit: str = "") -> Workbook:
    """The form as a workbook: ID numbers are text, cells say what they expect.

    Args:
        plan: whose age limits the ID numbers' column tells.
        people: who stands in it already; the rest is left blank.
        unit: the unit's name, where it is known.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "名单"
    sheet.append([TITLE])
    sheet.append([UNIT, unit])
    sheet.append(FORM_HEADERS)
    for number in range(1, (len(people) or BLANK_ROWS) + 1):
        said = people[number - 1].model_dump() if people else {}
        sheet.append([said.get(field) or None for field in HEADERS])
        sheet.cell(sheet.max_row, 1).value = number
    _lay_out(sheet)
    _expect(sheet, plan)
    return book


def _lay_out(sheet: Worksheet) -> None:
    last = _letter(next(reversed(HEADERS)))
    sheet.merge_cells(f"A1:{last}1")
    sheet.merge_cells(f"B2:{last}2")
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A1"].alignment = Alignment(horizontal="center")
    for field, width in zip(HEADERS, WIDTHS_CM, strict=True):
        sheet.column_dimensions[_letter(field)].width = width * 5
    # Excel turns long numbers below the drawn rows into 6.4E+17 otherwise.
    number = _letter("id_number")
    sheet.column_dimensions[number].number_format = _AS_TEXT
    for row in sheet.iter_rows(min_row=_HEADER_ROW, max_col=len(FORM_HEADERS)):
        for cell in row:
            cell.border = _LINE
    for cell in sheet[number][_HEADER_ROW - 1 :]:
        cell.number_format = _AS_TEXT
    for cell in sheet[_HEADER_ROW]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="F8F0F1")
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    sheet.print_title_rows = f"1:{_HEADER_ROW}"


def _expect(sheet: Worksheet, plan: Plan) -> None:
    """What a cell says when it is entered, and what it refuses (第三、四条)."""
    number = DataValidation("textLength", operator="equal", formula1=str(ID_NUMBER_LENGTH))
    ages = (
        f"生效当天年满 {plan.minimum_age.value} 至 {plan.maximum_age.value} 周岁，"
        f"连续续保的到 {plan.maximum_age_renewal.value} 周岁。"
    )
    number.promptTitle = "身份证号"
    number.prompt = f"{ID_NUMBER_LENGTH} 位，最后一位可以是 X。{ages}"
    number.errorTitle, number.error = "身份证号不对", f"要正好 {ID_NUMBER_LENGTH} 位，不要有空格。"
    occupation = DataValidation(
        "list", formula1=f'"{",".join(_occupations())}"', showErrorMessage=False
    )
    occupation.promptTitle, occupation.prompt = "职业", "可以选，也可以自己写。"
    for letter, each in ((_letter("id_number"), number), (_letter("occupation"), occupation)):
        each.showInputMessage = True
        each.add(f"{letter}{_HEADER_ROW + 1}:{letter}{_LAST_ROW}")
        sheet.add_data_validation(each)
    number.showErrorMessage = True


def _letter(field: Field) -> str:
    """The column of a field in the form."""
    return get_column_letter(list(HEADERS).index(field) + 1)


def word_form() -> WordDocument:
    """The form as the notice prints it: a Word table with the unit's name below."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(12)
    # Word keeps another font for Chinese letters, which python-docx does not know of.
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(TITLE)
    run.bold, run.font.size = True, Pt(16)
    _fill(document.add_table(WORD_ROWS + 2, len(FORM_HEADERS), style="Table Grid"))
    return document


def _fill(table: Table) -> None:
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, header, width in zip(table.rows[0].cells, FORM_HEADERS, WIDTHS_CM, strict=True):
        cell.text = header
        cell.width = Cm(width)
    for number in range(1, WORD_ROWS + 1):
        table.cell(number, 0).text = str(number)
        for cell, width in zip(table.rows[number].cells, WIDTHS_CM, strict=True):
            cell.width = Cm(width)
    last = table.rows[-1].cells
    last[0].merge(last[-1]).text = UNIT


def _occupations() -> list[str]:
    found: list[str] = yaml_file.read(_OCCUPATIONS)["occupations"]
    return found
