"""What the tests of claims send through the functions' routes."""

from datetime import date, timedelta
from typing import Any, Final
from uuid import uuid4

from functions.local import samples
from functions.records.consent import current_version
from shared_rules import deadlines, plans
from shared_rules.claim.papers import KINDS
from tests.functional import requests_to_api
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import TODAY, bearer

WOMAN: Final = samples.people(1, seed=8, today=TODAY)[0]
CARD: Final = "62220200000000000"
CONSENT: Final = {
    "version": current_version("claim"),
    "personal_information": True,
    "sensitive_information": True,
}
PDF: Final = b"%PDF-1.4 not looked at yet"


def day(days_ago: int) -> str:
    """An ISO date, counted back from today."""
    return (TODAY - timedelta(days=days_ago)).isoformat()


def last_day_to_report(days_ago: int) -> date:
    """Of what was diagnosed so many days ago."""
    diagnosed = TODAY - timedelta(days=days_ago)
    return deadlines.report_by(diagnosed, plans.in_force(TODAY))


def report(**changes: Any) -> dict[str, Any]:
    """A claim report without papers; a change of a part merges into it, None takes it away."""
    whole: dict[str, Any] = {
        "insured": {"name": WOMAN.name, "id_number": WOMAN.id_number, "phone": "13912345678"},
        "unit": {"name": "贺兰县示例小学", "county": "贺兰县"},
        "diagnosis": {
            "disease": "乳腺癌",
            "specimen_date": day(6),
            "diagnosis_date": day(4),
            "hospital": "宁夏示例医院",
        },
        "stays": [],
        "bank": {
            "bank": "工商银行",
            "card_number": CARD,
            "account_holder": WOMAN.name,
        },
        "reporter": {"name": WOMAN.name, "relation": "self", "phone": "13912345678"},
        "confirmations": [],
        "documents": [],
        "consent": CONSENT,
    }
    for name, change in changes.items():
        part = whole.get(name)
        whole[name] = {**part, **change} if isinstance(part, dict) and change else change
    return whole


def paper(data: bytes = PDF, filename: str = "材料.pdf") -> str:
    """The id of a paper's upload."""
    return requests_to_api.uploaded(data, "claim-document", filename)


def papers(*kinds: str) -> list[dict[str, str]]:
    """An uploaded paper of each kind, by default of every kind."""
    return [{"kind": kind, "upload_id": paper()} for kind in kinds or KINDS]


def new_key() -> str:
    """An Idempotency-Key that was never used."""
    return str(uuid4())


def submit(key: str, **changes: Any) -> Answer:
    """Report a claim."""
    return call("POST", "/api/claims", report(**changes), idempotency_key=key)


def check(**changes: Any) -> Answer:
    """Have a claim looked at."""
    asked = report(**changes)
    del asked["confirmations"], asked["consent"]
    return call("POST", "/api/claims/check", asked)


def supplement(kept: dict[str, Any], documents: list[dict[str, str]]) -> Answer:
    """Bring papers later."""
    path = f"/api/claims/{kept['receipt']}/documents"
    return call("POST", path, {"documents": documents}, authorization=bearer(kept))


def supplement_facts(kept: dict[str, Any], version: object, **said: Any) -> Answer:
    """Say more of a claim of which a version was seen."""
    path = f"/api/claims/{kept['receipt']}/supplements"
    return call("POST", path, said, authorization=bearer(kept), if_match=f'"{version}"')


def look_up(kept: dict[str, Any]) -> Answer:
    """Ask for the state."""
    return call("GET", f"/api/claims/{kept['receipt']}", authorization=bearer(kept))


def status(kept: dict[str, Any]) -> dict[str, Any]:
    """Where a claim stands."""
    answer = look_up(kept)
    assert answer.status == 200
    return answer.body


def reopen(kept: dict[str, Any], version: object, **said: Any) -> Answer:
    """Ask that a settled claim, of which a version was seen, be looked at again."""
    path = f"/api/claims/{kept['receipt']}/reopenings"
    return call("POST", path, said, authorization=bearer(kept), if_match=f'"{version}"')
