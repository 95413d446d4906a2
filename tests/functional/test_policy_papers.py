"""Policy and invoice of an accepted list (第十三条): attached, replaced, downloaded, refused."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from functions.local.stack import Stack
from functions.platform.aws import s3
from functions.staff import queue_index
from shared_rules.messages import catalogue, written_day
from tests.functional.endorsement_requests import NOT_ACCEPTED, accepted, endorsed
from tests.functional.requests_to_api import Answer, call, code_of
from tests.functional.rosters_requests import PEOPLE, TODAY, bearer, status
from tests.functional.staff_requests import at, attach, case, desk
from tests.functional.staff_roster_requests import kept, log
from tests.unit.papers.paper_files import jpeg, ofd, pdf

pytestmark = pytest.mark.usefixtures("starts_put_back")


LOCKED: Final = pdf(password="her own")  # noqa: S106


def download(given: dict[str, Any], kind: str = "policy") -> Answer:
    path = f"/api/rosters/{given['receipt']}/policy-papers/{kind}"
    return call("POST", path, authorization=bearer(given))


def behind(aws: Stack, url: str) -> bytes:
    """The bytes of the records bucket that an address leads to."""
    bucket = aws.resources["RecordsBucket"]
    key = unquote(urlsplit(url).path).partition(f"/{bucket}/")[2]
    return s3().get_object(Bucket=bucket, Key=key)["Body"].read()


def happened(receipt: str) -> list[str]:
    return [each["what"] for each in log(receipt) if each["revision"]]


def test_the_unit_downloads_what_was_attached_byte_for_byte(aws: Stack) -> None:
    given = accepted()
    receipt, policy, invoice = given["receipt"], pdf(2), ofd()
    assert code_of(download(given)) == (409, "policy_paper.not_there")
    assert attach(receipt, 2, policy).status == 200
    assert attach(receipt, 3, invoice, kind="invoice").status == 200
    told = {each["kind"]: each for each in status(given)["papers"]}
    assert [(kind, told[kind]["format"]) for kind in told] == [
        ("policy", "pdf"),
        ("invoice", "ofd"),
    ]
    assert told["policy"]["opened_at"] is None
    answer = download(given)
    assert (answer.status, behind(aws, answer.body["url"])) == (200, policy)
    assert behind(aws, download(given, "invoice").body["url"]) == invoice
    said = parse_qs(urlsplit(answer.body["url"]).query)["response-content-disposition"]
    assert said[0].startswith("attachment;")
    assert unquote(said[0]).endswith(f"安康保保险单-{receipt}.pdf")


def test_that_it_was_first_opened_is_an_event_and_later_times_are_logged() -> None:
    given = accepted()
    receipt = given["receipt"]
    assert attach(receipt, 2, pdf()).status == 200
    for _ in range(3):
        assert download(given).status == 200
    assert happened(receipt)[:2] == ["policy_opened", "policy_attached"]
    assert [each["what"] for each in log(receipt)].count("unit_opened_paper") == 2
    [paper] = case("contact", receipt)["papers"]
    assert paper["opened_at"]
    assert status(given)["papers"][0]["opened_at"] == paper["opened_at"]


def test_a_wrong_one_is_replaced_with_the_reason_and_is_kept(aws: Stack) -> None:
    given = accepted()
    receipt = given["receipt"]
    assert attach(receipt, 2, pdf(1)).status == 200
    assert download(given).status == 200
    assert attach(receipt, 4, pdf(2)).codes == ["policy_paper.no_reason"]
    assert attach(receipt, 4, pdf(1), reason="传错了").codes == ["policy_paper.same_file"]
    assert attach(receipt, 4, pdf(2), reason="传成了别的单位的").status == 200
    old, new = case("contact", receipt)["papers"]
    assert [(each["number"], each["stands"]) for each in (old, new)] == [(3, False), (5, True)]
    last = status(given)["timeline"][-1]
    assert (last["state"], last["reasons"][0]["text"]) == ("policy_replaced", "传成了别的单位的")
    assert status(given)["papers"][0]["opened_at"] is None
    assert behind(aws, download(given).body["url"]) == pdf(2)
    assert happened(receipt)[0] == "policy_opened"
    for number, data in ((3, pdf(1)), (5, pdf(2))):
        answer = desk("contact", "POST", f"/rosters/{receipt}/policy-papers/{number}/link")
        assert behind(aws, answer.body["url"]) == data
    assert "opened_paper" in [each["what"] for each in log(receipt)]


def test_of_a_list_that_is_not_accepted_after_all_nothing_is_left_to_download() -> None:
    given = accepted()
    assert attach(given["receipt"], 2, pdf()).status == 200
    endorsed(given["receipt"], NOT_ACCEPTED)
    assert status(given)["papers"] == []
    assert code_of(download(given)) == (409, "policy_paper.not_there")
    assert [each["stands"] for each in case("contact", given["receipt"])["papers"]] == [False]


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (jpeg(), "policy", "policy_paper.picture"),
        (ofd(), "policy", "policy_paper.policy_is_pdf"),
        (LOCKED, "invoice", "policy_paper.password"),
    ],
)
def test_what_cannot_be_handed_on_is_refused(data: bytes, kind: str, code: str) -> None:
    receipt = accepted()["receipt"]
    answer = attach(receipt, 2, data, kind=kind)
    assert (answer.status, answer.codes) == (422, [code])
    assert answer.body["findings"][0]["field"] == "upload_id"
    assert case("contact", receipt)["papers"] == []


@pytest.mark.parametrize(("status_", "is_scanned"), [(0, True), (2, False)])
def test_the_desk_sees_whether_a_file_was_scanned(
    scanner: Callable[[int], None], status_: int, is_scanned: bool
) -> None:
    scanner(status_)
    [paper] = attach(accepted()["receipt"], 2, pdf()).body["papers"]
    assert paper["is_scanned"] is is_scanned


def test_a_file_with_a_virus_is_never_attached(scanner: Callable[[int], None]) -> None:
    scanner(1)
    given = accepted()
    answer = attach(given["receipt"], 2, pdf())
    assert (answer.status, answer.codes) == (422, ["policy_paper.infected"])
    assert case("contact", given["receipt"])["papers"] == []
    assert code_of(download(given)) == (409, "policy_paper.not_there")


def test_only_an_accepted_list_has_papers_and_a_wrong_code_opens_none() -> None:
    waiting = kept(PEOPLE[:1])
    assert code_of(attach(waiting["receipt"], 1, pdf())) == (409, "staff.state")
    assert code_of(download(waiting)) == (409, "policy_paper.not_there")
    assert download({**waiting, "access_code": "AAAAA-AAAAA"}).status == 401


def test_the_unit_is_told_who_has_its_list_until_both_are_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = accepted()
    receipt = given["receipt"]
    last_day = status(given)["policy"]["last_day"]
    assert status(given)["whereabouts"]["who"] == catalogue()["where.list_papers_missing"].title
    assert attach(receipt, 2, pdf()).status == 200
    assert attach(receipt, 3, ofd(), kind="invoice").status == 200
    told = status(given)["whereabouts"]
    assert (told["who"], told["since"]) == ("在您的单位", TODAY.isoformat())
    assert written_day(last_day) in told["told"]
    for day, who in ((0, "在您的单位"), (1, "已经到期")):
        at(monkeypatch, date.fromisoformat(last_day) + timedelta(days=day))
        assert status(given)["whereabouts"]["who"] == who


def missing(role: str = "federation", **query: str) -> list[tuple[str, list[str]]]:
    """The lists whose papers are missing, and which."""
    answer = desk(role, "GET", "/rosters", query={"state": "papers_missing", **query})
    assert answer.status == 200, answer.body
    return [(each["receipt"], each["papers_missing"]) for each in answer.body["items"]]


def test_the_federation_sees_for_which_lists_policy_or_invoice_are_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both, one = accepted(), accepted(PEOPLE[3:5])
    kept(PEOPLE[5:7])
    for receipt in (both["receipt"], one["receipt"]):
        assert attach(receipt, 2, pdf()).status == 200
    assert dict(missing()) == {both["receipt"]: ["invoice"], one["receipt"]: ["invoice"]}
    assert missing("other contact") == missing(county="平罗县") == []
    assert attach(both["receipt"], 3, ofd(), kind="invoice").status == 200
    assert missing("contact") == [(one["receipt"], ["invoice"])]
    counts = desk("federation", "GET", "/rosters/counts").body["counts"]
    assert {each["state"]: each["count"] for each in counts}["papers_missing"] == 1
    monkeypatch.setattr(queue_index, "PAGE", 1)
    third = accepted(PEOPLE[7:9])
    page = desk("contact", "GET", "/rosters", query={"state": "papers_missing"}).body
    rest = missing("contact", after=page["next"])
    found = [page["items"][0]["receipt"], *(receipt for receipt, _ in rest)]
    assert set(found) == {one["receipt"], third["receipt"]}
    endorsed(third["receipt"], NOT_ACCEPTED)
    assert missing() == [(one["receipt"], ["invoice"])]
