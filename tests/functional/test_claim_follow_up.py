"""What follows a claim: its papers looked at, cleaned and moved, its contact told, once."""

import os
from datetime import timedelta
from typing import Any

import boto3
import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from functions.platform.aws import s3
from functions.records.areas import CLAIMS_DESK
from functions.worker import service
from tests.functional.claims_requests import WOMAN, new_key, paper, status, submit, supplement
from tests.functional.follow_up_deliveries import (
    Mailbox,
    deliver,
    entry_of,
    later,
    subscribed,
)
from tests.functional.staff_claim_requests import KINDS
from tests.functional.wire import Killed, Send, wire
from tests.unit.papers.paper_files import jpeg, pdf

pytestmark = pytest.mark.usefixtures("aws", "no_letters")

HTML = b"<!DOCTYPE html><html><body>not a photo</body></html>"


def report(*files: tuple[str, bytes]) -> dict[str, Any]:
    """A claim with these papers: kind and bytes."""
    documents = [{"kind": kind, "upload_id": paper(data)} for kind, data in files]
    answer = submit(new_key(), documents=documents)
    assert answer.status == 201, answer.body
    return answer.body


def states(kept: dict[str, Any]) -> list[str]:
    return [document["state"] for document in status(kept)["documents"]]


def stored(folder: str) -> dict[str, bytes]:
    """The papers below a folder by their places: the last part of a key is an attempt's own."""
    bucket = os.environ["RECORDS_BUCKET"]
    listed = s3().list_objects_v2(Bucket=bucket, Prefix=f"{folder}/").get("Contents", [])
    keys = [each["Key"] for each in listed if "/report/" not in each["Key"]]
    found = {key: s3().get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys}
    return {key.rpartition("/")[0]: data for key, data in found.items()}


def test_papers_are_moved_out_of_quarantine_and_the_contact_is_told(
    mailbox: Mailbox, scanner: Any
) -> None:
    scanner(0)
    kept = report(("policy", pdf()), ("id_card", jpeg()))
    assert states(kept) == ["received", "received"]
    assert set(stored("quarantine")) == {f"quarantine/{kept['receipt']}/0001-0{n}" for n in (1, 2)}
    assert deliver((kept["receipt"], 1)) == []
    assert states(kept) == ["accepted", "accepted"]
    assert stored("quarantine") == {}
    clean = stored("claims")
    assert clean[f"claims/{kept['receipt']}/documents/0001-01"] == pdf()
    folder = f"claims/{kept['receipt']}"
    papers = (f"documents/0001-0{n}" for n in (1, 2))
    assert set(clean) == {f"{folder}/{each}" for each in (*papers, "thumbnails/0001-02")}
    [message] = mailbox.read()
    assert kept["receipt"] in message["Message"]
    assert "报案" in message["Message"]
    assert [step["state"] for step in status(kept)["timeline"]] == ["reported", "checked"]


def test_what_nobody_scanned_is_never_called_clean(mailbox: Mailbox, scanner: Any) -> None:
    scanner(2)
    kept = report(("policy", pdf()))
    deliver((kept["receipt"], 1))
    [document] = status(kept)["documents"]
    assert document["state"] == "unscanned"
    assert document["state_label"] == "已收到"


def test_an_infected_paper_stays_in_quarantine_and_must_come_again(
    mailbox: Mailbox, scanner: Any
) -> None:
    scanner(1)
    kept = report(("policy", pdf()))
    deliver((kept["receipt"], 1))
    [document] = status(kept)["documents"]
    assert (document["state"], document["state_label"]) == ("rejected", "需补")
    assert [each["code"] for each in document["findings"]] == ["document.infected"]
    assert len(stored("quarantine")) == 1
    assert stored("claims") == {}


def test_a_paper_that_cannot_be_used_counts_as_missing(mailbox: Mailbox, scanner: Any) -> None:
    scanner(0)
    kinds = ("policy", "id_card", "diagnosis", "pathology")
    kept = report(*((kind, pdf()) for kind in kinds), ("bank_card", HTML))
    assert status(kept)["state"] == "papers_complete"
    deliver((kept["receipt"], 1))
    state = status(kept)
    assert state["state"] == "waiting_for_papers"
    assert [missing["kind"] for missing in state["missing_papers"]] == ["bank_card"]
    assert state["documents"][-1]["findings"][0]["code"] == "document.html"
    again = [{"kind": "bank_card", "upload_id": paper(jpeg())}]
    assert supplement(kept, again).status == 200
    deliver((kept["receipt"], 2))
    assert status(kept)["state"] == "papers_complete"
    titles = [message["Message"].partition("\n")[0] for message in mailbox.read()]
    assert titles == ["收到一个新的报案", "一个报案补交了材料"]


def test_the_desk_of_claims_hears_at_once_of_a_report_and_of_complete_papers(
    mailbox: Mailbox, scanner: Any
) -> None:
    scanner(0)
    with subscribed(CLAIMS_DESK) as desk_of_claims:
        kept = report(*((kind, pdf()) for kind in KINDS[:3]))
        receipt = kept["receipt"]
        later_papers: tuple[tuple[str, bytes], ...] = (
            *((KINDS[3], pdf()), (KINDS[4], HTML)),
            *((KINDS[4], jpeg()), (KINDS[0], pdf())),
        )
        deliver((receipt, 1))
        for version, (kind, data) in enumerate(later_papers, 2):
            documents = [{"kind": kind, "upload_id": paper(data)}]
            assert supplement(kept, documents).status == 200
            deliver((receipt, version), (receipt, version))
        messages = [each["Message"] for each in desk_of_claims.read()]
    titles = [message.partition("\n")[0] for message in messages]
    assert titles == ["收到一个新的报案，材料还没有齐", "一个报案可以核定了"]
    assert all(receipt in message for message in messages)
    year, month, day = map(int, status(kept)["pay_by"]["day"].split("-"))
    assert f"付款的期限到 {year}年{month}月{day}日" in messages[1]
    secrets = (WOMAN.name, WOMAN.id_number, "贺兰县示例小学", "癌")
    assert not [secret for secret in secrets for message in messages if secret in message]
    assert len(mailbox.read()) == 5


def test_the_desk_of_claims_hears_once_of_a_report_with_all_papers(
    mailbox: Mailbox, scanner: Any
) -> None:
    scanner(0)
    with subscribed(CLAIMS_DESK) as desk_of_claims:
        kept = report(*((kind, pdf()) for kind in KINDS))
        deliver((kept["receipt"], 1), (kept["receipt"], 1))
        [message] = desk_of_claims.read()
    assert message["Message"].startswith("一个报案可以核定了")


def test_what_is_delivered_twice_or_late_does_no_harm(mailbox: Mailbox, scanner: Any) -> None:
    scanner(0)
    kept = report(("policy", pdf()))
    again = [{"kind": "id_card", "upload_id": paper(jpeg())}]
    supplement(kept, again)
    receipt = kept["receipt"]
    assert deliver((receipt, 2), (receipt, 1), (receipt, 1), (receipt, 2)) == []
    assert states(kept) == ["accepted", "accepted"]
    assert len(mailbox.read()) == 2
    before = status(kept)
    assert service.sweep(later(hours=1), timedelta(0)) == (0, 0)
    assert status(kept) == before


def test_a_process_may_be_killed_at_any_call(mailbox: Mailbox, scanner: Any) -> None:
    """Before each of them in turn, and at last after all."""
    scanner(0)
    died = 0
    for number in range(100):
        kept = report(("policy", pdf()), ("bank_card", HTML))

        def kill(
            count: int, send: Send, request: AWSPreparedRequest, number: int = number
        ) -> AWSResponse:
            if count == number:
                raise Killed
            return send(request)

        with wire(kill):
            try:
                deliver((kept["receipt"], 1))
            except Killed:
                died += 1
        assert service.sweep(later(minutes=16), timedelta(0)).failed == 0
        assert "pending" not in entry_of(kept["receipt"])
        assert states(kept) == ["accepted", "rejected"]
        assert list(stored("quarantine")) == [f"quarantine/{kept['receipt']}/0001-02"]
        assert len(mailbox.read()) in (1, 2)
        if died == number:
            break
        boto3.resource("s3").Bucket(os.environ["RECORDS_BUCKET"]).object_versions.delete()
    assert 8 < died < 100
