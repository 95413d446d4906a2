"""What whoever runs the service types: the commands of functions/operations."""

import io
import sys
from typing import Any

import pytest


def run(program: Any, *asked: str, typed: str = "") -> int:
    """The exit status of a command; the stack's environment is this process's already."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [program.__name__, *asked])
        patch.setattr(sys, "stdin", io.StringIO(typed))
        patch.setattr(program, "take_environment_of", lambda _: None)
        return int(program.main())
