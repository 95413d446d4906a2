"""Whoever asks for it is deleted by two people, wherever nothing must keep her: nobody else is."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

import boto3
import pytest

from functions.local import samples
from functions.local.stack import Stack
from functions.operations import restore
from functions.platform import clock, objects, table
from functions.records import kinds
from functions.records.record_keys import quarantine_of
from functions.records.rosters import store
from functions.worker import old_policies
from tests import storage
from tests.functional import (
    endorsement_requests,
    old_policies_requests,
    staff_claim_requests,
    staff_roster_requests,
)
from tests.functional.claims_requests import WOMAN, paper
from tests.functional.endorsement_requests import endorsed, request_change
from tests.functional.erasure_requests import (
    HER,
    MISTYPED,
    REASON,
    confirm,
    erasures,
    look,
    propose,
    waiting,
)
from tests.functional.follow_up_deliveries import items, known, swept
from tests.functional.operator_commands import run
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    correct,
    form,
    new_key,
    rows_of,
    submit,
    withdraw,
)
from tests.functional.staff_requests import accept, acts_on, at, case, desk
from tests.functional.stamped_sheets_requests import bring, sheets

HER_ROW: Final = 3
WRONG: Final = replace(HER, id_number=MISTYPED.id_number)
WORDS: Final = (HER.id_number, HER.name, MISTYPED.id_number)
REFUSED: Final = {"row": HER_ROW, "reason": f"{HER.name}正在治疗", "article": "article-3"}


def texts() -> Iterator[tuple[str, str, bytes]]:
    """All that is stored, byte for byte, by its kind and place: items, versions of objects."""
    for item in items(""):
        kind = kinds.of_item(item["pk"], item["sk"])
        yield kind.place, f"{item['pk']} {item['sk']}", repr(item).encode()
    for bucket in (os.environ["RECORDS_BUCKET"], os.environ["UPLOADS_BUCKET"]):
        versions = boto3.resource("s3").Bucket(bucket).object_versions.all()
        for each in versions:
            is_kept = bucket == os.environ["RECORDS_BUCKET"]
            place = kinds.of_object(each.object_key).place if is_kept else "uploads"
            yield place, each.object_key, each.get()["Body"].read()


def standing(words: tuple[str, ...] = WORDS) -> set[tuple[str, str]]:
    """Where one of these words stands, by kind and place."""
    sought = [word.encode() for word in words]
    return {(kind, place) for kind, place, text in texts() if any(each in text for each in sought)}


class Told(NamedTuple):
    """The lists that she was in, where she stood before and after, and what was answered."""

    lists: Mapping[str, dict[str, Any]]
    before: set[tuple[str, str]]
    after: set[tuple[str, str]]
    forms: Mapping[str, dict[str, Any]]
    shown: dict[str, Any]
    answer: dict[str, Any]
    table_then: list[dict[str, Any]]


def _withdrawn() -> dict[str, Any]:
    """A list that was corrected to be without her, brought stamped, and then withdrawn."""
    over = submit(new_key(), rows=rows_of([*PEOPLE[:2], HER])).body
    said = sheets(over)
    said["upload_ids"] = [paper(filename=f"{HER.name}.pdf")]
    assert bring(over, said).status == 200
    swept()
    assert correct(over, 1, rows=rows_of(PEOPLE[:2])).status == 200
    assert withdraw(over, 2).status == 200
    return over


def _ended() -> dict[str, Any]:
    """A list whose cover is over, in which her number was put right, and that speaks of her."""
    long_ago = TODAY - 400 * DAY
    with pytest.MonkeyPatch.context() as patch:
        at(patch, long_ago)
        ended = submit(new_key(), rows=rows_of([*PEOPLE[2:4], WRONG])).body
        assert accept(ended["receipt"], 1, **acts_on(long_ago)).status == 200
    swept()
    right = {"change": "person", "row": HER_ROW, "id_number": HER.id_number}
    endorsed(ended["receipt"], right)
    asked = {"reason": f"{HER.name}离职了", "rows": [HER_ROW]}
    revision = case("admin", ended["receipt"])["revision"]
    assert request_change(ended, **asked).status == 200, revision
    return ended


def _running() -> dict[str, Any]:
    """A list whose cover runs, in which she was refused."""
    return endorsement_requests.accepted([*PEOPLE[4:6], HER], refusals=[REFUSED])


def _brought_in() -> None:
    """An old policy that has ended."""
    first_day = old_policies_requests.SINCE - 400 * DAY
    lines = old_policies_requests.policy([PEOPLE[6], HER], first_day)
    begun = old_policies_requests.begin(old_policies_requests.workbook(lines), "admin").body
    old_policies.bring_in(begun["receipt"], clock.now())


@pytest.fixture(scope="module")
def told(emulated_aws: Stack) -> Told:
    """She is in lists that ended, one that runs without her, and an old policy: and is erased."""
    storage.empty()
    lists = {"over": _withdrawn(), "ended": _ended(), "running": _running()}
    _brought_in()
    swept()
    forms = {name: form(each) for name, each in lists.items()}
    shown = look()
    assert propose(shown["seen"]).status == 200
    before, table_then = standing(), items("")
    answer = confirm()
    assert answer.status == 200, answer.body
    return Told(lists, before, standing(), forms, shown, answer.body, table_then)


def test_after_it_she_stands_nowhere_but_where_the_certificate_says(told: Told) -> None:
    assert {kind for kind, _ in told.before} >= {
        *("rosters/*/v*/rows*", "rosters/*/v*/original*", "imports/*/v*/policies*"),
        *("ROSTER#* HEAD", "ROSTER#* EVENT#*", "ROSTER#* DOCUMENT#*"),
    }
    [certificate] = told.answer["done"]
    # Of a file that was just sent its name is kept for as long as the certificate says.
    left = {place for kind, place in told.after if kind != "UPLOAD#* UPLOAD"}
    originals = {
        store.current(told.lists[name]["receipt"]).original_object for name in ("ended", "running")
    }
    assert left == originals
    files = {each["receipt"]: each for each in certificate["stays"] if "原文件" in each["what"]}
    for name in ("ended", "running"):
        assert "单独删去本人的" in files[told.lists[name]["receipt"]]["why"]
        assert files[told.lists[name]["receipt"]]["until"]
    assert not objects.ever(quarantine_of(told.lists["over"]["receipt"]))
    assert not known(HER.id_number).lists
    assert not known(MISTYPED.id_number).lists


def test_what_is_confirmed_is_what_was_shown(told: Told) -> None:
    [certificate] = told.answer["done"]
    for part in ("goes", "stays"):
        assert certificate[part] == told.shown[part]
    assert {each["receipt"] for each in certificate["goes"]} >= {
        each["receipt"] for each in told.lists.values()
    }
    assert certificate["proposed_by"]["roles"] == ["privacy"]
    assert certificate["confirmed_by"]["roles"] == ["admin"]
    assert certificate["backups_until"] == (TODAY + 35 * DAY).isoformat()
    assert told.answer["goes"] == []
    assert told.answer["waiting"] is None


@pytest.mark.parametrize("name", ["ended", "running"])
def test_the_others_keep_their_list_its_row_numbers_and_its_check_text(
    told: Told, name: str
) -> None:
    before, after = told.forms[name], form(told.lists[name])
    assert after["check_text"] == before["check_text"]
    assert before["offline_text"]
    assert after["offline_text"] == "", "nobody can make it again without her"
    rows = [(each["number"], each["name"], each["id_number"]) for each in before["rows"]]
    rows[HER_ROW - 1] = (HER_ROW, "已删除", "")
    assert [(each["number"], each["name"], each["id_number"]) for each in after["rows"]] == rows
    receipt = told.lists[name]["receipt"]
    shown = case("contact", receipt)
    assert shown["timeline"][-1]["label"] == "按本人申请删除了个人信息"
    assert shown["timeline"][-1]["reasons"][0]["rows"] == [HER_ROW]
    page = desk("contact", "GET", f"/rosters/{receipt}/rows").body
    assert [each["row"] for each in page["rows"]] == [1, 2]


def test_whoever_restores_the_table_erases_again_who_was_erased_since(
    told: Told, capsys: pytest.CaptureFixture[str]
) -> None:
    after = storage.stored()
    for each in items(""):
        table.delete({name: each[name] for name in ("pk", "sk")})
    for each in told.table_then:
        table.put(each)
    assert standing() > told.after
    for _ in range(2):
        assert run(restore, "erased", "stack") == 0
        assert "erasures carried out again: 1\n" in capsys.readouterr().out
        assert standing() == told.after
    assert look()["done"][0]["goes"] == told.shown["goes"]
    after.put_back()


def one(people: list[samples.Person]) -> dict[str, Any]:
    """A list that was withdrawn."""
    kept = submit(new_key(), rows=rows_of(people)).body
    swept()
    assert withdraw(kept).status == 200
    swept()
    return kept


def test_nothing_is_deleted_but_by_a_second_person_who_has_seen_what(aws: Stack) -> None:
    one([*PEOPLE[:2], HER])
    shown = look()
    assert code_of(confirm()) == (409, "erasure.none_waits")
    assert waiting() == []
    assert code_of(propose("other")) == (409, "erasure.changed")
    assert propose(shown["seen"], is_verified=False).status == 422
    assert propose(shown["seen"]).body["waiting"]["is_own"]
    assert code_of(propose(shown["seen"], reason="来电话说的")) == (409, "erasure.waits")
    assert code_of(confirm("privacy")) == (409, "erasure.second_person")
    assert [each["is_own"] for each in waiting("privacy")] == [True]
    [seen_by_another] = waiting()
    assert (seen_by_another["reason"], seen_by_another["is_own"]) == (REASON, False)
    one([PEOPLE[2], HER])
    stale = erasures("admin", "/confirm", seen=shown["seen"])
    assert code_of(stale) == (409, "erasure.changed")
    declined = erasures("admin", "/decline", reason="先等她来")
    assert declined.body["waiting"] is None
    assert waiting() == []
    assert declined.body["goes"]
    assert code_of(erasures("admin", "/decline", reason="不删了")) == (
        409,
        "erasure.none_waits",
    )
    assert propose(look()["seen"]).status == 200
    assert confirm().body["goes"] == []
    # Once its time is over the one that was declined is gone; the next gets a number all the same.
    [first] = items("ERASURE#000001")
    table.delete({name: first[name] for name in ("pk", "sk")})
    one([PEOPLE[3], HER])
    assert propose(look()["seen"]).status == 200


def test_what_an_attempt_has_left_goes_when_it_is_confirmed_again(
    aws: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    one([*PEOPLE[:2], HER])
    assert propose(look()["seen"]).status == 200
    with monkeypatch.context() as patch:
        patch.setattr("functions.platform.objects._remove_earlier", _fail)
        assert confirm().status == 500
    assert look("admin")["waiting"]["is_confirmed"]
    assert [each["is_confirmed"] for each in waiting()] == [True]
    assert standing()
    assert confirm().status == 200
    assert waiting() == []
    assert not standing()


def test_who_is_in_a_list_again_meanwhile_stays_in_the_index(
    aws: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    back = submit(new_key(), rows=rows_of([*PEOPLE[:2], HER])).body
    assert correct(back, 1, rows=rows_of(PEOPLE[:2])).status == 200
    swept()
    assert propose(look()["seen"]).status == 200
    with monkeypatch.context() as patch:
        patch.setattr("functions.records.erasing._note", _fail)
        assert confirm().status == 500
    assert correct(back, 2, rows=rows_of([*PEOPLE[:2], HER])).status == 200
    swept()
    assert confirm().status == 200
    assert known(HER.id_number).lists[back["receipt"]].cover_from
    assert [each["name"] for each in form(back)["rows"]][HER_ROW - 1] == HER.name


def test_whom_the_insurer_was_given_stays_until_it_is_told_that_she_left(aws: Stack) -> None:
    kept = submit(new_key(), rows=rows_of([*PEOPLE[:2], HER])).body
    hand_off = f"/rosters/{kept['receipt']}/hand-off"
    assert desk("contact", "POST", hand_off).status == 200
    assert correct(kept, 1, rows=rows_of(PEOPLE[:2])).status == 200
    swept()
    [stays, _] = look()["stays"]
    assert "再交一次给保险公司" in stays["why"]
    assert look()["goes"] == []
    assert desk("contact", "POST", hand_off).body["changes"]["removed"] == 1
    assert look()["goes"]


def test_two_who_are_taken_out_of_one_object_at_once_are_both_gone(aws: Stack) -> None:
    key = objects.put("rosters/AK-2026-000000/v1/rows", b"1 2 3", "text/plain")

    def without_2(data: bytes) -> bytes:
        return data.replace(b"2", b"")

    meanwhile = [without_2]

    def without_1(data: bytes) -> bytes:
        while meanwhile:
            objects.rewrite(key, meanwhile.pop(), "text/plain")
        return data.replace(b"1", b"")

    objects.rewrite(key, without_1, "text/plain")
    assert objects.get(key).split() == [b"3"]


def test_words_about_her_go_though_somebody_changes_them_meanwhile(
    aws: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    _running()
    swept()
    assert propose(look()["seen"]).status == 200
    update = table.update_if
    late: list[dict[str, Any]] = []

    def once_too_late(condition: str, key: dict[str, Any], *said: Any) -> Any:
        if key["pk"].startswith("ROSTER#") and not late:
            late.append(key)
            return None
        return update(condition, key, *said)

    monkeypatch.setattr(table, "update_if", once_too_late)
    assert confirm().status == 200
    assert late
    assert {kind for kind, _ in standing()} == {kinds.ORIGINAL.place}


def _fail(*_: object) -> None:
    raise RuntimeError


def test_a_claim_and_a_running_cover_keep_her(aws: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    accepted = staff_claim_requests.insured(monkeypatch, 100)
    claim = staff_claim_requests.checked()["receipt"]
    waiting = submit(new_key(), rows=rows_of([WOMAN])).body["receipt"]
    swept()
    shown = look(number=WOMAN.id_number)
    why = {each["receipt"]: each["why"] for each in shown["stays"]}
    assert shown["goes"] == []
    assert "保险到" in why[accepted]
    assert "理赔还在办理" in why[claim]
    assert "名单还在办理" in why[waiting]
    refused = propose(shown["seen"], WOMAN.id_number)
    assert code_of(refused) == (409, "erasure.nothing_goes")

    staff_claim_requests.paid(claim)
    at(monkeypatch, TODAY + 400 * DAY)
    stays = look(number=WOMAN.id_number)["stays"]
    law, paid = (each["why"] for each in stays if each["receipt"] == claim)
    assert "《保险法》第八十七条" in law
    assert "首次发生才给付" in paid
    [rests] = [each["why"] for each in stays if each["receipt"] == accepted]
    assert "都要核对这份保险" in rests


def test_a_number_that_a_row_no_longer_has_takes_nothing_from_who_has_the_row(aws: Stack) -> None:
    """批改: MISTYPED was written for her, and may be somebody else's, who asks for it to go."""
    receipt = endorsement_requests.accepted([*PEOPLE[:2], WRONG])["receipt"]
    right = {"change": "person", "row": HER_ROW, "id_number": HER.id_number}
    endorsed(receipt, right)
    before = staff_roster_requests.rows("contact", receipt)["rows"]
    shown = look(number=MISTYPED.id_number)
    told = [each["what"] for each in shown["goes"]]
    assert any("保险照旧" in each for each in told)
    assert not any("本人那一行的内容和保险期间" in each for each in told)
    assert propose(shown["seen"], MISTYPED.id_number).status == 200
    assert confirm(number=MISTYPED.id_number).status == 200
    swept()
    after = staff_roster_requests.rows("contact", receipt)["rows"]
    assert after == before
    assert after[HER_ROW - 1]["cover"]
    assert known(HER.id_number).lists[receipt].cover_from
    kept = {kind for kind, _ in standing((MISTYPED.id_number,))}
    assert kept <= {kinds.ORIGINAL.place}
