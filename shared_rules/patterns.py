"""Regular expressions that are compiled when they are first used.

A function starts with all of its rules, and needs few of them for the request that waits; sets of
all Chinese characters and long lists of words take milliseconds each.
"""

import re
from typing import Any, Final, cast

_waiting: Final[list["_Later"]] = []


class _Later:
    """Stands for a compiled expression, and becomes as quick as one when it is first used."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags
        _waiting.append(self)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for method in ("findall", "fullmatch", "match", "search", "split", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The expression, to be used as one that `re.compile` gives."""
    return cast("re.Pattern[str]", _Later(pattern, flags))


def compile_all() -> None:
    """Compile what waits: a process that forks does it, so that no fork has to."""
    while _waiting:
        _waiting.pop().fullmatch("")
