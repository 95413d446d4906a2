"""What is seen of the running service: metrics, alarms and their pages, the dashboard."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from functions.local.template import load_template
from functions.platform.metrics import Metric, measured

ROOT = Path(__file__).parents[2]
RESOURCES: dict[str, dict[str, Any]] = load_template(ROOT / "template.yaml")["Resources"]
ALARMS = {
    name: each["Properties"]
    for name, each in RESOURCES.items()
    if each["Type"] == "AWS::CloudWatch::Alarm"
}
BOOK = ROOT / "docs" / "operations"
[DASHBOARD, NAMED] = RESOURCES["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]
OWN = {"Ref": "AWS::StackName"}
KEBAB = re.compile(r"(?<=[a-z])(?=[A-Z])")


def page(alarm: str) -> Path:
    return BOOK / "alarms" / f"{KEBAB.sub('-', alarm.removesuffix('Alarm')).lower()}.md"


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_tells_the_operators_and_names_its_page(name: str) -> None:
    assert ALARMS[name]["AlarmActions"] == ALARMS[name]["OKActions"] == [{"Ref": "OperatorsTopic"}]
    where = page(name).relative_to(ROOT).as_posix()
    assert ALARMS[name]["AlarmDescription"].endswith(f"; {where}")


def test_what_alarms_has_a_page_and_each_page_is_of_something_that_alarms() -> None:
    assert {page(name) for name in (*ALARMS, "Budget")} == set((BOOK / "alarms").glob("*.md"))
    index = (BOOK / "README.md").read_text("utf-8")
    for each in (BOOK / "alarms").glob("*.md"):
        text = each.read_text("utf-8")
        found = re.findall("^## (.+)$", text, re.MULTILINE)
        assert found == ["What it means", "What to look at", "What to do"], each.name
        assert f"(alarms/{each.name})" in index


def test_the_dashboard_shows_every_alarm_and_every_metric() -> None:
    widgets = json.loads(DASHBOARD)["widgets"]
    shown = json.dumps(widgets) + str(NAMED)
    assert [name for name in ALARMS if name not in shown] == []
    assert {name for name in get_args(Metric) if f'"{name}"' not in DASHBOARD} == {
        "NearTimeout",
        "UnreadableRecords",
    }, "only what has an alarm and nothing to compare"


def test_an_alarm_on_a_metric_of_ours_is_on_one_that_there_is() -> None:
    of_ours = {each["MetricName"] for each in ALARMS.values() if each["Namespace"] == OWN}
    assert of_ours <= set(get_args(Metric))
    assert of_ours >= {"NearTimeout", "UnreadableRecords", "OldestEntrySeconds"}
    variables = load_template(ROOT / "template.yaml")["Globals"]["Function"]["Environment"]
    assert variables["Variables"]["METRICS_NAMESPACE"] == OWN


def test_nobody_looking_alarms_too() -> None:
    silent = {name for name, each in ALARMS.items() if each["TreatMissingData"] == "breaching"}
    assert silent == {"OldestEntryAlarm"}


def test_a_metric_has_no_dimension_but_a_kind() -> None:
    line = measured({"CheckSeconds": 1.5}, "list")
    [about] = line["_aws"]["CloudWatchMetrics"]
    assert about["Dimensions"] == [["kind"]]
    assert about["Metrics"] == [{"Name": "CheckSeconds", "Unit": "Seconds"}]
    assert (line["kind"], line["CheckSeconds"]) == ("list", 1.5)
    [about] = measured({"Refusals": 1})["_aws"]["CloudWatchMetrics"]
    assert about["Dimensions"] == [[]]
