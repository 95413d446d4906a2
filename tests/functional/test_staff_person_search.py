"""The desk asks for somebody by her exact number: what it may see, logged, limited."""

import pytest

from functions.platform import clock, rate_limits, table
from functions.records import person_places
from functions.records.person_places import person_of
from functions.worker import old_policies
from tests.functional import old_policies_requests
from tests.functional.endorsement_requests import accepted
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import PEOPLE, TOMORROW
from tests.functional.staff_requests import desk
from tests.functional.staff_roster_requests import log

pytestmark = pytest.mark.usefixtures("starts_put_back")

SHE = PEOPLE[0].id_number


def seek(role: str, number: str = SHE) -> Answer:
    return desk(role, "POST", "/people/search", {"id_number": number})


def bring_in() -> str:
    """An old policy of hers, of before go-live."""
    data = old_policies_requests.workbook(old_policies_requests.policy(PEOPLE[:1]))
    begun = old_policies_requests.begin(data, "admin").body
    old_policies.bring_in(begun["receipt"], clock.now())
    return str(begun["receipt"])


def test_her_policies_are_shown_with_what_each_covers_and_which_was_brought_in() -> None:
    bring_in()
    kept = accepted()
    found = seek("admin").body
    assert found["id_number"] == SHE[:4] + "*" * 10 + SHE[-4:]
    assert [each["is_brought_in"] for each in found["policies"]] == [True, False]
    own = found["policies"][1]
    assert (own["receipt"], own["first_day"], own["state"]) == (
        kept["receipt"],
        TOMORROW.isoformat(),
        "not_yet",
    )


def test_who_may_not_see_a_county_or_illness_is_shown_nothing_of_it() -> None:
    kept = accepted()
    shown = {
        role: [each["receipt"] for each in seek(role).body["policies"]]
        for role in ("admin", "claims", "contact", "other contact")
    }
    hers = [kept["receipt"]]
    assert shown == {"admin": hers, "claims": hers, "contact": hers, "other contact": []}
    assert not seek("contact").body["is_whole"]
    assert seek("federation").body["code"] == "staff.role"


def test_only_a_whole_number_finds_and_one_of_nobody_finds_nothing() -> None:
    accepted()
    for part in ("", SHE[:6], SHE[:-1], SHE[:-1] + ("1" if SHE[-1] != "1" else "2"), "王芳"):
        answer = seek("admin", part)
        assert answer.status == 422, part
        assert answer.body["findings"][0]["field"] == "id_number"
    nothing = seek("admin", PEOPLE[9].id_number).body
    assert (nothing["policies"], nothing["ended"], nothing["claims"]) == ([], [], [])


def test_each_question_is_kept_under_her_and_in_the_list_s_log() -> None:
    kept = accepted()
    seek("contact")
    assert "person_sought" in [each["what"] for each in log(kept["receipt"])]
    key = {**person_places.key_of(person_of(SHE)), "sk": "SOUGHT#"}
    [noted] = table.between(key, "SOUGHT#~")
    assert (noted["by"]["roles"], noted["receipts"]) == (["contact"], [kept["receipt"]])


def test_numbers_cannot_be_tried_one_after_another() -> None:
    for _ in range(rate_limits.PERSON_SEARCHES.most):
        assert seek("claims").status == 200
    assert seek("claims").status == 429
