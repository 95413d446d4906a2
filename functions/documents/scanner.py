"""The virus scanner: a command that takes a file and answers as ClamAV does.

docs/decisions/0008-the-scanner-is-a-command.md says why it is one.
"""

import shlex
import subprocess
from os import environ
from typing import Final, Literal

from functions.platform.api import logger
from functions.platform.environment import scan_environment

Verdict = Literal["clean", "infected", "unscanned"]

SECONDS: Final = 120  # clamscan without its daemon reads its signatures first, for half a minute

_VERDICTS: Final[dict[int, Verdict]] = {0: "clean", 1: "infected"}
# What a program needs to start; credentials stay here.
_PASSED_ON: Final = ("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TMPDIR")


def scan(data: bytes, within: float = SECONDS) -> Verdict:
    """What `SCAN_COMMAND` says of a file in so many seconds; `unscanned` wherever it does not."""
    try:
        if command := shlex.split(scan_environment().scan_command):
            return _asked(command, data, within)
        logger.warning("a file was not scanned", reason="no command")
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        logger.error("a file was not scanned", reason=type(error).__name__)
    return "unscanned"


def _asked(command: list[str], data: bytes, within: float) -> Verdict:
    done = subprocess.run(  # noqa: S603 - what the template's parameter names
        command,
        input=data,
        env={name: environ[name] for name in _PASSED_ON if name in environ},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=within,
        check=False,
    )
    if done.returncode not in _VERDICTS:
        logger.error("a file was not scanned", status=done.returncode)
    return _VERDICTS.get(done.returncode, "unscanned")
