"""The book of operations names only what there is: resources, outputs, files and pages."""

import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from functions.local.template import load_template

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "docs" / "operations"
PAGES = {page.relative_to(BOOK).as_posix(): page.read_text("utf-8") for page in BOOK.rglob("*.md")}
TEMPLATE = load_template(ROOT / "template.yaml")
INCIDENTS = {name for name in PAGES if name.startswith("incidents/")}


@pytest.mark.parametrize("name", sorted(INCIDENTS))
def test_an_incident_says_how_it_shows_and_what_comes_first(name: str) -> None:
    found = re.findall("^## (.+)$", PAGES[name], re.MULTILINE)
    assert found == ["How it shows", "In the first hour", "Then"]
    assert f"({name})" in PAGES["README.md"]


def test_the_twelve_are_there() -> None:
    assert len(INCIDENTS) >= 12
    for words in ("Within four hours", "第五十七条", "12387"):
        assert words in PAGES["incidents/data-leak.md"]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_names_what_there_is(name: str) -> None:
    text = PAGES[name]
    resources = {
        *re.findall(r"(?:named|faults|lines|start|shut|reopen) ([A-Z]\w+)|`(\w+Function)`", text)
    }
    listed = re.findall(r"for each in ([\w \\\n]+?); do", text)
    each_of = [f"{each}Function" for line in listed for each in re.findall(r"\w+", line)]
    assert {*each_of, *map("".join, resources)} <= TEMPLATE["Resources"].keys()
    assert set(re.findall(r"\bout ([A-Z]\w+)", text)) <= TEMPLATE["Outputs"].keys()
    for module in re.findall(r"-m ([\w.]+)", text):
        assert find_spec(module), module


@pytest.mark.parametrize("path", sorted(BOOK.rglob("*.*")))
def test_a_function_is_reopened_with_the_number_that_it_has(path: Path) -> None:
    for name, number in re.findall(r"reopen (\w+)Function (\d+)", path.read_text("utf-8")):
        assert TEMPLATE["Mappings"]["AtOnce"][name] == {"Most": int(number)}


def test_the_commands_are_shell() -> None:
    subprocess.run(["bash", "-n", BOOK / "commands.sh"], check=True)
    script = (BOOK / "commands.sh").read_text("utf-8")
    defined = set(re.findall(r"^(\w+)\(\) \{", script, re.MULTILINE))
    looking = {"out", "named", "faults", "lines", "ringing", "letters"}
    assert defined == looking | {"deploy", "start", "shut", "reopen"}
