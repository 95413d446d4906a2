"""How long the site's certificate is good for is seen as a browser sees it."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import create_server
from threading import Thread
from typing import Final

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from functions.platform import certificate

NOW: Final = datetime.now(UTC).replace(microsecond=0)
DAY: Final = timedelta(days=1)


def signed_by_itself(folder: Path, ends: datetime) -> Path:
    """A certificate of this machine with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(NOW - 400 * DAY)
        .not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "both.pem"
    file.write_bytes(made.public_bytes(pem) + key.private_bytes(pem, *plain))
    return file


@contextmanager
def site(file: Path) -> Iterator[int]:
    """A site that takes one visitor; its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)

    def answer() -> None:
        visitor, _ = server.accept()
        try:
            context.wrap_socket(visitor, server_side=True).close()
        except OSError:  # who does not trust it goes away
            visitor.close()

    with create_server(("localhost", 0)) as server:
        thread = Thread(target=answer)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


@pytest.mark.parametrize(
    ("ends", "left"),
    [(30 * DAY, 30), (30 * DAY - timedelta(hours=1), 29), (timedelta(hours=1), 0), (-DAY, 0)],
)
def test_whole_days_are_left_until_browsers_refuse_it(
    tmp_path: Path, ends: timedelta, left: int
) -> None:
    file = signed_by_itself(tmp_path, NOW + ends)
    trusting = ssl.create_default_context(cafile=str(file))
    with site(file) as port:
        assert certificate.days_left("localhost", NOW, port, trusting) == left


def test_nobody_trusts_it_is_none_left(tmp_path: Path) -> None:
    with site(signed_by_itself(tmp_path, NOW + 30 * DAY)) as port:
        assert certificate.days_left("localhost", NOW, port) == 0


def test_no_site_is_an_error() -> None:
    with create_server(("localhost", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(OSError, match="refused"):
        certificate.days_left("localhost", NOW, port)
