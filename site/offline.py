"""Say what the service worker keeps: `python site/offline.py FOLDER` after the site is built.

For each page that works without a network, `offline-files.js` names the page, all that it loads,
those of it that never change, and a version that changes with any of it. What lists are checked
with is not named there: a page that has loaded it keeps it (`site/js/roster/here/kept.js`).
"""

import argparse
import hashlib
import json
import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from hashed_names import is_hashed

LISTS: Final = "/roster/"
PAGES: Final = ("/eligibility/", "/calculators/", "/contacts/", LISTS)
NAME: Final = "offline-files.js"
# The search answers without a network, too: what its box loads later is kept.
SEARCH_BOX: Final = "/js/search/box.js"
SEARCH_INDEX: Final = "/search-index.gb18030.json"
# As bundled files begin; what else they load later they load with a network, but on the page of
# lists: what checks them comes later, too.
_IMPORTED: Final = re.compile(r'(?:^|;)import\b[^;"(]*"(\.{1,2}/[^"]+)"', re.MULTILINE)
_LATER: Final = re.compile(r'\bimport\("(\.{1,2}/[^"]+)"\)')
_LOADED_LINKS: Final = {"stylesheet", "icon", "modulepreload"}


class _Loaded(HTMLParser):
    """The addresses of a page's stylesheets, scripts and pictures."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what this element loads (HTMLParser)."""
        given = {name: value or "" for name, value in attrs}
        if tag in {"script", "img"} and "src" in given:
            self.addresses.append(given["src"])
        elif tag == "link" and _LOADED_LINKS & set(given.get("rel", "").split()):
            self.addresses.append(given["href"])


def files_of(site: Path, page: str) -> list[str]:
    """What a page needs, as paths from the root, the page itself first."""
    html = (site / page.strip("/") / "index.html").read_text(encoding="utf-8")
    named = [posixpath.normpath(posixpath.join(page, each)) for each in _Loaded(html).addresses]
    found: dict[str, None] = {page: None}
    while named:
        path = named.pop()
        if path not in found:
            found[path] = None
            named += _imports(site, path, later=page == LISTS or path == SEARCH_BOX)
    return [*found, SEARCH_INDEX]


def _imports(site: Path, path: str, *, later: bool) -> Iterator[str]:
    if not path.startswith("/js/"):
        return
    code = (site / path[1:]).read_text(encoding="utf-8")
    for name in [*_IMPORTED.findall(code), *(_LATER.findall(code) if later else [])]:
        yield posixpath.normpath(posixpath.join(posixpath.dirname(path), name))


def _version(site: Path, files: list[str]) -> str:
    digest = hashlib.sha256()
    for path in files:
        name = f"{path[1:]}index.html" if path.endswith("/") else path[1:]
        digest.update(path.encode() + (site / name).read_bytes())
    return digest.hexdigest()[:12]


def write_offline_files(site: Path) -> None:
    """Write the list into the built site, for `service-worker.js` to read."""
    kept = {}
    for page in PAGES:
        files = files_of(site, page)
        lasting = [path for path in files if is_hashed(path[1:])]
        kept[page] = {"version": _version(site, files), "files": files, "lasting": lasting}
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    (site / NAME).write_text(f"self.OFFLINE = {text};\n", encoding="utf-8")


def main() -> None:
    """Write the list for the built site that the command line names."""
    parser = argparse.ArgumentParser(description="Say what pages keep for use without a network.")
    parser.add_argument("site", type=Path, help="the built site's folder")
    write_offline_files(parser.parse_args().site)


if __name__ == "__main__":
    main()
