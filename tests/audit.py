"""`make audit`: which locked packages have known holes, as the registries tell.

What could not be asked is said, and is no pass, which pip-audit itself would call it: the exit
status is 1 where a hole is known, else 2 where something was not asked. A hole that does not
concern us stands in `ACCEPTED`, with its reason.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
LOCKED: Final = (
    *("functions/requirements.txt", "requirements.txt", "requirements-uv.txt"),
    *("requirements-rehearsal.txt", "requirements-sam.txt"),
)
ACCEPTED: Final[Mapping[str, str]] = {}
"""By the id of an advisory: why it does not concern us."""
_PIP_AUDIT: Final = (
    *(sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes"),
    *("--vulnerability-service", "pypi", "--format", "json", "--progress-spinner", "off"),
)
_NPM_AUDIT: Final = ("npm", "audit", "--json", "--package-lock-only")
_MOST: Final = 600  # seconds that a registry may take


class Answer(NamedTuple):
    """What was learnt of a lock file: its holes, and what could not be asked."""

    holes: list[str]
    unasked: list[str]


class Said(NamedTuple):
    """What a command wrote."""

    out: str
    error: str


def said(*command: str) -> Said:
    """Run a command, whatever becomes of it."""
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=_MOST
    )
    return Said(done.stdout, done.stderr)


def of_python(locked: str, run: Callable[..., Said] = said) -> Answer:
    """Ask the Python package index about every package of a lock file."""
    answer = run(*_PIP_AUDIT, "--requirement", locked)
    told = _read(answer.out).get("dependencies")
    if told is None:
        return Answer([], [_last_line(answer.error)])
    return Answer(
        [hole for each in told for hole in _python_holes(each)],
        [each["skip_reason"] for each in told if "skip_reason" in each],
    )


def _python_holes(package: Mapping[str, Any]) -> Iterator[str]:
    for each in package.get("vulns", ()):
        if not {each["id"], *each.get("aliases", ())} & ACCEPTED.keys():
            mended = ", ".join(each["fix_versions"]) or "no version"
            yield f"{package['name']} {package['version']}: {each['id']}, mended in {mended}"


def of_node(run: Callable[..., Said] = said) -> Answer:
    """Ask the registry of Node packages about package-lock.json."""
    answer = run(*_NPM_AUDIT)
    read = _read(answer.out)
    if "vulnerabilities" not in read:
        return Answer([], [read.get("message") or _last_line(answer.error)])
    return Answer([hole for each in read["vulnerabilities"].values() for hole in _of(each)], [])


def _of(package: Mapping[str, Any]) -> Iterator[str]:
    """Its own advisories: those that it has from another package are told of that one."""
    for each in package["via"]:
        if isinstance(each, dict) and each["url"].rpartition("/")[2] not in ACCEPTED:
            yield f"{each['name']} {each['range']}: {each['url']}, {each['severity']}"


def _read(text: str) -> dict[str, Any]:
    try:
        read = json.loads(text)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1].strip() if lines else "no answer"


def report(answers: Mapping[str, Answer]) -> int:
    """Say what was learnt; the exit status."""
    for name, (holes, unasked) in answers.items():
        print(f"{name}: {len(holes)} known holes, {len(unasked)} packages or files not asked")
        for each in holes:
            print(f"  {each}")
        if unasked:
            print(f"  not asked: {unasked[0]}{' and so on' if len(unasked) > 1 else ''}")
    if any(each.holes for each in answers.values()):
        return 1
    return 2 if any(each.unasked for each in answers.values()) else 0


def main() -> int:
    """Ask about everything that is locked."""
    of_each = {locked: of_python(locked) for locked in LOCKED}
    return report({**of_each, "package-lock.json": of_node()})


if __name__ == "__main__":
    sys.exit(main())
