"""What she must know of the columns that are read: by what they were known, what hides them."""

from collections.abc import Iterator

from shared_rules.findings import Finding
from shared_rules.roster import beside
from shared_rules.roster.form import BY_FIELD, NEEDED
from shared_rules.roster.listing import Listing


def about_columns(listing: Listing) -> list[Finding]:
    """What she must know of the columns that are read.

    Raises:
        RuleError: `file.lists_side_by_side`: there are other people beside.
    """
    return [*_guessed(listing), *_hidden_columns(listing), *beside.tell(listing)]


def _guessed(listing: Listing) -> Iterator[Finding]:
    for column in listing.columns:
        if column.field in NEEDED and column.is_guess:
            finding = Finding.of(
                "file.column_guessed",
                header=column.header,
                letters=column.letters,
                meant=BY_FIELD[column.field].header,
            )
            yield listing.about_column(finding, column.column)


def _hidden_columns(listing: Listing) -> Iterator[Finding]:
    for column in listing.columns:
        if column.field in NEEDED and column.column in listing.sheet.hidden_columns:
            finding = Finding.of("file.column_hidden", header=column.header, letters=column.letters)
            yield listing.about_column(finding, column.column)
