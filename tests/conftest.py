"""The running product for tests: an embedded AWS made from template.yaml, functions and site.

Use `aws` to call functions against empty storage, `product` to use the whole over HTTP or in a
browser. Do not mix them with `moto.mock_aws`: it empties every emulator of the process.
"""

import fcntl
import gc
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from publish import FOR_FIVE_MINUTES

from functions.local.mock_issuer import MockIssuer, mock_issuer
from functions.local.server import ROOT, LocalProduct, local_aws, serve
from functions.local.stack import Stack
from functions.platform import aws as clients
from tests import assertions, made_up_requests, one_day, storage
from tests.packages import make_archive, make_package
from tests.permissions import report as permissions
from tests.permissions.recorder import recording
from tests.second_engine import second_engine

# The same examples in every run, and no clock: a busy machine is no reason to fail.
settings.register_profile(
    "same-for-all", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same-for-all")

# Folders and modules with few tests that take a minute each, in their order. The first has the
# site built; meanwhile others do what needs none.
_TAKES_LONG = (
    "tests/browser/test_claim_desk",
    "tests/functional/test_faults",
    "tests/functional/test_archive",
    "tests/rehearsal/",
    "tests/browser/",
    "tests/unit/site/",
)
# The emulator shares two processors with a browser: that it answers late there means nothing.
clients.ANSWER_WITHIN = 60


def pytest_configure(config: pytest.Config) -> None:
    # Thousands of items and answers come and go; hardly any of them is part of a circle.
    gc.set_threshold(100_000, 20, 50)
    assertions.rewrite_for_workers(config)
    one_day.keep(config)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long comes first, so that at the end no worker waits for another.

    Tests of one name are refused: of those, workers run only one, and nobody would notice.
    """
    items.sort(key=lambda item: _place(item.nodeid))
    names = Counter(item.nodeid for item in items)
    if twice := [name for name, times in names.items() if times > 1]:
        raise pytest.UsageError(f"tests of the same name: {', '.join(twice)}")


def _place(nodeid: str) -> int:
    beginnings = enumerate(_TAKES_LONG)
    return next((place for place, each in beginnings if nodeid.startswith(each)), len(_TAKES_LONG))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Here, not beside the tests: only this file is known to a run that gives tests to workers."""
    made_up_requests.summarise(terminalreporter)
    permissions.summarise(terminalreporter)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    permissions.take_over(node)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    permissions.finish(session)


@pytest.fixture(scope="session")
def issuer() -> Iterator[MockIssuer]:
    """Where the desk's people sign in."""
    with mock_issuer() as running:
        yield running


@pytest.fixture(scope="session")
def emulated_aws(issuer: MockIssuer) -> Iterator[Stack]:
    """The data resources of template.yaml, and this process's environment set for functions."""
    with local_aws(parameters={"ProofOfWorkCost": "1", "StaffIssuer": issuer.url}) as stack:
        with second_engine(stack), recording(stack) as recorder:
            yield stack
        permissions.add(recorder)


@pytest.fixture
def aws(emulated_aws: Stack) -> Stack:
    """The same, with nothing stored yet."""
    storage.empty()
    return emulated_aws


# Set to zensical, all tests are about its site (0048).
BUILDER = os.environ.get("BUILDER") or "mkdocs"
OTHER_BUILDER = {"mkdocs": "zensical", "zensical": "mkdocs"}[BUILDER]


@pytest.fixture(scope="session")
def of_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def site(of_run: Path) -> Path:
    """The built site's folder: one for all workers of a run, so nobody writes into it."""
    return _made_once(of_run / BUILDER, partial(_build_site, BUILDER))


@pytest.fixture(scope="session")
def other_site(of_run: Path) -> Path:
    """The same by the other builder."""
    return _made_once(of_run / OTHER_BUILDER, partial(_build_site, OTHER_BUILDER))


def _build_site(builder: str, folder: Path) -> None:
    build = [sys.executable, "site/build.py", str(folder)]
    environment = {**os.environ, "BUILDER": builder}
    subprocess.run(build, cwd=ROOT, env=environment, check=True, timeout=300)


@pytest.fixture(scope="session")
def archived(of_run: Path) -> Path:
    """The folder with what `make package` makes."""
    return _made_once(of_run / "archived", make_archive)


@pytest.fixture(scope="session")
def package(of_run: Path) -> Path:
    """The folder of a package for the Python that runs the tests."""
    return _made_once(of_run / "package", make_package)


def _made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """A folder for all workers of a run, which the first that asks for it fills."""
    done = folder.with_suffix(".done")
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def product(emulated_aws: Stack, site: Path) -> Iterator[LocalProduct]:
    """Site, functions and storage at one address; what tests submit stays until it is emptied.

    Browsers keep the site's files for as long as where it is published: asking for them again took
    a quarter of each page's time.
    """
    with serve(emulated_aws, site, cache_control=FOR_FIVE_MINUTES) as running:
        yield running
