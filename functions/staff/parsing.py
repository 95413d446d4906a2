"""What only the desk brings, read in the process where files are read."""

import json

from functions.rosters import parsing
from functions.rosters.jobs import OLD_POLICIES, STATEMENT
from shared_rules.old_policies.reading import Written
from shared_rules.statements.lines import Statement


def old_policies(data: bytes) -> Written:
    """The rows of a workbook of old policies.

    Raises:
        RuleError: as of `old_policies.reading.read`; as of `parsing.read`.
    """
    answer = json.loads(parsing.ask(OLD_POLICIES, data))
    columns = answer["columns"]
    rows = tuple(
        (row, dict(zip(columns, parsing.cells(said), strict=True))) for row, *said in answer["rows"]
    )
    return Written(answer["sheet"], columns, rows)


def statement(data: bytes) -> Statement:
    """The lines of a bank statement.

    Raises:
        RuleError: as of `statements.reading.read`; as of `parsing.read`.
    """
    return Statement.model_validate_json(parsing.ask(STATEMENT, data))
