"""The log of a list at the desk, its file, and that people are in no other log."""

import logging

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError

from functions.staff import logs
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import PEOPLE, UNIT, status
from tests.functional.staff_requests import accept, case, desk, fetched, send_back, table_of
from tests.functional.staff_roster_requests import followed_up, kept, log, refusal, rows
from tests.functional.wire import Send, wire

pytestmark = pytest.mark.usefixtures("aws")


def test_whoever_sees_people_is_in_the_log() -> None:
    receipt = kept()["receipt"]
    case("contact", receipt)
    rows("admin", receipt)
    case("federation", receipt)
    seen = [
        (each["what"], each["by"]["name"], each["rows"], each["is_masked"])
        for each in log(receipt)
        if each["by"]
    ]
    assert sorted(seen, key=str) == sorted(
        [
            ("viewed_case", "演示 contact", None, False),
            ("viewed_rows", "演示 admin", [1, 10], False),
            ("viewed_case", "演示 federation", None, True),
        ],
        key=str,
    )


def test_nothing_is_shown_that_could_not_be_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = kept()["receipt"]

    def no_log(_: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        if "VIEWED#" in str(request.body):
            raise ConnectionClosedError(endpoint_url=request.url)
        return send(request)

    for path in (f"/rosters/{receipt}", f"/rosters/{receipt}/rows"):
        with wire(no_log):
            assert code_of(desk("contact", "GET", path)) == (503, "request.busy")


def test_the_unit_s_page_reads_none_of_the_log() -> None:
    first = kept()
    for _ in range(3):
        rows("contact", first["receipt"])
    assert [each["state"] for each in status(first)["timeline"]] == ["submitted"]


def test_the_log_says_who_what_why_before_and_after() -> None:
    receipt = kept()["receipt"]
    reason = {"text": "请盖章", "article": "article-11"}
    assert send_back(receipt, 1, reasons=[reason]).status == 200
    newest = log(receipt)[0]
    assert (newest["what"], newest["before"], newest["after"]) == (
        "returned",
        "submitted",
        "returned",
    )
    assert newest["by"] == {"name": "演示 contact", "roles": ["contact"]}
    assert newest["reasons"][0]["article_label"] == "第十一条"


def test_a_long_log_is_cut_on_screen_and_whole_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LOGGED", 2)
    receipt = kept()["receipt"]
    for _ in range(3):
        case("contact", receipt)
    answer = desk("contact", "GET", f"/rosters/{receipt}/log").body
    assert (len(answer["entries"]), answer["is_complete"]) == (3, False)
    assert len(exported(receipt)) == 1 + 1 + 3 + 1


def exported(receipt: str, role: str = "contact") -> list[list[str]]:
    """The lines of the exported log."""
    answer = desk(role, "POST", f"/rosters/{receipt}/log-file")
    assert answer.status == 200
    return table_of(fetched(answer.body["url"]))


def test_the_log_is_exported_without_formulas() -> None:
    receipt = kept()["receipt"]
    reasons = [{"text": "=HYPERLINK(1)", "rows": [2]}]
    assert send_back(receipt, 1, reasons=reasons).status == 200
    header, *lines = exported(receipt)
    assert header[:3] == ["时间", "事项", "办理人"]
    cells = [cell for line in lines for cell in line]
    assert "'=HYPERLINK(1)〔第 2 行〕" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert any("导出了办理记录" in line for line in lines), "that it was exported, too"


def test_people_are_in_no_log_of_the_service(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    first = kept()
    rows("contact", first["receipt"])
    assert accept(first["receipt"], 1, refusals=[refusal(1, "得过病")]).status == 200
    followed_up()
    output = capsys.readouterr()
    ours = [vars(record) for record in caplog.records if "boto" not in record.name]
    words = output.out + output.err + str(ours)
    secrets = [text for each in PEOPLE for text in (each.name, each.id_number)]
    secrets += [UNIT["contact_name"], UNIT["phone"], "得过病", "演示 contact"]
    assert not [secret for secret in secrets if secret in words]
