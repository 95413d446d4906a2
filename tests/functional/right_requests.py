"""For every operation of the API's document a request that it answers with a 2xx.

Each is made anew, with the records that it acts on, by the requests of the other tests. What the
desk is asked, its admin asks, who may decide everything but what she has proposed herself.
"""

from typing import Any, Final

from functions.platform import clock
from functions.records import stopped_mail
from functions.staff import schedule
from functions.worker import old_policies
from tests.functional import claims_requests, old_policies_requests, signed_consents_requests
from tests.functional import right_claim_requests as claim
from tests.functional import right_roster_requests as roster
from tests.functional.endorsement_requests import CHANGE
from tests.functional.erasure_requests import look
from tests.functional.follow_up_deliveries import swept
from tests.functional.lambda_context import CONTEXT
from tests.functional.right import REVISION, Make, Right, always, case, holder
from tests.functional.rosters_requests import PEOPLE, TODAY, UNIT, submission, uploaded, withdraw
from tests.functional.staff_claim_requests import documents
from tests.functional.staff_requests import acceptance, desk, lecture, payment, specialist
from tests.unit.papers.paper_files import pdf

PERIOD: Final = {"from": TODAY.replace(day=1).isoformat(), "until": TODAY.isoformat()}
NOTE: Final = {"doing": {"what": "noted", "text": "等单位回电"}}
CODE: Final = {"reason": "经办人换了", "has_request": True}
IN_WRITING: Final = {"reason": "本人书面申请", "is_verified": True}
CLERK: Final = {"contact_name": "马晓燕", "phone": "0951-2090081", "email": "ma@example.cn"}


def _workbook() -> Right:
    data = old_policies_requests.workbook(old_policies_requests.policy(PEOPLE[:1]))
    return Right({"upload_id": uploaded(data)})


def _import() -> Right:
    begun = desk("admin", "POST", "/imports", _workbook().body).body
    return Right(path_parameters={"receipt": begun["receipt"]})


def _import_to_reverse() -> Right:
    begun = _import().path_parameters
    old_policies.bring_in(begun["receipt"], clock.now())
    return case(begun["receipt"], {"reason": "录错了"}, 2)


def _unit(what: dict[str, Any]) -> Right:
    """Something that becomes of a unit that is known by a list."""
    receipt = roster.submitted()["receipt"]
    found = desk("admin", "GET", f"/units/{receipt}").body
    body = {"reason": "有盖章的通知", "since": TODAY.isoformat(), "what": what}
    return case(receipt, body, found["revision"])


def _withdrawal() -> Right:
    entry = desk("admin", "POST", "/services/lectures", lecture()).body
    places = {name: str(entry[name]) for name in ("kind", "entry_id")}
    return Right({"reason": "改期"}, path_parameters=places)


def _month() -> Right:
    schedule.summary_handler({}, CONTEXT)
    [made] = desk("admin", "GET", "/summary/monthly").body["months"]
    return Right(path_parameters={"month": made["month"]})


def _to_copy() -> Right:
    """Somebody who is in a list."""
    roster.submitted()
    swept()
    return Right({"id_number": PEOPLE[0].id_number, **IN_WRITING})


def _to_find_clerk() -> Right:
    """The clerk of a list."""
    roster.submitted()
    swept()
    return Right({"phone": UNIT["phone"], "is_verified": True})


def _to_restrict() -> Right:
    return Right({**_to_copy().body, "what": "restricted"})


def _to_erase() -> Right:
    """Somebody who is in a list that was withdrawn, and what may be deleted of her."""
    kept = roster.submitted()
    swept()
    assert withdraw(kept).status == 200
    seen = look("admin", PEOPLE[0].id_number)["seen"]
    return Right({"id_number": PEOPLE[0].id_number, "seen": seen, **IN_WRITING})


def _proposed_to_erase(*asked: str, **said: Any) -> Make:
    def make() -> Right:
        proposed = _to_erase().body
        assert desk("privacy", "POST", "/people/erasures", proposed).status == 200
        return Right({name: proposed[name] for name in ("id_number", *asked)} | said)

    return make


ROSTER: Final = "/api/rosters/{receipt}"
DESK_ROSTER: Final = "/api/staff/rosters/{receipt}"
CLAIM: Final = "/api/staff/claims/{receipt}"
PAPER: Final = f"{CLAIM}/documents/{{document_id}}"
RIGHT: Final[dict[str, Make]] = {
    "GET /api/health": always(),
    "GET /api/sign-in": always(),
    "GET /api/challenges": always(),
    "GET /api/services": always(),
    "POST /api/messages/{token}/unsubscribe": lambda: Right(
        path_parameters={"token": stopped_mail.token("AK-2026-7F3K9Q", "zhao@example.cn")}
    ),
    "POST /api/uploads": always({"purpose": "roster", "filename": "名单.xlsx", "size": 1}),
    "POST /api/rosters": lambda: Right(submission(**roster.ROWS)),
    "POST /api/rosters/check": always(roster.ROWS),
    "POST /api/rosters/marked-up": always(roster.ROWS),
    "POST /api/rosters/renewal": always(
        {"this": roster.ROWS, "last": roster.ROWS, "last_day": TODAY.isoformat()}
    ),
    "POST /api/rosters/verify": always({"receipt": "AK-2026-7F3K9Q", "check_text": "0"}),
    f"GET {ROSTER}": roster.of_list(),
    f"PUT {ROSTER}": roster.of_list(submission(**roster.ROWS), **REVISION),
    f"GET {ROSTER}/form": roster.of_list(),
    f"POST {ROSTER}/form/file": roster.of_list(),
    f"GET {ROSTER}/renewal": lambda: holder(roster.ending()),
    f"POST {ROSTER}/renewal/file": lambda: holder(roster.ending()),
    f"GET {ROSTER}/people": lambda: holder(roster.accepted()),
    f"POST {ROSTER}/people/file": lambda: holder(roster.accepted()),
    f"POST {ROSTER}/policy-papers/{{kind}}": roster.to_open,
    f"POST {ROSTER}/withdraw": roster.of_list(**REVISION),
    f"POST {ROSTER}/change-requests": lambda: holder(roster.accepted(), CHANGE, **REVISION),
    f"POST {ROSTER}/clerk": roster.of_list(CLERK, **REVISION),
    f"POST {ROSTER}/stamped-sheets": roster.sheets,
    f"POST {ROSTER}/signed-consents": roster.of_list(
        signed_consents_requests.attests(), **REVISION
    ),
    f"POST {ROSTER}/check": roster.of_list({**roster.ROWS, "unit": UNIT}),
    "POST /api/claims": lambda: Right(claims_requests.report()),
    "POST /api/claims/check": claim.to_check,
    "POST /api/claims/documents/check": lambda: Right({"upload_id": claims_requests.paper(pdf())}),
    "GET /api/claims/{receipt}": lambda: holder(claim.reported()),
    "POST /api/claims/{receipt}/documents": lambda: holder(
        claim.reported(), {"documents": documents("pathology")}
    ),
    "POST /api/claims/{receipt}/supplements": lambda: holder(
        claim.reported(), {"diagnosis": {"specimen_date": claims_requests.day(7)}}, **REVISION
    ),
    "POST /api/claims/{receipt}/reopenings": lambda: holder(
        claim.settled(), {"why": "objection", "words": "少算了一次住院"}, **REVISION
    ),
    "GET /api/staff/me": always(),
    "GET /api/staff/rosters": always(),
    "GET /api/staff/rosters/counts": always(),
    "POST /api/staff/rosters/search": always({"q": UNIT["name"]}),
    f"GET {DESK_ROSTER}": roster.desk_list(),
    f"GET {DESK_ROSTER}/rows": roster.desk_list(),
    f"POST {DESK_ROSTER}/documents/{{document_id}}/link": roster.brought_sheets,
    f"POST {DESK_ROSTER}/thumbnails": roster.desk_list(),
    f"GET {DESK_ROSTER}/underwriting": roster.desk_list(),
    f"GET {DESK_ROSTER}/log": roster.desk_list(),
    f"POST {DESK_ROSTER}/log-file": roster.desk_list(),
    f"POST {DESK_ROSTER}/hand-off": roster.desk_list(),
    f"POST {DESK_ROSTER}/row-states": roster.row_states,
    "POST /api/staff/rosters/row-states": roster.row_states,
    "POST /api/staff/rosters/hand-offs": roster.hand_offs,
    f"POST {DESK_ROSTER}/return": roster.desk_list(
        {"reasons": [{"text": "第 2 行的工种请写清楚"}]}
    ),
    f"POST {DESK_ROSTER}/accept": roster.desk_list(acceptance()),
    f"POST {DESK_ROSTER}/accept/look": roster.desk_list(acceptance()),
    f"POST {DESK_ROSTER}/remind": lambda: roster.returned({"reason": "请尽快修改"}),
    f"POST {DESK_ROSTER}/teamwork": roster.desk_list(NOTE),
    f"POST {DESK_ROSTER}/undo": roster.to_undo,
    f"POST {DESK_ROSTER}/stamped-sheets": roster.desk_list(),
    f"POST {DESK_ROSTER}/slips": roster.to_tell,
    f"POST {DESK_ROSTER}/bounced": roster.to_bounce,
    f"POST {DESK_ROSTER}/close": roster.to_close,
    f"POST {DESK_ROSTER}/payments": roster.desk_list(payment()),
    f"POST {DESK_ROSTER}/payments/strike": roster.to_strike,
    f"POST {DESK_ROSTER}/policy-papers": roster.to_attach,
    f"POST {DESK_ROSTER}/policy-papers/{{number}}/link": lambda: case(
        roster.attached()["receipt"], number="3"
    ),
    f"POST {DESK_ROSTER}/access-code": roster.desk_list(CODE),
    f"POST {DESK_ROSTER}/change-requests/decline": roster.change_requested,
    f"POST {DESK_ROSTER}/endorsements": lambda: roster.endorsement(roster.ENDORSED),
    f"POST {DESK_ROSTER}/endorsements/look": lambda: roster.endorsement(roster.ENDORSED),
    f"POST {DESK_ROSTER}/endorsements/confirm": lambda: roster.endorsement(None, waits=True),
    f"POST {DESK_ROSTER}/endorsements/decline": lambda: roster.endorsement(
        {"reason": "材料不全"}, waits=True
    ),
    "GET /api/staff/claims": always(),
    "GET /api/staff/claims/counts": always(),
    "POST /api/staff/claims/search": always({"q": UNIT["name"]}),
    f"GET {CLAIM}": claim.at_desk(),
    f"GET {CLAIM}/assessment": claim.at_desk(),
    f"GET {CLAIM}/log": claim.at_desk(),
    f"POST {CLAIM}/log-file": claim.at_desk(),
    f"POST {CLAIM}/teamwork": claim.at_desk(NOTE),
    f"POST {CLAIM}/undo": claim.to_undo,
    f"POST {CLAIM}/slips": claim.to_tell,
    f"POST {CLAIM}/bounced": claim.to_bounce,
    f"POST {CLAIM}/export": claim.at_desk(),
    f"POST {PAPER}/link": claim.at_desk(document_id="0001-01"),
    f"POST {CLAIM}/thumbnails": claim.at_desk(),
    f"POST {PAPER}/accept": claim.at_desk(document_id="0001-01"),
    f"POST {PAPER}/send-back": claim.at_desk({"reason": "看不清"}, document_id="0001-01"),
    f"POST {CLAIM}/complete": claim.at_desk({"complete_on": TODAY.isoformat()}),
    f"POST {CLAIM}/propose": claim.to_propose,
    f"POST {CLAIM}/join": claim.to_join,
    f"POST {CLAIM}/part": claim.to_part,
    f"POST {CLAIM}/confirm": lambda: claim.on_proposal({"decided_on": TODAY.isoformat()}),
    f"POST {CLAIM}/transfer": claim.to_transfer,
    f"POST {CLAIM}/reopen": claim.to_reopen,
    f"POST {CLAIM}/supplements": claim.at_desk(
        {"insured": {"name": "李示例"}, "source": "paper", "reason": "身份证复印件"}
    ),
    f"POST {CLAIM}/documents": claim.papers_on_behalf,
    f"POST {CLAIM}/access-code": claim.at_desk(CODE),
    f"POST {CLAIM}/object": lambda: claim.on_proposal({"reason": "再看看"}),
    "GET /api/staff/summary": always(**PERIOD),
    "POST /api/staff/summary/file": always(PERIOD),
    "GET /api/staff/summary/monthly": always(),
    "POST /api/staff/summary/monthly/{month}/file": _month,
    "POST /api/staff/statements/check": lambda: Right({"upload_id": uploaded(roster.statement())}),
    "POST /api/staff/statements/record": roster.lines_to_record,
    "GET /api/staff/imports": always(),
    "POST /api/staff/imports/check": _workbook,
    "POST /api/staff/imports": _workbook,
    "GET /api/staff/imports/{receipt}": _import,
    "POST /api/staff/imports/{receipt}/reverse": _import_to_reverse,
    "GET /api/staff/units/{receipt}": roster.desk_list(),
    "POST /api/staff/units/search": always({"lines": [UNIT["name"]]}),
    "POST /api/staff/units/{receipt}/events": lambda: _unit(
        {"change": "renamed", "name": "示例实验小学", "county": UNIT["county"]}
    ),
    "POST /api/staff/people/search": always({"id_number": PEOPLE[0].id_number}),
    "POST /api/staff/people/copy": _to_copy,
    "POST /api/staff/people/contacts": _to_find_clerk,
    "POST /api/staff/people/restrictions": _to_restrict,
    "GET /api/staff/people/restrictions": always(),
    "POST /api/staff/people/erasures/look": always({"id_number": PEOPLE[0].id_number}),
    "GET /api/staff/people/erasures": always(),
    "POST /api/staff/people/erasures": _to_erase,
    "POST /api/staff/people/erasures/confirm": _proposed_to_erase("seen"),
    "POST /api/staff/people/erasures/decline": _proposed_to_erase(reason="先等她来"),
    "GET /api/staff/services": always(),
    "POST /api/staff/services/lectures": lambda: Right(lecture()),
    "POST /api/staff/services/specialists": lambda: Right(specialist()),
    "POST /api/staff/services/{kind}/{entry_id}/withdraw": _withdrawal,
}
