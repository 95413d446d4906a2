"""What pages keep for use without a network, and what the checker says beside the catalogue."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared_rules.messages import catalogue
from tests.unit.site.building import ROOT
from tests.unit.site.test_site_scripts import loaded_by

PAGES = ("/eligibility/", "/calculators/")


def kept(site: Path) -> dict[str, Any]:
    text = (site / "offline-files.js").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(text.removeprefix("self.OFFLINE = ").rstrip(";\n"))
    return read


def test_whom_to_call_is_kept_with_all_that_it_loads(site: Path) -> None:
    files = kept(site)["/contacts/"]["files"]
    own = {"/contacts/", "/js/contacts.js", "/css/contacts.css"}
    assert own | {"/css/every-page.css"} <= set(files)
    assert not [file for file in files if "calculators" in file or "roster" in file]
    for file in files:
        assert (site / file[1:]).exists(), file


@pytest.mark.parametrize("page", PAGES)
def test_a_page_keeps_itself_and_all_that_it_loads(site: Path, page: str) -> None:
    files = kept(site)[page]["files"]
    assert len(files) == len(set(files))
    assert {page, f"/js{page}page.js", "/css/every-page.css"} <= set(files)
    scripts = [site / file[1:] for file in files if file.startswith("/js/")]
    rules_and_wording = "".join(script.read_text(encoding="utf-8") for script in scripts)
    assert "2019-01-03" in rules_and_wording
    assert "等待期" in rules_and_wording
    for file in files:
        assert (site / file[1:]).exists(), file
    assert not [file for file in files if "roster" in file and not file.endswith(".css")]


@pytest.mark.parametrize("page", [*PAGES, "/contacts/", "/roster/"])
def test_only_what_its_name_changes_with_is_not_asked_for_anew(site: Path, page: str) -> None:
    told = kept(site)[page]
    assert set(told["lasting"]) < set(told["files"])
    assert {each for each in told["files"] if ".min." in each} == set(told["lasting"])
    for file in told["lasting"]:
        assert re.search(r"\.[0-9A-Za-z]{8}\.min\.(?:js|css)$", file), file


def test_the_page_of_lists_keeps_all_that_it_may_load_later(site: Path) -> None:
    kept_scripts = {(site / file[1:]).resolve() for file in kept(site)["/roster/"]["files"]}
    assert loaded_by(site / "js" / "roster" / "page.js") <= kept_scripts


def test_what_checks_lists_is_kept_by_who_loaded_it_and_not_with_a_page(site: Path) -> None:
    files = {file for page in kept(site).values() for file in page["files"]}
    assert not [file for file in files if file.startswith("/engine/")]


def test_the_version_changes_with_a_file_of_the_page_and_no_other(
    site: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    before = kept(site)
    script = copy / "js" / "eligibility" / "page.js"
    script.write_text(script.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    subprocess.run([sys.executable, "site/offline.py", copy], cwd=ROOT, check=True)
    after = kept(copy)
    assert after["/eligibility/"]["version"] != before["/eligibility/"]["version"]
    assert after["/calculators/"] == before["/calculators/"]


def checker_words() -> dict[str, Any]:
    text = (ROOT / "content" / "data" / "eligibility.yaml").read_text(encoding="utf-8")
    words: dict[str, Any] = yaml.safe_load(text)
    return words


def test_every_finding_of_the_checker_speaks_against_one_condition() -> None:
    words = checker_words()
    named = [code for each in words["criteria"] for code in each["findings"]]
    known = {code for code in catalogue() if code.startswith("eligibility.")} | {"unit.no_union"}
    assert sorted([*named, *words["notes"]]) == sorted(known)


def test_what_to_do_needs_nothing_filled_in() -> None:
    words = checker_words()
    said = {code: each for it in words["criteria"] for code, each in it["findings"].items()}
    for code, own in (said | words["notes"]).items():
        assert not re.search("[{}]", own.get("next", catalogue()[code].fix)), code
