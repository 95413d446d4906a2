"""Warnings that a person must have confirmed before what she sends is taken."""

from collections import Counter
from collections.abc import Collection, Iterable

from shared_rules.findings import Finding
from shared_rules.messages import catalogue


def missing(findings: Iterable[Finding], confirmed: Collection[str]) -> list[Finding]:
    """An error for each kind of warning that was not confirmed by its code."""
    unconfirmed = Counter(
        finding.code
        for finding in findings
        if finding.severity == "warning" and finding.code not in confirmed
    )
    return [
        Finding.of(
            "confirmation.missing",
            field="confirmations",
            title=catalogue()[warning].title,
            warning=warning,
            count=count,
        )
        for warning, count in unconfirmed.items()
    ]
