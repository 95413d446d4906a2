"""The certificate of the site, as a browser meets it."""

import socket
import ssl
from datetime import datetime
from typing import Final

_ANSWER_WITHIN: Final = 5  # seconds
_A_DAY: Final = 86_400


def days_left(
    host: str, now: datetime, port: int = 443, context: ssl.SSLContext | None = None
) -> int:
    """For how many whole days browsers still take it; 0 where they do not any more.

    Raises:
        OSError: nobody answers there.
    """
    trusting = context or ssl.create_default_context()
    try:
        with (
            socket.create_connection((host, port), timeout=_ANSWER_WITHIN) as plain,
            trusting.wrap_socket(plain, server_hostname=host) as secured,
        ):
            certificate = secured.getpeercert() or {}
    except ssl.SSLCertVerificationError:
        return 0
    ends = ssl.cert_time_to_seconds(str(certificate["notAfter"]))
    return int(ends - now.timestamp()) // _A_DAY
