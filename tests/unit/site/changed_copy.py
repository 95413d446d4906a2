"""A copy of the project's sources, to be changed as README.md says and looked at."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.unit.site.building import ROOT, built, copy_sources

# From this day on holds what is changed.
DAY = "2027-01-01"
PART = "----"
NEEDED = (
    *("functions", "tests/vectors", "tests/unit/rules", "tests/hand_written.py"),
    *("tests/benefits.py", "tests/js", "package.json"),
)


@contextmanager
def on(day: str) -> Iterator[None]:
    """What is built, is built on this day."""
    at = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(at.timestamp())))
        yield


class Copy:
    """The project's sources in a folder of their own, to be changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = copy_sources(folder)
        for name in NEEDED:
            if (ROOT / name).is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(ROOT / name, folder / name, ignore=ignored)
            else:
                shutil.copy(ROOT / name, folder / name)
        shutil.copy(ROOT / "pyproject.toml", folder)

    def try_to(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *command],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )

    def run(self, *command: str) -> str:
        """What a Python module or file says, run in here."""
        done = self.try_to(*command)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def say(self, *programs: str) -> dict[str, list[str]]:
        """The lines that each of these programs prints; the code is read once for all."""
        parted = "".join(f"print({PART!r})\nexec({program!r}, {{}})\n" for program in programs)
        printed = self.run("-c", parted).split(f"{PART}\n")[1:]
        return {program: said.splitlines() for program, said in zip(programs, printed, strict=True)}

    def check_browser_rules(self) -> None:
        """The rules in JavaScript answer as those in Python do."""
        command = ["node", "--test", "tests/js/rules.test.js"]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-4000:]

    def generate(self) -> None:
        """`make generate`."""
        self.run("-m", "functions.local.generate")
        self.run("-m", "tests.vectors.generate")

    def check_cases(self) -> None:
        """The hand-written cases still give what they expect."""
        cases = "tests/unit/rules/test_rule_cases.py"
        self.run("-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", cases)

    def site(self, day: str) -> Path:
        """The site as it is built on a day."""
        with on(day):
            return built("mkdocs", self.folder).rename(self.folder / day)

    def change(self, file: str, before: str, after: str) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1
        path.write_text(text.replace(before, after), encoding="utf-8")

    def add_plan(self, **changes: Any) -> None:
        """A plan file from 2027 on; keys lead with dots to what changes in today's plan."""
        folder = self.folder / "shared_rules" / "plans"
        latest = max(folder.glob("[0-9]*.yaml"))
        values = yaml.safe_load(latest.read_text(encoding="utf-8"))
        for path, value in {"valid_from": DAY, **changes}.items():
            *parents, last = path.split(".")
            place = values
            for parent in parents:
                place = place[parent]
            place[last] = value
        text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
        (folder / f"{DAY}.yaml").write_text(text, encoding="utf-8")
