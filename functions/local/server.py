"""The whole product on one machine: embedded AWS, functions and site behind one address."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from functions.local import day_page, day_to_try
from functions.local.emulator import REGION, Endpoint, embedded_aws, listening
from functions.local.gateway import Gateway, load_handlers, only_under
from functions.local.mailbox import Mailbox
from functions.local.mailbox_page import ADDRESS, mailbox_page
from functions.local.site_files import ALWAYS_ASKED_FOR, SiteFiles, with_headers
from functions.local.stack import Stack, create_stack
from functions.local.template import load_template

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "template.yaml"
SITE = ROOT / "build" / "site"
# Would lead an SDK to somebody's real account.
FOREIGN_VARIABLES = ("AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN")


@dataclass(frozen=True)
class LocalProduct:
    """The running product: the site's address, and the emulator's; `app` answers at the first."""

    url: str
    aws_url: str
    stack: Stack
    app: "WSGIApplication"


@contextmanager
def local_aws(
    template: Path = TEMPLATE, parameters: Mapping[str, str] | None = None
) -> Iterator[Stack]:
    """The template's data resources in an AWS, and this process set up to use them.

    The AWS is embedded and in memory, unless AWS_ENDPOINT_URL names another one; that one is used
    as it is, without this package's checks of browser posts. `parameters` are the template's.
    """
    with ExitStack() as exits:
        exits.enter_context(_kept_environment())
        endpoint = _own_endpoint() or exits.enter_context(embedded_aws())
        _use(endpoint)
        stack = create_stack(load_template(template), endpoint, parameters)
        for function in stack.functions:
            os.environ.update(function.environment)
        yield stack


@contextmanager
def serve(
    stack: Stack,
    site: Path = SITE,
    port: int = 0,
    mailbox: Mailbox | None = None,
    cache_control: str = ALWAYS_ASKED_FOR,
) -> Iterator[LocalProduct]:
    """The product at `http://127.0.0.1:<port>/` (0: any free port) until the block ends.

    Args:
        stack: where the data are, from `local_aws`.
        site: the built site.
        port: where to listen.
        mailbox: to be read at /mailbox/, where there is one.
        cache_control: of the site's files.

    Raises:
        PortTakenError: the port is in use.
    """
    with _kept_environment():
        api = Gateway(stack.functions, load_handlers(stack.functions))
        pages = day_to_try.shown(SiteFiles(site, cache_control))
        app = with_headers(only_under("/api/", api, pages), _headers(stack))
        app = only_under(day_page.ADDRESS, day_page.day_page(), app)
        if mailbox:
            app = only_under(ADDRESS, mailbox_page(mailbox), app)
        with listening(app, port) as url:
            os.environ["PUBLIC_URL"] = url
            yield LocalProduct(url, stack.endpoint.url, stack, app)


def _headers(stack: Stack) -> Mapping[str, Mapping[str, str]]:
    """The distribution's headers, with the emulator where they name a bucket's host."""
    buckets = [f"https://{name}.s3." for name in stack.resources.values()]
    return {
        start: {
            name: " ".join(_at_home(word, buckets, stack.endpoint.url) for word in value.split())
            for name, value in headers.items()
        }
        for start, headers in stack.headers.items()
    }


def _at_home(word: str, buckets: list[str], endpoint_url: str) -> str:
    end = ";" if word.endswith(";") else ""
    return endpoint_url + end if word.startswith(tuple(buckets)) else word


@contextmanager
def _kept_environment() -> Iterator[None]:
    """Put the process's environment back as it was when the block ends."""
    before = dict(os.environ)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _own_endpoint() -> Endpoint | None:
    url = os.environ.get("AWS_ENDPOINT_URL")
    if not url:
        return None
    return Endpoint(
        url,
        os.environ.get("AWS_REGION", REGION),
        os.environ.get("AWS_ACCESS_KEY_ID", "local"),
        os.environ.get("AWS_SECRET_ACCESS_KEY", "local"),
    )


def _use(endpoint: Endpoint) -> None:
    for name in FOREIGN_VARIABLES:
        os.environ.pop(name, None)
    os.environ.update(endpoint.environment)
