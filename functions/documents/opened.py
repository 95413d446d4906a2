"""What is known of a paper that was opened, and its clean copy."""

from typing import NamedTuple

from shared_rules.findings import Finding


class Opened(NamedTuple):
    """A paper's pages, and what is to be said about it."""

    pages: int = 1
    findings: tuple[Finding, ...] = ()


class Cleaned(NamedTuple):
    """The bytes of a clean copy, and what is known of the paper that it was made of."""

    data: bytes
    opened: Opened = Opened()
