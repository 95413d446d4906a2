"""Many lists in one go: what the insurer's file says of each, and what stands in each one's way."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from functions.local import samples
from functions.local.samples import Person
from functions.staff.rosters import brought_lists, handed_together
from functions.staff.rosters.hand_off import HEADERS
from tests.functional.hand_off_files import as_csv, csv_among, handed_off
from tests.functional.requests_to_api import Answer, code_of
from tests.functional.rosters_requests import PEOPLE, TODAY, TOMORROW, correct, rows_of, uploaded
from tests.functional.staff_requests import (
    OTHER_COUNTY,
    accept,
    acceptance,
    case,
    desk,
    fetched,
    pay,
    send_back,
    table_of,
    unpacked,
)
from tests.functional.staff_roster_requests import kept, refusal, years_old

pytestmark = pytest.mark.usefixtures("aws")

NUMBER = "NX-2026-0001"


def look(receipt: str, role: str = "contact", **changes: Any) -> Answer:
    return desk(role, "POST", f"/rosters/{receipt}/accept/look", acceptance(**changes))


def found(answer: Answer) -> list[str]:
    assert answer.status == 200, answer.body
    return [each["code"] for each in answer.body["findings"]]


# ---- one list before it is accepted ----


def test_a_look_says_what_acceptance_then_decides_and_keeps_nothing() -> None:
    receipt = kept(PEOPLE[:4])["receipt"]
    asked: dict[str, Any] = {"refusals": [refusal(2, "既往患有疾病")]}
    answer = look(receipt, **asked)
    assert found(answer) == []
    assert (answer.body["version"], answer.body["revision"]) == (1, 1)
    assert (answer.body["received"], answer.body["complete_on"]) == ("0", None)
    assert case("contact", receipt)["state"] == "submitted"
    decided = accept(receipt, answer.body["revision"], **asked).body
    assert decided["acceptance"] == answer.body["acceptance"]
    assert decided["acceptance"]["premium"]["amount"] == 300


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"consent_date": TOMORROW.isoformat()}, ["acceptance.in_future"]),
        ({"refusals": [refusal(row) for row in (1, 2)]}, ["acceptance.nobody_left"]),
        ({"version": 1}, []),
        ({"version": 2}, ["acceptance.other_version"]),
        ({"policy_issued_date": "1999-01-01"}, ["acceptance.before_submission"]),
    ],
)
def test_what_stands_in_the_way_is_told(changes: dict[str, Any], codes: list[str]) -> None:
    answer = look(kept(PEOPLE[:2])["receipt"], **changes)
    assert found(answer) == codes
    assert (answer.body["acceptance"] is None) is (codes not in ([], ["acceptance.other_version"]))


def test_whose_old_cover_was_not_seen_stands_in_the_way() -> None:
    born = years_old(62, on=TODAY + timedelta(days=1), after_birthday=1)
    old = Person("李梅", samples.id_number(born, 2), "工人")
    answer = look(kept([old, PEOPLE[1]])["receipt"])
    assert found(answer) == ["acceptance.needs_old_cover"]
    assert answer.body["acceptance"] is None


def test_what_must_be_confirmed_is_told_with_what_would_be_decided() -> None:
    receipt = kept(PEOPLE[:2])["receipt"]
    assert pay(receipt, 1, amount="100").status == 200
    answer = look(receipt)
    assert (found(answer), answer.body["received"]) == (["acceptance.premium_short"], "100")
    assert answer.body["acceptance"]["premium"]["amount"] == 200
    assert found(look(receipt, confirmations=["acceptance.premium_short"])) == []


def test_only_who_decides_on_a_list_that_waits_may_look() -> None:
    receipt = kept(PEOPLE[:2])["receipt"]
    assert code_of(look(receipt, "other contact")) == (404, "staff.not_found")
    assert look(receipt, "federation").status == 404
    assert send_back(receipt, 1).status == 200
    assert code_of(look(receipt)) == (409, "staff.state")


# ---- the insurer's file ----


def together(*lists: tuple[str, int], role: str = "contact") -> Answer:
    said = [{"receipt": receipt, "number": number} for receipt, number in lists]
    return desk(role, "POST", "/rosters/hand-offs", {"lists": said})


def test_lists_handed_off_one_by_one_go_out_as_one_file_which_comes_back_as_one() -> None:
    first, second = kept(PEOPLE[:3]), kept(PEOPLE[3:5])["receipt"]
    receipts = [first["receipt"], second]
    digests = [handed_off(each)[0]["sha256"] for each in receipts]
    answer = together(*((each, 1) for each in receipts))
    assert (answer.status, answer.body["people"]) == (200, 5)
    files = unpacked(fetched(answer.body["url"]))
    assert [name.rpartition("-")[2] for name in files] == ["名单.xlsx", "名单.csv", "manifest.json"]
    told = json.loads(files["manifest.json"])["lists"]
    assert [(each["receipt"], each["sha256"]) for each in told] == [
        *zip(receipts, digests, strict=True)
    ]
    table = table_of(csv_among(files))
    assert [line[0] for line in table[1:]] == [receipts[0]] * 3 + [second] * 2
    for line in table[1:]:
        line[HEADERS.index("审核结果")] = "承保"
    brought = read_lists(table).body["lists"]
    assert [(each["receipt"], each["accepted"]) for each in brought] == [
        *zip(receipts, (3, 2), strict=True)
    ]
    assert correct(first, 1, rows=rows_of(PEOPLE[1:3])).status == 200
    assert code_of(together((receipts[0], 1))) == (409, "hand_off.changed"), "before it changed"
    assert handed_off(receipts[0])[0]["number"] == 2
    twice = together((receipts[0], 2), (second, 1), (receipts[0], 2)).body
    assert twice["people"] == 4, "a list that is named twice goes out once"
    files = unpacked(fetched(twice["url"]))
    assert len(json.loads(files["manifest.json"])["lists"]) == 2
    changes = table_of(csv_among(files, "变化.csv"))[1:]
    assert [line[HEADERS.index("变化")] for line in changes] == ["删除", "新增", "新增"]


def test_what_she_has_not_handed_off_goes_into_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = kept(PEOPLE[:2])["receipt"]
    assert code_of(together((receipt, 1))) == (409, "hand_off.changed")
    handed_off(receipt)
    assert code_of(together((receipt, 2))) == (409, "hand_off.changed")
    assert code_of(together((receipt, 1), role="admin")) == (409, "hand_off.changed")
    assert together((receipt, 1), role="other contact").status == 404
    assert code_of(together(*[(receipt, 1)] * 101)) == (422, "request.invalid")
    monkeypatch.setattr(handed_together, "MOST_PEOPLE", 1)
    assert code_of(together((receipt, 1))) == (422, "hand_off.too_many")


def insurers_table(receipts: list[str], fill: Mapping[str, Mapping[str, str]]) -> list[list[str]]:
    """The lines of the hand-offs of several lists in one table, each list's lines filled in."""
    lines: list[list[str]] = []
    for receipt in receipts:
        _, files = handed_off(receipt, "admin")
        for line in table_of(csv_among(files))[1:]:
            told = {**dict(zip(HEADERS, line, strict=True)), "审核结果": "承保", **fill[receipt]}
            lines.append([told[header] for header in HEADERS])
    return [list(HEADERS), *lines]


def read_lists(table: list[list[str]], role: str = "contact") -> Answer:
    body = {"upload_id": uploaded(as_csv(table))}
    return desk(role, "POST", "/rosters/row-states", body)


def test_a_file_says_of_each_list_its_policy_its_days_and_whom_to_refuse() -> None:
    first, second = kept(PEOPLE[:3])["receipt"], kept(PEOPLE[3:5])["receipt"]
    acts = {
        "同意承保日期": "2026/11/2",
        "收到保险费日期": "2026年11月3日",
        "签发保险单日期": "20261104",
    }
    table = insurers_table(
        [first, second],
        {
            first: {"保险单号": NUMBER, "保险起期": "2026-12-01", **acts},
            second: {"保险单号": "ＮＸ－２"},
        },
    )
    result = HEADERS.index("审核结果")
    table[2][result : result + 3] = ["拒保", "原文“照抄”，一字不改", "第三条"]
    answer = read_lists(table)
    assert (answer.status, answer.body["findings"]) == (200, [])
    told = {each["receipt"]: each for each in answer.body["lists"]}
    assert told[first] == {
        "receipt": first,
        "unit_name": case("contact", first)["unit"]["name"],
        "version": 1,
        "people": 3,
        "policy_number": NUMBER,
        "consent_date": "2026-11-02",
        "premium_received_date": "2026-11-03",
        "policy_issued_date": "2026-11-04",
        "agreed_first_day": "2026-12-01",
        "refusals": [{"row": 2, "reason": "原文“照抄”，一字不改", "article": "article-3"}],
        "accepted": 2,
        "without_state": 0,
        "findings": [],
    }
    assert (told[second]["policy_number"], told[second]["consent_date"]) == ("NX-2", None)
    assert case("contact", first)["state"] == "submitted", "nothing is stored"


@pytest.mark.parametrize(
    ("header", "texts", "codes"),
    [
        ("保险单号", ("NX-1", "NX-2"), ["row_states.not_one"]),
        ("保险单号", ("NX-1", ""), []),
        ("签发保险单日期", ("2026-11-04", "2026-11-05"), ["row_states.not_one"]),
        ("签发保险单日期", ("上个月", ""), ["row_states.no_day"]),
        ("名单版本", ("2", "2"), ["acceptance.other_version"]),
    ],
)
def test_what_cannot_be_read_of_a_list_is_told(
    header: str, texts: tuple[str, str], codes: list[str]
) -> None:
    receipt = kept(PEOPLE[:2])["receipt"]
    table = insurers_table([receipt], {receipt: {}})
    for line, text in zip(table[1:], texts, strict=True):
        line[HEADERS.index(header)] = text
    [told] = read_lists(table).body["lists"]
    assert [each["code"] for each in told["findings"]] == codes


def test_lists_that_are_not_hers_and_lines_of_none_are_told_at_their_lines() -> None:
    hers, other = kept(PEOPLE[:2])["receipt"], kept(PEOPLE[2:4], county=OTHER_COUNTY)["receipt"]
    table = insurers_table([hers, other], {hers: {}, other: {}})
    table[2][0] = "不是回执号"
    answer = read_lists(table).body
    assert [(each["receipt"], each["without_state"]) for each in answer["lists"]] == [(hers, 1)]
    assert [(each["code"], each["row"]) for each in answer["findings"]] == [
        ("staff.not_found", 3),
        ("staff.not_found", 4),
    ]


def test_a_file_of_too_many_lists_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brought_lists, "MOST_LISTS", 1)
    receipts = [kept(PEOPLE[:2])["receipt"] for _ in range(2)]
    table = insurers_table(receipts, {receipt: {} for receipt in receipts})
    assert read_lists(table).codes == ["row_states.too_many_lists"]
