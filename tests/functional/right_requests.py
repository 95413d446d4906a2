"""For every operation of the API's document a request that it answers with a 2xx.

Each is made anew, with the records that it acts on, by the requests of the other tests. What the
desk is asked, its admin asks, who may decide everything but what she has proposed herself.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import pytest

from functions.platform import clock
from functions.records import stopped_mail
from functions.records.rosters.roster_course import CLOSE_AFTER
from functions.staff import schedule
from functions.worker import old_policies
from tests.functional import (
    claims_requests,
    old_policies_requests,
    signed_consents_requests,
    stamped_sheets_requests,
    statement_requests,
)
from tests.functional.endorsement_requests import CHANGE, OUT, request_change
from tests.functional.endorsement_requests import propose as propose_endorsement
from tests.functional.follow_up_deliveries import swept
from tests.functional.hand_off_files import csv_among, handed_off
from tests.functional.lambda_context import CONTEXT
from tests.functional.requests_to_api import solved_challenge
from tests.functional.requests_to_api import uploaded as sent
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    UNIT,
    bearer,
    new_key,
    rows_of,
    submission,
    submit,
    uploaded,
    withdraw,
)
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
from tests.functional.staff_requests import (
    accept,
    acceptance,
    acts_on,
    at,
    attach,
    claim_case,
    decide_claim,
    desk,
    lecture,
    pay,
    payment,
    remind,
    send_back,
    specialist,
)
from tests.unit.papers.paper_files import pdf

ROWS: Final = {"rows": rows_of(PEOPLE)}
PERIOD: Final = {"from": TODAY.replace(day=1).isoformat(), "until": TODAY.isoformat()}
PROPOSAL: Final = {"outcome": "refuse", "lump_sum": 0, "allowance": 0, "refund": 0, **STATED}
REVISION: Final = {"If-Match": '"1"'}
NOTE: Final = {"doing": {"what": "noted", "text": "等单位回电"}}
ENDORSED: Final[dict[str, Any]] = {"reason": "已经离职", "what": OUT}
CODE: Final = {"reason": "经办人换了", "has_request": True}
CLERK: Final = {"contact_name": "马晓燕", "phone": "0951-2090081", "email": "ma@example.cn"}


@dataclass(frozen=True)
class Right:
    """What a request consists of, but for its proof of work and key, which serve once."""

    body: Any = None
    path_parameters: dict[str, str] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


Make = Callable[[], Right]


def headers_of_now(parameters: list[str]) -> dict[str, str]:
    """Those headers of an operation that are new in each request."""
    made = {"idempotency-key": new_key, "x-proof-of-work": solved_challenge}
    return {name: made[name]() for name in parameters if name in made}


def _always(body: Any = None, **query: str) -> Make:
    return lambda: Right(body, query=query)


# ---- who has a receipt and its code ----


def _holder(kept: dict[str, Any], body: Any = None, **headers: str) -> Right:
    return Right(
        body,
        path_parameters={"receipt": kept["receipt"]},
        headers={"Authorization": bearer(kept), **headers},
    )


def _list(**changes: Any) -> dict[str, Any]:
    return submit(new_key(), **ROWS, **changes).body


def _claim() -> dict[str, Any]:
    return claims_requests.submit(claims_requests.new_key(), documents=documents("policy")).body


def _of_list(body: Any = None, **headers: str) -> Make:
    return lambda: _holder(_list(), body, **headers)


def _sheets() -> Right:
    list_ = _list()
    return _holder(list_, stamped_sheets_requests.sheets(list_), **REVISION)


def _claim_to_check() -> Right:
    asked = claims_requests.report()
    return Right({name: asked[name] for name in asked if name not in ("confirmations", "consent")})


# ---- the desk ----


def _case(receipt: str, body: Any = None, revision: int = 1, /, **more: str) -> Right:
    places = {"receipt": receipt, **more}
    return Right(body, path_parameters=places, headers={"If-Match": f'"{revision}"'})


def _desk_list(body: Any = None) -> Make:
    return lambda: _case(_list()["receipt"], body)


def _desk_claim(body: Any = None, **more: str) -> Make:
    return lambda: _case(checked()["receipt"], body, **more)


def _papers_on_behalf() -> Right:
    return _case(
        checked()["receipt"], {"documents": documents("pathology"), "reason": "本人交到柜台"}
    )


def _workbook() -> Right:
    data = old_policies_requests.workbook(old_policies_requests.policy(PEOPLE[:1]))
    return Right({"upload_id": uploaded(data)})


def _import() -> Right:
    begun = desk("admin", "POST", "/imports", _workbook().body).body
    return Right(path_parameters={"receipt": begun["receipt"]})


def _import_to_reverse() -> Right:
    begun = _import().path_parameters
    old_policies.bring_in(begun["receipt"], clock.now())
    return _case(begun["receipt"], {"reason": "录错了"}, 2)


def _returned(body: Any, days_ago: int = 0, *, is_reminded: bool = False) -> Right:
    """A list that went back so many days ago."""
    with pytest.MonkeyPatch.context() as patch:
        at(patch, TODAY - days_ago * DAY)
        receipt = _list()["receipt"]
        assert send_back(receipt, 1).status == 200
        if is_reminded:
            assert remind(receipt, 2).status == 200
    return _case(receipt, body, 3 if is_reminded else 2)


def _to_close() -> Right:
    return _returned({"reason": "没有修改"}, CLOSE_AFTER.days, is_reminded=True)


def _paid() -> Right:
    """A list of which a payment was recorded."""
    receipt = _list()["receipt"]
    assert pay(receipt, 1).status == 200
    return _case(receipt, {"number": 2, "reason": "记到了别的名单上"}, 2)


def _attached() -> dict[str, Any]:
    """An accepted list whose policy was attached."""
    kept = _accepted()
    assert attach(kept["receipt"], 2, pdf()).status == 200
    return kept


def _to_attach() -> Right:
    body = {"kind": "invoice", "upload_id": sent(pdf(), "policy-paper", "发票.pdf")}
    return _case(_attached()["receipt"], body, 3)


def _to_open() -> Right:
    right = _holder(_attached())
    right.path_parameters["kind"] = "policy"
    return right


def _statement(receipt: str = "") -> bytes:
    return statement_requests.statement((TODAY, 300, "示例小学", receipt))


def _lines() -> Right:
    receipt = _list()["receipt"]
    parts = [{"receipt": receipt, "amount": "300"}]
    lines = [{"row": 2, "parts": parts}]
    return Right({"upload_id": uploaded(_statement(receipt)), "lines": lines})


def _accepted() -> dict[str, Any]:
    kept = _list()
    assert accept(kept["receipt"], 1).status == 200
    return kept


def _ending() -> dict[str, Any]:
    """An accepted list whose cover ends in some weeks."""
    with pytest.MonkeyPatch.context() as patch:
        issued = TODAY - 320 * DAY
        at(patch, issued)
        kept = _list()
        assert accept(kept["receipt"], 1, **acts_on(issued)).status == 200
    return kept


def _change_requested() -> Right:
    """An accepted list of which the unit has asked something."""
    kept = _accepted()
    assert request_change(kept).status == 200
    return _case(kept["receipt"], {"number": 3, "reason": "材料不全"}, 3)


def _endorsement(body: Any, *, waits: bool = False) -> Right:
    """An accepted list, where asked with an endorsement that the contact has proposed."""
    receipt = _accepted()["receipt"]
    if waits:
        assert propose_endorsement(receipt, ENDORSED["what"]).status == 200
    return _case(receipt, body, 3 if waits else 2)


def _brought_sheets() -> Right:
    receipt = stamped_sheets_requests.brought()["receipt"]
    return _case(receipt, document_id="0002-01")


def _unit(what: dict[str, Any]) -> Right:
    """Something that becomes of a unit that is known by a list."""
    receipt = _list()["receipt"]
    found = desk("admin", "GET", f"/units/{receipt}").body
    body = {"reason": "有盖章的通知", "since": TODAY.isoformat(), "what": what}
    return _case(receipt, body, found["revision"])


def _row_states() -> Right:
    """The file for the insurer, back as it was given."""
    receipt = _list()["receipt"]
    _, files = handed_off(receipt)
    return _case(receipt, {"upload_id": uploaded(csv_among(files))})


def _proposed() -> str:
    """A claim for which somebody of the claims desk has proposed what is paid."""
    with pytest.MonkeyPatch.context() as patch:
        insured(patch, 100)
    receipt = str(checked()["receipt"])
    answer = propose(receipt, 1)
    assert answer.status == 200, answer.body
    return receipt


def _settled() -> dict[str, Any]:
    """A claim that was paid."""
    with pytest.MonkeyPatch.context() as patch:
        insured(patch, 100)
    kept = checked()
    paid(kept["receipt"])
    return kept


def _to_reopen() -> Right:
    receipt, body = _settled()["receipt"], {"why": "mistake", "reason": "算错了"}
    return _case(receipt, body, claim_case("claims", receipt)["revision"])


def _to_transfer() -> Right:
    receipt = _proposed()
    assert confirm(receipt, 2).status == 200
    return _case(receipt, money_gone_out(receipt), 3)


def _to_propose() -> Right:
    with pytest.MonkeyPatch.context() as patch:
        insured(patch, 100)
    receipt = checked()["receipt"]
    said = {"reason": "不是首次发病", "article": "article-5"}
    return _case(receipt, {**PROPOSAL, **stated(receipt), **said})


def _to_join() -> Right:
    return _case(checked()["receipt"], {"into": checked()["receipt"], "reason": "同一次患病"})


def _to_part() -> Right:
    asked = _to_join()
    receipt = asked.path_parameters["receipt"]
    path = f"/claims/{receipt}/join"
    assert desk("claims", "POST", path, asked.body, if_match='"1"').status == 200
    return _case(receipt, {"reason": "不是同一次"}, 2)


def _on_proposal(body: Any) -> Right:
    return _case(_proposed(), body, 2)


def _withdrawal() -> Right:
    entry = desk("admin", "POST", "/services/lectures", lecture()).body
    places = {name: str(entry[name]) for name in ("kind", "entry_id")}
    return Right({"reason": "改期"}, path_parameters=places)


def _month() -> Right:
    schedule.summary_handler({}, CONTEXT)
    [made] = desk("admin", "GET", "/summary/monthly").body["months"]
    return Right(path_parameters={"month": made["month"]})


def _to_tell() -> Right:
    receipt = _list()["receipt"]
    assert send_back(receipt, 1).status == 200
    return _case(receipt, {"name": "returned#000002", "how": "printed"})


def _to_tell_of_claim() -> Right:
    receipt = checked()["receipt"]
    path = f"/claims/{receipt}/documents/0001-01/send-back"
    assert desk("claims", "POST", path, {"reason": "看不清"}, if_match='"1"').status == 200
    return _case(receipt, {"name": "paper_missing#000002", "how": "told"})


def _to_copy() -> Right:
    """Somebody who is in a list."""
    _list()
    swept()
    said = {"reason": "本人书面申请", "is_verified": True}
    return Right({"id_number": PEOPLE[0].id_number, **said})


def _withdrawn() -> dict[str, Any]:
    """Somebody who is in a list that was withdrawn, and what may be deleted of her."""
    kept = _list()
    swept()
    assert withdraw(kept).status == 200
    number = {"id_number": PEOPLE[0].id_number}
    return desk("admin", "POST", "/people/erasures/look", number).body | number


def _to_erase() -> Right:
    found = _withdrawn()
    said = {"reason": "本人书面申请", "is_verified": True}
    return Right({"id_number": found["id_number"], "seen": found["seen"], **said})


def _proposed_to_erase(*asked: str, **said: Any) -> Make:
    def make() -> Right:
        proposed = _to_erase().body
        assert desk("privacy", "POST", "/people/erasures", proposed).status == 200
        return Right({name: proposed[name] for name in ("id_number", *asked)} | said)

    return make


def _to_bounce() -> Right:
    return _case(_list(unit={**UNIT, "email": "zhao@example.cn"})["receipt"])


def _to_bounce_of_claim() -> Right:
    return _case(checked(reporter={"email": "zhao@example.cn"})["receipt"])


def _to_undo() -> Right:
    receipt = _list()["receipt"]
    assert send_back(receipt, 1, role="admin").status == 200
    return _case(receipt, None, 2)


def _to_undo_of_claim() -> Right:
    receipt = checked()["receipt"]
    path = "documents/0001-01/accept"
    assert decide_claim(receipt, 1, path, role="admin").status == 200
    return _case(receipt, None, 2)


ROSTER: Final = "/api/rosters/{receipt}"
DESK_ROSTER: Final = "/api/staff/rosters/{receipt}"
CLAIM: Final = "/api/staff/claims/{receipt}"
PAPER: Final = f"{CLAIM}/documents/{{document_id}}"
RIGHT: Final[dict[str, Make]] = {
    "GET /api/health": _always(),
    "GET /api/sign-in": _always(),
    "GET /api/challenges": _always(),
    "GET /api/services": _always(),
    "POST /api/messages/{token}/unsubscribe": lambda: Right(
        path_parameters={"token": stopped_mail.token("AK-2026-7F3K9Q", "zhao@example.cn")}
    ),
    "POST /api/uploads": _always({"purpose": "roster", "filename": "名单.xlsx", "size": 1}),
    "POST /api/rosters": lambda: Right(submission(**ROWS)),
    "POST /api/rosters/check": _always(ROWS),
    "POST /api/rosters/marked-up": _always(ROWS),
    "POST /api/rosters/renewal": _always(
        {"this": ROWS, "last": ROWS, "last_day": TODAY.isoformat()}
    ),
    "POST /api/rosters/verify": _always({"receipt": "AK-2026-7F3K9Q", "check_text": "0"}),
    f"GET {ROSTER}": _of_list(),
    f"PUT {ROSTER}": _of_list(submission(**ROWS), **REVISION),
    f"GET {ROSTER}/form": _of_list(),
    f"GET {ROSTER}/renewal": lambda: _holder(_ending()),
    f"POST {ROSTER}/renewal/file": lambda: _holder(_ending()),
    f"GET {ROSTER}/people": lambda: _holder(_accepted()),
    f"POST {ROSTER}/people/file": lambda: _holder(_accepted()),
    f"POST {ROSTER}/policy-papers/{{kind}}": _to_open,
    f"POST {ROSTER}/withdraw": _of_list(**REVISION),
    f"POST {ROSTER}/change-requests": lambda: _holder(_accepted(), CHANGE, **REVISION),
    f"POST {ROSTER}/clerk": _of_list(CLERK, **REVISION),
    f"POST {ROSTER}/stamped-sheets": _sheets,
    f"POST {ROSTER}/signed-consents": _of_list(signed_consents_requests.attests(), **REVISION),
    f"POST {ROSTER}/check": _of_list({**ROWS, "unit": UNIT}),
    "POST /api/claims": lambda: Right(claims_requests.report()),
    "POST /api/claims/check": _claim_to_check,
    "POST /api/claims/documents/check": lambda: Right({"upload_id": claims_requests.paper(pdf())}),
    "GET /api/claims/{receipt}": lambda: _holder(_claim()),
    "POST /api/claims/{receipt}/documents": lambda: _holder(
        _claim(), {"documents": documents("pathology")}
    ),
    "POST /api/claims/{receipt}/supplements": lambda: _holder(
        _claim(), {"diagnosis": {"specimen_date": claims_requests.day(7)}}, **REVISION
    ),
    "POST /api/claims/{receipt}/reopenings": lambda: _holder(
        _settled(), {"why": "objection", "words": "少算了一次住院"}, **REVISION
    ),
    "GET /api/staff/me": _always(),
    "GET /api/staff/rosters": _always(),
    "GET /api/staff/rosters/counts": _always(),
    "POST /api/staff/rosters/search": _always({"q": UNIT["name"]}),
    f"GET {DESK_ROSTER}": _desk_list(),
    f"GET {DESK_ROSTER}/rows": _desk_list(),
    f"POST {DESK_ROSTER}/documents/{{document_id}}/link": _brought_sheets,
    f"POST {DESK_ROSTER}/thumbnails": _desk_list(),
    f"GET {DESK_ROSTER}/underwriting": _desk_list(),
    f"GET {DESK_ROSTER}/log": _desk_list(),
    f"POST {DESK_ROSTER}/log-file": _desk_list(),
    f"POST {DESK_ROSTER}/hand-off": _desk_list(),
    f"POST {DESK_ROSTER}/row-states": _row_states,
    "POST /api/staff/rosters/row-states": _row_states,
    f"POST {DESK_ROSTER}/return": _desk_list({"reasons": [{"text": "第 2 行的工种请写清楚"}]}),
    f"POST {DESK_ROSTER}/accept": _desk_list(acceptance()),
    f"POST {DESK_ROSTER}/accept/look": _desk_list(acceptance()),
    f"POST {DESK_ROSTER}/remind": lambda: _returned({"reason": "请尽快修改"}),
    f"POST {DESK_ROSTER}/teamwork": _desk_list(NOTE),
    f"POST {DESK_ROSTER}/undo": _to_undo,
    f"POST {DESK_ROSTER}/stamped-sheets": _desk_list(),
    f"POST {DESK_ROSTER}/slips": _to_tell,
    f"POST {DESK_ROSTER}/bounced": _to_bounce,
    f"POST {DESK_ROSTER}/close": _to_close,
    f"POST {DESK_ROSTER}/payments": _desk_list(payment()),
    f"POST {DESK_ROSTER}/payments/strike": _paid,
    f"POST {DESK_ROSTER}/policy-papers": _to_attach,
    f"POST {DESK_ROSTER}/policy-papers/{{number}}/link": lambda: _case(
        _attached()["receipt"], number="3"
    ),
    f"POST {DESK_ROSTER}/access-code": _desk_list(CODE),
    f"POST {DESK_ROSTER}/change-requests/decline": _change_requested,
    f"POST {DESK_ROSTER}/endorsements": lambda: _endorsement(ENDORSED),
    f"POST {DESK_ROSTER}/endorsements/confirm": lambda: _endorsement(None, waits=True),
    f"POST {DESK_ROSTER}/endorsements/decline": lambda: _endorsement(
        {"reason": "材料不全"}, waits=True
    ),
    "GET /api/staff/claims": _always(),
    "GET /api/staff/claims/counts": _always(),
    "POST /api/staff/claims/search": _always({"q": UNIT["name"]}),
    f"GET {CLAIM}": _desk_claim(),
    f"GET {CLAIM}/assessment": _desk_claim(),
    f"GET {CLAIM}/log": _desk_claim(),
    f"POST {CLAIM}/log-file": _desk_claim(),
    f"POST {CLAIM}/teamwork": _desk_claim(NOTE),
    f"POST {CLAIM}/undo": _to_undo_of_claim,
    f"POST {CLAIM}/slips": _to_tell_of_claim,
    f"POST {CLAIM}/bounced": _to_bounce_of_claim,
    f"POST {CLAIM}/export": _desk_claim(),
    f"POST {PAPER}/link": _desk_claim(document_id="0001-01"),
    f"POST {CLAIM}/thumbnails": _desk_claim(),
    f"POST {PAPER}/accept": _desk_claim(document_id="0001-01"),
    f"POST {PAPER}/send-back": _desk_claim({"reason": "看不清"}, document_id="0001-01"),
    f"POST {CLAIM}/complete": _desk_claim({"complete_on": TODAY.isoformat()}),
    f"POST {CLAIM}/propose": _to_propose,
    f"POST {CLAIM}/join": _to_join,
    f"POST {CLAIM}/part": _to_part,
    f"POST {CLAIM}/confirm": lambda: _on_proposal({"decided_on": TODAY.isoformat()}),
    f"POST {CLAIM}/transfer": _to_transfer,
    f"POST {CLAIM}/reopen": _to_reopen,
    f"POST {CLAIM}/supplements": _desk_claim(
        {"insured": {"name": "李示例"}, "source": "paper", "reason": "身份证复印件"}
    ),
    f"POST {CLAIM}/documents": _papers_on_behalf,
    f"POST {CLAIM}/access-code": _desk_claim(CODE),
    f"POST {CLAIM}/object": lambda: _on_proposal({"reason": "再看看"}),
    "GET /api/staff/summary": _always(**PERIOD),
    "POST /api/staff/summary/file": _always(PERIOD),
    "GET /api/staff/summary/monthly": _always(),
    "POST /api/staff/summary/monthly/{month}/file": _month,
    "POST /api/staff/statements/check": lambda: Right({"upload_id": uploaded(_statement())}),
    "POST /api/staff/statements/record": _lines,
    "GET /api/staff/imports": _always(),
    "POST /api/staff/imports/check": _workbook,
    "POST /api/staff/imports": _workbook,
    "GET /api/staff/imports/{receipt}": _import,
    "POST /api/staff/imports/{receipt}/reverse": _import_to_reverse,
    "GET /api/staff/units/{receipt}": _desk_list(),
    "POST /api/staff/units/{receipt}/events": lambda: _unit(
        {"change": "renamed", "name": "示例实验小学", "county": UNIT["county"]}
    ),
    "POST /api/staff/people/search": _always({"id_number": PEOPLE[0].id_number}),
    "POST /api/staff/people/copy": _to_copy,
    "POST /api/staff/people/erasures/look": _always({"id_number": PEOPLE[0].id_number}),
    "GET /api/staff/people/erasures": _always(),
    "POST /api/staff/people/erasures": _to_erase,
    "POST /api/staff/people/erasures/confirm": _proposed_to_erase("seen"),
    "POST /api/staff/people/erasures/decline": _proposed_to_erase(reason="先等她来"),
    "GET /api/staff/services": _always(),
    "POST /api/staff/services/lectures": lambda: Right(lecture()),
    "POST /api/staff/services/specialists": lambda: Right(specialist()),
    "POST /api/staff/services/{kind}/{entry_id}/withdraw": _withdrawal,
}
