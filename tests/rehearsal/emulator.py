"""MiniStack, an emulator that runs CloudFormation, asks IAM, and starts the functions themselves.

It has an environment of its own (requirements-rehearsal.txt), whose Python runs the functions too:
that of template.yaml where this machine has one, else that of the tests.
"""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from functions.local.emulator import HOST, Endpoint, free_port
from tests.packages import ROOT
from tests.started import wait_for

PYTHON: Final = ROOT / "build" / "rehearsal" / "bin" / "python"
# It takes AWS's other partitions for this one.
REGION: Final = "us-east-1"


def runtime() -> str:
    """The Python that functions run on there, as templates name it."""
    told = "import sys; print('python%d.%d' % sys.version_info[:2])"
    done = subprocess.run([PYTHON, "-c", told], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@contextmanager
def emulator(folder: Path) -> Iterator[Endpoint]:
    """An empty AWS, with TLS and rights, that writes into a folder, until the block ends.

    This process trusts its certificate for as long.
    """
    port = free_port()
    endpoint = Endpoint(f"https://{HOST}:{port}", REGION)
    with (folder / "emulator.log").open("wb") as log:
        process = subprocess.Popen(
            [PYTHON, Path(__file__).with_name("start_emulator.py")],
            cwd=folder,
            env=_environment(endpoint, port, folder),
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_for(port, "the emulator of the rehearsal, whose emulator.log says why")
        with pytest.MonkeyPatch.context() as patch:
            for name in ("AWS_CA_BUNDLE", "REQUESTS_CA_BUNDLE"):
                patch.setenv(name, str(folder / "ministack-tls" / "server.crt"))
            yield endpoint
    finally:
        # With its functions; by itself it waits half a minute for connections that nobody uses.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _environment(endpoint: Endpoint, port: int, folder: Path) -> dict[str, str]:
    """What it is told, and nothing of this process: the functions that it starts inherit it."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TMPDIR": str(folder),
        "S3_DATA_DIR": str(folder),
        "BIND_HOST": HOST,
        "GATEWAY_PORT": str(port),
        "USE_SSL": "1",
        "AUTH": "true",
        "MINISTACK_REGION": endpoint.region,
        "AWS_ACCESS_KEY_ID": endpoint.access_key,
        "AWS_SECRET_ACCESS_KEY": endpoint.secret_key,
    }
