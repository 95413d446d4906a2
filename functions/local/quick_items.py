"""Items in the calls of this process's SDK, taken as they are.

The SDK goes through each value of an item twice to say it in JSON, and once to read it from there,
by a description of all that a value may be. In JSON all values but bytes stand as the SDK has them.
"""

from collections.abc import Mapping
from typing import Any, Final

from botocore.parsers import BaseJSONParser
from botocore.serialize import JSONSerializer
from botocore.validate import ParamValidator

_A_VALUE: Final = "AttributeValue"
_SIMPLE: Final[Mapping[str, type]] = {"S": str, "N": str, "BOOL": bool, "NULL": bool}

_validated: Any = ParamValidator._validate_map  # type: ignore[attr-defined]  # noqa: SLF001
_said: Any = JSONSerializer._serialize_type_map  # type: ignore[attr-defined]  # noqa: SLF001
_read: Any = BaseJSONParser._handle_map  # type: ignore[attr-defined]  # noqa: SLF001


def take_items_as_they_are() -> None:
    """Let every client of this process do so; to be called once or more."""
    ParamValidator._validate_map = _validate  # type: ignore[attr-defined]  # noqa: SLF001
    JSONSerializer._serialize_type_map = _say  # type: ignore[attr-defined]  # noqa: SLF001
    BaseJSONParser._handle_map = _as_read  # type: ignore[attr-defined]  # noqa: SLF001


def _validate(validator: Any, values: Any, shape: Any, errors: Any, name: str) -> None:
    if not _is_item(shape, values):
        _validated(validator, values, shape, errors, name)


def _say(serializer: Any, serialized: Any, values: Any, shape: Any, key: Any) -> None:
    if _is_item(shape, values):
        serialized[key] = values
    else:
        _said(serializer, serialized, values, shape, key)


def _as_read(parser: Any, shape: Any, values: Any) -> Any:
    return values if _is_item(shape, values) else _read(parser, shape, values)


def _is_item(shape: Any, values: Any) -> bool:
    """Whether these are an item's values, and of plain types all of them."""
    return shape.value.name == _A_VALUE and _are_plain(values)


def _are_plain(values: Any) -> bool:
    return type(values) is dict and all(
        type(name) is str and _is_plain(value) for name, value in values.items()
    )


def _is_plain(value: Any) -> bool:
    if type(value) is not dict or len(value) != 1:
        return False
    [(kind, inside)] = value.items()
    if kind in _SIMPLE:
        return type(inside) is _SIMPLE[kind]
    if kind == "M":
        return _are_plain(inside)
    return kind == "L" and type(inside) is list and all(map(_is_plain, inside))
