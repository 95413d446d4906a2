"""A spreadsheet program that opens files and saves them, as a person does by hand."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

# Comma, quotes, UTF-8, from line 1; cells are saved as they are shown.
_SAVED: Final = "csv:Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true,false"
# The same; opened in Chinese, and special numbers are not looked for, as the program proposes.
_OPENED: Final = "CSV:44,34,76,1,,2052,false,false,false"


def opened_and_saved(files: Mapping[str, bytes], times: int = 1) -> dict[str, bytes]:
    """The files, by their names, after a program opened and saved each so many times."""
    made = dict(files)
    with TemporaryDirectory() as profile:  # the program takes its time to make it
        for _ in range(times):
            made = {**_converted(made, ".csv", profile), **_converted(made, ".xlsx", profile)}
    return {name: made[name] for name in files}


def _converted(files: Mapping[str, bytes], ending: str, profile: str) -> dict[str, bytes]:
    chosen = {name: data for name, data in files.items() if name.endswith(ending)}
    if not chosen:
        return {}
    if ending == ".csv":
        made = _run(list(chosen.values()), ".csv", _SAVED, [f"--infilter={_OPENED}"], profile)
    else:
        made = _run(list(chosen.values()), ".xlsx", "xlsx", [], profile)
    return dict(zip(chosen, made, strict=True))


def _run(
    files: list[bytes], ending: str, saved_as: str, options: list[str], profile: str
) -> list[bytes]:
    with TemporaryDirectory() as folder:
        opened, saved = Path(folder, "opened"), Path(folder, "saved")
        opened.mkdir()
        paths = [opened / f"{number}{ending}" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        command = [
            *("soffice", f"-env:UserInstallation=file://{profile}", "--headless"),
            *("--convert-to", saved_as, *options, "--outdir", str(saved), *map(str, paths)),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return [(saved / path.name).read_bytes() for path in paths]
