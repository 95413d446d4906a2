"""The process in which lists are read: `python -m functions.rosters.sandbox`.

A request is one letter, of `jobs`, and its content; that of a list begins with a line that says, as
JSON, which column is which, or nothing. The answer is what was read, as JSON, or what can be chosen
from; or the marked file's ending and what it does not hold, a zero byte, and its bytes.
"""

import json
import pickle
import signal

from functions.platform.sandbox.forks import Limits, serve
from functions.rosters import jobs
from shared_rules.old_policies import reading
from shared_rules.roster import entries
from shared_rules.roster.columns import ChosenColumns
from shared_rules.roster.entries import Entries
from shared_rules.roster.limits import MAX_READING_BYTES, MAX_READING_SECONDS
from shared_rules.roster.reading import read_sheets
from shared_rules.roster.sheets import text_of
from shared_rules.roster.unclear import ColumnsUnclear
from shared_rules.statements import reading as statements


def _answer(request: bytes) -> bytes:
    job, content = request[:1], request[1:]
    match job:
        case jobs.MARK:
            return _marked(content)
        case jobs.TABLES:
            return _tables(content)
        case jobs.OLD_POLICIES:
            return _old_policies(content)
        case jobs.STATEMENT:
            return statements.read(content).model_dump_json(round_trip=True).encode()
    return _list(job, content)


def _list(job: bytes, content: bytes) -> bytes:
    columns, _, brought = content.partition(b"\n")
    chosen = ChosenColumns.model_validate_json(columns) if columns else None
    try:
        if job == jobs.PASTED:
            return _written(entries.pasted(brought.decode(), chosen))
        return _written(entries.read(brought, chosen))
    except ColumnsUnclear as unclear:
        sheets = [sheet.model_dump() for sheet in unclear.sheets]
        return json.dumps(
            {"code": unclear.code, "params": unclear.params, "sheets": sheets}
        ).encode()


def _written(found: Entries) -> bytes:
    return json.dumps(
        {
            # Four long lists are faster to read again than thousands of short ones.
            "people": list(zip(*found.people, strict=True)),
            "columns": [column.model_dump() for column in found.columns],
            "sheet": found.sheet,
            "findings": [finding.model_dump(round_trip=True) for finding in found.findings],
            "header_row": found.header_row,
            "left_out": [row.model_dump() for row in found.left_out],
            "template": found.template,
            "rows_to_mend": found.rows_to_mend,
            "parts": found.parts,
        },
        ensure_ascii=False,
    ).encode(errors="surrogatepass")


def _tables(content: bytes) -> bytes:
    sheets = [sheet for sheet in read_sheets(content) if not sheet.hidden]
    return json.dumps(
        [[[text_of(c) for c in row] for row in sheet.rows] for sheet in sheets]
    ).encode()


def _old_policies(content: bytes) -> bytes:
    written = reading.read(content)
    fields = list(written.columns)
    rows = [[row, *(said[field] for field in fields)] for row, said in written.rows]
    return json.dumps({"sheet": written.sheet, "columns": written.columns, "rows": rows}).encode()


def _marked(content: bytes) -> bytes:
    # What few ask for: no other fork waits for it.
    from functions.rosters.marking import files  # noqa: PLC0415

    original, marking, seconds = pickle.loads(content)  # noqa: S301 - pickled by our own side
    signal.alarm(seconds)  # what is left of the time that the whole request may take
    file = files.mark(original, marking)
    return " ".join((file.ending, *file.told)).encode() + b"\0" + file.data


if __name__ == "__main__":
    serve(_answer, Limits(MAX_READING_BYTES, MAX_READING_SECONDS))
