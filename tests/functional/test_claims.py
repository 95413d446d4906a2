"""A claim through the functions' routes: reported once, papers supplemented, found again."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from functions.local import samples
from functions.local.stack import Stack
from functions.platform.aws import s3
from functions.records import paper_store
from functions.records.claims import store
from shared_rules import days
from tests.functional.claims_requests import (
    CARD,
    CONSENT,
    WOMAN,
    check,
    day,
    last_day_to_report,
    look_up,
    new_key,
    paper,
    papers,
    report,
    status,
    submit,
    supplement,
)
from tests.functional.follow_up_deliveries import items
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import TODAY, bearer

DAY = timedelta(days=1)
KNOWN_COVER = {"first_day": day(99), "renewal": False, "paid_before": False}
pytestmark = pytest.mark.usefixtures("aws")

OUT_OF_HOSPITAL = ("policy", "id_card", "diagnosis", "pathology", "bank_card")
CARD_OF_ANOTHER_BANK = "62284800000000000"


def objects(aws: Stack) -> set[str]:
    listed = s3().list_objects_v2(Bucket=aws.resources["RecordsBucket"])
    return {each["Key"] for each in listed.get("Contents", [])}


def test_a_claim_without_papers_is_taken_and_says_what_is_missing() -> None:
    answer = submit(new_key())
    assert answer.status == 201
    kept = answer.body
    assert kept["receipt"].startswith("LP-")
    assert (kept["report_by"], kept["late"]) == (last_day_to_report(4).isoformat(), False)
    assert tuple(paper["kind"] for paper in kept["missing_papers"]) == OUT_OF_HOSPITAL
    assert kept["estimate"]["total"] is None
    assert kept["contact"]["name"] == "高博宇"
    assert kept["hotline"] == "95511"
    state = status(kept)
    assert state["state"] == "waiting_for_papers"
    assert state["whereabouts"]["who"] == state["in_charge"]["label"].partition("，")[0]
    assert state["pay_by"] is None
    assert state["insured_name"] == WOMAN.name[0] + "*" * (len(WOMAN.name) - 1)
    assert [step["state"] for step in state["timeline"]] == ["reported"]


def test_with_every_paper_the_clock_of_article_15_runs() -> None:
    kept = submit(new_key(), documents=papers(*OUT_OF_HOSPITAL)).body
    assert kept["missing_papers"] == []
    state = status(kept)
    assert (state["state"], state["papers_complete_on"]) == ("papers_complete", TODAY.isoformat())
    assert state["pay_by"]["day"] > day(-14)
    assert (state["in_charge"]["name"], state["in_charge"]["phone"]) == ("报案电话", "95511")


def test_papers_of_a_stay_are_needed_where_there_was_one() -> None:
    stay = [{"admission": day(9), "discharge": day(2)}]
    kept = submit(
        new_key(),
        stays=stay,
        documents=papers(*OUT_OF_HOSPITAL),
    ).body
    assert [paper["kind"] for paper in kept["missing_papers"]] == ["hospital_papers"]
    assert kept["estimate"]["lines"][0]["text"] == "7 天 − 3 天免赔 = 4 天 × 100 元 = 400 元"
    assert kept["estimate"]["total"] is None
    state = supplement(kept, papers("hospital_papers"))
    assert state.status == 200
    assert state.body["state"] == "papers_complete"
    assert [step["state"] for step in state.body["timeline"]] == ["reported", "supplemented"]
    assert state.body["version"] == 2


def test_the_same_key_gives_one_record_and_one_answer() -> None:
    key, documents = new_key(), papers("policy", "id_card")
    first, again = (submit(key, documents=documents) for _ in range(2))
    assert first.status == again.status == 201
    assert first == again
    assert sum(item["sk"] == "HEAD" for item in items()) == 1
    other = submit(key, documents=documents, unit={"name": "另一个单位"})
    assert (other.status, other.body["code"]) == (422, "request.idempotency_conflict")


def test_the_answer_is_the_same_after_papers_came() -> None:
    key = new_key()
    first = submit(key)
    assert supplement(first.body, papers("policy")).status == 200
    assert submit(key) == first


def test_the_same_papers_again_change_nothing() -> None:
    kept = submit(new_key()).body
    brought = papers("policy", "pathology")
    first, again = (supplement(kept, brought).body for _ in range(2))
    assert first == again
    assert len(again["documents"]) == 2


def test_what_is_kept_is_what_was_sent(aws: Stack) -> None:
    documents = [{"kind": "pathology", "upload_id": paper(b"%PDF-1.7 bytes")}]
    kept = submit(new_key(), documents=documents).body
    found = store.find(kept["receipt"])
    assert found
    [copy] = found.documents
    assert copy.quarantine_object.startswith(f"quarantine/{kept['receipt']}/0001-01/")
    assert paper_store.from_quarantine(copy) == b"%PDF-1.7 bytes"
    reported = store.get_report(found.claim).reported
    assert reported.insured.id_number == WOMAN.id_number
    assert reported.bank
    assert reported.bank.card_number == CARD


def test_the_table_holds_no_id_number_card_or_illness() -> None:
    submit(new_key(), documents=papers("policy"))
    text = json.dumps(items(), ensure_ascii=False)
    for secret in (WOMAN.id_number, CARD, WOMAN.name, "乳腺癌", "13912345678"):
        assert secret not in text


MAN = samples.id_number(TODAY.replace(year=TODAY.year - 40, day=1), 1)


def born(years: int, days_later: int = 0) -> str:
    """The number of a woman who is that old on the day of diagnosis, or only days later."""
    that_day = date.fromisoformat(report()["diagnosis"]["diagnosis_date"])
    return samples.id_number(days.years_before(that_day, years) + days_later * DAY, 2)


GIRL, AT_16 = born(16, days_later=1), born(16)
AT_65, OLD = born(66, days_later=1), born(66)

REFUSED = [
    ({"insured": {"name": ""}}, "name.missing", "insured.name"),
    ({"insured": {"id_number": "123"}}, "id_number.length", "insured.id_number"),
    ({"insured": {"id_number": MAN}}, "claim.insured_male", "insured.id_number"),
    ({"insured": {"phone": "12"}}, "insured.phone", "insured.phone"),
    ({"unit": {"county": "海淀区"}}, "unit.county", "unit.county"),
    ({"diagnosis": {"disease": "肺癌"}}, "diagnosis.disease", "diagnosis.disease"),
    ({"diagnosis": {"diagnosis_date": day(-1)}}, "claim.in_the_future", "diagnosis.diagnosis_date"),
    ({"diagnosis": {"specimen_date": day(-1)}}, "claim.in_the_future", "diagnosis.specimen_date"),
    (
        {"diagnosis": {"specimen_date": "1800-01-01"}},
        "date.out_of_range",
        "diagnosis.specimen_date",
    ),
    (
        {"diagnosis": {"diagnosis_date": "2026-02-30"}},
        "diagnosis.diagnosis_date",
        "diagnosis.diagnosis_date",
    ),
    ({"diagnosis": {"hospital": " "}}, "diagnosis.hospital", "diagnosis.hospital"),
    (
        {"late_reason": f"我替{WOMAN.id_number[:6]} {WOMAN.id_number[6:]}报"},
        "claim.words_id_number",
        "late_reason",
    ),
    (
        {"diagnosis": {"certificate": f"{WOMAN.id_number} 乳腺癌"}},
        "claim.words_id_number",
        "diagnosis.certificate",
    ),
    (
        {"stays": [{"admission": day(3), "discharge": day(4)}]},
        "stay.discharge_before_admission",
        "stays.0.discharge",
    ),
    ({"stays": [{"admission": day(-1)}]}, "claim.in_the_future", "stays.0.admission"),
    (
        {"stays": [{"admission": day(5), "discharge": day(-1)}]},
        "claim.in_the_future",
        "stays.0.discharge",
    ),
    (
        {
            "stays": [
                {"admission": day(5), "discharge": day(2)},
                {"admission": day(3), "discharge": day(1)},
            ]
        },
        "stay.overlapping",
        "stays.1.admission",
    ),
    (
        {"stays": [{"admission": day(3), "discharge": day(1)}, {"admission": day(5)}]},
        "stay.overlapping",
        "stays.0.admission",
    ),
    ({"bank": {"card_number": CARD[:-1] + "5"}}, "confirmation.missing", "confirmations"),
    ({"bank": {"bank": "宁夏银行"}}, "bank.bank", "bank.bank"),
    ({"bank": {"account_holder": ""}}, "bank.account_holder", "bank.account_holder"),
    ({"reporter": {"relation": "neighbour"}}, "reporter.relation", "reporter.relation"),
    ({"cover": {"first_day": "2018-12-01"}}, "plan.none_in_force", "cover.first_day"),
    (
        {"consent": {"sensitive_information": False}},
        "consent.sensitive_information",
        "consent.sensitive_information",
    ),
    ({"consent": {**CONSENT, "version": "2019-01-03"}}, "consent.version", "consent.version"),
    (
        {"documents": [{"kind": "policy", "upload_id": "unknown"}]},
        "upload.unknown",
        "documents.0.upload_id",
    ),
    (
        {"documents": [{"kind": "x-ray", "upload_id": "unknown"}]},
        "request.field",
        "documents.0.kind",
    ),
    ({"bank": {"account_holder": "王芳"}}, "confirmation.missing", "confirmations"),
    ({"bank": {"card_number": CARD_OF_ANOTHER_BANK}}, "confirmation.missing", "confirmations"),
    ({"diagnosis": {"specimen_date": day(3)}}, "confirmation.missing", "confirmations"),
    ({"insured": {"id_number": GIRL}}, "confirmation.missing", "confirmations"),
    ({"insured": {"id_number": OLD}}, "confirmation.missing", "confirmations"),
]


@pytest.mark.parametrize(("changes", "code", "field"), REFUSED)
def test_what_must_be_mended_is_said_at_its_field(
    aws: Stack, changes: dict[str, Any], code: str, field: str
) -> None:
    refused = submit(new_key(), **changes)
    assert refused.status == 422
    assert (code, field) in {(each["code"], each["field"]) for each in refused.body["findings"]}
    assert WOMAN.id_number not in json.dumps(refused.body)
    assert not any(item["pk"].startswith("CLAIM#") for item in items())
    assert objects(aws) == set()


TAKEN = [
    {"bank": None},
    {"bank": {"card_number": f"{CARD[:4]} {CARD[4:8]} {CARD[8:]}"}},
    {"bank": {"account_holder": "王芳"}, "confirmations": ["bank.not_her_own"]},
    {"bank": {"card_number": CARD_OF_ANOTHER_BANK}, "confirmations": ["bank.other_bank"]},
    {"bank": {"card_number": CARD[:-1] + "5"}, "confirmations": ["bank_card.check_digit"]},
    {"diagnosis": {"specimen_date": None}},
    {"diagnosis": {"specimen_date": day(0), "diagnosis_date": day(0)}},
    {"diagnosis": {"specimen_date": day(40), "diagnosis_date": day(30)}},
    {"diagnosis": {"disease": "阴道癌"}},
    {"insured": {"id_number": AT_16}},
    {"insured": {"id_number": AT_65}},
    {"stays": [{"admission": day(0), "discharge": None}]},
    {
        "stays": [
            {"admission": day(5), "discharge": day(3)},
            {"admission": day(3), "discharge": None},
        ]
    },
    {"cover": {"first_day": "2019-01-05", "renewal": True}},
    {"cover": {"first_day": None, "renewal": None}},
]


@pytest.mark.parametrize("changes", TAKEN)
def test_what_is_unusual_or_unknown_is_taken(changes: dict[str, Any]) -> None:
    assert submit(new_key(), **changes).status == 201


def test_a_late_report_is_flagged_and_taken() -> None:
    in_time = max(days_ago for days_ago in range(30) if last_day_to_report(days_ago) >= TODAY)
    for days_ago in (in_time, in_time + 1):
        left = (last_day_to_report(days_ago) - TODAY).days
        diagnosis = {"diagnosis_date": day(days_ago), "specimen_date": day(days_ago)}
        checked = check(diagnosis=diagnosis).body
        assert (checked["ready"], checked["days_left"]) == (True, left if left >= 0 else None)
        is_late = "report.late" in [each["code"] for each in checked["findings"]]
        assert is_late is (days_ago > in_time)
        assert submit(new_key(), diagnosis=diagnosis).body["late"] is is_late


ESTIMATES = [
    ({}, None, "ask", True),
    ({"cover": {"first_day": day(99)}}, None, "ask", False),
    ({"cover": {"first_day": day(99), "paid_before": True}}, 0, "not_paid", False),
    ({"diagnosis": {"disease": "卵巢癌"}, "cover": KNOWN_COVER}, 50_000, "paid", False),
    ({"cover": {**KNOWN_COVER, "first_day": day(35)}}, 100, "refund", False),
    ({"cover": {**KNOWN_COVER, "first_day": day(35), "renewal": None}}, None, "ask", False),
    ({"cover": {**KNOWN_COVER, "first_day": day(36)}}, 100_000, "paid", False),
    ({"cover": {**KNOWN_COVER, "first_day": day(35), "renewal": True}}, 100_000, "paid", False),
    ({"cover": {"first_day": day(5)}}, 0, "not_paid", False),
    (
        {"cover": KNOWN_COVER, "stays": [{"admission": day(4), "discharge": None}]},
        100_100,
        "paid",
        False,
    ),
]


@pytest.mark.parametrize(("changes", "total", "outcome", "assumed"), ESTIMATES)
def test_what_a_claim_may_bring(
    changes: dict[str, Any], total: int | None, outcome: str, assumed: bool
) -> None:
    estimate = check(**changes).body["estimate"]
    assert (estimate["total"], estimate["outcome"]) == (total, outcome)
    assert estimate["assumed_cover"] is assumed
    # A day on which nobody left is not told as that of a discharge.
    assert [each["discharge"] for each in estimate["lines"]] in ([], [None])


def test_a_check_stores_nothing_and_asks_for_no_upload() -> None:
    checked = check(documents=[{"kind": "policy"}, {"kind": "policy"}])
    assert checked.status == 200
    assert "policy" not in {each["kind"] for each in checked.body["missing_papers"]}
    assert {item["pk"].partition("#")[0] for item in items()} <= {"LIMIT", "PROOF"}


def test_a_wrong_day_leaves_the_rest_of_a_check_standing() -> None:
    checked = check(diagnosis={"diagnosis_date": "1800-01-01"}).body
    assert (checked["ready"], checked["estimate"]) == (False, None)
    assert {each["code"] for each in checked["findings"]} == {"date.out_of_range"}


# ---- who may see it ----


def test_an_unknown_receipt_and_a_wrong_code_look_alike() -> None:
    kept = submit(new_key()).body
    wrong = look_up({**kept, "access_code": "00000-00000"})
    unknown = look_up({**kept, "receipt": "LP-2026-000000"})
    assert wrong.status == unknown.status == 401
    assert wrong == unknown


def test_a_receipt_opens_only_its_own_routes() -> None:
    kept = submit(new_key()).body
    other = call("GET", f"/api/rosters/{kept['receipt']}", authorization=bearer(kept))
    assert other.status == 401


@pytest.mark.parametrize(
    ("method", "part"),
    [("POST", ""), ("GET", "/LP-2026-000000"), ("POST", "/LP-2026-000000/documents")],
)
def test_the_routes_ask_for_work(method: str, part: str) -> None:
    body = {"": report(), "/LP-2026-000000": None}.get(part, {"documents": papers("policy")})
    refused = call(
        method, f"/api/claims{part}", body, idempotency_key=new_key(), x_proof_of_work=""
    )
    assert (refused.status, refused.body["code"]) == (428, "proof.missing")
