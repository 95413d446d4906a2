"""Packages of the functions, made once for all workers of a run."""

import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
ARCHIVE: Final = "functions.zip"


def make_package(folder: Path) -> None:
    """Put into a folder what is packaged for AWS, but for the Python that runs the tests."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    _make("compiled", f"PACKAGE={folder}", f"PYTHON={python}", f"INTERPRETER={sys.executable}")


def make_archive(folder: Path) -> None:
    """Put into a folder what `make package` makes: the package, and the archive of it."""
    _make("archive", f"PACKAGE={folder / 'package'}", f"ARCHIVE={folder / ARCHIVE}")


def _make(*asked: str) -> None:
    subprocess.run(
        ["make", "-s", "-f", "functions/Makefile", *asked],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
