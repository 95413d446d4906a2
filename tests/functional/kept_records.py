"""A set of records as one version of the code wrote them: made here, committed, read by tests.

`python -m tests.functional.kept_records NAME` writes `tests/fixtures/records/NAME.json` from a
short story of people who do not exist. A set is never written again: it stands for what is kept.
"""

import base64
import json
import os
import sys
from pathlib import Path
from typing import Any, Final

from functions.local.server import local_aws
from functions.platform import clock
from functions.platform.aws import dynamodb, s3, to_item
from functions.staff.summary import monthly_summary, paces
from tests.functional import endorsement_requests, staff_claim_requests, statement_requests
from tests.functional.claims_requests import WOMAN, day, reopen, supplement, supplement_facts
from tests.functional.claims_requests import status as claim_status
from tests.functional.endorsement_requests import (
    OUT,
    decline_request,
    endorsed,
    propose,
    request_change,
)
from tests.functional.follow_up_deliveries import items, swept
from tests.functional.old_policies_requests import PAID, begin, policy, reverse, women, workbook
from tests.functional.rosters_requests import (
    PEOPLE,
    as_bytes,
    correct,
    new_key,
    rows_of,
    submit,
    uploaded,
)
from tests.functional.staff_requests import (
    acceptance,
    case,
    claim_case,
    decide_claim,
    desk,
    lecture,
    pay,
    send_back,
    specialist,
    strike,
)
from tests.functional.stamped_sheets_requests import bring, sheets
from tests.unit.papers.paper_files import jpeg, pdf

FOLDER: Final = Path(__file__).parents[1] / "fixtures" / "records"
# What goes away by itself within a month, and is only read by what wrote it.
_PASSING: Final = ("LIMIT#", "UPLOAD#", "IDEMPOTENCY#", "PROOF#", "CHALLENGE#")


def load(name: str) -> dict[str, Any]:
    """Put a set into the storage; its items."""
    kept: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text())
    for key, data in kept["objects"].items():
        s3().put_object(Bucket=os.environ["RECORDS_BUCKET"], Key=key, Body=base64.b64decode(data))
    for item in kept["items"]:
        dynamodb().put_item(TableName=os.environ["TABLE_NAME"], Item=to_item(item))
    return kept


def receipts(kept: dict[str, Any], kind: str) -> list[str]:
    """The receipts of a kind in a set."""
    heads = [item for item in kept["items"] if item["sk"] in ("HEAD", item.get("receipt"))]
    return sorted(item["receipt"] for item in heads if item["receipt"].startswith(kind))


def _told_each_other(room: str, role: str, receipt: str) -> None:
    """The desk's people leave a note, and one of them takes it in hand."""
    for seen, doing in enumerate(({"what": "noted", "text": "等回电"}, {"what": "taken"})):
        path = f"/{room}/{receipt}/teamwork"
        assert desk(role, "POST", path, {"doing": doing}, if_match=f'"{seen}"').status == 200


def _story() -> None:
    """Lists that come and go on, policies of before them, claims that end and go on, services."""
    returned = submit(new_key(), upload_id=uploaded(as_bytes(PEOPLE[:3]))).body
    assert send_back(returned["receipt"], 1).status == 200
    _told_each_other("rosters", "contact", returned["receipt"])
    assert correct(returned, 1, rows=rows_of(PEOPLE[:2])).status == 200
    accepted = endorsement_requests.accepted([*PEOPLE[3:5], WOMAN])
    case("contact", accepted["receipt"])
    assert desk("contact", "POST", f"/rosters/{accepted['receipt']}/hand-off").status == 200
    _paid(returned["receipt"])
    assert bring(returned, sheets(returned, pdf(), jpeg()), version=2).status == 200
    _endorsed(accepted)
    _brought_in()
    _reopened()
    _awaiting()
    _refused()
    _supplemented()
    assert desk("contact", "POST", "/services/lectures", lecture()).status == 200
    assert desk("contact", "POST", "/services/specialists", specialist()).status == 200
    swept()
    monthly_summary.make_missing(clock.now())
    paces.publish(clock.now())


def _paid(receipt: str) -> None:
    """Of a list's premium too much comes, part of it goes back, and one payment was an error."""
    assert pay(receipt, 3, amount="300").status == 200
    assert pay(receipt, 4, amount="99.50", is_back=True).status == 200
    assert pay(receipt, 5, amount="1").status == 200
    assert strike(receipt, 6, 6).status == 200
    statement = statement_requests.upload((clock.now().date(), 5, "示例小学", receipt))
    assert statement_requests.record(statement, (2, {receipt: 5})).status == 200


def _endorsed(kept: dict[str, Any]) -> None:
    """An accepted list is put right, in every way but that it is not accepted after all."""
    receipt = kept["receipt"]
    for reason in ("第 2 行的人离职了", "第 1 行的名字写错了"):
        assert request_change(kept, reason=reason).status == 200
    assert propose(receipt, OUT).status == 200
    assert endorsement_requests.decline(receipt).status == 200
    assert propose(receipt, OUT, answers=3).status == 200
    assert endorsement_requests.confirm(receipt).status == 200
    assert decline_request(receipt, 4).status == 200
    endorsed(receipt, {"change": "person", "row": 1, "id_number": PEOPLE[5].id_number})
    number = {"change": "policy", **acceptance(policy_number="NX-2026-0003")}
    assert propose(receipt, number).status == 200


def _brought_in() -> None:
    """Old policies, in one of which somebody was paid; those of another workbook are taken back."""
    rows = policy([*women(1), WOMAN], number="NX-2025-0001")
    rows[0] = {**rows[0], **PAID}
    assert begin(workbook(rows)).status == 200
    gone = begin(workbook(policy(women(1, seed=78), number="NX-2025-0002"))).body["receipt"]
    swept()
    assert reverse(gone).status == 200
    swept()


def _reopened() -> None:
    """A claim is paid under an old policy, and she objects."""
    kept = staff_claim_requests.checked()
    staff_claim_requests.paid(kept["receipt"])
    version = claim_status(kept)["version"]
    assert reopen(kept, version, why="objection", words="少算了津贴").status == 200


def _awaiting() -> None:
    """A claim of another illness was decided, and its money is still to be transferred."""
    receipt = staff_claim_requests.checked(diagnosis={"disease": "卵巢癌"})["receipt"]
    revision = claim_case("claims", receipt)["revision"]
    found = staff_claim_requests.assessment(receipt)["prefilled"]
    assert staff_claim_requests.propose(receipt, revision, **found).status == 200
    assert staff_claim_requests.confirm(receipt, revision + 1).status == 200


def _refused() -> None:
    """A claim is refused, looked at again as there was a mistake, and refused again."""
    receipt = staff_claim_requests.checked()["receipt"]
    refused: dict[str, Any] = {
        "outcome": "refuse",
        "lump_sum": 0,
        "reason": "不在保险期间",
        "article": "article-4",
    }
    for number in range(2):
        revision = claim_case("claims", receipt)["revision"]
        if number:
            said = {"why": "mistake", "reason": "核对时发现"}
            assert decide_claim(receipt, revision, "reopen", **said).status == 200
            revision += 1
        assert staff_claim_requests.propose(receipt, revision, **refused).status == 200
        assert staff_claim_requests.confirm(receipt, revision + 1).status == 200


def _supplemented() -> None:
    """More is said of a claim that waits for papers: by her, with papers, and by the desk."""
    kept = staff_claim_requests.checked("policy", "diagnosis", bank=None)
    _told_each_other("claims", "claims", kept["receipt"])
    assert supplement(kept, staff_claim_requests.documents("id_card")).status == 200
    said = {"diagnosis": {"specimen_date": day(5)}}
    assert supplement_facts(kept, 2, **said).status == 200
    swept()
    by_phone: dict[str, Any] = {
        "source": "phone",
        "reason": "本人来电",
        "stays": [{"admission": day(3)}],
    }
    revision = claim_case("claims", kept["receipt"])["revision"]
    assert decide_claim(kept["receipt"], revision, "supplements", **by_phone).status == 200


def _dumped() -> dict[str, Any]:
    bucket = os.environ["RECORDS_BUCKET"]
    found = s3().list_objects_v2(Bucket=bucket)
    return {
        "items": [item for item in items("") if not item["pk"].startswith(_PASSING)],
        "objects": {
            each["Key"]: base64.b64encode(
                s3().get_object(Bucket=bucket, Key=each["Key"])["Body"].read()
            ).decode()
            for each in found.get("Contents", [])
        },
    }


def main(name: str) -> None:
    """Write a set."""
    with local_aws(parameters={"ProofOfWorkCost": "1", "StaffIssuer": "https://issuer.invalid"}):
        _story()
        target = FOLDER / f"{name}.json"
        text = json.dumps(_dumped(), ensure_ascii=False, indent=1, sort_keys=True)
        target.write_text(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
