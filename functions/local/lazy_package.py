"""A package whose `__init__` imports its modules when somebody asks for what is in them.

Powertools' packages import all that they offer: with the two resolvers of ours come those of
AppSync and Bedrock, and asyncio for these. What stays is what the package itself needs.
"""

import ast
from pathlib import Path
from typing import Final

# As PEP 562 has it. A name that was asked for once is found without this from then on.
_ON_REQUEST: Final = """

_MODULES = {modules}


def __getattr__(name):
    from importlib import import_module

    if name not in _MODULES:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    globals()[name] = getattr(import_module(_MODULES[name], __name__), name)
    return globals()[name]
"""


def import_on_request(init: Path) -> None:
    """Rewrite an `__init__.py` so that it imports from its own modules on request only."""
    parsed = ast.parse(init.read_text("utf-8"))
    own = next(
        folder.name for folder in init.parents if not (folder.parent / "__init__.py").exists()
    )
    used = {node.id for node in ast.walk(parsed) if isinstance(node, ast.Name)}
    modules: dict[str, str] = {}
    stays: list[ast.stmt] = []
    for statement in parsed.body:
        if isinstance(statement, ast.ImportFrom) and _can_wait(statement, own, used):
            modules |= dict.fromkeys((each.name for each in statement.names), _module(statement))
        else:
            stays.append(statement)
    parsed.body = stays
    init.unlink()  # it may be one with the file in the installer's cache
    init.write_text(ast.unparse(parsed) + _ON_REQUEST.format(modules=modules), "utf-8")


def _can_wait(statement: ast.ImportFrom, own: str, used: set[str]) -> bool:
    module = _module(statement)
    if not module.startswith((".", f"{own}.")):
        return False
    # A module that is imported stands in its package: one of the same name would be found instead.
    names = {each.name for each in statement.names}
    is_plain = "*" not in names and not any(each.asname for each in statement.names)
    return is_plain and not names & {*used, module.rpartition(".")[2]}


def _module(statement: ast.ImportFrom) -> str:
    return "." * statement.level + (statement.module or "")
