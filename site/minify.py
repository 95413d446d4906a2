"""Take comments and needless spaces out of the site's own scripts: `python site/minify.py FOLDER`.

After the site is built and before `offline.py` looks at it. What comes from elsewhere (`js/vendor`)
stays as its package ships it.
"""

import argparse
from pathlib import Path
from typing import Final

import rjsmin

_OURS: Final = ("service-worker.js", "js/**/*.js")
_VENDOR: Final = "vendor"


def minify(site: Path) -> None:
    """Write the scripts of a built site anew, each in its place."""
    for pattern in _OURS:
        for script in sorted(site.glob(pattern)):
            if _VENDOR not in script.relative_to(site).parts:
                text = script.read_text(encoding="utf-8")
                script.write_text(rjsmin.jsmin(text), encoding="utf-8")


def main() -> None:
    """Do so for the built site that the command line names."""
    parser = argparse.ArgumentParser(description="Take comments out of the built site's scripts.")
    parser.add_argument("site", type=Path, help="the built site's folder")
    minify(parser.parse_args().site)


if __name__ == "__main__":
    main()
