"""A finding: one record about one problem, from which every page, file and answer is rendered."""

from typing import Self

from pydantic import ConfigDict, Field, computed_field

from shared_rules import articles
from shared_rules.messages import Message, Severity, catalogue, filled
from shared_rules.records import Record

ParamValue = str | int


class Finding(Record):
    """What was found, where, by which article; the words come from the catalogue by `code`.

    `row` and `column` count from 1 as Excel shows them, `cell` is its address (C12). All three are
    None for a finding about a whole file, `column` and `cell` for one about a whole row.
    """

    model_config = ConfigDict(extra="forbid")

    severity: Severity
    code: str
    article: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    cell: str | None = None
    field: str | None = None
    params: dict[str, ParamValue] = Field(default={})

    @classmethod
    def of(cls, code: str, *, field: str | None = None, **params: ParamValue) -> Self:
        """A finding with the severity and the article that the catalogue gives its code.

        Raises:
            KeyError: the catalogue has no such code.
        """
        message = catalogue()[code]
        return cls(
            severity=message.severity,
            code=code,
            article=message.article,
            field=field,
            params=params,
        )

    def at(self, *, row: int, column: int | None = None, sheet: str | None = None) -> Self:
        """The same finding, at a row or a cell of a sheet (counted from 1)."""
        cell = f"{column_letters(column)}{row}" if column else None
        place = {"sheet": sheet, "row": row, "column": column, "cell": cell}
        return self.model_copy(update=place)

    @property
    def _message(self) -> Message:
        # What was kept may have a code that has gone since.
        return catalogue().get(self.code) or catalogue()["message.retired"]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def article_label(self) -> str | None:
        """What people call the article: 第三条."""
        return articles.label(self.article) if self.article else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def title(self) -> str:
        """The problem in a few words."""
        return filled(self._message.title, self.params)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def message(self) -> str:
        """What is wrong, in one sentence."""
        return filled(self._message.explanation, self.params)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def fix(self) -> str:
        """What to do about it."""
        return filled(self._message.fix, self.params)


def column_letters(column: int) -> str:
    """A column's name as Excel shows it.

    >>> [column_letters(n) for n in (1, 26, 27, 703)]
    ['A', 'Z', 'AA', 'AAA']
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class RuleError(ValueError):
    """A value that no rule can be applied to; `code` and `params` name its message."""

    def __init__(self, code: str, **params: ParamValue) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def finding(self, field: str | None = None) -> Finding:
        """The record that tells people about it."""
        return Finding.of(self.code, field=field, **self.params)
