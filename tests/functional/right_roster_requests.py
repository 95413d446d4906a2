"""The right requests about lists, each made anew with the list that it acts on."""

from typing import Any, Final

import pytest

from functions.records.rosters.roster_course import CLOSE_AFTER
from tests.functional import stamped_sheets_requests, statement_requests
from tests.functional.endorsement_requests import OUT, request_change
from tests.functional.endorsement_requests import propose as propose_endorsement
from tests.functional.hand_off_files import csv_among, handed_off
from tests.functional.requests_to_api import uploaded as sent
from tests.functional.right import REVISION, Make, Right, case, holder
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    UNIT,
    new_key,
    rows_of,
    submit,
    uploaded,
)
from tests.functional.staff_requests import accept, acts_on, at, attach, pay, remind, send_back
from tests.unit.papers.paper_files import pdf

ROWS: Final = {"rows": rows_of(PEOPLE)}
ENDORSED: Final[dict[str, Any]] = {"reason": "已经离职", "what": OUT}


def submitted(**changes: Any) -> dict[str, Any]:
    """The receipt of a list, with its code."""
    return submit(new_key(), **ROWS, **changes).body


def of_list(body: Any = None, **headers: str) -> Make:
    """About a list, by who has its code."""
    return lambda: holder(submitted(), body, **headers)


def sheets() -> Right:
    list_ = submitted()
    return holder(list_, stamped_sheets_requests.sheets(list_), **REVISION)


def desk_list(body: Any = None) -> Make:
    """About a list that the desk has just got."""
    return lambda: case(submitted()["receipt"], body)


def returned(body: Any, days_ago: int = 0, *, is_reminded: bool = False) -> Right:
    """A list that went back so many days ago."""
    with pytest.MonkeyPatch.context() as patch:
        at(patch, TODAY - days_ago * DAY)
        receipt = submitted()["receipt"]
        assert send_back(receipt, 1).status == 200
        if is_reminded:
            assert remind(receipt, 2).status == 200
    return case(receipt, body, 3 if is_reminded else 2)


def to_close() -> Right:
    return returned({"reason": "没有修改"}, CLOSE_AFTER.days, is_reminded=True)


def to_strike() -> Right:
    """A list of which a payment was recorded."""
    receipt = submitted()["receipt"]
    assert pay(receipt, 1).status == 200
    return case(receipt, {"number": 2, "reason": "记到了别的名单上"}, 2)


def attached() -> dict[str, Any]:
    """An accepted list whose policy was attached."""
    kept = accepted()
    assert attach(kept["receipt"], 2, pdf()).status == 200
    return kept


def to_attach() -> Right:
    body = {"kind": "invoice", "upload_id": sent(pdf(), "policy-paper", "发票.pdf")}
    return case(attached()["receipt"], body, 3)


def to_open() -> Right:
    right = holder(attached())
    right.path_parameters["kind"] = "policy"
    return right


def statement(receipt: str = "") -> bytes:
    return statement_requests.statement((TODAY, 300, "示例小学", receipt))


def lines_to_record() -> Right:
    receipt = submitted()["receipt"]
    lines = [{"row": 2, "parts": [{"receipt": receipt, "amount": "300"}]}]
    return Right({"upload_id": uploaded(statement(receipt)), "lines": lines})


def accepted() -> dict[str, Any]:
    kept = submitted()
    assert accept(kept["receipt"], 1).status == 200
    return kept


def ending() -> dict[str, Any]:
    """An accepted list whose cover ends in some weeks."""
    with pytest.MonkeyPatch.context() as patch:
        issued = TODAY - 320 * DAY
        at(patch, issued)
        kept = submitted()
        assert accept(kept["receipt"], 1, **acts_on(issued)).status == 200
    return kept


def change_requested() -> Right:
    """An accepted list of which the unit has asked something."""
    kept = accepted()
    assert request_change(kept).status == 200
    return case(kept["receipt"], {"number": 3, "reason": "材料不全"}, 3)


def endorsement(body: Any, *, waits: bool = False) -> Right:
    """An accepted list, where asked with an endorsement that the contact has proposed."""
    receipt = accepted()["receipt"]
    if waits:
        assert propose_endorsement(receipt, ENDORSED["what"]).status == 200
    return case(receipt, body, 3 if waits else 2)


def brought_sheets() -> Right:
    return case(stamped_sheets_requests.brought()["receipt"], document_id="0002-01")


def row_states() -> Right:
    """The file for the insurer, back as it was given."""
    receipt = submitted()["receipt"]
    _, files = handed_off(receipt)
    return case(receipt, {"upload_id": uploaded(csv_among(files))})


def hand_offs() -> Right:
    """A list that was handed off."""
    receipt = submitted()["receipt"]
    made, _ = handed_off(receipt, "admin")
    return Right({"lists": [{"receipt": receipt, "number": made["number"]}]})


def to_tell() -> Right:
    receipt = submitted()["receipt"]
    assert send_back(receipt, 1).status == 200
    return case(receipt, {"name": "returned#000002", "how": "printed"})


def to_bounce() -> Right:
    return case(submitted(unit={**UNIT, "email": "zhao@example.cn"})["receipt"], {})


def to_undo() -> Right:
    receipt = submitted()["receipt"]
    assert send_back(receipt, 1, role="admin").status == 200
    return case(receipt, None, 2)
