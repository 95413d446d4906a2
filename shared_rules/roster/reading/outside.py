"""Text that stands beside the tables of a file, such as in a text box: nobody in it is read."""

from collections.abc import Iterable

from shared_rules.identity import id_number
from shared_rules.roster.reading import line_words


def message(texts: Iterable[str]) -> str | None:
    """The message that asks about people in texts outside of all tables, a line each."""
    lines = list(texts)
    if any(map(id_number.occurs_in, lines)):
        return "file.outside_table"
    return "file.names_outside" if any(map(line_words.names_somebody, lines)) else None
