"""What is kept outlives the code that wrote it: it is written exactly, and read tolerantly.

A kept model is never a request's model: it passes over what it does not know, has a default for
what came later, and checks nothing against lists that change (counties, contacts, diseases). Every
item says in `schema` which form it was written in. What cannot be read at all is one logged line,
for which there is an alarm, and one line at the desk.
"""

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Any, Final, TypeVar

from aws_lambda_powertools import Logger
from pydantic import BaseModel, ValidationError

from functions.platform.metrics import measured
from functions.platform.problems import Problem

SCHEMA: Final = 1
"""Counted up when the form of what is written changes so that a reader must tell."""
UNREADABLE: Final = "unreadable record"
"""What the log says of it; there is an alarm for what is measured with it."""

logger = Logger()
Kept = TypeVar("Kept", bound=BaseModel)
Item = TypeVar("Item", bound=Mapping[str, Any])
Said = TypeVar("Said")


class UnreadableError(Problem):
    """What is kept cannot be read by this code."""

    def __init__(self) -> None:
        super().__init__(HTTPStatus.INTERNAL_SERVER_ERROR, "record.unreadable")


def to_item(key: Mapping[str, str], record: BaseModel, **besides: Any) -> dict[str, Any]:
    """The item that keeps a record; None is left out when it is written."""
    said = record.model_dump(mode="json", exclude_computed_fields=True)
    return {**key, "schema": SCHEMA, **said, **besides}


def read(model: type[Kept], item: Mapping[str, Any]) -> Kept:
    """The record that an item keeps.

    Raises:
        UnreadableError: it cannot be read; the log names its key and the fields, and no value.
    """
    return read_by(model.model_validate, item)


def read_by(reader: Callable[[Item], Said], item: Item) -> Said:
    """What a reader makes of an item.

    Raises:
        UnreadableError: as of `read`.
    """
    try:
        return reader(item)
    except (KeyError, TypeError, ValueError) as error:
        fields = error if isinstance(error, ValidationError) else None
        note_unreadable(f"{item.get('pk')} {item.get('sk')}", fields)
        raise UnreadableError from None


def readable(model: type[Kept], items: Iterable[Item]) -> tuple[list[Kept], list[Item]]:
    """The records that items keep, and the items that cannot be read: each of these is logged.

    For what shows or does many things: one that cannot be read stops no other.
    """
    return readable_by(model.model_validate, items)


def readable_by(
    reader: Callable[[Item], Said], items: Iterable[Item]
) -> tuple[list[Said], list[Item]]:
    """What a reader makes of items, and those that it cannot read, as `readable`."""
    found: list[Said] = []
    unreadable: list[Item] = []
    for item in items:
        try:
            found.append(read_by(reader, item))
        except UnreadableError:
            unreadable.append(item)
    return found, unreadable


def read_json(model: type[Kept], data: bytes, key: str) -> Kept:
    """The record that an object keeps.

    Raises:
        UnreadableError: as of `read`.
    """
    try:
        return model.model_validate_json(data)
    except ValidationError as error:
        note_unreadable(key, error)
        raise UnreadableError from None


def note_unreadable(key: str, error: ValidationError | None) -> None:
    """Log that a record cannot be read: its key and the names of the fields, never a value."""
    errors = error.errors(include_input=False, include_context=False) if error else []
    fields = [".".join(map(str, each["loc"])) for each in errors]
    logger.error(UNREADABLE, key=key, fields=fields, **measured({"UnreadableRecords": 1}))
