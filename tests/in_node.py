"""A browser's own check, by Python in Node, which tests/js/browser-answers.js starts."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import engine

_ANSWERS: Final = Path(__file__).parent / "js" / "browser-answers.js"


class Answered(NamedTuple):
    """An answer as it was printed, and the milliseconds of the processor that it took."""

    text: str
    milliseconds: float


def manifest_of(site: Path) -> dict[str, Any]:
    """What the site names of what `engine.write_engine` has put into it."""
    text = (site / engine.FOLDER / engine.MANIFEST).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def answers(site: Path, asked: Sequence[Mapping[str, Any]]) -> list[Answered]:
    """What is answered to each of these, by what `engine.write_engine` has put into the site."""
    manifest = manifest_of(site)
    requests = site / "requests.json"
    requests.write_text(json.dumps(asked), encoding="utf-8")
    parts = [f"{site}{manifest[name]}" for name in ("python", "packages", "rules")]
    command = ["node", str(_ANSWERS), *parts, str(requests)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    lines = done.stdout.splitlines()
    return [Answered(*each) for each in zip(lines[::2], map(float, lines[1::2]), strict=True)]
