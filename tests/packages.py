"""A package of the functions, as AWS gets it, but for the Python that runs the tests."""

import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]


def make_package(folder: Path) -> None:
    """Put into a folder what `sam build` would put there for this Python."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    subprocess.run(
        [
            *("make", "-s", "-f", "functions/Makefile", "build-RostersFunction"),
            *(f"PYTHON={python}", f"INTERPRETER={sys.executable}", f"ARTIFACTS_DIR={folder}"),
        ],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
