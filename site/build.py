"""Build the whole site: `python site/build.py FOLDER`, pages first, then what is made from them."""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
_NOT_PUBLISHED: Final = ("*.map", "*.d.ts")
"""What comes with the theme and the libraries for those who change them."""


def build(folder: Path) -> None:
    """Make `folder` hold the site and nothing else.

    Raises:
        subprocess.CalledProcessError: a step failed, and said why.
    """
    site = folder.resolve()
    paths = {**os.environ, "PYTHONPATH": str(ROOT)}
    for step in (
        ("-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", site),
        ("site/search_index.py", site),
        ("site/downloads.py", site),
        ("site/bundle.py", site),
        ("site/offline.py", site),
    ):
        subprocess.run([sys.executable, *step], cwd=ROOT, env=paths, check=True)  # noqa: S603
    for pattern in _NOT_PUBLISHED:
        for file in site.rglob(pattern):
            file.unlink()


def main() -> int:
    """Build into the folder that the command line names; the exit status."""
    parser = argparse.ArgumentParser(description="Build the whole site.")
    parser.add_argument("folder", type=Path, help="becomes the site; what it held goes")
    try:
        build(parser.parse_args().folder)
    except subprocess.CalledProcessError as error:
        return error.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
