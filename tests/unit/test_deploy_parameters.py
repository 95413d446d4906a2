"""A deployment that could not work, or keeps too short, is refused before anything is made."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from functions.local.template import load_template

ROOT: Final = Path(__file__).parents[2]
TEMPLATE: Final = load_template(ROOT / "template.yaml")
PARAMETERS: Final[dict[str, Any]] = TEMPLATE["Parameters"]
RULES: Final[dict[str, Any]] = TEMPLATE["Rules"]
NINGXIA: Final = "cn-northwest-1"
DOMAIN: Final = {"DomainName": "ankangbao.example.cn", "CertificateId": "ASCA0EXAMPLE"}


def holds(said: Any, values: Mapping[str, str]) -> Any:
    """What the functions of a rule come to, as CloudFormation says."""
    match said:
        case {"Ref": name}:
            return values[name]
        case {"Fn::Equals": [one, other]}:
            return holds(one, values) == holds(other, values)
        case {"Fn::Not": [one]}:
            return not holds(one, values)
        case {"Fn::Or": ways}:
            return any(holds(each, values) for each in ways)
        case _:
            return said


def refused(given: Mapping[str, str], region: str) -> list[str]:
    defaults = {name: str(each["Default"]) for name, each in PARAMETERS.items()}
    values = {**defaults, **given, "AWS::Region": region}
    return [
        each["AssertDescription"]
        for rule in RULES.values()
        if holds(rule["RuleCondition"], values)
        for each in rule["Assertions"]
        if not holds(each["Assert"], values)
    ]


@pytest.mark.parametrize(
    ("given", "region", "why"),
    [
        ({}, NINGXIA, ["In China CloudFront serves nothing without an own DomainName"]),
        ({}, "cn-north-1", ["In China CloudFront serves nothing without an own DomainName"]),
        ({}, "ap-southeast-1", []),
        (DOMAIN, NINGXIA, []),
        (
            {"DomainName": "ankangbao.example.cn"},
            NINGXIA,
            ["DomainName needs the CertificateId of its IAM server certificate"],
        ),
        (
            DOMAIN | {"SmtpHost": "relay.example.cn"},
            NINGXIA,
            ["SmtpHost needs the MailFrom that e-mail comes from"],
        ),
        (DOMAIN | {"SmtpHost": "relay.example.cn", "MailFrom": "a@example.cn"}, NINGXIA, []),
        (
            DOMAIN | {"SmtpUser": "ankangbao"},
            NINGXIA,
            ["SmtpUser needs the SmtpPasswordId of its password"],
        ),
    ],
)
def test_a_deployment_without_its_parameters_is_refused(
    given: Mapping[str, str], region: str, why: list[str]
) -> None:
    assert refused(given, region) == why


@pytest.mark.parametrize(
    ("keys", "is_taken"), [("1", True), ("2,1", True), ("", False), ("2, 1", False), ("0", False)]
)
def test_keys_of_the_hashes_are_numbers(keys: str, *, is_taken: bool) -> None:
    assert bool(re.fullmatch(PARAMETERS["HashKeys"]["AllowedPattern"], keys)) is is_taken


def deploy(folder: Path, *parameters: str) -> subprocess.CompletedProcess[str]:
    """`deploy` of the book, where make and SAM only say how they were called."""
    for name in ("make", ".venv-sam/bin/sam"):
        stub = folder / name
        stub.parent.mkdir(parents=True, exist_ok=True)
        stub.write_text('#!/bin/sh\nfor each; do echo "$each"; done\n')
        stub.chmod(0o755)
    commands = ROOT / "docs" / "operations" / "commands.sh"
    return subprocess.run(
        ["bash", "-c", f'. {commands}; deploy "$@"', "deploy", *parameters],
        cwd=folder,
        env={**os.environ, "STACK": "ankangbao", "PATH": f"{folder}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_only_parameters_that_are_named_are_deployed_anew(tmp_path: Path) -> None:
    named = deploy(tmp_path, "HashKeys=1,2", 'ScanCommand="/opt/scan -"').stdout.splitlines()
    assert named[0] == "package"
    assert named[-3:] == ["--parameter-overrides", "HashKeys=1,2", 'ScanCommand="/opt/scan -"']
    assert "--parameter-overrides" not in deploy(tmp_path).stdout


def test_parameters_of_an_earlier_day_are_not_deployed(tmp_path: Path) -> None:
    (tmp_path / "samconfig.toml").write_text("parameter_overrides = 'HashKeys=\"1\"'\n")
    done = deploy(tmp_path, "ProofOfWorkCost=2001")
    assert done.returncode == 1
    assert "samconfig.toml would put parameters back" in done.stderr
    assert done.stdout == ""
