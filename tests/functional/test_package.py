"""The package itself at work: slimmed descriptions of AWS, JSON for YAML, compiled modules.

Nothing of this checkout or of the tests' libraries is in sight of it.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import botocore
import pytest

from functions.local.stack import Stack
from tests import kept_forms
from tests.functional import requests_to_api, rosters_requests
from tests.functional.lambda_context import CONTEXT

ANSWER = """
import importlib, json, sys
from types import SimpleNamespace
sys.path.insert(0, sys.argv[1])
handler = importlib.import_module(sys.argv[2]).lambda_handler
event, context = json.load(sys.stdin)
context = SimpleNamespace(**context, get_remaining_time_in_millis=lambda: 30_000)
print("\\n" + json.dumps(handler(event, context)))
outside = [path for name, module in sys.modules.items()
           if (path := getattr(module, "__file__", None)) and "site-packages" in path]
assert not outside, outside
"""


def packaged(package: Path, module: str) -> Callable[[dict[str, Any], Any], dict[str, Any]]:
    """A handler that answers from the package, in an interpreter of its own."""

    def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
        said = {name: each for name, each in vars(context).items() if not callable(each)}
        done = subprocess.run(
            [sys.executable, "-ISB", "-c", ANSWER, package, module],
            input=json.dumps([event, said]),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return answer

    return handler


@pytest.fixture
def functions_of_the_package(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, module in list(requests_to_api.MODULES.items()):
        alike = SimpleNamespace(lambda_handler=packaged(package, module.__name__))
        monkeypatch.setitem(requests_to_api.MODULES, path, alike)
    monkeypatch.setattr(requests_to_api, "given_challenge", requests_to_api.asked_challenge)


@pytest.mark.usefixtures("functions_of_the_package")
def test_a_list_is_taken_by_the_packaged_functions(aws: Stack) -> None:
    people = rosters_requests.PEOPLE
    upload = rosters_requests.uploaded(rosters_requests.as_bytes(people))
    answer = rosters_requests.submit(rosters_requests.new_key(), upload_id=upload)
    assert answer.status == 201, answer.body
    assert rosters_requests.status(answer.body)["state"] == "submitted"
    assert rosters_requests.printed(answer.body) == rosters_requests.rows_of(people)


def test_the_package_knows_its_version(package: Path, aws: Stack) -> None:
    health = requests_to_api.event("GET", "/api/health", None, {})
    answer = packaged(package, "functions.info.handler")(health, CONTEXT)
    assert json.loads(answer["body"])["version"] == kept_forms.version()


def test_every_module_is_compiled(package: Path) -> None:
    """Lambda could keep nothing that it compiles, and would do it at each start."""
    tag = f"{sys.implementation.cache_tag}.pyc"
    modules = list(package.rglob("*.py"))
    assert len(modules) > 1000
    assert [
        module
        for module in modules
        if not (module.parent / "__pycache__" / f"{module.stem}.{tag}").exists()
    ] == []


def test_the_libraries_of_this_checkout_stay_as_they_were(package: Path) -> None:
    """An installer may give both the same files."""
    endpoints = Path("botocore", "data", "endpoints.json")
    installed, slim = (
        Path(folder, endpoints).read_text(encoding="utf-8")
        for folder in (Path(botocore.__file__).parents[1], package)
    )
    assert '"ec2"' in installed
    assert '"ec2"' not in slim
