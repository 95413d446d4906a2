"""Lists given back marked up, and what stands in them."""

import io
from datetime import timedelta

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from functions.local import samples
from functions.rosters.marking import files
from functions.rosters.marking.marks import MarkedFile, Marking, Only
from shared_rules import plans
from shared_rules.findings import Finding
from shared_rules.roster import entries, judging
from shared_rules.roster.form import COLUMNS
from tests.unit.roster.list_files import TODAY

OWN_HEADER = [column.header for column in COLUMNS]
GOOD = samples.people(12, seed=21, today=TODAY)
FLAWED = samples.flawed(GOOD, today=TODAY)


def findings_of(found: entries.Entries) -> tuple[Finding, ...]:
    plan = plans.in_force(TODAY)
    return judging.judge(found, plan=plan, cover_from=TODAY + timedelta(days=1)).findings


def marked(data: bytes, only: Only = "all") -> MarkedFile:
    found = entries.read(data)
    return files.mark(data, Marking(found, findings_of(found), only))


def opened(file: MarkedFile) -> Workbook:
    assert file.ending == ".xlsx"
    return load_workbook(io.BytesIO(file.data))


def texts(sheet: Worksheet, row: int) -> list[str]:
    return [str(cell.value or "") for cell in sheet[row]]


def column(sheet: Worksheet, header: str) -> list[str]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == header:
                below = sheet.iter_rows(
                    min_row=cell.row + 1, min_col=cell.column, max_col=cell.column
                )
                return [str(each[0].value or "") for each in below]
    return []


def coloured(sheet: Worksheet, columns: int) -> set[str]:
    rows = sheet.iter_rows(max_col=columns)
    return {cell.coordinate for row in rows for cell in row if cell.fill.fill_type == "solid"}


def flawed_workbook() -> Workbook:
    return samples.workbook(FLAWED, "贺兰县示例小学")


def as_text(file: MarkedFile) -> list[list[str]]:
    if file.ending == ".csv":
        return [line.split(",") for line in file.data.decode().splitlines()]
    sheet = opened(file).worksheets[0]
    return [texts(sheet, row) for row in range(1, sheet.max_row + 1)]
