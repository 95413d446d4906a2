"""The log of a claim at the desk, and its archive; and that people are in no other log."""

import hashlib
import json
import logging
from typing import Any

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError

from tests.functional.claims_requests import CARD, WOMAN, new_key, paper, submit, supplement
from tests.functional.requests_to_api import code_of
from tests.functional.staff_claim_requests import (
    SUM,
    Act,
    assessment,
    checked,
    confirm,
    documents,
    followed_up,
    insured,
    log,
    propose,
    reported,
    transfer,
)
from tests.functional.staff_requests import (
    claim_case,
    decide_claim,
    desk,
    fetched,
    table_of,
    unpacked,
)
from tests.functional.wire import Send, wire
from tests.unit.papers.paper_files import jpeg, pdf

pytestmark = pytest.mark.usefixtures("starts_put_back")


def test_the_log_says_who_what_why_before_and_after(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    receipt = reported()["receipt"]
    claim_case("federation", receipt)
    assessment(receipt)
    assert propose(receipt, 1, lump_sum=SUM - 1, reason="=1+1 少付一元").status == 200
    entries = {each["what"]: each for each in log(receipt)}
    assert set(entries) == {
        *("reported", "viewed_claim", "viewed_assessment", "proposed"),
    }
    proposed = entries["proposed"]
    assert (proposed["before"], proposed["after"]) == ("papers_complete", "assessed")
    assert proposed["by"] == {"name": "演示 claims", "roles": ["claims"]}
    assert (proposed["prefilled"]["lump_sum"], proposed["amounts"]["lump_sum"]) == (SUM, SUM - 1)
    assert entries["viewed_claim"]["is_masked"]
    answer = desk("claims", "POST", f"/claims/{receipt}/log-file")
    header, *lines = table_of(fetched(answer.body["url"]))
    assert header[:3] == ["时间", "事项", "办理人"]
    cells = [cell for line in lines for cell in line]
    assert "'=1+1 少付一元" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert any("导出了办理记录" in line for line in lines), "that it was exported, too"


def test_nothing_is_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    kept = reported()
    receipt = kept["receipt"]
    before: list[dict[str, Any]] = []
    acts: tuple[Act, ...] = (
        lambda: decide_claim(receipt, 1, "documents/0001-01/send-back", reason="看不清"),
        lambda: supplement(kept, documents("policy")),
        lambda: propose(receipt, 3),
        lambda: decide_claim(receipt, 4, "object", reason="再看看"),
        lambda: propose(receipt, 5),
        lambda: confirm(receipt, 6),
        lambda: transfer(receipt, 7),
    )
    for act in acts:
        assert act().status == 200
        after = [each for each in reversed(log(receipt)) if each["revision"]]
        assert after[: len(before)] == before
        assert len(after) == len(before) + 1 + (0 if before else 1)
        before = after


def test_nothing_is_shown_that_could_not_be_logged() -> None:
    receipt = checked()["receipt"]

    def no_log(_: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        if "VIEWED#" in str(request.body):
            raise ConnectionClosedError(endpoint_url=request.url)
        return send(request)

    for method, path in (
        ("GET", ""),
        ("GET", "/assessment"),
        ("POST", "/documents/0001-01/link"),
        ("POST", "/thumbnails"),
        ("POST", "/log-file"),
        ("POST", "/export"),
    ):
        with wire(no_log):
            answer = desk("claims", method, f"/claims/{receipt}{path}")
        assert code_of(answer) == (503, "request.busy"), path


def test_a_claim_is_exported_with_an_index_and_no_formulas() -> None:
    hostile = {"kind": "policy", "upload_id": paper(pdf(), "=HYPERLINK(1).pdf")}
    photo = {"kind": "id_card", "upload_id": paper(jpeg(), "证件.jpg")}
    spoilt = {"kind": "bank_card", "upload_id": paper(b"<html>", "卡.html")}
    unit = {"name": "@SUM(1)厂", "county": "贺兰县"}
    kept = submit(new_key(), documents=[hostile, photo, spoilt], unit=unit).body
    followed_up()
    receipt = kept["receipt"]
    answer = desk("claims", "POST", f"/claims/{receipt}/export")
    assert answer.status == 200, answer.body
    data = fetched(answer.body["url"])
    assert hashlib.sha256(data).hexdigest() == answer.body["sha256"]
    again = desk("admin", "POST", f"/claims/{receipt}/export")
    assert fetched(again.body["url"]) == data, "the same claim, the same bytes"
    files = unpacked(data)
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["files"] == answer.body["files"]
    assert {each["name"]: each["sha256"] for each in manifest["files"]} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }
    header, *lines = table_of(files[f"{receipt}/目录.csv"])
    assert [line[0] for line in lines] == ["0001-01", "0001-02", "0001-03"]
    assert lines[0][2] == "'=HYPERLINK(1).pdf"
    for line in lines[:2]:
        assert hashlib.sha256(files[line[header.index("文件")]]).hexdigest() == line[-1]
    assert lines[2][-3:] == ["", "", ""], "what is in quarantine stays there"
    report = dict(table_of(files[f"{receipt}/报案.csv"]))
    assert (report["单位"], report["身份证号"]) == ("'@SUM(1)厂", f"'{WOMAN.id_number}")
    assert len(files) == 4
    exported = [each for each in log(receipt) if each["what"] == "exported_claim"]
    assert len(exported) == 2


def test_people_are_in_no_log_of_the_service(
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.INFO)
    insured(monkeypatch, 100)
    receipt = checked()["receipt"]
    claim_case("claims", receipt)
    assessment(receipt)
    refused = propose(receipt, 1, lump_sum=SUM + 1, reason="王芳的病理")
    assert refused.status == 422
    assert propose(receipt, 1, lump_sum=SUM - 1, reason="王芳的病理").status == 200
    assert confirm(receipt, 2).status == 200
    assert desk("claims", "POST", f"/claims/{receipt}/export").status == 200
    output = capsys.readouterr()
    ours = [vars(record) for record in caplog.records if "boto" not in record.name]
    words = output.out + output.err + str(ours) + json.dumps(refused.body, ensure_ascii=False)
    secrets = [WOMAN.name, WOMAN.id_number, CARD, "13912345678", "宁夏示例医院", "王芳", "乳腺癌"]
    secrets += ["演示 claims", "贺兰县示例小学"]
    assert not [secret for secret in secrets if secret in words]
