"""The template as AWS's own tools see it, and the archive that all of its functions run."""

import ast
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from functions.local.archive import write_archive
from functions.local.template import load_template
from tests.packages import ARCHIVE

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "template.yaml"
TOOLS = ROOT / ".venv-sam" / "bin"
FUNCTIONS = [
    name
    for name, resource in load_template(TEMPLATE)["Resources"].items()
    if resource["Type"] == "AWS::Serverless::Function"
]
REGIONS = ["cn-northwest-1", "us-east-1"]  # the first is home


def environment() -> dict[str, str]:
    """This one without anything that leads to an account, and without telling AWS about us."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return kept | {
        "AWS_DEFAULT_REGION": REGIONS[0],
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "SAM_CLI_TELEMETRY": "0",
    }


def run(*command: str | Path) -> None:
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_cfn_lint_finds_nothing_wrong_in_china_and_elsewhere() -> None:
    """`sam validate --lint` asks the same of it, for one region."""
    run(TOOLS / "cfn-lint", "--regions", *REGIONS, "--template", TEMPLATE)


@pytest.fixture(scope="module")
def package(archived: Path) -> Path:
    return archived / "package"


def test_every_function_runs_the_archive_that_make_package_writes() -> None:
    template = load_template(TEMPLATE)
    assert template["Globals"]["Function"]["CodeUri"] == f"build/{ARCHIVE}"
    functions = {name: template["Resources"][name] for name in FUNCTIONS}
    assert not [name for name, said in functions.items() if "CodeUri" in said["Properties"]]
    assert not [name for name, said in functions.items() if "Metadata" in said]


def test_the_archive_has_the_files_of_the_package(archived: Path, package: Path) -> None:
    files = [path for path in package.rglob("*") if path.is_file()]
    with ZipFile(archived / ARCHIVE) as archive:
        inside = {entry.filename: entry for entry in archive.infolist()}
    assert set(inside) == {path.relative_to(package).as_posix() for path in files}
    assert {stat.S_IMODE(entry.external_attr >> 16) for entry in inside.values()} == {0o644}


def test_of_the_same_files_the_archive_is_the_same(tmp_path: Path) -> None:
    package, first, second = tmp_path / "package", tmp_path / "first", tmp_path / "second"
    (package / "inner").mkdir(parents=True)
    for name in ("b", "a", "inner/a"):
        (package / name).write_text(name)
    write_archive(package, first)
    os.utime(package / "a", (0, 0))
    (package / "b").chmod(0o600)
    write_archive(package, second)
    assert first.read_bytes() == second.read_bytes()


IMPORT = """
import importlib, json, os, sys, traceback
import aws_lambda_powertools, boto3, pydantic

package, handlers = sys.argv[1], sys.argv[2:]
sys.path.append(package)

def import_from_package(handler):
    module, name = handler.rsplit(".", 1)
    assert callable(getattr(importlib.import_module(module), name))
    sources = [sys.modules[name].__file__ for name in (module, "functions", "shared_rules")]
    assert all(source.startswith(package) for source in sources), sources

for handler in handlers:
    assert "functions" not in sys.modules
    if os.fork() == 0:
        try:
            import_from_package(handler)
            print(handler, flush=True)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    os.wait()
"""


def test_every_handler_imports_from_the_package(package: Path) -> None:
    """Our code is the package's; its compiled dependencies need the runtime's Python, so here the
    dependencies are those of the tests, read once for all: each handler has a fork of one process.
    `-I` keeps this checkout out of sight.
    """
    template = load_template(TEMPLATE)
    variables = template["Globals"]["Function"]["Environment"]["Variables"]
    handlers = [template["Resources"][name]["Properties"]["Handler"] for name in FUNCTIONS]
    done = subprocess.run(
        [sys.executable, "-IB", "-c", IMPORT, package, *handlers],
        cwd=package,
        env=environment() | dict.fromkeys(variables, "value") | {"LOG_LEVEL": "INFO"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == handlers, done.stderr


HELD = [
    "functions/__init__.py",
    "functions/platform/__init__.py",
    "shared_rules/plans/2019-01-03.yaml",
    "shared_rules/plans/messages.yaml",
    "content/data/areas.yaml",
    "content/data/consent.yaml",
    "functions/staff/privacy/copy.html",
    "functions/worker/letter_templates/letter.html",
    "functions/worker/letter_templates/letter.txt",
    "pydantic_core/_pydantic_core.cpython-313-x86_64-linux-gnu.so",
    "python_calamine/_python_calamine.cpython-313-x86_64-linux-gnu.so",
    "PIL/_imaging.cpython-313-x86_64-linux-gnu.so",
    "_pi_heif.cpython-313-x86_64-linux-gnu.so",
    "pypdf",
    "botocore/data/dynamodb",
]
BY_HAND = ("functions/local", "functions/operations")
LEFT_OUT = [
    *BY_HAND,
    "functions/Makefile",
    "functions/requirements.txt",
    "lxml",
    "pillow_heif",  # its encoder, x265, is under the GPL
    "content/index.md",
    "tests",
    "build",
    "bin",
    "botocore/data/ec2",
]


def test_the_package_holds_what_runs_and_no_more(package: Path) -> None:
    assert [path for path in HELD if not (package / path).exists()] == []
    assert [path for path in LEFT_OUT if (package / path).exists()] == []
    # There is nothing compiled where this machine has no Python of the runtime's version.
    tags = {compiled.suffixes[-2] for compiled in package.rglob("*.pyc")}
    assert tags <= {".cpython-313"}


def test_the_package_leaves_room_for_layers(package: Path) -> None:
    """Lambda unpacks 250 MiB, layers included."""
    files = [path for path in package.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 150 * 1024**2


def is_by_hand(path: Path) -> bool:
    return any(path.is_relative_to(room) for room in BY_HAND)


def test_all_of_our_packages_are_inside(package: Path) -> None:
    for folder in ("functions", "shared_rules"):
        sources = {path.relative_to(ROOT) for path in (ROOT / folder).rglob("*.py")}
        needed = {path for path in sources if not is_by_hand(path)}
        assert [path for path in sorted(needed) if not (package / path).exists()] == []


def statements() -> Iterator[ast.AST]:
    """All that our packages say."""
    for folder in ("functions", "shared_rules"):
        for path in (ROOT / folder).rglob("*.py"):
            if not is_by_hand(path.relative_to(ROOT)):
                yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def test_all_that_is_imported_is_inside_also_where_it_is_imported_late(package: Path) -> None:
    """Such as what only a letter needs."""
    modules: set[str] = set()
    for node in statements():
        if isinstance(node, ast.Import):
            modules.update(each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            modules.add(str(node.module))
    names = {each.partition(".")[0] for each in modules}
    needed = {each for each in names - sys.stdlib_module_names if not each.startswith("mypy_")}
    assert "jinja2" in needed
    inside = {path.name.partition(".")[0] for path in package.iterdir()}
    assert sorted(needed - inside) == []


def aws_services() -> set[str]:
    """What our functions ask of AWS: the first argument of `boto3.client` and `.resource`."""
    calls = (
        node
        for node in statements()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    )
    return {
        str(call.args[0].value)
        for call in calls
        if call.func.attr in {"client", "resource"}  # type: ignore[attr-defined]
        if call.args and isinstance(call.args[0], ast.Constant)
    }


def test_botocore_keeps_the_services_that_are_used(package: Path) -> None:
    """The rest of its descriptions, half of the package, are left out in functions/Makefile."""
    kept = {path.name for path in (package / "botocore" / "data").iterdir()}
    assert {"s3", "dynamodb"} <= aws_services() <= kept
