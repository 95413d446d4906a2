"""Build the whole site: `python site/build.py FOLDER`, pages first, then what is made from them.

The pages are made by MkDocs, or by its successor Zensical where `BUILDER=zensical` is set; all that
follows is the same (docs/decisions/0048-…).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
# Zensical keeps what it rendered, and does not see that data have changed which pages ask for.
BUILDERS: Final = {"mkdocs": ("--strict", "--quiet"), "zensical": ("--strict", "--clean")}
_NOT_PUBLISHED: Final = ("*.map", "*.d.ts", "*.py", "*.pyc", "assets/stylesheets/modern/*")
"""What comes with the theme and the libraries for those who change them, our own sources that
Zensical copies, and its styles for another look."""
_THEME_SCRIPTS: Final = "assets/javascripts"
"""No page loads them: js/frame is in their place."""


def build(folder: Path, builder: str) -> None:
    """Make `folder` hold the site and nothing else; where a step fails it stays as it was.

    Args:
        folder: becomes the site.
        builder: what makes the pages, one of `BUILDERS`.

    Raises:
        subprocess.CalledProcessError: a step failed, and said why.
    """
    work = ROOT / "build"
    work.mkdir(exist_ok=True)
    # Zensical writes only below the folder of its settings.
    with TemporaryDirectory(dir=work, prefix="site-") as made:
        site = Path(made) / "site"
        _make(site, builder)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.move(site, folder)


def _make(site: Path, builder: str) -> None:
    settings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "SITE_DIR": str(site),
        "VERSION": tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"],
    }
    for step in (
        ("-m", builder, "build", *BUILDERS[builder]),
        ("site/search_index.py", site),
        ("site/downloads.py", site),
        ("site/bundle.py", site),
        ("site/engine.py", site),
        ("site/offline_check.py", site),
        ("site/offline.py", site),
    ):
        subprocess.run([sys.executable, *step], cwd=ROOT, env=settings, check=True)  # noqa: S603
    name_sitemap(site)
    for pattern in _NOT_PUBLISHED:
        for file in site.rglob(pattern):
            file.unlink()
    shutil.rmtree(site / _THEME_SCRIPTS)


def name_sitemap(site: Path) -> None:
    """Let robots.txt lead to the sitemap, where the site knows its own address."""
    if address := os.environ.get("SITE_URL"):
        with (site / "robots.txt").open("a", encoding="utf-8") as robots:
            robots.write(f"\nSitemap: {address.rstrip('/')}/sitemap.xml\n")


def main() -> int:
    """Build into the folder that the command line names; the exit status."""
    parser = argparse.ArgumentParser(description="Build the whole site.")
    parser.add_argument("folder", type=Path, help="becomes the site; what it held goes")
    folder = parser.parse_args().folder
    builder = os.environ.get("BUILDER") or "mkdocs"
    if builder not in BUILDERS:
        parser.error(f"BUILDER is {builder}; there are {' and '.join(BUILDERS)}")
    try:
        build(folder.resolve(), builder)
    except subprocess.CalledProcessError as error:
        return error.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
