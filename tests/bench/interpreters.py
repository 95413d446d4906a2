"""What work costs in interpreters of their own: processor time, with that of their children.

Processor time, because other programs on the machine change it much less than time by the clock.
Both sides of a ratio take turns, so that a slow minute of the machine hits both, and the median of
the turns counts.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

from functions.local.server import TEMPLATE
from functions.local.template import load_template

# Both sides keep their compiled modules, as a package in Lambda does, and have of template.yaml
# what says how the interpreter starts.
_VARIABLES: Final = load_template(TEMPLATE)["Globals"]["Function"]["Environment"]["Variables"]
_ENVIRONMENT: Final = {
    **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
    "AWS_DEFAULT_REGION": "cn-northwest-1",
    "PYDANTIC_DISABLE_PLUGINS": _VARIABLES["PYDANTIC_DISABLE_PLUGINS"],
}


def run(*arguments: str, cwd: Path | None = None) -> str:
    """What an interpreter with these arguments prints; it imports from `cwd` first."""
    done = subprocess.run(
        [sys.executable, *arguments],
        check=True,
        cwd=cwd,
        stdout=subprocess.PIPE,
        env=_ENVIRONMENT,
        text=True,
    )
    return done.stdout


def seconds(*arguments: str, cwd: Path | None = None) -> float:
    """Processor seconds of an interpreter with these arguments, and of the processes it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(*arguments, cwd=cwd)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratio(ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> float:
    """The median of our seconds ÷ the median of theirs."""
    turns = [(ours(), theirs()) for _ in range(rounds)]
    return median(mine for mine, _ in turns) / median(other for _, other in turns)
