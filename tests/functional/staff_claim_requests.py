"""A claim on its way past the desk, as the tests bring it there and take it further."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

import pytest

from functions.platform import clock
from functions.records.claims import store
from functions.worker import service
from tests.benefits import sum_of, terms_of
from tests.functional.claims_requests import WOMAN, new_key, paper, submit
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import DAY, PEOPLE, PLAN, TODAY, rows_of
from tests.functional.rosters_requests import submit as submit_list
from tests.functional.staff_requests import accept, acts_on, at, claim_case, decide_claim, desk
from tests.functional.starts import starts
from tests.unit.papers.paper_files import pdf

KINDS: Final = ("policy", "id_card", "diagnosis", "pathology", "bank_card")
BREAST: Final = PLAN.items["breast_cancer"]
TERMS: Final = terms_of(BREAST)
SUM: Final = sum_of(BREAST)
NOTHING: Final[dict[str, Any]] = {"lump_sum": 0, "allowance": 0, "refund": 0}
STATED: Final[dict[str, Any]] = {"primary": True, "first": True, "grounds": "病理报告写明原发"}
Act = Callable[[], Answer]


def followed_up() -> None:
    """Work off the outbox."""
    assert service.sweep(clock.now(), timedelta(0)).failed == 0


def documents(*kinds: str) -> list[dict[str, str]]:
    """A paper of each kind that can be opened."""
    return [{"kind": kind, "upload_id": paper(pdf())} for kind in kinds]


def reported(*kinds: str, **changes: Any) -> dict[str, Any]:
    """A claim with papers that nobody has looked at yet, by default of every kind."""

    def make() -> dict[str, Any]:
        answer = submit(new_key(), documents=documents(*(kinds or KINDS)), **changes)
        assert answer.status == 201, answer.body
        return answer.body

    return starts.once(make, "reported", kinds, changes)


def checked(*kinds: str, **changes: Any) -> dict[str, Any]:
    """The same after the follow-up has looked at them."""

    def make() -> dict[str, Any]:
        kept = reported(*kinds, **changes)
        followed_up()
        return kept

    return starts.once(make, "checked", kinds, changes)


def insured(monkeypatch: pytest.MonkeyPatch, days_ago: int, **decided: Any) -> str:
    """Have her in a list that was accepted so many days ago; its receipt."""

    def make() -> str:
        with monkeypatch.context() as patch:
            at(patch, TODAY - days_ago * DAY)
            people = rows_of([*PEOPLE[:2], WOMAN])
            kept = submit_list(new_key(), rows=people, confirmations=[])
            assert kept.status == 201, kept.body
            days = acts_on(TODAY - days_ago * DAY)
            answer = accept(kept.body["receipt"], 1, role="admin", **days, **decided)
            assert answer.status == 200, answer.body
        followed_up()
        return str(kept.body["receipt"])

    return starts.once(make, "insured", days_ago, decided)


def queue(role: str = "claims", **query: str) -> list[str]:
    """The receipts of one page of the queue."""
    answer = desk(role, "GET", "/claims", query=query)
    assert answer.status == 200, answer.body
    return [item["receipt"] for item in answer.body["items"]]


def found(q: str, role: str = "claims") -> list[str]:
    """The receipts of one page of the claims that a search finds."""
    answer = desk(role, "POST", "/claims/search", {"q": q})
    assert answer.status == 200, answer.body
    return [item["receipt"] for item in answer.body["items"]]


def assessment(receipt: str, **query: str) -> dict[str, Any]:
    """What the rules say of a claim."""
    answer = desk("claims", "GET", f"/claims/{receipt}/assessment", query=query)
    assert answer.status == 200, answer.body
    return answer.body


def propose(receipt: str, revision: object, role: str = "claims", **changes: Any) -> Answer:
    """Propose what the rules give where she was insured and past her waiting period."""
    body = {"outcome": "pay", **NOTHING, "lump_sum": SUM, **stated(receipt), **changes}
    return decide_claim(receipt, revision, "propose", role, **body)


def stated(receipt: str) -> dict[str, Any]:
    """What every proposal states of the illness and of its papers, which nobody has opened."""
    kept = store.find(receipt)
    return {**STATED, "not_needed": [each.document_id for each in kept.documents] if kept else []}


def confirm(receipt: str, revision: object, role: str = "admin", **changes: Any) -> Answer:
    """Confirm what was proposed, as a second person."""
    body = {"decided_on": TODAY.isoformat(), **changes}
    return decide_claim(receipt, revision, "confirm", role, **body)


def money_gone_out(receipt: str) -> dict[str, Any]:
    """That what was decided was paid today, as it was decided and to the account of the report."""
    case = claim_case("claims", receipt)
    outcome, bank = case["outcome"], case["bank"]
    return {
        "paid_on": TODAY.isoformat(),
        "amount": outcome["total"] if outcome else 1,
        "account": bank["card"][-4:] if bank else "0000",
    }


def transfer(receipt: str, revision: object, role: str = "claims", **changes: Any) -> Answer:
    """Note that what was decided was paid."""
    body = {**money_gone_out(receipt), **changes}
    return decide_claim(receipt, revision, "transfer", role, **body)


def ended(receipt: str, revision: int, day: date = TODAY) -> Answer:
    """Have a second person confirm what was proposed, and pay what that gives, if anything."""
    answer = confirm(receipt, revision, decided_on=day.isoformat())
    if answer.status != 200 or answer.body["state"] != "awaiting_transfer":
        return answer
    return transfer(receipt, revision + 1, paid_on=day.isoformat())


def paid(receipt: str) -> dict[str, Any]:
    """Decide on a claim as the rules give it, and pay that."""
    found = assessment(receipt)
    revision = claim_case("claims", receipt)["revision"]
    asked = {"outcome": found["suggested"], **found["prefilled"]}
    assert propose(receipt, revision, **asked).status == 200
    answer = ended(receipt, revision + 1)
    assert answer.status == 200, answer.body
    return answer.body


def log(receipt: str, role: str = "claims") -> list[dict[str, Any]]:
    """The log of a claim, the newest entry first."""
    answer = desk(role, "GET", f"/claims/{receipt}/log")
    assert answer.status == 200
    entries: list[dict[str, Any]] = answer.body["entries"]
    return entries
