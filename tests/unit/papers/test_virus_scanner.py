"""What a scanner's answer comes to, and that no answer never comes to “clean”."""

import io
import json
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from functions.documents import scanner
from functions.local import virus_scanner
from functions.local.stack import Stack
from functions.platform.api import logger
from functions.platform.environment import scan_environment

Configure = Callable[[str], None]
PAPER = b"a paper of \xe7\x8e\x8b\xe8\x8a\xb3"
LARGE = bytes(10 * 1024**2)


@pytest.fixture
def configure(emulated_aws: Stack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Configure]:
    """Set SCAN_COMMAND, as the template would."""

    def set_to(command: str) -> None:
        monkeypatch.setenv("SCAN_COMMAND", command)
        scan_environment.cache_clear()

    yield set_to
    scan_environment.cache_clear()


def script(folder: Path, text: str) -> str:
    """A command that runs this text as a shell script, in a folder with a blank in its name."""
    file = folder / "a folder" / "scan.sh"
    file.parent.mkdir()
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
    return f"{shlex.quote(str(file))} --no-summary -"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("cat >/dev/null; exit 0", "clean"),
        ("cat >/dev/null; exit 1", "infected"),
        ("cat >/dev/null; exit 2", "unscanned"),
        ("exit 0", "clean"),
        ("exit 127", "unscanned"),
        ("kill -9 $$", "unscanned"),
        ('test "$*" = "--no-summary -"', "clean"),
        ("head -c 1000000 /dev/zero; cat; exit 1", "infected"),
    ],
)
@pytest.mark.parametrize("data", [PAPER, LARGE, b""], ids=["paper", "large", "empty"])
def test_the_exit_status_is_the_verdict(
    configure: Configure, tmp_path: Path, text: str, verdict: str, data: bytes
) -> None:
    configure(script(tmp_path, text))
    assert scanner.scan(data) == verdict


def test_the_command_gets_the_very_bytes(configure: Configure, tmp_path: Path) -> None:
    configure(script(tmp_path, f"cat >{shlex.quote(str(tmp_path / 'seen'))}"))
    assert scanner.scan(PAPER) == "clean"
    assert (tmp_path / "seen").read_bytes() == PAPER


def test_the_command_has_no_credentials(configure: Configure, tmp_path: Path) -> None:
    configure(script(tmp_path, 'test -z "$AWS_SECRET_ACCESS_KEY$AWS_ACCESS_KEY_ID"'))
    assert scanner.scan(PAPER) == "clean"


def test_a_command_that_hangs_is_stopped(configure: Configure, tmp_path: Path) -> None:
    configure(script(tmp_path, "exec sleep 60"))
    start = monotonic()
    assert scanner.scan(LARGE, within=0.2) == "unscanned"
    assert monotonic() - start < 30


@pytest.mark.parametrize(
    "command", ["", "  ", "/nowhere/clamscan -", "'unclosed", f"{Path(__file__)} -", "/"]
)
def test_without_a_command_that_runs_nothing_is_clean(configure: Configure, command: str) -> None:
    configure(command)
    assert scanner.scan(PAPER) == "unscanned"


def test_the_template_configures_none(configure: Configure) -> None:
    scan_environment.cache_clear()
    assert scan_environment().scan_command == ""
    assert scanner.scan(PAPER) == "unscanned"


def test_what_was_not_scanned_is_logged_without_the_file(
    configure: Configure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.StringIO()
    monkeypatch.setattr(logger.handlers[0], "stream", written)
    configure(script(tmp_path, "cat; exit 2"))
    scanner.scan(PAPER)
    configure("/nowhere/clamscan -")
    scanner.scan(PAPER)
    configure("")
    scanner.scan(PAPER)
    first, second, third = map(json.loads, written.getvalue().splitlines())
    assert (first["level"], first["status"]) == ("ERROR", 2)
    assert (second["level"], second["reason"]) == ("ERROR", "FileNotFoundError")
    assert (third["level"], third["reason"]) == ("WARNING", "no command")
    assert "paper of" not in written.getvalue()


@pytest.mark.parametrize(
    ("found", "command"),
    [
        ("", ""),
        ("clamdscan clamscan clamd.ctl main.cvd", "clamdscan --no-summary --stream -"),
        ("clamdscan clamscan main.cld", "clamscan --no-summary -"),
        ("clamscan clamd.ctl main.cvd", "clamscan --no-summary -"),
        ("clamdscan main.cvd", ""),
        ("clamscan clamd.ctl", ""),
        ("clamd.ctl main.cvd", ""),
    ],
)
def test_this_machine_scans_with_what_it_has(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, found: str, command: str
) -> None:
    for name in found.split():
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(virus_scanner, "SOCKET", tmp_path / "clamd.ctl")
    monkeypatch.setattr(virus_scanner, "SIGNATURES", tmp_path)
    assert virus_scanner.scan_command() == command
