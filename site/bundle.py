"""Make the built site's scripts and styles small: `python site/bundle.py FOLDER` after the build.

Each module that a page loads becomes one file at the same address; beside it are chunks, named for
their content: the rules, which all pages share, and what a page loads later. The sources of
`site/js` are what people read and test.
"""

import argparse
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

ESBUILD: Final = Path(__file__).resolve().parents[1] / "node_modules" / ".bin" / "esbuild"
STYLES: Final = Path(__file__).with_name("styles.js")
# A chunk by itself: a browser that has it from one page has it for all.
RULES: Final = "js/rules/index.js"
CHUNKS: Final = "js/chunks"
# Scripts in the pages' old way; what came from elsewhere stays as its packages ship it.
THEME: Final = "js/theme.js"
# What every page has, with the parts that it imports.
STYLE: Final = "css/every-page.css"
# What says of which shape the API's answers are: for whoever writes scripts.
TYPES: Final = "types"
SERVICE_WORKER: Final = "service-worker.js"
NO_MODULES: Final = (THEME, "js/vendor")
# Modules from elsewhere are in our bundles; only their licences are served.
BUNDLED: Final = ("js/vendor/lean-qr", "js/vendor/qr")
# A tsconfig.json above the folder is not for what browsers get.
# What it does not lower, calls of newer functions, site/js/older-browsers.js makes up for.
FLOOR: Final = "chrome80,safari13.1"
# Below it the page can still tell that its browser runs scripts, and so say what to do.
ANY_AGE: Final = "es2015"
_OPTIONS: Final = (
    *("--minify", f"--target={FLOOR}", "--charset=utf8"),
    # esbuild holds all destructuring for broken in Safari before 14.1, for rare forms that are not.
    "--supported:destructuring=true",
    # Licences of what is not ours stand beside it, in js/vendor.
    *("--tsconfig-raw={}", "--log-level=warning", "--legal-comments=none"),
)
_RULES_IMPORTED: Final = re.compile(rf'"(?:\.\.?/)+{re.escape(RULES)}"')
_IMPORTED_STYLE: Final = re.compile(r'@import "([^"]+)"')
_MODULE: Final = re.compile(r'<script type="module" src="([^"]+)"')


def entries(site: Path) -> list[str]:
    """The modules that pages load, as paths from the root."""
    found: set[str] = set()
    for file in site.rglob("*.html"):
        page = f"/{file.relative_to(site).as_posix()}"
        for address in _MODULE.findall(file.read_text(encoding="utf-8")):
            found.add(urljoin(page, address).removeprefix("/"))
    return sorted(found)


def bundle_modules(site: Path) -> None:
    """Put the bundled modules in the place of all their sources."""
    sources, made = site / "js", site / "bundled"
    rules = _bundle_rules(site, made)
    for entry in entries(site):
        _bundle_entry(site, made, entry, rules)
    for script in made.rglob("*.js"):
        _load_rules_from(script, rules)
    for path in NO_MODULES:
        shutil.move(site / path, made / path)
    for name in BUNDLED:
        for module in (made / name).glob("*.js"):
            module.unlink()
    shutil.rmtree(sources)
    shutil.rmtree(site / TYPES)
    (site / STYLES.name).unlink(missing_ok=True)
    shutil.move(made / "js", sources)
    made.rmdir()


def _bundle_rules(site: Path, made: Path) -> Path:
    """The rules with their data, named for their content."""
    _esbuild(
        site,
        RULES,
        *("--bundle", "--format=esm", f"--outdir={made.name}/{CHUNKS}"),
        "--entry-names=rules.[hash].min",
    )
    [rules] = (made / CHUNKS).glob("rules.*.js")
    return rules


def _bundle_entry(site: Path, made: Path, entry: str, rules: Path) -> None:
    """One module with all that it loads at once.

    Apart from the others: together, each small thing that some share becomes a request of its own.
    """
    # Its chunks name the rules, and are kept by browsers for a year: other rules, other names.
    _esbuild(
        site,
        entry,
        *("--bundle", "--splitting", "--format=esm", "--outbase=.", f"--outdir={made.name}"),
        f"--chunk-names={CHUNKS}/[name].{rules.name.split('.')[1]}.[hash].min",
        f"--external:./{RULES}",
    )


def _load_rules_from(script: Path, rules: Path) -> None:
    """Has a script load the rules from their chunk, and not from where their sources were."""
    text = script.read_text(encoding="utf-8")
    chunk = os.path.relpath(rules, script.parent)
    beside = chunk if chunk.startswith(".") else f"./{chunk}"
    script.write_text(_RULES_IMPORTED.sub(f'"{beside}"', text), encoding="utf-8")


def minify_the_rest(site: Path) -> None:
    """Make stylesheets, and scripts that are no modules, small in their places."""
    in_place = ("--outbase=.", "--outdir=.", "--allow-overwrite")
    _esbuild(site, SERVICE_WORKER, *in_place)
    _esbuild(site, THEME, *in_place, f"--target={ANY_AGE}")
    parts = {site / "css" / name for name in _IMPORTED_STYLE.findall((site / STYLE).read_text())}
    styles = set((site / "css").glob("*.css")) - parts
    subprocess.run(["node", STYLES, FLOOR, *sorted(styles)], check=True)  # noqa: S603, S607 - ours
    for part in parts:
        part.unlink()


def _esbuild(site: Path, *arguments: str) -> None:
    # Names of chunks must not depend on where the site lies, so paths are given from there.
    subprocess.run([ESBUILD, *_OPTIONS, *arguments], cwd=site, check=True)  # noqa: S603 - ours


def main() -> None:
    """Do so for the built site that the command line names."""
    parser = argparse.ArgumentParser(description="Make a built site's scripts and styles small.")
    parser.add_argument("site", type=Path, help="the built site's folder")
    site = parser.parse_args().site.resolve()
    bundle_modules(site)
    minify_the_rest(site)


if __name__ == "__main__":
    main()
