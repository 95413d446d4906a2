"""The virus scanner of this machine, where there is one."""

import shutil
from pathlib import Path
from typing import Final

# Where Debian's packages, clamav-daemon and clamav-freshclam, put them.
SOCKET: Final = Path("/run/clamav/clamd.ctl")
SIGNATURES: Final = Path("/var/lib/clamav")


def scan_command() -> str:
    """ClamAV's daemon where it runs, else its program where it has signatures, else nothing."""
    if SOCKET.exists() and shutil.which("clamdscan"):
        return "clamdscan --no-summary --stream -"
    if shutil.which("clamscan") and any(SIGNATURES.glob("main.c?d")):
        return "clamscan --no-summary -"
    return ""
