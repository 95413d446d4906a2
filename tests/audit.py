"""`make audit`: which locked packages have known holes, as the registries tell.

What could not be asked is said, and is no pass: 1 where a hole is known, else 2 where something was
not asked. A hole that does not concern us stands in `ACCEPTED` with its reason, and so does nothing
that has a fixed version.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
LOCKED: Final = (
    *("functions/requirements.txt", "requirements.txt", "requirements-uv.txt"),
    "requirements-sam.txt",
)
ACCEPTED: Final[Mapping[str, str]] = {}
"""By the id of an advisory: why it does not concern us."""
_MOST: Final = 600  # seconds that a registry may take


class Answer(NamedTuple):
    """What was learnt of a lock file: holes, and what could not be asked."""

    holes: list[str]
    unasked: list[str]


def python(locked: str, run: Any = subprocess.run) -> Answer:
    """Ask the Python package index about every package of a lock file."""
    done = run(
        [
            *(sys.executable, "-m", "pip_audit", "--requirement", locked, "--disable-pip"),
            *("--require-hashes", "--vulnerability-service", "pypi", "--format", "json"),
            *("--progress-spinner", "off"),
        ],
        **_QUIETLY,
    )
    try:
        told = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Answer([], [f"{locked}: {_last_line(done.stderr)}"])
    return Answer(
        [hole for each in told for hole in _holes_of(each)],
        [f"{each['name']}: {each['skip_reason']}" for each in told if "skip_reason" in each],
    )


def _holes_of(package: Mapping[str, Any]) -> Iterator[str]:
    for each in package.get("vulns", ()):
        if not {each["id"], *each.get("aliases", ())} & ACCEPTED.keys():
            fixed = "、".join(each["fix_versions"]) or "no version"
            yield f"{package['name']} {package['version']}: {each['id']}, mended in {fixed}"


def node(run: Any = subprocess.run) -> Answer:
    """Ask the registry of Node packages about package-lock.json."""
    done = run(["npm", "audit", "--json", "--package-lock-only"], **_QUIETLY)
    try:
        told = json.loads(done.stdout)["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        why = _last_line(done.stderr) or _last_line(done.stdout)
        return Answer([], [f"package-lock.json: {why}"])
    return Answer([hole for each in told.values() for hole in _node_holes(each)], [])


def _node_holes(package: Mapping[str, Any]) -> Iterator[str]:
    """Its own advisories: those that it has from another package are told of that one."""
    for each in package["via"]:
        if isinstance(each, dict) and each["url"].rpartition("/")[2] not in ACCEPTED:
            yield f"{each['name']} {each['range']}: {each['url']}, {each['severity']}"


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1].strip() if lines else ""


_QUIETLY: Final[dict[str, Any]] = {
    "cwd": ROOT,
    "capture_output": True,
    "text": True,
    "check": False,
    "timeout": _MOST,
}


def report(answers: Mapping[str, Answer]) -> int:
    """Say what was learnt; the exit status."""
    for name, (holes, unasked) in answers.items():
        known = f"{len(holes)} known holes" if holes else "no known hole"
        print(f"{name}: {'not asked' if unasked and not holes else known}")
        for each in holes:
            print(f"  {each}")
        for each in unasked:
            print(f"  not asked: {each}")
    if any(each.holes for each in answers.values()):
        return 1
    return 2 if any(each.unasked for each in answers.values()) else 0


def main() -> int:
    """Ask about everything that is locked."""
    answers = {locked: python(locked) for locked in LOCKED}
    return report({**answers, "package-lock.json": node()})


if __name__ == "__main__":
    sys.exit(main())
