"""What a browser checks lists with: `python site/engine.py FOLDER`, into a built site.

Python itself (Pyodide, from npm), the packages that the check needs (wheels, locked in
requirements-browser.txt), and the check: the functions that the service runs, with their data
(docs/decisions/0070-…). All of it below `engine/`, each file or folder named for its content, and
the manifest that names them, which is the only one that changes.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Final

from bundle import ESBUILD

from shared_rules import yaml_file

ROOT: Final = Path(__file__).resolve().parents[1]
WHEELS: Final = ROOT / ".venv" / "browser"
PYODIDE: Final = ROOT / "node_modules" / "pyodide"
FOLDER: Final = "engine"
MANIFEST: Final = "manifest.json"
ENTRY: Final = "functions.rosters.in_browser"
LATER: Final = "functions.rosters.marking.files"
"""What the entry imports once it is asked to mark a list."""
WORKER: Final = "site/js/roster/engine/worker.js"
DATA: Final = ("content/data/areas.yaml", "content/data/consent.yaml")
"""What the check reads besides the rules."""

_RUNTIME: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
_LOCK: Final = "pyodide-lock.json"
# Rules of others' countries, stubs, older versions of an interface: nobody here asks for them.
_NOT_NEEDED: Final = re.compile(
    r"stdnum/(?!(?:cn|iso7064)/)[^/]+/|.*\.(?:dat|pyi)$|pydantic/(?:v1/|mypy\.py)|.*/RECORD$"
)
_LICENCE: Final = re.compile(r"\.dist-info/(?:licenses/|LICEN[CS]E|COPYING)")
_MADE: Final = (1980, 1, 1, 0, 0, 0)
# Where to find what anybody may read, or put another in place of.
_LICENCES: Final = """\
Pyodide {version}: Mozilla Public License 2.0. Its source is the package “pyodide” of npm and the
project of that name. It carries CPython, under the licence of the Python Software Foundation.

"""
_IMPORTED: Final = f"""\
import sys, importlib
importlib.import_module({ENTRY!r}).prepare()
importlib.import_module({LATER!r})
print("\\n".join(each.__file__ for name, each in sys.modules.items()
                if name.partition(".")[0] == "functions" and each.__file__))
"""


class NotInstalledError(Exception):
    """Python for browsers is not there; `make` installs it."""


def write_engine(site: Path) -> None:
    """Write all of it into a built site.

    Raises:
        NotInstalledError: npm's package or the wheels are missing.
    """
    if not (PYODIDE / _RUNTIME[0]).is_file() or not any(WHEELS.glob("*.whl")):
        raise NotInstalledError(f"{PYODIDE} or {WHEELS} is missing: run make site")
    folder = site / FOLDER
    folder.mkdir()
    (folder / "licences.txt").write_text(licences(), encoding="utf-8")
    named = {
        "python": f"{_python(folder)}/",
        "packages": _named(folder, "packages", ".zip", packages()),
        "rules": _named(folder, "rules", ".zip", rules()),
        "worker": _named(folder, "worker", ".js", bundled(WORKER)),
    }
    size = sum(
        file.stat().st_size for file in folder.rglob("*") if file.suffix in {".wasm", ".zip"}
    )
    # What a browser keeps for the next time; the licences are for people.
    files = [each for each in folder.rglob("*.*") if each.is_file() and each.suffix != ".txt"]
    manifest = {
        **{name: f"/{FOLDER}/{each}" for name, each in named.items()},
        "bytes": size,
        "files": sorted(f"/{each.relative_to(site).as_posix()}" for each in files),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def packages() -> bytes:
    """The packages that the check needs, unpacked side by side in one archive."""
    files: dict[str, bytes] = {}
    for wheel in sorted(WHEELS.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            names = [each for each in archive.namelist() if not _NOT_NEEDED.match(each)]
            files |= {name: archive.read(name) for name in names}
    return zipped(files)


def rules() -> bytes:
    """The check itself: what it imports of the functions, and all rules; data as JSON."""
    files = [*_functions(), *(ROOT / "shared_rules").rglob("*.py")]
    data = [*(ROOT / "shared_rules").rglob("*.yaml"), *(ROOT / name for name in DATA)]
    return zipped(
        {
            **{_path(file): file.read_bytes() for file in files},
            **{_path(file): _as_json(file) for file in data},
        }
    )


def licences() -> str:
    """Under which licences others' work is served here."""
    version = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"]
    texts = [_LICENCES.format(version=version)]
    for wheel in sorted(WHEELS.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            found = sorted(filter(_LICENCE.search, archive.namelist()))
            texts.append(f"{wheel.name}\n")
            texts += [f"{each}\n\n{archive.read(each).decode()}\n" for each in found]
    return "\n".join(texts)


def bundled(script: str, *more: str) -> bytes:
    """One of our modules with all that it imports, for browsers that can run Python."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "bundled.js"
        options = ("--bundle", "--minify", "--format=esm", "--target=es2020", "--tsconfig-raw={}")
        command = [str(ESBUILD), script, *options, *more, "--log-level=warning"]
        subprocess.run([*command, f"--outfile={made}"], cwd=ROOT, check=True)  # noqa: S603 - ours
        return made.read_bytes()


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive that is the same for the same files."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            about = zipfile.ZipInfo(name, _MADE)
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, content)
    return made.getvalue()


def _python(folder: Path) -> str:
    """Copies Python into a folder named for what it holds; that name."""
    lock = json.loads((PYODIDE / _LOCK).read_text(encoding="utf-8"))
    # Of its own packages none is used.
    files = {_LOCK: json.dumps({**lock, "packages": {}}).encode()}
    files |= {name: (PYODIDE / name).read_bytes() for name in _RUNTIME}
    name = f"python.{_digest(b''.join(files.values()))}"
    (folder / name).mkdir()
    for file, content in files.items():
        (folder / name / file).write_bytes(content)
    return name


def _functions() -> list[Path]:
    """The modules of the functions that the check is made of."""
    command = [sys.executable, "-c", _IMPORTED]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    return [Path(line) for line in done.stdout.splitlines()]


def _named(folder: Path, stem: str, ending: str, content: bytes) -> str:
    """Writes a file named for its content; that name."""
    name = f"{stem}.{_digest(content)}{ending}"
    (folder / name).write_bytes(content)
    return name


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _as_json(file: Path) -> bytes:
    return json.dumps(yaml_file.read(file), ensure_ascii=False, separators=(",", ":")).encode()


def _path(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def main() -> int:
    """Write it for the built site that the command line names; the exit status."""
    parser = argparse.ArgumentParser(description="Write what a browser checks lists with.")
    parser.add_argument("site", type=Path, help="the built site's folder")
    try:
        write_engine(parser.parse_args().site)
    except NotInstalledError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
