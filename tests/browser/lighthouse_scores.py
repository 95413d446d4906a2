"""Lighthouse's marks of the served site as a phone sees it: `make lighthouse`.

Not part of `make test`: performance is measured in time, and other tests beside it spoil it.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from functions.local.server import ROOT, LocalProduct

LIGHTHOUSE: Final = ROOT / "node_modules" / ".bin" / "lighthouse"
WANTED: Final = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS: Final = 3
ADDRESSES: Final = [
    *("", "notice/", "regulations/", "regulations/article-5/", "plan/", "eligibility/"),
    *("calculators/", "enrol/", "roster/", "claim/", "status/", "contacts/", "faq/", "privacy/"),
]


def marks(url: str, report: Path) -> dict[str, int]:
    """The four marks, 0 to 100."""
    subprocess.run(
        [
            *(LIGHTHOUSE, url, "--quiet", "--output=json", f"--output-path={report}"),
            f"--only-categories={','.join(WANTED)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-component-update",
        ],
        check=True,
        timeout=300,
        env={**os.environ, "CHROME_PATH": shutil.which("chromium-headless-shell") or ""},
    )
    categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: round(categories[name]["score"] * 100) for name in WANTED}


def best_marks(url: str, report: Path) -> dict[str, int]:
    """The best of three runs: the machine's other work only ever makes a page slower."""
    runs = []
    for _ in range(RUNS):
        runs.append(marks(url, report))
        if is_well(runs[-1]):
            break
    return max(runs, key=lambda run: run["performance"])


def is_well(found: dict[str, int]) -> bool:
    return all(found[name] >= wanted for name, wanted in WANTED.items())


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_marked_well(product: LocalProduct, tmp_path: Path, address: str) -> None:
    found = best_marks(f"{product.url}/{address}", tmp_path / "report.json")
    assert is_well(found), found
