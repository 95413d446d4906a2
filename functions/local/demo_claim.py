"""The claim of the demo at /claim/?demo, and what the service says of it: she does not exist.

The page walks through it without sending anything; what the check and the receipt would say is
made here, by the rules themselves.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time
from pathlib import Path
from typing import Any, Final

from functions.claims import paper_kinds, reports
from functions.claims.models import ClaimCheckRequest
from functions.local import browser_rules, samples
from functions.local.demo_list import DAY, NONE
from functions.platform.clock import SHANGHAI
from functions.records.claims.models import KeptReport
from shared_rules.claim import papers

FILE: Final = browser_rules.FOLDER / "demo-claim.js"
_NOW: Final = datetime.combine(DAY, time(10), SHANGHAI)
_WOMAN: Final = samples.people(1, seed=5, today=DAY)[0]
_PHONE: Final = "0951-2090080"
_MISSING: Final = "policy"
CLAIM: Final[dict[str, Any]] = {
    "insured": {"name": _WOMAN.name, "id_number": _WOMAN.id_number, "phone": _PHONE},
    "unit": {"name": "贺兰县示例小学", "county": "贺兰县"},
    "diagnosis": {
        "certificate": "左乳浸润性导管癌",
        "disease": "乳腺癌",
        "earlier": "no",
        "diagnosis_date": "2026-11-26",
        "specimen_date": "2026-11-20",
        "hospital": "示例医院",
    },
    "cover": {"first_day": "2026-03-01", "renewal": False, "paid_before": False},
    "stays": [{"admission": "2026-11-17", "discharge": "2026-11-27"}],
    "bank": {
        "payee": "insured",
        "bank": "工商银行",
        "card_number": "62220200000000000",
        "account_holder": _WOMAN.name,
    },
    "reporter": {"name": _WOMAN.name, "relation": "self", "phone": _PHONE},
}
_IN_THE_FORM: Final = {True: "yes", False: "no"}


def answers() -> dict[str, str]:
    """The claim as it is typed and chosen, by the names of the form's inputs."""
    asked = {"hospitalised": "yes", "bank_when": "now", "reporter.relation": "self"}
    return asked | dict(_typed())


def _typed() -> Iterator[tuple[str, str]]:
    for part in ("insured", "unit", "diagnosis", "cover", "bank"):
        for name, value in CLAIM[part].items():
            yield f"{part}.{name}", _IN_THE_FORM.get(value, value)


def brought() -> list[dict[str, str]]:
    """Her papers by kind, with the names of their files; one is still missing."""
    names = {kind: paper.name for kind, paper in paper_kinds.by_kind().items()}
    kinds = [kind for kind in papers.KINDS if kind != _MISSING]
    return [{"kind": kind, "name": f"{names[kind]}（示例）.jpg"} for kind in kinds]


def _asked() -> ClaimCheckRequest:
    kinds = [{"kind": each["kind"]} for each in brought()]
    return ClaimCheckRequest.model_validate(CLAIM | {"documents": kinds})


def check() -> Any:
    """What is found in the claim."""
    return reports.check(_asked(), _NOW).model_dump(mode="json")


def receipt() -> Any:
    """What the claim would get once it is reported, but for its numbers."""
    reported = _asked().reported
    kept = KeptReport(
        receipt=NONE,
        reported_at=_NOW,
        reported=reported,
        findings=reports.judge(reported, DAY),
    )
    return reports.receipt(kept, NONE).model_dump(mode="json")


def module() -> str:
    """All of it for the page."""
    contract = 'import("../../contract.js")'
    return browser_rules.module(
        today=("string", DAY.isoformat()),
        answers=("Record<string, string>", answers()),
        stays=(f"{contract}.ClaimStay[]", CLAIM["stays"]),
        papers=("{kind: string, name: string}[]", brought()),
        check=(f"{contract}.ClaimCheck", check()),
        receipt=(f"{contract}.ClaimReceipt", receipt()),
    )


GENERATED: Final[Mapping[Path, Callable[[], str]]] = {FILE: module}
