"""`python site/offline_check.py FOLDER`: the one file that checks lists without a network.

It holds what `engine.py` wrote into the built site, and the page's script and style, so it asks
nobody for anything; a policy of its own says so (docs/decisions/0070-…). It lies in an archive: as
a page of the site it could be opened there, where the site's policy keeps it from running.
"""

import argparse
import base64
import gzip
import hashlib
import json
import os
from datetime import timedelta
from pathlib import Path
from typing import Final

import engine
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from macros import build_day, missing

from shared_rules import articles
from shared_rules.messages import written_day
from shared_rules.plans import in_force, load
from shared_rules.roster import form, limits

NAME: Final = "downloads/offline-check.zip"
INSIDE: Final = "离线核对器.html"
STYLE: Final = "css/offline-check.css"
SCRIPT: Final = "site/js/roster/offline/page.js"
WORKER: Final = "site/js/roster/engine/enclosed.js"
TEMPLATE: Final = "roster/offline-check.html"
TEMPLATES: Final = engine.ROOT / "site" / "overrides"

# Its worker is made of what it holds, and has the same policy.
_POLICY: Final = (
    "default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {style}; "
    "worker-src blob:; base-uri 'none'; form-action 'none'"
)
# From then on it says that it is too old.
_FRESH: Final = timedelta(days=366)
# Python's own scripts are imported by the worker's, and are in there.
_NOT_HELD: Final = ".mjs"
# As one script, which is no module and has no address; and without branches for Node.js.
_ALONE: Final = (
    *("--format=iife", '--define:import.meta.url="https://enclosed.invalid/"'),
    *("--external:node:*", "--external:ws"),
)


def write_offline_check(site: Path) -> None:
    """Write it below `downloads/` of a built site that has its engine; its style is taken out."""
    style = site / STYLE
    page = offline_check(site, style.read_text(encoding="utf-8").strip())
    (site / NAME).write_bytes(engine.zipped({INSIDE: page.encode()}))
    style.unlink()


def offline_check(site: Path, style: str) -> str:
    """The page, with all that it needs inside."""
    script = engine.bundled(SCRIPT).decode().strip()
    made = build_day()
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=False,  # noqa: S701 - all of it is ours
        undefined=StrictUndefined,
    )
    since = in_force(made).valid_from
    return environment.get_template(TEMPLATE).render(
        policy=_POLICY.format(script=_hash(script), style=_hash(style)),
        styles=style,
        script=script,
        files={name: _packed(content) for name, content in _held(site).items()},
        licences=engine.licences().replace("&", "&amp;").replace("<", "&lt;"),
        made=made.isoformat(),
        until=(made + _FRESH).isoformat(),
        version=os.environ["VERSION"],
        plans=[each for each in load() if each.valid_from >= since],
        day=written_day,
        limits=limits,
        roster_columns=form.OWN_COLUMNS,
        roster_headers=list(form.HEADERS.values()),
        printed_offline=True,
        missing=missing,
        article=articles.label,
    )


def _held(site: Path) -> dict[str, bytes]:
    """What Python is started with, as the site has it, and the worker that does so."""
    named = json.loads((site / engine.FOLDER / engine.MANIFEST).read_text(encoding="utf-8"))
    python = site / named["python"].strip("/")
    return {
        **{
            each.name: each.read_bytes()
            for each in sorted(python.iterdir())
            if each.suffix != _NOT_HELD
        },
        **{name: (site / named[name].lstrip("/")).read_bytes() for name in ("packages", "rules")},
        "worker": engine.bundled(WORKER, *_ALONE),
    }


def _packed(content: bytes) -> str:
    return base64.b64encode(gzip.compress(content, 6, mtime=0)).decode()


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def main() -> None:
    """Write it for the built site that the command line names."""
    parser = argparse.ArgumentParser(description="Write the file that checks without a network.")
    parser.add_argument("site", type=Path, help="the built site's folder")
    write_offline_check(parser.parse_args().site)


if __name__ == "__main__":
    main()
