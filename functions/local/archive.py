"""The archive that every function runs: the files of the package, and of the same files the same.

`functions/Makefile` writes it. What did not change is then not uploaded, nor deployed, again.
"""

import argparse
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from functions.records import retention

_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o100644 << 16  # for Lambda's own user, whatever the files are here


def write_archive(package: Path, archive: Path) -> None:
    """Write the files of a folder into an archive, in the order of their names."""
    archive.unlink(missing_ok=True)
    with ZipFile(archive, "w") as opened:
        for file in sorted(package.rglob("*")):
            if file.is_file():
                entry = ZipInfo(file.relative_to(package).as_posix(), _LONG_AGO)
                entry.external_attr, entry.compress_type = _READABLE, ZIP_DEFLATED
                opened.writestr(entry, file.read_bytes())


def main() -> None:
    """Archive the package in a folder.

    Raises:
        pydantic.ValidationError: something is kept shorter than the law asks.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("archive", type=Path)
    asked = parser.parse_args()
    retention.terms()  # what would keep shorter than the law asks is not deployed
    write_archive(asked.package, asked.archive)


if __name__ == "__main__":
    main()
