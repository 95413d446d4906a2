"""What updates and conditions of the emulator's table say, read once, not gone through twice.

The emulator reads an update's expression three times, and uses one; makes a copy of it field by
field; and goes through that ten times, asking anew at each of its parts for which it looks. A
condition it reads twice, and for each of its words looks up six patterns.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from moto.dynamodb.comparisons import ConditionExpressionParser
from moto.dynamodb.parsing.ast_nodes import (  # type: ignore[attr-defined]
    DepthFirstTraverser,
    Node,
)
from moto.dynamodb.parsing.expressions import UpdateExpressionParser  # type: ignore[attr-defined]

_what_it_says = UpdateExpressionParser.make
_understood = ConditionExpressionParser.parse
_DOES_NOT_LOOK_AHEAD = DepthFirstTraverser.pre_processing_of_child
# Parts are of abstract classes, of which Python asks each instance anew.
_is: Callable[[type, Any], bool] = cache(issubclass)


def update_quickly() -> None:
    """Let every emulator of this process do so; to be called once or more."""
    # Whoever changes what was read makes a copy of it first.
    UpdateExpressionParser.make = staticmethod(cache(_what_it_says))
    Node.__deepcopy__ = _copied
    DepthFirstTraverser.traverse = _traversed
    ConditionExpressionParser.parse = _understood_once  # type: ignore[method-assign, assignment]


class _Understood(NamedTuple):
    """A condition, and which names and values it has."""

    condition: Any
    names: tuple[str, ...]
    values: tuple[str, ...]


_CONDITIONS_KEPT: Final = 1000
_conditions: dict[tuple[str, str, str], _Understood] = {}


def _understood_once(parser: ConditionExpressionParser) -> Any:
    """The condition; it does not change with the items that it is held beside."""
    if not parser.condition_expression:
        return _understood(parser)
    names, values = parser.expression_attribute_names, parser.expression_attribute_values
    said = (parser.condition_expression, repr(names), repr(values))
    if found := _conditions.get(said):
        parser.expr_attr_names_found.extend(found.names)
        parser.expr_attr_values_found.extend(found.values)
        return found.condition
    condition = _understood(parser)
    if len(_conditions) >= _CONDITIONS_KEPT:
        _conditions.clear()
    found_names, found_values = parser.expr_attr_names_found, parser.expr_attr_values_found
    _conditions[said] = _Understood(condition, tuple(found_names), tuple(found_values))
    return condition


def _copied(node: Any, _memo: Mapping[int, Any]) -> Any:
    """A copy of a part with all that it consists of; what the parts hold does not change."""
    copied = object.__new__(type(node))
    copied.__dict__.update(node.__dict__, parent=None)
    if node.children is not None:
        copied.children = [
            _copied(child, _memo) if isinstance(child, Node) else child for child in node.children
        ]
        for child in copied.children:
            if isinstance(child, Node):
                child.set_parent(copied)
    return copied


def _traversed(traverser: Any, root: Any) -> Any:
    """What becomes of a part, after all that it consists of."""
    wanted = traverser.nodes_to_be_processed()
    looks_ahead = type(traverser).pre_processing_of_child is not _DOES_NOT_LOOK_AHEAD

    def visit(node: Any, place: int) -> Any:
        for number, child in enumerate(node.children or ()):
            if looks_ahead:
                traverser.pre_processing_of_child(node, number)
            if _is(type(child), Node):
                visit(child, number)
        if not _is(type(node), wanted):
            return node
        parent, made = node.parent, traverser.process(node)
        made.parent = parent
        if parent:
            parent.children[place] = made
        return made

    return visit(root, -1)
