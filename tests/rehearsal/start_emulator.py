"""Starts the emulator, whose functions share what the one archive of them has inside.

Each would unpack its four thousand files for itself, which took longer than all that they do. Runs
in the emulator's environment, which knows nothing of this project.
"""

import runpy
import tempfile
import zipfile
from pathlib import Path
from threading import Lock
from typing import Any

from ministack.core import lambda_runtime


class _UnpackedOnce(zipfile.ZipFile):
    """An archive that is unpacked where it was never before, and linked to everywhere else."""

    _once = Lock()

    def extractall(self, path: Any = None, *_: Any) -> None:
        shared = Path(tempfile.gettempdir(), "unpacked")
        with self._once:
            if not shared.exists():
                super().extractall(shared)
        code = Path(path)
        code.rmdir()
        code.symlink_to(shared)


if __name__ == "__main__":
    lambda_runtime.zipfile.ZipFile = _UnpackedOnce
    runpy.run_module("ministack", run_name="__main__")
