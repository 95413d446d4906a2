"""The running product for tests: an embedded AWS made from template.yaml, functions and site.

Use `aws` to call functions against empty storage, `product` to use the whole over HTTP or in a
browser. Do not mix them with `moto.mock_aws`: it empties every emulator of the process.
"""

import fcntl
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import boto3
import pytest

from functions.local.mock_issuer import MockIssuer, mock_issuer
from functions.local.server import ROOT, LocalProduct, local_aws, serve
from functions.local.stack import Stack
from functions.platform import aws as clients

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import DynamoDBServiceResource
    from mypy_boto3_s3 import S3ServiceResource


# The emulator shares two processors with a browser: that it answers late there means nothing.
clients.ANSWER_WITHIN = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse tests of one name: of those, workers run only one, and nobody would notice."""
    names = Counter(item.nodeid for item in items)
    if twice := [name for name, times in names.items() if times > 1]:
        raise pytest.UsageError(f"tests of the same name: {', '.join(twice)}")


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
    s3: S3ServiceResource = boto3.resource("s3")
    for name in ("UPLOADS_BUCKET", "RECORDS_BUCKET"):
        s3.Bucket(os.environ[name]).object_versions.delete()
    s3.meta.client.close()
    dynamodb: DynamoDBServiceResource = boto3.resource("dynamodb")
    table = dynamodb.Table(os.environ["TABLE_NAME"])
    keys = [part["AttributeName"] for part in table.key_schema]
    pages = dynamodb.meta.client.get_paginator("scan").paginate(TableName=table.name)
    items = [item for page in pages for item in page["Items"]]
    with table.batch_writer() as batch:
        for item in items:
            batch.delete_item(Key={key: item[key] for key in keys})
    dynamodb.meta.client.close()
