"""A key of the keyed hashes gives way to the next, is lost, and comes back: nobody is lost."""

from collections.abc import Callable, Iterator
from typing import Any, Final

import boto3
import pytest

from functions.local.server import ROOT
from functions.local.stack import Stack
from functions.local.template import load_template
from functions.operations import deployed, keys, rehash
from functions.platform import clock, keyed_hash, proof_of_work, table
from functions.platform.environment import environment, keys_environment
from functions.records import person_index, person_places, restrictions, stopped_mail
from functions.records.person_index import Ended, Listing
from functions.records.person_places import person_of
from functions.records.stopped_mail import Stopped
from shared_rules.plans import ItemName
from tests.functional import old_policies_requests, staff_claim_requests
from tests.functional.claims_requests import WOMAN
from tests.functional.claims_requests import status as claim_status
from tests.functional.erasure_requests import restrict
from tests.functional.follow_up_deliveries import items, kept, known, swept
from tests.functional.operator_commands import run
from tests.functional.requests_to_api import Answer, call, code_of, solved_challenge
from tests.functional.rosters_requests import (
    PEOPLE,
    TODAY,
    UNIT,
    bearer,
    form,
    new_key,
    rows_of,
    status,
    submit,
)
from tests.functional.staff_claim_requests import SUM, checked, insured, reported
from tests.functional.staff_requests import case, desk, found
from tests.functional.statement_requests import outcomes, record, upload

STACK: Final = "ankangbao"
LONGEST_WINDOW: Final = 30  # days that AWS lets one wait


@pytest.fixture
def alive(aws: Stack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Says which keys are alive, as a deployment with `HashKeys` does: every process is new."""

    def forget() -> None:
        keys_environment.cache_clear()
        keyed_hash._peppers.cache_clear()

    def use(said: str) -> None:
        monkeypatch.setenv("HASH_KEYS", said)
        forget()

    before = secret()
    yield use
    monkeypatch.undo()
    client().put_secret_value(SecretId=environment().pepper_secret_id, SecretString=before)
    forget()


def client() -> Any:
    return boto3.client("secretsmanager")


def secret() -> str:
    return str(client().get_secret_value(SecretId=environment().pepper_secret_id)["SecretString"])


def under(key: int) -> int:
    """How many items of people lie under a key."""
    people = (each for each in items("") if each["pk"].startswith("PERSON#"))
    return sum(keyed_hash.key_of(person_places.hash_in(each)) == key for each in people)


@pytest.fixture
def restricted(alive: Callable[[str], None]) -> str:
    """Whose data are only kept, under the key before the newest: her number."""
    kept()
    swept()
    her = PEOPLE[0].id_number
    assert restrict(her).status == 200
    assert run(keys, "add", STACK) == 0
    alive("2,1")
    return her


def test_a_restriction_is_kept_as_one_where_its_person_is_half_moved(
    restricted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as half_way:
        half_way.setattr(table, "put_part", dies)  # her item in the index has gone before
        with pytest.raises(RuntimeError):
            person_places.move(person_of(restricted))
    assert under(2) == 1
    assert code_of(restrict(restricted, role="admin")) == (409, "restriction.stands")
    assert restrict(restricted, "lifted").status == 200
    person_places.move(person_of(restricted))
    said = [(each.number, each.what) for each in restrictions.of(person_of(restricted))]
    assert said == [(1, "restricted"), (2, "lifted")]


def test_a_restriction_is_read_once_where_its_person_is_moved_meanwhile(
    restricted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    between = table.between

    def moved_after(start: dict[str, str], last: str) -> list[dict[str, Any]]:
        found = between(start, last)
        person_places.move(person_of(restricted))
        return found

    monkeypatch.setattr(table, "between", moved_after)
    assert [each.number for each in restrictions.of(person_of(restricted))] == [1]


def test_a_key_gives_way_to_the_next_and_nobody_is_lost_half_way(
    alive: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = insured(monkeypatch, 100)
    paid = checked()
    staff_claim_requests.paid(paid["receipt"])
    waiting = reported(diagnosis={"disease": "卵巢癌"})
    assert policies_of(WOMAN.id_number) == {first}
    old = {PEOPLE[0].id_number, PEOPLE[1].id_number, WOMAN.id_number}
    assert run(rehash, STACK) == 1, "one key: nothing to do"
    assert run(keys, "add", STACK) == 0
    for said in ("1,2", "2,1"):  # both are known everywhere before one makes what is new
        alive(said)
        assert all(known(each).lists.keys() >= {first} for each in old)
    swept()
    assert found("contact", UNIT["contact_name"]) == [first], "the desk's search goes on"
    assert known(WOMAN.id_number).cases == sorted({paid["receipt"], waiting["receipt"]})
    staff_claim_requests.paid(waiting["receipt"])
    assert under(2) == 0, "what is kept stays where it is"
    # Half done: one has moved, another has not, a third is new.
    person_places.move(person_of(PEOPLE[0].id_number))
    later = kept([*PEOPLE[:2], PEOPLE[9]])
    swept()
    assert all(
        {first, later["receipt"]} <= known(each.id_number).lists.keys() for each in PEOPLE[:2]
    )
    assert (under(1), under(2)) == (3, 2)
    assert case("contact", later["receipt"])["duplicates"], "found across both keys"
    assert [policies_of(each) for each in sorted(old)] == [{first}] * len(old)
    assert run(rehash, STACK) == 0
    assert under(1) == 0
    alive("2")
    assert {first, later["receipt"]} == set(found("contact", UNIT["contact_name"]))
    assert staff_claim_requests.found("13912345678"), "under the newest key alone"
    alive("2,1")
    assert known(WOMAN.id_number).claims[paid["receipt"]].amounts.lump_sum == SUM
    assert known(WOMAN.id_number).ended.keys() == {"breast_cancer", "gynaecological_cancer"}
    nothing = ("items moved", "found under the newest key", "records that cannot be read")
    assert rehash.rehash() == dict.fromkeys(nothing, 0)
    again = checked()
    assert staff_claim_requests.assessment(again["receipt"])["lump_sum"]["amount"] == 0, "paid once"
    for each in (paid, waiting):
        assert claim_status(each)["receipt"] == each["receipt"], "its code still opens it"
        head = table.get({"pk": f"CLAIM#{each['receipt']}", "sk": "HEAD"})
        assert head is not None
        assert keyed_hash.key_of(head["person"]) == 2


def policies_of(number: str) -> set[str]:
    """What the desk finds of somebody by her number."""
    found = desk("admin", "POST", "/people/search", {"id_number": number})
    assert found.status == 200, found.body
    return {each["receipt"] for each in found.body["policies"]}


def test_what_is_kept_while_somebody_is_moved_moves_with_her(
    alive: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    number = WOMAN.id_number
    person_index.note_case(person_of(number), "LP-2026-000000")
    assert run(keys, "add", STACK) == 0
    alive("2,1")
    get, read = table.get, list[Any]()

    def written_meanwhile(key: Any) -> Any:
        found = get(key)
        if not read:
            read.append(found)
            person_index.note_case(person_of(number)[1:], "LP-2026-000001")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(table, "get", written_meanwhile)
        person_places.move(person_of(number))
    assert known(number).cases == ["LP-2026-000000", "LP-2026-000001"]
    assert (under(1), under(2)) == (0, 1)


def test_what_an_old_policy_said_is_taken_back_under_whichever_key_it_lies(
    alive: Callable[[str], None],
) -> None:
    item: ItemName = "breast_cancer"
    assert run(keys, "add", STACK) == 0
    alive("2,1")
    person = person_of(WOMAN.id_number)
    ended = Ended(receipt="BL-2026-000000", paid_on=TODAY)
    person_index.put_old_policy(person[1:], ended.receipt, Listing(version=1), {item: ended})
    person_index.note_case(person[:1], "LP-2026-000000")  # while the other was about to be moved
    person_index.take_back_ended(person, "BL-2026-000001", item)
    assert known(WOMAN.id_number).ended == {item: ended}, "another one has ended it"
    person_index.take_back_ended(person, ended.receipt, item)
    assert known(WOMAN.id_number).ended == {}
    assert (under(1), under(2)) == (1, 1)


def test_what_was_given_out_under_a_key_holds_under_the_next(
    alive: Callable[[str], None],
) -> None:
    key, proof, workbook = new_key(), solved_challenge(), old_workbook()
    made = submit(key, rows=rows_of(PEOPLE[:3])).body
    printed = form(made)["check_text"]
    stop = stopped_mail.token(made["receipt"], "clerk@example.cn")
    stopped_mail.say(made["receipt"], "back@example.cn", Stopped(at=clock.now(), why="bounced"))
    line, parts = (TODAY, 300, "示例小学", made["receipt"]), (2, {made["receipt"]: 300})
    assert outcomes(record(upload(line), parts)) == ["recorded"]
    assert old_policies_requests.begin(workbook).status == 200
    swept()
    assert run(keys, "add", STACK) == 0
    alive("2,1")
    assert submit(key, rows=rows_of(PEOPLE[:3])).body == made, "the same key, the same answer"
    assert status(made)["receipt"] == made["receipt"]
    assert form(made)["check_text"] != printed
    assert verified(made["receipt"], printed) == "matches"
    assert stopped_mail.unsubscribe(stop, clock.now()) == made["receipt"]
    for address, why in (("clerk", "unsubscribed"), ("back", "bounced"), ("other", "used")):
        assert stopped_mail.mail_to(made["receipt"], f"{address}@example.cn") == why
    assert outcomes(record(upload(line), parts)) == ["known"]
    [found] = old_policies_requests.check(workbook).body["policies"]
    assert found["standing"] == "same"
    proof_of_work.redeem(proof, clock.now())
    kept(PEOPLE[3:5])
    swept()
    assert len({each["pk"] for each in items("HEAD") if each["pk"].startswith("UNIT#")}) == 1


def old_workbook() -> bytes:
    rows = old_policies_requests.policy(old_policies_requests.women(1), number="NX-2025-0001")
    return old_policies_requests.workbook(rows)


def verified(receipt: str, text: str) -> str:
    asked = {"receipt": receipt, "check_text": text}
    return str(call("POST", "/api/rosters/verify", asked).body["standing"])


def test_a_lost_secret_comes_back_from_where_it_was_kept(
    alive: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    made, before = kept(PEOPLE[:2]), secret()
    assert run(keys, "put-back", STACK, typed=backed_up(capsys)) == 0
    assert secret() == before, "what is there is not written anew"
    assert run(keys, "add", STACK) == 0
    backup = backed_up(capsys)
    put("a secret that was made anew")
    alive("1")
    assert look_up(made).status == 401, "without the key no code opens anything"
    assert run(keys, "put-back", STACK, typed=backup) == 1, "a key that may have made hashes"
    assert "another key 1" in capsys.readouterr().err
    put("{}")
    assert run(keys, "put-back", STACK, typed=backup) == 0
    assert run(keys, "put-back", STACK, typed=backup) == 0, "once more changes nothing"
    alive("2,1")
    assert look_up(made).status == 200
    alive("3,1")
    with pytest.raises(LookupError, match="no key 3"):
        keyed_hash.keyed_hash("x")


def test_a_stack_that_is_not_there_is_named(aws: Stack) -> None:
    with pytest.raises(SystemExit, match=r"the stack nowhere: .* does not exist"):
        deployed.outputs_of("nowhere")


def test_the_deletion_of_the_key_that_encrypts_all_is_called_off(aws: Stack) -> None:
    kms = boto3.client("kms")
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    resources = load_template(ROOT / "template.yaml")["Resources"]
    days = resources["DataKey"]["Properties"]["PendingWindowInDays"]
    assert days == LONGEST_WINDOW
    kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=days)
    kms.cancel_key_deletion(KeyId=key)
    kms.enable_key(KeyId=key)
    assert kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"] == "Enabled"


def backed_up(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(keys, "back-up", STACK) == 0
    return capsys.readouterr().out


def put(said: str) -> None:
    client().put_secret_value(SecretId=environment().pepper_secret_id, SecretString=said)


def look_up(made: dict[str, Any]) -> Answer:
    return call("GET", f"/api/rosters/{made['receipt']}", authorization=bearer(made))
