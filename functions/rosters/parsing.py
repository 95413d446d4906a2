"""Reading a list in a process of its own, so that no file or text can take the function down.

A workbook of 1.5 kB can make its parser ask for more memory than there is, which ends the process
without an exception.
"""

import json
from typing import Any, Final

from functions.platform.sandbox.process import Died, ReadingProcess
from functions.rosters.jobs import PASTED, READ, TABLES
from shared_rules.findings import Finding, RuleError
from shared_rules.roster.columns import ChosenColumns, RecognisedColumn
from shared_rules.roster.entries import Entries, Entry
from shared_rules.roster.listed_rows import ListedRow
from shared_rules.roster.rows_to_mend import RowsToMend
from shared_rules.roster.several_sheets import Part
from shared_rules.roster.sheets import Cell, CellFault
from shared_rules.roster.unclear import ColumnsUnclear, SheetBeginning

_process: Final = ReadingProcess("functions.rosters.sandbox")


def read(data: bytes, chosen: ChosenColumns | None = None) -> Entries:
    """The entries of a file, whose columns she may have chosen.

    Raises:
        ColumnsUnclear: as of `entries.read`.
        RuleError: as of `entries.read`; `file.too_much`: reading it took too much memory or time;
            `file.damaged`: the parser failed.
    """
    return _list(READ, data, chosen)


def pasted(text: str, chosen: ChosenColumns | None = None) -> Entries:
    """The entries of rows pasted into the page, whose columns she may have chosen.

    Raises:
        RuleError: as of `entries.pasted`; as of `read`.
    """
    return _list(PASTED, text.encode(), chosen)


def tables(data: bytes) -> list[list[list[str]]]:
    """The visible tables of a file, as rows of the texts that a person sees.

    Raises:
        RuleError: as of `read`.
    """
    found: list[list[list[str]]] = json.loads(ask(TABLES, data))
    return found


def ask(job: bytes, content: bytes) -> bytes:
    """What the sandbox answers to one of `jobs` and its content.

    Raises:
        RuleError: it refused; `file.too_much`, `file.damaged`: it died of it.
    """
    try:
        return _process.ask(job + content)
    except Died as death:
        raise RuleError("file.damaged" if death.failed else "file.too_much") from death


def _list(job: bytes, brought: bytes, chosen: ChosenColumns | None) -> Entries:
    columns = chosen.model_dump_json().encode() if chosen else b""
    answer = json.loads(ask(job, columns + b"\n" + brought))
    if "code" in answer:
        sheets = tuple(map(SheetBeginning.model_validate, answer["sheets"]))
        raise ColumnsUnclear(answer["code"], sheets, **answer["params"])
    return _entries(answer)


def cells(written: list[str | float | list[str] | None]) -> list[Cell]:
    """Cells as they were before they were written as JSON."""
    return [CellFault(*cell) if isinstance(cell, list) else cell for cell in written]


def _entries(answer: dict[str, Any]) -> Entries:
    return Entries(
        tuple(Entry.of_columns(*map(cells, answer["people"]))),
        tuple(map(RecognisedColumn.model_validate, answer["columns"])),
        answer["sheet"],
        tuple(map(Finding.model_validate, answer["findings"])),
        answer["header_row"],
        tuple(map(ListedRow.model_validate, answer["left_out"])),
        tuple(answer["template"]),
        _rows_to_mend(answer["rows_to_mend"]),
        tuple(Part(*part) for part in answer["parts"]),
    )


def _rows_to_mend(written: tuple[str, list[tuple[int, int | None]]] | None) -> RowsToMend | None:
    if written is None:
        return None
    mark, numbers = written
    return RowsToMend(mark, tuple((row, number) for row, number in numbers))
