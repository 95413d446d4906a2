"""Sites built from changed sources, and what the tests ask of a page."""

import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
# All that a build reads.
SOURCES = ("content", "site", "shared_rules", "tests/cases", "mkdocs.yml")
# What a page says: each of these is one piece of its text.
SAID = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "th", "td", "dt", "dd", "label", "legend"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr", "col"}
LANDMARKS = {"header", "nav", "main", "aside", "footer"}
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "form": "action"}


class Page(HTMLParser):
    """Ids, links, what the page loads, its text, and the text of its verbatim parts.

    `said` holds its article's headings, paragraphs, list items and cells, each with its tag;
    `landmarks` its parts, for who jumps between them, each with its label.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.inline_code: list[str] = []
        self.text = ""
        self.verbatim = ""
        self.said: list[str] = []
        self.landmarks: list[str] = []
        self._depth = 0
        self._in_article = False
        self._open: list[int] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        self._note_inline_code(tag, given)
        if tag in LANDMARKS or given.get("role") == "search":
            self.landmarks.append(f"{tag} {given.get('aria-label', '')}")
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given["rel"] not in {"canonical", "prev", "next"}:
            self.loaded.append(given["href"])
        elif LOADED.get(tag, "") in given:
            self.loaded.append(given[LOADED[tag]])
        self._in_article = self._in_article or tag == "article"
        if self._in_article and tag in SAID:
            self._open.append(len(self.said))
            self.said.append(tag + " ")
        if tag not in VOID and (self._depth or "verbatim" in given.get("class", "").split()):
            self._depth += 1

    def _note_inline_code(self, tag: str, given: dict[str, str]) -> None:
        runs = tag == "script" and "src" not in given and "json" not in given.get("type", "")
        handlers = [name for name in given if name.startswith("on") or name == "style"]
        self.inline_code += [tag] if runs or tag == "style" else handlers

    def handle_endtag(self, tag: str) -> None:
        self._in_article = self._in_article and tag != "article"
        if self._open and tag in SAID:
            self._open.pop()
        if self._depth and tag not in VOID:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._open:
            self.said[self._open[-1]] += data
        if self._depth:
            self.verbatim += data


def read_pages(site: Path) -> dict[str, Page]:
    """Every page of a built site by its address from the root, `/notice/`."""
    found = {f"/{file.parent.relative_to(site)}/": Page(file) for file in site.rglob("index.html")}
    found["/"] = found.pop("/./")
    return found


def structured_data(site: Path) -> dict[str, Any]:
    """The JSON-LD of the home page."""
    home = (site / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', home, re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def compact(text: str) -> str:
    return re.sub(r"\s", "", text)


def copy_sources(folder: Path) -> Path:
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder)
    return folder


def ask_for(name: str, folder: Path) -> None:
    """Let a page of the sources in a folder ask for a value by its name."""
    page = folder / "content" / "changes.md"
    page.write_text(f"# 更新\n\n{{{{ {name} }}}}\n", encoding="utf-8")


def build(tool: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", tool, "build", "--strict"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def built(tool: str, folder: Path) -> Path:
    """Build the sources in a folder with one of the two builders; where the site is."""
    done = build(tool, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "build" / "site"
