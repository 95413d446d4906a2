"""Values of the plan: on pages, in structured data, in downloads, and typed nowhere."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared_rules import plans
from shared_rules.roster import limits
from tests.unit.site.building import ROOT, Page, ask_for, build, copy_sources, structured_data


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("/", "100,000 元"),
        ("/plan/", "50,000 元"),
        ("/plan/", "2902001129200217209"),
        ("/regulations/article-3/", "16 周岁"),
        ("/regulations/article-4/", "64 周岁"),
        ("/regulations/article-5/", "30 天"),
        ("/regulations/article-15/", "15 个工作日"),
        ("/enrol/", "2902001129200217209"),
        ("/faq/", "10 天"),
        ("/claim/", "15 个工作日"),
        ("/claim/", "95511"),
        ("/roster/", f"{limits.MAX_FILE_BYTES // limits.MIB} MB"),
        ("/roster/", f"{limits.MAX_PEOPLE:,} 人"),
        ("/roster/", f"{limits.MAX_COLUMNS} 列"),
    ],
)
def test_values_and_limits_appear(pages: dict[str, Page], address: str, value: str) -> None:
    assert value in pages[address].text


def test_no_value_is_typed_in_prose() -> None:
    values = re.compile(r"\d+ ?(?:周岁|天|元|个工作日)|\d{11}|\b95511\b")
    for file in (ROOT / "content").rglob("*.md"):
        if file.name != "notice.md":
            assert not values.findall(file.read_text(encoding="utf-8")), file


def test_structured_data_tell_the_programme(site: Path) -> None:
    told = structured_data(site)
    assert told["@type"] == "FinancialProduct"
    assert told["offers"]["price"] == 100
    assert told["offers"]["priceCurrency"] == "CNY"
    assert told["offers"]["validFrom"] == "2019-01-03"
    assert told["audience"]["suggestedMinAge"] == 16
    assert told["audience"]["suggestedMaxAge"] == 64
    shown = {each["name"]: each["value"] for each in told["offers"]["additionalProperty"]}
    assert shown["乳腺癌保险金"] == "100,000 元"
    assert "2902001129200217209" not in shown.values()


def test_a_site_is_not_built_from_generated_files_that_are_stale() -> None:
    """What `make site` does when everything has to be built, in its order."""
    told = subprocess.run(
        ["make", "--always-make", "--dry-run", "site"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    assert 0 < told.index("functions.local.generate --check") < told.index("site/build.py")


@pytest.mark.parametrize("asked", ['rule("waiting_perriod")', 'article("article-22")', "plann"])
def test_an_unknown_name_stops_the_build(tmp_path: Path, asked: str) -> None:
    ask_for(asked, copy_sources(tmp_path))
    assert build("mkdocs", tmp_path).returncode != 0


def test_every_value_of_the_plan_has_a_label() -> None:
    words = yaml.safe_load((ROOT / "content/data/plan_words.yaml").read_text(encoding="utf-8"))
    named = named_values(plans.load()[-1].model_dump())
    assert set(words["values"]) == {re.sub(r"^items\.\w+", "items.*", name) for name in named}


def named_values(node: dict[str, Any], prefix: str = "") -> Iterator[str]:
    """Dotted names of all that an article sets, below one record of the plan."""
    for key, value in node.items():
        if isinstance(value, dict) and "unit" in value:
            yield prefix + key
        elif isinstance(value, dict):
            yield from named_values(value, f"{prefix}{key}.")
        elif "article" in node and key != "article":
            yield prefix + key


def test_the_poster_says_all_in_the_lines_of_its_picture(pages: dict[str, Page]) -> None:
    """What is forwarded as a picture is its list alone: site/js/poster.js."""
    lines = "\n".join(each for each in pages["/poster/"].said if each[:3] in {"dt ", "dd "})
    areas = yaml.safe_load((ROOT / "content/data/areas.yaml").read_text("utf-8"))
    [plan, *_] = plans.load()
    told = [f"{plan.premium.value} 元", f"{plan.waiting_period.value} 天", plan.hotline.number]
    diseases = [disease for item in plan.items.values() for disease in item.diseases]
    federation = areas["federation"]
    for each in (*told, *diseases, federation["department"], federation["phone"], areas["insurer"]):
        assert each in lines, each
