"""What several tests of the functions begin with: a mailbox of the contact, no dead letters."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from functions.local.mailbox import Mailbox as LetterBox
from functions.local.mailbox import mail_server
from functions.local.server import serve
from functions.local.stack import Stack
from functions.platform.environment import mail_environment, scan_environment
from tests.functional.asking import answered_in_process
from tests.functional.follow_up_deliveries import CONTACT, Mailbox, dead_letters, subscribed
from tests.functional.starts import starts

VARIABLES = {"SmtpHost": "SMTP_HOST", "SmtpPort": "SMTP_PORT", "MailFrom": "MAIL_FROM"}


@pytest.fixture(scope="session")
def api_url(emulated_aws: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the API answers over HTTP, without a site."""
    no_site = tmp_path_factory.mktemp("no-site")
    with serve(emulated_aws, no_site) as it, answered_in_process(it.url, it.app):
        yield it.url


@pytest.fixture
def mailbox(aws: Stack) -> Iterator[Mailbox]:
    """What the contact of the tests' county is told."""
    with subscribed(CONTACT) as found:
        yield found


@pytest.fixture
def starts_put_back(aws: Stack) -> Iterator[None]:
    """What the test begins with is not made anew where another test of this process has made it."""
    with starts.wanted():
        yield


@pytest.fixture
def no_letters(aws: Stack) -> None:
    """Nothing was given up yet."""
    dead_letters()


@pytest.fixture
def letter_box(aws: Stack, monkeypatch: pytest.MonkeyPatch) -> Iterator[LetterBox]:
    """Where the service's e-mail goes, which is sent as long as this is used."""
    with mail_server() as found:
        for name, value in found.parameters.items():
            monkeypatch.setenv(VARIABLES[name], value)
        mail_environment.cache_clear()
        yield found
    mail_environment.cache_clear()


@pytest.fixture
def scanner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Sets how the virus scanner ends, as ClamAV does: 0 clean, 1 infected, 2 could not scan."""

    def use(status: int) -> None:
        command = tmp_path / "scan"
        command.write_text(f"#!/bin/sh\ncat >/dev/null\nexit {status}\n")
        command.chmod(0o755)
        monkeypatch.setenv("SCAN_COMMAND", str(command))
        scan_environment.cache_clear()

    yield use
    monkeypatch.undo()
    scan_environment.cache_clear()
