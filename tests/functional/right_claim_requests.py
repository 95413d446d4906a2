"""The right requests about claims, each made anew with the claim that it acts on."""

from typing import Any, Final

import pytest

from tests.functional import claims_requests
from tests.functional.right import Make, Right, case
from tests.functional.staff_claim_requests import (
    STATED,
    checked,
    confirm,
    documents,
    insured,
    money_gone_out,
    paid,
    propose,
    stated,
)
from tests.functional.staff_requests import claim_case, decide_claim

PROPOSAL: Final = {"outcome": "refuse", "lump_sum": 0, "allowance": 0, "refund": 0, **STATED}


def reported() -> dict[str, Any]:
    """A claim that nobody has looked at yet."""
    return claims_requests.submit(claims_requests.new_key(), documents=documents("policy")).body


def to_check() -> Right:
    """What may be said of a claim before it is reported."""
    asked = claims_requests.report()
    return Right({name: asked[name] for name in asked if name not in ("confirmations", "consent")})


def at_desk(body: Any = None, **more: str) -> Make:
    """About a claim that the desk has just got."""
    return lambda: case(checked()["receipt"], body, **more)


def papers_on_behalf() -> Right:
    """A paper that she brought to the desk."""
    return case(
        checked()["receipt"], {"documents": documents("pathology"), "reason": "本人交到柜台"}
    )


def _proposed() -> str:
    """A claim for which somebody of the claims desk has proposed what is paid."""
    with pytest.MonkeyPatch.context() as patch:
        insured(patch, 100)
    receipt = str(checked()["receipt"])
    answer = propose(receipt, 1)
    assert answer.status == 200, answer.body
    return receipt


def settled() -> dict[str, Any]:
    """A claim that was paid."""
    with pytest.MonkeyPatch.context() as patch:
        insured(patch, 100)
    kept = checked()
    paid(kept["receipt"])
    return kept


def to_reopen() -> Right:
    """Of a claim that was paid: the desk itself made a mistake."""
    receipt, body = settled()["receipt"], {"why": "mistake", "reason": "算错了"}
    return case(receipt, body, claim_case("claims", receipt)["revision"])


def to_transfer() -> Right:
    """That the money of a confirmed claim has gone out."""
    receipt = _proposed()
    assert confirm(receipt, 2).status == 200
    return case(receipt, money_gone_out(receipt), 3)


def to_propose() -> Right:
    """That a claim be refused."""
    with pytest.MonkeyPatch.context() as patch:
        insured(patch, 100)
    receipt = checked()["receipt"]
    said = {"reason": "不是首次发病", "article": "article-5"}
    return case(receipt, {**PROPOSAL, **stated(receipt), **said})


def to_join() -> Right:
    """That two claims are of one illness."""
    return case(checked()["receipt"], {"into": checked()["receipt"], "reason": "同一次患病"})


def to_part() -> Right:
    """That a claim which was joined to another is of its own illness."""
    asked = to_join()
    receipt = asked.path_parameters["receipt"]
    assert decide_claim(receipt, 1, "join", **asked.body).status == 200
    return case(receipt, {"reason": "不是同一次"}, 2)


def on_proposal(body: Any) -> Right:
    """Of a second person, about what was proposed."""
    return case(_proposed(), body, 2)


def to_tell() -> Right:
    """That she was told which paper went back."""
    receipt = checked()["receipt"]
    answer = decide_claim(receipt, 1, "documents/0001-01/send-back", reason="看不清")
    assert answer.status == 200, answer.body
    return case(receipt, {"name": "paper_missing#000002", "how": "told"})


def to_bounce() -> Right:
    """That e-mail about a claim came back."""
    return case(checked(reporter={"email": "zhao@example.cn"})["receipt"], {})


def to_undo() -> Right:
    """To undo what the admin has just decided."""
    receipt = checked()["receipt"]
    assert decide_claim(receipt, 1, "documents/0001-01/accept", role="admin").status == 200
    return case(receipt, None, 2)
