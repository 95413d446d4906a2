"""`python -m functions.local`: the product at http://127.0.0.1:8000/ until Ctrl-C."""

import os
import signal
import sys
from threading import Event

from functions.local import busy_region, day_to_try
from functions.local.busy_region import Busy
from functions.local.daily import telling_daily
from functions.local.emulator import PortTakenError, bound_socket
from functions.local.follow_up import following_up
from functions.local.mailbox import mail_server
from functions.local.mock_issuer import mock_issuer
from functions.local.samples import write_samples
from functions.local.server import ROOT, SITE, LocalProduct, local_aws, serve
from functions.local.virus_scanner import scan_command
from functions.platform import clock

SAMPLES = ROOT / "build" / "samples"
DEFAULT_PORT = 8000
LARGEST_PORT = 65535


def main() -> int:
    """Serve until Ctrl-C or a stop signal; the exit status."""
    port = _port(os.environ.get("PORT", ""))
    if port is None:
        return _fail(f"PORT must be a number from 1 to {LARGEST_PORT}.")
    day = day_to_try.asked()
    if day is None:
        return _fail(f"TODAY must be {clock.now().date()} or a later day, written like that.")
    busy = busy_region.asked()
    if busy is None:
        return _fail(f"LISTS and CLAIMS must be numbers from 0 to {busy_region.MOST}.")
    try:
        bound_socket(port).close()
        if not (SITE / "index.html").is_file():
            return _fail("The site is not built yet. Run: make serve")
        with clock.put_forward(day):
            return _serve(port, busy)
    except PortTakenError:
        other = port % LARGEST_PORT + 1
        return _fail(f"Port {port} is taken. Choose another one: PORT={other} make serve")


def _serve(port: int, busy: Busy) -> int:
    stopped = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    write_samples(SAMPLES, today=clock.now().date())
    with (
        mock_issuer() as issuer,
        mail_server() as mailbox,
        local_aws(
            parameters={
                "StaffIssuer": issuer.url,
                "ScanCommand": scan_command(),
                **mailbox.parameters,
            }
        ) as stack,
        serve(stack, SITE, port, mailbox) as product,
        following_up(),
        telling_daily(),
    ):
        if any(busy):
            print(f"Submitting {busy.lists} lists and {busy.claims} claims…", flush=True)
            busy_region.fill(busy)
        print(_welcome(product), flush=True)
        stopped.wait()
    print("\nStopped.")
    return 0


def _port(text: str) -> int | None:
    """The port asked for; None where the text is no port number."""
    if not text:
        return DEFAULT_PORT
    if not (text.isascii() and text.isdecimal()):
        return None
    port = int(text)
    return port if 0 < port <= LARGEST_PORT else None


def _fail(line: str) -> int:
    print(line, file=sys.stderr)
    return 1


def _welcome(product: LocalProduct) -> str:
    return f"""
安康保 is running at {product.url}/

Try it: {product.url}/roster/ checks a unit's list and takes it in;
{product.url}/claim/ takes a claim in, {product.url}/status/ tells where either stands.
The insurer's and the federation's side: {product.url}/desk/ (sign in with one click; it is a mock).
What it mails is read at {product.url}/mailbox/
Lists of invented people, with and without mistakes: {SAMPLES.relative_to(ROOT)}/

It is {clock.now().date()} there; go on to a later day, with all that was submitted, at
{product.url}/another-day/ (TODAY=2027-03-01 make serve starts on another one).
LISTS=150 CLAIMS=40 make serve starts with so much work at the desk, of invented units.

What is submitted lives in memory (an AWS at {product.aws_url}) and is gone after Ctrl-C.
"""


if __name__ == "__main__":
    sys.exit(main())
