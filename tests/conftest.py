"""The running product for tests: an embedded AWS made from template.yaml, functions and site.

Use `aws` to call functions against empty storage, `product` to use the whole over HTTP or in a
browser. Do not mix them with `moto.mock_aws`: it empties every emulator of the process.
"""

import fcntl
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends

from functions.local.emulator import REGION
from functions.local.mock_issuer import MockIssuer, mock_issuer
from functions.local.server import ROOT, LocalProduct, local_aws, serve
from functions.local.stack import Stack
from functions.platform import aws as clients
from tests import made_up_requests, one_day

Item = TypeVar("Item")
_AT_ONCE_IN_TABLE = 25

# The same examples in every run, and no clock: a busy machine is no reason to fail.
settings.register_profile(
    "same-for-all", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same-for-all")

# Folders and modules with few tests that take a minute each.
_TAKES_LONG = (
    "tests/unit/site/",
    "tests/functional/test_sam_build",
    "tests/functional/test_faults",
    "tests/browser/",
)
# The emulator shares two processors with a browser: that it answers late there means nothing.
clients.ANSWER_WITHIN = 60


def pytest_configure(config: pytest.Config) -> None:
    one_day.keep(config)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long comes first, so that at the end no worker waits for another.

    Tests of one name are refused: of those, workers run only one, and nobody would notice.
    """
    items.sort(key=lambda item: not item.nodeid.startswith(_TAKES_LONG))
    names = Counter(item.nodeid for item in items)
    if twice := [name for name, times in names.items() if times > 1]:
        raise pytest.UsageError(f"tests of the same name: {', '.join(twice)}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Here, not beside the tests: only this file is known to a run that gives tests to workers."""
    made_up_requests.summarise(terminalreporter)


@pytest.fixture(scope="session")
def issuer() -> Iterator[MockIssuer]:
    """Where the desk's people sign in."""
    with mock_issuer() as running:
        yield running


@pytest.fixture(scope="session")
def emulated_aws(issuer: MockIssuer) -> Iterator[Stack]:
    """The data resources of template.yaml, and this process's environment set for functions."""
    with local_aws(parameters={"ProofOfWorkCost": "1", "StaffIssuer": issuer.url}) as stack:
        yield stack


@pytest.fixture
def aws(emulated_aws: Stack) -> Stack:
    """The same, with nothing stored yet."""
    empty_storage()
    return emulated_aws


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site's folder: one for all workers of a run, so nobody writes into it."""
    of_run = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        of_run = of_run.parent
    folder, done = of_run / "site", of_run / "site.done"
    with (of_run / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            build = [sys.executable, "site/build.py", str(folder)]
            subprocess.run(build, cwd=ROOT, check=True, timeout=300)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def product(emulated_aws: Stack, site: Path) -> Iterator[LocalProduct]:
    """Site, functions and storage at one address; what tests submit stays until `aws` is used."""
    with serve(emulated_aws, site) as running:
        yield running


def empty_storage() -> None:
    """Remove what functions stored: every item, and every object with its versions."""
    for name in ("UPLOADS_BUCKET", "RECORDS_BUCKET"):
        _empty_bucket(os.environ[name])
    _empty_table()


def forget_people() -> None:
    """Remove what is known of people, so that nobody is insured elsewhere already.

    Past the emulator's scan, which takes it a second where a browser's tests have left some
    thousand items, and is asked for before each of them.
    """
    kept = dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION].tables[os.environ["TABLE_NAME"]].items
    for key in [key for key in kept if key.value.startswith("PERSON#")]:
        del kept[key]


def _empty_table() -> None:
    table = os.environ["TABLE_NAME"]
    pages = (
        clients.dynamodb()
        .get_paginator("scan")
        .paginate(TableName=table, ProjectionExpression="pk, sk")
    )
    keys = [item for page in pages for item in page["Items"]]
    for some in _batched(keys, _AT_ONCE_IN_TABLE):
        deleted: Any = [{"DeleteRequest": {"Key": key}} for key in some]
        clients.dynamodb().batch_write_item(RequestItems={table: deleted})


def _empty_bucket(bucket: str) -> None:
    pages = clients.s3().get_paginator("list_object_versions").paginate(Bucket=bucket)
    for page in pages:
        versions = [*page.get("Versions", []), *page.get("DeleteMarkers", [])]
        objects: Any = [{name: each[name] for name in ("Key", "VersionId")} for each in versions]
        if objects:
            clients.s3().delete_objects(Bucket=bucket, Delete={"Objects": objects})


def _batched(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """The items, so many at a time."""
    return (items[start : start + size] for start in range(0, len(items), size))
