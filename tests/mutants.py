"""`python -m tests.mutants`: every mutant that the tests let live must be explained.

Reads what `mutmut run` left in `mutants/`, and fails on a survivor that tests/mutants.toml does not
explain, and on an explanation of something that lives no more.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
EXPLAINED: Final = Path(__file__).with_suffix(".toml")
# What mutmut notes of a mutant: the tests passed, or none came there.
_SURVIVED: Final = (0, 33)


class Mutant(NamedTuple):
    """A change of the rules: where, and the lines before and after."""

    function: str
    before: str
    after: str


def judged(folder: Path) -> Iterator[tuple[str, bool | None]]:
    """The name of each mutant, and whether it lives; None where it was not run."""
    for file in sorted(folder.rglob("*.meta")):
        codes = json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
        yield from (
            (name, None if code is None else code in _SURVIVED) for name, code in codes.items()
        )


def shown(name: str) -> Mutant:
    """What a mutant changes."""
    command = [sys.executable, "-m", "mutmut", "show", name]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    lines = [line for line in told.splitlines() if not line.startswith(("---", "+++"))]
    before, after = (
        " ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+"
    )
    return Mutant(_function(name), before, after)


def _function(name: str) -> str:
    return name.partition("__mutmut_")[0]


def explained(file: Path) -> dict[Mutant, str]:
    """The survivors that do no harm, and why."""
    entries = tomllib.loads(file.read_text(encoding="utf-8")).get("survivor", [])
    return {
        Mutant(each["function"], each["before"], each["after"]): each["why"] for each in entries
    }


def main() -> int:
    """Tell of every survivor that is not explained; the exit status."""
    every = dict(judged(ROOT / "mutants"))
    run = {name: lives for name, lives in every.items() if lives is not None}
    living = {shown(name) for name, lives in run.items() if lives}
    known = explained(EXPLAINED)
    for mutant in sorted(living - set(known)):
        print(f"unexplained: {mutant.function}\n  - {mutant.before}\n  + {mutant.after}")
    waiting = {_function(name) for name in every} - {_function(name) for name in run}
    gone = {mutant for mutant in set(known) - living if mutant.function not in waiting}
    for mutant in sorted(gone):
        print(f"explained, but there is none or tests notice it: {mutant.function}")
        print(f"  + {mutant.after}")
    print(f"{len(run)} mutants, {len(living)} live, {len(living - set(known))} of them unexplained")
    return 1 if living - set(known) or gone else 0


if __name__ == "__main__":
    sys.exit(main())
